"""The fields of a goal: every form of RULES §2, in tonnes and shares of one."""

from data_access.records.field import Bound, Field, Kind, Record, named
from data_access.records.shared import MUNICIPALITY, NOTE, SOURCE_REF, TITLE_EN, TITLE_SV
from progress.emissions.series import Gas
from progress.goals.goal import GoalKind, GoalScope, State

GASES = (*Gas, "unspecified")

GOAL = Record(
    "goals",
    (
        Field(
            "goal_id",
            Kind.TEXT,
            "id of the goal; yardstick-2045 is the national yardstick",
            headers=("Målets id",),
            needed=True,
            filled=True,
        ),
        MUNICIPALITY,
        Field(
            "kind",
            Kind.WORD,
            "form of the goal",
            words=tuple(GoalKind),
            headers=("Form",),
            needed=True,
            filled=True,
        ),
        Field(
            "scope",
            Kind.WORD,
            "what the goal speaks of",
            words=tuple(GoalScope),
            headers=("Omfattning",),
            needed=True,
            filled=True,
        ),
        Field(
            "gas",
            Kind.WORD,
            "gas as the source says it",
            words=GASES,
            headers=("Gas",),
            needed=True,
            filled=True,
        ),
        TITLE_SV,
        named(TITLE_EN, retained=True),
        Field(
            "quote",
            Kind.TEXT,
            "the goal in the source's own words",
            columns=("quote_sv",),
            headers=("Citat",),
        ),
        Field("base_year", Kind.YEAR, "year that the goal is counted from", headers=("Basår",)),
        Field(
            "base_value",
            Kind.NUMBER,
            "value of the base year, as the source states it",
            unit="tonnes",
            headers=("Värde basåret",),
        ),
        Field("target_year", Kind.YEAR, "year that the goal is to be met", headers=("Målår",)),
        Field(
            "value",
            Kind.NUMBER,
            "level to be reached; a person's where per_person",
            unit="tonnes",
            headers=("Värde", "Målnivå"),
        ),
        # The later columns of a field are those of a dataset: shares of one, values in tonnes.
        Field(
            "unit_text",
            Kind.TEXT,
            "unit as the source writes it",
            columns=("unit", "unit_text"),
            headers=("Enhet",),
        ),
        Field("per_person", Kind.TRUTH, "whether values are per inhabitant", filled=True),
        Field(
            "rate",
            Kind.NUMBER,
            "yearly reduction",
            unit="share",
            columns=("rate_percent_per_year", "rate"),
            headers=("Procent per år",),
            bound=Bound.SHARE,
        ),
        Field(
            "reduction",
            Kind.NUMBER,
            "reduction from the base year",
            unit="share",
            columns=("reduction_percent", "reduction"),
            headers=("Minskning i procent",),
        ),
        Field(
            "residual_share",
            Kind.NUMBER,
            "share of the base that may remain",
            unit="share",
            columns=("residual_or_offset_percent", "residual_share"),
        ),
        Field(
            "residual_tonnes",
            Kind.NUMBER,
            "emissions that may remain",
            unit="tonnes",
            bound=Bound.NOT_NEGATIVE,
            retained=True,
        ),
        Field(
            "budget_tonnes",
            Kind.NUMBER,
            "carbon budget",
            unit="tonnes",
            headers=("Koldioxidbudget",),
            bound=Bound.NOT_NEGATIVE,
        ),
        Field("budget_first_year", Kind.YEAR, "first year of the budget"),
        Field("budget_last_year", Kind.YEAR, "last year of the budget"),
        Field("strict", Kind.TRUTH, "whether the value must be passed, not only reached"),
        Field("state", Kind.WORD, "end state aimed at", words=tuple(State), nothing=None),
        Field(
            "status",
            Kind.TEXT,
            "standing of the goal: adopted, interim, long_term, proposed …",
            headers=("Status",),
            filled=True,
            retained=True,
        ),
        Field(
            "confidence",
            Kind.WORD,
            "how sure the reading of the source is",
            words=("high", "medium", "low", ""),
            checked=False,
        ),
        named(NOTE, kind=Kind.TEXT, retained=True),
        Field("source_title", Kind.TEXT, "title of the source", headers=("Källa",)),
        Field("source_section", Kind.TEXT, "section of the source", headers=("Avsnitt",)),
        SOURCE_REF,
        Field("contract_version_year", Kind.YEAR, "year of the contract's version", checked=False),
        Field(
            "valid_from", Kind.TEXT, "day it began to hold", headers=("Gäller från",), retained=True
        ),
        Field(
            "coverage_differs",
            Kind.TRUTH,
            "whether the goal covers other than statistics do",
            filled=True,
            retained=True,
        ),
        Field(
            "near_gas",
            Kind.WORD,
            "gas of the near series that serves as an indication",
            words=tuple(Gas),
            nothing=None,
            retained=True,
        ),
        Field(
            "near_sectors_left_out",
            Kind.LIST,
            "sectors taken off that near series",
            filled=True,
            retained=True,
        ),
        Field("near_reason_sv", Kind.TEXT, "why that series, in Swedish", retained=True),
        Field("near_reason_en", Kind.TEXT, "why that series, in English", retained=True),
        Field(
            "series_note_sv", Kind.TEXT, "why no emission series fits, in Swedish", retained=True
        ),
        Field(
            "series_note_en", Kind.TEXT, "why no emission series fits, in English", retained=True
        ),
        Field(
            "defined_by", Kind.TEXT, "id of the goal that says what this one means", retained=True
        ),
        Field(
            "leaves_out_sv",
            Kind.TEXT,
            "what of the place the goal does not count, in Swedish",
            retained=True,
        ),
        Field(
            "leaves_out_en",
            Kind.TEXT,
            "what of the place the goal does not count, in English",
            retained=True,
        ),
        Field("city", Kind.TEXT, stored=False),
    ),
    key=("goal_id",),
    scope=("municipality_code",),
)
