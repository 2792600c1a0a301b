"""Small pieces that several pages show alike: badges, key figures, quotes, notices, disclosures."""

from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.html.markup import aria, data
from layouts.phrases.text import Text
from progress.goals.verdict_model import Attainment, Verdict
from progress.phrases.words import badge as verdict_label
from progress.phrases.words import badge_of


def badge(
    attainment: Attainment, t: Text, *, fragile: bool = False, indicative: bool = False
) -> html.Span:
    """The attainment in words. What cannot be assessed has no colour of success or failure."""
    words = badge_of(attainment, t.lang, uncertain=fragile, indicative=indicative)
    return html.Span(words, className="verdict", **data(attainment=str(attainment)))


def verdict_badge(verdict: Verdict, t: Text) -> html.Span:
    """What can be told of a goal: never without that it is uncertain, or an indication.

    What rests on a near series has no colour of success or failure.
    """
    return html.Span(
        verdict_label(verdict, t.lang),
        className="verdict",
        **data(attainment=str(verdict.attainment)),
    )


def direction_words(verdict: Verdict, t: Text) -> str:
    """Which way emissions go, and whether that is uncertain."""
    if verdict.direction is None:
        return t("word.direction.none")
    words = t(f"word.direction.{verdict.direction}")
    if verdict.direction_uncertain:
        return t("word.direction.uncertain", direction=words)
    return words


def direction(verdict: Verdict, t: Text) -> html.Span | None:
    """The direction with its arrow, or nothing where there is none."""
    if verdict.direction is None:
        return None
    return html.Span(
        direction_words(verdict, t),
        className="direction",
        **data(direction=str(verdict.direction)),
    )


def key_figures(figures: Sequence[tuple[str, Any, str]]) -> html.Dl:
    """A row of (name, figure, note) that a reader takes in at a glance."""
    return html.Dl(
        [
            html.Div(
                [
                    html.Dt(name),
                    html.Dd([figure, html.Span(note, className="unit") if note else None]),
                ]
            )
            for name, figure, note in figures
        ],
        className="facts",
    )


def quote(words: str, source: str, *, lang: str | None = None) -> html.Figure:
    """A verbatim quotation with the place where it stands."""
    return html.Figure(
        [
            html.Blockquote(html.P(words, lang=lang)),
            html.Figcaption(source, className="source"),
        ],
        className="quote",
    )


def notice(*children: Any) -> html.Div:
    """Something that a reader must know before reading on."""
    return html.Div(list(children), className="alert", role="note")


def disclosure(summary: Any, *children: Any, opened: bool = False) -> html.Details:
    """Detail for those who ask for it; `opened` shows it from the start."""
    return html.Details([html.Summary(summary), *children], open=opened)


def section(section_id: str, heading: str, *children: Any) -> html.Section:
    """A part of a page under its own heading, with an address of its own (`#id`)."""
    return html.Section(
        [html.H2(heading, id=section_id), *children],
        className="section",
        **aria(labelledby=section_id),
    )


def paragraphs(words: str, **attributes: Any) -> list[Component]:
    """A text that somebody wrote, line by line."""
    return [html.P(line, **attributes) for line in words.splitlines() if line.strip()]
