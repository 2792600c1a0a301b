"""The options of the commands that take back what went wrong."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from typing import TypeAlias

from data_access.commands import correcting
from data_access.corrections.stored import STORED_IN

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
Add: TypeAlias = Callable[[Commands, str, Callable[[Namespace], int], str], ArgumentParser]

KINDS = ", ".join(sorted(("releases", "statuses", *STORED_IN)))


def add_corrections(commands: Commands, add: Add) -> None:
    """Adds correct, withdraw, undo, discard and erase."""
    summary = "give a row, a status or a release other values; the page says so"
    command = add(commands, "correct", correcting.correct, summary)
    command.add_argument("kind", metavar="KIND", help=f"one of {KINDS}")
    command.add_argument("key", metavar="KEY", help='the row\'s id; "A07 2024-05-31" of a status')
    command.add_argument("values", metavar="FIELD=VALUE", nargs="+", help="as a file has them")
    command.add_argument("--yes", action="store_true", help="figures that look wrong are right")
    _reason(command)
    summary = "take a row, a status or a release out of use, or put it back"
    command = add(commands, "withdraw", correcting.withdraw, summary)
    command.add_argument("name", metavar="NAME", help=f"a release's label, or KIND: {KINDS}")
    command.add_argument("key", metavar="KEY", nargs="?", help="the row's id, after its KIND")
    command.add_argument("--back", action="store_true", help="put it back in use")
    _reason(command)
    summary = "take a whole import back, where nothing has been built on it since"
    command = add(commands, "undo", correcting.undo, summary)
    command.add_argument("name", metavar="NAME", help="a release, or the name of statuses")
    _reason(command)
    summary = "take a draft out of the store"
    command = add(commands, "discard", correcting.discard, summary)
    command.add_argument("name", metavar="NAME", help="as `klimat drafts` lists it")
    _dry_run(command)
    summary = "erase words about a person, read from standard input, from everything in the store"
    _dry_run(add(commands, "erase", correcting.erase, summary))


def _reason(command: ArgumentParser) -> None:
    command.add_argument("--reason", required=True, help="why, for everyone to read")
    _dry_run(command)


def _dry_run(command: ArgumentParser) -> None:
    command.add_argument("--dry-run", action="store_true", help="only say what would happen")
