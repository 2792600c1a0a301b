"""`klimat check` finds what is wrong, and is silent about what is not."""

from datetime import date

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from data_access import tables
from data_access.derived.emission_totals import refresh_totals
from data_access.derived.grant_columns import refresh_columns
from data_access.derived.verdicts import refresh_verdicts
from data_access.integrity import check_store
from tests.data_access.made_up import SECTOR_IDS

TODAY = date(2026, 5, 1)


@pytest.fixture
def whole(scratch: Connection) -> Connection:
    """Nothing is wrong: the old release, which lacks two municipalities, is of group scope, and
    amounts have their currencies."""
    old = tables.release.c.label == "prov-co2e-1"
    scratch.execute(update(tables.release).where(old).values(scope="group"))
    scratch.execute(update(tables.national_emission).values(tonnes=1720.0))
    scratch.execute(update(tables.grant).values(currency="SEK", amount_kind="granted"))
    scratch.execute(update(tables.investment_action).values(cost_currency="SEK"))
    refresh_columns(scratch, all_of_them=True)
    refresh_verdicts(scratch, TODAY.year)
    return scratch


def faults(conn: Connection) -> list[str]:
    return [str(finding.text) for finding in check_store(conn, TODAY) if finding.fault]


def newest(conn: Connection) -> int:
    release = tables.release.c
    wanted = select(release.release_id).where(release.label == "prov-co2e-2")
    return int(conn.scalars(wanted).one())


def test_a_whole_store_has_no_faults(whole: Connection) -> None:
    assert faults(whole) == []


def test_a_total_beside_its_sectors_is_found(whole: Connection) -> None:
    whole.execute(
        insert(tables.emission).values(
            release_id=newest(whole),
            municipality_code="9001",
            year=2023,
            sector_id=SECTOR_IDS["total"],
            tonnes=0.0,
            status="final",
        )
    )
    assert faults(whole) == ["prov-co2e-2: 9001 has both a total and sectors in 2023"]


def test_totals_that_are_not_the_sums_are_found(whole: Connection) -> None:
    whole.execute(delete(tables.emission_total))
    assert "prov-co2e-2: stored totals are not its sums: run `klimat refresh`" in faults(whole)


def test_a_municipality_without_figures_is_found(whole: Connection) -> None:
    key = tables.emission.c
    whole.execute(
        delete(tables.emission).where(
            key.release_id == newest(whole), key.municipality_code == "9002", key.year == 2020
        )
    )
    refresh_totals(whole)
    refresh_verdicts(whole, TODAY.year)
    assert faults(whole) == ["prov-co2e-2: 1 municipalities have no figure for 2020"]


def test_a_sum_that_is_not_the_nations_is_found(whole: Connection) -> None:
    whole.execute(update(tables.national_emission).values(tonnes=1000.0))
    (fault,) = faults(whole)
    assert "sum for 2023 is 3420 t, the publisher’s national figure 2000 t" in fault


def test_a_verdict_that_no_longer_holds_is_found(whole: Connection) -> None:
    whole.execute(
        update(tables.goal).where(tables.goal.c.goal_id == "9001-G01").values(reduction=0.9)
    )
    assert faults(whole) == ["1 verdicts are not up to date: run `klimat refresh`"]
    refresh_verdicts(whole, TODAY.year)
    assert faults(whole) == []


def test_a_new_year_is_worth_knowing_but_no_fault(whole: Connection) -> None:
    result = list(check_store(whole, date(2027, 1, 1)))
    assert not any(finding.fault for finding in result)
    assert any("written out in 2026" in finding.text for finding in result)


def test_what_nobody_sees_and_what_is_partial_is_no_fault(whole: Connection) -> None:
    old = update(tables.release).where(tables.release.c.label == "prov-co2e-1")
    whole.execute(old.values(scope="territorial"))
    refresh_verdicts(whole, TODAY.year)
    assert any("prov-co2e-1: 2 municipalities have no figure" in fault for fault in faults(whole))
    for hidden in ({"partial": True}, {"partial": False, "published": False}):
        whole.execute(old.values(**hidden))
        refresh_verdicts(whole, TODAY.year)
        assert faults(whole) == []


PAST_THE_DOOR = {
    "grants.csv, rows 2–4, column beneficiary_orgnr": update(tables.grant).values(
        beneficiary_orgnr="1-2"
    ),
    "commitments.csv, rows 2–4, column party_kind": update(tables.commitment).values(
        party_kind="king"
    ),
    "indicators.csv, rows 2–4, column value": update(tables.indicator_value).values(
        value=float("inf")
    ),
    "goals.csv, rows 2–5, column title_sv": update(tables.goal).values(title_sv="<b>Prov"),
    "activities.csv, row 2, column status_date": update(tables.activity_status).values(
        status_date=date(2030, 1, 1)
    ),
    "prov-co2e-2: 9001 has 1.7e+308 t": update(tables.emission).values(tonnes=1.7e308),
    "prov-co2e-2: released 2030-01-01 is a day to come": update(tables.release)
    .where(tables.release.c.label == "prov-co2e-2")
    .values(released=date(2030, 1, 1)),
}
"""What is found → how it was written."""


def test_what_the_door_refuses_is_found_where_it_was_written_past_it(whole: Connection) -> None:
    for written in PAST_THE_DOOR.values():
        whole.execute(written)
    result = faults(whole)
    assert [what for what in PAST_THE_DOOR if not any(what in fault for fault in result)] == []
