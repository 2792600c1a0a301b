"""The pages about restatements and every release on a city's page, on the seeded store."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from callbacks.bindings import BINDINGS
from data_access.engine import open_store
from layouts.links.addresses import parse_href

RELEASES = (
    "smhi-co2-2023",
    "smhi-co2-2024",
    "smhi-co2-2025",
    "smhi-co2e-2025",
    "smhi-co2e-2026",
)


def read(reader: FlaskClient, path: str) -> str:
    """The words of a page, without its drawings."""
    response = reader.get(path)
    assert response.status_code == 200
    page = response.text.partition('<script id="_dash-config"')[0].partition("<main")[2]
    words = re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL))
    return re.sub(r"\s+", " ", unescape(words))


def test_the_country_tells_restated_lost_and_new_years_apart(reader: FlaskClient) -> None:
    words = read(reader, "/sv/revideringar")
    assert "Nya år i statistiken från 2026: 2024." in words
    assert "År som statistiken från 2026 saknar: 2016–2019." in words
    assert "Sigtuna 2023 314 373 431 762 +117 389 +37,3 %" in words
    assert "sektorn Utrikes transporter redovisas först från 2023" in words


def test_a_city_s_restatements_name_the_sector_behind_them(reader: FlaskClient) -> None:
    words = read(reader, "/en/municipality/sigtuna/restatements")
    assert "2023 314,373 431,762 +117,389 +37.3% International transport" in words


def test_a_release_with_totals_only_is_compared_too(reader: FlaskClient) -> None:
    path = "/sv/kommun/borlange/revideringar?fran=smhi-co2-2023&till=smhi-co2-2024"
    words = read(reader, path)
    assert "Nya år i statistiken från 2024: 2022." in words
    assert "Orsak: nya år." in words
    assert "Sektor som ändras mest" not in words


def test_bad_labels_give_the_page_with_a_message(reader: FlaskClient) -> None:
    words = read(reader, "/sv/revideringar?fran=smhi-co2-2023&till=smhi-co2e-2026")
    assert "Bara publiceringar av samma gas kan jämföras" in words
    assert "smhi-co2-2023" in words
    assert reader.get("/sv/kommun/finns-inte/revideringar").status_code == 404


@pytest.mark.parametrize("label", RELEASES)
def test_a_city_s_page_can_be_read_on_every_release_in_both_languages(
    reader: FlaskClient, label: str
) -> None:
    gas, edition = label.split("-")[1:]
    swedish = read(reader, f"/sv/kommun/borlange?utgava={label}")
    english = read(reader, f"/en/municipality/borlange?release={label}")
    gas_sv = "koldioxid" if gas == "co2" else "växthusgaser"
    assert f"Utsläpp av {gas_sv}, SMHI:s statistik från {edition}" in swedish
    assert f"Mål som räknar {gas_sv} bedöms här mot den statistik som du har valt" in swedish
    assert f"the {edition} statistics" in english
    assert "are assessed here against the release that you have chosen" in english
    newest = {"co2": "2025", "co2e": "2026"}
    named = set(re.findall(r"(?<!Om )statistiken från ([0-9]{4})", swedish))
    assert named <= {edition, *(one for of, one in newest.items() if of != gas)}
    # Totals cannot give an indication, and the rate that counts from 2020 asks for four years.
    assert edition in named or label in ("smhi-co2-2023", "smhi-co2-2024")


def test_a_page_about_the_whole_country_asks_the_store_seldom(seeded_file: Path) -> None:
    engine = open_store(f"sqlite:///{seeded_file}")
    statements: list[str] = []
    with engine.connect() as conn:
        event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
        parsed = parse_href("/sv/revideringar")
        assert parsed is not None
        assert BINDINGS["restatements"](conn, parsed.address) is not None
    engine.dispose()
    assert len([statement for statement in statements if statement.startswith("SELECT")]) <= 6
