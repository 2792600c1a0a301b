"""Commands on snapshots: take one, list them."""

from argparse import Namespace

from data_access import clock
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.inside.publishing import check_owner
from data_access.snapshots import snapshot_names, take_snapshot
from progress.i18n import say


def take(arguments: Namespace) -> int:
    """Freeze a municipality's facts under a name."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        draft_of = check_owner(conn, arguments.city) if arguments.internal else ""
        now = clock.now()
        number = take_snapshot(conn, arguments.city, arguments.name, now, draft_of=draft_of)
    print(
        say("klimat.snapshot_of", number=number, city=arguments.city, name=arguments.name.strip())
    )
    return 0


def list_all(_arguments: Namespace) -> int:
    """Every snapshot, newest first."""
    with opened(read_only=True) as engine, engine.connect() as conn:
        result = snapshot_names(conn)
    print(
        f"{'id':>5}  {translated('klimat.head.city'):<7}{translated('klimat.head.taken'):<12}"
        f"{translated('klimat.head.name')}"
    )
    for snapshot in result:
        print(
            f"{snapshot.snapshot_id:>5}  {snapshot.municipality_code:<7}"
            f"{snapshot.taken:%Y-%m-%d}  {snapshot.name}"
        )
    return 0
