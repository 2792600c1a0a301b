"""Money against result: kronor per inhabitant by the done rate, and by sector against emissions.

Neither says that the money made the change: they show where much of one meets little of the other.
"""

from collections.abc import Mapping
from decimal import Decimal

from layouts.boards.controls import click
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import stands_back
from layouts.boards.portfolio.sector_spots import support_by_sector
from layouts.charts.measure import Measure
from layouts.charts.points import Axis, Dot, ScatterChart
from layouts.money.flow import measure
from layouts.phrases import kronor
from progress.money.portfolio import NOTHING

NAMED = 7
"""So many dots at each end of both axes are named in the drawing."""


def result_chart(view: View) -> ScatterChart:
    """Each contract city: kronor per inhabitant of the choice, and its done rate (RULES §3)."""
    t, background = view.t, view.answers.background
    per_person: dict[str, float | None] = {}
    for city in view.answers.cities:
        of, people = view.summary.cities.get(city.code, NOTHING), background.people.get(city.code)
        per_person[city.code] = of.sek / people if of.known and of.sek > 0 and people else None
    rates = {code: 100 * rate for code, rate in background.done.items()}
    named = _ends(per_person) | _ends(rates)
    chosen = view.address.all("place")
    dots = tuple(
        Dot(
            city.name,
            per_person[city.code],
            rates.get(city.code),
            key=click("place", city.code, view.lang),
            named=city.code in named or city.code in chosen,
            faded=stands_back(view.address, "place", city.code),
        )
        for city in view.answers.cities
    )
    known = [dot for dot in dots if dot.x is not None]
    return ScatterChart(
        "pengar-mot-takt",
        t("board.portfolio.result.title", kind=view.kind),
        view.lang,
        t(
            "board.portfolio.result.message",
            n=len(known),
            of=len(dots),
            first=background.done_from or "–",
            last=background.emissions_year or "–",
        ),
        t("portfolio.matrix.city"),
        Axis(
            t("board.portfolio.result.money", kind=view.kind),
            Measure(t("board.portfolio.result.money.unit"), t("board.portfolio.result.money.unit")),
            log=True,
        ),
        Axis(
            t("board.portfolio.result.rate"),
            Measure(
                t("board.portfolio.result.rate.unit"),
                t("board.portfolio.result.rate.unit"),
                decimals=1,
            ),
        ),
        dots,
        source=t("board.portfolio.result.source"),
    )


def sector_chart(view: View) -> ScatterChart:
    """Each sector: the contract cities' emissions, and the known grants with a theme in it."""
    t, background = view.t, view.answers.background
    emitted = background.sector_emissions
    support, _ = support_by_sector(view)
    dots = tuple(
        Dot(
            t(f"money.sectors.{group}"),
            float(support[group].sek) if group in support and support[group].sek else None,
            emitted[group],
            named=True,
        )
        for group in sorted(emitted, key=lambda group: -emitted[group])
    )
    funded = [dot for dot in dots if dot.x is not None]
    return ScatterChart(
        "behov-mot-beviljat",
        t("board.portfolio.need.title", kind=view.kind),
        view.lang,
        t(
            "board.portfolio.need.message",
            n=len(funded),
            of=len(dots),
            sum=kronor.words(sum((each.sek for each in support.values()), Decimal(0)), view.lang),
        ),
        t("money.sectors.sector"),
        Axis(view.kind.capitalize(), measure(t)),
        Axis(
            t("board.portfolio.need.emissions", year=background.emissions_year or "–"),
            Measure(t("board.portfolio.need.unit"), t("board.portfolio.need.axis"), divisor=1000),
        ),
        dots,
        source=t("board.portfolio.result.source"),
    )


def _ends(values: Mapping[str, float | None]) -> set[str]:
    known = sorted(
        (code for code, value in values.items() if value is not None),
        key=lambda code: values[code] or 0.0,
    )
    return {*known[: NAMED // 3], *known[-(NAMED - NAMED // 3) :]}
