"""What all importers share: problems found in files, the draft of a release, the result."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from data_access.imports.contacts import without_contacts
from data_access.imports.differences import Difference, Values
from data_access.imports.problems import Cause, Problem, grouped
from progress.emissions.series import Gas, Scope, Unit
from progress.goals.verdict_model import Verdict
from progress.i18n import LazyText, Words, language, say

PROBLEM_LIMIT = 50
"""Problems told in full; the rest are counted."""

LONGEST_VALUE = 200
"""Characters of a value that are told."""

OPERATOR = "operator"
"""The id of the source of files for which no source is named."""


class ImportProblems(Exception):  # noqa: N818
    """The files cannot be imported; nothing was written. `more` counts those beyond the limit.

    `groups` are the problems by cause, each with all rows where it stands: what is told.
    """

    def __init__(
        self,
        problems: tuple[Problem, ...],
        more: int = 0,
        rows: Mapping[Cause, list[int]] | None = None,
        untold: int = 0,
    ) -> None:
        self.problems = problems
        self.more = more
        self.groups = grouped(problems, rows or {})
        self.untold = untold
        super().__init__(problems)

    def __str__(self) -> str:
        lines = [str(group) for group in self.groups]
        if self.untold:
            lines.append(str(say("import.and_more_problems", untold=self.untold)))
        return "\n".join(lines)


class AlreadyImported(Exception):  # noqa: N818
    """The store holds this very file already; nothing was written."""


class ImportRefused(Exception):  # noqa: N818
    """The import cannot be done as asked for, whatever the files hold; nothing was written."""


def shortened(text: str) -> str:
    """A value as a message tells it: the beginning, of one that nobody would read to its end."""
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports says besides the files. `today` bounds observed years.

    `edition` is the year by which the publisher names these figures, `released` the day they came.
    `draft_of` is the owner of a draft; a `draft` without one is seen by nobody. `confirmed`:
    figures that are hardly possible are meant; `partial`: so is it that some municipalities alone
    are renewed. `only_of` is the municipality that all rows must be of, where whoever loads the
    file speaks for that one alone; `loaded_by` is the owner whose people loaded what everyone sees
    at once, and can undo it.
    """

    release: str | None = None
    gas: Gas | None = None
    scope: Scope | None = None
    source_id: str | None = None
    title: str | None = None
    edition: int | None = None
    released: date | None = None
    today: date = date(2200, 12, 31)
    draft_of: str = ""
    draft: bool = False
    confirmed: bool = False
    partial: bool = False
    only_of: str = ""
    loaded_by: str = ""

    @property
    def is_draft(self) -> bool:
        return self.draft or bool(self.draft_of)

    @property
    def current_year(self) -> int:
        return self.today.year


@dataclass(slots=True)
class Problems:
    """Collects the problems of one import up to the limit, and what was left aside or assumed."""

    reported: list[Problem] = field(default_factory=list)
    more: int = 0
    rows: dict[Cause, list[int]] = field(default_factory=dict)
    untold: int = 0
    notices: list[Words] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.reported)

    def add(
        self,
        file: str,
        row: int | None,
        column: str,
        value: object,
        expected: Words,
        todo: Words = "",
    ) -> None:
        """Notes a problem once: up to the limit, and beyond it the first of each new cause, up to
        twice the limit; of every cause its rows. What a cell holds is told without contacts."""
        cause = (file, column, expected, todo)
        known = cause in self.rows
        most = PROBLEM_LIMIT if known else 2 * PROBLEM_LIMIT
        if len(self.reported) >= most:
            self.more += 1
            if not known:
                self.untold += 1
                return
        rows = self.rows.setdefault(cause, [])
        if row is not None:
            rows.append(row)
        if len(self.reported) >= most:
            return
        if not isinstance(value, LazyText):
            value = shortened(without_contacts(str(value)))
        problem = Problem(file, row, column, value, expected, todo)
        if problem not in self.reported:
            self.reported.append(problem)

    def notice(self, notice: LazyText | None) -> None:
        """Notes once what was read otherwise than it stands, which is no fault."""
        if notice is None:
            return
        cleaned = notice.with_words(without_contacts)
        if cleaned not in self.notices:
            self.notices.append(cleaned)

    def raise_if_any(self) -> None:
        """Raises ImportProblems if anything was found."""
        if self.reported:
            raise ImportProblems(tuple(self.reported), self.more, self.rows, self.untold)


class EarlierCode(NamedTuple):
    """The municipality that a code which is no more stands for: its code now, its name when it had
    the other, and since when it has this one."""

    code: str
    name: str
    since: date


