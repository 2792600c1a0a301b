"""What the software itself writes: verdicts, comparisons, snapshots, notes, the log of changes."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    true,
)

from data_access.columns import (
    Instant,
    a_year,
    municipality_code,
    one_of,
    owner,
    published,
    release_id,
    sector_id,
    text,
)
from data_access.tables.base import metadata
from progress.emissions.series import Gas
from progress.goals.verdict_model import Attainment, Reason


def _one_of_two(name: str) -> Column[int]:
    return Column(
        name,
        Integer,
        ForeignKey("release.release_id"),
        primary_key=True,
        autoincrement=False,
    )


verdict = Table(
    "verdict",
    metadata,
    release_id(primary_key=True),
    municipality_code(primary_key=True),
    Column("goal_id", Text, primary_key=True),
    Column("attainment", Text, nullable=False),
    Column("reason", Text),
    # The year of the day that the verdict is of: a target year before it has passed.
    Column("current_year", Integer, nullable=False),
    Column("payload", JSON, nullable=False),
    one_of("attainment", Attainment),
    one_of("reason", Reason),
    Index("ix_verdict_municipality_code", "municipality_code"),
)

hindcast = Table(
    "hindcast",
    metadata,
    Column("gas", Text, primary_key=True),
    Column("horizon", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("median", Double, nullable=False),
    Column("quantile", Double, nullable=False),
    one_of("gas", Gas),
)
"""How far estimates of a gas have missed so many years ahead, as shares (RULES §3)."""

release_comparison = Table(
    "release_comparison",
    metadata,
    _one_of_two("old_release_id"),
    _one_of_two("new_release_id"),
    Column("current_year", Integer, nullable=False),
    Column("payload", JSON, nullable=False),
)
"""Two editions that follow on each other, held against each other when they were imported."""

goal_years = Table(
    "goal_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("payload", JSON, nullable=False),
    a_year("year"),
)
"""Every goal as it stood with the statistics of a year, beside the year before."""

sector_start = Table(
    "sector_start",
    metadata,
    release_id(primary_key=True),
    sector_id(),
    Column("first_year", Integer, nullable=False),
    a_year("first_year"),
)
"""The sectors that a release fills in only from some year on."""

carried_forward = Table(
    "carried_forward",
    metadata,
    release_id(primary_key=True),
    sector_id(),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("unchanged", Integer, nullable=False),
    Column("municipalities", Integer, nullable=False),
    a_year("year"),
)
"""The sectors that in some year are as the year before in nearly all municipalities."""

snapshot = Table(
    "snapshot",
    metadata,
    Column("snapshot_id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    municipality_code(nullable=True),
    Column("taken", Instant, nullable=False),
    Column("payload", JSON, nullable=False),
    published(),
    owner(),
    Index("uq_snapshot_municipality_code_name", "municipality_code", "name", unique=True),
)

note = Table(
    "note",
    metadata,
    Column("note_id", Integer, primary_key=True),
    municipality_code(),
    owner(),
    text("author"),
    Column("written", Instant, nullable=False),
    text("text"),
    Column("withdrawn", Instant),
    CheckConstraint("owner <> ''", name="owned"),
    Index("ix_note_municipality_code", "municipality_code"),
    # A number is never given twice: the log names notes by it.
    sqlite_autoincrement=True,
)
"""Internal notes about municipalities: seen by their owner's people, and never published."""

error_report = Table(
    "error_report",
    metadata,
    Column("report_id", Integer, primary_key=True),
    Column("received", Instant, nullable=False),
    owner(),
    # The page's Swedish path, and the address as the reader had it.
    Column("page", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("closed", Instant),
    Index("ix_error_report_owner", "owner"),
    # A number is never given twice: the log names reports by it.
    sqlite_autoincrement=True,
)
"""What readers say is wrong on a page: seen by its owner's people, by the operator where it has
none, and never published."""

error_answer = Table(
    "error_answer",
    metadata,
    Column(
        "report_id",
        Integer,
        ForeignKey("error_report.report_id"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("page", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("answered", Instant, nullable=False),
    # The id on the page of the figure that it is about; empty where it is about the page.
    text("part"),
    Index("ix_error_answer_page", "page"),
)
"""The answers to reports that everyone reads on the page."""

status_link = Table(
    "status_link",
    metadata,
    Column("link_id", Integer, primary_key=True),
    owner(),
    Column("pledge_id", Text, nullable=False),
    Column("made", Instant, nullable=False),
    Column("expires", Instant, nullable=False),
    Column("used", Instant),
    Column("revoked", Instant),
    CheckConstraint("owner <> ''", name="owned"),
    # A number is never given twice: a link that was revoked stays so.
    sqlite_autoincrement=True,
)
"""Links by which somebody without an account reports on one promise, once."""

ended_session = Table(
    "ended_session",
    metadata,
    Column("who", Text, primary_key=True),
    Column("ended", Instant, nullable=False),
)
"""Sessions, or all of a subject's, that ended before their time: see
`data_access/inside/sessions.py`."""

change_log = Table(
    "change_log",
    metadata,
    Column("change_id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("action", Text, nullable=False),
    Column("release_id", Integer, ForeignKey("release.release_id")),
    text("detail"),
    text("actor"),
    # Whether the change concerns what everyone sees; else only those of a draft's owner.
    Column("shown", Boolean, nullable=False, server_default=true()),
    sqlite_autoincrement=True,
)
"""Who did what to the store, append only. The newest row is the store's version."""
