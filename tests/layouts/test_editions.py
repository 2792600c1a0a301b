"""Statistics are named by their year on pages, not by the label in addresses."""

import pytest

from layouts.editions import about_edition, edition
from layouts.text import text


@pytest.mark.parametrize(
    ("label", "sv", "en"),
    [
        ("smhi-co2e-2026", "statistiken från 2026", "the 2026 statistics"),
        (
            "own-1880-20260501",
            "statistiken från own-1880-20260501",
            "the own-1880-20260501 statistics",
        ),
    ],
)
def test_an_edition_is_named_by_the_year_in_its_label_alone(label: str, sv: str, en: str) -> None:
    assert (edition(label, text("sv")), edition(label, text("en"))) == (sv, en)


def test_the_way_to_an_edition_says_where_it_leads() -> None:
    link = about_edition("smhi-co2e-2026", "sv")
    assert (link.children, link.attributes["href"]) == (
        "Om statistiken från 2026",
        "/sv/data/utgava/smhi-co2e-2026",
    )
