"""Local climate contracts, their signatories and work packages with check-ins."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, insert

from data_access import imports, tables
from data_access.imports import ImportProblems
from data_access.questions import (
    local_contracts,
    local_signatories,
    status_reports,
    work_packages,
)
from progress.promises.local_contracts import counted_at
from tests.data_access.imports.conftest import Write, counts

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
COUNTS = "municipality_code,at,signatories,quote_sv,source_title\n"
LISTS = "municipality_code,organisation,orgnr,signed,source_title\n"
PACKAGES = (
    "package_id,contract_id,municipality_code,title_sv,start,status,status_date,status_comment\n"
)
HEAD = "id,party,date,status,comment,source\n"


@pytest.fixture
def promised(small: Engine, write: Write) -> Engine:
    """A work package that a contract of 2023 names, and one that began in 2024."""
    with small.begin() as conn:
        conn.execute(
            insert(tables.contract).values(
                contract_id="prov-2023",
                municipality_code="9001",
                title="Provkontrakt",
                version_year=2023,
                source_id="prov",
            )
        )
    rows = "p1,prov-2023,9001,Provpaket,,running,2023-12-08,Provord\np2,,9001,Testpaket,2024,,,\n"
    imports.run("work-packages", [write("p.csv", PACKAGES + rows)], small)
    return small


@pytest.mark.parametrize(
    ("told", "count", "about"),
    [("cirka 40", 40, True), ("ca. 40", 40, True), ("About 40", 40, True), ("43", 43, False)],
)
def test_a_number_that_is_about_stays_about(
    small: Engine, write: Write, told: str, count: int, about: bool
) -> None:
    row = f"9001,november 2023,{told},Provord,Provkontrakt\n"
    imports.run("local-contracts", [write("c.csv", COUNTS + row)], small)
    with small.connect() as conn:
        (found,) = local_contracts(conn, "9001")
    assert (found.at, found.signatories, found.approximate) == ("2023-11", count, about)


def test_zero_signatories_is_a_number(small: Engine, write: Write) -> None:
    imports.run("local-contracts", [write("c.csv", COUNTS + "9001,2023,0,,Prov\n")], small)
    with small.connect() as conn:
        assert [local_contract.signatories for local_contract in local_contracts(conn)] == [0]


def test_the_numbers_of_a_city_are_kept_over_time(small: Engine, write: Write) -> None:
    imports.run("local-contracts", [write("a.csv", COUNTS + "9001,2023-11,cirka 40,,P\n")], small)
    imports.run("local-contracts", [write("b.csv", COUNTS + "9001,2024-11,51,,P\n")], small)
    with small.connect() as conn:
        result = local_contracts(conn)
    assert [one.at for one in result] == ["2023-11", "2024-11"]
    told = counted_at(result, "9001", 2023)
    assert told is not None
    assert told.signatories == 40
    assert counted_at(result, "9001", 2022) is None


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("9001,2023-11,40–50,,Prov", "signatories"),
        ("9001,2023-11,-3,,Prov", "signatories"),
        ("9001,2199,40,,Prov", "at"),
        ("9001,,40,,Prov", "at"),
        ("9009,2023,40,,Prov", "municipality_code"),
        ("9001,2023,40,,", "source_title"),
    ],
)
def test_a_count_that_cannot_be_right_is_named(
    small: Engine, write: Write, row: str, column: str
) -> None:
    with pytest.raises(ImportProblems) as caught:
        imports.run("local-contracts", [write("c.csv", f"{COUNTS}{row}\n")], small)
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(2, column)]
    assert counts(small)["local_contract"] == 0


def test_a_new_list_is_the_whole_list_of_its_city_and_of_no_other(
    small: Engine, write: Write
) -> None:
    first = LISTS + "9001,Provbolaget,,2023-11,P\n9001,Gamla Prov,,,P\n9002,Testbolaget,,,P\n"
    imports.run("local-signatories", [write("a.csv", first)], small)
    second = LISTS + "9001,Provbolaget,,2023-11,P\n9001,Nya Prov,,2024,P\n"
    shown = imports.run("local-signatories", [write("b.csv", second)], small, dry_run=True)
    assert (shown.difference.new, shown.difference.missing) == (1, 1)
    imports.run("local-signatories", [write("b.csv", second)], small)
    with small.connect() as conn:
        names = [
            local_signatory.organisation for local_signatory in local_signatories(conn, "9001")
        ]
        others = [
            local_signatory.organisation for local_signatory in local_signatories(conn, "9002")
        ]
    assert names == ["Nya Prov", "Provbolaget"]
    assert others == ["Testbolaget"]


@pytest.mark.parametrize(
    ("name", "number", "column"),
    [
        ("Provbolaget, ring 070-000 00 00", "", "organisation"),
        ("Provbolaget prov@example.org", "", "organisation"),
        ("19121212-1212", "", "organisation"),
        ("Provbolaget", "19121212-1212", "orgnr"),
        ("Provbolaget", "121212-1212", "orgnr"),
    ],
)
def test_what_leads_to_a_person_is_refused_and_not_repeated(
    small: Engine, write: Write, name: str, number: str, column: str
) -> None:
    row = f'9001,"{name}",{number},,Prov\n'
    with pytest.raises(ImportProblems) as caught:
        imports.run("local-signatories", [write("l.csv", LISTS + row)], small)
    (problem,) = caught.value.problems
    assert (problem.row, problem.column) == (2, column)
    assert "1212" not in str(problem)
    assert "070" not in str(problem)
    assert counts(small)["local_signatory"] == 0


def test_a_column_for_a_contact_does_not_exist(small: Engine, write: Write) -> None:
    path = write("l.csv", LISTS.replace("\n", ",contact\n") + "9001,Provbolaget,,,Prov,Prov\n")
    result = imports.run("local-signatories", [path], small)
    assert str(result.notes[0]) == "l.csv: columns left aside: contact"


def test_check_ins_are_added_and_the_history_is_kept(promised: Engine, write: Write) -> None:
    rows = "p1,Provköping,2024-05-31,late,Provord två,Provmöte\np2,,2024-06-30,running,,\n"
    imports.import_statuses([write("s.csv", HEAD + rows)], promised, now=NOW)
    with promised.connect() as conn:
        first, second = work_packages(conn, "9001")
        reports = status_reports(conn)["p1"]
    assert (first.status, first.status_date) == ("late", date(2024, 5, 31))
    assert (second.status, second.title_sv) == ("running", "Testpaket")
    assert [report.status for report in reports] == ["running", "late"]


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        ("p1,,2022-12-31,running,,", "date", "when the work package was made"),
        ("p2,,2023-12-31,running,,", "date", "2024-01-01"),
        ("p9,,2024-05-31,running,,", "id", "a work package"),
        ("p1,Teststad,2024-05-31,running,,", "party", "the party of p1"),
        ("p1,,2023-12-08,late,,", "date", "no other status of p1"),
        ("p1,,2027-01-01,late,,", "date", "a day that has been"),
    ],
)
def test_a_check_in_that_cannot_be_right_is_named_by_its_row(
    promised: Engine, write: Write, row: str, column: str, told: str
) -> None:
    before = counts(promised)
    with pytest.raises(ImportProblems) as caught:
        imports.import_statuses([write("s.csv", f"{HEAD}{row}\n")], promised, now=NOW)
    (problem,) = caught.value.problems
    assert (problem.row, problem.column) == (2, column)
    assert told in str(problem)
    assert counts(promised) == before


def told_on(day: str) -> dict[str, str]:
    """Files of promises of 2023 with a status of a day, by their kind."""
    return {
        "work-packages": PACKAGES + f"p1,prov-2023,9001,Provpaket,,running,{day},\n",
        "commitments": "commitment_id,contract_id,party_kind,party,municipality_code,title_sv,"
        f"status,status_date\nc1,prov-2023,municipality,Provköping,9001,Prov,running,{day}\n",
    }


@pytest.mark.parametrize("kind", ["work-packages", "commitments"])
def test_a_status_older_than_its_promise_is_named_where_the_promise_is_loaded_too(
    promised: Engine, write: Write, kind: str
) -> None:
    with pytest.raises(ImportProblems) as caught:
        imports.run(kind, [write("p.csv", told_on("2022-12-31")[kind])], promised)
    (problem,) = caught.value.problems
    assert (problem.row, problem.column) == (2, "status_date")
    assert "2023" in problem.expected


@pytest.mark.parametrize("kind", ["work-packages", "commitments"])
def test_a_status_of_a_day_to_come_is_named_where_the_promise_is_loaded_too(
    promised: Engine, write: Write, kind: str
) -> None:
    moment = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with pytest.raises(ImportProblems, match="what is, not what will be"):
        imports.run(kind, [write("p.csv", told_on("2026-06-02")[kind])], promised, now=moment)


def test_a_package_of_a_contract_that_is_not_there_is_named(small: Engine, write: Write) -> None:
    path = write("p.csv", PACKAGES + "p1,prov-2099,9001,Provpaket,,,,\n")
    with pytest.raises(ImportProblems, match="contract_id"):
        imports.run("work-packages", [path], small)
