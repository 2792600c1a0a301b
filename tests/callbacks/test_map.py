"""The map: the same in colours and in words, a way to every municipality, light enough."""

import csv
import itertools
import re
from html import unescape
from statistics import median

import brotli
import pytest
from flask.testing import FlaskClient

from callbacks.documents import own_styles
from tests.layouts.charts.contrast import contrast
from tests.layouts.reading import number, plain

INDICATORS = ("", "?nyckeltal=sedan-forsta-aret", "?nyckeltal=de-senaste-aren", "?nyckeltal=takt")
PLACE = re.compile(
    r'<a href="(?P<there>[^"]+)" tabindex="-1"><title>(?P<name>[^<]+): (?P<told>[^<]+)</title>'
    r'<path class="q(?P<number>\d)'
)
ROW = re.compile(
    r'<tr><th scope="row"><a href="(?P<there>[^"]+)">(?P<name>[^<]+)</a></th>'
    r"<td[^>]*>(?P<value>[^<]+)</td><td[^>]*>(?P<number>[^<]+)</td><td"
)


@pytest.mark.parametrize("query", INDICATORS)
def test_map_and_list_say_the_same_of_every_municipality(reader: FlaskClient, query: str) -> None:
    page = reader.get(f"/sv/karta{query}").text
    drawn = {one["there"]: one for one in PLACE.finditer(page)}
    listed = {one["there"]: one for one in ROW.finditer(page)}
    assert len(drawn) == len(listed) == 290
    for there, place in drawn.items():
        row = listed[there]
        assert place["name"] == row["name"]
        known = place["number"] != "0"
        assert row["number"] == (place["number"] if known else "–"), there
        assert not known or unescape(place["told"]).startswith(unescape(row["value"]))


@pytest.mark.parametrize(
    ("query", "rounded"), list(zip(INDICATORS, (0.05, 0.5, 0.5, 0.05), strict=True))
)
def test_what_the_map_shows_is_explored_with_the_same_values(
    reader: FlaskClient, query: str, rounded: float
) -> None:
    page = reader.get(f"/sv/karta{query}").text
    link = re.search(r'<a href="/sv/utforska\?([^"]+)"', page)
    assert link is not None
    there = f"/sv/utforska/diagram/rangordning.csv?{unescape(link[1])}"
    rows = list(csv.reader(reader.get(there).get_data().decode("utf-8-sig").splitlines()))
    explored = {row[0]: float(row[2]) for row in rows[1:] if row[2]}
    shown = {
        row["name"]: number(unescape(row["value"]))
        for row in ROW.finditer(page)
        if row["number"] != "–"
    }
    assert shown.keys() == explored.keys()
    assert shown == {name: pytest.approx(value, abs=rounded) for name, value in explored.items()}


def test_half_of_the_municipalities_lie_on_either_side_of_what_the_lead_says(
    reader: FlaskClient,
) -> None:
    page = reader.get("/sv/karta").text
    values = [number(unescape(row["value"])) for row in ROW.finditer(page) if row["number"] != "–"]
    lead = plain(page.partition('class="lead">')[2].partition("</p>")[0])
    assert number(lead.partition("lägre än")[2]) == round(median(values), 1)
    assert number(lead.partition("Lägst var de")[2].partition(",")[2]) == min(values)
    assert number(lead.partition("högst")[2].partition(",")[2]) == max(values)


def test_the_places_round_the_capital_are_drawn_again_large_enough_to_touch(
    reader: FlaskClient,
) -> None:
    page = reader.get("/sv/karta").text
    main, _, rest = page.partition('class="map map-inset" viewBox="')
    left, top, width, height = (float(one) for one in rest.partition('"')[0].split())
    again = re.findall(
        r'<a href="[^"]+" tabindex="-1"><title>[^<]+</title><use href="#(\w+)"', rest
    )
    assert len(again) == len(set(again)) == 26
    for name in again:
        assert f'id="{name}" d="' in main
    phone = 358.0
    box = re.search(r'id="k0183" d="M(\d+) (\d+)l([^"z]+)z', main)  # Sundbyberg, the smallest
    assert box is not None
    steps = [int(one) for one in re.findall(r"-?\d+", box[3])]
    for begin, moved, edge, size in (
        (int(box[1]), steps[::2], left, width),
        (int(box[2]), steps[1::2], top, height),
    ):
        at = [begin, *itertools.accumulate(moved, initial=begin)]
        assert edge < min(at) < max(at) < edge + size
        assert (max(at) - min(at)) * phone / width >= 24


