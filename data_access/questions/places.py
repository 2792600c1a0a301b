"""Which municipalities there are, how they are spelt, and how many live in them."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from data_access.questions.newest import newest
from data_access.tables import county, earlier_code, municipality, municipality_spelling
from data_access.tables import population as inhabitants
from progress.promises.parties import party_slug
from progress.records import Municipality

_MUNICIPALITY = select(
    municipality.c.code,
    municipality.c.name,
    municipality.c.slug,
    municipality.c.county_code,
    county.c.name.label("county_name"),
    municipality.c.contract_since,
    municipality.c.eu_mission,
    municipality.c.joined,
    municipality.c.signed,
    municipality.c.contract_ref,
    municipality.c.contract_read,
).join(county, county.c.code == municipality.c.county_code)
_BY_CODE = _MUNICIPALITY.order_by(municipality.c.code)
_BY_ONE_CODE = _MUNICIPALITY.where(municipality.c.code == bindparam("code"))
_BY_SLUG = _MUNICIPALITY.where(municipality.c.slug == bindparam("slug"))

_KEYS = (inhabitants.c.municipality_code, inhabitants.c.year)
_INHABITANTS_OF = newest(
    inhabitants, *_KEYS, where=inhabitants.c.municipality_code == bindparam("code")
)
_INHABITANTS_IN = newest(inhabitants, *_KEYS, where=inhabitants.c.year == bindparam("year"))
_INHABITANTS = newest(inhabitants, *_KEYS)
_INHABITANTS_OF_SOME = newest(
    inhabitants,
    *_KEYS,
    where=inhabitants.c.municipality_code.in_(bindparam("codes", expanding=True)),
)


def municipalities(conn: Connection) -> tuple[Municipality, ...]:
    """All municipalities in order of code."""
    rows = conn.execute(_BY_CODE)
    return tuple(Municipality(**row._mapping) for row in rows)


def municipality_by_slug(conn: Connection, slug: str) -> Municipality | None:
    """The municipality that a page's address names."""
    row = conn.execute(_BY_SLUG, {"slug": slug}).first()
    return None if row is None else Municipality(**row._mapping)


def municipality_after(conn: Connection, slug: str) -> Municipality | None:
    """The municipality that one which is no more became, by its name in addresses."""
    code = next(
        (
            row.municipality_code
            for row in conn.execute(select(earlier_code).order_by(earlier_code.c.since.desc()))
            if slug in ((name := party_slug(row.name)), f"{name}-{row.earlier_code}")
        ),
        None,
    )
    row = None if code is None else conn.execute(_BY_ONE_CODE, {"code": code}).one()
    return None if row is None else Municipality(**row._mapping)


def municipality_spellings(conn: Connection) -> dict[str, str]:
    """A publisher's spelling → code: the only way for a name to become a municipality."""
    spelling = municipality_spelling.c
    rows = conn.execute(select(spelling.spelling, spelling.municipality_code))
    return {row.spelling: row.municipality_code for row in rows}


def population(conn: Connection, code: str) -> dict[int, int]:
    """Year → inhabitants on 31 December, in order of year."""
    rows = conn.execute(_INHABITANTS_OF, {"code": code})
    return dict(sorted((row.year, row.inhabitants) for row in rows))


def populations(conn: Connection, year: int) -> dict[str, int]:
    """Code → inhabitants on 31 December; municipalities without a figure are left out."""
    rows = conn.execute(_INHABITANTS_IN, {"year": year})
    return {row.municipality_code: row.inhabitants for row in rows}


def populations_of_years(
    conn: Connection, years: Collection[int], codes: Collection[str] | None = None
) -> dict[str, dict[int, int]]:
    """Code → year → inhabitants on 31 December, of all municipalities or these, for these years."""
    # Years that are nearly all there are would lead the planner to each of them by the index.
    if codes is None:
        rows = conn.execute(_INHABITANTS)
    else:
        rows = conn.execute(_INHABITANTS_OF_SOME, {"codes": list(codes)})
    result: dict[str, dict[int, int]] = {}
    wanted = frozenset(years)
    for row in rows:
        if row.year in wanted:
            result.setdefault(row.municipality_code, {})[row.year] = row.inhabitants
    return result
