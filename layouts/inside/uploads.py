"""The form by which a file or pasted rows come in, and what is wrong with those that did."""

from collections.abc import Sequence
from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Element, Input, aria, data
from layouts.html.tables import facts
from layouts.inside.answers import Fault, MendableRows, UploadAnswers
from layouts.inside.cells import year_grid
from layouts.inside.faults import fault_parts
from layouts.inside.fields import row_fields
from layouts.inside.frame import (
    ACTION_UPLOAD,
    PREVIEW,
    confirmation,
    form,
    inside_page,
    options_of,
    template_link,
)
from layouts.inside.mending import mending_form
from layouts.inside.previews import name_of
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text

ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xlsb,.ods,.json,.zip"


def upload_page(address: Address, answers: UploadAnswers) -> Page:
    """The form by which files come in, and the kinds that there are."""
    t = text(address.lang)
    parts: list[Component]
    if answers.kinds:
        lead = html.P(t("inside.upload.lead"), className="lead")
        parts = [lead, _form(address, answers, t), *_one_row(address, answers, t)]
        parts.append(_kinds(answers, t))
        if answers.fields:
            parts = _row_form(address, answers, t)
    else:
        parts = [html.P(t("inside.upload.nobody"), className="lead")]
    return inside_page(address, t("inside.upload.title"), parts)


def _form(address: Address, answers: UploadAnswers, t: Text) -> Component:
    sent = answers.sent
    owners = {owner: answers.signed.names.get(owner, owner) for owner in answers.kinds}
    kinds = {"": t("inside.upload.by_headings")}
    kinds |= {kind: t(f"inside.upload.kind.{kind}") for kind in answers.every_kind}
    owner, kind = (None, None) if sent is None else (sent.owner, sent.kind)
    rows = html.Textarea(
        "" if sent is None else sent.pasted,
        name="rows",
        rows=8,
        cols=80,
        **aria(describedby="paste"),
    )
    return form(
        ACTION_UPLOAD,
        address.lang,
        answers.signed,
        labelled(t("inside.upload.owner"), html.Select(options_of(owners, owner), name="owner")),
        labelled(t("inside.upload.what"), html.Select(options_of(kinds, kind), name="kind")),
        labelled(t("inside.upload.file"), Input(type="file", name="file", accept=ACCEPTED)),
        labelled(t("inside.upload.rows"), rows),
        html.P(t("inside.upload.rows.note"), id="paste", className="note"),
        confirmation(sent is not None and sent.confirmed, t),
        html.Button(t("inside.upload.check"), type="submit", name="do", value="check"),
        encType="multipart/form-data",
        className="entry",
    )


def _one_row(address: Address, answers: UploadAnswers, t: Text) -> list[Component]:
    """The forms of one row that there are, by owner and kind."""
    links = [
        html.Li(
            html.A(
                f"{answers.signed.names.get(owner, owner)}: {t(f'inside.upload.kind.{kind}')}",
                href=f"{href(address)}?{urlencode({'owner': owner, 'kind': kind})}",
            )
        )
        for owner, kinds in answers.kinds.items()
        for kind in kinds
        if kind in answers.by_form
    ]
    return [html.H2(t("inside.upload.by_form")), html.Ul(links)] if links else []


def _row_form(address: Address, answers: UploadAnswers, t: Text) -> list[Component]:
    """The form of one row of a kind: previewed like a file."""
    sent = answers.sent
    kind = t(f"inside.upload.kind.{answers.row_kind}")
    owner = answers.signed.names.get(answers.row_owner, answers.row_owner)
    fields = form(
        ACTION_UPLOAD,
        address.lang,
        answers.signed,
        hidden_field("owner", answers.row_owner),
        hidden_field("kind", answers.row_kind),
        *row_fields(answers.fields, {} if sent is None else sent.values, t, answers.faulty),
        *_years(answers, t),
        confirmation(sent is not None and sent.confirmed, t),
        html.Button(t("inside.upload.check"), type="submit", name="do", value="check"),
        className="entry",
        **(data(preview="live-preview") if answers.is_tried else {}),
    )
    return [
        html.P(html.A(t("inside.upload.all"), href=href(address))),
        html.H2(f"{kind}: {owner}"),
        *_known_series(address, answers, t),
        html.Div([fields, _live_preview(t)], className="beside") if answers.is_tried else fields,
    ]


def _live_preview(t: Text) -> Component:
    """Where a script shows, while the form is filled in, what its preview says; hidden without."""
    return Element(
        "aside",
        [
            html.H3(t("inside.live.heading"), id="live-preview-heading"),
            html.P(t("inside.live.lead"), className="note"),
            html.Div(id="live-preview", **aria(live="polite")),
        ],
        hidden=True,
        className="live",
        **aria(labelledby="live-preview-heading"),
    )


def _known_series(address: Address, answers: UploadAnswers, t: Text) -> list[Component]:
    """The owner's series, each of which can be gone on from."""
    if answers.grid is None or not answers.grid.known:
        return []
    chosen = {"owner": answers.row_owner, "kind": answers.row_kind}
    links = [
        html.Li(html.A(title, href=f"{href(address)}?{urlencode({**chosen, 'series': label})}"))
        for label, title in answers.grid.known
    ]
    return [html.P(t("inside.years.known")), html.Ul(links)]


def _years(answers: UploadAnswers, t: Text) -> list[Component]:
    """The grid of own figures, and where what happened in a year is written."""
    if answers.grid is None:
        return []
    return [
        html.P(t("inside.years.lead"), className="note"),
        year_grid(answers.grid, t("inside.years"), t),
    ]


def _kinds(answers: UploadAnswers, t: Text) -> Component:
    pairs = [
        (t(f"inside.upload.kind.{kind}"), _kind(kind, answers, t))
        for kind in answers.every_kind
        if f"inside.upload.help.{kind}" in t  # a publisher's form is one of the grants' forms
    ]
    return html.Section([html.H2(t("inside.upload.kinds")), facts(pairs)], className="section")


def _kind(kind: str, answers: UploadAnswers, t: Text) -> Component:
    """What a file of the kind holds, and the workbooks to fill in of each owner that has it."""
    parts: list[Component | str] = [t(f"inside.upload.help.{kind}")]
    for owner, kinds in answers.kinds.items():
        if kind in kinds and kind in answers.templates:
            name = answers.signed.names.get(owner, owner) if len(answers.kinds) > 1 else ""
            words = t("inside.template.of", owner=name) if name else t("inside.template.get")
            parts += [" ", template_link(words, owner, kind, t.lang)]
    return html.Span(parts)


def upload_refused(
    address: Address,
    answers: UploadAnswers,
    faults: Sequence[Fault],
    mendable: MendableRows | None = None,
) -> Page:
    """Why a file cannot be loaded, cause by cause, and the form to send it again."""
    t = text(address.lang)
    sent = answers.sent
    assert sent is not None
    parts: list[Component | None] = [
        html.P(t("inside.upload.refused.lead"), className="lead", role="alert"),
        html.Div(fault_parts(faults, t), id=PREVIEW),
        *(mending_form(answers, mendable, t) if mendable else ()),
        html.H2(t("inside.upload.retry")),
        *(_row_form(address, answers, t) if answers.fields else [_form(address, answers, t)]),
    ]
    heading = t("inside.upload.refused", name=name_of(sent, sent.kind, t))
    return inside_page(address, t("inside.upload.title"), parts, status=422, heading=heading)
