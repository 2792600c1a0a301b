"""Where promises stand: a list of what waits for a report, and a form beside its history."""

from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import aria
from layouts.html.tables import Column, table
from layouts.inside.answers import StatusAnswers
from layouts.inside.faults import fault_parts
from layouts.inside.frame import ACTION_UPLOAD, form, inside_page, template_link
from layouts.inside.status_form import history, promise_heading, status_fields
from layouts.inside.status_links import links_section
from layouts.links.addresses import Address, href
from layouts.phrases.pledges import (
    due_words,
    freshness_words,
    promise_title,
    standing_badge,
    status_words,
)
from layouts.phrases.text import Text, text
from progress.corrections import STATUSES
from progress.people import Role
from progress.promises.pledge_status import last_day
from progress.promises.reporting import Promise, in_order
from progress.records import StatusReport

COLUMNS = {
    "sv": ("Beteckning", "Dag", "Läge", "Kommentar", "Källa", "Resurser"),
    "en": ("id", "date", "status", "comment", "source", "resources"),
}
"""What the columns of pasted rows are called: as files have them."""


def statuses_page(address: Address, answers: StatusAnswers) -> Page:
    """The form of the promise that is chosen, then all promises of the owners."""
    t = text(address.lang)
    status = 422 if answers.faults else 200
    owner, promise = _chosen(answers)
    parts: list[Component | None] = []
    if answers.faults:
        parts.append(html.Div(fault_parts(answers.faults, t), role="alert"))
    if promise is not None:
        parts.append(_report(address, answers, owner, promise, t))
    else:
        parts.append(html.P(t("inside.statuses.lead"), className="lead"))
    if promise is None:
        for each, promises in answers.promises.items():
            parts += _list(address, answers, each, promises, t)
        parts.append(_pasting(address, answers, t))
    title = t("inside.statuses.title")
    return inside_page(address, title, parts, status=status)


def _chosen(answers: StatusAnswers) -> tuple[str, Promise | None]:
    """The promise that is reported on, and whose it is."""
    for owner, promises in answers.promises.items():
        for promise in promises:
            if promise.pledge_id == answers.values.get("id"):
                return owner, promise
    return "", None


def _report(
    address: Address, answers: StatusAnswers, owner: str, promise: Promise, t: Text
) -> Component:
    """The promise in its own words, the form of its next status, and what was told before, which
    can be corrected where everyone sees it."""
    person = answers.signed.person
    reports = answers.reports.get(promise.pledge_id, ())

    def correcting(report: StatusReport) -> Component | None:
        if report not in answers.published or owner not in person.owners(Role.PUBLISHER):
            return None
        key = f"{report.pledge_id} {report.status_date:%Y-%m-%d}"
        query = urlencode({"owner": owner, "kind": STATUSES, "key": key, "action": "correct"})
        label = t("inside.corrections.title")
        there = f"{href(Address('inside-corrections', t.lang))}?{query}"
        return html.P(html.A(label, href=there, **aria(label=f"{label}: {key}")))

    parts: list[Component | None] = [
        html.P(html.A(t("inside.statuses.all"), href=href(address))),
        *promise_heading(promise, answers.today, t),
        html.Div(
            [
                _form(address, answers, owner, t),
                html.Div([html.H3(t("inside.statuses.history")), history(reports, t, correcting)]),
            ],
            className="beside",
        ),
        links_section(address, answers, owner, promise, t),
    ]
    return html.Section(parts, className="report")


def _form(address: Address, answers: StatusAnswers, owner: str, t: Text) -> Component:
    values, signed = answers.values, answers.signed
    if owner not in signed.person.owners(Role.EDITOR):
        return html.P(t("inside.statuses.reader"), className="notice")
    buttons: list[Component | None] = [
        html.Button(t("inside.statuses.save"), type="submit", name="do", value="draft"),
        html.Button(
            t("inside.statuses.publish"),
            type="submit",
            name="do",
            value="publish",
            className="plain",
        )
        if owner in signed.person.owners(Role.PUBLISHER)
        else None,
    ]
    return form(
        "/auth/status",
        address.lang,
        signed,
        hidden_field("owner", owner),
        hidden_field("id", values["id"]),
        *status_fields(values, answers.words, answers.today, t),
        html.Div(buttons, className="actions"),
        className="entry",
    )


def _list(
    address: Address,
    answers: StatusAnswers,
    owner: str,
    promises: tuple[Promise, ...],
    t: Text,
) -> list[Component]:
    """All promises of an owner, those first that a meeting should see first."""
    name = answers.signed.names.get(owner, owner)
    heading = html.H2(name, id=owner)
    if not promises:
        return [heading, html.P(t("inside.statuses.none"))]
    today = answers.today
    waiting = sum(promise.waits(today) for promise in promises)
    columns = [
        Column(t("inside.statuses.promise"), wide=True),
        Column(t("inside.statuses.due")),
        Column(t("inside.statuses.status")),
        Column(t("inside.statuses.told")),
        Column(t("inside.column.do")),
    ]
    rows = [_row(address, promise, answers, t) for promise in in_order(promises, today)]
    count = t("inside.statuses.count", n=len(promises), waiting=waiting)
    return [heading, html.P(count), table(name, columns, rows, stack=True, caption_hidden=True)]


def _row(address: Address, promise: Promise, answers: StatusAnswers, t: Text) -> list[object]:
    title = promise_title(promise.title_sv, promise.title_en, t.lang)
    where = promise.standing(answers.today)
    due = promise.due if last_day(promise.due) or promise.due == "yearly" else ""
    there = (
        f"{href(Address(address.page, address.lang))}?{urlencode({'id': promise.pledge_id})}#report"
    )
    told = (
        status_words(promise.status, promise.status_date, promise.status_source, t)
        if promise.status_date
        else freshness_words("", None, "", answers.today, t)
    )
    label = t("inside.statuses.report")
    return [
        html.Div([title, " ", html.Small(html.Code(promise.pledge_id))]),
        due_words(due, t),
        standing_badge(where, t),
        told,
        html.A(label, href=there, **aria(label=f"{label}: {promise.title_sv}")),
    ]


def _pasting(address: Address, answers: StatusAnswers, t: Text) -> Component | None:
    """Many statuses at once, as rows of a spreadsheet: previewed before they are written."""
    owners = [
        owner
        for owner in answers.promises
        if owner in answers.signed.person.owners(Role.EDITOR) and answers.promises[owner]
    ]
    if not owners:
        return None
    names = answers.signed.names
    options = [html.Option(names.get(owner, owner), value=owner) for owner in owners]
    columns = COLUMNS.get(t.lang, COLUMNS["en"])
    rows = html.Textarea("\t".join(columns) + "\n", name="rows", rows=8, cols=80)
    return html.Section(
        [
            html.H2(t("inside.statuses.paste"), id="paste"),
            html.P(t("inside.statuses.paste.lead")),
            html.Ul(
                [
                    html.Li(
                        template_link(
                            t("inside.template.statuses", owner=names.get(owner, owner)),
                            owner,
                            "statuses",
                            address.lang,
                        )
                    )
                    for owner in owners
                ]
            ),
            form(
                ACTION_UPLOAD,
                address.lang,
                answers.signed,
                hidden_field("kind", "statuses"),
                labelled(t("inside.upload.owner"), html.Select(options, name="owner")),
                labelled(t("inside.statuses.rows"), rows, note=t("inside.statuses.rows.note")),
                html.Button(t("inside.upload.check"), type="submit", name="do", value="check"),
                encType="multipart/form-data",
                className="entry",
            ),
        ],
        className="section",
    )
