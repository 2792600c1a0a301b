"""The check of a publisher's file: its records as awards, and those as the rows of any grants."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.files import unpacked
from data_access.imports.grants import inserts_of
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.places import places_of
from data_access.imports.publishers.records import Record
from data_access.imports.publishers.rows import grant_rows
from data_access.imports.publishers.stored_fields import completed
from data_access.questions.grant_rows import stored_grants
from data_access.records import GRANT
from progress.i18n import LazyText, say

Awards = Iterable[tuple[Record, Award]]


@dataclass(frozen=True, slots=True)
class NewSource:
    """A publisher as a source: entered with the first release of its files."""

    source_id: str
    title: str
    publisher: str
    licence: str
    url: str = ""


@dataclass(slots=True)
class Left:
    """Counts what a reading leaves out on purpose, told in the report: reason → records."""

    out: dict[LazyText, int]

    def add(self, reason: LazyText) -> None:
        self.out[reason] = self.out.get(reason, 0) + 1


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's own format. `prefix` begins the ids of its grants.

    `read` gives each award with the record it comes from, and notes problems and what it left out.
    """

    source: NewSource
    prefix: str
    read: Callable[[Sequence[Path], Problems, Left], Awards]

    def check(
        self, files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
    ) -> Draft | None:
        """The rows of one release, or None with the problems named."""
        left = Left({})
        first: dict[str, Record] = {}
        awards = []
        with unpacked(files, problems) as tables:
            for record, award in self.read(tables, problems, left) if tables else ():
                seen = first.setdefault(award.grant_id, record)
                if seen is not record:
                    todo = say("import.it_stands_in_row_of", file=seen.file, number=seen.number)
                    problems.add(
                        record.file,
                        record.number,
                        "",
                        award.grant_id,
                        say("import.each_once"),
                        todo,
                    )
                awards.append(award)
        if not awards and not problems:
            names = ", ".join(path.name for path in files)
            problems.add(
                names,
                None,
                "",
                say("import.no_grant_to_import"),
                say("import.at_least_one"),
                *left_out(left),
            )
        if problems:
            return None
        spelling, numbers = facts.code_by_spelling, facts.code_by_orgnr
        source_id = options.source_id or self.source.source_id
        rows, report = grant_rows(awards, places_of(spelling, numbers), facts.orgnrs, source_id)

        def draft(rows: Rows) -> Draft:
            return Draft(
                rows=len(rows),
                inserts=inserts_of(rows),
                values=values_of(GRANT, rows),
                compared=GRANT.compared,
                held=held_of(GRANT, rows, stored_grants),
                notes=(*left_out(left), *report.lines()),
                source=asdict(self.source),
                title=self.source.title,
            )

        return Draft(
            rows=len(rows),
            inserts=(),
            values={},
            held=lambda _: {},
            completed=lambda conn: draft(completed(rows, stored_grants(conn))),
        )


def left_out(left: Left) -> tuple[LazyText, ...]:
    """What was left out, a line for each reason."""
    return tuple(
        say("import.left_out", number=number, reason=reason) for reason, number in left.out.items()
    )
