"""Statistics are named by the year of their edition on pages, whatever their label says."""

from dataclasses import replace
from datetime import date

import pytest

from layouts.phrases.editions import about_edition, edition
from layouts.phrases.text import text
from layouts.restatements.pair import Pair
from layouts.restatements.words import edition as beside
from progress.emissions.series import ReleaseName
from tests.layouts.city_facts import RELEASE
from tests.layouts.reading import plain


@pytest.mark.parametrize(
    ("release", "sv", "en"),
    [
        (ReleaseName("smhi-co2e-2026", 2026), "statistiken från 2026", "the 2026 statistics"),
        (
            ReleaseName("smhi-co2e-2026-05-17", 2026),
            "statistiken från 2026",
            "the 2026 statistics",
        ),
        (ReleaseName("prov-2031", 2025), "statistiken från 2025", "the 2025 statistics"),
        (
            ReleaseName("own-1880-20260501"),
            "statistiken från own-1880-20260501",
            "the own-1880-20260501 statistics",
        ),
    ],
)
def test_an_edition_is_named_by_its_year_and_never_by_its_label(
    release: ReleaseName, sv: str, en: str
) -> None:
    assert (edition(release, text("sv")), edition(release, text("en"))) == (sv, en)


def test_the_way_to_an_edition_says_where_it_leads() -> None:
    link = about_edition(ReleaseName("smhi-co2e-2026", 2026), "sv")
    assert (link.children, link.attributes["href"]) == (
        "Om statistiken från 2026",
        "/sv/data/utgava/smhi-co2e-2026",
    )


def test_two_releases_of_one_edition_are_told_apart_by_their_days() -> None:
    spring = replace(RELEASE, label="prov-a", released=date(2024, 4, 18))
    autumn = replace(RELEASE, label="prov-b", released=date(2024, 10, 3))
    year_before = replace(RELEASE, edition=2023)
    t = text("sv")
    assert plain(beside(autumn, Pair(spring, autumn), t)) == "statistiken publicerad 3 oktober 2024"
    assert beside(autumn, Pair(year_before, autumn), t) == "statistiken från 2024"
