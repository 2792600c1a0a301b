"""Municipalities in publishers' spellings: found exactly, or not at all."""

import pytest

from data_access.imports.publishers.places import names_in, places_of

PLACES = places_of(
    {
        "Falun": "2080",
        "Falu": "2080",
        "Gotland": "0980",
        "Region Gotland": "0980",
        "Upplands Väsby": "0114",
        "Upplands-Bro": "0139",
        "Borås": "1490",
        "Malmö": "1280",
        "Habo": "0643",
        "Håbo": "0305",
        "Kalmar": "0880",
    }
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Falu kommun", "2080"),
        ("FALU KOMMUN", "2080"),
        ("Falu", "2080"),
        ("UpplandsVäsby", "0114"),
        ("Upplands-Väsby", "0114"),
        ("UPPLANDS BRO", "0139"),
        ("Region Gotland", "0980"),
        ("Gotlands kommun", "0980"),
        ("Borås stad", "1490"),
        ("MALMO STAD", "1280"),
        ("Kalmars kommun", "0880"),
        ("Municipality of Kalmar", "0880"),
        ("Håbo kommun", "0305"),
        ("Habo", "0643"),
        ("Storstad", None),
        ("Region Skåne", None),
    ],
)
def test_a_place_is_known_in_its_spellings(name: str, code: str | None) -> None:
    assert PLACES.place(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Malmö stad", "1280"),
        ("Region Gotland", "0980"),
        ("Malmö", None),
        ("Kalmar Energi AB", None),
        ("Malmö stads parkerings AB", None),
        ("Föreningen Falu kommuns vänner", None),
    ],
)
def test_a_company_is_not_its_municipality(name: str, code: str | None) -> None:
    assert PLACES.organisation(name) == code


def test_names_in_a_cell_are_parted_however_they_are_parted() -> None:
    assert names_in("Falun, Borås;Malmö|Falun") == ("Falun", "Borås", "Malmö")
    assert names_in("") == ()
