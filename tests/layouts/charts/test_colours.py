"""Colours that everyone can tell apart, the same in the stylesheet and in figures."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from callbacks.documents import minified, own_styles
from layouts.charts.palette import DARK, LIGHT, Palette
from tests.layouts.charts.colour_vision import KINDS, difference
from tests.layouts.charts.contrast import contrast

CSS = (Path(__file__).parents[3] / "assets" / "klimat.css").read_text()
LIGHT_CSS, DARK_CSS = re.findall(r":root \{(.*?)\n *\}", CSS, re.S)
BOTH = [(LIGHT, LIGHT_CSS), (DARK, DARK_CSS)]


def properties(block: str) -> dict[str, str]:
    def whole(colour: str) -> str:
        return "#" + "".join(2 * each for each in colour[1:]) if len(colour) == 4 else colour

    return {name: whole(value) for name, value in re.findall(r"--([\w-]+): (#\w+)", block)}


@pytest.mark.parametrize(("palette", "block"), BOTH)
def test_stylesheet_and_figures_have_the_same_colours(palette: Palette, block: str) -> None:
    css = properties(block)
    tones = tuple(css[f"tone-{number}"] for number in range(1, 10))
    assert (tones, css["ground"], css["ink"]) == (palette.tones, palette.ground, palette.ink)
    assert (css["quiet"], css["rule"], css["goal"]) == (palette.quiet, palette.rule, palette.goal)


@pytest.mark.parametrize(("palette", "scheme"), [(LIGHT, 0), (DARK, 1)])
@pytest.mark.parametrize("sheet", ["map.css", "board.css"])
def test_both_maps_and_figures_have_the_same_steps(
    sheet: str, palette: Palette, scheme: int
) -> None:
    block = re.findall(r":root\s*\{([^}]*)\}", own_styles(sheet))[scheme]
    assert tuple(re.findall(r"--(?:q|step-)\d: ?(#\w{6})", block)) == palette.steps


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_marks_stand_out_from_the_ground(palette: Palette) -> None:
    for colour in (*palette.tones, palette.goal):
        assert contrast(colour, palette.ground) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_neighbours_in_a_stack_differ_in_greyscale_too(palette: Palette) -> None:
    for one, other in pairwise(palette.tones):
        assert contrast(one, other) >= 2.2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_kind_of_reader_sees_neighbours_and_marks_apart(palette: Palette, kind: str) -> None:
    for one, other in pairwise(palette.tones):
        assert difference(one, other, kind) >= 20, (one, other)
    for colour in (*palette.tones, palette.goal):
        assert difference(colour, palette.ground, kind) >= 35, colour


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", [0, 1])
def test_every_kind_of_reader_sees_the_steps_of_the_map_apart(scheme: int, kind: str) -> None:
    blocks = re.findall(r":root\s*\{([^}]*)\}", own_styles("map.css"))
    steps = re.findall(r"--q\d: ?(#\w{6})", blocks[scheme])
    assert len(steps) == 5
    for one, other in pairwise(steps):
        assert difference(one, other, kind) >= 12, (one, other)


@pytest.mark.parametrize(("palette", "block"), BOTH)
def test_text_meets_contrast_aa_on_every_ground(palette: Palette, block: str) -> None:
    css = properties(block)
    assert palette.ground == css["ground"]
    for ground in ("ground", "paper", "wash", "warm"):
        for text in ("ink", "quiet", "spruce", "accent"):
            assert contrast(css[text], css[ground]) >= 4.5, (text, ground)
    assert contrast(css["goal"], css["ground"]) >= 4.5
    assert contrast(css["close"], css["paper"]) >= 4.5
    assert contrast(css["on-spruce"], css["spruce"]) >= 4.5
    assert contrast(css["ground"], css["accent"]) >= 4.5
    assert contrast(css["edge"], css["ground"]) >= 3
    assert contrast(css["focus"], css["ground"]) >= 3


def test_the_stylesheet_is_small_and_asks_for_nothing() -> None:
    assert len(minified(CSS).encode()) < 23 * 1024
    assert not re.search(r"url\(|@import|https?://", CSS.replace('[href^="http"]', ""))


def test_attainment_has_a_shape_of_its_own_beside_its_colour() -> None:
    for attainment in ("yes", "reached", "close", "no", "missed", "not_assessable"):
        assert re.search(rf"data-attainment={attainment}\]::before[^}}]*clip-path", CSS), attainment
