"""What the pages that most people read tell of the figures that come with the product, read out of
them and worked out again from the files in seed_data/."""

import csv
import re
import sqlite3
from collections import Counter
from contextlib import closing
from io import StringIO
from pathlib import Path
from shutil import copyfile
from statistics import median

import pytest
from flask.testing import FlaskClient

from callbacks.bindings.city import yearly_totals
from data_access import frames
from data_access.engine import open_store
from data_access.snapshots import freeze
from progress.emissions.series import Status
from progress.records import SectorValue
from tests.callbacks.conftest import client_on
from tests.callbacks.test_money_files import granted_in_seed, seed_kronor
from tests.layouts.reading import as_swedish, figures, number, plain, table
from tests.seed_figures import (
    contract_cities,
    lines,
    per_person,
    sectors,
    totals,
)

NEWEST, LATEST = "smhi-co2e-2026", 2024
CITY = {"sv": "/sv/kommun", "en": "/en/municipality"}


def page(reader: FlaskClient, path: str) -> str:
    response = reader.get(path)
    assert response.status_code == 200, path
    return str(response.text)


def place(code: str, values: dict[str, float]) -> int:
    """From the lowest, which is the first."""
    return 1 + sum(value < values[code] for value in values.values())


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("sv", r"{name} släppte ut (\S+) ton per person 2024, plats (\d+) av (\d+) räknat från "
               r"lägst\. Medianen i landet är (\S+) ton\."),
        ("en", r"{name} emitted (\S+) tonnes per person in 2024, place (\d+) of (\d+) counted from "
               r"the lowest\. The national median is (\S+) tonnes\."),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("slug", "code"), [("stockholm", "0180"), ("malmo", "1280"), ("goteborg", "1480")]
)
def test_a_citys_tonnes_per_person_have_their_place_among_all_of_the_same_year(
    reader: FlaskClient, slug: str, code: str, lang: str, sentence: str
) -> None:
    everyone = dict(per_person(NEWEST, LATEST))
    words = plain(page(reader, f"{CITY[lang]}/{slug}"))
    read = re.search(sentence.format(name=contract_cities()[code]), words)
    assert read is not None
    own, among, of, middle = (float(each.replace(",", ".")) for each in read.groups())
    assert own == round(everyone[code], 1)
    assert (among, of) == (place(code, everyone), len(everyone))
    assert middle == round(median(everyone.values()), 1)


NAMES = {
    "sv": ("Utsläpp {}", "Sedan {}", "Krävs från {}", "Gjort {}–{}", "Basvärde {}", "Målvärde {}",
           "Senaste värde, {} (definitiv)", "Målets bana {}", "Avstånd till banan",
           "Varje år till målåret", "I samma takt {}"),
    "en": ("Emissions {}", "Since {}", "Needed from {}", "Done {}–{}", "Base value {}",
           "Target value {}", "Latest value, {} (final)", "The goal’s path in {}",
           "Gap to the path", "Each year to the target year", "At the same pace in {}"),
}  # fmt: skip
"""The names of a city's key figures and of the steps of a verdict, in an order of their own."""

