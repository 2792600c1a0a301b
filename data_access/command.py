"""The `klimat` command line: fill, feed, look through and export the store."""

import os
import sys
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,
)
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from data_access.actors import acting_as
from data_access.commands import (
    backup,
    data,
    fetching,
    hindcast,
    money,
    notes,
    publishing,
    snapshots,
    store,
)
from data_access.commands.comparing import ComparisonRefused
from data_access.commands.correction_options import add_corrections
from data_access.engine import StoreError
from data_access.exports import EXPORTS, UnknownRelease
from data_access.fetching import FetchFailed
from data_access.imports import KINDS, AlreadyImported, ImportProblems, ImportRefused
from data_access.imports.statuses import KIND as STATUSES
from data_access.records import OWN_SERIES
from data_access.records.columns_help import columns_help
from data_access.templates import TEMPLATES
from progress.series import Gas, Scope

REFUSED = 2
"""The exit code for anything that could not be done; `klimat check` gives 1 for faults."""

Command = Callable[[Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code. What goes wrong is told in a line, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter gets its code
            stream.reconfigure(errors="backslashreplace")
    chosen = parser().parse_args(arguments)
    run: Command = chosen.run
    try:
        with acting_as(chosen.actor or ""):
            code = run(chosen)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has seen enough (`klimat export … | head`); nothing more may be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _refuse("stopped; the store is as it was")
    except (
        ImportProblems,
        AlreadyImported,
        ImportRefused,
        ComparisonRefused,
        backup.BackupRefused,
        StoreError,
        UnknownRelease,
        money.NeedsFile,
        FetchFailed,
    ) as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename or 'file'}: {error.strerror or error}")
    except OverflowError:
        return _refuse("a number that is larger than any that the store can have")
    except CommandError as error:
        return _refuse(f"no such version of the tables: {error}")
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        return _refuse(f"the store refused: {' '.join(str(cause).split())}")


def parser() -> ArgumentParser:
    """The commands and their options."""
    top = ArgumentParser(
        prog="klimat",
        description="The store of the follow-up: filled, fed, looked through and exported. "
        "DATABASE_URL names the store (sqlite:///path or postgresql://…).",
    )
    top.add_argument(
        "--as",
        dest="actor",
        metavar="NAME",
        help="who does it, for `klimat log` (else KLIMAT_USER, else the system's user)",
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "seed", store.seed, "make the store if it is missing, and fill it")
    _add_import(commands)
    _add_fetch(commands)
    _add_releases(commands)
    add_corrections(commands, _add)
    _add_publishing(commands)
    _add_snapshots(commands)
    _add_notes(commands)
    _add_export(commands)
    _add_money(commands)
    _add(commands, "check", store.check, "look the store through; exit code 1 for faults")
    anew = _add(commands, "refresh", store.refresh, "work out anew what rests on the figures")
    anew.add_argument(
        "--daily", action="store_true", help="only where the day has made verdicts others"
    )
    summary = "how far estimates have missed, and what was said of a city beside what came"
    record = _add(commands, "hindcast", hindcast.hindcast, summary)
    record.add_argument("--city", metavar="CODE", help="the record of one municipality")
    record.add_argument("--all", action="store_true", help="the record of every contract city")
    copy = _add(commands, "backup", backup.backup, "copy an SQLite store while it is in use")
    copy.add_argument("file", metavar="FILE", type=Path, help="a new file")
    up = _add(commands, "upgrade", store.upgrade, "bring the tables to the newest version")
    up.add_argument("version", nargs="?", help="another version than the newest")
    down = _add(commands, "downgrade", store.downgrade, "bring the tables back to a version")
    down.add_argument("version", help="the version; base takes all tables and figures away")
    return top


def _add_snapshots(commands: "_SubParsersAction[ArgumentParser]") -> None:
    top = commands.add_parser("snapshot", help="freeze a municipality's facts, or list what is")
    actions = top.add_subparsers(required=True, metavar="ACTION")
    parser = _add(actions, "take", snapshots.take, "freeze a municipality's facts under a name")
    parser.add_argument("--city", metavar="CODE", required=True, help="the municipality's code")
    parser.add_argument("--name", required=True, help="the meeting's name, such as with its day")
    parser.add_argument("--internal", action="store_true", help="only the city's people see it")
    _add(actions, "list", snapshots.list_all, "every snapshot, newest first")


def _add_notes(commands: "_SubParsersAction[ArgumentParser]") -> None:
    top = commands.add_parser("note", help="write an internal note about a municipality")
    actions = top.add_subparsers(required=True, metavar="ACTION")
    parser = _add(actions, "add", notes.add, "write a note that only its owner's people see")
    parser.add_argument("text", metavar="TEXT", help="what it says; - reads it from the terminal")
    parser.add_argument("--city", metavar="CODE", required=True, help="whom it is about")
    parser.add_argument("--for", dest="owner", metavar="OWNER", help="else the city's own people")
    parser = _add(actions, "list", notes.list_all, "the notes, newest first")
    parser.add_argument("--city", metavar="CODE", help="about one municipality")
    parser.add_argument("--all", action="store_true", help="also those that were taken away")
    parser = _add(actions, "withdraw", notes.withdraw, "take a note away; the store remembers it")
    parser.add_argument("number", metavar="NUMBER", type=int, help="as `klimat note list` has it")


def _add_publishing(commands: "_SubParsersAction[ArgumentParser]") -> None:
    parser = _add(commands, "publish", publishing.publish, "let everyone see what has been a draft")
    parser.add_argument("name", metavar="NAME", help="as `klimat drafts` lists it")
    summary = "take what everyone sees back, so that only its owner's people do"
    parser = _add(commands, "unpublish", publishing.unpublish, summary)
    parser.add_argument(
        "name", metavar="NAME", help="a release, or as `klimat drafts --all` lists it"
    )
    parser.add_argument("--for", dest="owner", metavar="OWNER", help="whose draft it becomes")
    parser = _add(commands, "drafts", publishing.list_drafts, "list what is not published")
    parser.add_argument("--all", action="store_true", help="what has been published of it, too")
    summary = "end the sessions of who is signed in, for example after a role was taken away"
    parser = _add(commands, "sign-out", publishing.sign_out, summary)
    parser.add_argument("subject", metavar="SUBJECT", help="as `klimat log` names them")
    parser = _add(commands, "log", publishing.show_log, "who did what and when, newest first")
    parser.add_argument("--by", metavar="NAME", help="what this person or program did")
    parser.add_argument("--action", metavar="WORD", help="import, draft, publish, unpublish …")
    parser.add_argument("--release", metavar="LABEL", help="what was done with a release")
    parser.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="from this day on")
    parser.add_argument("--until", type=date.fromisoformat, metavar="DATE", help="to this day")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many lines")
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")


