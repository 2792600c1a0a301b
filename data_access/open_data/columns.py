"""What every column of the open data says. A name means the same thing in all datasets."""

from data_access import records
from data_access.records import Record
from data_access.records.words import RELEASE_KINDS, STATUS_WORDS
from progress.dataset import Column, Kind
from progress.goals import GoalKind, GoalScope, State
from progress.sectors import SECTORS
from progress.series import TOTAL, Gas, Scope, Status, Unit
from progress.verdict_model import Attainment, Direction, Reason, Robustness

MUNICIPALITY = "Statistics Sweden's code of the municipality, four digits"
TONNES = "unit of the row"
SEK_OR = "currency of the row"

_T, _I, _N, _D = Kind.TEXT, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL


def _columns(*columns: Column) -> dict[str, Column]:
    return {column.name: column for column in columns}


_KINDS = {
    records.Kind.YEAR: Kind.INTEGER,
    records.Kind.COUNT: Kind.INTEGER,
    records.Kind.RATING: Kind.INTEGER,
    records.Kind.NUMBER: Kind.NUMBER,
    records.Kind.AMOUNT: Kind.DECIMAL,
    records.Kind.TRUTH: Kind.BOOLEAN,
    records.Kind.DAY: Kind.DATE,
    records.Kind.LIST: Kind.LIST,
}


def of_record(record: Record) -> dict[str, Column]:
    """The columns that a record gives out, as its fields say."""
    return _columns(
        *(
            Column(
                one.name,
                _KINDS.get(one.kind, Kind.TEXT),
                one.meaning,
                one.unit,
                one.words if one.checked else (),
            )
            for one in record.fields
            if one.is_open
        )
    )


