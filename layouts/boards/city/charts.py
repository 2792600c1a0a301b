"""The charts of a city's board, all on the same years."""

from dataclasses import replace

from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.marks import chosen_goal, marked, marked_years
from layouts.boards.city.money import money_panel
from layouts.boards.city.outlook import outlook, what_is_ahead
from layouts.boards.city.pledges import pledges_chart
from layouts.boards.controls import click
from layouts.charts.description import (
    Bar,
    BarPanel,
    Line,
    LinePanel,
    Measure,
    Part,
    TimeChart,
    marks,
)
from layouts.links.addresses import Address
from layouts.phrases.releases import source_line
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from progress.emissions.sectors import SECTORS
from progress.emissions.series import Point, Status
from progress.phrases.words import sector_word
from progress.promises.connections import ALL_SECTORS, Connections

THOUSAND = 1000.0
SMALL_TONNES = 10_000
FIRST_YEAR = 2005
"""Before it the statistics hold single years, decades apart."""
LAST_YEAR = 2030
"""The year of the contracts."""


def charts(address: Address, answers: CityBoardAnswers) -> dict[str, TimeChart]:
    """Chart id → chart, in the order of the board; all have the same years and marked year."""
    result, last = marked(address, answers), last_year(address, answers)
    made = [
        emissions_chart(address, answers, result),
        sectors_chart(address, answers, result),
        money_chart(address, answers, result),
        pledges_chart(address, answers, result, FIRST_YEAR, last),
    ]
    return {
        chart.chart_id: replace(
            chart,
            first_year=FIRST_YEAR,
            last_year=last,
            marked_years=marked_years(address),
            linked_years=result.years,
        )
        for chart in made
        if chart is not None
    }


def last_year(address: Address, answers: CityBoardAnswers) -> int:
    """The last year of the axis: the contracts', or the target year of the goal that is drawn or
    chosen."""
    result, goal = what_is_ahead(address, answers), chosen_goal(address, answers)
    years = [each.target_year or 0 for each in (result, goal) if each is not None]
    return max([LAST_YEAR, *years])


def emissions_chart(
    address: Address, answers: CityBoardAnswers, result: Connections
) -> TimeChart | None:
    """The city's emissions, with the paths of its goals and another city beside."""
    points = _on_axis(answers.points)
    if not points:
        return None
    lang, t = address.lang, text(address.lang)
    lines = [Line(answers.municipality.name, marks(points), 1)]
    if answers.other is not None:
        lines.append(Line(answers.other.name, marks(_on_axis(answers.other_points)), 2))
    for tone, sector in enumerate(SECTORS, start=1):
        if result.sectors in (None, ALL_SECTORS) or sector not in result.sectors:
            continue
        own = [
            Point(year, value, answers.statuses.get(year, Status.FINAL))
            for (year, code), value in sorted(answers.sectors.items())
            if code == sector and year >= FIRST_YEAR
        ]
        if own:
            key = click("sector", sector, lang)
            lines.append(Line(sector_word(sector, lang), marks(tuple(own)), tone, key))
    return TimeChart(
        chart_id="emissions",
        title=capital(_subject(answers, t)),
        lang=lang,
        message=_message(points, answers, t),
        panels=(
            LinePanel(
                t(f"word.gas.title.{answers.gas}"),
                _measure(answers, t),
                tuple(lines),
                outlook=outlook(address, answers),
            ),
        ),
        source=source_line([answers.release], t),
        releases=(answers.release,),
    )


def sectors_chart(
    address: Address, answers: CityBoardAnswers, result: Connections
) -> TimeChart | None:
    """The sectors' tonnes, stacked; the marked ones stand out."""
    left_out = {"industry"} if answers.without_industry else set()
    codes = [
        code
        for code in SECTORS
        if code not in left_out and any(code == sector for _, sector in answers.sectors)
    ]
    years = sorted({year for year, code in answers.sectors if code in codes and year >= FIRST_YEAR})
    if not years:
        return None
    lang, t = address.lang, text(address.lang)
    tones = {code: tone for tone, code in enumerate(SECTORS, start=1)}
    parts = tuple(
        Part(
            sector_word(code, lang),
            tones[code],
            key=click("sector", code, lang),
            faded=result.sectors is not None and code not in result.sectors,
        )
        for code in codes
    )
    bars = tuple(
        Bar(
            year,
            tuple(answers.sectors.get((year, code)) for code in codes),
            answers.statuses.get(year, Status.FINAL),
        )
        for year in years
    )
    return TimeChart(
        chart_id="sectors",
        title=t("board.city.sectors"),
        lang=lang,
        message=t("board.city.sectors.message", first=years[0], last=years[-1]),
        panels=(
            BarPanel(
                t(f"word.gas.title.{answers.gas}"),
                _measure(answers, t),
                parts,
                bars,
                stacked=True,
            ),
        ),
        source=source_line([answers.release], t),
        releases=(answers.release,),
    )


def money_chart(
    address: Address, answers: CityBoardAnswers, result: Connections
) -> TimeChart | None:
    """Grants to the city by funder and kind, in the year of their decision."""
    panel = money_panel(address, answers.grants, FIRST_YEAR, result.grants)
    if panel is None:
        return None
    t = text(address.lang)
    return TimeChart(
        chart_id="money",
        title=t("board.city.money"),
        lang=address.lang,
        message=t("board.city.money.message", n=len(answers.grants)),
        panels=(panel,),
        source=t("sharing.source.money"),
    )


def _on_axis(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple(point for point in points if point.year >= FIRST_YEAR)


def _subject(answers: CityBoardAnswers, t: Text) -> str:
    key = "per_person" if answers.per_person else "total"
    words = t(f"board.city.emissions.{key}", gas=t(f"word.gas.short.{answers.gas}"))
    return words + (t("board.city.without_industry") if answers.without_industry else "")


def _measure(answers: CityBoardAnswers, t: Text) -> Measure:
    if answers.per_person:
        return Measure(t("word.unit.tonnes_per_person"), t("city.emissions.axis.per_person"), 1, 1)
    if max(abs(point.value) for point in answers.points) < SMALL_TONNES:
        return Measure(t("word.unit.tonnes"), t("city.emissions.axis.small"), 1, 0)
    return Measure(t("word.unit.tonnes"), t("city.emissions.axis"), THOUSAND, 0)


def _message(points: tuple[Point, ...], answers: CityBoardAnswers, t: Text) -> str:
    observed = [point.year for point in points if point.status.observed]
    return t(
        "board.city.emissions.message",
        name=answers.municipality.name,
        subject=_subject(answers, t),
        first=min(observed, default=points[0].year),
        last=max(observed, default=points[-1].year),
    )
