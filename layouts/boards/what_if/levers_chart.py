"""The chart of the levers: what each group of sectors would take off the same pace, by year."""

from layouts.boards.what_if.lever_words import group_name
from layouts.boards.what_if.levers import Road
from layouts.boards.what_if.rate_chart import goal_paths, lines, measure, targets
from layouts.charts.description import LinePanel, TimeChart
from layouts.charts.overlays import Wedge, WedgeYear
from layouts.phrases.editions import edition_of
from layouts.phrases.text import Text
from progress.emissions.sectors import SECTORS
from progress.money.sector_places import GROUP_SECTORS, Group

CHART_ID = "plan-chart"


def levers_chart(road: Road, message: str, name: str, t: Text) -> TimeChart:
    """The same pace to the target year, with the levers' effects hanging from it."""
    verdict = road.held.verdict
    panel = LinePanel(
        t("what_if.chart.panel", gas=t(f"word.gas.title.{verdict.gas}")),
        measure(verdict, t),
        lines(verdict, road.target_year, t),
        goal_paths(verdict, road.target_year, t("what_if.path"), t),
        levels=targets(verdict, t),
        wedges=_wedges(road, t),
    )
    source = t("sharing.source.plan_and_release", release=edition_of(verdict, t))
    return TimeChart(
        CHART_ID,
        t("what_if.plan.chart", name=name),
        t.lang,
        message,
        (panel,),
        last_year=road.target_year,
        source=t("sharing.source", source=source),
        releases=verdict.release_names,
    )


def _wedges(road: Road, t: Text) -> tuple[Wedge, ...]:
    """One wedge a group, each year from the same pace downwards, the largest group uppermost."""
    largest: dict[Group | None, float] = {}
    for year in road.years:
        for group, (_, high) in year.cuts.items():
            largest[group] = max(largest.get(group, 0.0), high)
    tops = {year.year: year.pace for year in road.years}
    result = []
    for group in sorted(largest, key=lambda each: (-largest[each], str(each))):
        years = []
        for year in road.years:
            low, high = year.cuts.get(group, (0.0, 0.0))
            if high > 0:
                years.append(WedgeYear(year.year, tops[year.year], low, high))
                tops[year.year] -= high
        if years:
            result.append(Wedge(group_name(group, t), _tone(group), tuple(years)))
    return tuple(result)


def _tone(group: Group | None) -> int:
    """The tone of the group's first sector, as on every chart of sectors."""
    return len(SECTORS) if group is None else SECTORS.index(GROUP_SECTORS[group][0]) + 1
