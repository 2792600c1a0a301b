"""Events come in with their source, and are told where they concern somebody (RULES §1.7)."""

import pytest
from sqlalchemy import Engine

from data_access import imports
from data_access.imports import ImportProblems
from data_access.imports.source_addresses import opens
from data_access.questions import carried_forward, events, totals
from progress.emissions.carried_forward import CarriedForward
from progress.emissions.events import Way
from tests.data_access.imports.conftest import Write, counts

HEAD = (
    "event_id,year,municipality_code,sectors,way,title_sv,title_en,text_sv,text_en,"
    "source_title,source_ref,read_on\n"
)


def row(**changed: str) -> str:
    known = {
        "event_id": "e1",
        "year": "2020",
        "municipality_code": "",
        "sectors": "energy",
        "way": "down",
        "title_sv": "pannan lades ned",
        "title_en": "the boiler was shut down",
        "text_sv": "Pannan lades ned.",
        "text_en": "The boiler was shut down.",
        "source_title": "Provbladet",
        "source_ref": "https://example.org/pannan",
        "read_on": "2026-11-30",
    }
    return ",".join((known | changed).values()) + "\n"


def test_an_event_everywhere_is_told_in_every_municipality_and_a_local_one_in_its_own(
    small: Engine, write: Write
) -> None:
    local = row(event_id="e2", municipality_code="9001", year="2021", sectors="", way="")
    imports.run("events", [write("e.csv", HEAD + row() + local)], small)
    with small.connect() as conn:
        assert [event.event_id for event in events(conn, "9001")] == ["e1", "e2"]
        (elsewhere,) = events(conn, "9002")
        (everywhere, own) = events(conn)
    assert elsewhere == everywhere
    assert (everywhere.sectors, everywhere.way, everywhere.read_on) == (
        ("energy",),
        Way.DOWN,
        "2026-11-30",
    )
    assert (own.municipality_code, own.sectors, own.way) == ("9001", (), None)
    assert everywhere.title("en") == "the boiler was shut down"


def test_an_event_told_again_is_told_anew(small: Engine, write: Write) -> None:
    imports.run("events", [write("a.csv", HEAD + row())], small)
    imports.run("events", [write("b.csv", HEAD + row(text_sv="Pannan byttes."))], small)
    with small.connect() as conn:
        assert [event.text_sv for event in events(conn)] == ["Pannan byttes."]


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"source_title": ""}, "source_title"),
        ({"source_ref": "https://github.com/prov/prov@0123abc"}, "source_ref"),
        ({"source_ref": "https://example.org/p…"}, "source_ref"),
        ({"year": "2199"}, "year"),
        ({"sectors": "total"}, "sectors"),
        ({"way": "sideways"}, "way"),
        ({"text_en": ""}, "text_en"),
        ({"read_on": "november"}, "read_on"),
    ],
)
def test_an_event_without_source_or_with_a_false_word_is_named(
    small: Engine, write: Write, changed: dict[str, str], column: str
) -> None:
    with pytest.raises(ImportProblems) as caught:
        imports.run("events", [write("e.csv", HEAD + row(**changed))], small)
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(2, column)]
    assert counts(small)["event"] == 0


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://github.com/prov/prov@0123abc", False),
        ("github:prov/prov@0123abc:documents/prov.md", False),
        ("https://github.com/prov/prov/tree/0123abc", True),
        ("https://github.com/prov/prov/blob/0123abc/documents/prov.md", True),
        ("https://github.com/prov/prov", True),
        ("https://tidningensyre.se/?p=4188496", True),
        ("http://www.example.org/a/b.html", True),
        ("https://naturvardsverket.se/…/260701.xlsx", False),
        ("https://example", False),
        ("https://example.org/a b", False),
        ("ftp://example.org/a", False),
    ],
)
def test_an_address_has_a_form_that_opens(address: str, fine: bool) -> None:
    assert opens(address) is fine


def test_the_seed_knows_the_events_that_have_a_source(seeded: Engine) -> None:
    with seeded.connect() as conn:
        result = events(conn, "1880")
    assert [(event.year, event.sectors, event.way) for event in result] == [
        (1995, (), None),  # Lekeberg was split off: today's borders
        (2023, ("international_transport",), None),
        (2024, ("transport", "machinery"), Way.UP),
    ]
    assert all(opens(event.source_ref) and event.read_on == "2026-11-30" for event in result)


def test_the_seed_knows_where_borders_or_codes_changed_after_its_series_begin(
    seeded: Engine,
) -> None:
    with seeded.connect() as conn:
        changed = {code: events(conn, code)[0] for code in ("0330", "0380", "0331", "1814")}
        begins = {code: totals(conn, "smhi-co2e-2026", (code,))[code][0].year for code in changed}
    assert {code: event.year for code, event in changed.items()} == {
        "0330": 2003,
        "0380": 2003,
        "0331": 2007,
        "1814": 1995,
    }
    for code, event in changed.items():
        assert begins[code] < event.year
        assert "åren före" in event.text_sv.lower()


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ("smhi-co2e-2026", [CarriedForward("heating", 2024, 289, 290)]),
        (
            "smhi-co2-2025",
            [
                CarriedForward("products", 2022, 283, 290),
                CarriedForward("products", 2023, 284, 290),
            ],
        ),
        ("smhi-co2-2024", []),
    ],
)
def test_the_store_keeps_which_sectors_a_release_carries_forward(
    seeded: Engine, release: str, expected: list[CarriedForward]
) -> None:
    with seeded.connect() as conn:
        assert list(carried_forward(conn, release)) == expected
