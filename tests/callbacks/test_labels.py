"""No label of a city's first chart stands on a line, an axis or another label, anywhere."""

from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

from callbacks.bindings.city import answers_of, with_surroundings
from callbacks.bindings.common import common
from data_access.engine import open_store
from layouts.charts.svg import chart_svg
from layouts.charts.svg_frame import FIRST_NARROW, FIRST_WIDE, Frame
from layouts.city.emissions import emissions_chart
from layouts.links.addresses import Address
from tests.layouts.charts.drawn_boxes import crosses, overlap, segments_in, words_in

LINES = {
    *("ln", "bridge", "continued", "needed", "zero"),
    *("banan", "bracket", "flag-pole", "leader", "hatch"),
}


def test_labels_stand_free_in_all_municipalities(seeded_file: Path) -> None:
    """In both languages and at both widths, and every label whole."""
    faults = []
    with open_store(f"sqlite:///{seeded_file}").connect() as conn:
        for place in common(conn).municipalities:
            swedish = Address("city", "sv", place.slug)
            answers = answers_of(conn, swedish)
            assert answers is not None
            surrounded = with_surroundings(conn, answers)
            for address, frame in product(
                (swedish, replace(swedish, lang="en")), (FIRST_WIDE, FIRST_NARROW)
            ):
                chart = emissions_chart(address, surrounded)
                assert chart is not None
                svg = chart_svg(chart, frame)
                faults += [
                    f"{place.name}, {address.lang}, {frame.name}: {fault}"
                    for fault in [*faults_of(svg, frame), *astray(svg, frame)]
                ]
    assert faults == []


NAMED = {
    **dict.fromkeys(("fortsatt takt", "continued pace"), "continued"),
    **dict.fromkeys(("målbana", "goal path"), "banan"),
}


def astray(svg: str, frame: Frame) -> list[str]:
    """Names of lines that stand far from their line without a leader to it."""
    leaders = segments_in(svg, {"leader"})
    return [
        f"{label.text!r} far from its line"
        for label in words_in(svg, frame.size - 0.5)
        if label.text in NAMED
        and not any(
            near(label.box, point)
            for _, line in segments_in(svg, {NAMED[label.text]})
            for point in line
        )
        and not any(near(label.box, point, 3) for _, line in leaders for point in line)
    ]


def near(box: tuple[float, float, float, float], point: tuple[float, float], by: int = 30) -> bool:
    """Whether a point lies no farther than that from a box, along both sides together."""
    left, top, right, bottom = box
    aside = max(left - point[0], 0.0, point[0] - right)
    return aside + max(top - point[1], 0.0, point[1] - bottom) <= by


def faults_of(svg: str, frame: Frame) -> list[str]:
    """Labels on lines, on each other or outside the drawing, and labels that are cut."""
    labels = words_in(svg, frame.size - 0.5)
    lines = segments_in(svg, LINES)
    result = [
        f"{label.text!r} on {css}"
        for label in labels
        for css, segment in lines
        if crosses(label.box, segment)
    ]
    result += [
        f"{one.text!r} on {other.text!r}"
        for one, other in combinations(labels, 2)
        if overlap(one, other)
    ]
    result += [
        f"{label.text!r} outside"
        for label in labels
        if label.box[0] < -1 or label.box[2] > frame.width + 6
    ]
    result += [f"{label.text!r} cut" for label in labels if "…" in label.text]
    return sorted(set(result))
