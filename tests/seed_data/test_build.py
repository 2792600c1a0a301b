"""The builders, on small made-up files in the publishers' shapes."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from progress.emissions.sectors import PUBLISHED_NAMES
from seed_data.build import emissions, finance, goals, indicators, municipalities
from seed_data.build.csv_files import BuildError, plain, read_rows
from seed_data.build.spellings import Codes

CODES = Codes({"Provköping": "9001", "Malung-Sälen": "9002"})
NAMES = [name for name in PUBLISHED_NAMES if "uppärmning" not in name]


def put(path: Path, *rows: list[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Provköping", "9001"),
        ("PROVKÖPING", "9001"),
        ("Provköpings kommun", "9001"),
        ("Provköpings stad", "9001"),
        (" Provköping ", "9001"),
        ("Malung", "9002"),
    ],
)
def test_known_spellings_find_their_code(spelling: str, code: str) -> None:
    assert CODES.code(spelling, "prov.csv") == code


def test_an_unknown_spelling_is_an_error_and_no_guess() -> None:
    with pytest.raises(BuildError, match="Provkoping"):
        CODES.code("Provkoping", "prov.csv")


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.5, "12.5"), (0.0, "0"), (-0.0001, "0"), (100.0, "100"), (1e7, "10000000")],
)
def test_numbers_are_plain_and_zero_is_zero(value: float, text: str) -> None:
    assert plain(value, 3) == text


def workbook(path: Path, total: float) -> Path:
    """A county report of one municipality whose nine sectors are 10 tonnes each."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    head: list[list[object]] = [
        ["Rapportnamn:"],
        ["Emissioner av Koldioxid (CO2)"],
        ["Enhet: ton/år"],
        [None],
        [None, None, None, None, 2020],
        ["Huvudsektor", "Undersektor", "Län", "Kommun", "CO2"],
        ["Alla", "Alla", "Alla", "Alla", 95.0],
        ["Alla", "Alla", "Provlän", "Provköping", total],
    ]
    for name in NAMES:
        head.append([name, "Alla", "Alla", "Alla", 11.0])
        head.append([name, "Alla", "Provlän", "Alla", 10.5])
        head.append([name, "Alla", "Provlän", "Provköping", 10.0])
        head.append([name, "Del", "Provlän", "Provköping", 5.0])
    for row in head:
        sheet.append(row)
    book.save(path)
    return path


def test_the_workbook_gives_main_sectors_and_the_nation(tmp_path: Path) -> None:
    values, nation = emissions.from_workbook(workbook(tmp_path / "a.xlsx", 90.0), CODES)
    assert [value.tonnes for value in values] == [10.0] * 9
    assert len({value.sector for value in values}) == 9
    assert [tonnes for _, _, tonnes in nation] == [11.0] * 9
    years, parts = emissions.subsectors_from_workbook(tmp_path / "a.xlsx", CODES)
    assert years == [2020]
    assert parts == [
        ["9001", code, "Del", "5"] for code in sorted(PUBLISHED_NAMES[n] for n in NAMES)
    ]


def test_a_workbook_whose_sectors_do_not_add_up_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="add to"):
        emissions.from_workbook(workbook(tmp_path / "a.xlsx", 91.0), CODES)


def test_sectors_in_json_are_matched_by_table(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"name": "Malung", "sectors": {"2020": {NAMES[0]: 1.5}}}]))
    (value,) = emissions.from_sector_json(path, CODES)
    assert value == ("9002", 2020, PUBLISHED_NAMES[NAMES[0]], 1.5)
    path.write_text(json.dumps([{"name": "Malung", "sectors": {"2020": {"Rymdfart": 1.5}}}]))
    with pytest.raises(BuildError, match="Rymdfart"):
        list(emissions.from_sector_json(path, CODES))


