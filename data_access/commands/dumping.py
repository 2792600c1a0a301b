"""The command that writes down everything as it is today."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from data_access.clock import today
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.exports.dumps import DumpExists, write_dump
from data_access.imports import ImportRefused
from progress.i18n import say


def add_dump(
    commands: "_SubParsersAction[ArgumentParser]", add: Callable[..., ArgumentParser]
) -> None:
    """`klimat dump` and its options."""
    parser = add(commands, "dump", dump, translated("klimat.help.write_down_everything_as_it_is"))
    parser.add_argument(
        "folder", metavar="FOLDER", type=Path, help=translated("klimat.help.as_setting_dumps")
    )


def dump(arguments: Namespace) -> int:
    """Every open dataset as of today, as everyone sees it, in a folder named after the day."""
    with opened(read_only=True) as engine, engine.connect() as conn:
        try:
            path = write_dump(conn, arguments.folder, today())
        except DumpExists as error:
            raise ImportRefused(say("klimat.day_has_a_dump", path=error)) from None
    print(path)
    return 0
