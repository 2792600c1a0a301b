"""What had been promised and told at the end of a year."""

from dataclasses import replace
from datetime import date

from progress.promises.contract_versions import ContractText
from progress.promises.local_contracts import WorkPackage
from progress.promises.pledge_status import Standing
from progress.promises.yearly_promises import (
    commitments_by_party,
    counted_by_city,
    end_of,
    in_force,
    newest_until,
)
from progress.records import Commitment, StatusReport

TODAY = date(2026, 6, 1)
ONE = Commitment(
    "c1",
    "municipality",
    "Provköping",
    "9001",
    "Provkontrakt",
    "1",
    "Prov",
    "",
    "",
    "2024-06",
    "",
    "unknown",
    None,
    "",
    "",
)
SHARED = replace(ONE, commitment_id="c2", party_kind="agency", party="Provverket, Testverket")
SHARED = replace(SHARED, municipality_code=None, contract="", due="")
TEXT = ContractText("prov", "9001", "Provkontrakt", 2023, 2024)


def report(promise: str, day: date, status: str) -> StatusReport:
    return StatusReport(promise, day, status)


def test_a_year_ends_today_while_it_runs() -> None:
    assert end_of(2024, TODAY) == date(2024, 12, 31)
    assert end_of(2026, TODAY) == TODAY


def test_what_was_told_later_is_not_read_back() -> None:
    told = [report("c1", date(2024, 3, 1), "running"), report("c1", date(2025, 3, 1), "done")]
    result = newest_until(told, date(2024, 12, 31))
    assert result is not None
    assert result.status == "running"
    assert newest_until(told, date(2023, 12, 31)) is None


def test_commitments_hold_from_the_year_their_contract_is_valid() -> None:
    assert in_force([ONE, SHARED], [TEXT], 2023) == ()
    assert in_force([ONE, SHARED], [TEXT], 2024) == (ONE, SHARED)
    assert in_force([ONE, SHARED], [], 2024) == ()


def test_each_party_is_counted_by_what_was_told_in_time() -> None:
    reports = {"c2": [report("c2", date(2024, 3, 1), "done")]}
    city, agencies = commitments_by_party([ONE, SHARED], reports, 2024, TODAY)
    assert (city.of, city.silent, city.reported) == (1, 1, 0)
    assert city.by_standing[Standing.OVERDUE] == 1
    assert (agencies.party, agencies.reported) == ("Provverket, Testverket", 1)
    assert agencies.by_standing[Standing.DONE] == 1
    assert sum(agencies.by_standing.values()) == agencies.of
    (_, later) = commitments_by_party([ONE, SHARED], reports, 2025, TODAY)
    assert (later.reported, later.silent) == (0, 0)


def test_work_packages_are_counted_by_city() -> None:
    package = WorkPackage(
        "p1", "9001", None, "Prov", "", "", "", "", "", "", "", "", "unknown", None, "", ""
    )
    reports = {"p1": [report("p1", date(2023, 12, 8), "running")]}
    (found,) = counted_by_city([package, replace(package, package_id="p2")], reports, 2024, TODAY)
    assert (found.municipality_code, found.of, found.reported, found.silent) == ("9001", 2, 0, 1)
    assert found.by_standing[Standing.RUNNING] == 1
