"""A party's page: how far promises have come, apart from how fresh the news of it is."""

import re
from datetime import date

import pytest

from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.party import PartyAnswers, page
from progress.promises.parties import EVERY_MUNICIPALITY, OrganisationKind
from progress.records import Commitment, Party, StatusReport
from tests.layouts.city_facts import PARTY_KINDS

TODAY = date(2026, 6, 1)
AGENCY = Party("provverket", "Provverket", "agency")
CITY = Party("provkopings-kommun", "Provköpings kommun", "municipality", "0001")


def promise(number: int, status: str = "unknown", **fields: object) -> Commitment:
    values: dict[str, object] = {
        "commitment_id": f"P-{number}",
        "party_kind": "agency",
        "party": "Provverket",
        "municipality_code": None,
        "contract": "",
        "section": "5",
        "title_sv": f"Provåtagande {number}",
        "title_en": "",
        "quote_sv": "Vi ska prova.",
        "due": "",
        "theme": "",
        "status": status,
        "status_date": None,
        "status_comment": "",
        "status_source": "",
    }
    return Commitment(**{**values, **fields})  # type: ignore[arg-type]


def shown(*own: Commitment, lang: str = "sv", **fields: object) -> str:
    values: dict[str, object] = {
        "party": AGENCY,
        "parties": (CITY, AGENCY),
        "kinds": PARTY_KINDS,
        "municipality": None,
        "own": own,
        "shared": (),
        "activities": (),
        "reports": {},
        "today": TODAY,
    }
    answers = PartyAnswers(**{**values, **fields})  # type: ignore[arg-type]
    html = to_html(page(Address("party", lang, "provverket"), answers).body)
    return re.sub("<[^>]+>", "|", html).replace("\u00a0", " ")


def test_late_and_unassessable_promises_come_first() -> None:
    told = {"status_date": date(2026, 3, 1)}
    html = shown(
        promise(1, "done", **told),
        promise(2, "running", **told),
        promise(3),
        promise(4, "running", due="2025", **told),
        promise(5, "late", **told),
    )
    places = [html.index(f"Provåtagande {number}") for number in (5, 4, 3, 2, 1)]
    assert places == sorted(places)


def test_freshness_is_told_apart_from_progress() -> None:
    html = shown(promise(1, "running", status_date=date(2024, 3, 1), status_source="Provmötet"))
    assert "|pågår|" in html
    assert "Provmötet, 1 mars 2024 (äldre än ett år)" in html
    assert "1 av 1" in html


def test_a_promise_that_nobody_has_reported_on_is_neither_kept_nor_broken() -> None:
    html = shown(promise(1))
    assert "aldrig rapporterat" in html
    assert "|går inte att bedöma|" in html
    assert (
        "har ett åtagande i kontrakten som finns här. Ingen rapport om hur det går finns här"
        in html
    )


def test_every_earlier_report_can_be_read() -> None:
    reports = (
        StatusReport("P-1", date(2024, 3, 1), "not_begun", "Provväntan"),
        StatusReport("P-1", date(2026, 3, 1), "done"),
    )
    html = shown(promise(1, "done", status_date=date(2026, 3, 1)), reports={"P-1": reports})
    assert "ej påbörjat (1 mars 2024). Provväntan" in html


def test_what_several_have_promised_as_one_says_so() -> None:
    html = shown(promise(1, party="Provverket, Testverket"))
    assert "gemensamt av flera parter (Provverket, Testverket)" in html


@pytest.mark.parametrize(("lang", "words"), [("sv", "inget åtagande"), ("en", "no commitment")])
def test_a_party_without_promises_says_so(lang: str, words: str) -> None:
    assert words in shown(lang=lang)


@pytest.mark.parametrize(
    ("lang", "name"), [("sv", "Samtliga kommuner"), ("en", "All municipalities")]
)
def test_all_municipalities_together_are_named_in_the_readers_language(
    lang: str, name: str
) -> None:
    every = Party("samtliga", EVERY_MUNICIPALITY, "municipality")
    html = shown(promise(1), lang=lang, party=every, parties=(every, AGENCY))
    assert f"|{name} i" in html
    assert ("Samtliga" in html) == (lang == "sv")


def test_parties_of_a_kind_that_came_by_data_are_named_as_it_says() -> None:
    region = OrganisationKind("region", 9, True, "region", "region", "regioner", "regions")
    party = Party("region-prov", "Region Prov", "region")
    html = shown(
        party=party,
        parties=(CITY, AGENCY, party),
        kinds=PARTY_KINDS | {"region": region},
    )
    assert "Part i klimatkontrakten · region|" in html
    assert html.index("|Regioner|") < html.index("|Myndigheter|") < html.index("|Kommuner|")
