"""Texts of slides: what their layouts are called, and how a view goes on in the next slide."""

SV: dict[str, str] = {
    "slides.layout.cover": "Rubrikbild",
    "slides.layout.title": "Rubrik",
    "slides.layout.content": "Innehåll",
    "slides.layout.1": "Rubrik och innehåll",
    "slides.layout.2": "Två innehållsdelar",
    "slides.layout.3": "Tre innehållsdelar",
    "slides.layout.4": "Fyra innehållsdelar",
    "slides.again": "(forts.)",
    "slides.part": "{heading} ({n} av {of})",
}

EN: dict[str, str] = {
    "slides.layout.cover": "Title Slide",
    "slides.layout.title": "Title",
    "slides.layout.content": "Content",
    "slides.layout.1": "Title and Content",
    "slides.layout.2": "Two Content",
    "slides.layout.3": "Three Content",
    "slides.layout.4": "Four Content",
    "slides.again": "(cont.)",
    "slides.part": "{heading} ({n} of {of})",
}
