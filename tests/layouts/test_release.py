"""From a figure to its origin in one click: a release's page, and the ways that lead to it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from layouts import release
from layouts.charts.block import chart_block
from layouts.charts.description import TimeChart
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_table, release_title
from layouts.phrases.text import text
from layouts.release import ReleaseAnswers
from progress.corrections import Action, Correction, FieldChange
from progress.emissions.series import ReleaseName
from progress.records import Release, Source
from tests.layouts.charts.made_up_charts import time_chart

SOURCE = Source("prov", "Provade siffror", "Provverket", "CC0 1.0", "https://prov.example/fil")
ONE = Release(
    "prov-co2e-2.1",
    "emissions",
    "Prov",
    SOURCE,
    None,
    datetime(2026, 5, 1, tzinfo=UTC),
    "prov.csv",
    "ab" * 32,
    12,
    gas="co2e",
    scope="territorial",
    year_first=1990,
    year_last=2023,
    unit="tonnes",
)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_releases_page_tells_publisher_licence_file_and_days(lang: str) -> None:
    address = Address("release", lang, slug=ONE.label)
    shown = release.page(address, ReleaseAnswers(ONE, ()))
    page = to_html(shown.body)
    for told in (ONE.label, "Provverket", "CC0 1.0", "prov.csv", ONE.sha256, "2026"):
        assert told in page
    assert 'href="https://prov.example/fil"' in page
    assert f'href="/data/emissions/{ONE.label}.csv"' in page
    assert (
        shown.structured_data[0]["license"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    )


def test_a_release_that_was_corrected_says_so_with_its_history() -> None:
    address = Address("release", "sv", slug=ONE.label)
    assert "Rättad" not in to_html(release.page(address, ReleaseAnswers(ONE, ())).body)
    made = Correction(
        1,
        datetime(2026, 11, 30, 12, tzinfo=UTC),
        Action.CORRECT,
        "releases",
        ONE.label,
        None,
        "Prov",
        "fel dag i rubriken",
        ONE.label,
        date(2026, 11, 30),
        (FieldChange("released", "2026-01-02", "2026-02-01"),),
    )
    page = to_html(release.page(address, ReleaseAnswers(ONE, (), (made,))).body)
    page = page.replace("\u00a0", " ")
    assert "Rättad 30 november 2026: fel dag i rubriken." in page
    assert "2026-01-02" in page
    assert "2026-02-01" in page


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_table_of_releases_leads_to_each(lang: str) -> None:
    page = to_html(release_table("Prov", [ONE], text(lang)))
    assert f'href="{href(Address("release", lang, slug=ONE.label))}"' in page


def test_a_chart_leads_to_the_releases_that_it_shows() -> None:
    shown = time_chart()
    chart = TimeChart(
        shown.chart_id,
        shown.title,
        "sv",
        shown.message,
        shown.panels,
        source="Källa: Provverket.",
        releases=(ReleaseName("prov-1", 2025), ReleaseName("prov-2")),
    )
    page = to_html(chart_block(chart))
    assert "Källa: Provverket." in page
    for label in ("prov-1", "prov-2"):
        assert f'href="/sv/data/utgava/{label}"' in page


def test_a_chart_of_many_sources_leads_to_all_of_them() -> None:
    shown = time_chart()
    chart = TimeChart(
        shown.chart_id, shown.title, "en", shown.message, shown.panels, source="Source: many."
    )
    assert 'href="/en/data#releases"' in to_html(chart_block(chart))


def test_an_english_title_names_the_publisher_without_by_whose_way_its_figures_came() -> None:
    """A source line names both already: twice over it is longer than a projector's row."""
    by_way = replace(ONE, edition=2025, source=replace(SOURCE, publisher="Prov, by way of Test"))
    assert release_title(by_way, text("en")) == "Emissions of greenhouse gases, Prov, release 2025"
