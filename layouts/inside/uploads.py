"""The form by which a file or pasted rows come in, and what is wrong with those that did."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.addresses import Address
from layouts.inside.answers import Fault, SentFile, UploadAnswers
from layouts.inside.faults import fault_parts
from layouts.inside.frame import ACTION_UPLOAD, form, inside_page, labelled
from layouts.markup import Element, Input, aria
from layouts.page import Page
from layouts.tables import facts
from layouts.text import Text, text

ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xlsb,.ods,.json,.zip"


def upload_page(address: Address, answers: UploadAnswers) -> Page:
    """The form by which files come in, and the kinds that there are."""
    t = text(address.lang)
    parts: list[Component]
    if answers.kinds:
        lead = html.P(t("inside.upload.lead"), className="lead")
        parts = [lead, _form(address, answers, t), _kinds(answers, t)]
    else:
        parts = [html.P(t("inside.upload.nobody"), className="lead")]
    return inside_page(address, t("inside.upload.title"), parts)


def _form(address: Address, answers: UploadAnswers, t: Text) -> Component:
    sent = answers.sent
    owners = [
        Element(
            "option",
            answers.signed.names.get(owner, owner),
            value=owner,
            selected=sent is not None and owner == sent.owner,
        )
        for owner in answers.kinds
    ]
    kinds = dict.fromkeys(kind for kinds in answers.kinds.values() for kind in kinds)
    options = [
        Element("option", label, value=kind, selected=sent is not None and kind == sent.kind)
        for kind, label in (
            ("", t("inside.upload.by_headings")),
            *((kind, t(f"inside.upload.kind.{kind}")) for kind in kinds),
        )
    ]
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
        labelled(t("inside.upload.owner"), html.Select(owners, name="owner")),
        labelled(t("inside.upload.what"), html.Select(options, name="kind")),
        labelled(t("inside.upload.file"), Input(type="file", name="file", accept=ACCEPTED)),
        labelled(t("inside.upload.rows"), rows),
        html.P(t("inside.upload.rows.note"), id="paste", className="note"),
        _confirmed(sent, t),
        html.Button(t("inside.upload.check"), type="submit", name="do", value="check"),
        encType="multipart/form-data",
        className="entry",
    )


def _confirmed(sent: SentFile | None, t: Text) -> Component:
    checked = sent is not None and sent.confirmed
    box = Input(type="checkbox", name="confirmed", value="yes", checked=checked)
    return html.P(html.Label([box, " ", t("inside.upload.confirmed")]))


def _kinds(answers: UploadAnswers, t: Text) -> Component:
    kinds = dict.fromkeys(kind for kinds in answers.kinds.values() for kind in kinds)
    pairs = [
        (t(f"inside.upload.kind.{kind}"), t(f"inside.upload.help.{kind}"))
        for kind in kinds
        if f"inside.upload.help.{kind}" in t  # a publisher's form is one of the grants' forms
    ]
    return html.Section([html.H2(t("inside.upload.kinds")), facts(pairs)], className="section")


def upload_refused(address: Address, answers: UploadAnswers, faults: Sequence[Fault]) -> Page:
    """Why a file cannot be loaded, cause by cause, and the form to send it again."""
    t = text(address.lang)
    sent = answers.sent
    assert sent is not None
    parts: list[Component] = [
        html.P(t("inside.upload.refused.lead"), className="lead", role="alert"),
        *fault_parts(faults, t),
        html.H2(t("inside.upload.retry")),
        _form(address, answers, t),
    ]
    heading = t("inside.upload.refused", name=sent.name)
    return inside_page(address, t("inside.upload.title"), parts, status=422, heading=heading)
