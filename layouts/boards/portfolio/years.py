"""The money of a choice year by year, by whose it is; what is chosen of the years is marked."""

from layouts.boards.portfolio.answers import View
from layouts.charts.description import Bar, BarPanel, Part, TimeChart
from layouts.money.flow import measure
from layouts.money.years import FIRM
from progress.money.kinds import Allocation

TONES = {"own": 1, "single": 3, "multi": 8, "": 6}
NO_YEARS = (2014, 2026)
"""The axis where no grant has a year."""


def years_chart(view: View) -> TimeChart:
    """Bars on the years of all grants of the kind, whichever are chosen."""
    t, summary, choice = view.t, view.summary, view.answers.choice
    classes = [
        word
        for word in (*(str(allocation) for allocation in Allocation), "")
        if any(each.known for (year, of), each in summary.years.items() if year and of == word)
    ]
    first, last = summary.span or NO_YEARS
    known = {key: each.sek for key, each in summary.years.items() if each.known and key[0]}
    years = sorted({year for year, _ in known})
    marked: tuple[int, ...] = ()
    if choice.first_year is not None or choice.last_year is not None:
        marked = tuple(
            range(max(choice.first_year or first, first), min(choice.last_year or last, last) + 1)
        )
    hollow = choice.kind not in FIRM
    return TimeChart(
        "ar-for-ar",
        t("board.portfolio.years"),
        view.lang,
        t("portfolio.years.message", first=first, last=last),
        (
            BarPanel(
                t("portfolio.years.title", kind=view.kind.capitalize(), prices=view.prices),
                measure(t),
                tuple(
                    Part(t(f"board.portfolio.class.{word or 'none'}"), TONES[word], hollow=hollow)
                    for word in classes
                ),
                tuple(
                    Bar(year, tuple(known.get((year, word)) for word in classes)) for year in years
                ),
                stacked=True,
            ),
        ),
        first_year=first,
        last_year=last,
        source=t("sharing.source", source=t("sharing.source.grants")),
        marked_years=marked,
    )
