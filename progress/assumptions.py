"""What the rules assume where a source is silent, worded for readers in both languages."""

from progress.formats import percent as _percent
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


def base_year_of_definition(year: int) -> Assumption:
    """The base year is that of the row that defines the goal, or of the budget it belongs to."""
    return Assumption(
        "base_year_of_definition",
        f"Målet anger inget eget basår; det räknas från {year}, som källan anger på annat ställe.",
        f"The goal states no base year of its own; it is counted from {year}, which the source "
        "states elsewhere.",
    )


def two_bounds() -> Assumption:
    """Neutral that nothing defines (§2)."""
    return Assumption(
        "two_bounds",
        "Källan säger inte hur mycket som får släppas ut när målet är nått. Målet prövas därför "
        "mot två gränser: 0 ton, och 15 % av utsläppen 1990 som i Sveriges eget mål om nettonoll.",
        "The source does not say how much may still be emitted when the goal is met. It is "
        "therefore tried against two bounds: 0 tonnes, and 15% of the emissions of 1990 as in "
        "Sweden's own net zero target.",
    )


def residual_of_other_account() -> Assumption:
    """What may be left is stated for another account than the series."""
    return Assumption(
        "residual_of_other_account",
        "Hur mycket som får släppas ut när målet är nått står i en annan redovisning än "
        "statistiken här.",
        "How much may still be emitted when the goal is met is stated in another account than the "
        "statistics here.",
    )


def account_of_other_size(share: float) -> Assumption:
    """The city's own account has another size than the series in the same year (§2)."""
    sv = _percent(share, "sv")
    en = _percent(share, "en")
    return Assumption(
        "account_of_other_size",
        f"Stadens egen redovisning är av annan storlek: statistiken här är {sv} av den samma år. "
        "Målets procent räknas på statistiken.",
        f"The city's own account is of another size: the statistics here are {en} of it in the "
        "same year. The goal's per cent is counted on the statistics.",
    )


def leaves_out(part_sv: str, part_en: str) -> Assumption:
    """The aim leaves a part of the place out, which the series holds."""
    return Assumption(
        "leaves_out",
        f"Här räknas hela kommunen, även {part_sv} som målet ställer utanför.",
        f"The whole municipality is counted here, {part_en} too, which the goal leaves out.",
    )


def base_from_source(year: int) -> Assumption:
    """The base year's value comes from the goal's source, not from the release."""
    return Assumption(
        "base_from_source",
        f"Statistiken saknar {year}; basvärdet är det som målets källa anger och kan vara räknat "
        "på annat sätt.",
        f"The statistics lack {year}; the base value is the one the goal's source states, and may "
        "be counted in another way.",
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


def gap_years_filled(years: tuple[int, ...]) -> Assumption:
    """Years of the budget period that the release lacks."""
    listed = ", ".join(str(year) for year in years)
    return Assumption(
        "gap_years_filled",
        f"Statistik saknas för {listed}; åren är uppskattade från omgivande år.",
        f"There are no statistics for {listed}; those years are estimated from the years "
        "around them.",
    )


def target_year_is_gap(target_year: int, used: int) -> Assumption:
    """The target year has passed without a value in the release."""
    return Assumption(
        "target_year_is_gap",
        f"Statistiken saknar målåret {target_year}; det första året därefter, {used}, används.",
        f"The statistics lack the target year {target_year}; the first year after it, {used}, is "
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
