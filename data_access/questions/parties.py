"""Who has promised something, and every status that was ever told of a promise."""

from sqlalchemy import Connection, select, union_all

from data_access.status_tables import STATUS_TABLES
from data_access.tables import commitment, organisation
from progress.parties import PARTY_KINDS, names_of, party_slug
from progress.records import Party, StatusReport


def parties(conn: Connection) -> tuple[Party, ...]:
    """Every party: municipalities first, then Viable Cities and the agencies, by name.

    The organisations that the store knows, and those that a promise names. "All municipalities" is
    no party: what it promises, each of them has promised.
    """
    result = {
        row.name: Party(party_slug(row.name), row.name, row.kind, row.municipality_code)
        for row in conn.execute(select(organisation).order_by(organisation.c.organisation_id))
        if row.kind in PARTY_KINDS
    }
    named = select(commitment.c.party, commitment.c.party_kind, commitment.c.municipality_code)
    for row in conn.execute(named.distinct()):
        shared = row.party_kind == "municipality" and row.municipality_code is None
        for name in () if shared else names_of(row.party):
            party = Party(party_slug(name), name, row.party_kind, row.municipality_code)
            result.setdefault(name, party)
    by_slug = {party.slug: party for party in reversed(result.values()) if party.slug}
    return tuple(
        sorted(
            by_slug.values(),
            key=lambda party: (PARTY_KINDS.index(party.kind), _letters(party.name)),
        )
    )


def status_reports(conn: Connection) -> dict[str, tuple[StatusReport, ...]]:
    """Promise → its published statuses, oldest first, of promises of every kind."""
    reports: dict[str, list[StatusReport]] = {}
    rows = conn.execute(
        union_all(
            *(
                select(
                    table.c[key].label("pledge_id"),
                    table.c.status_date,
                    table.c.status,
                    table.c.comment,
                    table.c.source,
                    table.c.resources,
                ).where(table.c.published)
                for table, key in STATUS_TABLES.values()
            )
        )
    )
    for row in rows:
        reports.setdefault(row.pledge_id, []).append(StatusReport(**row._mapping))
    return {
        key: tuple(sorted(group, key=lambda report: report.status_date))
        for key, group in sorted(reports.items())
    }


def _letters(name: str) -> str:
    """Swedish order of letters: å, ä and ö come last."""
    return name.lower().translate(str.maketrans("åäö", "{|}"))
