"""What the store already knows: the codes and ids rows are checked against, and sources."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, insert, select

from data_access.imports import goals
from data_access.imports.draft import (
    OPERATOR,
    EarlierCode,
    ImportRefused,
    Options,
    StoreFacts,
)
from data_access.imports.pledges import statuses_held
from data_access.questions import municipality_spellings, sources
from data_access.tables import (
    contract,
    county,
    earlier_code,
    indicator,
    municipality,
    organisation,
    organisation_kind,
    sector,
    source,
)
from progress.i18n import say

OPERATOR_SOURCE = {
    "source_id": OPERATOR,
    "title": "Files imported by the operator of this site",
    "publisher": "stated by the operator",
    "licence": "stated by the operator",
}
"""The source of a file for which no source is named."""


def check_source(conn: Connection, options: Options) -> None:
    """Refuses a source that is asked for and is not in the store. Raises ImportRefused."""
    if options.source_id is not None and options.source_id not in (known := sources(conn)):
        raise ImportRefused(
            say(
                "import.no_source_in_store_there_are",
                source_id=options.source_id,
                known=", ".join(known),
            )
        )


def source_for(conn: Connection, options: Options, stated: Mapping[str, str] | None) -> str:
    """The id of the release's source: the one asked for, else the one that the file states, else
    the operator's. The last two are made if new."""
    if options.source_id is not None:
        return options.source_id
    known = sources(conn)
    own = stated or OPERATOR_SOURCE
    if own["source_id"] not in known:
        conn.execute(insert(source).values(dict(own)))
    return own["source_id"]


def store_facts(conn: Connection, today: date) -> StoreFacts:
    """The codes and ids that rows are checked against."""
    numbered = select(organisation).where(organisation.c.orgnr != "")
    code_by_orgnr = {row.orgnr: row.municipality_code for row in conn.execute(numbered)}
    kinds = {row.kind_id: row.party for row in conn.execute(select(organisation_kind))}
    return StoreFacts(
        codes=frozenset(conn.scalars(select(municipality.c.code))),
        county_codes=frozenset(conn.scalars(select(county.c.code))),
        code_by_spelling=municipality_spellings(conn),
        earlier_codes={
            row.earlier_code: EarlierCode(row.municipality_code, row.name, row.since)
            for row in conn.execute(select(earlier_code))
        },
        source_ids=frozenset(conn.scalars(select(source.c.source_id))),
        sector_ids={row.code: row.sector_id for row in conn.execute(select(sector))},
        indicator_ids=frozenset(conn.scalars(select(indicator.c.indicator_id))),
        organisation_kinds=frozenset(kinds),
        party_kinds=frozenset(kind for kind, party in kinds.items() if party),
        contract_years={
            row.contract_id: row.version_year for row in conn.execute(select(contract))
        },
        goals=goals.rows_held(conn),
        statuses=statuses_held(conn),
        orgnrs=frozenset(code_by_orgnr),
        code_by_orgnr={number: code for number, code in code_by_orgnr.items() if code},
        today=today,
    )
