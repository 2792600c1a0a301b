"""Slides: a page's blocks as a PowerPoint file with native charts, tables and texts.

Only here is python-pptx known. Import it when a file is asked for, not when the server starts: it
takes about as long to load as everything else that pages need.
"""

from layouts.slides.deck import Cover, Deck, Leaf, write_deck
from layouts.slides.single import chart_deck

__all__ = ["Cover", "Deck", "Leaf", "chart_deck", "write_deck"]