HeldStatus = tuple[str, ...]
"""A status that was told for a day: its word, and what else its record has."""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What rows are checked against: codes and ids that the store knows, and the day; with
    `only_of` a municipality's code, that every row is of it."""

    codes: frozenset[str] = frozenset()
    county_codes: frozenset[str] = frozenset()
    code_by_spelling: Mapping[str, str] = field(default_factory=dict)
    earlier_codes: Mapping[str, EarlierCode] = field(default_factory=dict)
    source_ids: frozenset[str] = frozenset()
    sector_ids: Mapping[str, int] = field(default_factory=dict)
    indicator_ids: frozenset[str] = frozenset()
    organisation_kinds: frozenset[str] = frozenset()
    party_kinds: frozenset[str] = frozenset()
    contract_years: Mapping[str, int] = field(default_factory=dict)
    goals: Mapping[str, Mapping[Any, Any]] = field(default_factory=dict)
    statuses: Mapping[tuple[str, date], HeldStatus] = field(default_factory=dict)
    only_of: str = ""
    orgnrs: frozenset[str] = frozenset()
    code_by_orgnr: Mapping[str, str] = field(default_factory=dict)
    today: date = date.max


Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Draft:
    """Checked rows, ready to be written as one release, and how they compare with what is held.

    `inserts` are rows per table without their release. `values` are the file's values by a key
    that a reader understands, in the order of the columns `compared`; `held` finds what the store
    has now under the same kind of key, of what the file speaks of and no more.
    `write` replaces plain inserting where rows are not tied to a release alone, of the rows in
    `renewed`;
    `review` names what is wrong only in the light of what is held; `same` tells whether old and
    new values are the same.
    `examine` names what is wrong in the light of the store. `left_out` tells whether the file holds
    less than what it takes the place of, and names that where it is not meant. `completed` gives
    the draft with what the store knows besides of its rows. `source` is made if it is new;
    `label_stem` begins a label made for the release, and `title` is its name where the person who
    imports gives none.
    """

    rows: int
    inserts: tuple[tuple[Table, Rows], ...]
    values: Mapping[str, Values]
    held: Callable[[Connection], Mapping[str, Values]]
    compared: tuple[str, ...] = ("",)
    label: str | None = None
    gas: Gas | None = None
    scope: Scope | None = None
    unit: Unit | None = None
    years: tuple[int, int] | None = None
    notes: tuple[Words, ...] = ()
    write: Callable[[Connection, int], None] | None = None
    renewed: tuple[tuple[Table, Rows], ...] = ()
    review: Callable[[Mapping[str, Values], Problems], None] | None = None
    same: Callable[[Values, Values], bool] = operator.eq
    examine: Callable[[Connection, Problems], None] | None = None
    left_out: Callable[[Connection, Problems], bool] | None = None
    completed: "Callable[[Connection], Draft] | None" = None
    source: Mapping[str, str] | None = None
    label_stem: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or in a dry run would do. `shown` says what readers then see of it; in a
    dry run `verdicts` are those on the goals of the file, or that rest on figures of a city's own.
    """

    kind: str
    label: str
    rows: int
    dry_run: bool
    difference: Difference
    notes: tuple[Words, ...] = ()
    shown: tuple[Words, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    def lines(self) -> list[str]:
        """The result as lines for a terminal."""
        imported = "import.would_be_imported" if self.dry_run else "import.imported"
        lines: list[Words] = [say(imported, kind=self.kind, label=self.label, rows=self.rows)]
        lines += self.difference.counts()
        if self.dry_run:
            lines += [*self.difference.samples(), say("import.nothing_was_written_dry_run")]
        lines += [*self.notes, *self.shown]
        lines += [f"  {title}: {sentence}" for title, sentence in self.sentences()]
        return [str(line) for line in lines]

    def sentences(self) -> list[tuple[str, str]]:
        """The titles of the goals that have `verdicts` and their sentences, in the language that is
        spoken."""
        if language() == "sv":
            return [(verdict.goal.title_sv, verdict.sentence_sv) for verdict in self.verdicts]
        return [
            (verdict.goal.title_en or verdict.goal.title_sv, verdict.sentence_en)
            for verdict in self.verdicts
        ]

    def report(self) -> list[str]:
        """What whoever approves a draft wants to know: counts, the first changes, notes."""
        difference = self.difference
        lines = (*difference.counts(), *difference.samples(), *self.notes, *self.shown)
        return [str(line) for line in lines]
