"""Rows, years and check sums of the pages on data, in both languages, read from the files."""

import hashlib
import re

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import cells, numbers, part, shown, words
from tests.layouts.reading import figures
from tests.seed_figures import SEED, lines, totals

LABELS = {row["label"]: row for row in lines("releases.csv")}
RELEASE = {"sv": "/sv/data/utgava/{}", "en": "/en/data/release/{}"}


def years_of(label: str) -> set[int]:
    rows = lines(LABELS[label]["file"])
    return {int(row["year"]) for row in rows if row.get("year")}


def sum_of(label: str) -> str:
    return hashlib.sha256((SEED / LABELS[label]["file"]).read_bytes()).hexdigest()


def covers(told: str) -> set[int]:
    return {int(one) for one in re.findall(r"\d{4}", told)}


def test_each_file_has_its_rows_years_and_check_sum(reader: FlaskClient, lang: str) -> None:
    section = part(shown(reader, f"/{lang}/data"), "releases")
    caption = re.search(r"<caption[^>]*>([^<]*)", section)
    assert caption is not None
    rows = cells(section, caption[1].strip(), lang)
    counts = {label: sum(1 for _ in lines(row["file"])) for label, row in LABELS.items()}
    lead = words(section.partition("<p>")[2].partition("</p>")[0], lang)
    assert numbers(lead)[:2] == [len(LABELS), sum(counts.values())]
    assert {row[0].rpartition(" ")[2] for row in rows} == LABELS.keys()
    for name, years, _, _, number_, file in rows:
        label = name.rpartition(" ")[2]
        assert numbers(number_) == [counts[label]]
        assert file.split(" ")[-1].rstrip("…") == sum_of(label)[:12]
        known = years_of(label)
        if known and label != "events-2026":
            assert covers(years) == {min(known), max(known)}, label


@pytest.mark.parametrize("label", ["smhi-co2e-2026", "city-goals-2024", "smhi-co2-2023"])
def test_a_releases_page_tells_the_rows_and_the_sum_of_its_file(
    reader: FlaskClient, label: str, lang: str
) -> None:
    html = shown(reader, RELEASE[lang].format(label))
    number_ = sum(1 for _ in lines(LABELS[label]["file"]))
    lead = words(html.partition('class="lead">')[2].partition("</p>")[0], lang)
    assert number_ in numbers(lead)
    own = figures(part(html, "origin"))
    rows = own[("Rader", "Rows")[lang == "en"]][0]
    assert numbers(words(rows, lang)) == [number_]
    if LABELS[label]["kind"] == "emissions":
        known = years_of(label)
        assert covers(own[("Täcker", "Covers")[lang == "en"]][0]) == {min(known), max(known)}
    assert sum_of(label) in part(html, "check")


def test_the_countrys_own_figure_is_as_much_higher_as_the_notes_say(
    reader: FlaskClient, lang: str
) -> None:
    section = words(part(shown(reader, f"/{lang}/data"), "caveats"), lang)
    told = re.search(r"([\d,]+)–([\d,]+) (?:miljoner|million)", section)
    assert told is not None
    low, high = (1e6 * numbers(one)[0] for one in told.groups())
    newest = "smhi-co2e-2026"
    published: dict[int, float] = {}
    for row in lines("national_emissions.csv"):
        if row["release"] == newest:
            year = int(row["year"])
            published[year] = published.get(year, 0.0) + float(row["tonnes"])
    for year in (2015, 2020, 2021, 2022, 2023, 2024):
        added = sum(tonnes for (_, of), tonnes in totals(newest).items() if of == year)
        assert low - 50_000 <= published[year] - added <= high + 50_000, year


def test_every_source_is_listed(reader: FlaskClient, lang: str) -> None:
    section = part(shown(reader, f"/{lang}/data"), "all-sources")
    caption = re.search(r"<caption[^>]*>([^<]*)", section)
    assert caption is not None
    known = list(lines("sources.csv"))
    assert len(cells(section, caption[1].strip(), lang)) == len(known)
    heading = re.search(r"<summary>(.*?)</summary>", section)
    assert heading is not None
    assert numbers(words(heading[1], lang)) == [len(known)]
