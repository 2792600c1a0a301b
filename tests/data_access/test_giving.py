"""Grants in the 360Giving standard: what its schema demands, held by facts of our own.

The standard's checker is not published as a package, and those it is built on bring no schema
(docs/mappings.md). The facts below are the schema's: required fields, types, the form of dates,
of currencies and of the package.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import Connection

from data_access.exports.giving import (
    giving_object,
    left_out,
    reason_to_leave_out,
    write_giving,
)
from data_access.questions import grants, repeats

TEXT, NUMBER, LIST = (str,), (int, float), (list,)
REQUIRED = {
    "id": TEXT,
    "title": TEXT,
    "description": TEXT,
    "currency": TEXT,
    "amountAwarded": NUMBER,
    "awardDate": TEXT,
    "recipientOrganization": LIST,
    "fundingOrganization": LIST,
}
OPTIONAL = {
    "plannedDates": LIST,
    "grantProgramme": LIST,
    "classifications": LIST,
    "beneficiaryLocation": LIST,
    "relatedActivity": LIST,
}
BEYOND_THE_SCHEMA = {"awardDatePrecision": TEXT, "dataSourceId": TEXT}
"""The schema allows further fields; these say how exact a date is, and where a row is from."""

DAY = re.compile(r"\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])$")
PART_OF_DAY = re.compile(r"\d{4}(-(0[1-9]|1[012]))?$")


def faults(package: dict[str, Any]) -> Iterator[str]:
    """What the schema would not accept."""
    if not re.fullmatch(r"\d+\.\d+", package["version"]):
        yield "version"
    result = package["grants"]
    if not result:
        yield "no grants"
    if len({json.dumps(one, sort_keys=True) for one in result}) != len(result):
        yield "two grants alike"
    for one in result:
        yield from (f"{one['id']}: {fault}" for fault in grant_faults(one))


def grant_faults(one: dict[str, Any]) -> Iterator[str]:
    yield from (f"{name} missing" for name in REQUIRED if name not in one)
    for name, value in one.items():
        kinds = {**REQUIRED, **OPTIONAL, **BEYOND_THE_SCHEMA}.get(name)
        if kinds is None or not isinstance(value, kinds) or isinstance(value, bool):
            yield name
        if kinds is LIST and not value:
            yield f"{name} empty"
    if not DAY.match(one["awardDate"]):
        yield "awardDate"
    if one["currency"] not in ("SEK", "EUR"):
        yield "currency"
    for organisation in (*one["recipientOrganization"], *one["fundingOrganization"]):
        if not all(isinstance(organisation.get(name), str) for name in ("id", "name")):
            yield "organisation"
    for event in one.get("plannedDates", ()):
        if not all(DAY.match(day) or PART_OF_DAY.match(day) for day in event.values()):
            yield "plannedDates"
    for place in one.get("beneficiaryLocation", ()):
        if not all(isinstance(value, str) for value in place.values()):
            yield "beneficiaryLocation"


@pytest.fixture
def package(store: Connection) -> dict[str, Any]:
    stream = StringIO()
    write_giving(store, stream)
    result: dict[str, Any] = json.loads(stream.getvalue())
    return result


def test_the_export_is_what_the_schema_accepts(package: dict[str, Any]) -> None:
    assert list(faults(package)) == []


def test_every_grant_is_exported_or_said_to_be_left_out(
    store: Connection, package: dict[str, Any]
) -> None:
    assert len(package["grants"]) + sum(left_out(store).values()) == len(grants(store))
    awarded = sum(Decimal(str(one["amountAwarded"])) for one in package["grants"])
    asked = [grant for grant in grants(store) if reason_to_leave_out(grant, repeats(store)) is None]
    assert awarded == sum(one.amount for one in asked if one.amount is not None)


def test_a_date_that_is_not_known_says_so(store: Connection) -> None:
    one = next(
        grant for grant in grants(store) if reason_to_leave_out(grant, repeats(store)) is None
    )
    by_year = giving_object(replace(one, decision_year=2020), {})
    assert (by_year["awardDate"], by_year["awardDatePrecision"]) == ("2020-01-01", "year")
    by_start = giving_object(replace(one, decision_year=None, start="2021-05", places=()), {})
    assert by_start["awardDate"] == "2021-05-01"
    assert by_start["awardDatePrecision"] == "start of the project"


def test_frames_needs_and_unknown_sums_are_not_awards(store: Connection) -> None:
    one = next(
        grant for grant in grants(store) if reason_to_leave_out(grant, repeats(store)) is None
    )
    for change in (
        {"level": "programme"},
        {"amount": None},
        {"amount_kind": "applied"},
        {"decision_year": None, "start": ""},
    ):
        assert reason_to_leave_out(replace(one, **change), {}) is not None
    assert reason_to_leave_out(replace(one, amount=Decimal(0)), {}) is None


def test_money_that_another_row_tells_is_not_told_again(store: Connection) -> None:
    one = next(grant for grant in grants(store) if reason_to_leave_out(grant, {}) is None)
    assert reason_to_leave_out(one, {one.grant_id: "another"}) is not None
