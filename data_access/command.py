"""The `klimat` command line: fill, feed, look through and export the store."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from data_access.actors import acting_as
from data_access.commands import backup, money
from data_access.commands.comparing import ComparisonRefused
from data_access.commands.language import language_of
from data_access.commands.parser import Command, parser
from data_access.engine import StoreError
from data_access.exports import UnknownRelease
from data_access.fetching import FetchFailed
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused
from progress.i18n import say, speaking

REFUSED = 2
"""The exit code for anything that could not be done; `klimat check` gives 1 for faults."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code. What goes wrong is told in a line, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter gets its code
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    with speaking(language_of(given, os.environ)):
        return _run(given)


def _run(arguments: Sequence[str]) -> int:
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
        return _refuse(say("klimat.stopped_store_is_as_it_was"))
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
        return _refuse(error)
    except OSError as error:
        return _refuse(f"{error.filename or 'file'}: {error.strerror or error}")
    except OverflowError:
        return _refuse(say("klimat.number_that_is_larger_than_any"))
    except CommandError as error:
        return _refuse(say("klimat.no_such_version_of_tables", error=error))
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        return _refuse(say("klimat.store_refused", words=" ".join(str(cause).split())))


def _refuse(message: object) -> int:
    print(f"klimat: {message}", file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    raise SystemExit(main())
