"""Who has promised something, and every status that was ever told of a promise."""

from sqlalchemy import Connection, RowMapping, or_, select, union_all

from data_access.records import STATUS_REPORT
from data_access.status_tables import STATUS_TABLES
from data_access.tables import commitment, municipality, organisation, organisation_kind
from progress.promises.parties import OrganisationKind, PartyKinds, names_of, party_slug
from progress.records import Party, StatusReport

_STATUS_FIELDS = tuple(StatusReport.__dataclass_fields__)


def party_kinds(conn: Connection) -> PartyKinds:
    """The kinds of organisation that can be party to a contract."""
    kinds = select(organisation_kind).where(organisation_kind.c.party)
    order = organisation_kind.c.place, organisation_kind.c.kind_id
    rows = conn.execute(kinds.order_by(*order)).mappings()
    return {row["kind_id"]: OrganisationKind(**row) for row in rows}


def parties(conn: Connection) -> tuple[Party, ...]:
    """Every party: in the order of their kinds, by name.

    The agencies and the municipalities with a signed contract that the store knows, and those that
    a promise names. "All municipalities" is no party: what it promises, each of them has promised.
    """
    kind = organisation_kind.c
    code = organisation.c.municipality_code
    signed = select(municipality.c.code).where(municipality.c.signed != "")
    organisations = (
        select(organisation, kind.place)
        .join(organisation_kind, kind.kind_id == organisation.c.kind)
        .where(kind.party, or_(code.is_(None), code == "", code.in_(signed)))
    )
    places: dict[str, int] = {}
    result = {}
    for row in conn.execute(organisations.order_by(organisation.c.organisation_id)):
        places[row.kind] = row.place
        result[row.name] = Party(party_slug(row.name), row.name, row.kind, row.municipality_code)
    of = commitment.c
    named = select(of.party, of.party_kind, of.municipality_code, kind.place).join(
        organisation_kind, kind.kind_id == of.party_kind
    )
    for row in conn.execute(named.distinct()):
        places[row.party_kind] = row.place
        shared = row.party_kind == "municipality" and row.municipality_code is None
        for name in () if shared else names_of(row.party):
            party = Party(party_slug(name), name, row.party_kind, row.municipality_code)
            result.setdefault(name, party)
    by_slug = {party.slug: party for party in reversed(result.values()) if party.slug}
    return tuple(
        sorted(
            by_slug.values(),
            key=lambda party: (places[party.kind], party.kind, _letters(party.name)),
        )
    )


def status_rows(conn: Connection) -> list[RowMapping]:
    """The published statuses of promises of every kind, by promise and day, oldest first."""
    names = [field.name for field in STATUS_REPORT.stored]
    tables = (
        select(table.c[key].label("pledge_id"), *(table.c[name] for name in names)).where(
            table.c.published
        )
        for table, key in STATUS_TABLES.values()
    )
    rows = conn.execute(union_all(*tables)).mappings()
    return sorted(rows, key=lambda row: (row["pledge_id"], row["status_date"]))


def status_reports(conn: Connection) -> dict[str, tuple[StatusReport, ...]]:
    """Promise → its published statuses, oldest first, of promises of every kind."""
    reports: dict[str, list[StatusReport]] = {}
    for row in status_rows(conn):
        report = StatusReport(**{name: row[name] for name in _STATUS_FIELDS})
        reports.setdefault(report.pledge_id, []).append(report)
    return {promise: tuple(group) for promise, group in reports.items()}


def _letters(name: str) -> str:
    """Swedish order of letters: å, ä and ö come last."""
    return name.lower().translate(str.maketrans("åäö", "{|}"))
