"""The fields of a dated status: of a commitment, an activity or a work package.

A status comes in a file of its own, or with the promise that it is of: there, and in what is told
of the promise, each of its fields is called `status…` (`of_promise`).
"""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.words import STATUS_WORDS
from progress.promises.pledge_status import Resources

RESOURCES = Field(
    "resources",
    Kind.WORD,
    "whether existing resources are enough or it must be decided politically, where told",
    "enough om befintliga resurser räcker, politics om det måste avgöras politiskt; "
    "tomt om det inte är sagt",
    "enough where existing resources are enough, politics where it must be decided "
    "politically; empty where that is not told",
    words=("", *Resources),
    headers=("Resurser",),
    checked=False,
    examples=("enough", ""),
)

STATUS_REPORT = Record(
    "statuses",
    (
        Field(
            "pledge_id",
            Kind.TEXT,
            "id of the commitment, activity or work package",
            columns=("id",),
            headers=("Beteckning", "Åtagande-id"),
            needed=True,
            filled=True,
            stored=False,
            open=True,
        ),
        Field("party", Kind.TEXT, "whose promise it is", headers=("Part",), stored=False),
        Field("title", Kind.TEXT, "what is promised", headers=("Åtagande",), stored=False),
        Field(
            "status_date",
            Kind.DAY,
            "day of the status",
            "Avstämningens dag: 2024-05-31",
            "The day of the check-in",
            columns=("date",),
            headers=("Dag", "Datum", "Statusdatum"),
            needed=True,
            filled=True,
            examples=("2024-05-31", ""),
        ),
        Field(
            "status",
            Kind.WORD,
            "status",
            "Läget vid avstämningen: not_begun, running, late, done, stopped eller unknown",
            "The status at the check-in: not_begun, running, late, done, stopped or unknown",
            words=STATUS_WORDS,
            headers=("Läge",),
            needed=True,
            filled=True,
            examples=("running", ""),
        ),
        Field(
            "comment",
            Kind.TEXT,
            "comment on the status",
            "Kommentar",
            "Comment",
            headers=("Kommentar", "Statuskommentar"),
            examples=("Påhittad avstämning", ""),
        ),
        Field(
            "source",
            Kind.TEXT,
            "source of the status",
            "Var läget står eller vem som säger det",
            "Who or what says so",
            headers=("Lägets källa", "Statuskälla", "Källa"),
            examples=("Projektets styrgrupp", ""),
        ),
        RESOURCES,
    ),
    key=("pledge_id", "status_date"),
    scope=(),
)


def of_promise(field: Field) -> Field:
    """The field as a promise's file and dataset have it, of the newest status."""
    of_status = field.name.startswith("status")
    return named(
        field,
        name=field.name if of_status else f"status_{field.name}",
        meaning=f"newest {field.meaning}" if field.name == "status" else field.meaning,
        columns=(),
        words=tuple(word for word in field.words if word),
        needed=False,
        filled=False,
        checked=True,
        stored=False,
        open=True,
    )


OF_PROMISE = {
    field.name: of_promise(field)
    for field in sorted(STATUS_REPORT.stored, key=lambda field: field.name != "status")
}
"""Field of a status → that of a promise: its file can state one, its dataset tells the newest."""
