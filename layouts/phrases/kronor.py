"""How sums of money are written: in words, briefly for tables, exactly for source rows."""

from decimal import ROUND_HALF_UP, Decimal

from progress.i18n import text
from progress.phrases.figures import Figure
from progress.phrases.formats import number

NO_BREAK = "\u00a0"
MILLION = Decimal(10) ** 6
BILLION = Decimal(10) ** 9


def words(sek: Decimal, lang: str) -> str:
    """Kronor for a sentence: "98,4 miljoner kronor", "SEK 98.4 million"."""
    step, figure = _step(sek, lang)
    written = text(lang)(f"amount.words.{step}", number=figure).replace(" ", NO_BREAK)
    return Figure(written, sek, text(lang)("amount.sek"))


def brief(amount: Decimal, lang: str, currency: str = "SEK") -> str:
    """For tables: "98,4 mn kr", "SEK 98.4 mn", "213,5 mn EUR"."""
    step, figure = _step(amount, lang)
    return Figure(_brief(step, figure, lang, currency), amount, _unit(lang, currency))


def brief_range(low: Decimal, high: Decimal, lang: str, currency: str = "SEK") -> str:
    """A range with its unit once where both ends have the same; one figure where they are alike."""
    if low == high:
        return brief(low, lang, currency)
    (low_step, low_figure), (high_step, high_figure) = _step(low, lang), _step(high, lang)
    if low == 0:
        low_step = high_step
    if low_step != high_step:
        return f"{brief(low, lang, currency)}–{brief(high, lang, currency)}"
    return _brief(high_step, f"{low_figure}–{high_figure}", lang, currency)


def exact(amount: Decimal, lang: str, currency: str) -> str:
    """The amount in full, with decimals only where it has any: "1 980 311 kr", "EUR 193,232.26"."""
    written = _brief("one", _decimal(amount, lang, 0, 2), lang, currency)
    return Figure(written, amount, _unit(lang, currency))


def per_tonne(low: Decimal | None, high: Decimal | None, lang: str) -> str:
    """A quotient's number without unit, to two figures that count; a missing end is said by "–"."""
    ends = [None if end is None else _decimal(_two_figures(end), lang) for end in (low, high)]
    if ends[0] == ends[1]:
        is_exact = low is not None and low == high
        return Figure(ends[0] or "", low or 0) if is_exact else ends[0] or "–"
    return f"{ends[0] or ''}–{ends[1] or ''}"


def _brief(step: str, figure: str, lang: str, currency: str) -> str:
    unit = _unit(lang, currency)
    return text(lang)(f"amount.brief.{step}", number=figure, unit=unit).replace(" ", NO_BREAK)


def _unit(lang: str, currency: str) -> str:
    return text(lang)("amount.sek") if currency == "SEK" else currency


def _step(amount: Decimal, lang: str) -> tuple[str, str]:
    """The scale and the figure, rounded before the scale is chosen: never "1 000,0 million"."""
    size = abs(amount)
    if size >= BILLION - MILLION / 20:
        return "billion", _decimal(amount / BILLION, lang, 1, 2 if size < 10 * BILLION else 1)
    if size >= MILLION - Decimal("0.5"):
        return "million", _decimal(amount / MILLION, lang, 1, 1)
    return "one", _decimal(amount, lang)


def _decimal(amount: Decimal, lang: str, least: int = 0, most: int = 0) -> str:
    """With at least and at most so many decimals."""
    rounded = amount.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    decimals = most
    while decimals > least and rounded == rounded.quantize(Decimal(1).scaleb(1 - decimals)):
        decimals -= 1
    return number(rounded, lang, decimals)


def _two_figures(quotient: Decimal) -> Decimal:
    if abs(quotient) < 100:
        return quotient.quantize(Decimal(1), ROUND_HALF_UP)
    return Decimal(f"{quotient:.1e}")
