"""Grants as a frame: one row for each project, as the portfolio counts it."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection, select

from data_access.derived.grant_columns import AMOUNT, KEY, YEARS, Words, key_of
from data_access.derived.held_grants import held_grants
from data_access.derived.texts import Texts
from data_access.frames.cache import cached
from data_access.questions.grant_rows import repeats
from data_access.questions.registry import registry
from data_access.tables import municipality
from progress.money.choice import PLACES_APART
from progress.money.days import days, month_of
from progress.money.duplicates import INSTALMENT, whole_id
from progress.money.filters import NAMED
from progress.money.kinds import PROJECT
from progress.money.loaded import LoadedSource
from progress.money.placing import Counted, Stated, counted
from progress.money.registered import RECIPIENT, Spellings, registered, spellings_of_numbers

_STATED = ("beneficiary_municipality_code", "allocation", "amount_kind", "decision")
_WORDS = (*NAMED, *RECIPIENT, "currency", "climate", "places")


def grants(conn: Connection) -> pd.DataFrame:
    """All projects that hold now, with what they count as for the contract cities.

    Columns: those of `progress.money.filters.WORDS` (in the register's words), kind
    (as counted, empty where there is none), currency, allocation (empty without a place), city (a
    contract city's code; empty for another municipality, for several and for none), shared
    (contract cities that it names besides, apart by `;`), climate (`yes`, `no` or empty) as
    categories; year (0 where unknown); first_month and last_month (`progress.money.days.month_of`,
    0 where either is unknown); amount (in the currency, NaN where the sum of its kind is unknown);
    repeats (whether another row is counted for the same money); part_of (the same number for the
    years of a grant told year by year, below zero for all other rows). `grant_ids` and
    `grant_titles` are of the same rows in the same order.
    """
    return cached(conn, "grants", _build).frame.copy(deep=False)


def grant_ids(conn: Connection) -> Texts:
    """The ids of the rows of `grants`, in their order."""
    return cached(conn, "grants", _build).ids


def grant_titles(conn: Connection) -> Texts:
    """The titles of the rows of `grants`, case-folded: read where somebody searches them."""
    return cached(
        conn,
        "grant titles",
        lambda conn: held_grants(conn, ("title",)).of_level(PROJECT).texts("title"),
    )


def grant_sources(conn: Connection) -> tuple[LoadedSource, ...]:
    """`questions.loaded_sources`, out of the columns that `grants` reads."""
    return cached(conn, "grants", _build).sources


def recipient_spellings(conn: Connection) -> dict[str, tuple[str, ...]]:
    """Recipient as `grants` names it → its other spellings, of those that the register does not
    have and that one organisation number holds together."""
    of_numbers = cached(conn, "grants", _build).spellings
    return {names[0]: names[1:] for names in of_numbers.values()}


@dataclass(frozen=True, slots=True)
class _Grants:
    frame: pd.DataFrame
    ids: Texts
    sources: tuple[LoadedSource, ...]
    spellings: Spellings


def _build(conn: Connection) -> _Grants:
    followed = frozenset(
        conn.scalars(select(municipality.c.code).where(municipality.c.contract_since.is_not(None)))
    )
    every = held_grants(conn, (*_WORDS, *_STATED, *YEARS, "end", "source_id", "grant_id", AMOUNT))
    held = every.of_level(PROJECT)
    words = {name: held.words(name) for name in {*_WORDS, *_STATED}}
    amount = held.numbers(AMOUNT)
    counts, count_of = _counted(words, ~np.isnan(amount), followed)
    sum_known = np.array([each.sum_known for each in counts], bool)[count_of]
    first_month, last_month = _months(held.words("start"), held.words("end"))
    ids = held.texts("grant_id")
    frame = pd.DataFrame(
        {
            **{name: _category(words[name]) for name in (*NAMED, *RECIPIENT, "decision")},
            "kind": _categories(count_of, [str(each.kind) for each in counts]),
            "currency": _category(words["currency"]),
            "allocation": _categories(count_of, [str(each.allocation or "") for each in counts]),
            "city": _categories(count_of, [each.city or "" for each in counts]),
            "shared": _categories(count_of, [PLACES_APART.join(each.shared) for each in counts]),
            "climate": _category(words["climate"]),
            "year": held.years(),
            "first_month": first_month,
            "last_month": last_month,
            "amount": np.where(sum_known, amount, np.nan),
            "repeats": _repeats(conn, held.numbers(KEY)),
            "part_of": _parts(ids),
        }
    )
    known = registry(conn)
    several = spellings_of_numbers(frame, known)
    return _Grants(registered(frame, known, several), ids, every.sources(), several)


def _counted(
    words: dict[str, Words], has_amount: npt.NDArray[np.bool_], followed: frozenset[str]
) -> tuple[list[Counted], npt.NDArray[np.intp]]:
    """What rows count as, of which there are few sorts, and the sort of each row."""
    named = words["places"].words
    ours = Words.of([_among(text, followed) for text in named])
    placed = np.array([bool(text) for text in named], bool)
    codes = words["places"].codes
    columns = [
        *(words[name].codes for name in _STATED),
        ours.codes[codes],
        placed[codes].astype(np.int32),
        has_amount.astype(np.int32),
    ]
    sizes = (*(len(words[name].words) for name in _STATED), len(ours.words), 2, 2)
    if not len(codes):
        return [], codes.astype(np.intp)
    sort_of, sorts = pd.factorize(np.ravel_multi_index(columns, sizes))
    result = []
    for *stated, ours_at, is_placed, has in zip(*np.unravel_index(sorts, sizes), strict=True):
        code, allocation, amount_kind, decision = (
            words[name].words[at] for name, at in zip(_STATED, stated, strict=True)
        )
        places = ours.words[ours_at]
        row = Stated(
            beneficiary_municipality_code=code,
            allocation=allocation,
            places=tuple(places.split(PLACES_APART)) if places else (),
            placed=bool(is_placed),
            amount_kind=amount_kind,
            decision=decision,
            amount=Decimal(0) if has else None,
        )
        result.append(counted(row, followed))
    return result, sort_of


def _among(places: str, codes: frozenset[str]) -> str:
    """Those of the places of a grant that have these codes: most grants name one or none."""
    if PLACES_APART not in places:
        return places if places in codes else ""
    return PLACES_APART.join([code for code in places.split(PLACES_APART) if code in codes])


def _repeats(conn: Connection, keys: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    left_out = [key_of(grant_id) for grant_id in repeats(conn)]
    return pd.Series(keys).isin(left_out).to_numpy()


def _months(starts: Words, ends: Words) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """The first and last month of each row; 0 where either is unknown or they are out of order."""
    first, last = (
        np.array(
            [month_of(of[end]) if (of := days(word)) else 0 for word in column.words], np.int32
        )
        for column, end in ((starts, 0), (ends, -1))
    )
    first, last = first[starts.codes], last[ends.codes]
    known = (first > 0) & (first <= last)
    return first * known, last * known


def _parts(ids: Texts) -> npt.NDArray[np.int32]:
    """The same number for the years of one grant; below zero for all other rows."""
    result = np.full(len(ids), -1, np.int32)
    yearly = np.flatnonzero(ids.containing(INSTALMENT))
    wholes = [whole_id(each) for each in ids.take(yearly)]
    result[yearly] = Words.of(wholes).codes
    return result


def _category(column: Words) -> "pd.Categorical[str]":
    return pd.Categorical.from_codes(column.codes, pd.Index(list(column.words), dtype=object))


def _categories(codes: npt.NDArray[np.integer], words: list[str]) -> "pd.Categorical[str]":
    """Of words that may repeat themselves."""
    different = Words.of(words)
    return _category(Words(different.codes[codes], different.words))
