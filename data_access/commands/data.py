"""Commands on what the store holds: import, list releases, export."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import product
from pathlib import Path
from typing import TextIO

from sqlalchemy import Connection, Engine

from data_access import imports
from data_access.clock import now
from data_access.commands.comparing import ComparisonRefused, comparison_lines
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.corrections import discard
from data_access.exports import EXPORTS, UnknownRelease, export, write_csv, write_json
from data_access.exports.giving import left_out, write_giving
from data_access.imports.files import is_workbook
from data_access.imports.files.location import SHEET_MARK
from data_access.imports.statuses import KIND as STATUSES
from data_access.inside.publishing import check_owner
from data_access.questions import releases
from data_access.questions.releases import releases_in_use
from data_access.readers import OPERATOR
from progress.emissions.series import Gas, Scope
from progress.i18n import LazyText, say

GIVING = "360giving"
"""The 360Giving data standard, for grants only."""


def import_files(arguments: Namespace) -> int:
    """Check files and make them a release, or say what would happen. Statuses make no release."""
    if arguments.kind == STATUSES:
        return import_statuses(arguments)
    with _store(arguments) as engine:
        result = imports.run(
            arguments.kind,
            files_of(arguments),
            engine,
            release=arguments.release,
            gas=arguments.gas,
            scope=arguments.scope,
            source_id=arguments.source,
            title=arguments.title,
            edition=arguments.edition,
            released=arguments.released,
            dry_run=arguments.dry_run,
            draft_of=_draft_of(engine, arguments),
            confirmed=arguments.yes,
            partial=arguments.partial,
            prepare=_discarding(arguments),
        )
    print("\n".join(result.lines()))
    return 0


def files_of(arguments: Namespace) -> list[Path]:
    """The files, with the sheet that is asked for of each that is a workbook."""
    if arguments.sheet is None:
        return list(arguments.files)
    return [
        path.with_name(path.name + SHEET_MARK + arguments.sheet) if is_workbook(path) else path
        for path in arguments.files
    ]


def import_statuses(arguments: Namespace) -> int:
    """Check files of dated statuses and add them to what was told before."""
    given = (arguments.release, arguments.gas, arguments.scope, arguments.source, arguments.title)
    if any(option is not None for option in (*given, arguments.edition, arguments.released)):
        raise imports.ImportRefused(say("klimat.statuses_make_no_release_leave_out"))
    with _store(arguments) as engine:
        result = imports.import_statuses(
            files_of(arguments),
            engine,
            dry_run=arguments.dry_run,
            draft_of=_draft_of(engine, arguments),
            prepare=_discarding(arguments),
        )
    print("\n".join(result.lines()))
    return 0


def _store(arguments: Namespace) -> AbstractContextManager[Engine]:
    """The store to import into; for a dry run, one that is only read where that will do."""
    written = arguments.replaces is not None or arguments.kind in imports.TRIED
    return opened(read_only=arguments.dry_run and not written, reader=OPERATOR)


def _discarding(arguments: Namespace) -> Callable[[Connection], None] | None:
    """What takes the draft away that the files replace."""
    if arguments.replaces is None:
        return None
    if arguments.draft_for is None:
        raise imports.ImportRefused(say("klimat.replaces_goes_with_draft_for_draft"))
    owners = {arguments.draft_for}

    def prepare(conn: Connection) -> None:
        discard(conn, arguments.replaces, now(), owners=owners)

    return prepare


def _draft_of(engine: Engine, arguments: Namespace) -> str:
    """Whose draft the files are to be; empty where everyone is to see them."""
    if arguments.draft_for is None:
        return ""
    with engine.connect() as conn:
        return check_owner(conn, arguments.draft_for)


def list_releases(arguments: Namespace) -> int:
    """Every release, newest edition first; or two of them held against each other."""
    if arguments.compare is not None:
        return _compare(tuple(arguments.compare), arguments.city)
    if arguments.city is not None:
        raise ComparisonRefused(say("klimat.city_goes_with_compare"))
    with opened(read_only=True) as engine, engine.connect() as conn:
        result = releases(conn)
        in_use = list(_in_use(conn))
    # A label is there to be copied.
    wide = max((len(release.label) for release in result), default=0) + 2
    print(
        f"{translated('klimat.head.label'):<{wide}}{translated('klimat.head.kind'):<20}"
        f"{translated('klimat.head.years'):<12}{translated('klimat.head.rows'):>8}  "
        f"{translated('klimat.head.edition'):<9}{translated('klimat.head.released'):<12}"
        f"{translated('klimat.head.imported'):<12}{translated('klimat.head.file')}"
    )
    for release in result:
        years = "" if release.year_first is None else f"{release.year_first}–{release.year_last}"
        released = "" if release.released is None else f"{release.released:%Y-%m-%d}"
        print(
            f"{release.label:<{wide}}{release.kind:<20}{years:<12}{release.rows:>8}  "
            f"{release.edition or '':<9}{released:<12}{release.imported:%Y-%m-%d}  "
            f"{release.file_name}"
        )
    print(*in_use, sep="\n")
    return 0


def _in_use(conn: Connection) -> Iterator[LazyText]:
    """A line for each gas, scope and release that municipalities are read from."""
    yield say("klimat.emissions_are_read_from_newest_edition")
    for gas, scope in product(Gas, Scope):
        standings = Counter(releases_in_use(conn, gas, scope).values())
        for standing, number in standings.most_common():
            yield say(
                "klimat.for_municipalities",
                gas=gas,
                scope=scope,
                label=standing.label,
                number=number,
            )


def _compare(labels: tuple[str, str], city: str | None) -> int:
    with opened(read_only=True) as engine, engine.connect() as conn:
        lines = list(comparison_lines(conn, labels, city))
    print("\n".join(lines))
    return 0


def export_rows(arguments: Namespace) -> int:
    """Write one export to a file or to the terminal."""
    if arguments.format == GIVING:
        return _export_giving(arguments)
    write = write_csv if arguments.format == "csv" else write_json
    with opened(read_only=True) as engine, engine.connect() as conn:
        rows = export(conn, arguments.what, arguments.release)
        try:
            with target(arguments.output) as stream:
                write(EXPORTS[arguments.what].columns, rows, stream)
        finally:
            if isinstance(rows, Generator):  # a reader that has seen enough leaves it half-way
                rows.close()
    return 0


def _export_giving(arguments: Namespace) -> int:
    if arguments.what != "grants" or arguments.release is not None:
        raise UnknownRelease(say("klimat.format_is_for_grants_all_of", giving=GIVING))
    with opened(read_only=True) as engine, engine.connect() as conn:
        with target(arguments.output) as stream:
            write_giving(conn, stream)
        for reason, rows in left_out(conn).items():
            print(say("klimat.klimat_left_out_rows", rows=rows, reason=reason), file=sys.stderr)
    return 0


def target(output: Path | None) -> "nullcontext[TextIO] | TextIO":
    """Where to write: the file, or the terminal in UTF-8."""
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        return nullcontext(sys.stdout)
    return output.open("w", encoding="utf-8", newline="")
