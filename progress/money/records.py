"""A grant as an open record: its figures with kind, unit, rate, quality, source and licence."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from operator import attrgetter
from typing import Any

from progress.money.kinds import PROJECT, Allocation, granted_unknown
from progress.money.pricing import Kronor, Pricing
from progress.money.stock import Stock
from progress.records import Grant, InvestmentAction, Source

ORE = Decimal("0.01")
NOMINAL = "nominal"

GRANT_FIELDS = (
    "grant_id",
    "level",
    "funder",
    "programme",
    "call",
    "title",
    "beneficiary",
    "beneficiary_orgnr",
    "beneficiary_municipality_code",
    "municipality_codes",
    "allocation",
    "theme",
    "priority",
    "is_climate",
    "decision_year",
    "part_year",
    "start",
    "end",
    "year",
    "amount_kind",
    "decision",
    "amount",
    "currency",
    "amount_sek",
    "price_level",
    "price_index_missing",
    "sek_per_unit",
    "rate_source",
    "no_sek_because",
    "total_cost",
    "amount_basis",
    "amount_note",
    "counted_in_sums",
    "repeats",
    "part_of",
    "case_number",
    "quality_flag",
    "note",
    "source_id",
    "source_title",
    "publisher",
    "licence",
    "source_ref",
)
"""Columns of a file of grants. `amount` and `total_cost` are in `currency`, the rest in kronor."""

_AS_PUBLISHED = tuple(
    name for name in GRANT_FIELDS if name in Grant.__dataclass_fields__ or name == "year"
)
_published = attrgetter(*_AS_PUBLISHED)

SOURCE_FIELDS = ("source_title", "publisher", "licence")

ACTION_FIELDS = tuple(InvestmentAction.__dataclass_fields__) + SOURCE_FIELDS
STOCK_FIELDS = tuple(Stock.__dataclass_fields__) + SOURCE_FIELDS

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A list on its way out: its name, its columns, and its records, read once."""

    name: str
    columns: tuple[str, ...]
    records: Iterator[Record]


@dataclass(frozen=True, slots=True)
class Classed:
    """A grant with the class it has (RULES §7.3) where the file is read, None without a place."""

    grant: Grant
    allocation: Allocation | None


def grant_records(
    rows: Iterable[Classed],
    pricing: Pricing,
    sources: Mapping[str, Source],
    repeats: Mapping[str, str],
    summed: Collection[Allocation | None],
) -> Iterator[Record]:
    """The rows with the fields of `GRANT_FIELDS`, one by one. Kronor are rounded to öre.

    `repeats` names the row that is counted instead of another. `counted_in_sums` is true just for
    the rows whose sum the page prints (RULES §7.10): projects of the classes in `summed` with a
    known sum, each money once.
    """
    by_source = defaultdict(
        partial(_source, None), {key: _source(source) for key, source in sources.items()}
    )
    level = NOMINAL if pricing.base_year is None else str(pricing.base_year)
    for row in rows:
        grant = row.grant
        kronor = pricing.kronor(grant.amount, grant.currency, grant.year)
        rate = kronor.rate
        record: dict[str, Any] = dict(zip(_AS_PUBLISHED, _published(grant), strict=True))
        record |= {
            "municipality_codes": ";".join(grant.places),
            "allocation": "" if row.allocation is None else row.allocation.value,
            "amount_sek": None if kronor.sek is None else kronor.sek.quantize(ORE, ROUND_HALF_UP),
            "price_level": _level(kronor, level),
            "price_index_missing": kronor.kept_nominal,
            "sek_per_unit": None if rate is None else rate.sek_per_unit,
            "rate_source": None if rate is None else rate.source_ref,
            "no_sek_because": None if kronor.problem is None else kronor.problem.value,
            "counted_in_sums": grant.level == PROJECT
            and row.allocation in summed
            and kronor.sek is not None
            and not granted_unknown(grant)
            and grant.grant_id not in repeats,
            "repeats": repeats.get(grant.grant_id),
        }
        record |= by_source[grant.source_id]
        yield record


def plain_records(
    rows: Iterable[InvestmentAction] | Iterable[Stock], sources: Mapping[str, Source]
) -> Iterator[Record]:
    """Rows of a plan or of bond totals as they are, with their source's title and licence."""
    for row in rows:
        fields = {name: getattr(row, name) for name in row.__dataclass_fields__}
        yield fields | _source(sources.get(row.source_id))


def _level(kronor: Kronor, level: str) -> str | None:
    if kronor.sek is None:
        return None
    return NOMINAL if kronor.kept_nominal else level


def _source(source: Source | None) -> dict[str, str | None]:
    if source is None:
        return dict.fromkeys(SOURCE_FIELDS)
    return {
        "source_title": source.title,
        "publisher": source.publisher,
        "licence": source.licence,
    }
