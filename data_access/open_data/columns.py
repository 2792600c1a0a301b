"""What every column of the open data says. A name means the same thing in all datasets."""

from data_access import records
from data_access.exports.changes import KINDS as CHANGE_KINDS
from data_access.records import EMISSION, GOAL, INDICATOR_VALUE, RELEASE_KINDS, Record
from progress.corrections import Action
from progress.dataset import Column, Kind
from progress.emissions.series import TOTAL, Status, Unit
from progress.goals.verdict_model import Attainment, Basis, Direction, Reason, Robustness

MUNICIPALITY = "Statistics Sweden's code of the municipality, four digits"
TONNES = "unit of the row"
SHARE = "share"

STATES = ("known", "open")
"""Of a pair of grants that may be the same money."""

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
                field.name,
                _KINDS.get(field.kind, Kind.TEXT),
                field.meaning,
                field.unit,
                field.words if field.checked else (),
            )
            for field in record.fields
            if field.is_open
        )
    )


COLUMNS: dict[str, Column] = _columns(
    Column("municipality_code", _T, MUNICIPALITY),
    Column("release", _T, "label of the release that the row comes from"),
    Column("publisher", _T, "who published the figures"),
    Column("licence", _T, "licence as the publisher states it, or that none is stated"),
    Column("unit", _T, "unit of the row's figures", values=tuple(Unit)),
    Column("note", _T, "what a reader should know"),
    Column("source_id", _T, "id of the source"),
    Column("source_ref", _T, "where in the source, often an address"),
    # municipalities and sectors
    Column("code", _T, "code of the row"),
    Column("name", _T, "name"),
    Column("name_sv", _T, "name in Swedish"),
    Column("name_en", _T, "name in English"),
    Column("gpc", Kind.LIST, "reference numbers of the GPC 1.1 that the sector is spread over"),
    Column("gpc_loss", _T, "what cannot be told by those numbers"),
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
    Column("edition", _I, "the year by which its publisher names it; the newest is shown"),
    Column("partial", Kind.BOOLEAN, "whether it holds some municipalities alone"),
    Column("source_title", _T, "title of the source"),
    # verdicts
    Column(
        "basis",
        _T,
        "what the verdict rests on: the goal's own series (own), that series though it differs in "
        "size or parts (indicative), or the nearest one (near); each is a row of its own",
        values=tuple(Basis),
    ),
    Column("first_year", _I, "first observed year from 2015 on, from which is counted"),
    Column("latest_year", _I, "newest observed year"),
    Column("actual_tonnes", _N, "emissions in latest_year, without sectors that begin", TONNES),
    Column("level_tonnes", _N, "all emissions in latest_year", TONNES),
    Column("target_year", _I, "year that the goal is to be met"),
    Column("target_tonnes", _N, "level to be reached; with two bounds the lenient one", TONNES),
    Column("needed_rate", _N, "yearly reduction needed from latest_year; a fall is above 0", SHARE),
    Column(
        "needed_tonnes_per_year",
        _N,
        "yearly reduction needed from latest_year in even shares; a fall is above 0",
        f"{TONNES}, per year",
    ),
    Column(
        "done_rate",
        _N,
        "mean yearly reduction from first_year to latest_year; a fall is above 0",
        SHARE,
    ),
    Column(
        "done_tonnes_per_year",
        _N,
        "mean yearly reduction from latest_year to target_year at the done rate; a fall is above 0",
        f"{TONNES}, per year",
    ),
    Column("smoothed_rate", _N, "done rate smoothed over all years; a fall is above 0", SHARE),
    Column("projected_tonnes", _N, "emissions in the target year at the done rate", TONNES),
    Column("target_gap_tonnes", _N, "projected minus target; above zero misses it", TONNES),
    Column("path_tonnes", _N, "the path to the goal in latest_year", TONNES),
    Column("path_gap_tonnes", _N, "actual minus path; above zero is behind", TONNES),
    Column("years_behind", _N, "how many years the path is ahead of the emissions", "years"),
    Column(
        "attainment",
        _T,
        "will the goal be met at the done rate; awaiting: the target year has passed without "
        "statistics; depends: strict and lenient bound differ",
        values=tuple(Attainment),
    ),
    Column("direction", _T, "which way emissions go", values=tuple(Direction)),
    Column("direction_uncertain", Kind.BOOLEAN, "whether other years give the other direction"),
    Column(
        "robustness",
        _T,
        "whether every recalculation gives the same attainment; one that is fragile is uncertain "
        "and never to be told without that",
        values=tuple(Robustness),
    ),
    Column("fragile_variants", Kind.LIST, "the recalculations that change the attainment"),
    Column(
        "bounds",
        Kind.OBJECT,
        "target_tonnes, attainment, needed_rate and needed_tonnes_per_year of a neutrality that is "
        "not defined: strict leaves nothing, lenient 15 % of 1990",
    ),
    Column(
        "estimates",
        Kind.OBJECTS,
        "value of each year after latest_year, with low and high where eight outcomes in ten came "
        "within them",
    ),
    Column("budget", Kind.OBJECT, "what is used of a carbon budget and when it runs out"),
    Column("covers", _N, "how much of what the goal counts the series holds", SHARE),
    Column("reason", _T, "why it cannot be assessed", values=tuple(Reason)),
    Column("assumptions", Kind.OBJECTS, "what was assumed where the source is silent"),
    Column("sentence_sv", _T, "the verdict in one Swedish sentence"),
    Column("sentence_en", _T, "the verdict in one English sentence"),
    # corrections
    Column("correction_id", _I, "number of the correction, lasting"),
    Column("at", Kind.MOMENT, "when it was made"),
    Column("action", _T, "what was done", values=tuple(Action)),
    Column("key", _T, "key of the row that was corrected, or the label of the release"),
    Column("reason", _T, "why, in the words of who made it"),
    Column("changes", Kind.OBJECT, "field → its words before and after"),
    # grants
    Column("possible_duplicate_of", _T, "ids of grants that may be the same money"),
)
"""By name. A dataset puts its own in place of one that says something else there."""

