"""Publishers' own formats: the money comes in, the people stay out, faults change nothing."""

import json
import logging
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sqlalchemy import Engine, insert, select, update

from data_access import imports, tables
from data_access.imports import AlreadyImported, ImportProblems
from data_access.imports.files import packed as packed_files
from data_access.imports.organisation_numbers import organisation_number
from data_access.imports.publishers import PUBLISHERS
from data_access.questions import grants, sources
from progress.money.kinds import counted_once
from progress.records import Grant
from tests.data_access.imports.conftest import counts
from tests.data_access.imports.publishers import made_up_files as made


@pytest.fixture
def town(small: Engine) -> Engine:
    """The made-up country, with Provköping's organisation number known."""
    assert organisation_number(made.TOWN).number == made.TOWN
    with small.begin() as conn:
        conn.execute(
            insert(tables.organisation).values(
                organisation_id="municipality-9001",
                kind="municipality",
                name="Provköpings kommun",
                orgnr=made.TOWN,
                municipality_code="9001",
            )
        )
    return small


def come_in(engine: Engine, kind: str, files: list[Path]) -> dict[str, Grant]:
    imports.run(kind, files, engine)
    with engine.connect() as conn:
        return {grant.grant_id: grant for grant in grants(conn)}


def refused(engine: Engine, kind: str, files: list[Path]) -> tuple[imports.Problem, ...]:
    before = counts(engine)
    with pytest.raises(ImportProblems) as caught:
        imports.run(kind, files, engine)
    assert counts(engine) == before
    return caught.value.problems


@pytest.mark.parametrize("kind", PUBLISHERS)
def test_a_dry_run_writes_nothing_and_the_same_file_comes_in_once(
    town: Engine, tmp_path: Path, kind: str
) -> None:
    files = made.good_files(kind, tmp_path)
    before = counts(town)
    shown = imports.run(kind, files, town, dry_run=True)
    assert shown.difference.new == shown.rows > 0
    assert counts(town) == before
    imports.run(kind, files, town)
    assert counts(town)["grant"] == shown.rows
    with pytest.raises(AlreadyImported):
        imports.run(kind, files, town)
    with town.connect() as conn:
        source = sources(conn)[PUBLISHERS[kind].source.source_id]
        assert {grant.source_id for grant in grants(conn)} == {source.source_id}
        released = conn.execute(select(tables.release)).one()
    assert (released.kind, released.source_id) == ("grants", source.source_id)


@pytest.mark.parametrize("kind", PUBLISHERS)
def test_a_newer_file_that_tells_the_same_changes_nothing(
    town: Engine, tmp_path: Path, kind: str
) -> None:
    imports.run(kind, made.good_files(kind, tmp_path), town)
    again = [with_other_bytes(path) for path in made.good_files(kind, tmp_path)]
    result = imports.run(kind, again, town, dry_run=True)
    assert result.difference.is_empty
    assert result.difference.unchanged == result.rows > 0


def with_other_bytes(path: Path) -> Path:
    """The file with another hash and the same content."""
    if path.suffix == ".xlsx":
        with ZipFile(path, "a") as book:
            book.comment = b"another day"
    else:
        path.write_bytes(path.read_bytes() + b"\n")
    return path


