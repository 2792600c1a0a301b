"""Reporting an error on a page, and the answers that stand on it for everyone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import paragraphs
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Element, Input, aria, attributes_of
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.error_reports import MOST_ABOUT, MOST_MESSAGE, ErrorAnswer
from progress.phrases.formats import day

PAGE = "error-report"


@dataclass(frozen=True, slots=True)
class ReportForm:
    """What the form of a report holds: the address that it is about, what is wrong there, and why
    it was not received (a key of the catalogs); `sent` where it was."""

    address: str
    about: str = ""
    message: str = ""
    refused: str = ""
    sent: bool = False


def form_href(address: str, about: str, lang: str) -> str:
    """Where an error in a figure on the page at this address is reported."""
    return f"{href(Address(PAGE, lang))}?{urlencode({'address': address, 'about': about})}"


def page_path(address: Address) -> str:
    """The Swedish path of a page, whatever is chosen there: what its reports and answers share."""
    return href(replace(address, lang="sv", query=()))


def page(lang: str, form: ReportForm, status: int = 200) -> Page:
    """The form by which an error is reported, or the word that it was received."""
    t = text(lang)
    back = html.P(html.A(t("error_report.back"), href=form.address))
    if form.sent:
        parts: list[Component | None] = [html.P(t("error_report.sent"), className="lead"), back]
    else:
        lead = html.P(t("error_report.lead"), className="lead")
        why = t(form.refused, about=MOST_ABOUT, message=MOST_MESSAGE) if form.refused else ""
        notice = html.P(why, className="notice", role="alert") if why else None
        parts = [lead, notice, _form(form, t), back]
    title = t("error_report.title")
    body = html.Article([html.H1(title), *parts], className="inside")
    address = Address(PAGE, lang)
    description = t("error_report.lead")
    return Page(title, description, lang, address, body, status=status, stylesheet="inside.css")


def _form(form: ReportForm, t: Text) -> Component:
    about = Input(type="text", name="about", value=form.about, required=True, maxLength=MOST_ABOUT)
    message = Element(
        "textarea",
        form.message,
        name="message",
        rows=6,
        required=True,
        maxLength=MOST_MESSAGE,
    )
    return html.Form(
        [
            hidden_field("address", form.address),
            labelled(t("error_report.about"), about),
            labelled(t("error_report.message"), message, note=t("error_report.message.note")),
            html.Button(t("error_report.send"), type="submit"),
        ],
        action=href(Address(PAGE, t.lang)),
        method="post",
        className="entry",
    )


def answers_section(answers: Sequence[ErrorAnswer], lang: str) -> Component | None:
    """The answers to what readers have reported of a page; nothing where there are none."""
    if not answers:
        return None
    t = text(lang)
    items: list[Component] = []
    for answer in answers:
        heading = t("error_report.answered", day=day(answer.answered.date(), lang))
        other = {} if answer.language == lang else {"lang": answer.language}
        lines = paragraphs(answer.text, **other)
        name = html.H3(answer.about, id=_answer_id(answer), **other)
        items += [name, html.P(html.Small(heading)), *lines]
    return html.Section(
        [html.H2(t("error_report.answers"), id="error-answers"), *items],
        className="section answers",
        **aria(labelledby="error-answers"),
    )


def mark_answered(body: Component, answers: Sequence[ErrorAnswer], lang: str) -> Component:
    """The page's body, in which a line under each figure that an answer is about leads to it."""
    parts = {answer.part: answer for answer in reversed(answers) if answer.part}
    if parts:
        _mark(body, parts, text(lang))
    return body


def _mark(node: Any, parts: Mapping[str, ErrorAnswer], t: Text) -> None:
    if isinstance(node, list | tuple):
        for child in node:
            _mark(child, parts, t)
        return
    if not isinstance(node, Component):
        return
    children = getattr(node, "children", None)
    _mark(children, parts, t)
    answer = parts.get(str(attributes_of(node).get("id", "")))
    if answer is not None:
        words = t("error_report.at_figure", day=day(answer.answered.date(), t.lang))
        line = html.P(html.A(words, href=f"#{_answer_id(answer)}"), className="answered")
        several = children if isinstance(children, list | tuple) else [children]
        node.children = [*several, line]


def _answer_id(answer: ErrorAnswer) -> str:
    return f"answer-{answer.report_id}"
