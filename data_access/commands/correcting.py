"""Commands that take back what went wrong: correct, withdraw, merge, undo, discard, erase.

Each is one transaction; with `--dry-run` it says what would happen and takes it back.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from data_access import corrections
from data_access.clock import now
from data_access.commands.store import opened
from data_access.corrections import CorrectionRefused
from data_access.corrections.recording import RELEASES
from progress.corrections import STATUSES, FieldChange
from progress.i18n import say

NOTHING_WRITTEN = say("klimat.nothing_was_written_dry_run")


def correct(arguments: Namespace) -> int:
    """Give fields of a row, a status or a release other values."""
    values = dict(_pair(item) for item in arguments.values)
    kind, key, reason = arguments.kind, arguments.key, arguments.reason
    with _transaction(arguments) as conn:
        changes: tuple[FieldChange, ...]
        if kind == RELEASES:
            changes = corrections.correct_release(conn, key, values, reason, now())
        elif kind == STATUSES:
            changes = corrections.correct_status(conn, key, values, reason, now())
        else:
            changes = corrections.correct_row(
                conn, kind, key, values, reason, now(), confirmed=arguments.yes
            )
    print(say(f"klimat.{_done(arguments, 'corrected')}", kind=kind, key=key))
    for change in changes:
        print(f"  {change.field}: {change.old or '–'} → {change.new or '–'}")
    return _end(arguments)


def withdraw(arguments: Namespace) -> int:
    """Take a row, a status or a release out of use, or put it back."""
    named = [item for item in (arguments.name, arguments.key) if item is not None]
    kind, key = (RELEASES, *named) if len(named) == 1 else named
    with _transaction(arguments) as conn:
        if kind == RELEASES:
            corrections.set_release_in_use(conn, key, arguments.back, arguments.reason, now())
        else:
            _change_of_row(kind, arguments.back)(conn, key, arguments.reason)
    what = " ".join(named)
    if arguments.back:
        print(say(f"klimat.{_done(arguments, 'in_use_again')}", what=what))
    else:
        quoted = " ".join(f'"{item}"' if " " in item else item for item in named)
        print(say(f"klimat.{_done(arguments, 'withdrawn')}", what=what, quoted=quoted))
    return _end(arguments)


def merge(arguments: Namespace) -> int:
    """Merge a row into another that is the same thing."""
    kind, key, into = arguments.kind, arguments.key, arguments.into
    with _transaction(arguments) as conn:
        merged = corrections.merge_rows(conn, kind, key, into, arguments.reason, now())
    quoted = f'"{key}"' if " " in key else key
    print(say(f"klimat.{_done(arguments, 'merged')}", kind=kind, key=key, into=into, quoted=quoted))
    for change in merged.differences:
        print(f"  {change.field}: {change.old or '–'} | {change.new or '–'}")
    print(f"  {say('klimat.moved_to_kept', number=merged.moved, into=into)}")
    return _end(arguments)


def _change_of_row(kind: str, back: bool) -> Callable[[Connection, str, str], None]:
    if kind == STATUSES:
        change = corrections.restore_status if back else corrections.withdraw_status
        return lambda conn, key, reason: change(conn, key, reason, now())
    of_row = corrections.restore_row if back else corrections.withdraw_row
    return lambda conn, key, reason: of_row(conn, kind, key, reason, now())


def undo(arguments: Namespace) -> int:
    """Take a whole import back."""
    with _transaction(arguments) as conn:
        rows = corrections.undo(conn, arguments.name, arguments.reason, now())
    print(say(f"klimat.{_done(arguments, 'undone')}", name=arguments.name, rows=rows))
    return _end(arguments)


def discard(arguments: Namespace) -> int:
    """Take a draft out of the store."""
    with _transaction(arguments) as conn:
        draft = corrections.discard(conn, arguments.name, now())
    done = _done(arguments, "discarded")
    print(say(f"klimat.{done}", kind=draft.kind, name=arguments.name))
    return _end(arguments)


def erase(arguments: Namespace) -> int:
    """Erase words about a person from everything the store holds."""
    words = _words_to_erase()
    with opened(read_only=False) as engine:
        with engine.connect() as conn, conn.begin() as transaction:
            erased = corrections.erase(conn, words, now())
            if arguments.dry_run:
                transaction.rollback()
        for item in erased:
            print(f"{item.table:<24}{say('klimat.rows', rows=item.rows):>12}")
        if not arguments.dry_run:
            corrections.overwrite_erased(engine)
    if not arguments.dry_run:
        print(say("klimat.erased_for_good_earlier_copies_klimat"))
    return _end(arguments)


def _words_to_erase() -> str:
    """The words from standard input, so that no list of commands keeps them."""
    if sys.stdin.isatty():
        print(say("klimat.what_is_to_be_erased_one"), end="", flush=True)
        return sys.stdin.readline()
    return sys.stdin.read()


@contextmanager
def _transaction(arguments: Namespace) -> Iterator[Connection]:
    """A connection whose changes hold when all went well, and never in a dry run."""
    with (
        opened(read_only=False) as engine,
        engine.connect() as conn,
        conn.begin() as transaction,
    ):
        yield conn
        if arguments.dry_run:
            transaction.rollback()


def _end(arguments: Namespace) -> int:
    if arguments.dry_run:
        print(NOTHING_WRITTEN)
    return 0


def _done(arguments: Namespace, what: str) -> str:
    """The end of the key that says what was done, or in a dry run would be."""
    return f"would_be_{what}" if arguments.dry_run else what


def _pair(said: str) -> tuple[str, str]:
    name, equals, value = said.partition("=")
    if not equals or not name.strip():
        raise CorrectionRefused(say("klimat.gives_no_field_value_write_field", said=said))
    return name.strip(), value
