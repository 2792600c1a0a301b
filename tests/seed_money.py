"""The money that comes with the product, read straight from its files."""

import csv
from dataclasses import fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from data_access.imports.grants import decided
from progress.money.gaps import EmissionGap
from progress.money.registry import Organisation, Programme, Registry
from progress.money.stock import Stock
from progress.records import ExchangeRate, Grant, InvestmentAction, Source

SEED = Path(__file__).parents[1] / "seed_data"
TEXTS = [
    "grant_id",
    "level",
    "funder",
    "programme",
    "call",
    "title",
    "beneficiary",
    "beneficiary_orgnr",
    "allocation",
    "theme",
    "priority",
    "start",
    "end",
    "currency",
    "amount_kind",
    "amount_note",
    "same_as",
    "part_of",
    "quality_flag",
    "note",
    "source_id",
    "source_ref",
]
ACTION_TEXTS = [
    "municipality_code",
    "action_id",
    "row_level",
    "title",
    "field",
    "sector",
    "responsible",
    "cost_currency",
    "cost_kind",
    "cost_period",
    "cost_text",
    "opex_text",
    "reduction_period",
    "reduction_text",
    "sink_period",
    "sink_text",
    "shared_effect_group",
    "funding_source_text",
    "quality_flag",
    "note",
    "source_id",
    "section",
]


ACTION_TONNES = ("reduction_low_t", "reduction_high_t", "sink_low_t", "sink_high_t")


def read(name: str) -> list[dict[str, str]]:
    with (SEED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def year(text: str) -> int | None:
    return int(text) if text else None


def exact(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@cache
def grants() -> tuple[Grant, ...]:
    return tuple(
        Grant(
            **{name: row[name] for name in TEXTS},
            case_number=row["case_number"],
            amount_basis=row["amount_basis"],
            part_year=None,
            beneficiary_municipality_code=row["beneficiary_municipality_code"] or None,
            is_climate={"true": True, "false": False}.get(row["is_climate"]),
            decision=row["decision"] or decided(row["amount_kind"]),
            decision_year=int(row["decision_year"]) if row["decision_year"] else None,
            amount=exact(row["amount"]),
            total_cost=exact(row["total_cost"]),
            places=tuple(code for code in row["municipalities"].split(";") if code),
        )
        for row in read("grants.csv")
    )


@cache
def actions() -> tuple[InvestmentAction, ...]:
    result = []
    for row in read("investment_actions.csv"):
        fields: dict[str, Any] = {name: row[name] for name in ACTION_TEXTS}
        fields |= {name: exact(row[name]) for name in ("cost_low", "cost_high", "opex_per_year")}
        fields |= {name: float(row[name]) if row[name] else None for name in ACTION_TONNES}
        fields |= {name: year(row[name]) for name in ("start_year", "end_year")}
        result.append(InvestmentAction(**fields))
    return tuple(result)


GAP_FIGURES = (
    "baseline",
    "latest",
    "target_level",
    "target_reduction",
    "existing_strategies_reduction",
    "gap",
    "action_plan_reduction",
    "remaining_after_actions",
    "residual",
)


@cache
def gaps() -> tuple[EmissionGap, ...]:
    result = []
    for row in read("emission_gap.csv"):
        fields: dict[str, Any] = {name: row[name] for name in EmissionGap.__dataclass_fields__}
        fields |= {name: float(row[name]) if row[name] else None for name in GAP_FIGURES}
        fields |= {name: year(row[name]) for name in ("baseline_year", "latest_year")}
        result.append(EmissionGap(**fields))
    return tuple(result)


@cache
def contract_cities() -> set[str]:
    return {row["municipality_code"] for row in read("municipalities.csv") if row["contract_since"]}


@cache
def rates() -> tuple[ExchangeRate, ...]:
    return tuple(
        ExchangeRate(
            int(row["year"]),
            row["base_currency"],
            Decimal(row["rate"]),
            row["rate_kind"],
            row["source_ref"],
        )
        for row in read("exchange_rates.csv")
    )


@cache
def price_index() -> dict[int, Decimal]:
    return {int(row["year"]): Decimal(row["value"]) for row in read("price_index.csv")}


@cache
def stocks() -> tuple[Stock, ...]:
    return tuple(
        Stock(
            row["municipality_code"],
            row["kind"],
            row["at"],
            exact(row["issued"]),
            exact(row["total"]),
            row["currency"],
            row["note"],
            row["source_id"],
            row["source_ref"],
        )
        for row in read("stocks.csv")
    )


@cache
def sources() -> dict[str, Source]:
    return {row["source_id"]: Source(**row) for row in read("sources.csv")}


@cache
def registry() -> Registry:
    """The registers as their seed files have them."""

    def entry(row: dict[str, str], kind: type[Any]) -> Any:
        lists = {field.name for field in fields(kind) if field.default == ()}
        return kind(
            **{
                field.name: tuple(filter(None, row[field.name].split(";")))
                if field.name in lists
                else row[field.name]
                for field in fields(kind)
            }
        )

    return Registry(
        tuple(entry(row, Organisation) for row in read("organisations.csv")),
        tuple(entry(row, Programme) for row in read("programmes.csv")),
    )
