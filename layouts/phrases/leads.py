"""A city's lead on a page: its sentences in one paragraph, the two rates in bold."""

from typing import Any

from layouts import html
from progress.phrases.lead import Lead


def lead_paragraphs(lead: Lead) -> list[html.P]:
    """The lead, and the shorter one that phones show in its place."""
    short = lead.short
    if short.text == lead.text:
        return [lead_paragraph(lead)]
    return [lead_paragraph(lead, "lead for-wide"), lead_paragraph(short, "lead for-narrow")]


def lead_paragraph(lead: Lead, look: str = "lead") -> html.P:
    """The lead as a paragraph."""
    parts: list[Any] = []
    for sentence in lead.sentences:
        if parts:
            parts.append(" ")
        parts += [html.Strong(span.text) if span.strong else span.text for span in sentence]
    return html.P(parts, className=look)