OF_RELEASES = {name: of_record(EMISSION)[name] for name in ("gas", "scope")}

OF_TOTALS = of_record(EMISSION) | _columns(
    Column("sector", _T, "all sectors together", values=(TOTAL,)),
)

OF_SUBSECTORS = of_record(EMISSION) | _columns(
    Column("subsector", _T, "part of the sector, as its publisher names it"),
)

OF_GOALS = {
    name: column
    for name, column in of_record(GOAL).items()
    if name in {"goal_id", "kind", "scope", "gas", "status", "target_year"}
}
"""What a verdict tells of its goal."""

OF_OWN_SERIES = _columns(
    Column("source_title", _T, "title of the source"),
    Column("source_publisher", _T, "who published the figures"),
    Column("source_url", _T, "address of the source"),
    Column("continues", _T, "label of the series that these forecasts continue, where they do"),
)

OF_DUPLICATES = _columns(
    Column("first_id", _T, "id of a grant"),
    Column("second_id", _T, "id of a grant of another list that may be the same money"),
    Column("beneficiary", _T, "who receives it"),
    Column("first_source", _T, "id of the first grant's source"),
    Column("second_source", _T, "id of the second grant's source"),
    Column("first_title", _T, "title of the first grant"),
    Column("second_title", _T, "title of the second grant"),
    Column("first_sek", _I, "amount of the first grant", "SEK, nominal"),
    Column("second_sek", _I, "amount of the second grant", "SEK, nominal"),
    Column("state", _T, "known: counted once already; open: to be looked at", values=STATES),
    Column("why", _T, "what makes them alike"),
)

OF_LINKS = _columns(
    Column("number", _I, "place among the assumptions of the verdict"),
    Column("code", _T, "code of the assumption"),
    Column("text_sv", _T, "what was assumed, in Swedish"),
    Column("text_en", _T, "what was assumed, in English"),
    Column("grant_id", _T, "id of the grant"),
    Column("goal_id", _T, "id of the goal"),
    Column("year", _I, "calendar year"),
    Column("value", _N, "estimated emissions in the unit of the verdict", TONNES),
    Column("low", _N, "eight outcomes in ten came above", TONNES),
    Column("high", _N, "eight outcomes in ten came below", TONNES),
    Column("status", _T, "how sure the figure is", values=tuple(Status)),
    Column("used_tonnes", _N, "what has been emitted of the budget", TONNES),
    Column("remaining_tonnes", _N, "what is left of the budget", TONNES),
    Column("run_out_if_level", Kind.DATE, "day that it runs out at the level of the newest year"),
    Column("run_out_at_done_rate", Kind.DATE, "day that it runs out at the done rate"),
    Column("projected_sum_tonnes", _N, "emissions of the whole period at the done rate", TONNES),
)
"""Of what a verdict or a grant holds many of."""

OF_CHANGES = _columns(
    Column("change_id", _T, "id of the change, lasting; begins with its moment"),
    Column("at", Kind.MOMENT, "when it came in here"),
    Column("kind", _T, "what changed", values=CHANGE_KINDS),
    Column("key", _T, "id of the goal, the promise and its day, or the correction"),
    Column("title_sv", _T, "what changed, in Swedish"),
    Column("title_en", _T, "what changed, in English"),
)

OF_CORRECTIONS = _columns(
    Column("kind", _T, "what was corrected: the kind of the row, statuses or releases"),
    Column("title", _T, "what the row was called"),
    Column("release", _T, "label of the release that holds what is right, where one does"),
)

OF_INDICATORS = of_record(INDICATOR_VALUE) | _columns(
    Column("unit", _T, "unit of the indicator, in English"),
    Column("name_en", _T, "name of the indicator in English"),
)
