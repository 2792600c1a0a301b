"""How a municipality is spoken of: in a town, on an island."""

ISLANDS = frozenset({"Gotland", "Lidingö", "Orust", "Tjörn", "Öckerö"})
"""Municipalities named after the island that they are."""


def in_place(name: str, lang: str) -> str:
    """A place as an adverbial: `i Örebro`, `på Gotland`; `in Örebro`, `on Gotland`."""
    words = ("på", "i") if lang == "sv" else ("on", "in")
    return f"{words[name not in ISLANDS]} {name}"
