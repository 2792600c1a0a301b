"""The colours of marks, in light and dark, and how to compute whether they can be told apart.

Neighbouring tones alternate between dark and light, so that a stack can be read in greyscale and
by colour-blind readers; `assets/klimat.css` holds the same values as custom properties (tested).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Hex colours. `tones` 1–9 in order, then the colours of the chart's own parts. `steps` are
    five shades of one colour, lowest value first, evenly apart in lightness."""

    ground: str
    ink: str
    quiet: str
    rule: str
    goal: str
    tones: tuple[str, ...]
    steps: tuple[str, ...]

    def tone(self, number: int) -> str:
        """The colour of a tone, counted from 1; higher numbers start over."""
        return self.tones[(number - 1) % len(self.tones)]


LIGHT = Palette(
    ground="#ffffff",
    ink="#17231f",
    quiet="#55625d",
    rule="#dfe3de",
    goal="#9a4a12",
    tones=(
        "#14524a",
        "#c27a2c",
        "#2c3f72",
        "#4e9ba6",
        "#6b2f57",
        "#8b9440",
        "#573a26",
        "#8a8fa0",
        "#1f2b30",
    ),
    steps=("#e3efeb", "#a9cdc4", "#6ba596", "#2f7769", "#0d3c35"),
)

DARK = Palette(
    ground="#131c19",
    ink="#e9eeea",
    quiet="#a9b6b0",
    rule="#33413b",
    goal="#f0a868",
    tones=(
        "#7fd0bd",
        "#a8692a",
        "#b4c4f2",
        "#3d8491",
        "#e6b3d5",
        "#7c8436",
        "#e3c5a5",
        "#747b90",
        "#eef2f0",
    ),
    steps=("#20352f", "#355f55", "#559184", "#8cc7b8", "#d9f2ea"),
)
