"""The short words for a verdict's signals, in both languages."""

from progress.emissions.sectors import SECTORS
from progress.emissions.series import Gas, Scope
from progress.goals.rate_variants import FIRST_RESTATED, SMOOTHED
from progress.goals.verdict_model import Attainment, Basis, Verdict
from progress.i18n import text


def attainment_word(attainment: Attainment, lang: str) -> str:
    """The label of an attainment."""
    return text(lang)(f"verdict.attainment.{attainment.value}")


def plain_word(attainment: Attainment, lang: str) -> str:
    """The same word inside a sentence, with a small letter: “nås inte”."""
    word = attainment_word(attainment, lang)
    return word[:1].lower() + word[1:]


def plain_words(verdict: Verdict, lang: str) -> str:
    """The attainment inside a sentence; a fragile one never without that it is uncertain."""
    word = badge_of(verdict.attainment, lang, uncertain=verdict.fragile)
    return word[:1].lower() + word[1:]


def counted_word(attainment: Attainment, n: int, uncertain: int, lang: str) -> str:
    """An attainment with how many have it, and how many of these are uncertain: “Nås 4 (3 osäkra)”.

    Never the count alone where one of them is uncertain (RULES §5).
    """
    t, word = text(lang), attainment_word(attainment, lang)
    if not uncertain:
        return t("verdict.counted", word=word, count=n)
    return t("verdict.counted.uncertain", word=word, count=n, n=uncertain)


def badge(verdict: Verdict, lang: str) -> str:
    """A verdict's label: “Nås inte”, “Vägledande: nås inte”, “Nås, osäkert”.

    Of what can be told: the indicative verdict where the goal's own scope has none. A fragile one
    never stands without that it is uncertain, an indicative one never without that it is.
    """
    effective = verdict.effective
    attainment = effective.attainment
    return badge_of(
        attainment,
        lang,
        uncertain=effective.fragile,
        indicative=effective.basis is not Basis.OWN and attainment is not Attainment.NOT_ASSESSABLE,
    )


def badge_of(
    attainment: Attainment, lang: str, *, uncertain: bool = False, indicative: bool = False
) -> str:
    """The label of an attainment that is known without its verdict."""
    t, word = text(lang), attainment_word(attainment, lang)
    if uncertain:
        word = t("verdict.uncertain", word=word)
    if indicative:
        word = t("verdict.indicative", word=word[:1].lower() + word[1:])
    return word


def scope_word(scope: Scope, lang: str) -> str:
    """Whose emissions, as a phrase inside a sentence."""
    return text(lang)(f"verdict.scope.{scope.value}")


def sector_word(sector: str, lang: str) -> str:
    """A sector's name; its code where it has none."""
    t, key = text(lang), f"sector.{sector}"
    return t(key) if key in t else sector


def sector_phrase(sector: str, lang: str) -> str:
    """A sector inside a sentence: “transporter”; its code where it has no words."""
    t, key = text(lang), f"word.sector.{sector}"
    return t(key) if key in t else sector


def variant_phrase(code: str, lang: str) -> str:
    """How a robustness variant draws the rate, as a phrase: `räknat från 2020`, `utan 2024`."""
    t = text(lang)
    if code == SMOOTHED:
        return t("verdict.variant.smoothed")
    if code == FIRST_RESTATED:
        return t("verdict.variant.first_restated")
    kind, _, year = code.partition("_")
    return t("verdict.variant.from" if kind == "from" else "verdict.variant.to", year=year)


def emissions_phrase(verdict: Verdict, lang: str) -> str:
    """Whose emissions, and of what, as the subject of a sentence: `utsläppen`, `koldioxiden`."""
    t = text(lang)
    if verdict.sector in SECTORS:
        return t("verdict.emissions.sector", sector=sector_phrase(verdict.sector, lang))
    if verdict.scope is not None and verdict.scope is not Scope.TERRITORIAL:
        return scope_word(verdict.scope, lang)
    return t("verdict.emissions.co2" if verdict.gas is Gas.CO2 else "verdict.emissions")


def series_phrase(verdict: Verdict, lang: str) -> str:
    """The series that a verdict rests on, as a phrase; empty where there is none."""
    if verdict.scope is None or verdict.gas is None:
        return ""
    t = text(lang)
    gas = t(f"verdict.gas.{verdict.gas}")
    series = t("verdict.series", scope=scope_word(verdict.scope, lang), gas=gas)
    if verdict.sector in SECTORS:
        series = t("verdict.series.sector", series=series, sector=sector_word(verdict.sector, lang))
    if verdict.sectors_left_out:
        names = [sector_word(sector, lang) for sector in verdict.sectors_left_out]
        sectors = f" {t('word.and')} ".join(names)
        series = t("verdict.series.without", series=series, sectors=sectors)
    return series


def is_indicative(verdict: Verdict) -> bool:
    """Whether a verdict is an indication only: on a near series, or of another account."""
    return verdict.basis is not Basis.OWN
