"""A small made-up country, written straight into the tables: what the contract tests ask about."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, insert

from data_access import tables
from data_access.derived.emission_totals import put_totals
from data_access.derived.grant_columns import put_columns
from data_access.releases import NewRelease, record_release
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Gas, Scope, Unit

NOW = datetime(2026, 5, 1, 12, 30, tzinfo=UTC)

SECTOR_IDS = {code: number for number, code in enumerate([TOTAL, *SECTORS])}

GOAL: dict[str, Any] = {
    "municipality_code": "9001",
    "kind": "reduction",
    "scope": "territorial",
    "gas": "co2e",
    "title_sv": "Halverade utsläpp",
    "per_person": False,
    "status": "adopted",
    "coverage_differs": False,
    "near_sectors_left_out": [],
}


def fill(conn: Connection) -> None:
    """Two counties, three municipalities and a little of everything."""
    _places(conn)
    _emissions(conn)
    _pledges(conn)
    _money(conn)
    _corrections(conn)


def release(conn: Connection, label: str, kind: str, **more: Any) -> int:
    """A release of a made-up file."""
    known: dict[str, Any] = {
        "title": f"Prov {label}",
        "source_id": "prov",
        "file_name": f"{label}.csv",
        "sha256": label.encode().hex().ljust(64, "0")[:64],
        "rows": 3,
    }
    return record_release(conn, NewRelease(label=label, kind=kind, **{**known, **more}), now=NOW)


def emission_release(conn: Connection, label: str, gas: Gas, edition: int, **more: Any) -> int:
    known: dict[str, Any] = {"scope": Scope.TERRITORIAL, "unit": Unit.TONNES}
    return release(conn, label, "emissions", gas=gas, edition=edition, **{**known, **more})


def emit(conn: Connection, release_id: int, code: str, values: dict[int, dict[str, float]]) -> None:
    """Values by year and sector; the last year is preliminary."""
    last = max(values)
    conn.execute(
        insert(tables.emission),
        [
            {
                "release_id": release_id,
                "municipality_code": code,
                "year": year,
                "sector_id": SECTOR_IDS[sector],
                "tonnes": tonnes,
                "status": "preliminary" if year == last and sector != "waste" else "final",
            }
            for year, sectors in values.items()
            for sector, tonnes in sectors.items()
        ],
    )
    put_totals(conn, release_id)


def _places(conn: Connection) -> None:
    conn.execute(
        insert(tables.county),
        [{"code": "90", "name": "Provlän"}, {"code": "91", "name": "Övningslän"}],
    )
    conn.execute(
        insert(tables.municipality),
        [
            _municipality("9001", "Provköping", "provkoping", "90", 2019, True),
            _municipality("9002", "Övre Prov", "ovre-prov", "90", None, False),
            _municipality("9101", "Testvik", "testvik", "91", 2021, False),
        ],
    )
    conn.execute(
        insert(tables.municipality_spelling),
        [{"spelling": "PROVKÖPINGS KOMMUN", "municipality_code": "9001"}],
    )
    conn.execute(
        insert(tables.source),
        [
            {
                "source_id": "prov",
                "title": "Påhittade siffror",
                "publisher": "Provverket",
                "licence": "ingen angiven",
            }
        ],
    )
    conn.execute(
        insert(tables.sector),
        [{"sector_id": number, "code": code} for code, number in SECTOR_IDS.items()],
    )
    first = release(conn, "prov-population-1", "population")
    second = release(conn, "prov-population-2", "population")
    conn.execute(
        insert(tables.population),
        [
            _inhabitants(first, "9001", 2022, 1000),
            _inhabitants(first, "9001", 2023, 1010),
            _inhabitants(first, "9002", 2023, 20),
            _inhabitants(second, "9001", 2023, 1011),
        ],
    )
    conn.execute(
        insert(tables.indicator),
        [
            {
                "indicator_id": "cycle-metres",
                "name_sv": "Cykelväg",
                "name_en": "Cycle path",
                "unit_sv": "meter",
                "unit_en": "metres",
                "desired": "up",
                "decimals": 0,
                "source_id": "prov",
            }
        ],
    )
    values = release(conn, "prov-indicators-1", "indicators")
    conn.execute(
        insert(tables.indicator_value),
        [
            {
                "release_id": values,
                "indicator_id": "cycle-metres",
                "municipality_code": code,
                "year": year,
                "value": value,
                "status": "final",
            }
            for code, year, value in (
                ("9002", 2023, 0.0),
                ("9001", 2023, 12.5),
                ("9001", 2022, 10.0),
            )
        ],
    )


def _emissions(conn: Connection) -> None:
    old = emission_release(conn, "prov-co2e-1", Gas.CO2E, 2024, year_first=1990, year_last=2022)
    emit(
        conn,
        old,
        "9001",
        {year: {TOTAL: 5000.0 - 100 * (year - 2015)} for year in (1990, *range(2015, 2023))},
    )
    co2 = emission_release(conn, "prov-co2-1", Gas.CO2, 2025, year_first=1990, year_last=2023)
    new = emission_release(conn, "prov-co2e-2", Gas.CO2E, 2026, year_first=1990, year_last=2023)
    for release_id, level in ((co2, 800.0), (new, 1000.0)):
        for code, size in (("9001", 1.0), ("9002", 0.0), ("9101", 2.0)):
            emit(
                conn,
                release_id,
                code,
                {
                    year: {
                        "transport": size * (level - 20 * (year - 2015)),
                        "industry": size * 300.0,
                        "waste": 0.0,
                    }
                    for year in (1990, *range(2015, 2024))
                },
            )
    conn.execute(
        insert(tables.national_emission),
        [
            {
                "release_id": new,
                "year": 2023,
                "sector_id": SECTOR_IDS[sector],
                "tonnes": tonnes,
                "status": "final",
            }
            for sector, tonnes in (("transport", 2600.0), ("industry", 950.0))
        ],
    )
    conn.execute(
        insert(tables.emission_subsector).values(
            release_id=new,
            municipality_code="9001",
            sector_id=SECTOR_IDS["transport"],
            name="Provbilar",
            tonnes={"2022": 800.0, "2023": 700.0},
        )
    )


def _pledges(conn: Connection) -> None:
    first = release(conn, "prov-goals-1", "goals")
    second = release(conn, "prov-goals-2", "goals")
    reduction = {**GOAL, "base_year": 1990, "target_year": 2030, "reduction": 0.5}
    _insert_goals(
        conn,
        [
            {**reduction, "release_id": first, "goal_id": "9001-G01", "title_sv": "Äldre ord"},
            {**reduction, "release_id": second, "goal_id": "9001-G01"},
            {
                **GOAL,
                "release_id": first,
                "goal_id": "9001-G02",
                "kind": "budget",
                "scope": "budget",
                "gas": "co2",
                "rate": 0.053,
                "budget_tonnes": 9000.0,
                "budget_first_year": 2020,
                "budget_last_year": 2040,
                "coverage_differs": True,
                "near_gas": "co2",
                "near_sectors_left_out": ["industry"],
                "near_reason_sv": "Provet lämnar ute industrin.",
                "near_reason_en": "The test leaves industry out.",
            },
            {
                **GOAL,
                "release_id": first,
                "goal_id": "9101-G01",
                "municipality_code": "9101",
                "kind": "state",
                "scope": "group",
                "gas": "unspecified",
                "state": "neutral",
                "residual_tonnes": 15.0,
                "target_year": 2030,
                "strict": False,
            },
            {
                **reduction,
                "release_id": first,
                "goal_id": "9101-G02",
                "municipality_code": "9101",
                "status": "superseded",
            },
        ],
    )
    conn.execute(
        insert(tables.contract),
        [
            {
                "contract_id": "prov-9001",
                "municipality_code": "9001",
                "title": "Provkontrakt",
                "version_year": 2023,
                "source_id": "prov",
            }
        ],
    )
    promises = release(conn, "prov-commitments-1", "commitments")
    conn.execute(
        insert(tables.commitment),
        [
            {
                "commitment_id": f"PROV-{number}",
                "release_id": promises,
                "contract_id": contract,
                "party_kind": kind,
                "party": party,
                "municipality_code": code,
                "title_sv": "Prova",
            }
            for number, contract, kind, party, code in (
                (1, "prov-9001", "municipality", "Provköpings kommun", "9001"),
                (2, None, "agency", "Provverket", None),
                (3, None, "municipality", "Testviks kommun", "9101"),
            )
        ],
    )
    conn.execute(
        insert(tables.commitment_status),
        [
            _status("commitment_id", "PROV-1", date(2024, 3, 1), "running"),
            _status("commitment_id", "PROV-1", date(2025, 3, 1), "late"),
        ],
    )
    deeds = release(conn, "prov-activities-1", "activities")
    conn.execute(
        insert(tables.activity),
        [
            {
                "activity_id": "PROV-A1",
                "release_id": deeds,
                "municipality_code": "9001",
                "title_sv": "Provcykling",
            }
        ],
    )
    conn.execute(
        insert(tables.activity_status),
        [_status("activity_id", "PROV-A1", date(2023, 12, 1), "running")],
    )
    _joined(conn)
    conn.execute(
        insert(tables.event).values(
            release_id=release(conn, "prov-events-1", "events"),
            event_id="PROV-E1",
            year=2022,
            sectors=["transport"],
            way="up",
            title_sv="provvägen öppnade",
            title_en="the test road opened",
            text_sv="Provvägen öppnade.",
            text_en="The test road opened.",
            source_title="Provbladet",
            read_on="2026-05-01",
        )
    )


def _joined(conn: Connection) -> None:
    """A work package with a check-in, and a local contract with one signatory by name."""
    packages = release(conn, "prov-packages-1", "work-packages")
    conn.execute(
        insert(tables.work_package).values(
            package_id="PROV-W1",
            release_id=packages,
            municipality_code="9001",
            title_sv="Provpaket",
        )
    )
    conn.execute(
        insert(tables.work_package_status),
        [_status("package_id", "PROV-W1", date(2024, 5, 31), "running")],
    )
    conn.execute(
        insert(tables.local_contract).values(
            release_id=release(conn, "prov-local-1", "local-contracts"),
            municipality_code="9001",
            at="2023-11",
            signatories=40,
            approximate=True,
            source_title="Provkontrakt",
        )
    )
    conn.execute(
        insert(tables.meeting).values(
            release_id=release(conn, "prov-meetings-1", "meetings"),
            municipality_code="9001",
            day=date(2024, 5, 31),
            body="Styrgruppen",
            source_title="Provprotokoll",
        )
    )
    conn.execute(
        insert(tables.decision).values(
            release_id=release(conn, "prov-decisions-1", "decisions"),
            decision_id="PROV-D1",
            municipality_code="9001",
            text="Prov.",
            state="decided",
            meeting_day=date(2024, 5, 31),
            source_title="Provprotokoll",
        )
    )
    told = {"municipality_code": "9001", "source_title": "Provkontrakt"}
    for kind, table, row in (
        (
            "contract-roles",
            tables.contract_role,
            told | {"role": "steering", "name": "Styrgruppen", "proposed": False},
        ),
        (
            "obstacles",
            tables.obstacle,
            told
            | {
                "obstacle_id": "PROV-H1",
                "title_sv": "Prov.",
                "rule": "provlagen",
                "state": "named",
                "area": "energy",
            },
        ),
        (
            "contract-documents",
            tables.contract_document,
            {
                "municipality_code": "9001",
                "version_year": 2023,
                "place": 1,
                "title_sv": "Provplan",
                "address": "https://example.org/plan",
            },
        ),
        (
            "account-comments",
            tables.account_comment,
            told | {"year": 2024, "section": "whole", "text": "Ett provår."},
        ),
        (
            "national-figures",
            tables.national_figure,
            {"series": "biogenic", "year": 2023, "tonnes": 50.0},
        ),
    ):
        released = release(conn, f"prov-{kind}-1", kind)
        conn.execute(insert(table).values(release_id=released, **row))
    conn.execute(
        insert(tables.local_signatory).values(
            release_id=release(conn, "prov-list-1", "local-signatories"),
            municipality_code="9001",
            organisation="Provbolaget",
            source_title="Provlista",
        )
    )


def _insert_goals(conn: Connection, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        conn.execute(insert(tables.goal).values(row))


def _money(conn: Connection) -> None:
    given = release(conn, "prov-grants-1", "grants")
    grant = {"release_id": given, "level": "project", "funder": "Provverket", "source_id": "prov"}
    for row in (
        {
            "grant_id": "prov-1",
            "beneficiary": "Provköpings kommun",
            "beneficiary_municipality_code": "9001",
            "allocation": "own",
            "decision_year": 2021,
            "amount": Decimal("1234567890123.45"),
            "currency": "SEK",
            "amount_kind": "granted",
            "is_climate": True,
        },
        {"grant_id": "prov-2", "beneficiary": "Provhögskolan", "amount": Decimal(0)},
        {"grant_id": "prov-3", "beneficiary": "Testviks kommun"},
    ):
        conn.execute(insert(tables.grant).values({**grant, **row}))
    conn.execute(
        insert(tables.grant_place),
        [
            {"release_id": given, "grant_id": "prov-2", "municipality_code": code}
            for code in ("9002", "9001")
        ],
    )
    put_columns(conn, given)
    plan = release(conn, "prov-plan-1", "investment-actions")
    conn.execute(
        insert(tables.investment_action),
        [
            {
                "release_id": plan,
                "municipality_code": "9001",
                "action_id": "P-1",
                "row_level": "action",
                "title": "Provbro",
                "cost_low": Decimal("0.10"),
                "cost_high": Decimal("0.30"),
                "reduction_low_t": 0.0,
                "source_id": "prov",
            }
        ],
    )
    bonds = release(conn, "prov-stocks-1", "stocks")
    conn.execute(
        insert(tables.stock),
        [
            {
                "release_id": bonds,
                "municipality_code": "9001",
                "kind": "green_bond",
                "at": "2020-10",
                "total": Decimal(500),
                "currency": "SEK",
                "source_id": "prov",
            }
        ],
    )
    rates = release(conn, "prov-rates-1", "exchange-rates")
    conn.execute(
        insert(tables.exchange_rate),
        [
            {
                "release_id": rates,
                "currency": "EUR",
                "year": 2021,
                "sek_per_unit": Decimal("10.1234"),
                "kind": "annual_mean",
            }
        ],
    )
    prices = release(conn, "prov-prices-1", "price-index")
    conn.execute(
        insert(tables.price_index),
        [{"release_id": prices, "year": 2021, "value": Decimal("343.19")}],
    )


def _municipality(
    code: str, name: str, slug: str, county: str, since: int | None, mission: bool
) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "slug": slug,
        "county_code": county,
        "contract_since": since,
        "joined": "" if since is None else str(since),
        "signed": "" if since is None else str(since),
        "eu_mission": mission,
    }


def _inhabitants(release_id: int, code: str, year: int, number: int) -> dict[str, Any]:
    return {
        "release_id": release_id,
        "municipality_code": code,
        "year": year,
        "inhabitants": number,
    }


def _status(key: str, value: str, day: date, status: str) -> dict[str, Any]:
    return {key: value, "status_date": day, "status": status, "recorded": NOW}


def _corrections(conn: Connection) -> None:
    """A goal's year was wrong once."""
    conn.execute(
        insert(tables.correction).values(
            at=NOW,
            action="correct",
            kind="goals",
            key="9001-G02",
            municipality_code="9001",
            title="Provbudget",
            reason="påhittat skäl",
            changes=[["target_year", "2029", "2030"]],
            taken_out={},
        )
    )
