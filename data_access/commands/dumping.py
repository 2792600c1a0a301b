"""The commands that write whole datasets: the files of now, and everything as it is today."""

import os
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from data_access.clock import today
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.exports.dumps import DumpExists, write_dump
from data_access.imports import ImportRefused
from data_access.open_data.files import write_files
from progress.i18n import say

LEAST_URGENT = 19
"""As `nice` counts: whoever reads the site comes first."""


def add_dump(
    commands: "_SubParsersAction[ArgumentParser]", add: Callable[..., ArgumentParser]
) -> None:
    """`klimat files` and `klimat dump`, and their options."""
    parser = add(commands, "files", files, translated("klimat.help.files"))
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        type=Path,
        nargs="?",
        help=translated("klimat.help.as_setting_files"),
    )
    parser = add(commands, "dump", dump, translated("klimat.help.write_down_everything_as_it_is"))
    parser.add_argument(
        "folder", metavar="FOLDER", type=Path, help=translated("klimat.help.as_setting_dumps")
    )


def files(arguments: Namespace) -> int:
    """Every file of open data, where the newest state of the store has none yet."""
    folder = arguments.folder or os.environ.get("FILES")
    if not folder:
        raise ImportRefused(say("klimat.files_need_a_folder"))
    os.nice(LEAST_URGENT)
    with opened(read_only=True) as engine, engine.connect() as conn:
        print(write_files(conn, Path(folder)))
    return 0


def dump(arguments: Namespace) -> int:
    """Every open dataset as of today, as everyone sees it, in a folder named after the day."""
    with opened(read_only=True) as engine, engine.connect() as conn:
        try:
            path = write_dump(conn, arguments.folder, today())
        except DumpExists as error:
            raise ImportRefused(say("klimat.day_has_a_dump", path=error)) from None
    print(path)
    return 0
