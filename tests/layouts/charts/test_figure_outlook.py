"""What is ahead in a plotly figure is what the drawing and the table have."""

from layouts.charts.description import Line, LinePanel, Measure, TimeChart, marks
from layouts.charts.figure import figure
from layouts.charts.overlays import Continued, Needed, Outlook, TargetGap
from progress.emissions.series import Point

MEASURE = Measure("ton", "tusen ton", 1000)
AHEAD = Outlook(
    Needed("halverat", ((2024, 8000.0), (2030, 4000.0))),
    Continued("fortsatt takt", ((2024, 8000.0), (2030, 6000.0)), ((2025, 7000.0, 8000.0),)),
    TargetGap("2 tusen ton över", 2030, 4000.0, 6000.0),
    ((2015, 9000.0), (2030, 4000.0)),
)
CHART = TimeChart(
    "prov",
    "Prov",
    "sv",
    "Prov.",
    (
        LinePanel(
            "Utsläpp",
            MEASURE,
            (Line("Provköping", marks((Point(2023, 8500.0), Point(2024, 8000.0)))),),
            outlook=AHEAD,
        ),
    ),
)


def test_needed_continued_path_gap_and_band_are_drawn_in_the_axis_unit() -> None:
    traces = figure(CHART)["data"]
    named = {trace["name"]: trace for trace in traces if "name" in trace}
    assert named["halverat"]["y"] == [8.0, 4.0]
    assert named["fortsatt takt"]["y"] == [8.0, 6.0]
    assert named["fortsatt takt"]["line"]["dash"] == "dash"
    assert [9.0, 4.0] in [trace["y"] for trace in traces]
    (band,) = (trace for trace in traces if trace.get("fill") == "toself")
    assert band["y"] == [8.0, 8.0, 7.0, 8.0]
    assert "2 tusen ton över" in str(traces)


def test_values_under_the_pointer_are_in_the_readers_words() -> None:
    traces = figure(CHART)["data"]
    needed = next(trace for trace in traces if trace.get("name") == "halverat")
    assert needed["hovertext"][-1] == "halverat<br>2030: 4 000 ton".replace(
        "4 000 t", "4\u00a0000\u00a0t"
    )
