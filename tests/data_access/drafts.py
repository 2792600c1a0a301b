"""Drafts of everything that can wait, written into the made-up store of one owner."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from data_access import tables
from data_access.derived.emission_totals import refresh_totals
from data_access.derived.verdicts import refresh_verdicts
from data_access.inside.error_reports import NewReport, receive
from data_access.inside.notes import add_note
from data_access.releases import NewRelease, record_release
from data_access.snapshots import take_snapshot
from data_access.status_tables import STATUS_TABLES
from progress.emissions.series import Gas, Scope, Unit
from tests.data_access.made_up import NOW

MARKER = "HEMLIGT-UTKAST"
SCRIPT = "<script>alert('utkast-')</script>"
WORDS = f'=HYPERLINK("//prov")&{MARKER}"\'><b>{SCRIPT}<!--'
"""What a draft says everywhere where words are free: whoever shows it must take it for words."""

LABEL = "hemligt-utkast-co2e-2030"
NOTE = "HEMLIG-ANTECKNING"
OWNER, STRANGER = "9001", "9002"
FREE_TEXT = {"title", "title_sv", "title_en", "note", "quote", "beneficiary", "programme", "name"}
FIGURES = {"tonnes": 731_579.0, "value": 7_777.0, "inhabitants": 731_579, "total": 777}
WORKED_OUT = {"verdict", "sector_start", "own_series", "emission_total", "grant_column"}
SECRET_DAY = date(2026, 4, 30)


def release_tables() -> list[Table]:
    """Every table whose rows belong to a release by their key."""
    return [
        table
        for table in tables.metadata.sorted_tables
        if table.name != "release" and "release_id" in {one.name for one in table.primary_key}
    ]


def plant(conn: Connection, owner: str = OWNER) -> None:
    """A draft beside every release-bound kind of row, statuses and a snapshot."""
    conn.execute(
        insert(tables.source).values(
            source_id="own-hemlig", title=WORDS, publisher=WORDS, licence="ingen"
        )
    )
    written: dict[str, int] = {}
    for table in release_tables():
        if table.name in WORKED_OUT:
            continue
        rows = [dict(row) for row in conn.execute(select(table)).mappings()]
        if not rows:
            continue
        last = max(row["release_id"] for row in rows)
        kind = conn.scalar(select(tables.release.c.kind).where(tables.release.c.release_id == last))
        assert kind is not None
        if kind not in written:
            written[kind] = _release(conn, kind, owner)
        copies = [_secret(row, written[kind]) for row in rows if row["release_id"] == last]
        conn.execute(insert(table), copies)
    own = _release(conn, "own-series", owner)
    conn.execute(insert(tables.own_series).values(release_id=own, municipality_code=OWNER))
    emitted = select(tables.emission).where(
        tables.emission.c.release_id == written["emissions"],
        tables.emission.c.municipality_code == OWNER,
    )
    rows = [dict(row) | {"release_id": own} for row in conn.execute(emitted).mappings()]
    conn.execute(insert(tables.emission), rows)
    refresh_totals(conn)
    for table, key in STATUS_TABLES.values():
        of = tables.metadata.tables[table.name.removesuffix("_status")]
        for identity in list(conn.scalars(select(of.c[key]))):
            conn.execute(
                insert(table).values(
                    {
                        key: identity,
                        "status_date": SECRET_DAY,
                        "status": "stopped",
                        "comment": WORDS,
                        "source": WORDS,
                        "recorded": NOW,
                        "published": False,
                        "owner": owner,
                        "batch": "statuses-hemliga",
                    }
                )
            )
    take_snapshot(conn, OWNER, WORDS, NOW + timedelta(days=1), draft_of=owner)
    add_note(conn, OWNER, owner, f"{WORDS}\n\n{NOTE}", NOW, author=WORDS)
    report = NewReport(owner, "/sv/kommun/provkoping", "/sv/kommun/provkoping", WORDS, WORDS)
    receive(conn, report, NOW)
    refresh_verdicts(conn, 2026)


def _release(conn: Connection, kind: str, owner: str) -> int:
    emissions: dict[str, Any] = {
        "gas": Gas.CO2E,
        "scope": Scope.TERRITORIAL,
        "unit": Unit.TONNES,
        "edition": 2030,
    }
    own = {**emissions, "scope": Scope.GROUP, "edition": None}
    more = {"emissions": emissions, "own-series": own}.get(kind, {})
    new = NewRelease(
        label=LABEL if kind == "emissions" else f"hemligt-utkast-{kind}",
        kind=kind,
        title=WORDS,
        source_id="own-hemlig",
        file_name=f"{WORDS}.csv",
        sha256=f"{MARKER} {kind}".encode().hex().ljust(64, "0")[:64],
        rows=1,
        draft_of=owner,
        **more,
    )
    return record_release(conn, new, now=NOW)


def _secret(row: dict[Any, Any], release_id: int) -> dict[Any, Any]:
    """The row with its figures and words made secret."""
    changed: dict[Any, Any] = {"release_id": release_id}
    changed |= dict.fromkeys(FREE_TEXT & row.keys(), WORDS)
    for name, figure in FIGURES.items():
        value = row.get(name)
        if isinstance(value, dict):  # a figure a year
            changed[name] = dict.fromkeys(value, figure)
        elif value is not None:
            changed[name] = type(value)(figure)
    return row | changed