YARDSTICK = {"sv": "Jämförelsemålet: 85", "en": "The yardstick: 85"}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    ("slug", "code"), [("orebro", "1880"), ("malmo", "1280"), ("umea", "2480"), ("avesta", "2084")]
)
def test_a_citys_key_figures_and_each_step_of_the_yardstick_follow_from_the_files(
    reader: FlaskClient, slug: str, code: str, lang: str
) -> None:
    """International transport is counted from 2023: what compares two years leaves it out."""
    html = page(reader, f"{CITY[lang]}/{slug}")
    change = str if lang == "sv" else as_swedish
    top = {name: [change(each) for each in told] for name, told in figures(html).items()}
    steps = figures(html[html.rindex(YARDSTICK[lang]) :])
    of = dict(zip(NAMES["sv"], NAMES[lang], strict=True))

    parts = {
        (year, sector): tonnes
        for (of_code, year, sector), tonnes in sectors(NEWEST).items()
        if of_code == code
    }
    total = {
        year: sum(
            tonnes
            for (of_year, sector), tonnes in parts.items()
            if of_year == year and sector != "international_transport"
        )
        for year in (1990, 2015, LATEST - 1, LATEST)
    }
    now = totals(NEWEST)[code, LATEST]
    latest = top[of["Utsläpp {}"].format(LATEST)]
    assert number(latest[0]) == pytest.approx(now, rel=0.01)
    largest = max(tonnes for (year, _), tonnes in parts.items() if year == LATEST)
    assert number(latest[1]) == round(100 * largest / now)
    for year in (LATEST - 1, 1990):
        told = top[of["Sedan {}"].format(year)]
        assert number(told[0].lstrip("+")) == round(100 * (total[LATEST] / total[year] - 1))
        assert told[0].startswith("+") is (total[LATEST] > total[year])

    def last(name: str, *years: int) -> float:
        """The result of a step, which stands after its last sign of equality."""
        (words,) = steps[of[name].format(*years)]
        return number(change(words).rpartition("= ")[2])

    base, target = total[1990], 0.15 * total[1990]
    years = 2045 - LATEST
    done = 1 - (total[LATEST] / total[2015]) ** (1 / (LATEST - 2015))
    assert last("Basvärde {}", 1990) == round(base)
    assert last("Målvärde {}", 2045) == round(target)
    assert last("Senaste värde, {} (definitiv)", LATEST) == round(total[LATEST])
    needed = 1 - (target / total[LATEST]) ** (1 / years)
    assert last("Krävs från {}", LATEST) == round(100 * needed, 2)
    assert last("Gjort {}–{}", 2015, LATEST) == round(100 * done, 2)
    path = base - (base - target) * (LATEST - 1990) / (2045 - 1990)
    assert last("Målets bana {}", LATEST) == round(path)
    assert abs(last("Avstånd till banan")) == pytest.approx(abs(total[LATEST] - path), abs=1)
    then = total[LATEST] * (1 - done) ** years
    assert last("I samma takt {}", 2045) == pytest.approx(then, abs=1)
    required, kept = re.findall(r"\d[\d ]*", change(steps[of["Varje år till målåret"]][0]))
    assert int(required.replace(" ", "")) == round((total[LATEST] - target) / years)
    assert int(kept.replace(" ", "")) == round(abs(total[LATEST] - then) / years)


@pytest.mark.parametrize(
    ("lang", "view", "names"),
    [
        ("sv", "mote?vy=6", {"viable_cities": "Viable Cities", "agency": "Myndigheterna"}),
        ("en", "meeting?view=6", {"viable_cities": "Viable Cities", "agency": "The agencies"}),
    ],
)
def test_what_all_contract_cities_are_promised_stands_with_them_alone(
    reader: FlaskClient, lang: str, view: str, names: dict[str, str]
) -> None:
    shared = Counter(
        row["party_kind"] for row in lines("commitments.csv") if not row["municipality_code"]
    )
    city = plain(page(reader, f"{CITY[lang]}/orebro/{view}"))
    elsewhere = plain(page(reader, f"{CITY[lang]}/falun/{view}"))
    for kind, name in names.items():
        assert f"{name} ({shared[kind]})" in city
        assert f"{name} (" not in elsewhere


@pytest.mark.parametrize(
    ("lang", "words"),
    [("sv", r"beviljat ([\d,]+) miljoner kronor"), ("en", r"granted SEK ([\d.]+) million")],
)
def test_money_that_two_publishers_tell_of_is_in_a_citys_sum_once(
    reader: FlaskClient, lang: str, words: str
) -> None:
    """One grant to Uppsala stands in kronor in one list and in euro in another."""
    granted = [row for row in granted_in_seed() if row["beneficiary_municipality_code"] == "0380"]
    sums = [sek for row in granted if (sek := seed_kronor(row)) is not None]
    read = re.search(words, plain(page(reader, f"{CITY[lang]}/uppsala")))
    assert read is not None
    assert float(read[1].replace(",", ".")) == round(sum(sums) / 1e6, 1)