COLUMNS: dict[str, Column] = _columns(
    Column("municipality_code", _T, MUNICIPALITY),
    Column("release", _T, "label of the release that the row comes from"),
    Column("publisher", _T, "who published the figures"),
    Column("licence", _T, "licence as the publisher states it, or that none is stated"),
    Column("unit", _T, "unit of the row's figures", values=tuple(Unit)),
    Column("year", _I, "calendar year"),
    Column("gas", _T, "what is counted", values=tuple(Gas)),
    Column("scope", _T, "whose emissions are counted", values=tuple(Scope)),
    Column("sector", _T, "sector code; total where the release has none", values=(*SECTORS, TOTAL)),
    Column("status", _T, "how sure the figure is", values=tuple(Status)),
    Column("tonnes", _N, "emissions in the year", "tonnes"),
    Column("note", _T, "what a reader should know"),
    Column("source_id", _T, "id of the source"),
    Column("source_ref", _T, "where in the source, often an address"),
    # municipalities and sectors
    Column("code", _T, "code of the row"),
    Column("name", _T, "name"),
    Column("name_sv", _T, "name in Swedish"),
    Column("name_en", _T, "name in English"),
    Column("slug", _T, "the municipality's name in the addresses of its pages"),
    Column("county_code", _T, "code of the county, two digits"),
    Column("county_name", _T, "name of the county"),
    Column("contract_since", _I, "year it signed a climate city contract; empty if it has not"),
    Column("eu_mission", Kind.BOOLEAN, "whether it is a city of the EU's climate mission"),
    # releases
    Column("label", _T, "the release's name in addresses and in other datasets"),
    Column("kind", _T, "what the release holds", values=RELEASE_KINDS),
    Column("title", _T, "title as published"),
    Column("released", Kind.DATE, "day of publication, where known"),
    Column("imported", Kind.MOMENT, "when it was loaded here"),
    Column("file_name", _T, "name of the file it was read from"),
    Column("sha256", _T, "SHA-256 checksum of that file"),
    Column("rows", _I, "number of rows", "rows"),
    Column("year_first", _I, "first year it covers"),
    Column("year_last", _I, "last year it covers"),
    Column("source_title", _T, "title of the source"),
    # goals
    Column("goal_id", _T, "id of the goal; yardstick-2045 is the national yardstick"),
    Column("title_sv", _T, "title in Swedish"),
    Column("title_en", _T, "title in English"),
    Column("quote", _T, "the goal in the source's own words"),
    Column("base_year", _I, "year that the goal is counted from"),
    Column("base_value", _N, "value of the base year, as the source states it", "tonnes"),
    Column("target_year", _I, "year that the goal is to be met"),
    Column("value", _N, "level to be reached; a person's where per_person", "tonnes"),
    Column("unit_text", _T, "unit as the source writes it"),
    Column("per_person", Kind.BOOLEAN, "whether values are per inhabitant"),
    Column("rate", _N, "yearly reduction", "share"),
    Column("reduction", _N, "reduction from the base year", "share"),
    Column("residual_share", _N, "share of the base that may remain", "share"),
    Column("residual_tonnes", _N, "emissions that may remain", "tonnes"),
    Column("budget_tonnes", _N, "carbon budget", "tonnes"),
    Column("budget_first_year", _I, "first year of the budget"),
    Column("budget_last_year", _I, "last year of the budget"),
    Column("strict", Kind.BOOLEAN, "whether the value must be passed, not only reached"),
    Column("state", _T, "end state aimed at", values=tuple(State)),
    Column("confidence", _T, "how sure the reading of the source is"),
    Column("source_section", _T, "section of the source"),
    Column("contract_version_year", _I, "year of the contract's version"),
    Column("valid_from", _T, "day it began to hold"),
    Column("coverage_differs", Kind.BOOLEAN, "whether the goal covers other than statistics do"),
    Column("near_gas", _T, "gas of the near series that serves as an indication"),
    Column("near_sectors_left_out", Kind.LIST, "sectors taken off that near series"),
    Column("near_reason_sv", _T, "why that series, in Swedish"),
    Column("near_reason_en", _T, "why that series, in English"),
    Column("series_note_sv", _T, "why no emission series fits, in Swedish"),
    Column("series_note_en", _T, "why no emission series fits, in English"),
    Column("defined_by", _T, "id of the goal that says what this one means"),
    Column("leaves_out_sv", _T, "what of the place the goal does not count, in Swedish"),
    Column("leaves_out_en", _T, "what of the place the goal does not count, in English"),
    # verdicts
    Column("latest_year", _I, "newest observed year"),
    Column("actual_tonnes", _N, "emissions in latest_year", TONNES),
    Column("path_tonnes", _N, "the path to the goal in latest_year", TONNES),
    Column("gap_tonnes", _N, "actual minus path; above zero is behind", TONNES),
    Column("years_behind", _N, "how many years the path is ahead of the emissions", "years"),
    Column("slope_tonnes_per_year", _N, "trend; below zero is falling", f"{TONNES}, per year"),
    Column("projected_tonnes", _N, "the trend drawn to the target year", TONNES),
    Column("attainment", _T, "will the goal be met if the trend holds", values=tuple(Attainment)),
    Column("direction", _T, "which way emissions go", values=tuple(Direction)),
    Column("direction_uncertain", Kind.BOOLEAN, "whether the trend's direction is uncertain"),
    Column("robustness", _T, "whether other assumptions change it", values=tuple(Robustness)),
    Column("fragile_variants", Kind.LIST, "the assumptions that change it"),
    Column("required_rate", Kind.RATE, "yearly reduction needed, or in words why none", "share"),
    Column("required_rate_if_delayed", Kind.RATE, "the same, if begun one year later", "share"),
    Column("budget", Kind.OBJECT, "what is used of a carbon budget and when it runs out"),
    Column("indicative", Kind.OBJECT, "the verdict on a near series, where one serves"),
    Column("reason", _T, "why it cannot be assessed", values=tuple(Reason)),
    Column("assumptions", Kind.LIST, "what was assumed where the source is silent"),
    Column("sentence_sv", _T, "the verdict in one Swedish sentence"),
    Column("sentence_en", _T, "the verdict in one English sentence"),
    # commitments
    Column("commitment_id", _T, "id of the commitment"),
    Column("party_kind", _T, "kind of party", values=("municipality", "viable_cities", "agency")),
    Column("party", _T, "who has promised"),
    Column("contract", _T, "contract and version"),
    Column("contract_id", _T, "id of the contract"),
    Column("section", _T, "section of the document"),
    Column("quote_sv", _T, "the source's own words, in Swedish"),
    Column("due", _T, "when it is due, as stated; may be a part of a date"),
    Column("theme", _T, "theme"),
    Column("status_date", Kind.DATE, "day of the newest status"),
    Column("status_comment", _T, "comment on the status"),
    Column("status_source", _T, "source of the status"),
    Column(
        "status_resources",
        _T,
        "whether existing resources are enough or it must be decided politically, where told",
        values=("enough", "politics"),
    ),
    # indicators
    Column("indicator_id", _T, "id of the indicator"),
    Column("numerator", _N, "what the value is worked out from, where it is known"),
    Column("denominator", _N, "what it is divided by, where it is known"),
    Column("possible_duplicate_of", _T, "ids of grants that may be the same money"),
    # investment actions
    Column("quality_flag", _T, "ok, unconfirmed, source_error …"),
    Column("action_id", _T, "id of the action within the municipality"),
    Column("row_level", _T, "action, portfolio, programme_total, scenario or rejected"),
    Column("field", _T, "field as the plan names it"),
    Column("responsible", _T, "who is responsible, as the plan says"),
    Column("cost_low", _D, "cost, lowest", SEK_OR),
    Column("cost_high", _D, "cost, highest", SEK_OR),
    Column("cost_currency", _T, "currency of the costs, ISO 4217"),
    Column("cost_kind", _T, "capex, opex, total or unknown"),
    Column("cost_period", _T, "total, per_year or unknown"),
    Column("cost_text", _T, "cost as published"),
    Column("opex_per_year", _D, "running cost a year", SEK_OR),
    Column("opex_text", _T, "running cost as published"),
    Column("reduction_low_t", _N, "planned reduction, lowest", "tonnes"),
    Column("reduction_high_t", _N, "planned reduction, highest", "tonnes"),
    Column("reduction_period", _T, "annual, cumulative, by2030 or unknown"),
    Column("reduction_text", _T, "reduction as published"),
    Column("sink_low_t", _N, "planned uptake, lowest", "tonnes"),
    Column("sink_high_t", _N, "planned uptake, highest", "tonnes"),
    Column("sink_period", _T, "annual, cumulative, by2030 or unknown"),
    Column("sink_text", _T, "uptake as published"),
    Column("shared_effect_group", _T, "actions with one effect between them share this word"),
    Column("funding_source_text", _T, "who pays, as published"),
    Column(
        "payer", _T, "municipality, region, state, eu, private or other; empty where it is not told"
    ),
    Column("secured", _D, "how much of the cost is secured; empty is unknown, not zero", SEK_OR),
    Column("co_benefits", _I, "the city's own rating of co-benefits, 1 (least) to 5"),
    Column("feasibility", _I, "the city's own rating of feasibility, 1 (least) to 5"),
    Column("start_year", _I, "first year"),
    Column("end_year", _I, "last year"),
)
"""By name. A dataset puts its own in place of one that says something else there."""

OF_GOALS = _columns(
    Column("kind", _T, "form of the goal", values=tuple(GoalKind)),
    Column("scope", _T, "what the goal speaks of", values=tuple(GoalScope)),
    Column("gas", _T, "gas as the source says it", values=(*Gas, "unspecified")),
    Column("status", _T, "standing of the goal: adopted, interim, long_term, proposed …"),
)
OF_PROMISES = _columns(Column("status", _T, "newest status", values=STATUS_WORDS))
OF_INDICATORS = _columns(
    Column("value", _N, "value", "unit of the row"),
    Column("unit", _T, "unit of the indicator, in English"),
    Column("name_en", _T, "name of the indicator in English"),
)
OF_PLANS = _columns(Column("sector", _T, "sector as the plan has it; not the statistics' sectors"))
