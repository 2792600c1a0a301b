"""Commands on the store itself: fill, check, refresh, and the version of its tables."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from sqlalchemy import Engine

from data_access import imports, migrations
from data_access.clock import today
from data_access.commands.language import translated
from data_access.derived.emission_totals import refresh_totals
from data_access.derived.grant_columns import refresh_columns
from data_access.derived.verdicts import refresh_verdicts, verdict_years
from data_access.engine import LOCKED_COMMAND, StoreMissing, database_url, open_store, shown
from data_access.integrity import check_store
from data_access.readers import EVERYONE, OPERATOR, Reader
from data_access.releases import record_change
from progress.i18n import say


@contextmanager
def opened(
    *, read_only: bool, any_version: bool = False, reader: Reader = EVERYONE
) -> Iterator[Engine]:
    """The store at DATABASE_URL, closed afterwards."""
    engine = open_store(
        read_only=read_only, any_version=any_version, reader=reader, patience=LOCKED_COMMAND
    )
    try:
        yield engine
    finally:
        engine.dispose()


def seed(_arguments: Namespace) -> int:
    """Make the store if it is missing, and fill it."""
    started = perf_counter()
    with new_or_opened() as engine:
        print(say("klimat.filling", store=shown(database_url())), flush=True)
        counts = imports.seed(engine)
    for what, rows in counts.items():
        print(f"{what:<24}{rows:>9}")
    seconds = f"{perf_counter() - started:.1f}"
    total = translated("klimat.rows_in_seconds", rows=f"{sum(counts.values()):>9}", seconds=seconds)
    print(f"{translated('klimat.head.all'):<24}{total}")
    return 0


@contextmanager
def new_or_opened() -> Iterator[Engine]:
    """The store for writing; where there is none yet, its tables are made first."""
    try:
        engine = open_store(read_only=False, patience=LOCKED_COMMAND)
    except StoreMissing:
        engine = open_store(read_only=False, check=False, patience=LOCKED_COMMAND)
        migrations.upgrade(engine)
    try:
        yield engine
    finally:
        engine.dispose()


def check(_arguments: Namespace) -> int:
    """Look the store through; 1 if anything is wrong."""
    faults = 0
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        for finding in check_store(conn, today()):
            faults += finding.fault
            sort = translated("klimat.check.fault" if finding.fault else "klimat.check.note")
            print(f"{sort:<5}  {finding.text}")
    print(
        say("klimat.store_holds_together") if faults == 0 else say("klimat.faults", faults=faults)
    )
    return 0 if faults == 0 else 1


def refresh(arguments: Namespace) -> int:
    """Compute anew everything that is worked out from the figures; with `daily` only where the day
    has made verdicts others: a target year passes at the turn of a year."""
    with opened(read_only=False) as engine:
        if arguments.daily:
            with engine.connect() as conn:
                made_for = verdict_years(conn)
            if made_for <= {today().year}:
                print(say("klimat.verdicts_are_of_today"))
                return 0
        _compute_anew(engine)
    return 0


def _compute_anew(engine: Engine) -> None:
    with engine.begin() as conn:
        refresh_totals(conn)
        refresh_columns(conn, all_of_them=True)
        number = refresh_verdicts(conn, today().year)
        record_change(conn, "refresh", detail=f"{number} verdicts")
    print(say("klimat.verdicts", number=number))


def upgrade(arguments: Namespace) -> int:
    """Bring the tables to a newer version, and what is worked out from the figures with them."""
    with opened(read_only=False, any_version=True) as engine:
        before = migrations.version_of(engine)
        migrations.upgrade(engine, arguments.version or "head")
        after = migrations.version_of(engine)
        print(say("klimat.version", after=after))
        if before not in (None, after) and after == migrations.newest():
            _compute_anew(engine)  # tables that have come are empty until then
    return 0


def downgrade(arguments: Namespace) -> int:
    """Bring the tables back to an older version; what that destroys is named and asked for."""
    with opened(read_only=False, any_version=True) as engine:
        lost = migrations.losses(engine, arguments.version)
        if lost and not arguments.yes:
            named = [
                f"  {loss.table}{loss.column and '.'}{loss.column}: {loss.count}" for loss in lost
            ]
            raise imports.ImportRefused(say("klimat.downgrade_destroys", lost="\n".join(named)))
        migrations.downgrade(engine, arguments.version)
        print(say("klimat.version", after=migrations.version_of(engine) or "base"))
    return 0
