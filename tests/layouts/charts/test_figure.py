"""The figure to explore: small, plain, without plotly's defaults or cloud."""

import json
from dataclasses import replace
from typing import Any

import pytest

from layouts.charts.description import Chart
from layouts.charts.figure import config, figure
from layouts.charts.figure_board import board_figure
from layouts.charts.palette import DARK, LIGHT
from layouts.charts.template import template
from tests.layouts.charts.made_up_charts import (
    area_map,
    flow,
    ranges,
    scatter,
    stack,
    symbol_map,
    time_chart,
)


@pytest.mark.parametrize(
    "chart", [time_chart(), stack(), flow(), ranges(), scatter(), symbol_map(), area_map()]
)
def test_a_figure_is_small_plain_json_without_the_default_template(chart: Chart) -> None:
    made = figure(chart)
    written = json.dumps(made, allow_nan=False)
    assert json.loads(written) == made
    assert len(written) < 12_000
    assert made["layout"]["template"] == template(LIGHT)
    assert set(template(LIGHT)) == {"layout"}  # none of the colours that plotly gives traces
    assert "colorway" not in written


@pytest.mark.parametrize(
    "chart", [time_chart(), stack(), flow(), ranges(), scatter(), symbol_map(), area_map()]
)
def test_plotly_accepts_the_figure(chart: Chart) -> None:
    import plotly.graph_objects as go  # type: ignore[import-untyped]

    go.Figure(figure(chart))


def test_plotly_accepts_a_boards_figure() -> None:
    import plotly.graph_objects as go

    for dark in (False, True):
        made = board_figure(replace(stack(), marked_years=(2010,)), dark=dark)
        go.Figure(made)
        for chart in (scatter(), symbol_map(), flow()):
            go.Figure(board_figure(chart, dark=dark))
        assert made["layout"]["template"]["layout"]["font"]["color"] == (
            DARK.ink if dark else LIGHT.ink
        )


def test_nothing_is_sent_to_a_cloud() -> None:
    assert config("sv") == config("en") | {"locale": "sv"}
    assert config("sv")["showSendToCloud"] is False
    assert config("sv")["displaylogo"] is False


def traces(kind: str) -> list[dict[str, Any]]:
    return [trace for trace in figure(time_chart())["data"] if trace["type"] == kind]


def test_gaps_stay_open_and_statuses_have_shape_and_dash() -> None:
    (observed,) = (trace for trace in traces("scatter") if trace["name"] == "Utsläpp")
    assert observed["connectgaps"] is False
    assert observed["x"] == [1990, None, 2000, None, 2015, 2016, 2017]
    assert observed["marker"]["symbol"][-1] == "circle-open"
    others = {
        trace["name"]: trace["line"]["dash"]
        for trace in traces("scatter")
        if trace["name"].endswith(("prognos", "uppskattning"))
    }
    assert len(set(others.values())) == 2
    assert "solid" not in others.values()


def test_kinds_of_money_are_grouped_and_sectors_stacked() -> None:
    assert figure(time_chart())["layout"]["barmode"] == "group"
    assert figure(stack())["layout"]["barmode"] == "relative"


def test_numbers_are_separated_as_the_language_does() -> None:
    assert figure(time_chart("sv"))["layout"]["separators"] == ",\u00a0"
    assert figure(time_chart("en"))["layout"]["separators"] == ".,"


def test_flow_nodes_stand_where_we_put_them() -> None:
    node = figure(flow())["data"][0]["node"]
    assert figure(flow())["data"][0]["arrangement"] == "fixed"
    assert node["x"] == [0.001, 0.001, 0.5, 0.999]
    assert node["y"][0] < node["y"][1]