def _add_releases(commands: "_SubParsersAction[ArgumentParser]") -> None:
    summary = "list what has been imported, or compare two releases of emissions"
    parser = _add(commands, "releases", data.list_releases, summary)
    parser.add_argument(
        "--compare",
        nargs=2,
        metavar="LABEL",
        help="what the newer of two releases restated, and which verdicts that moved",
    )
    parser.add_argument("--city", metavar="CODE", help="with --compare: one municipality (2081)")


def _add_import(commands: "_SubParsersAction[ArgumentParser]") -> None:
    parser = _add(commands, "import", data.import_files, "check files and make them a release")
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = columns_help(
        OWN_SERIES, "a city's own figures, one series (municipality, scope, gas) in a file"
    )
    kinds = sorted((*KINDS, STATUSES))
    parser.add_argument("kind", metavar="KIND", choices=kinds, help=", ".join(kinds))
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--release", metavar="LABEL", help="the release's label (smhi-co2e-2027)")
    parser.add_argument("--gas", choices=[*Gas], help="what the emissions count")
    parser.add_argument("--scope", choices=[*Scope], help="whose emissions they are")
    parser.add_argument("--source", metavar="ID", help="a source that the store knows")
    parser.add_argument("--title", help="what readers see as the release's name")
    summary = "the year by which the publisher names the statistics; the newest are shown"
    parser.add_argument("--edition", type=int, metavar="YEAR", help=summary)
    summary = "the day they were published, YYYY-MM-DD; of one edition the later are shown"
    parser.add_argument("--released", type=date.fromisoformat, metavar="DATE", help=summary)
    parser.add_argument(
        "--sheet", metavar="NAME", help="which sheet of a workbook (also FILE#NAME)"
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help="figures that look wrong are right: docs/likely-figures.md",
    )
    summary = "emissions of some municipalities alone are to be renewed"
    parser.add_argument("--partial", action="store_true", help=summary)
    parser.add_argument(
        "--draft-for",
        metavar="OWNER",
        help="only the people of this city (its code) or agency see it, until `klimat publish`",
    )
    parser.add_argument(
        "--replaces", metavar="NAME", help="with --draft-for: instead of this draft"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")


def _add_fetch(commands: "_SubParsersAction[ArgumentParser]") -> None:
    summary = "fetch what publishers give out, and say what it changes"
    parser = _add(commands, "fetch", fetching.fetch_files, summary)
    parser.add_argument("publishers", metavar="SOURCE", nargs="*", help="as --list names them")
    parser.add_argument("--all", action="store_true", help="from everyone who is ready")
    parser.add_argument("--list", action="store_true", help="who there is, and what was fetched")
    parser.add_argument(
        "--into-draft",
        action="store_true",
        help="make what is new a draft, seen by nobody until `klimat publish`",
    )
    summary = "as --into-draft; the people of this city (its code) or agency see it"
    parser.add_argument("--draft-for", metavar="OWNER", help=summary)


def _add_export(commands: "_SubParsersAction[ArgumentParser]") -> None:
    parser = _add(commands, "export", data.export_rows, "write figures as CSV or JSON")
    parser.add_argument("what", metavar="WHAT", choices=[*EXPORTS], help=", ".join(EXPORTS))
    parser.add_argument("--format", choices=("csv", "json", data.GIVING), default="csv")
    parser.add_argument("--output", metavar="FILE", type=Path, help="default: the terminal")
    parser.add_argument("--release", metavar="LABEL", help="emissions and verdicts of one release")


def _add_money(commands: "_SubParsersAction[ArgumentParser]") -> None:
    about = commands.add_parser("grants", help="look grants through")
    under = about.add_subparsers(required=True, metavar="COMMAND")
    summary = "list rows of two publishers that may be one grant; nothing is merged"
    pairs = _add(under, "duplicates", money.list_duplicates, summary)
    pairs.add_argument("--format", choices=("text", "csv"), default="text")
    pairs.add_argument("--output", metavar="FILE", type=Path, help="default: the terminal")
    summary = "write a template to fill in, with made-up example rows"
    parser = _add(commands, "template", money.write_template, summary)
    parser.add_argument("what", metavar="WHAT", choices=[*TEMPLATES], help=", ".join(TEMPLATES))
    parser.add_argument("--format", choices=("csv", "xlsx"), default="csv")
    parser.add_argument("--guide", action="store_true", help="what each column holds, instead")
    parser.add_argument("--output", metavar="FILE", type=Path, help="default: the terminal")


def _add(
    commands: "_SubParsersAction[ArgumentParser]", name: str, run: Command, summary: str
) -> ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def _refuse(message: str) -> int:
    print(f"klimat: {message}", file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    raise SystemExit(main())