@pytest.mark.parametrize("kind", PUBLISHERS)
def test_no_person_is_stored_told_or_logged(
    town: Engine,
    tmp_path: Path,
    kind: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    files = made.good_files(kind, tmp_path)
    result = imports.run(kind, files, town)
    with town.connect() as conn:
        held = [
            str(tuple(row))
            for table in tables.metadata.sorted_tables
            for row in conn.execute(select(table))
        ]
    printed = capfd.readouterr()
    told = "\n".join([*held, *result.lines(), caplog.text, printed.out, printed.err])
    on_disk = Path(str(town.url.database)).read_bytes().decode("utf-8", "ignore")
    for secret in made.SECRETS:
        assert secret not in told
        assert secret not in on_disk


def test_gdp_sums_the_stodgrunder_of_an_organisation_and_year(town: Engine, tmp_path: Path) -> None:
    held = come_in(town, "grants-gdp", made.good_files("grants-gdp", tmp_path))
    town_first = held[f"gdp-provverket-2099-00001-{made.TOWN}@2021"]
    assert town_first.amount == Decimal("150000.5")
    assert (town_first.year, town_first.currency) == (2021, "SEK")
    assert (town_first.allocation, town_first.beneficiary_municipality_code) == ("own", "9001")
    assert (town_first.start, town_first.end) == ("2021-01-01", "2022-12-31")
    zero = held[f"gdp-provverket-2099-00001-{made.TOWN}@2022"]
    assert zero.amount == 0
    sole = held["gdp-provverket-2099-00001-enskild-naringsidkare@2021"]
    assert (sole.beneficiary, sole.beneficiary_orgnr) == ("Enskild näringsidkare", "")


def test_gdp_reads_a_page_within_an_object_and_counts_what_has_no_money(
    town: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "page.json"
    empty = {**made.ACTIVITY, "diarienummer": "2099-00009", "beslutadFinansiering": []}
    path.write_text(json.dumps({"antal": 2, "aktiviteter": [made.ACTIVITY, empty]}))
    result = imports.run("grants-gdp", [path], town)
    assert result.rows == 3
    assert "left out: 1 activities without decided money" in map(str, result.notes)


def test_vinnova_says_that_only_the_coordinator_is_known(town: Engine, tmp_path: Path) -> None:
    held = come_in(town, "grants-vinnova", made.good_files("grants-vinnova", tmp_path))
    one = held["vinnova-2099-00002"]
    assert (one.amount, one.quality_flag) == (Decimal(500_000), "coordinator_only")
    assert one.beneficiary_municipality_code == "9001"
    assert "whole project" in one.amount_note


def test_formas_is_dated_by_its_decision_and_lists_a_number_it_does_not_know(
    town: Engine, tmp_path: Path
) -> None:
    unknown = made.UNIVERSITY
    files = made.good_files("grants-formas", tmp_path)
    result = imports.run("grants-formas", files, town)
    with town.connect() as conn:
        (one,) = grants(conn)
    assert (one.year, one.beneficiary_orgnr, one.allocation) == (2021, unknown, "")
    assert any(f"{unknown} Provuniversitetet (1)" in note for note in result.notes)


def test_a_number_that_fails_its_check_is_kept_as_published_and_listed(
    town: Engine, tmp_path: Path
) -> None:
    wrong = made.TOWN[:-1] + str((int(made.TOWN[-1]) + 1) % 10)
    files = [made.json_file(tmp_path, "f.json", {**made.FORMAS, "medelsförvaltareOrgnr": wrong})]
    result = imports.run("grants-formas", files, town)
    with town.connect() as conn:
        (one,) = grants(conn)
    assert one.beneficiary_orgnr == ""
    assert one.beneficiary_municipality_code is None
    assert wrong in one.note
    assert any("fail their check" in note and wrong in note for note in result.notes)


def test_swecris_has_one_row_for_each_year_of_a_project(town: Engine, tmp_path: Path) -> None:
    later = {**made.SWECRIS, "FundingYear": "2019", "FundingsSek": "100"}
    files = [made.csv_file(tmp_path, "s.csv", made.SWECRIS, later)]
    held = come_in(town, "grants-swecris", files)
    amounts = {grant.year: grant.amount for grant in held.values()}
    assert amounts == {2018: 4_900_000, 2019: 100}
    assert {grant.funder for grant in held.values()} == {"Provrådet"}


def test_swecris_project_that_two_funders_list_is_counted_once(
    town: Engine, tmp_path: Path
) -> None:
    number = "2023-00487"
    twin = {**made.SWECRIS, "ProjectId": f"{number}_RJ", "FundingOrganisationNameSv": "Provfonden"}
    first = {**made.SWECRIS, "ProjectId": f"{number}_Prov", "FundingsSek": "4900100"}
    alone = {**made.SWECRIS, "ProjectId": "2023-00488_RJ"}
    elsewhere = {**first, "ProjectId": f"{number}_Annat", "FundingYear": "2020"}
    files = [made.csv_file(tmp_path, "s.csv", twin, first, alone, elsewhere)]
    held = come_in(town, "grants-swecris", files)
    assert held[f"swecris-{number}_RJ@2018"].same_as == f"swecris-{number}_Prov@2018"
    assert sum(grant.same_as != "" for grant in held.values()) == 1
    assert {grant.grant_id for grant in counted_once(held.values())} == {
        f"swecris-{number}_Prov@2018",
        f"swecris-{number}_Annat@2020",
        "swecris-2023-00488_RJ@2018",
    }


def test_esf_gives_the_eu_part_and_works_none_out(town: Engine, tmp_path: Path) -> None:
    number, part = "Diarienummer / Operation ID", "EU-stöd i SEK / EU contribution SEK"
    untold = {**made.ESF, number: "99-018-S01", part: ""}
    files = [made.csv_file(tmp_path, "esf.csv", made.ESF, untold, separator=";")]
    held = come_in(town, "grants-esf", files)
    grant = held["esf-99-017-S01"]
    assert (grant.amount, grant.total_cost) == (Decimal(4_476_515), Decimal(4_973_906))
    assert (grant.funder, grant.programme) == ("EU ESF+", "ESF+ 2021–2027")
    assert (grant.allocation, grant.beneficiary_municipality_code) == ("own", "9001")
    assert held["esf-99-018-S01"].amount is None


@pytest.mark.parametrize(
    ("runner", "allocation", "beneficiary"),
    [
        ("Kommun", "own", "Provköping kommun"),
        ("Ideell förening", "single_municipality", "Ideell förening"),
        ("Flera kommuner", "multi_municipality", "Flera kommuner"),
    ],
)
def test_lona_belongs_to_whoever_runs_the_project(
    town: Engine, tmp_path: Path, runner: str, allocation: str, beneficiary: str
) -> None:
    plain = {**made.LONA, "Projektnummer": "18999998", "SyfteProjekt": "Ordinare LONA"}
    files = [made.csv_file(tmp_path, "l.csv", {**made.LONA, "DrivsAv": runner}, plain)]
    held = come_in(town, "grants-lona", files)
    grant = held["lona-18999999"]
    assert (grant.allocation, grant.beneficiary) == (allocation, beneficiary)
    assert (grant.places, grant.year, grant.amount) == (("9001",), 2018, Decimal(154_350))
    assert [held[f"lona-1899999{last}"].is_climate for last in "98"] == [True, False]


def test_a_newer_file_keeps_what_it_has_no_word_of(town: Engine, tmp_path: Path) -> None:
    files = [made.json_file(tmp_path, "e.json", {**made.ERUF, "stödmottagare": "Provbyn AB"})]
    (grant_id,) = come_in(town, "grants-eruf", files)
    told = {
        "beneficiary_orgnr": made.TOWN,
        "total_cost": Decimal(9_000_000),
        "same_as": "prov-annan",
        "note": "place as published: Ingenstad; sagt av någon",
        "start": "2017-01-02",
    }
    with town.begin() as conn:
        conn.execute(update(tables.grant).values(told))
    less = {**made.ERUF, "stödmottagare": "PROVBYN AB", "projekt_starttid": "2017"}
    again = [made.json_file(tmp_path, "again.json", {**less, "kommuner": "Provköping, TestStad"})]
    result = imports.run("grants-eruf", again, town)
    with town.connect() as conn:
        (grant,) = grants(conn)
    assert grant.grant_id == grant_id
    assert (grant.beneficiary_orgnr, grant.total_cost) == (made.TOWN, Decimal(9_000_000))
    assert (grant.same_as, grant.note) == ("prov-annan", "sagt av någon")
    assert grant.start == "2017-01-02"
    assert result.difference.columns == {"beneficiary": 1, "note": 1}
    assert "columns that change: beneficiary 1, note 1" in "\n".join(result.lines())


def test_a_list_without_titles_takes_none_away(town: Engine, tmp_path: Path) -> None:
    come_in(town, "grants-gdp", made.good_files("grants-gdp", tmp_path))
    plain = {
        "finansiarNamn": "Provverket",
        "ansokanDiarienummer": "2099-00001",
        "organisationNamn": "Provköpings kommun",
        "organisationOrgnummer": made.TOWN,
        "beslutadFinansieringAr": "2021",
        "beslutadFinansieringBelopp": "150001",
    }
    files = [made.csv_file(tmp_path, "1a.csv", plain, separator=";")]
    grant = come_in(town, "grants-gdp", files)[f"gdp-provverket-2099-00001-{made.TOWN}@2021"]
    assert grant.amount == Decimal(150_001)
    assert grant.title.startswith("Provprojekt")
    assert (grant.theme, grant.end) == ("Provteknik", "2022-12-31")


def test_klimatklivet_keeps_charging_without_a_place(town: Engine, tmp_path: Path) -> None:
    files = made.good_files("grants-klimatklivet", tmp_path)
    held = come_in(town, "grants-klimatklivet", files)
    heat, charging = held["klimatklivet-NV-00001-99"], held["klimatklivet-NV-00002-99"]
    assert (heat.allocation, heat.places, heat.amount) == ("own", ("9001",), Decimal(1_250_000))
    assert (heat.year, heat.end, heat.is_climate) == (2021, "2022-06-30", True)
    assert (charging.allocation, charging.places, charging.amount) == ("", (), Decimal(0))


def test_kohesio_reads_day_first_and_keeps_the_eu_part_from_the_budget(
    town: Engine, tmp_path: Path
) -> None:
    abroad = {**made.KOHESIO, "Country": "Norway", "Operation_Unique_Identifier": "x/Q2"}
    files = [made.csv_file(tmp_path, "k.csv", made.KOHESIO, abroad)]
    (one,) = come_in(town, "grants-kohesio", files).values()
    assert (one.grant_id, one.title) == ("kohesio-Q1", "Provgatan")
    assert (one.amount, one.total_cost) == (Decimal("134991.36"), Decimal("337478.4"))
    assert (one.currency, one.start, one.end) == ("EUR", "2023-09-04", "")
    assert (one.allocation, one.beneficiary_municipality_code) == ("own", "9002")
    assert one.places == ("9001", "9002")


def test_cordis_gives_each_swedish_organisation_its_net_part(town: Engine, tmp_path: Path) -> None:
    files = made.good_files("grants-cordis", tmp_path)
    (one,) = come_in(town, "grants-cordis", files).values()
    assert one.grant_id == "cordis-999000001-900000001"
    assert (one.amount, one.currency) == (Decimal("199250.25"), "EUR")
    assert (one.beneficiary_orgnr, one.allocation) == (made.TOWN, "own")
    assert one.title == "PROV: Trial of trials"


def test_cordis_needs_both_files(town: Engine, tmp_path: Path) -> None:
    project, parts = made.good_files("grants-cordis", tmp_path)
    for half in ([project], [parts]):
        (problem,) = refused(town, "grants-cordis", half)
        assert "both" in problem.todo


def test_eruf_counts_an_unknown_place_and_never_guesses_it(town: Engine, tmp_path: Path) -> None:
    files = made.good_files("grants-eruf", tmp_path)
    result = imports.run("grants-eruf", files, town)
    with town.connect() as conn:
        (one,) = grants(conn)
    assert one.places == ("9001", "9002")
    assert (one.allocation, one.is_climate) == ("multi_municipality", True)
    assert "Ingenstad" in one.note
    assert any("Ingenstad (1)" in note for note in result.notes)


@pytest.mark.parametrize(
    ("kommuner", "allocation"),
    [
        ("Provköping", "single_municipality"),
        ("Provköping, PROVKÖPING", "single_municipality"),
        ("Ingenstad", "single_municipality"),
        ("Provköping, Ingenstad", "multi_municipality"),
        ("UPPGIFT SAKNAS", ""),
    ],
)
def test_the_class_counts_places_as_published(
    town: Engine, tmp_path: Path, kommuner: str, allocation: str
) -> None:
    files = [made.json_file(tmp_path, "e.json", {**made.ERUF, "kommuner": kommuner})]
    (one,) = come_in(town, "grants-eruf", files).values()
    assert one.allocation == allocation


FAULTS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("grants-eruf", made.ERUF, {"beviljat_belopp_sek": "många"}, "beviljat_belopp_sek"),
    ("grants-eruf", made.ERUF, {"projekt_starttid": "2017-13-01"}, "projekt_starttid"),
    ("grants-eruf", made.ERUF, {"ärende-id": ""}, "ärende-id"),
    ("grants-formas", made.FORMAS, {"beviljatBidrag": "många"}, "beviljatBidrag"),
    ("grants-formas", made.FORMAS, {"beviljatBidrag": "5 EUR"}, "beviljatBidrag"),
    ("grants-vinnova", made.VINNOVA, {"ProjektSlut": "snart"}, "ProjektSlut"),
    ("grants-swecris", made.SWECRIS, {"FundingYear": "i fjol"}, "FundingYear"),
    (
        "grants-kohesio",
        made.KOHESIO,
        {"Operation_Start_Date": "31/02/2023"},
        "Operation_Start_Date",
    ),
    (
        "grants-kohesio",
        made.KOHESIO,
        {"Total_Eligible_Expenditure_Currency": "NOK"},
        "Total_Eligible_Expenditure_Currency",
    ),
    ("grants-klimatklivet", made.KLIMATKLIVET, {"Bifallsdatum": "okt"}, "Bifallsdatum"),
]


@pytest.mark.parametrize(("kind", "good", "change", "column"), FAULTS)
def test_every_fault_is_named_by_row_and_nothing_is_stored(
    town: Engine,
    tmp_path: Path,
    kind: str,
    good: dict[str, Any],
    change: dict[str, Any],
    column: str,
) -> None:
    rows = [good, {**good, **change}, {**good, **change}]
    if kind in ("grants-swecris", "grants-kohesio"):
        path, first = made.csv_file(tmp_path, "bad.csv", *rows), 2
    elif kind == "grants-klimatklivet":
        path, first = made.xlsx_file(tmp_path, "bad.xlsx", *rows), 2
    else:
        path, first = made.json_file(tmp_path, "bad.json", *rows), 1
    problems = refused(town, kind, [path])
    faults = [(problem.row, problem.column) for problem in problems if problem.column]
    assert faults == [(first + 1, column), (first + 2, column)]


def test_a_problem_does_not_tell_an_address(town: Engine, tmp_path: Path) -> None:
    bad = {**made.ERUF, "beviljat_belopp_sek": f"fråga {made.EMAIL} eller {made.PHONE}"}
    (problem,) = refused(town, "grants-eruf", [made.json_file(tmp_path, "b.json", bad)])
    assert not any(secret in str(problem) for secret in made.SECRETS)


@pytest.mark.parametrize("kind", PUBLISHERS)
def test_another_publishers_file_is_refused(town: Engine, tmp_path: Path, kind: str) -> None:
    other = made.xlsx_file(tmp_path, "other.xlsx", {"Något": 1, "Annat": 2})
    assert refused(town, kind, [other])
    assert refused(town, kind, [made.json_file(tmp_path, "other.json", {"annat": 1})])
    broken = tmp_path / "broken.json"
    broken.write_text('[{"annat": 1')
    assert refused(town, kind, [broken])


def test_a_repeated_grant_is_named(town: Engine, tmp_path: Path) -> None:
    path = made.json_file(tmp_path, "twice.json", made.FORMAS, made.FORMAS)
    (problem,) = refused(town, "grants-formas", [path])
    assert (problem.row, problem.value) == (2, "formas-2099-00003")


def test_a_second_edition_shows_what_changed_and_leaves_other_publishers_alone(
    town: Engine, tmp_path: Path
) -> None:
    imports.run("grants-eruf", made.good_files("grants-eruf", tmp_path), town)
    imports.run("grants-formas", made.good_files("grants-formas", tmp_path), town)
    later = made.json_file(tmp_path, "later.json", {**made.FORMAS, "beviljatBidrag": 1})
    asked = pytest.raises(ImportProblems, match=r"of formas-2099-00003: 3.33e-07 times")
    with asked:
        imports.run("grants-formas", [later], town)
    change = imports.run("grants-formas", [later], town, confirmed=True).difference
    assert (change.new, change.restated, change.missing) == (0, 1, 0)
    with town.connect() as conn:
        held = {grant.grant_id: grant.amount for grant in grants(conn)}
    assert held == {"formas-2099-00003": 1, "eruf-99200001": 2_000_000}


def test_gdps_table_without_a_key_is_the_money_of_its_list(town: Engine, tmp_path: Path) -> None:
    columns = (
        "finansiarNamn",
        "ansokanDiarienummer",
        "organisationOrgnummer",
        "organisationNamn",
        "organisationTyp",
        "beslutadFinansieringAr",
        "beslutadFinansieringBelopp",
    )
    first = ("Provverket", "2099-00001", made.TOWN, "Provköpings kommun", "Kommun", "2021")
    rows = (
        columns,
        (*first, "100000"),
        (*first, "50000,5"),
        ("Provverket", "2099-00001", "", made.PERSON, "Privatperson", "2021", "7"),
    )
    path = tmp_path / "1a.csv"
    path.write_text("\n".join(";".join(row) for row in rows), "utf-16")
    table = come_in(town, "grants-gdp", [path])
    with town.connect() as conn:
        held = {grant.grant_id: grant.amount for grant in grants(conn)}
    assert held == {
        f"gdp-provverket-2099-00001-{made.TOWN}@2021": Decimal("150000.5"),
        "gdp-provverket-2099-00001-enskild-naringsidkare@2021": Decimal(7),
    }
    assert not any(made.PERSON in str(grant) for grant in table.values())


def test_a_field_of_two_hundred_thousand_characters_and_null_characters_are_read(
    town: Engine, tmp_path: Path
) -> None:
    path = made.csv_file(tmp_path, "s.csv", {**made.SWECRIS, "Abstract": "påhittat " * 25_000})
    path.write_bytes(path.read_bytes() + b"\x00")
    result = imports.run("grants-swecris", [path], town)
    assert result.rows == 1
    assert "1 control characters are left out" in " ".join(map(str, result.notes))


def packed(path: Path, tables: dict[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, text in tables.items():
            file.writestr(name, text)
    return path


def test_a_packed_file_is_read_as_its_tables_are(town: Engine, tmp_path: Path) -> None:
    pair = made.good_files("grants-cordis", tmp_path)
    path = packed(
        tmp_path / "ned.zip",
        {
            **{f"csv/{path.name}": path.read_bytes() for path in pair},
            "licence.txt": "x",
            "topics.csv": "projectID;topic\n1;x",
        },
    )
    result = imports.run("grants-cordis", [path], town)
    assert result.rows == imports.run("grants-cordis", pair, town, dry_run=True).rows == 1
    assert "topics.csv is left aside: it tells of neither projects nor parts" in map(
        str, result.notes
    )


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"a.txt": "x"}, "0 tables within"),
        ({"a/x.csv": "a", "b/x.csv": "b"}, "2 tables within"),
        ({f"{n}.csv": "" for n in range(21)}, "21 tables within"),
        ({"a.csv": "0" * 1001}, "a larger table"),
    ],
)
def test_a_packed_file_beyond_its_bounds_is_named(
    town: Engine,
    tmp_path: Path,
    tables: dict[str, str | bytes],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packed_files, "BYTE_LIMIT", 1000)
    (problem,) = refused(town, "grants-cordis", [packed(tmp_path / "ned.zip", tables)])
    assert str(problem.value) == told


def test_what_is_no_packed_file_is_named(town: Engine, tmp_path: Path) -> None:
    path = tmp_path / "ned.zip"
    path.write_bytes(b"PK\x03\x04 and no more")
    (problem,) = refused(town, "grants-cordis", [path])
    assert str(problem.value) == "no readable packed file"
