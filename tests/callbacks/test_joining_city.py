"""A city that joins is on every page by data alone, and is held to the yardstick without goals."""

import csv
import shutil
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from data_access import imports
from data_access.engine import open_store
from data_access.questions import municipalities
from progress.promises.contract_cities import MEMBERSHIP, known_cities
from tests.callbacks.conftest import client_on

NEW = "2021", "Vansbro"


@pytest.fixture(scope="module")
def joined(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store where Vansbro joined in 2026, by a file of one row."""
    folder = tmp_path_factory.mktemp("joining")
    store = folder / "store.db"
    shutil.copy(seeded_file, store)
    path = folder / "cities.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ("municipality_code", "name", "county_code", "contract_since", "joined", "eu_mission")
        )
        writer.writerow((*NEW, "20", "", "2026-06", "false"))
    engine = open_store(f"sqlite:///{store}", read_only=False)
    imports.run("municipalities", [path], engine, now=datetime(2026, 11, 30, tzinfo=UTC))
    engine.dispose()
    return f"sqlite:///{store}"


@pytest.mark.parametrize(
    "address",
    ["/sv/", "/sv/uppfoljning/2024", "/sv/jamfor", "/sv/portfolj"],
)
def test_a_joining_city_is_on_every_page(joined: str, reader: FlaskClient, address: str) -> None:
    def rows(client: FlaskClient) -> int:
        response = client.get(address)
        assert response.status_code == 200
        return unescape(response.text).count(NEW[1])

    assert rows(client_on(joined)) > rows(reader)


def test_a_joining_city_says_when_and_is_held_to_the_yardstick(joined: str) -> None:
    page = unescape(client_on(joined).get("/sv/kommun/vansbro").text)
    assert "gick 2026 med bland städerna med klimatkontrakt" in page


def test_no_page_says_none_of_the_23(reader: FlaskClient) -> None:
    for slug in ("sundsvall", "vansbro", "lulea", "orebro"):
        for lang in ("sv", "en"):
            page = reader.get(f"/{lang}/{'kommun' if lang == 'sv' else 'municipality'}/{slug}").text
            assert "ingen av de 23" not in page
            assert "one of the 23" not in page
    assert "klimatkontrakt sedan 2025" in reader.get("/sv/kommun/sundsvall").text
    assert "inget klimatkontrakt känt här" in reader.get("/sv/kommun/vansbro").text


def test_28_of_48_are_known_with_their_source(seeded_file: Path) -> None:
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        places = municipalities(conn)
    engine.dispose()
    told = known_cities(places)
    assert (told.known, told.of) == (28, MEMBERSHIP.cities) == (28, 48)
    cities = {place.name: place for place in places if place.is_contract_city}
    assert all(city.joined and city.contract_ref.startswith("https://") for city in cities.values())
    later = {name for name, one in cities.items() if one.joined == "2024-12"}
    assert later == {"Luleå", "Avesta", "Håbo", "Alvesta", "Sundsvall"}
    assert all(cities[name].contract_read == "2026-11-30" for name in later)
    assert {name for name in later if cities[name].signed} == {"Sundsvall"}
    assert cities["Sundsvall"].signed == "2025-12-05"


@pytest.mark.parametrize("path", ["/sv/", "/sv/uppfoljning/2024", "/en/", "/en/follow-up/2024"])
def test_how_many_cities_are_known_is_said_with_the_day(reader: FlaskClient, path: str) -> None:
    known = (
        "28 av dem är kända här (30 november 2026)."
        if path.startswith("/sv")
        else "28 of them are known here (30 November 2026)."
    )
    page = unescape(reader.get(path).text).replace("\u00a0", " ")
    assert known in page
    assert "48 " in page[page.index(known) - 70 : page.index(known)]
