"""What the inside pages ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from progress.corrections import Correction
from progress.drafts import Held
from progress.error_reports import ErrorAnswer, ErrorReport
from progress.notes import Note
from progress.people import Person
from progress.promises.reporting import Promise, Waiting
from progress.promises.status_links import StatusLink
from progress.records import Release, StatusReport


@dataclass(frozen=True, slots=True)
class Signed:
    """Who is signed in. `names` and `slugs` by owner; `token` is for forms; `by_session`: they can
    sign out here."""

    person: Person
    names: Mapping[str, str]
    slugs: Mapping[str, str]
    token: str
    by_session: bool = True


@dataclass(frozen=True, slots=True)
class InsideAnswers:
    """What waits for whoever is signed in. `cities` are whom a note can be about: names by code.

    `waiting` counts promises by owner; `newest` is the newest statistics of emissions;
    `error_reports` wait for an answer.
    """

    signed: Signed
    held: tuple[Held, ...] = ()
    notes: tuple[Note, ...] = ()
    cities: Mapping[str, str] = field(default_factory=dict)
    waiting: Mapping[str, Waiting] = field(default_factory=dict)
    newest: Release | None = None
    error_reports: tuple[ErrorReport, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorReportAnswers:
    """What readers have reported to the person's owners, the newest first, and what was answered
    for everyone to read."""

    signed: Signed
    reports: tuple[ErrorReport, ...]
    answered: tuple[ErrorAnswer, ...]


@dataclass(frozen=True, slots=True)
class RowField:
    """A field of a row: its name, what it is called in both languages, its cell, the words that it
    can be where it is one of some and what they are called in Swedish, how it is filled in, and
    whether a row needs it."""

    name: str
    label_sv: str
    label_en: str
    cell: str
    words: Mapping[str, str] = field(default_factory=dict)
    help_sv: str = ""
    help_en: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class YearGrid:
    """The years of a series in a form: its columns, and its rows by the numbers that they get in a
    file (the first is 2); `known` are the owner's series that it can go on from, as label and
    title. `faulty` are the cells (row and column from 0) in which something is wrong, by the fault
    that tells it; it grows to `most_rows`."""

    columns: tuple[RowField, ...]
    rows: Mapping[int, Sequence[str]]
    most_rows: int
    known: Sequence[tuple[str, str]] = ()
    faulty: Mapping[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SentFile:
    """What was sent. `content` is the file as text, to go along; empty where it is too large.
    `pasted` are the rows that were pasted, `values` those of a form of one row. `origin`: where it
    comes from, a `file`, `pasted` rows or a `form`; only a file has a name of its own."""

    name: str
    owner: str
    kind: str
    confirmed: bool
    content: str
    pasted: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    origin: str = "file"


@dataclass(frozen=True, slots=True)
class UploadAnswers:
    """Who loads, the kinds of file by owner, what was sent, and the fields of the kind whose row is
    written in a form (`row_kind`, of an owner); kinds that have `templates`. Own
    figures have their years in a `grid`. `faulty` are the fields in which something is wrong, by
    the fault that tells it; `is_tried`: the form shows what readers will see while it is filled
    in."""

    signed: Signed
    kinds: Mapping[str, tuple[str, ...]]
    sent: SentFile | None = None
    row_owner: str = ""
    row_kind: str = ""
    fields: tuple[RowField, ...] = ()
    by_form: frozenset[str] = frozenset()
    templates: frozenset[str] = frozenset()
    grid: YearGrid | None = None
    faulty: Mapping[str, int] = field(default_factory=dict)
    is_tried: bool = False

    @property
    def every_kind(self) -> tuple[str, ...]:
        """The kinds of all owners, each once."""
        return tuple(dict.fromkeys(kind for kinds in self.kinds.values() for kind in kinds))


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file changes, or has changed. `waits`: it is a draft until somebody publishes it.

    `changes` are a row's key, its old values and its new ones; `columns` in how many rows each
    changes; `shown` is what readers see of it, `verdicts` the goals that it is about with their
    sentences, `notes` what else there is to say.
    """

    kind: str
    label: str
    loaded: bool
    waits: bool
    rows: int
    new: int
    restated: int
    missing: int
    unchanged: int
    new_rows: Sequence[str]
    changes: Sequence[tuple[str, str, str]]
    missing_rows: Sequence[str]
    columns: Mapping[str, int]
    notes: Sequence[str]
    shown: Sequence[str]
    verdicts: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One cause for which a file is refused: in which rows and column, what stands there, what was
    expected and what to do."""

    message: str
    rows: str = ""
    column: str = ""
    values: Sequence[str] = ()
    todo: str = ""


@dataclass(frozen=True, slots=True)
class MendableRows:
    """Rows of a refused file of a kind, by their numbers, under its headings; `faulty` are cells
    (row and column from 0) in which something is wrong, by the fault that tells it; `more` is how
    many rows besides these have faults."""

    kind: str
    headings: Sequence[str]
    rows: Mapping[int, Sequence[str]]
    faulty: Mapping[tuple[int, int], int]
    more: int = 0


@dataclass(frozen=True, slots=True)
class StatusAnswers:
    """What the person's owners report on: promises by owner, the statuses that were told of each,
    and the words that a status can be.

    `published` are those statuses of the promise reported on that everyone sees; `values` are those
    of the form, of which `id` names the promise that is reported on; `faults`
    what is wrong with them. `links` are those by which others report on it, with their tokens;
    `base` is the site's scheme and host.
    """

    signed: Signed
    promises: Mapping[str, tuple[Promise, ...]]
    reports: Mapping[str, tuple[StatusReport, ...]]
    today: date
    words: tuple[str, ...]
    values: Mapping[str, str]
    now: datetime
    base: str = ""
    published: tuple[StatusReport, ...] = ()
    links: tuple[tuple[StatusLink, str], ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionTarget:
    """What is corrected, and how: fields of a row get `values`, or the row is withdrawn, or an
    import (of the kind `import`) undone, or the row merged `into` another of its kind."""

    owner: str = ""
    kind: str = ""
    key: str = ""
    action: str = "correct"
    reason: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    confirmed: bool = False
    into: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionAnswers:
    """What the person's owners can correct: rows by owner as kind, key and title, and imports; what
    was corrected before, and what was `withdrawn` so that it can be put back, by owner as kind and
    key; of the correction at hand its fields, changes and faults.

    `previewed`: it was tried, `made`: it holds. `shown` is what readers see of it. `others` are the
    other rows of its kind, keys and titles, into which it can be merged.
    """

    signed: Signed
    rows: Mapping[str, tuple[tuple[str, str, str], ...]]
    imports: tuple[Held, ...]
    corrections: tuple[Correction, ...]
    withdrawn: Mapping[str, tuple[tuple[str, str], ...]]
    target: CorrectionTarget
    fields: tuple[RowField, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()
    shown: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    previewed: bool = False
    made: bool = False
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ErasureAnswers:
    """Words that are erased from what is an owner's: each text as it becomes, under the kind and
    key of its row and its field. `asks`: the operator is to erase them elsewhere too, and
    `requested` tells whether that was received. `mistyped`: they were not typed again as they are.
    """

    signed: Signed
    owner: str
    words: str
    asks: bool = False
    texts: tuple[tuple[str, str, str, str], ...] = ()
    requested: bool = False
    made: bool = False
    mistyped: bool = False
    fault: str = ""
