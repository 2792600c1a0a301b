"""Steps taken by a copy of the program, in a process that has imported only what others wrote."""

import os
import runpy
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from multiprocessing.connection import Connection

ROOMS = ("layouts", "callbacks", "data_access", "progress", "scripts", "app")
"""What the copy has of its own."""


def take(results: Connection, root: str, steps: Sequence[Sequence[str]]) -> None:
    """Sends what each step prints, or what went wrong.

    A step is what Python is given: `-m` or `-c` first.
    """
    os.chdir(root)
    sys.path.insert(0, root)
    for name in [name for name in sys.modules if name.partition(".")[0] in ROOMS]:
        del sys.modules[name]
    try:
        results.send([_printed(*step) for step in steps])
    except BaseException:
        results.send(traceback.format_exc())


def _printed(flag: str, program: str, *arguments: str) -> str:
    sys.argv = [flag, *arguments]
    printed = BytesIO()
    with TextIOWrapper(printed, encoding="utf-8") as stream, redirect_stdout(stream):
        try:
            if flag == "-m":
                runpy.run_module(program, run_name="__main__", alter_sys=True)
            else:
                exec(program, {"__name__": "__main__"})
        except SystemExit as end:
            if end.code:
                raise
        stream.flush()
        return printed.getvalue().decode()
