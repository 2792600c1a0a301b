"""What readers have reported as wrong: answered on the page that it is about, or closed."""

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import paragraphs
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Input, aria
from layouts.inside.answers import ErrorReportAnswers
from layouts.inside.frame import form, inside_page
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from progress.error_reports import MOST_ABOUT, MOST_MESSAGE, ErrorAnswer, ErrorReport
from progress.people import Role
from progress.phrases.formats import day

ACTION = "/auth/error-report"


def error_reports_page(address: Address, answers: ErrorReportAnswers) -> Page:
    """The reports that wait, each with the form of its answer; then those that are closed."""
    t = text(address.lang)
    waiting = [report for report in answers.reports if report.closed is None]
    closed = [report for report in answers.reports if report.closed is not None]
    public = {answer.report_id: answer for answer in answers.answered}
    parts: list[Component | None] = [html.P(t("inside.reports.lead"), className="lead")]
    parts += [_report(address, answers, report, t) for report in waiting]
    if not waiting:
        parts.append(html.P(t("inside.none")))
    parts.append(html.H2(t("inside.reports.closed")))
    parts += [
        _closed(address, answers, report, public.get(report.report_id), t) for report in closed
    ]
    if not closed:
        parts.append(html.P(t("inside.none")))
    return inside_page(address, t("inside.reports.title"), parts)


def _report(
    address: Address, answers: ErrorReportAnswers, report: ErrorReport, t: Text
) -> Component:
    parts = [*_heading(answers, report, t), *paragraphs(report.message)]
    if report.owner in answers.signed.person.owners(Role.PUBLISHER):
        parts.append(_answer_form(address, answers, report, t))
    return html.Section(parts, className="report", id=f"report-{report.report_id}")


def _heading(answers: ErrorReportAnswers, report: ErrorReport, t: Text) -> list[Component]:
    owner = answers.signed.names.get(report.owner, report.owner)
    received = t("inside.reports.received", day=day(report.received.date(), t.lang))
    return [
        html.H2(report.about),
        html.P([f"{owner}, {received} · ", html.A(report.address, href=report.address)]),
    ]


def _answer_form(
    address: Address, answers: ErrorReportAnswers, report: ErrorReport, t: Text
) -> Component:
    about = Input(
        type="text", name="about", value=report.about, required=True, maxLength=MOST_ABOUT
    )
    answer = html.Textarea("", name="text", rows=4, maxLength=MOST_MESSAGE)
    number = str(report.report_id)
    # One page has many such forms: a note has its id once, so the notes stand above them all.
    return form(
        ACTION,
        address.lang,
        answers.signed,
        hidden_field("report", number),
        labelled(t("inside.reports.about"), about),
        labelled(t("inside.reports.answer"), answer),
        html.Div(
            [
                html.Button(
                    t("inside.reports.publish"),
                    type="submit",
                    name="do",
                    value="answer",
                    **aria(label=f"{t('inside.reports.publish')}: {report.about}"),
                ),
                html.Button(
                    t("inside.reports.close"),
                    type="submit",
                    name="do",
                    value="close",
                    formNoValidate=True,
                    className="plain",
                    **aria(label=f"{t('inside.reports.close')}: {report.about}"),
                ),
            ],
            className="actions",
        ),
        className="entry",
    )


def _closed(
    address: Address,
    answers: ErrorReportAnswers,
    report: ErrorReport,
    answer: ErrorAnswer | None,
    t: Text,
) -> Component:
    state = "reopen" if answer is None else "withdraw"
    told = [html.P(t("inside.reports.unanswered"))] if answer is None else paragraphs(answer.text)
    label = t(f"inside.reports.{state}")
    button = form(
        ACTION,
        address.lang,
        answers.signed,
        hidden_field("report", str(report.report_id)),
        html.Button(
            label,
            type="submit",
            name="do",
            value="reopen",
            className="plain",
            **aria(label=f"{label}: {report.about}"),
        ),
    )
    summary = html.Summary(report.about if answer is None else answer.about)
    may = report.owner in answers.signed.person.owners(Role.PUBLISHER)
    parts = [*_heading(answers, report, t)[1:], *paragraphs(report.message), *told]
    return html.Details([summary, *parts, button if may else None])
