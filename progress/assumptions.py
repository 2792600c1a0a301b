"""What the rules assume where a source is silent, worded for readers in both languages."""

from progress.series import Figures, Gas
from progress.verdict_model import Assumption

GAS_WORDS: dict[Gas, tuple[str, str]] = {
    Gas.CO2: ("koldioxid", "carbon dioxide"),
    Gas.CO2E: ("alla växthusgaser (CO2e)", "all greenhouse gases (CO2e)"),
    Gas.CO2_BIOGENIC: ("biogen koldioxid", "biogenic carbon dioxide"),
}


def gas_assumed(gas: Gas) -> Assumption:
    """The source names no gas."""
    sv, en = GAS_WORDS[gas]
    return Assumption(
        "gas_assumed",
        f"Källan säger inte vilka gaser målet gäller; här räknas {sv}.",
        f"The source does not say which gases the goal covers; {en} is counted here.",
    )


def base_year_assumed(year: int) -> Assumption:
    """No base year is stated (§4)."""
    return Assumption(
        "base_year_assumed",
        f"Källan anger inget basår; banan ritas från {year}, det första året från 2015 med "
        "statistik.",
        f"The source states no base year; the path starts in {year}, the first year from 2015 "
        "with statistics.",
    )


def base_year_from_budget(year: int) -> Assumption:
    """A rate with no base year stands beside a budget period."""
    return Assumption(
        "base_year_from_budget",
        f"Källan anger inget basår för takten; den räknas från budgetens första år, {year}.",
        f"The source states no base year for the rate; it is counted from the budget's first year, "
        f"{year}.",
    )


def base_year_moved(stated: int, used: int) -> Assumption:
    """The stated base year has no value in the release; only the path depends on it."""
    return Assumption(
        "base_year_moved",
        f"Basåret {stated} saknar värde i utgåvan; banan ritas från {used} i stället.",
        f"The base year {stated} has no value in the release; the path starts in {used} instead.",
    )


def base_from_source(year: int) -> Assumption:
    """The base year's value comes from the goal's source, not from the release."""
    return Assumption(
        "base_from_source",
        f"Utgåvan saknar {year}; basvärdet är det som målets källa anger och kan vara räknat "
        "på annat sätt.",
        f"The release lacks {year}; the base value is the one the goal's source states, and may "
        "be counted in another way.",
    )


def residual_assumed() -> Assumption:
    """`neutral`, or near zero, with no stated residual (§2)."""
    return Assumption(
        "residual_zero",
        "Källan säger inte hur mycket som får släppas ut när målet är nått; här räknas med 0 ton.",
        "The source does not say how much may still be emitted when the goal is met; 0 tonnes "
        "is used here.",
    )


def no_sinks() -> Assumption:
    """The goal is a net figure, the series holds emissions only."""
    return Assumption(
        "no_sinks",
        "Målet räknar även upptag eller infångning av koldioxid. Serien innehåller bara utsläpp, "
        "så de jämförs utan avdrag.",
        "The goal also counts uptake or capture of carbon dioxide. The series holds emissions "
        "only, so they are compared with nothing taken off.",
    )


def at_best_close() -> Assumption:
    """A climate-positive goal can't be proved by a series of emissions alone."""
    return Assumption(
        "at_best_close",
        "Klimatpositiv kräver mer upptag än utsläpp. Utan uppgift om upptag kan bedömningen som "
        "bäst bli ”nära”.",
        "Climate-positive needs more uptake than emissions. Without figures on uptake the verdict "
        "can at best be “close”.",
    )


def zero_as_share() -> Assumption:
    """The required rate to a target of 0 (§4)."""
    return Assumption(
        "zero_as_one_percent",
        "En årlig takt når aldrig noll; den krävda takten räknas till 1 % av basvärdet.",
        "A yearly rate never reaches zero; the required rate is computed to 1% of the base value.",
    )


def gap_years_filled(years: tuple[int, ...]) -> Assumption:
    """Years of the budget period that the release lacks."""
    listed = ", ".join(str(year) for year in years)
    return Assumption(
        "gap_years_filled",
        f"Statistik saknas för {listed} i utgåvan; åren är uppskattade från omgivande år.",
        f"The release has no statistics for {listed}; those years are estimated from the years "
        "around them.",
    )


def target_year_is_gap(target_year: int, used: int) -> Assumption:
    """The target year has passed without a value in the release."""
    return Assumption(
        "target_year_is_gap",
        f"Utgåvan saknar målåret {target_year}; det första året därefter, {used}, används.",
        f"The release lacks the target year {target_year}; the first year after it, {used}, is "
        "used.",
    )


def path_from_first_year(year: int) -> Assumption:
    """A budget with no stated rate (§4)."""
    return Assumption(
        "budget_rate_derived",
        f"Källan anger ingen takt; banan är den jämna takt från utsläppen {year} som "
        "precis använder budgeten.",
        f"The source states no rate; the path is the even rate from the emissions of {year} that "
        "uses exactly the budget.",
    )


def near_series(reason_sv: str, reason_en: str) -> Assumption:
    """Why another series serves as an indication."""
    return Assumption(
        "near_series",
        reason_sv
        or "Ingen statistik täcker exakt det som målet räknar; detta är den närmaste serien.",
        reason_en
        or "No statistics cover exactly what the goal counts; this is the nearest series.",
    )


def own_figures(own: Figures) -> Assumption:
    """The verdict rests on a city's own series."""
    return Assumption(
        "own_figures",
        f"Bedömningen vilar på egna siffror från {own.publisher} (”{own.title}”), inte på den "
        "nationella statistiken.",
        f"The verdict rests on {own.publisher}'s own figures (“{own.title}”), not on the national "
        "statistics.",
    )


def forecasts_of(by: Figures, years: tuple[int, ...]) -> Assumption:
    """Years of a budget account that hold somebody's forecast in place of our estimate."""
    listed = ", ".join(str(year) for year in years)
    return Assumption(
        "own_forecasts",
        f"Budgetens värden för {listed} är en prognos från {by.publisher} (”{by.title}”).",
        f"The budget's values for {listed} are a forecast by {by.publisher} (“{by.title}”).",
    )