def test_a_case_that_a_second_list_tells_too_is_in_a_citys_sum_once(
    seeded_file: Path, tmp_path: Path
) -> None:
    """Neither row names the other: they are one by the funder's case number (RULES §7.13)."""
    file = tmp_path / "twice.db"
    copyfile(seeded_file, file)
    with closing(sqlite3.connect(file)) as conn, conn:
        rows = conn.execute("SELECT * FROM 'grant' WHERE beneficiary_municipality_code = '1880'")
        names = [each[0] for each in rows.description]
        (own,) = (
            row
            for row in (dict(zip(names, values, strict=True)) for values in rows)
            if row["amount"] and row["amount_kind"] == "granted" and row["level"] == "project"
        )
        (other,) = conn.execute(
            "SELECT source_id FROM source WHERE source_id != ? LIMIT 1", [own["source_id"]]
        ).fetchone()
        case = own["case_number"] or "PROV-2026-1"
        conn.execute(
            "UPDATE 'grant' SET case_number = ? WHERE grant_id = ?", [case, own["grant_id"]]
        )
        twin = {**own, "grant_id": "z-prov", "case_number": case, "source_id": other}
        marks = ", ".join("?" * len(names))
        conn.execute(f"INSERT INTO 'grant' VALUES ({marks})", [twin[name] for name in names])
        conn.execute(
            "INSERT INTO grant_place SELECT release_id, 'z-prov', municipality_code"
            " FROM grant_place WHERE grant_id = ?",
            [own["grant_id"]],
        )
    reader = client_on(f"sqlite:///{file}")
    for path, words in (
        ("/sv/kommun/orebro", r"beviljat ([\d,]+) miljoner kronor"),
        ("/en/municipality/orebro", r"granted SEK ([\d.]+) million"),
        ("/sv/kommun/orebro/mote?vy=7", r"beviljats ([\d,]+) miljoner kronor"),
    ):
        read = re.search(words, plain(page(reader, path)))
        assert read is not None, path
        assert float(read[1].replace(",", ".")) == round(float(own["amount"]) / 1e6, 1), path


def test_explore_and_a_snapshot_count_that_money_once_too(seeded_file: Path) -> None:
    granted = [row for row in granted_in_seed() if row["beneficiary_municipality_code"] == "0380"]
    expected = sum(sek for row in granted if (sek := seed_kronor(row)) is not None)
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        cube = frames.cube(conn, NEWEST)
        (frozen,) = (each for each in freeze(conn, "0380").money if each.kind == "granted")
    engine.dispose()
    assert cube.grants["granted"][cube.codes.index("0380")] == pytest.approx(expected)
    assert float(frozen.sek) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("lang", "query", "words"),
    [
        ("sv", "utgava", r"Senaste värde, (\d+) \(definitiv\) ([\d ]+) ton"),
        ("en", "release", r"Latest value, (\d+) \(final\) ([\d,]+) tonnes"),
    ],
)
@pytest.mark.parametrize(("release", "latest"), [("smhi-co2-2024", 2022), ("smhi-co2-2023", 2021)])
def test_a_goal_is_read_against_the_edition_that_is_chosen(
    reader: FlaskClient, lang: str, query: str, words: str, release: str, latest: int
) -> None:
    told = plain(page(reader, f"{CITY[lang]}/ostersund?{query}={release}"))
    read = {int(year): int(re.sub(r"\D", "", value)) for year, value in re.findall(words, told)}
    assert read[latest] == round(totals(release)["2380", latest])
    assert 2023 not in read, "the newest of carbon dioxide"


def test_no_statistics_are_waited_for_that_another_edition_has(reader: FlaskClient) -> None:
    """That of 2023 ends in 2021; 2022 came in 2024."""
    assert "Nästa statistik" not in page(reader, "/sv/kommun/orebro?utgava=smhi-co2-2023")


@pytest.mark.parametrize("first", ["final", "preliminary"])
def test_a_sum_of_sectors_is_as_sure_as_the_least_sure_of_them(first: str) -> None:
    rest = "final" if first == "preliminary" else "preliminary"
    (sum_,) = yearly_totals(
        (SectorValue(2024, "transport", 1.0, first), SectorValue(2024, "waste", 2.0, rest))
    )
    assert (sum_.value, sum_.status) == (3.0, Status.PRELIMINARY)


def moved(words: str, text: str) -> float:
    """A change in per cent with its sign, where the words tell which way in two groups."""
    read = re.search(words, text)
    assert read is not None, words
    fell = read[1] in ("minskade", "fell")
    return -float(read[2]) if fell else float(read[2])


@pytest.mark.parametrize(
    ("path", "cities", "rest"),
    [
        (
            "/sv/",
            r"Utsläppen i de 28 städerna (\w+) (\d+) % 2024",
            r"utan transporter och arbetsmaskiner (\w+) de (\d+) %",
        ),
        (
            "/en/",
            r"Emissions in the 28 cities (\w+) (\d+)% in 2024",
            r"without transport and non-road machinery they (\w+) (\d+)%",
        ),
    ],
)
def test_the_overview_tells_how_the_contract_cities_changed_since_the_year_before(
    reader: FlaskClient, path: str, cities: str, rest: str
) -> None:
    def change(*without: str) -> float:
        now, before = (
            sum(
                tonnes
                for (code, of, sector), tonnes in sectors(NEWEST).items()
                if of == year and code in contract_cities() and sector not in without
            )
            for year in (LATEST, LATEST - 1)
        )
        return 100 * (now / before - 1)

    words = plain(page(reader, path))
    assert moved(cities, words) == round(change())
    assert moved(rest, words) == round(change("transport", "machinery"))


