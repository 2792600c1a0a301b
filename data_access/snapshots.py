"""Taking and reading snapshots: a municipality's facts frozen as JSON that stands on its own."""

from datetime import datetime
from typing import Any

from cattrs.preconf.json import make_converter
from sqlalchemy import Connection, insert, select

from data_access import questions as ask
from data_access.engine import StoreError
from data_access.releases import inserted_number, record_change
from data_access.tables import snapshot
from progress.emissions.series import Point
from progress.i18n import say
from progress.money.frozen_plan import frozen_plan
from progress.money.kinds import Kind, counted_once, of_city
from progress.money.pricing import Pricing, priced
from progress.money.sums import kind_sum
from progress.snapshots import (
    FORMAT,
    FrozenRelease,
    FrozenSum,
    Snapshot,
    SnapshotName,
    frozen_figures,
    frozen_goal,
    frozen_status,
)

_CONVERTER = make_converter()


class SnapshotRefused(StoreError):  # noqa: N818
    """The snapshot cannot be taken or read as asked for; nothing was written."""


def take_snapshot(
    conn: Connection, code: str, name: str, now: datetime, *, draft_of: str = ""
) -> int:
    """Freezes a municipality's published facts under a name; its number.

    With `draft_of`, a city or agency that exists, only its people see the snapshot.

    Raises SnapshotRefused for an unknown municipality, an empty name or one that is taken.
    """
    place = next(
        (municipality for municipality in ask.municipalities(conn) if municipality.code == code),
        None,
    )
    if place is None:
        raise SnapshotRefused(say("klimat.no_municipality_has_code", code=code))
    if not name.strip():
        raise SnapshotRefused(say("klimat.snapshot_needs_name_such_as_meetings"))
    if not name.isprintable():
        raise SnapshotRefused(say("klimat.snapshots_name_is_line_of_signs"))
    same = select(snapshot.c.taken).where(
        snapshot.c.municipality_code == code, snapshot.c.name == name.strip()
    )
    taken = conn.scalar(same)
    if taken is not None:
        raise SnapshotRefused(
            say(
                "klimat.has_snapshot_since",
                place=place.name,
                name=name.strip(),
                taken=taken,
            )
        )
    payload: dict[str, Any] = _CONVERTER.unstructure(freeze(conn, code))
    result = conn.execute(
        insert(snapshot).values(
            municipality_code=code,
            name=name.strip(),
            taken=now,
            payload=payload,
            published=not draft_of,
            owner=draft_of,
        )
    )
    number = inserted_number(result)
    detail = f"snapshot-{number}: {code} {name.strip()}"
    action = "draft" if draft_of else "snapshot"
    record_change(conn, action, detail=detail, now=now, shown=not draft_of)
    return number


def snapshot_names(conn: Connection, code: str | None = None) -> tuple[SnapshotName, ...]:
    """The published snapshots of one municipality or of all, newest first."""
    columns = (snapshot.c.snapshot_id, snapshot.c.name, snapshot.c.municipality_code)
    question = select(*columns, snapshot.c.taken).where(snapshot.c.published)
    question = question.order_by(snapshot.c.taken.desc(), snapshot.c.snapshot_id.desc())
    if code is not None:
        question = question.where(snapshot.c.municipality_code == code)
    return tuple(SnapshotName(**row._mapping) for row in conn.execute(question))


def read_snapshot(conn: Connection, snapshot_id: int) -> Snapshot | None:
    """A published snapshot as it was taken; None where there is none.

    Raises SnapshotRefused for one that a newer version of this software wrote.
    """
    question = select(snapshot.c.payload).where(
        snapshot.c.snapshot_id == snapshot_id, snapshot.c.published
    )
    payload = conn.scalar(question)
    if payload is None:
        return None
    if payload.get("format", FORMAT) > FORMAT:
        raise SnapshotRefused(
            say("klimat.snapshot_was_written_by_newer_version", snapshot_id=snapshot_id)
        )
    return _CONVERTER.structure(payload, Snapshot)


def freeze(conn: Connection, code: str) -> Snapshot:
    """The municipality's facts as the store has them now."""
    label = ask.default_release(conn, "co2e", code)
    points: tuple[Point, ...] = ask.totals(conn, label, (code,)).get(code, ()) if label else ()
    verdicts = {verdict.goal.goal_id: verdict for verdict in ask.verdicts(conn, code)}
    goals = {goal.goal_id: goal for goal in ask.goals(conn, code)}
    goals |= {key: verdict.goal for key, verdict in verdicts.items()}
    grants = counted_once(of_city(ask.grants(conn, code), code).own, ask.repeats(conn))
    own = priced(grants, Pricing(ask.exchange_rates(conn), ask.price_index(conn)))
    sums = {kind: kind_sum(own, kind) for kind in Kind}
    place = next(
        (municipality for municipality in ask.municipalities(conn) if municipality.code == code),
        None,
    )
    shared = ask.shared_commitments(conn) if place is not None and place.signed else ()
    return Snapshot(
        municipality_code=code,
        release=label or "",
        figures=frozen_figures(points),
        goals=tuple(frozen_goal(goal, verdicts.get(key)) for key, goal in sorted(goals.items())),
        statuses=tuple(
            [frozen_status(commitment) for commitment in ask.commitments(conn, code)]
            + [frozen_status(deed) for deed in ask.activities(conn, code)]
        ),
        money=tuple(
            FrozenSum(str(kind), f"{kind_sum.sek:f}", kind_sum.coverage.known, kind_sum.coverage.of)
            for kind, kind_sum in sums.items()
            if kind_sum.coverage.of
        ),
        releases=tuple(
            FrozenRelease(
                release.label,
                release.kind,
                release.title,
                "" if release.released is None else release.released.isoformat(),
                release.imported.date().isoformat(),
            )
            for release in ask.releases(conn)
        ),
        further=(
            *(frozen_status(commitment) for commitment in shared),
            *(frozen_status(package) for package in ask.work_packages(conn, code)),
        ),
        plan=frozen_plan(ask.investment_actions(conn, code)),
    )
