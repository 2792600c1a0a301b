"""What is new: releases, what they changed in earlier years, verdicts, statuses, corrections."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, Literal

from sqlalchemy import Connection, select

from data_access import questions as ask
from data_access.status_tables import STATUS_TABLES
from progress.emissions.series import Gas, Scope
from progress.goals.goal import Goal
from progress.goals.yardstick import yardstick_goal
from progress.i18n import text
from progress.promises.local_contracts import WorkPackage
from progress.records import Activity, Commitment, Release

CHANGE_COLUMNS = (
    "change_id",
    "at",
    "kind",
    "municipality_code",
    "key",
    "release",
    "title_sv",
    "title_en",
)
KINDS = ("release", "restatement", "verdict", "status", "correction")

Kind = Literal["release", "restatement", "verdict", "status", "correction"]
Row = Mapping[str, Any]


def change_rows(conn: Connection) -> list[Row]:
    """One row for each change, the oldest first. Those of no single municipality have no code.

    A release counts from when it came in here; what it changed in years that were known, and which
    verdicts became others, is told of each edition against the one before (RULES §1.3).
    """
    releases = ask.releases(conn)
    rows = [*_releases(releases), *_restated(conn, releases), *_statuses(conn), *_corrections(conn)]
    return sorted(rows, key=lambda row: str(row["change_id"]))


def _row(
    kind: Kind, at: datetime, key: str, code: str | None, release: str, **values: object
) -> Row:
    """`values` go into the title, by language where they are a pair of Swedish and English."""
    titles = {}
    for place, lang in enumerate(("sv", "en")):
        of_lang = {
            name: value[place] if isinstance(value, tuple) else value
            for name, value in values.items()
        }
        titles[f"title_{lang}"] = text(lang)(f"change.{kind}", **of_lang)
    identity = "-".join(filter(None, (f"{at:%Y%m%dT%H%M%S}", kind, release, code, key)))
    return {
        "change_id": identity,
        "at": at,
        "kind": kind,
        "municipality_code": code,
        "key": key,
        "release": release or None,
        **titles,
    }


def _releases(releases: Sequence[Release]) -> Iterator[Row]:
    for release in releases:
        title = release.source.title
        yield _row("release", release.imported, "", None, release.label, title=title)


def _restated(conn: Connection, releases: Sequence[Release]) -> Iterator[Row]:
    """What each edition of national statistics changed against the one before."""
    emissions = [
        release
        for release in releases
        if release.kind == "emissions" and release.scope == Scope.TERRITORIAL
    ]
    titles = {goal.goal_id: _titles(goal) for goal in ask.goals(conn)}
    yardstick = yardstick_goal("")
    titles[yardstick.goal_id] = _titles(yardstick)
    for gas in Gas:
        for new, old in pairwise(release for release in emissions if release.gas == gas):
            yield from _between(conn, old, new, titles)


def _between(
    conn: Connection, old: Release, new: Release, titles: Mapping[str, tuple[str, str]]
) -> Iterator[Row]:
    comparison = ask.release_comparison(conn, old.label, new.label)
    if comparison is None:
        return
    title, at = new.source.title, new.imported
    changed = [each for each in comparison.municipalities if each.restated_years]
    if changed:
        number = len(changed)
        yield _row("restatement", at, "", None, new.label, title=title, number=number)
    for change in comparison.verdicts:
        if change.old.effective is not change.new.effective:
            yield _row(
                "verdict",
                at,
                change.goal_id,
                change.municipality_code,
                new.label,
                goal=titles.get(change.goal_id, (change.goal_id, change.goal_id)),
                old=tuple(change.old.label(lang) for lang in ("sv", "en")),
                new=tuple(change.new.label(lang) for lang in ("sv", "en")),
            )


def _statuses(conn: Connection) -> Iterator[Row]:
    """Each check-in whose status is another than that of the one before."""
    promises: dict[str, tuple[str | None, tuple[str, str]]] = {}
    for commitment in ask.commitments(conn):
        promises[commitment.commitment_id] = commitment.municipality_code, _titles(commitment)
    for activity in ask.activities(conn):
        promises[activity.activity_id] = activity.municipality_code, _titles(activity)
    for package in ask.work_packages(conn):
        promises[package.package_id] = package.municipality_code, _titles(package)
    for table, key in STATUS_TABLES.values():
        before: dict[str, str] = {}
        columns = (table.c[key], table.c.status_date, table.c.status, table.c.recorded)
        question = select(*columns).where(table.c.published)
        for identity, day, status, recorded in conn.execute(
            question.order_by(table.c[key], table.c.status_date)
        ):
            if status != before.get(identity) and identity in promises:
                code, title = promises[identity]
                words = tuple(text(lang)(f"word.progress.{status}") for lang in ("sv", "en"))
                key_of = f"{identity}-{day}"
                yield _row("status", recorded, key_of, code, "", title=title, status=words)
            before[identity] = status


def _titles(titled: Goal | Commitment | Activity | WorkPackage) -> tuple[str, str]:
    """Swedish and English; what has no English title is called by its Swedish one."""
    return titled.title_sv, titled.title_en or titled.title_sv


def _corrections(conn: Connection) -> Iterator[Row]:
    for item in ask.corrections(conn):
        yield _row(
            "correction",
            item.at,
            str(item.correction_id),
            item.municipality_code,
            "",
            title=item.title or item.key,
        )
