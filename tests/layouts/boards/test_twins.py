"""The static twin of a board's tree: a form that asks for the same address, and drawings."""

from html.parser import HTMLParser

import dash_bootstrap_components as dbc
import pytest
from dash import dcc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.board import Height, Look, graph
from layouts.boards.controls import select, switch
from layouts.boards.parts import CountedChoice, CountedList, Parts
from layouts.boards.region import Region
from layouts.boards.twins import NOTHING, TWINS, static
from layouts.html.forms import Choice
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from tests.layouts.charts.made_up_charts import stack

HERE = Address("city_board", "sv", "provkoping").with_query(gas="co2")


class Elements(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.found if found == tag]


def written(tree: object) -> Elements:
    return Elements(to_html(static(tree, HERE, {})))


def test_a_select_is_a_field_of_the_same_name_with_the_same_choice() -> None:
    tree = select("b", HERE, "gas", "Gas", [Choice("", "CO2e"), Choice("co2", "CO2")])
    result = written(tree)
    (field,) = result.all("select")
    (label,) = result.all("label")
    assert field["name"] == "gas"
    assert label["for"] == field["id"]
    options = {one["value"]: "selected" in one for one in result.all("option")}
    assert options == {"": False, "co2": True}


def test_dash_shows_the_choice_of_nothing_which_it_would_not_with_an_empty_value() -> None:
    tree = select("b", HERE.without_query(), "gas", "Gas", [Choice("", "CO2e")])
    assert tree.children[1].value == NOTHING == tree.children[1].options[0]["value"]


@pytest.mark.parametrize(
    ("address", "on"), [(HERE, False), (HERE.with_query(per_person="yes"), True)]
)
def test_a_switch_is_a_checkbox(address: Address, on: bool) -> None:
    tree = switch("b", address, "per_person", Choice("yes", "Per person"))
    result = Elements(to_html(static(tree, address, {})))
    (box,) = result.all("input")
    assert (box["name"], box["value"], box["type"]) == ("per-person", "ja", "checkbox")
    assert ("checked" in box) is on
    assert result.all("label")[0]["for"] == box["id"]


def test_a_form_asks_for_the_page_and_has_a_button() -> None:
    result = written(dbc.Form([html.P("x")]))
    (form,) = result.all("form")
    assert (form["action"], form["method"]) == ("/sv/kommun/provkoping/utforska", "get")
    assert result.all("button")[0]["type"] == "submit"


def test_a_graph_is_the_drawing_of_its_chart() -> None:
    chart = stack("sv")
    tree = graph("b", chart, HERE, Height(200, 300), Look())
    markup = to_html(static(tree, HERE, {chart.chart_id: chart}))
    result = Elements(markup)
    assert [one["class"] for one in result.all("svg")] == ["chart-svg wide", "chart-svg narrow"]
    assert [one["viewbox"].split()[3] for one in result.all("svg")] == ["200", "300"]  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", TWINS)
def test_no_twin_has_the_id_that_dash_looks_for(kind: type[Component]) -> None:
    """Both are in the page for a while."""
    assert kind._namespace in (
        "dash_core_components",
        "dash_bootstrap_components",
        "dash_ag_grid",
        "klimat_boards",
    )


def test_a_region_is_the_same_html_in_the_document_and_in_what_dash_renders() -> None:
    inside = [html.A("Å & Ä", href="/sv", **{"data-choice": "yes"}), " <b>"]
    region = Region(
        inside, "p", {"board": "b", "region": "answer"}, className="lead", role="status"
    )
    props = region.to_plotly_json()["props"]
    assert props["markup"] == '<a data-choice="yes" href="/sv">Å &amp; Ä</a> &lt;b&gt;'
    assert props["attributes"] == {"className": "lead", "role": "status"}
    assert to_html(static(region, HERE, {})) == (
        f'<p class="lead" id="static-region-answer" role="status">{props["markup"]}</p>'
    )


def test_a_list_with_counts_is_the_same_checkboxes_in_the_document() -> None:
    own_id = {"board": "b", "control": "finansiar"}
    choices: list[CountedChoice] = [
        {"value": "å", "label": "Å & Ä", "count": 12},
        {"value": "b", "label": "B", "count": 0},
    ]
    counted = CountedList(own_id, choices, ["b"])
    assert counted.to_plotly_json() == {
        "namespace": "klimat_boards",
        "type": "CountedList",
        "props": {
            "id": own_id,
            "choices": choices,
            "value": ["b"],
            "className": "field choices-list",
        },
    }
    result = written(counted)
    boxes = result.all("input")
    assert [(one["name"], one["value"], "checked" in one) for one in boxes] == [
        ("finansiar", "å", False),
        ("finansiar", "b", True),
    ]
    assert [one["for"] for one in result.all("label")] == [one["id"] for one in boxes]
    page = to_html(static(counted, HERE, {}))
    assert 'choice-name">Å &amp; Ä</span><span class="choice-count">12<' in page
    assert to_html(static(html.Div(Parts({"board": "b", "parts": "all"})), HERE, {})) == (
        "<div></div>"
    )


def test_a_slider_is_a_select_of_its_marks() -> None:
    slider = dcc.Slider(
        id={"board": "b", "control": "som-det-sag-ut"},
        marks={2024: "2024", 2025: "2025", 2026: "nu"},
        value=2025,
        step=None,
    )
    result = written(slider)
    options = [(one["value"], "selected" in one) for one in result.all("option")]
    assert options == [("2024", False), ("2025", True), ("", False)]


def test_what_only_works_in_a_browser_is_not_written() -> None:
    assert to_html(static(html.Div([dcc.Store(id="x"), dcc.Location(id="y")]), HERE, {})) == (
        "<div></div>"
    )


def test_a_component_without_a_twin_is_an_error_when_the_page_is_written() -> None:
    with pytest.raises(TypeError, match="no static twin"):
        static(html.Div(dcc.Markdown("x")), HERE, {})
