"""The municipality's own grants per year, for the panel under the emissions, and their coverage."""

from layouts.charts.description import Bar, BarPanel, Measure, Part
from layouts.charts.overlays import UnknownSum
from layouts.city.answers import CityAnswers
from layouts.phrases import kronor
from layouts.phrases.text import text
from progress.money.kinds import Kind
from progress.money.sums import kind_sum, per_year
from progress.phrases.formats import missing

MILLION = 1_000_000.0
TONES = {kind: tone for tone, kind in enumerate(Kind, start=1)}
UNSURE = frozenset({Kind.ANNOUNCED, Kind.APPLIED, Kind.ESTIMATED})
"""Kinds drawn hollow: nobody has decided on this money."""


def funding_panel(lang: str, answers: CityAnswers) -> BarPanel | None:
    """Kronor per year, kinds side by side (never added); None where no dated sum is known."""
    t = text(lang)
    sums = per_year(answers.own_grants)
    cells = {
        (cell.year, cell.kind): float(cell.sek)
        for cell in sums
        if cell.year is not None and cell.coverage.known > 0
    }
    unknown = tuple(
        UnknownSum(t("city.money.unknown_sum", kind=t(f"word.amount.{cell.kind}")), cell.year)
        for cell in sums
        if cell.year is not None and cell.coverage.known < cell.coverage.of
    )
    if not cells and not unknown:
        return None
    kinds = [kind for kind in Kind if any(payment is kind for _, payment in cells)]
    years = sorted({year for year, _ in cells})
    return BarPanel(
        title=t("city.money.panel"),
        measure=Measure(
            t("city.money.unit"), t("city.money.axis"), MILLION, 0, t("city.money.short")
        ),
        parts=tuple(
            Part(t(f"word.amount.{kind}"), TONES[kind], hollow=kind in UNSURE) for kind in kinds
        ),
        bars=tuple(Bar(year, tuple(cells.get((year, kind)) for kind in kinds)) for year in years),
        unknown=unknown,
    )


def funding_words(lang: str, answers: CityAnswers) -> list[str]:
    """The sums by kind with their coverage, and that other money is not here."""
    t = text(lang)
    rows = answers.own_grants
    if not rows:
        several = len(answers.grants_by_class.multi)
        words = [t("city.money.none", name=answers.municipality.name)]
        return [*words, t("city.money.several", n=several)] if several else words
    sums = [
        t(
            "city.money.sum",
            kind=t(f"word.amount.{kind}"),
            sum=kronor.words(result.sek, lang) if result.coverage.known else missing(lang),
            known=result.coverage.known,
            n=result.coverage.of,
        )
        for kind in Kind
        if (result := kind_sum(rows, kind)).coverage.of > 0
    ]
    words = [t("city.money.sums", sums="; ".join(sums))]
    undated = sum(cell.coverage.of for cell in per_year(rows) if cell.year is None)
    if undated:
        words.append(t("city.money.undated", n=undated))
    return [*words, t("city.money.coverage")]
