"""A typed address leads to the page it means; one that means none says what it may have meant."""

import unicodedata

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("/sv/kommun/Örebro", "/sv/kommun/orebro"),
        (unicodedata.normalize("NFD", "/sv/kommun/Örebro"), "/sv/kommun/orebro"),
        ("/SV/Kommun/OREBRO", "/sv/kommun/orebro"),
        ("/sv/kommun/1880", "/sv/kommun/orebro"),
        ("/sv/kommun/380", "/sv/kommun/uppsala"),
        ("/sv/kommun/orebro-kommun/pengar", "/sv/kommun/orebro/pengar"),
        ("/sv/municipality/orebro", "/sv/kommun/orebro"),
        ("/en/kommun/malmo/pengar", "/en/municipality/malmo/money"),
        ("/sv/kommun/Håbo", "/sv/kommun/habo-0305"),
        ("/sv/kommun/Habo", "/sv/kommun/habo"),
        ("/en/municipality/Gothenburg", "/en/municipality/goteborg"),
        ("/sv/jämför", "/sv/jamfor"),
        ("/sv/Metod/", "/sv/metod"),
        ("/en/uppfoljning/2024", "/en/follow-up/2024"),
        ("/sv/part/Viable-Cities", "/sv/part/viable-cities"),
        ("/sv/data/utgava/SMHI-CO2E-2026", "/sv/data/utgava/smhi-co2e-2026"),
        ("/kommun/malmo", "/sv/kommun/malmo"),
        ("/sv/jamfor.csv/", "/sv/jamfor.csv"),
        ("/api/v1/emissions/", "/api/v1/emissions"),
        ("/api/v1/goals.csv/", "/api/v1/goals.csv"),
        ("/data/goals.csv/", "/data/goals.csv"),
        ("/healthz/", "/healthz"),
        ("/sv/kommun/Örebro/pengar.csv", "/sv/kommun/orebro/pengar.csv"),
        ("/en/municipality/MALMÖ/Money.XLSX", "/en/municipality/malmo/money.xlsx"),
        ("/sv/kommun/1880/pengar.csv", "/sv/kommun/orebro/pengar.csv"),
        ("/sv/kommun/orebro-kommun/mote.pptx", "/sv/kommun/orebro/mote.pptx"),
        ("/SV/KOMMUN/OREBRO/PENGAR.CSV", "/sv/kommun/orebro/pengar.csv"),
        ("/sv/kommun/Örebro/per-sektor", "/sv/kommun/orebro/per-sektor"),
        ("/sv/kommun/Örebro/Per-Sector/", "/sv/kommun/orebro/per-sektor"),
        ("/en/kommun/orebro/tabell", "/en/municipality/orebro/table"),
        ("/sv/part/Örebro kommun", "/sv/part/orebro-kommun"),
        ("/api/v1/Emissions", "/api/v1/emissions"),
        ("/API/V1/emissions", "/api/v1/emissions"),
        ("/data/Goals.csv", "/data/goals.csv"),
        ("/data/goals.CSV", "/data/goals.csv"),
    ],
)
def test_a_typed_address_leads_to_its_page_for_good(
    reader: FlaskClient, typed: str, page: str
) -> None:
    response = reader.get(f"{typed}?gas=co2")
    assert (response.status_code, response.location) == (301, f"{page}?gas=co2")


@pytest.mark.parametrize(
    ("typed", "guess"),
    [
        ("/sv/orebro", "/sv/kommun/orebro"),
        ("/sv/kommun/orebo", "/sv/kommun/orebro"),
        ("/en/municipality/gotheborg", "/en/municipality/goteborg"),
        ("/sv/metodd", "/sv/metod"),
        ("/sv/översikt", "/sv/"),
        ("/sv/uppfoljning/1899", "/sv/uppfoljning"),
        ("/sv/kommun/Örebro.csv", "/sv/kommun/orebro"),
    ],
)
def test_what_is_not_found_is_guessed_beside_the_search(
    reader: FlaskClient, typed: str, guess: str
) -> None:
    response = reader.get(typed)
    assert response.status_code == 404
    main = response.text.partition("<main")[2]
    assert f'href="{guess}"' in main.partition('role="search"')[0]
    assert 'role="search"' in main


@pytest.mark.parametrize(
    "typed", ["/sv/kommun/xyzzyx", "/sv/part/finns-inte", "/sv/inne", "/sv/a/b/c/d"]
)
def test_what_means_nothing_is_not_led_anywhere(reader: FlaskClient, typed: str) -> None:
    assert reader.get(typed).status_code == 404


def test_a_file_that_is_not_there_is_a_page_to_a_reader_and_words_to_a_program(
    reader: FlaskClient,
) -> None:
    path = "/sv/kommun/Örebo/pengar.csv"
    page = reader.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert 'href="/sv/kommun/orebro"' in page.text
    words = reader.get(path, headers={"Accept": "*/*"})
    assert (words.status_code, words.mimetype) == (404, "text/plain")


def test_places_that_differ_by_an_accent_name_each_other(reader: FlaskClient) -> None:
    assert 'href="/sv/kommun/habo-0305">Håbo</a>' in reader.get("/sv/kommun/habo").text
    assert 'href="/sv/kommun/habo">Habo</a>' in reader.get("/sv/kommun/habo-0305").text


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Örebro kommun", "orebro"),
        ("Malmö stad", "malmo"),
        ("Region Gotland", "gotland"),
        ("Gothenburg", "goteborg"),
        (unicodedata.normalize("NFD", "Växjö"), "vaxjo"),
        ("upplands bro", "upplands-bro"),
        ("1880", "orebro"),
        ("Håbo", "habo-0305"),
    ],
)
def test_one_exact_match_leads_to_the_city(reader: FlaskClient, words: str, slug: str) -> None:
    response = reader.get("/sv/sok", query_string={"sok": words})
    assert (response.status_code, response.location) == (302, f"/sv/kommun/{slug}")
    response = reader.get("/en/search", query_string={"q": words})
    assert response.location == f"/en/municipality/{slug}"


def test_several_matches_are_listed(reader: FlaskClient) -> None:
    text = reader.get("/sv/sok", query_string={"sok": "habo"}).text
    assert text.index("/sv/kommun/habo") < text.index("/sv/kommun/habo-0305")
    assert "2 kommuner stämmer" in text
    assert "/sv/kommun/boras" in reader.get("/sv/sok", query_string={"sok": "Borrås"}).text


def test_every_page_has_the_search_in_its_head_and_no_page_carries_the_names(
    reader: FlaskClient,
) -> None:
    for path in ("/sv/", "/en/municipality/orebro/meeting", "/sv/metod", "/sv/finns-inte"):
        head = reader.get(path).text.partition("<main")[0]
        assert 'role="search"' in head
        assert "Östra Göinge" not in head
    names = reader.get("/places.json").get_json()
    assert len(names) == 290
    assert "Östra Göinge" in names
