"""The board of all municipalities: what its views say is what the store's rows come to."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from pptx import Presentation
from sqlalchemy import Connection

from callbacks.bindings.explore import answers_of
from data_access import questions
from data_access.engine import open_store
from layouts.boards import explore
from layouts.boards.board import DESK
from layouts.charts.axes import ends_of, shares
from layouts.charts.description import LinePanel, TimeChart
from layouts.charts.dot_names import NARROW_ROOM, ROOM, names_beside
from layouts.charts.points import AreaMap, ScatterChart
from layouts.charts.svg import chart_svg
from layouts.links.addresses import href, parse
from progress.goals.goal import YARDSTICK_ID
from progress.money.kinds import Allocation
from progress.phrases.words import badge
from progress.statistics import quantile
from tests.callbacks.boards.test_city_board import components, prefix_of
from tests.layouts.reading import number

PATH = "/sv/utforska"
NEWEST = "smhi-co2e-2026"


@pytest.fixture(scope="module")
def seeded(seeded_file: Path) -> Iterator[Connection]:
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        yield conn
    engine.dispose()


def view_of(conn: Connection, query: str = "") -> explore.View:
    parsed = parse(PATH, query)
    assert parsed is not None
    answered = answers_of(conn, parsed.address)
    assert answered is not None
    return explore.View(*answered)


def ranked(view: explore.View) -> dict[str, float | None]:
    """Municipality → value, as the view of the order has it."""
    chart = explore.charts(view)["rangordning"]
    assert isinstance(chart, ScatterChart)
    return {dot.label: dot.y for dot in chart.dots}


def _contract_cities(view: explore.View) -> int:
    return sum(place.is_contract_city for place in view.answers.municipalities)


def test_emissions_per_person_are_tonnes_of_the_release_by_inhabitants_of_the_year(
    seeded: Connection,
) -> None:
    view = view_of(seeded)
    tonnes = questions.totals_of_year(seeded, NEWEST, view.year)
    people = questions.populations(seeded, view.year)
    expected = {
        place.name: pytest.approx(tonnes[place.code].value / people[place.code])
        for place in questions.municipalities(seeded)
    }
    assert ranked(view) == expected
    assert len(expected) == 290
    areas = explore.charts(view)["karta"]
    assert isinstance(areas, AreaMap)
    assert {area.label: area.value for area in areas.areas} == expected


def test_the_sentence_and_the_line_over_time_tell_the_median_and_the_quartiles(
    seeded: Connection,
) -> None:
    view = view_of(seeded, "grupp=kontraktsstader")
    values = sorted(value for value in ranked(view).values() if value is not None)
    expected = [quantile(values, share) for share in (0.5, 0.25, 0.75)]
    ends = [values[-1], values[0]]
    said = re.findall(r"\d+,\d\d", str(explore.texts(view)["sentence"]))
    assert [number(each) for each in said] == [round(each, 2) for each in (*expected, *ends)]
    chart = explore.charts(view)["over-tid"]
    assert isinstance(chart, TimeChart)
    (line,) = chart.panels[0].lines  # type: ignore[union-attr]
    last = line.marks[-1]
    assert [last.value, last.low, last.high] == pytest.approx(expected)
    assert (last.year, len(values)) == (view.year, _contract_cities(view))


def test_grants_per_inhabitant_are_those_to_the_city_itself_and_unknown_elsewhere(
    seeded: Connection,
) -> None:
    view = view_of(seeded, "y=bidrag-per-invanare")
    known = {name: value for name, value in ranked(view).items() if value is not None}
    cities = {p.name: p.code for p in view.answers.municipalities if p.is_contract_city}
    assert known.keys() <= cities.keys()
    people = questions.populations(seeded, view.year)
    rows = [
        row
        for row in questions.grants(seeded, cities["Borlänge"])
        if row.allocation == Allocation.OWN and row.amount_kind == "granted" and row.amount
    ]
    in_kronor = [row for row in rows if row.currency == "SEK"]
    if rows and len(in_kronor) == len(rows):
        total = float(sum(row.amount for row in rows if row.amount))
        assert known["Borlänge"] == pytest.approx(total / people[cities["Borlänge"]], rel=0.01)
    message = explore.charts(view)["rangordning"].message
    assert str(290 - len(known)) in message


def test_groups_hold_their_members_alone(seeded: Connection) -> None:
    contract = view_of(seeded, "grupp=kontraktsstader")
    assert len(ranked(contract)) == _contract_cities(contract)
    similar = view_of(seeded, "grupp=liknande&kommun=2081")
    assert len(ranked(similar)) == 13
    assert "Borlänge" in ranked(similar)
    assert "inkomster" in str(explore.texts(similar)["sentence"])


def test_limits_mark_who_lies_between_them_and_no_one_else(seeded: Connection) -> None:
    view = view_of(seeded, "y-fran=20&y-till=40")
    inside = {name for name, value in ranked(view).items() if value and 20 <= value <= 40}
    marked = {
        view.places[code].name
        for code, on in zip(view.cube.codes, view.marked.tolist(), strict=True)
        if on
    }
    assert marked == inside != set()
    scatter = explore.charts(view)["spridning"]
    assert isinstance(scatter, ScatterChart)
    assert {dot.label for dot in scatter.dots if not dot.faded} == inside
    assert explore.series(view)["marked"] == [
        f"kommun:{code}" for code in view.cube.codes if view.places[code].name in inside
    ]


def test_a_waterfall_goes_from_one_sum_of_the_release_to_the_other(seeded: Connection) -> None:
    view = view_of(seeded, "kommun=2081&kommun=1880&basar=2015")
    chart = explore.why_chart(view)
    assert chart is not None
    first, *steps, last = chart.rows
    sums = questions.sector_sums(seeded, NEWEST, ("2081", "1880"))
    late = {start.sector for start in questions.late_sectors(seeded, NEWEST)}
    counted = [sector for sector in sums[2015] if sector not in late]
    assert first.low == pytest.approx(sum(sums[2015][sector] for sector in counted))
    assert last.low == pytest.approx(sum(sums[view.year][sector] for sector in counted))
    assert sorted(step.change or 0.0 for step in steps) == pytest.approx(
        sorted(sums[view.year][sector] - sums[2015][sector] for sector in counted)
    )
    assert "Örebro" in chart.title


def test_of_nothing_no_share_is_told(seeded: Connection) -> None:
    """A place whose sum of the base year is nought."""
    view = view_of(seeded, "kommun=1880")
    cube = replace(view.cube, tonnes=view.cube.tonnes * 0)
    bare = explore.View(view.address, replace(view.answers, cube=cube))
    assert explore.why_chart(bare) is None


def test_time_begins_with_the_first_year_that_has_a_value(seeded: Connection) -> None:
    view = view_of(seeded, "y=gjort")
    chart = explore.charts(view)["over-tid"]
    assert isinstance(chart, TimeChart)
    assert chart.years == (view.y.years[0], view.y.years[-1])
    assert chart.years[0] > view.cube.observed[0]


def test_a_chosen_municipality_has_its_line_and_a_way_to_let_it_go(reader: FlaskClient) -> None:
    page = reader.get(f"{PATH}?kommun=2081&kommun=1880").text
    assert 'href="/sv/utforska?kommun=1880"' in page
    assert "Vad som ändrade utsläppen 2015–2024: Örebro och Borlänge" in page
    assert "Så citerar du: Utsläpp per person mot förändring sedan 2015" in page


@pytest.mark.parametrize(
    "query",
    [
        *(f"y={name}" for name in ("ton", "andel", "gjort", "planens-tackning", "folkmangd")),
        "y=kravs-minus-gjort&x=gjort&log-x=ja&log-y=ja",
        "y=new-cars-electric&x=charge-points-per-1000",
        *("ar=1990", "ar=1991", "sektor=utrikes-transporter&y=index", "basar=1990"),
        *("grupp=egna", "grupp=lan&lan=25", "grupp=lan&lan=99", "grupp=storlek"),
        *("kommun=9999", "y-fran=abc", "y-fran=9&y-till=1", "farg=storsta-sektor&yta=ton"),
        *("utgava=smhi-co2-2023&sektor=jordbruk", "utgava=nej", "x=y&y=x&ar=2100"),
        *("grupp=lan&lan=25&farg=storlek", "belopp=sokt&y=bidrag-per-invanare"),
    ],
)
def test_whatever_is_chosen_is_drawn(seeded: Connection, query: str) -> None:
    view = view_of(seeded, query)
    for chart in explore.charts(view).values():
        assert "nan" not in f"{chart.title} {chart.message}"
        assert explore.figure(chart, DESK)["layout"]
    assert explore.texts(view)["sentence"]


def test_the_document_has_all_views_and_dash_the_same_controls(
    reader: FlaskClient, seeded: Connection
) -> None:
    document = reader.get(PATH).text
    drawn = chart_svg(explore.charts(view_of(seeded))["karta"])
    outlines = re.findall('d="([^"]*)" class="area step-', drawn)
    assert len(outlines) == 290
    for outline in outlines:  # of each municipality, wide and narrow
        assert document.count(outline) == 2
    layout = reader.get(prefix_of(document) + "_dash-layout").get_json()
    graphs = components(layout, "Graph")
    assert len(graphs) == 4
    assert all("geo" not in trace["type"] for g in graphs for trace in g["figure"]["data"])
    names = {
        each["id"]["control"]
        for kind in ("Select", "Input", "Checklist")
        for each in components(layout, kind)
    }
    assert names == {unquote(name) for name in re.findall(r'name="([^"]+)"', document)} & names
    assert len(names) == 20


def test_the_file_of_a_view_holds_what_the_view_does(
    reader: FlaskClient, seeded: Connection
) -> None:
    view = view_of(seeded, "grupp=kontraktsstader&y=gjort")
    there = href(view.address).replace("utforska", "utforska/diagram/rangordning.csv")
    rows = list(csv.DictReader(io.StringIO(reader.get(there).get_data().decode("utf-8-sig"))))
    head = next(name for name in rows[0] if name.startswith("Gjord minskning"))
    assert {row["Kommun"]: float(row[head]) for row in rows} == pytest.approx(
        ranked(view), abs=1e-6
    )


def test_the_slide_of_a_view_has_its_dots_with_their_values(
    reader: FlaskClient, seeded: Connection
) -> None:
    view = view_of(seeded, "grupp=kontraktsstader&y=gjort")
    there = href(view.address).replace("utforska", "utforska/diagram/{}.pptx")
    slides = Presentation(io.BytesIO(reader.get(there.format("rangordning")).data)).slides
    (chart,) = (shape.chart for shape in slides[1].shapes if shape.has_chart)
    values = [value for series in chart.plots[0].series for value in series.values]
    known = [value for value in ranked(view).values() if value is not None]
    assert sorted(values) == pytest.approx(sorted(known))
    slides = Presentation(io.BytesIO(reader.get(there.format("karta")).data)).slides
    (picture,) = (shape.image for shape in slides[1].shapes if hasattr(shape, "image"))
    assert picture.content_type == "image/png"


def test_the_colour_of_a_verdict_tells_its_doubt(seeded: Connection) -> None:
    view = view_of(seeded, "farg=bedomning")
    expected = {
        view.places[verdict.goal.municipality_code].name: badge(verdict, "sv")
        for verdict in questions.verdicts(seeded, release=NEWEST)
        if verdict.goal.goal_id == YARDSTICK_ID
    }
    chart = explore.charts(view)["spridning"]
    assert isinstance(chart, ScatterChart)
    words = dict(chart.classes)
    assert {dot.label: dot.note or words[dot.tone] for dot in chart.dots} == expected
    assert "Vägledande: nås, osäkert" in {dot.note for dot in chart.dots}
    assert {"Nås", "Nås, osäkert", "Nås inte", "Nås inte, osäkert"} <= set(words.values())
    assert "jämförelsemålet" in chart.class_head


@pytest.mark.parametrize("room", [ROOM, NARROW_ROOM])
def test_no_two_names_in_a_scatter_lie_upon_each_other(
    seeded: Connection, room: tuple[float, float]
) -> None:
    view = view_of(seeded, "grupp=liknande&kommun=2081&y=gjort")
    for name in ("spridning", "rangordning"):
        chart = explore.charts(view)[name]
        assert isinstance(chart, ScatterChart)
        ends = ends_of(chart)
        boxes = []
        for dot, side in names_beside(chart, ends, room).items():
            across, up = shares(dot, chart, ends)
            x, y, wide = across * room[0], up * room[1], 7 * len(dot.label)
            boxes.append((x if side == "right" else x - wide, y, wide))
        assert len(boxes) >= 5
        for box, other in combinations(boxes, 2):
            apart = box[0] + box[2] <= other[0] or other[0] + other[2] <= box[0]
            assert apart or abs(box[1] - other[1]) >= 13.9


def test_small_multiples_are_the_first_of_the_group_on_one_scale_with_its_median(
    seeded: Connection,
) -> None:
    view = view_of(seeded, "grupp=kontraktsstader&y=index")
    chart = explore.multiples_chart(view)
    assert chart is not None
    common, *panels = [panel for panel in chart.panels if isinstance(panel, LinePanel)]
    order = sorted(ranked(view).items(), key=lambda pair: -(pair[1] or 0.0))
    assert [panel.title for panel in panels] == [name for name, _ in order[:24]]
    last = {panel.title: panel.lines[0].marks[-1].value for panel in panels}
    assert last == {name: pytest.approx(value) for name, value in order[:24]}
    values = sorted(value for value in ranked(view).values() if value is not None)
    assert common.lines[0].marks[-1].value == pytest.approx(quantile(values, 0.5))
    drawn = chart_svg(chart)
    assert drawn.count('class="ln thin t8"') == drawn.count('class="head"') == 24
    fell = sum(panel.lines[0].marks[-1].value < panel.lines[0].marks[0].value for panel in panels)
    assert f"De 24 med högst värde av 28: {fell} av dem" in chart.message
    one = explore.multiples_chart(view_of(seeded, "kommun=2081"))
    assert one is not None
    assert [panel.title for panel in one.panels[1:]] == ["Borlänge"]


def test_an_axis_is_cut_where_a_few_lie_far_out_and_says_so(seeded: Connection) -> None:
    view = view_of(seeded)
    chart = explore.charts(view)["spridning"]
    assert isinstance(chart, ScatterChart)
    assert chart.x.cut is not None
    assert chart.y.cut is None, "an axis of powers has room for all"
    values = sorted(dot.x for dot in chart.dots if dot.x is not None)
    lower, upper = quantile(values, 0.25), quantile(values, 0.75)
    assert chart.x.cut == pytest.approx((6 * lower - 5 * upper, 6 * upper - 5 * lower))
    outside = [value for value in values if not chart.x.cut[0] <= value <= chart.x.cut[1]]
    words = f"{len(outside)} ligger utanför axlarna"
    assert words in chart.message
    assert words in str(explore.texts(view)["sentence"])
    drawn = explore.figure(chart, DESK)
    symbols = drawn["data"][0]["marker"]["symbol"]
    assert sum(each.startswith("triangle-") for each in symbols) == len(outside) > 0
    assert max(drawn["data"][0]["x"]) == pytest.approx(chart.x.cut[1])
    assert "Stockholm" not in {dot.label for dot in chart.dots if dot.x in outside}
    on_phone = explore.figure(chart, replace(DESK, narrow=True))
    foots = [made["layout"]["annotations"][1]["text"] for made in (drawn, on_phone)]
    assert foots == [chart.x.head, chart.x.measure.axis], "the whole head has no room on a phone"


def test_thousands_of_places_are_drawn_by_how_close_they_lie(
    seeded: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("layouts.boards.explore.answers.MOST_DOTS", 200)
    view = view_of(seeded)
    drawn = explore.charts(view)
    scatter, areas = drawn["spridning"], drawn["karta"]
    assert isinstance(scatter, ScatterChart)
    assert isinstance(areas, AreaMap)
    assert sum(dot.size or 0 for dot in scatter.dots) == 290
    assert len(scatter.dots) < 200
    assert scatter.dots[0].label == f"{scatter.dots[0].size:.0f} kommuner"
    assert explore.series(view)["lines"] == {}
    assert explore.figure(areas, DESK)["data"][0]["customdata"] == []
