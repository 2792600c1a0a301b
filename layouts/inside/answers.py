"""What the inside pages ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from progress.drafts import Held
from progress.notes import Note
from progress.people import Person
from progress.records import StatusReport
from progress.reporting import Promise


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
    """What waits for whoever is signed in. `cities` are whom a note can be about: names by code."""

    signed: Signed
    held: tuple[Held, ...] = ()
    notes: tuple[Note, ...] = ()
    cities: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SentFile:
    """What was sent. `content` is the file as text, to go along; empty where it is too large.
    `pasted` are the rows that were pasted."""

    name: str
    owner: str
    kind: str
    confirmed: bool
    content: str
    pasted: str = ""


@dataclass(frozen=True, slots=True)
class UploadAnswers:
    """Who loads, the kinds of file by owner, and what was sent."""

    signed: Signed
    kinds: Mapping[str, tuple[str, ...]]
    sent: SentFile | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file changes, or has changed. `waits`: it is a draft until somebody publishes it.

    `changes` are a row's key, its old values and its new ones; `columns` in how many rows each
    changes; `shown` is what readers see of it, `notes` what else there is to say.
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
class StatusAnswers:
    """What the person's owners report on: promises by owner, the statuses that were told of each,
    and the words that a status can be.

    `values` are those of the form, of which `id` names the promise that is reported on; `faults`
    what is wrong with them.
    """

    signed: Signed
    promises: Mapping[str, tuple[Promise, ...]]
    reports: Mapping[str, tuple[StatusReport, ...]]
    today: date
    words: tuple[str, ...]
    values: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
