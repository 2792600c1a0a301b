"""Under the chart: what its figures count, and in which borders."""

from dataclasses import replace

import pytest

from layouts.city.about_figures import about_figures
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.phrases.text import text
from progress.emissions.events import Event, Way
from tests.layouts.city_facts import CODE, answers

SPLIT = Event(
    "borders",
    2003,
    CODE,
    (),
    None,
    "Nyby bröts ur kommunen",
    "Nyby was split off",
    "Nyby bröts ur 2003. Siffrorna gäller dagens gränser.",
    "Nyby was split off in 2003. The figures are within today's borders.",
    "SCB",
    "",
)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", "Nyby bröts ur 2003. Siffrorna gäller dagens gränser. (SCB)"),
        ("en", "Nyby was split off in 2003. The figures are within today's borders. (SCB)"),
    ],
)
def test_todays_borders_are_told_where_the_series_begins_before_them(lang: str, words: str) -> None:
    address = Address("city", lang, "provkoping")
    told = to_html(about_figures(address, replace(answers(), events=(SPLIT,)), text(lang)))
    assert words in told
    for other in (
        replace(SPLIT, year=1980),  # before the series
        replace(SPLIT, municipality_code=None),
        replace(SPLIT, sectors=("transport",), way=Way.UP),
    ):
        page = about_figures(address, replace(answers(), events=(other,)), text(lang))
        assert words not in to_html(page)
