"""Grants as a frame: one row for each project, as the portfolio counts it."""

from decimal import Decimal

import numpy as np
import pandas as pd
from sqlalchemy import Connection, FromClause, Text, and_, case, cast, exists, func, or_, select

from data_access.frames.cache import cached
from data_access.frames.columns import FIELDS, categories, numbered, read_columns, side_by_side
from data_access.questions.grant_rows import repeats
from data_access.questions.registry import registry
from data_access.tables import grant, grant_place, municipality, release
from progress.money.choice import PLACES_APART
from progress.money.filters import NAMED
from progress.money.kinds import PROJECT
from progress.money.placing import Stated, counted
from progress.money.registered import registered

_HELD = grant.join(release, release.c.release_id == grant.c.release_id)
_COUNTED = (release.c.published, grant.c.level == PROJECT)


def grants(conn: Connection) -> pd.DataFrame:
    """All projects that hold now, with what they count as for the contract cities.

    Columns: grant_id; those of `progress.money.filters.NAMED`, beneficiary, kind (as counted,
    empty where there is none), currency, allocation (empty without a place), city (a contract
    city's code; empty for another municipality, for several and for none), shared (contract cities
    that it names besides, apart by `;`), climate (`yes`, `no` or empty) as categories; year (of the
    decision, else of the start; 0 where unknown); amount (in the currency, NaN where the sum of its
    kind is unknown); repeats (whether another row is counted for the same money).
    """
    return cached(conn, "grants", lambda conn: registered(_build(conn), registry(conn)))


def grant_titles(conn: Connection) -> "pd.Series[str]":
    """The titles of the rows of `grants`, in their order: read where somebody searches them."""

    def build(conn: Connection) -> pd.DataFrame:
        rows, where = _newest(conn)
        ids, titles = read_columns(conn, rows, [grant.c.grant_id, grant.c.title], *where)
        title_of = dict(zip(ids, titles, strict=True))
        own = [title_of.get(grant_id, "") for grant_id in grants(conn)["grant_id"]]
        return pd.DataFrame({"title": pd.Series(own, dtype=object)})

    return cached(conn, "grant_titles", build)["title"]


def _build(conn: Connection) -> pd.DataFrame:
    followed = frozenset(
        conn.scalars(select(municipality.c.code).where(municipality.c.contract_since.is_not(None)))
    )
    rows, where = _newest(conn)
    places = (
        select(
            grant_place.c.release_id,
            grant_place.c.grant_id,
            func.aggregate_strings(grant_place.c.municipality_code, PLACES_APART).label("codes"),
        )
        .where(grant_place.c.municipality_code.in_(followed))
        .group_by(grant_place.c.release_id, grant_place.c.grant_id)
        .subquery()
    )
    same = and_(places.c.release_id == grant.c.release_id, places.c.grant_id == grant.c.grant_id)
    ids, words, beneficiaries, stated, codes, at, amounts = read_columns(
        conn,
        rows.outerjoin(places, same),
        [
            grant.c.grant_id,
            side_by_side(*(grant.c[name] for name in NAMED)),
            grant.c.beneficiary,
            side_by_side(*_STATED),
            grant.c.beneficiary_municipality_code,
            places.c.codes,
            grant.c.amount,
        ],
        *where,
    )
    amount = np.fromiter(
        (float(text) if text else np.nan for text in amounts), np.float64, len(amounts)
    )
    numbers, facts = numbered(stated)
    fields = [fact.split(FIELDS) for fact in facts]
    code_numbers, different_codes = numbered(codes)
    at_numbers, different_places = numbered(at)
    # What a row counts as depends on few different statements, however many rows there are.
    size = (len(fields), max(len(different_codes), 1), max(len(different_places), 1), 2)
    known = ~np.isnan(amount)
    together, first = np.unique(
        np.ravel_multi_index(
            (numbers, code_numbers, at_numbers, known.astype(np.int32)), size
        ).astype(np.int64)
        if len(ids)
        else np.empty(0, np.int64),
        return_inverse=True,
    )
    counts = [
        counted(
            _stated(fields[row], different_codes[code], different_places[place], bool(has)),
            followed,
        )
        for row, code, place, has in zip(*np.unravel_index(together, size), strict=True)
    ]
    word_numbers, different_words = numbered(words)
    split_words = [row_words.split(FIELDS) for row_words in different_words]
    left_out = repeats(conn)
    years = np.array(
        [int(fact[_YEAR]) if fact[_YEAR].isdigit() else 0 for fact in fields], np.int16
    )
    sum_known = np.array([each.sum_known for each in counts], bool)
    return pd.DataFrame(
        {
            "grant_id": pd.Series(ids, dtype=object),
            **{
                name: categories(word_numbers, [each[place] for each in split_words])
                for place, name in enumerate(NAMED)
            },
            "beneficiary": categories(*numbered(beneficiaries)),
            "kind": categories(first, [str(each.kind) for each in counts]),
            "currency": categories(numbers, [fact[_CURRENCY] for fact in fields]),
            "allocation": categories(first, [str(each.allocation or "") for each in counts]),
            "city": categories(first, [each.city or "" for each in counts]),
            "shared": categories(first, [PLACES_APART.join(each.shared) for each in counts]),
            "climate": categories(numbers, [fact[_CLIMATE] for fact in fields]),
            "year": years[numbers] if len(ids) else years,
            "amount": np.where(sum_known[first], amount, np.nan) if len(ids) else amount,
            "repeats": np.fromiter((each in left_out for each in ids), bool, len(ids)),
        }
    )


def _newest(conn: Connection) -> tuple[FromClause, list[object]]:
    """The rows that hold now: where no id came twice, no row needs to be asked whether it does."""
    where: list[object] = list(_COUNTED)
    twice = select(grant.c.grant_id).group_by(grant.c.grant_id).having(func.count() > 1).limit(1)
    if conn.scalar(twice) is not None:
        newer, of = grant.alias(), release.alias()
        same = and_(newer.c.grant_id == grant.c.grant_id, newer.c.release_id > grant.c.release_id)
        where.append(
            ~exists(
                select(1)
                .select_from(newer.join(of, of.c.release_id == newer.c.release_id))
                .where(same, of.c.published)
            )
        )
    return _HELD, where


_PLACED = exists(
    select(1).where(
        grant_place.c.release_id == grant.c.release_id, grant_place.c.grant_id == grant.c.grant_id
    )
)
_START = func.substr(grant.c.start, 1, 4)
_STATED = (
    grant.c.allocation,
    grant.c.amount_kind,
    grant.c.decision,
    grant.c.currency,
    case((grant.c.is_climate, "yes"), (grant.c.is_climate.is_(None), ""), else_="no"),
    func.coalesce(
        cast(grant.c.part_year, Text),
        cast(grant.c.decision_year, Text),
        case((_START.between("1000", "9999"), _START)),
    ),
    case(
        (or_(grant.c.allocation == "own", grant.c.allocation == "multi_municipality"), "yes"),
        (_PLACED, "yes"),
        else_="",
    ),
)
"""Of few different values each; a row of its own municipality, or of several, names a place."""
_CURRENCY, _CLIMATE, _YEAR, _IS_PLACED = 3, 4, 5, 6


def _stated(fields: list[str], code: str, places: str, has_amount: bool) -> Stated:
    return Stated(
        beneficiary_municipality_code=code,
        allocation=fields[0],
        places=tuple(sorted(places.split(PLACES_APART))) if places else (),
        placed=bool(fields[_IS_PLACED]),
        amount_kind=fields[1],
        decision=fields[2],
        amount=Decimal(0) if has_amount else None,
    )
