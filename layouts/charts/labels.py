"""How a chart writes its numbers: the one place where labels, hover texts and tables get them."""

from layouts.charts.description import Mark, Measure
from layouts.charts.words import word
from progress.phrases.formats import MINUS, NBSP, number


def plain(value: float | None, measure: Measure, lang: str) -> str:
    """The number without its unit, as tables show it; the word's dash where there is none."""
    return word("none", lang) if value is None else number(value, lang, measure.decimals)


def full(value: float, measure: Measure, lang: str) -> str:
    """The number in whole units, with its unit."""
    return f"{number(value, lang, measure.decimals)}{NBSP}{measure.unit}"


def short(value: float, measure: Measure, lang: str) -> str:
    """The number as the drawing's labels show it: in steps of the divisor where a short unit is."""
    if not measure.short:
        return full(value, measure, lang)
    return f"{short_number(value, measure, lang)}{NBSP}{measure.short}"


def short_number(value: float, measure: Measure, lang: str) -> str:
    """The number of `short`, with as many decimals as its size deserves."""
    if not measure.short:
        return number(value, lang, measure.decimals)
    steps = value / measure.divisor
    size = abs(steps)
    decimals = 0 if size >= 100 or size == 0 else 1 if size >= 1 else 2
    while decimals > 0 and round(steps, decimals) == round(steps, decimals - 1):
        decimals -= 1
    return number(steps, lang, decimals)


def span(low: float, high: float, measure: Measure, lang: str) -> str:
    """A range with its unit; one number where low and high are alike."""
    if low == high:
        return short(low, measure, lang)
    return f"{short_number(low, measure, lang)}–{short(high, measure, lang)}"


def signed(change: float, measure: Measure, lang: str) -> str:
    """A change with its sign and unit."""
    written = short(abs(change), measure, lang)
    return written if not change else f"{'+' if change > 0 else MINUS}{written}"


def tick(value: float, measure: Measure, lang: str) -> str:
    """An axis number, in steps of the divisor, with just the decimals it needs."""
    steps = value / measure.divisor
    decimals = next((d for d in range(4) if abs(steps - round(steps, d)) < 1e-9), 4)
    return number(steps, lang, decimals)


def mark_text(mark: Mark, measure: Measure, lang: str) -> str:
    """A mark in words: year, value, status and band."""
    text = f"{mark.year}: {full(mark.value, measure, lang)} ({word(str(mark.status), lang)}"
    if mark.low is not None and mark.high is not None:
        low = number(mark.low, lang, measure.decimals)
        text += f", {low}–{number(mark.high, lang, measure.decimals)}"
    return text + ")"