def test_missing_is_said_in_words_on_map_legend_and_list(reader: FlaskClient) -> None:
    page = reader.get("/sv/karta?nyckeltal=takt&utgava=smhi-co2-2025").text
    assert "Den här statistiken har inga uppgifter" in page
    assert "Uppgift saknas (290 kommuner)" in page
    assert {one["number"] for one in PLACE.finditer(page)} == {"0"}


def test_the_legend_tells_each_class_in_words_with_its_span(reader: FlaskClient) -> None:
    legend = reader.get("/sv/karta").text.partition('class="map-legend"')[2].partition("</ul>")[0]
    said = re.findall(r"<span>([^<]+)</span>", legend)
    assert len(said) == 5
    assert all(re.search(r"\d till .*ton per person \(\d+ kommuner\)", one) for one in said)
    assert said[0].startswith("1, lägsta femtedelen")


@pytest.mark.parametrize(
    ("query", "falling"),
    [("sortera=varde", False), ("sortera=varde&ordning=fallande", True)],
)
def test_the_list_is_sorted_as_the_address_says(
    reader: FlaskClient, query: str, falling: bool
) -> None:
    page = reader.get(f"/sv/karta?{query}").text
    values = [
        float(one["value"].replace(",", ".").replace("\u00a0", "")) for one in ROW.finditer(page)
    ]
    assert values == sorted(values, reverse=falling)
    assert f'aria-sort="{"descending" if falling else "ascending"}"' in page


def test_names_are_in_swedish_order(reader: FlaskClient) -> None:
    names = [one["name"] for one in ROW.finditer(reader.get("/sv/karta").text)]
    assert names[0] == "Ale"
    assert names[-1] == "Övertorneå"


def test_a_year_that_the_release_lacks_is_told(reader: FlaskClient) -> None:
    response = reader.get("/sv/karta?ar=2017")
    assert response.status_code == 200
    assert "Statistiken har inget värde för ”2017”" in response.text
    assert "Ton per person 2024" in response.text


def test_who_does_not_use_a_pointer_meets_the_list_only(reader: FlaskClient) -> None:
    page = reader.get("/sv/karta").text
    drawing = page.partition('<svg class="map"')[2].partition("</svg>")[0]
    assert 'aria-hidden="true"' in drawing.partition(">")[0]
    assert drawing.count("<a ") == drawing.count('tabindex="-1"') == 290


def test_the_map_is_light(reader: FlaskClient) -> None:
    page = reader.get("/sv/karta").text
    drawing = page.partition('<svg class="map"')[2].partition("</svg>")[0]
    assert len(brotli.compress(drawing.encode(), quality=5)) < 25_000
    assert len(brotli.compress(page.encode(), quality=5)) < 45_000


@pytest.mark.parametrize("dark", [False, True])
def test_classes_differ_in_lightness_alone_and_evenly(dark: bool) -> None:
    light_steps, dark_steps = re.findall(r":root\{([^}]*)\}", own_styles("map.css"))
    steps = re.findall(r"--q\d: ?(#\w{6})", dark_steps if dark else light_steps)
    assert len(steps) == 5
    ground = "#131c19" if dark else "#ffffff"
    away = [contrast(step, ground) for step in steps]
    assert away == sorted(away)
    assert all(contrast(one, other) >= 1.4 for one, other in itertools.pairwise(steps))


def test_the_overview_leads_to_the_map_and_the_map_to_the_other_language(
    reader: FlaskClient,
) -> None:
    assert 'href="/sv/karta"' in reader.get("/sv/").text
    page = reader.get("/sv/karta?nyckeltal=takt&sortera=varde").text
    assert 'href="/en/map?sort=value&amp;indicator=pace"' in page


@pytest.mark.parametrize("query", INDICATORS)
def test_the_spans_of_the_classes_do_not_overlap_as_they_are_written(
    reader: FlaskClient, query: str
) -> None:
    legend = reader.get(f"/sv/karta{query}").text.partition('class="map-legend"')[2]
    said = [unescape(one) for one in re.findall(r"<span>([^<]+)</span>", legend)]
    spans = []
    for words in said:
        numbers = words.partition(": ")[2].replace("\u00a0", "").replace("\u2212", "-")
        ends = re.match(r"([+-]?[\d,]+)\D*?(?: till ([+-]?[\d,]+))?(?!\d)", numbers)
        if ends is not None and "saknas" not in words:
            low = float(ends[1].replace(",", "."))
            spans.append((low, float((ends[2] or ends[1]).replace(",", "."))))
    assert len(spans) == 5
    assert all(one[1] < other[0] for one, other in itertools.pairwise(spans)), spans


def test_one_link_leads_past_the_list(reader: FlaskClient) -> None:
    page = reader.get("/sv/karta").text
    way, rows = page.index('href="#after-list"'), page.index("<tbody>")
    assert way < rows < page.index('id="after-list"')
