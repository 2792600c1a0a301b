"""The fields of what an action of an investment plan is to lead to: reductions and uptake."""

from data_access.records.field import Field, Kind

PERIODS = "annual, cumulative, by2030, unknown"
PERIOD_WORDS = ("annual", "cumulative", "by2030", "unknown", "")

EFFECTS = (
    Field(
        "reduction_low_t",
        Kind.NUMBER,
        "planned reduction, lowest",
        "Minskning, ton CO2e, lägre del",
        "Reduction in t CO2e, lower end",
        unit="tonnes",
        headers=("Minskning",),
        examples=("100", "", ""),
    ),
    Field(
        "reduction_high_t",
        Kind.NUMBER,
        "planned reduction, highest",
        "Minskning, ton CO2e, övre del",
        "Reduction in t CO2e, upper end",
        unit="tonnes",
        headers=("Högsta minskning",),
        examples=("100", "", ""),
    ),
    Field(
        "reduction_period",
        Kind.WORD,
        "annual, cumulative, by2030 or unknown",
        PERIODS,
        PERIODS,
        words=PERIOD_WORDS,
        examples=("annual", "", ""),
        headers=("Minskningens period",),
    ),
    Field(
        "reduction_text",
        Kind.PROSE,
        "reduction as published",
        "Minskningen med planens ord",
        "Reduction in the plan's words",
        headers=("Minskningen i ord",),
    ),
    Field(
        "sink_low_t",
        Kind.NUMBER,
        "planned uptake, lowest",
        "Upptag, ton CO2e, lägre del",
        "Uptake in t CO2e, lower end",
        unit="tonnes",
        headers=("Upptag",),
    ),
    Field(
        "sink_high_t",
        Kind.NUMBER,
        "planned uptake, highest",
        "Upptag, ton CO2e, övre del",
        "Uptake in t CO2e, upper end",
        unit="tonnes",
        headers=("Högsta upptag",),
    ),
    Field(
        "sink_period",
        Kind.WORD,
        "annual, cumulative, by2030 or unknown",
        PERIODS,
        PERIODS,
        words=PERIOD_WORDS,
        headers=("Upptagets period",),
    ),
    Field(
        "sink_text",
        Kind.PROSE,
        "uptake as published",
        "Upptaget med planens ord",
        "Uptake in the plan's words",
        headers=("Upptaget i ord",),
    ),
)