def test_charging_reads_decimal_commas_and_no_charge_points_give_no_ratio(tmp_path: Path) -> None:
    path = put(
        tmp_path / "powercircle-charging-dec-2024.csv",
        ["", "Antal laddhybrider", "Antal elbilar", "Antal laddpunkter"],
        ["PROVKÖPING", "10,0", "20", "4"],
        ["MALUNG-SÄLEN", "5", "5", "0"],
    )
    persons = {("9001", 2024): 2000, ("9002", 2024): 1000}
    result = {value[:3]: value.value for value in indicators.charging(path, CODES, persons)}
    assert result == {
        ("cars-per-charge-point", "9001", 2024): 7.5,
        ("charge-points-per-1000", "9001", 2024): 2.0,
        ("charge-points-per-1000", "9002", 2024): 0.0,
    }


def test_cycle_network_adds_road_keepers_and_reads_a_dash_as_none(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2020"
    for row in (
        ["Län", "Kommun", "Väghållare", "Enskild", "Kommunal", "Statlig"],
        ["Total", None, None, 1.0, 2.0, 3.0],
        ["Provlän", "Total", None, 1.0, 2.0, 3.0],
        ["Provlän", "Provköping", None, "-", 200.0, 100.0],
    ):
        sheet.append(row)
    path = tmp_path / "cycle.xlsx"
    book.save(path)
    (value,) = indicators.cycle_network(path, CODES, {("9001", 2020): 150})
    assert value.value == 2.0


def test_new_car_shares_are_computed_from_counts(tmp_path: Path) -> None:
    header = ["municipality_code", "year", "new_electric", "new_plugin_hybrid", "new_all_fuels"]
    path = put(tmp_path / "cars.csv", header, ["9001", "2020", "1", "2", "4"])
    electric, chargeable = indicators.new_cars(path)
    assert (electric.value, chargeable.value) == (0.25, 0.75)
    assert (chargeable.numerator, chargeable.denominator) == (3, 4)


def test_a_grant_to_several_municipalities_belongs_to_no_single_one(tmp_path: Path) -> None:
    header = ["id", "beneficiary_municipality_code", "allocation", "amount_note", "source_id"]
    path = put(
        tmp_path / "grants.csv",
        header,
        ["a", "9001;9002", "own", "", "web"],
        [
            "b",
            "9001",
            "single_municipality",
            "sum applied for; the projects were granted",
            "seed-contracts",
        ],
    )
    put(tmp_path / "grants_added.csv", ["grant_id", "decision"], ["c", "granted"])
    finance.build_grants(path, tmp_path / "out.csv", tmp_path)
    several, one, added = read_rows(tmp_path / "out.csv")
    assert (several["decision"], one["decision"]) == ("", "granted")
    assert (added["grant_id"], added["decision"], added["source_id"]) == ("c", "granted", "")
    assert several["beneficiary_municipality_code"] == ""
    assert several["allocation"] == "multi_municipality"
    assert (one["allocation"], one["source_id"]) == ("own", "klimatkontrakt-2024")


def test_stocks_are_in_whole_kronor_and_empty_stays_empty(tmp_path: Path) -> None:
    header = ["date", "issued_million_sek", "total_million_sek_as_stated", "note", "source_url"]
    path = put(tmp_path / "bonds.csv", header, ["2020-01", "", "1.5", "", "prov"])
    finance.build_stocks(path, tmp_path / "out.csv")
    (row,) = read_rows(tmp_path / "out.csv")
    assert (row["issued"], row["total"]) == ("", "1500000")


@pytest.mark.parametrize(
    ("kind", "title", "state"),
    [
        ("state", "Klimatpositivt 2040", "positive"),
        ("state", "Klimatneutralt 2030", "neutral"),
        ("state", "Fossilfritt 2040", "fossil_free"),
        ("state", "Fossilbränslefri kommun 2030", "fossil_free"),
        ("reduction", "Klimatpositivt 2050: mer än 100 %", ""),
    ],
)
def test_an_end_state_is_read_from_the_title(kind: str, title: str, state: str) -> None:
    assert goals.state({"kind": kind, "title_sv": title}) == state


def goal_folder(folder: Path, rate: str = "") -> None:
    put(
        folder / "goals" / "city_goals.csv",
        ["goal_id", "kind", "title_sv", "source_ref", "rate_percent_per_year"],
        ["9001-G01", "state", "Klimatneutralt 2030", "000_b190c719b69a4feb.txt", rate],
    )
    put(
        folder / "goals" / "city_goals_notes.csv",
        ["goal_id", "status", "seen", "note"],
        ["9001-G01", "adopted", "whole", "prov"],
    )
    put(folder / "own" / "goal_titles_en.csv", ["goal_id", "title_en"], ["9001-G01", "Trial"])
    put(
        folder / "own" / "goal_assumptions.csv",
        ["goal_id", *goals.OWN_COLUMNS],
        ["9001-G01", "true", "co2e", "", "skäl", "reason", "", "", "", "", ""],
    )
    corrected(folder)
    put(folder / "own" / "goals_added.csv", ["goal_id"])


def corrected(folder: Path, *given: tuple[str, str, str]) -> None:
    header = ["goal_id", "column", "before", "value", "quote", "source_section", "source_ref"]
    put(
        folder / "own" / "goal_corrections.csv",
        [*header, "read_on"],
        *(["9001-G01", *one, "prov", "", "https://example.org/", "2026-11-30"] for one in given),
    )


@pytest.mark.parametrize("before", ["", "12"])
def test_a_correction_takes_the_place_of_what_was_transcribed_and_is_told(
    tmp_path: Path, before: str
) -> None:
    goal_folder(tmp_path, rate=before)
    corrected(tmp_path, ("rate_percent_per_year", before, "16"), ("status", "adopted", "past"))
    goals.build_goals(tmp_path, tmp_path, tmp_path / "own")
    (row,) = read_rows(tmp_path / "goals.csv")
    assert (row["rate_percent_per_year"], row["status"]) == ("16", "past")
    told = "rate_percent_per_year, status: https://example.org/, read 2026-11-30"
    assert row["note"] == f"prov; {told}"


def test_a_correction_of_something_else_than_stands_there_is_an_error(tmp_path: Path) -> None:
    goal_folder(tmp_path, rate="12")
    corrected(tmp_path, ("rate_percent_per_year", "", "16"))
    with pytest.raises(BuildError, match="rate_percent_per_year"):
        goals.build_goals(tmp_path, tmp_path, tmp_path / "own")


def test_a_goal_found_later_stands_beside_the_collected_ones(tmp_path: Path) -> None:
    goal_folder(tmp_path)
    goals.build_goals(tmp_path, tmp_path, tmp_path / "own")
    columns = [name for name in read_rows(tmp_path / "goals.csv")[0] if name != "state"]
    added = {
        "goal_id": "9001-G02",
        "kind": "state",
        "title_sv": "Klimatpositivt 2040",
        "source_ref": "https://example.org/",
        "note": "read 2026-11-30",
    }
    put(
        tmp_path / "own" / "goals_added.csv",
        columns,
        [added.get(name, "") for name in columns],
    )
    goals.build_goals(tmp_path, tmp_path, tmp_path / "own")
    (_, row) = read_rows(tmp_path / "goals.csv")
    assert (row["goal_id"], row["state"]) == ("9001-G02", "positive")


def test_a_file_of_a_repository_is_named_by_the_address_of_its_page() -> None:
    commit = "3a310cc053045bd901b0e0d6e9bdd16fc8cfc024"
    page = f"https://github.com/Prov/prov/blob/{commit}/documents/prov.md"
    assert goals.address(f"github:Prov/prov@{commit}:documents/prov.md") == page
    assert goals.address("https://example.org/") == "https://example.org/"


def test_goals_are_joined_with_their_notes_and_our_reading(tmp_path: Path) -> None:
    goal_folder(tmp_path)
    goals.build_goals(tmp_path, tmp_path, tmp_path / "own")
    (row,) = read_rows(tmp_path / "goals.csv")
    assert (row["status"], row["note"], row["title_en"]) == ("adopted", "prov", "Trial")
    assert (row["state"], row["near_gas"], row["coverage_differs"]) == ("neutral", "co2e", "true")
    assert row["source_ref"] == "Klimatkontrakt 2030 för Borlänge kommun (text)"


def test_a_reading_of_an_unknown_goal_is_an_error(tmp_path: Path) -> None:
    goal_folder(tmp_path)
    put(
        tmp_path / "own" / "goal_assumptions.csv",
        ["goal_id", *goals.OWN_COLUMNS],
        ["9001-G99", "true", "co2e", "", "skäl", "reason", "", "", "", "", ""],
    )
    with pytest.raises(BuildError, match="9001-G99"):
        goals.build_goals(tmp_path, tmp_path, tmp_path / "own")


def test_lists_of_cities_that_disagree_are_an_error(tmp_path: Path) -> None:
    header = ["municipality_code", "municipality_name", "municipality_name_short"]
    county = ["county_code", "county_name", "county_name_short"]
    put(
        tmp_path / "geo" / "municipality_county.csv",
        [*header, *county],
        ["9001", "Provköpings kommun", "Provköping", "90", "Provlän", "Prov"],
    )
    put(
        tmp_path / "finance" / "cities.csv",
        ["municipality_code", "joined_year", "orgnr", "municipality_name"],
        ["9001", "2019", "", "Provköpings kommun"],
    )
    put(
        tmp_path / "geo" / "klimatkontrakt-cities.csv",
        ["municipality_code", "municipality", "joined_viable_cities_initiative"],
        ["9001", "Provköping", "2021"],
    )
    with pytest.raises(BuildError, match="Provköping"):
        municipalities.build(tmp_path, tmp_path / "out")


def test_a_city_that_joined_later_is_no_city_of_the_list(tmp_path: Path) -> None:
    put(
        tmp_path / "contract_cities.csv",
        ["municipality_code", "joined", "signed", "source_ref", "read_on"],
        ["9001", "2024-12", "2025-12-05", "https://example.org/", "2026-11-30"],
    )
    later = municipalities.joined_later(tmp_path, {})
    assert later["9001"]["joined_year"] == "2024"
    assert municipalities.told_in(later["9001"]) == "https://example.org/"
    with pytest.raises(BuildError, match="9001"):
        municipalities.joined_later(tmp_path, {"9001": {}})


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    goal_folder(tmp_path)
    goals.build_goals(tmp_path, tmp_path / "first", tmp_path / "own")
    goals.build_goals(tmp_path, tmp_path / "second", tmp_path / "own")
    first = (tmp_path / "first" / "goals.csv").read_bytes()
    assert first == (tmp_path / "second" / "goals.csv").read_bytes()


def test_our_flags_of_actions_follow_the_sources_and_name_actions_that_exist(
    tmp_path: Path,
) -> None:
    head = ["municipality_code", "city", "action_id", "quality_flag", "source_id"]
    plan = put(
        tmp_path / "plan.csv",
        head,
        ["9001", "Provköping", "P-1", "range", "prov"],
        ["9001", "Provköping", "P-2", "ok", "prov"],
    )
    flags = ["municipality_code", "action_id", "flag", "reason"]
    put(tmp_path / "action_flags.csv", flags, ["9001", "P-1", "other_scope", "made up"])
    finance.build_actions(plan, tmp_path / "out.csv", tmp_path)
    assert [row["quality_flag"] for row in read_rows(tmp_path / "out.csv")] == [
        "range;other_scope",
        "ok",
    ]
    put(tmp_path / "action_flags.csv", flags, ["9001", "P-9", "other_scope", "made up"])
    with pytest.raises(BuildError, match="P-9"):
        finance.build_actions(plan, tmp_path / "out.csv", tmp_path)
