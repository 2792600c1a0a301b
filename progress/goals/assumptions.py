"""What the rules assume where a source is silent, worded for readers in both languages."""

from collections.abc import Mapping

from progress.emissions.series import Figures, Gas
from progress.goals.verdict_model import Assumption
from progress.i18n import text
from progress.phrases.formats import percent


def _assumption(code: str, own: Mapping[str, str] | None = None, **values: object) -> Assumption:
    """The words of a code. `own` maps a value's language to it, where it is said in languages."""
    sv, en = (
        text(lang)(f"assumption.{code}", **values, **({"said": own[lang]} if own else {}))
        for lang in ("sv", "en")
    )
    return Assumption(code, sv, en)


def _in_both(sv: str, en: str) -> dict[str, str]:
    return {"sv": sv, "en": en}


def _listed(years: tuple[int, ...]) -> str:
    return ", ".join(str(year) for year in years)


def gas_assumed(gas: Gas) -> Assumption:
    """The source names no gas."""
    return _assumption(
        "gas_assumed", {lang: text(lang)(f"verdict.gas.{gas}") for lang in ("sv", "en")}
    )


def base_year_of_definition(year: int) -> Assumption:
    """The base year is that of the row that defines the goal, or of the budget it belongs to."""
    return _assumption("base_year_of_definition", year=year)


def two_bounds() -> Assumption:
    """Neutral that nothing defines (§2)."""
    return _assumption("two_bounds")


def residual_of_other_account() -> Assumption:
    """What may be left is stated for another account than the series."""
    return _assumption("residual_of_other_account")


def account_of_other_size(share: float) -> Assumption:
    """The city's own account has another size than the series in the same year (§2)."""
    return _assumption(
        "account_of_other_size", _in_both(percent(share, "sv"), percent(share, "en"))
    )


def leaves_out(part_sv: str, part_en: str) -> Assumption:
    """The aim leaves a part of the place out, which the series holds."""
    return _assumption("leaves_out", _in_both(part_sv, part_en))


def base_from_source(year: int) -> Assumption:
    """The base year's value comes from the goal's source, not from the release."""
    return _assumption("base_from_source", year=year)


def no_sinks() -> Assumption:
    """The goal is a net figure, the series holds emissions only."""
    return _assumption("no_sinks")


def at_best_close() -> Assumption:
    """A climate-positive goal can't be proved by a series of emissions alone."""
    return _assumption("at_best_close")


def gap_years_filled(years: tuple[int, ...]) -> Assumption:
    """Years of the budget period that the release lacks."""
    return _assumption("gap_years_filled", years=_listed(years))


def target_year_is_gap(target_year: int, used: int) -> Assumption:
    """The target year has passed without a value in the release."""
    return _assumption("target_year_is_gap", target=target_year, used=used)


def path_from_first_year(year: int) -> Assumption:
    """A budget with no stated rate (§4)."""
    return _assumption("budget_rate_derived", year=year)


def near_series(reason_sv: str, reason_en: str) -> Assumption:
    """Why another series serves as an indication."""
    plain = _assumption("near_series")
    return Assumption(plain.code, reason_sv or plain.text_sv, reason_en or plain.text_en)


def own_figures(own: Figures) -> Assumption:
    """The verdict rests on a city's own series."""
    return _assumption("own_figures", publisher=own.publisher, title=own.title)


def forecasts_of(by: Figures, years: tuple[int, ...]) -> Assumption:
    """Years of a budget account that hold somebody's forecast in place of our estimate."""
    return _assumption(
        "own_forecasts", years=_listed(years), publisher=by.publisher, title=by.title
    )
