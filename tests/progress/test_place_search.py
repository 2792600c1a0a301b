"""What readers type leads to the municipality they mean, and to no other."""

import unicodedata
from operator import itemgetter

import pytest

from progress.place_search import Places, plain
from progress.records import Municipality


def place(code: str, name: str, slug: str) -> Municipality:
    return Municipality(code, name, slug, code[:2], "Provlän")


HABO, HABO_UPPSALA = place("0643", "Habo", "habo"), place("0305", "Håbo", "habo-0305")
OREBRO, MALMO = place("1880", "Örebro", "orebro"), place("1280", "Malmö", "malmo")
GOTEBORG, GOTLAND = place("1480", "Göteborg", "goteborg"), place("0980", "Gotland", "gotland")
BRO, BORAS = place("0139", "Upplands-Bro", "upplands-bro"), place("1490", "Borås", "boras")
PLACES = Places(
    (HABO, HABO_UPPSALA, OREBRO, MALMO, GOTEBORG, GOTLAND, BRO, BORAS),
    {"Gbg stad": "1480", "Nowhere": "9999"},
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Örebro kommun", OREBRO),
        ("OREBRO", OREBRO),
        ("  örebro  ", OREBRO),
        ("Oerebro", OREBRO),
        ("1880", OREBRO),
        (unicodedata.normalize("NFD", "Örebro"), OREBRO),
        ("Malmö stad", MALMO),
        ("City of Malmö", MALMO),
        ("Region Gotland", GOTLAND),
        ("Gothenburg", GOTEBORG),
        ("Göteborgs stad", GOTEBORG),
        ("gbg", GOTEBORG),
        ("Borås Stad", BORAS),
        ("upplands bro", BRO),
        ("Upplandsbro", BRO),
        ("Håbo", HABO_UPPSALA),
        (unicodedata.normalize("NFD", "Håbo kommun"), HABO_UPPSALA),
    ],
)
def test_what_is_typed_names_one_municipality(words: str, meant: Municipality) -> None:
    assert PLACES.exact(words) == (meant,)
    assert PLACES.search(words)[0] == meant


def test_a_name_without_its_accents_may_mean_either() -> None:
    assert set(PLACES.exact("habo")) == {HABO, HABO_UPPSALA}
    assert PLACES.search("Håbo") == (HABO_UPPSALA, HABO)


@pytest.mark.parametrize("words", ["", " ", "-", "Nowhere", "kommun", "9999", "ö"])
def test_words_that_name_nothing_are_no_match(words: str) -> None:
    assert PLACES.exact(words) == ()


def test_parts_of_names_are_found_after_whole_ones() -> None:
    assert PLACES.search("got") == (GOTEBORG, GOTLAND)
    assert PLACES.search("bro") == (OREBRO, BRO)


@pytest.mark.parametrize("words", ["ör", "bo", "o", "rebro", "oreb", "ab", "ås", "brom"])
def test_names_that_begin_with_the_words_come_before_those_that_hold_them(words: str) -> None:
    sought = plain(words)
    names = sorted(((plain(one.name), one) for one in PLACES.municipalities), key=itemgetter(0))
    begin = [one for name, one in names if name.startswith(sought)]
    hold = [one for name, one in names if sought in name]
    expected = [] if len(sought) < 2 else list(dict.fromkeys((*begin, *hold)))
    assert list(PLACES.search(words)) == expected


def test_a_misspelt_name_is_guessed() -> None:
    assert PLACES.search("Göteburg") == ()
    assert PLACES.alike("Göteburg")[0] == GOTEBORG
    assert PLACES.alike("xyzzy") == ()


def test_places_that_differ_by_an_accent_know_each_other() -> None:
    assert PLACES.namesakes(HABO) == (HABO_UPPSALA,)
    assert PLACES.namesakes(HABO_UPPSALA) == (HABO,)
    assert PLACES.namesakes(OREBRO) == ()
