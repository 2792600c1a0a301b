"""A promise in its own words, the fields of its next status, and what was told before."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from dash.development.base_component import Component

from layouts import html
from layouts.html.forms import labelled
from layouts.html.markup import Element, Input
from layouts.inside.frame import options_of
from layouts.phrases.pledges import (
    comment_words,
    due_words,
    promise_quote,
    promise_title,
    standing_badge,
)
from layouts.phrases.text import Text
from progress.phrases.formats import day
from progress.promises.pledge_status import Resources
from progress.promises.reporting import Promise
from progress.records import StatusReport

LONGEST = 2000


def promise_heading(promise: Promise, today: date, t: Text) -> list[Component | None]:
    """What was promised, by when, and where it stands."""
    return [
        html.H2(promise_title(promise.title_sv, promise.title_en, t.lang), id="report"),
        html.P(
            [
                html.Code(promise.pledge_id),
                " · ",
                due_words(promise.due, t),
                " · ",
                standing_badge(promise.standing(today), t),
            ]
        ),
        html.P(promise_quote(promise.quote, promise.section, t)) if promise.quote else None,
    ]


def status_fields(
    values: Mapping[str, str], words: Collection[str], today: date, t: Text
) -> list[Component]:
    """The fields of a status: one of `words`, its day, comment, source and resources."""

    def select(name: str, labels: dict[str, str]) -> Element:
        options = options_of(labels, values.get(name, ""))
        return html.Select(options, name=name, required=name == "status")

    statuses = {"": t("inside.statuses.choose")}
    statuses |= {word: t(f"word.progress.{word}") for word in words if word}
    resources = {"": t("inside.statuses.untold")}
    resources |= {str(word): t(f"pack.resources.{word}") for word in Resources}
    day_field = Input(
        type="date",
        name="date",
        value=values.get("date", ""),
        max=f"{today:%Y-%m-%d}",
        required=True,
    )
    comment = html.Textarea(values.get("comment", ""), name="comment", rows=4, maxLength=LONGEST)
    source = Input(type="text", name="source", value=values.get("source", ""), maxLength=300)
    return [
        labelled(t("inside.statuses.status"), select("status", statuses)),
        labelled(t("inside.statuses.day"), day_field),
        labelled(t("inside.statuses.comment"), comment, note=t("inside.statuses.comment.note")),
        labelled(t("inside.statuses.source"), source, note=t("inside.statuses.source.note")),
        labelled(t("inside.statuses.resources"), select("resources", resources)),
    ]


def history(
    reports: Sequence[StatusReport], t: Text, link: Callable[[StatusReport], Component | None]
) -> Component:
    """What was told before, the newest first, each with its link."""
    if not reports:
        return html.P(t("pledge.never"))
    return html.Ol(
        [
            html.Li(
                [
                    html.Strong(day(report.status_date, t.lang)),
                    f" {t(f'word.progress.{report.status}')}",
                    *_told(report, t),
                    link(report),
                ]
            )
            for report in reversed(reports)
        ],
        className="history",
    )


def _told(report: StatusReport, t: Text) -> list[Component]:
    words = comment_words(report.comment, report.resources, t)
    comment = [html.P(words)] if words else []
    source = [html.P(html.Small(report.source))] if report.source else []
    return [*comment, *source]