def test_a_row_of_the_overview_is_a_contract_citys_with_its_own_figures(
    reader: FlaskClient,
) -> None:
    rows = table(page(reader, "/sv/"), "Utsläpp och klimatmål")
    assert sorted(row["Stad"] for row in rows) == sorted(contract_cities().values())
    codes = {name: code for code, name in contract_cities().items()}
    known = totals(NEWEST)
    for row in rows:
        latest, before = (known[codes[row["Stad"]], year] for year in (LATEST, LATEST - 1))
        assert number(row["tusen ton 2024"]) == round(latest / 1000)
        assert number(row["2023–2024"].lstrip("+")) == round(100 * (latest / before - 1))


def test_the_country_is_all_municipalities_and_the_publishers_total_more(
    reader: FlaskClient,
) -> None:
    html = page(reader, "/sv/")
    known = totals(NEWEST)
    for row in table(html, "Utsläpp i Sveriges kommuner"):
        year, everyone, cities = (int(number(cell)) for cell in row.values())
        assert everyone == round(sum(each for (_, of), each in known.items() if of == year))
        assert cities == round(sum(known[code, year] for code in contract_cities()))
    published = sum(
        float(row["tonnes"])
        for row in lines("national_emissions.csv")
        if (row["release"], int(row["year"])) == (NEWEST, LATEST)
    )
    read = re.search(r"är ([\d,]+) miljoner ton\. Skillnaden, (\d+) tusen ton", plain(html))
    assert read is not None
    added = sum(each for (_, of), each in known.items() if of == LATEST)
    assert float(read[1].replace(",", ".")) == round(published / 1e6, 2)
    assert int(read[2]) == round((published - added) / 1e3)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "/sv/jamfor?kommun=2380&kommun=1880&utgava=smhi-co2-2024",
            r"Fossil koldioxid −100 % i kommunen 2030 [\w ]+ Statistiken från (\d+)\.",
        ),
        (
            "/en/compare?municipality=2380&municipality=1880&release=smhi-co2-2024",
            r"Fossil carbon dioxide −100% in the municipality 2030 [\w ]+ The (\d+) statistics\.",
        ),
    ],
)
def test_a_comparison_on_an_older_edition_reads_the_goals_of_its_gas_against_it(
    reader: FlaskClient, path: str, words: str
) -> None:
    assert re.findall(words, plain(page(reader, path))) == ["2024"]


def test_the_rows_of_the_portfolio_go_on_from_page_to_page_without_one_told_twice(
    reader: FlaskClient,
) -> None:
    query = "mottagare=kommunen&finansiar=Tillv%C3%A4xtverket"
    file = reader.get(f"/sv/portfolj.csv?{query}").data.decode("utf-8-sig")
    titles = Counter(row["title"] for row in csv.DictReader(StringIO(file)))
    read: Counter[str] = Counter()
    pages = -(-titles.total() // 15)
    for number_ in range(1, pages + 1):
        html = page(reader, f"/sv/portfolj?{query}&vy=rader&sida={number_}")
        head, *rows = table(html, "Bidragen i urvalet")
        assert head["Projekt"].startswith("Summa, ")
        assert number(head["Projekt"].removeprefix("Summa, ")) == titles.total()
        assert f"Sida {number_} av {pages}, {titles.total()} rader" in plain(html)
        read.update(row["Projekt"] for row in rows)
    assert titles.total() > 15
    assert read == titles


@pytest.mark.parametrize(("word", "kind"), [("sokt", "applied"), ("beviljat", "granted")])
def test_a_citys_file_of_one_kind_of_money_holds_that_alone(
    reader: FlaskClient, word: str, kind: str
) -> None:
    file = page(reader, f"/sv/kommun/uppsala/pengar.csv?belopp={word}")
    rows = list(csv.DictReader(StringIO(file.lstrip("\ufeff"))))
    kinds = {row["amount_kind"] for row in rows if row["decision"] != "granted"}
    assert rows
    assert kinds <= {kind}
