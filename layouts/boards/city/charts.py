"""The charts of a city's board, all on the same years."""

from collections import Counter
from dataclasses import replace

from layouts.addresses import Address
from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.money import money_panel
from layouts.boards.city.outlook import outlook, what_is_ahead
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
from layouts.query import PARAMETERS
from layouts.releases import source_line
from layouts.text import Text, text
from layouts.wording import capital
from progress.sectors import SECTORS
from progress.series import Point, Status
from progress.words import sector_word

THOUSAND = 1000.0
SMALL_TONNES = 10_000
FIRST_YEAR = 2005
"""Before it the statistics hold single years, decades apart."""
LAST_YEAR = 2030
"""The year of the contracts."""


def charts(address: Address, answers: CityBoardAnswers) -> dict[str, TimeChart]:
    """Chart id → chart, in the order of the board; all have the same years and marked year."""
    chosen = address.get("year")
    marked = (int(chosen),) if chosen else ()
    made = [
        emissions_chart(address, answers),
        sectors_chart(address, answers),
        money_chart(address, answers),
        promises_chart(address, answers),
    ]
    drawn = [chart for chart in made if chart is not None]
    last = last_year(address, answers)
    return {
        chart.chart_id: replace(chart, first_year=FIRST_YEAR, last_year=last, marked_years=marked)
        for chart in drawn
    }


def last_year(address: Address, answers: CityBoardAnswers) -> int:
    """The last year of the axis: the contracts', or the target year of the goal that is drawn."""
    result = what_is_ahead(address, answers)
    return max(LAST_YEAR, (result.target_year or 0) if result else 0)


def click(name: str, value: str, lang: str) -> str:
    """What a click chooses: a control's name and value, in the words of the address."""
    parameter = PARAMETERS[name]
    return f"{parameter.name(lang)}:{parameter.write(value, lang)}"


def emissions_chart(address: Address, answers: CityBoardAnswers) -> TimeChart | None:
    """The city's emissions, with the paths of its goals and another city beside."""
    points = _on_axis(answers.points)
    if not points:
        return None
    lang, t = address.lang, text(address.lang)
    lines = [Line(answers.municipality.name, marks(points), 1)]
    if answers.other is not None:
        lines.append(Line(answers.other.name, marks(_on_axis(answers.other_points)), 2))
    sector = address.get("sector")
    if sector is not None:
        own = [
            Point(year, value, answers.statuses.get(year, Status.FINAL))
            for (year, code), value in sorted(answers.sectors.items())
            if code == sector and year >= FIRST_YEAR
        ]
        name = sector_word(sector, lang)
        lines.append(Line(name, marks(tuple(own)), SECTORS.index(sector) + 1))
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
        releases=(answers.release.label,),
    )


def sectors_chart(address: Address, answers: CityBoardAnswers) -> TimeChart | None:
    """The sectors' tonnes, stacked; the chosen one stands out."""
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
    chosen = address.get("sector")
    tones = {code: tone for tone, code in enumerate(SECTORS, start=1)}
    parts = tuple(
        Part(
            sector_word(code, lang),
            tones[code],
            key=click("sector", code, lang),
            faded=chosen not in (None, code),
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
        releases=(answers.release.label,),
    )


def money_chart(address: Address, answers: CityBoardAnswers) -> TimeChart | None:
    """Grants to the city by funder and kind, in the year of their decision."""
    panel = money_panel(address, answers.grants, FIRST_YEAR)
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


def promises_chart(address: Address, answers: CityBoardAnswers) -> TimeChart | None:
    """How many goals and promises fall due in each year; what has no year is told, not drawn."""
    lang, t = address.lang, text(address.lang)
    goals = Counter(goal.target_year for goal in answers.goals if goal.target_year)
    kinds = ("municipality", "viable_cities", "agency")
    due = Counter(
        (int(commitment.due[:4]), commitment.party_kind)
        for commitment in answers.commitments
        if commitment.due[:4].isdigit()
    )
    last = last_year(address, answers)
    years = sorted(
        year
        for year in {*goals, *(year for year, _ in due)}
        if year is not None and FIRST_YEAR <= year <= last
    )
    if not years:
        return None
    undated = sum(not commitment.due[:4].isdigit() for commitment in answers.commitments)
    bars = tuple(
        Bar(
            year,
            (
                float(goals[year]) if goals.get(year) else None,
                *(float(due[year, kind]) if due.get((year, kind)) else None for kind in kinds),
            ),
        )
        for year in years
    )
    return TimeChart(
        chart_id="promises",
        title=t("board.city.promises"),
        lang=lang,
        message=t("board.city.promises.message", n=undated),
        panels=(
            BarPanel(
                t("board.city.promises"),
                Measure(t("board.city.promises.unit"), t("board.city.promises.axis"), 1.0, 0),
                (
                    Part(t("board.city.goals"), 2),
                    *(
                        Part(t(f"board.city.party.{kind}"), tone)
                        for kind, tone in zip(kinds, (1, 4, 3), strict=True)
                    ),
                ),
                bars,
            ),
        ),
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
