"""What a file would change, before it is loaded; and what it has changed."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Input
from layouts.html.tables import Column, facts, table
from layouts.inside.answers import Preview, SentFile, UploadAnswers
from layouts.inside.frame import ACTION_UPLOAD, PREVIEW, form, inside_page
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.people import Role


def upload_result(address: Address, answers: UploadAnswers, preview: Preview) -> Page:
    """What a file would change, with the button that loads it; or what it has changed."""
    t = text(address.lang)
    sent = answers.sent
    assert sent is not None
    state = "loaded" if preview.loaded else "checked"
    owner = answers.signed.names.get(sent.owner, sent.owner)
    waits = "draft" if preview.waits else "public"
    parts = [
        html.P(t(f"inside.upload.{state}.{waits}", owner=owner), className="lead"),
        _counts(preview, sent, t),
        _next(address, answers, sent, preview, t),
        *_changes(preview, sent, t),
        html.Div(
            [
                *_verdicts(preview, t),
                *lines_under(t("inside.upload.shown"), preview.shown),
                *lines_under(t("inside.upload.notes"), preview.notes),
            ],
            id=PREVIEW,
        ),
        html.P(t("inside.upload.goals_wait"), className="note")
        if preview.loaded and preview.kind == "goals"
        else None,
    ]
    heading = t(f"inside.upload.{state}", name=name_of(sent, preview.kind, t))
    return inside_page(address, t("inside.upload.title"), parts, heading=heading)


def name_of(sent: SentFile, kind: str, t: Text) -> str:
    """What was sent in words: a file by its name, rows of a form by their kind."""
    if sent.origin == "pasted":
        return t("inside.upload.pasted")
    return t(f"inside.upload.kind.{kind}") if sent.origin == "form" and kind else sent.name


def _counts(preview: Preview, sent: SentFile, t: Text) -> Component:
    """How many rows of each sort there are; of a form, which tells of its own rows, none are
    missing."""
    missing = () if sent.origin == "form" else ("missing",)
    counts = ("new", "restated", *missing, "unchanged")
    pairs = [(t("inside.upload.what"), t(f"inside.upload.kind.{preview.kind}"))]
    pairs += [(t(f"inside.upload.{name}"), str(getattr(preview, name))) for name in counts]
    return facts(pairs)


def _changes(preview: Preview, sent: SentFile, t: Text) -> list[Component]:
    """The first rows of each sort, and how many there are of those that are not told."""
    parts: list[Component] = []
    if preview.changes:
        columns = [
            Column(t("inside.upload.row")),
            Column(t("inside.upload.old"), wide=True),
            Column(t("inside.upload.becomes"), wide=True),
        ]
        parts.append(html.H2(t("inside.upload.restated")))
        if any(preview.columns):
            counts = ", ".join(f"{column} ({rows})" for column, rows in preview.columns.items())
            parts.append(html.P(t("inside.upload.columns", columns=counts)))
        parts.append(
            table(
                t("inside.upload.restated"),
                columns,
                preview.changes,
                stack=True,
                caption_hidden=True,
            )
        )
        parts += _more(preview.restated - len(preview.changes), t)
    missing = 0 if sent.origin == "form" else preview.missing
    sorts = (
        ("new", preview.new, preview.new_rows),
        ("missing", missing, preview.missing_rows),
    )
    for name, number, rows in sorts:
        if number:
            parts += lines_under(t(f"inside.upload.{name}"), rows)
            parts += _more(number - len(rows), t)
    if missing:
        parts.append(html.P(t("inside.upload.missing.note"), className="note"))
    return parts


def _verdicts(preview: Preview, t: Text) -> list[Component]:
    """What the verdict on each goal will say, in its sentence."""
    if not preview.verdicts:
        return []
    return [
        html.H2(t("inside.upload.verdicts")),
        html.Ul([html.Li([html.Strong(title), ": ", words]) for title, words in preview.verdicts]),
    ]


def _more(number: int, t: Text) -> list[Component]:
    return [html.P(t("inside.upload.more", n=number))] if number > 0 else []


def lines_under(heading: str, lines: Sequence[str]) -> list[Component]:
    """The lines under a heading; nothing where there are none."""
    if not lines:
        return []
    return [html.H2(heading), html.Ul([html.Li(line) for line in lines])]


def _next(
    address: Address, answers: UploadAnswers, sent: SentFile, preview: Preview, t: Text
) -> Component | None:
    """What comes after: load it, or publish or throw away what was loaded."""
    signed = answers.signed
    may_publish = sent.owner in signed.person.owners(Role.PUBLISHER)
    if not preview.loaded:
        if not (preview.waits or may_publish):
            return html.P(t("inside.upload.publisher_loads"), className="notice")
        file = (
            hidden_field("content", sent.content)
            if sent.content
            else labelled(t("inside.upload.again"), Input(type="file", name="file", required=True))
        )
        word = "load" if preview.waits else "load_public"
        return form(
            ACTION_UPLOAD,
            address.lang,
            signed,
            hidden_field("owner", sent.owner),
            hidden_field("kind", preview.kind),
            hidden_field("name", sent.name),
            hidden_field("confirmed", "yes" if sent.confirmed else ""),
            file,
            html.Button(t(f"inside.upload.{word}"), type="submit", name="do", value="load"),
            " ",
            html.A(t("inside.upload.other"), href=href(address), className="button plain"),
            encType="multipart/form-data",
        )
    if not preview.waits:
        return None
    name = hidden_field("name", preview.label)
    publish = form(
        "/auth/publish",
        address.lang,
        signed,
        name,
        hidden_field("to", "published"),
        html.Button(t("inside.publish"), type="submit"),
    )
    discard = form(
        "/auth/discard",
        address.lang,
        signed,
        name,
        html.Button(t("inside.discard"), type="submit", className="plain"),
    )
    slug = signed.slugs.get(sent.owner)
    look = (
        html.A(t("inside.upload.look"), href=href(Address("city", address.lang, slug=slug)))
        if slug
        else html.A(t("portfolio.title"), href=href(Address("portfolio", address.lang)))
    )
    return html.Div([publish if may_publish else None, discard, look], className="actions")
