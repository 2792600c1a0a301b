"""A party's page: what it has promised to all, how far that has come and how fresh the news is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import disclosure, key_figures, section
from layouts.html.markup import Element, aria
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.party.answers import PartyAnswers
from layouts.phrases.local_contracts import packages_section
from layouts.phrases.pledges import (
    comment_words,
    due_words,
    freshness_words,
    party_words,
    promise_quote,
    promise_title,
    standing_badge,
    status_words,
)
from layouts.phrases.releases import way_to_all
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from progress.promises.parties import names_of
from progress.promises.pledge_status import (
    Freshness,
    Standing,
    StatusCounts,
    counts,
    freshness,
    last_day,
    standing,
)
from progress.records import Activity, Commitment, Municipality, StatusReport

ORDER = tuple(Standing)


@dataclass(frozen=True, slots=True)
class _Row:
    """A promise as the table needs it, whatever kind it is."""

    pledge_id: str
    title: Element
    due: str
    place: Standing
    status: str
    status_date: date | None
    source: str
    comment: str
    quote: Any


def page(address: Address, answers: PartyAnswers) -> Page:
    """Everything that one party has promised, the late and unassessable first."""
    t = text(address.lang)
    lang, name = address.lang, party_words(answers.party.name, t)
    own = _ordered([_commitment(commitment, answers, t) for commitment in answers.own])
    shared = _ordered([_commitment(commitment, answers, t) for commitment in answers.shared])
    deeds = _ordered([_activity(activity, answers, t) for activity in answers.activities])
    counted = counts(
        (row.place, freshness(row.status, row.status_date, answers.today))
        for row in (*own, *shared)
    )
    kind = answers.kinds[answers.party.kind]
    parts: list[Any] = [
        html.P(t("party.kind", kind=kind.name(address.lang)), className="kicker"),
        html.H1(name),
        html.P(_lead(counted, name, t), className="lead"),
        _city_link(answers.municipality, t),
        key_figures(_figures(counted, t)) if counted.of else None,
    ]
    if own:
        parts.append(_section("own", own, answers, t, _together(answers, t)))
    if shared:
        parts.append(_section("shared", shared, answers, t))
    if deeds:
        parts.append(_section("activities", deeds, answers, t))
    if (
        packages := packages_section(answers.local_contracts, lang, answers.corrections)
    ) is not None:
        parts.append(packages)
    if own or shared or deeds:
        parts.append(html.P([t("party.source"), " ", way_to_all(lang)], className="source"))
    parts.append(_others(answers, address, t))
    return Page(
        t("party.title", name=name),
        t("party.description", name=name),
        lang,
        address,
        html.Div(parts, className="page page-party"),
    )


def _lead(counted: StatusCounts, name: str, t: Text) -> str:
    if counted.of == 0:
        return t("party.lead.none", name=name)
    count = t("party.count", n=counted.of)
    never = counted.by_freshness[Freshness.NONE]
    if never == counted.of:
        return t("party.lead.silent", name=name, count=count)
    return t("party.lead", name=name, count=count, told=counted.of - never)


def _figures(counted: StatusCounts, t: Text) -> list[tuple[str, Any, str]]:
    where = counted.by_standing
    shown = [
        (t("party.figure.done"), where[Standing.DONE], ""),
        (t("party.figure.running"), where[Standing.RUNNING], ""),
        (t("party.figure.late"), where[Standing.LATE], ""),
        (t("party.figure.overdue"), where[Standing.OVERDUE], "overdue"),
        (t("party.figure.silent"), counted.by_freshness[Freshness.NONE], ""),
        (t("party.figure.old"), counted.by_freshness[Freshness.OLD], ""),
    ]
    return [
        (name, t("party.of", n=n, of=counted.of), t("party.figure.overdue.note") if note else "")
        for name, n, note in shown
    ]


def _together(answers: PartyAnswers, t: Text) -> html.P | None:
    """Promises that several parties have made as one have one status for all of them."""
    joint = {commitment.party for commitment in answers.own if len(names_of(commitment.party)) > 1}
    if not joint:
        return None
    return html.P(t("party.together", parties="; ".join(sorted(joint))), className="note")


def _section(
    what: str,
    rows: Sequence[_Row],
    answers: PartyAnswers,
    t: Text,
    note: html.P | None = None,
) -> html.Section:
    columns = [
        Column(t(f"party.{what}.column")),
        Column(t("party.column.due")),
        Column(t("party.column.standing")),
        Column(t("party.column.told")),
        Column(t("party.column.quote"), wide=True),
    ]
    caption = t(f"party.{what}.caption", name=party_words(answers.party.name, t), n=len(rows))
    shown = [_cells(row, answers, t) for row in rows]
    heading = t(f"party.{what}.heading", n=len(rows))
    return section(what, heading, note, table(caption, columns, shown, stack=True))


def _cells(row: _Row, answers: PartyAnswers, t: Text) -> list[Any]:
    where: list[Any] = [standing_badge(row.place, t)]
    if row.place is Standing.OVERDUE and row.status_date is not None:
        status = t(f"word.progress.{row.status}")
        where += [html.Br(), html.Small(t("party.overdue", status=status))]
    fresh = freshness_words(row.status, row.status_date, row.source, answers.today, t)
    news: list[Any] = [fresh]
    if row.comment:
        news += [html.Br(), row.comment]
    earlier = answers.reports.get(row.pledge_id, ())[:-1]
    if earlier:
        items = [html.Li(_report(report, t)) for report in reversed(earlier)]
        news.append(disclosure(t("party.earlier", n=len(earlier)), html.Ul(items)))
    return [row.title, due_words(row.due, t), html.Span(where), html.Div(news), row.quote]


def _report(status_report: StatusReport, t: Text) -> str:
    words = status_words(status_report.status, status_report.status_date, status_report.source, t)
    return f"{words}. {status_report.comment}" if status_report.comment else words


def _commitment(commitment: Commitment, answers: PartyAnswers, t: Text) -> _Row:
    return _Row(
        commitment.commitment_id,
        promise_title(commitment.title_sv, commitment.title_en, t.lang),
        commitment.due,
        standing(commitment.status, commitment.due, answers.today),
        commitment.status,
        commitment.status_date,
        commitment.status_source,
        comment_words(commitment.status_comment, commitment.status_resources, t),
        promise_quote(commitment.quote_sv, commitment.section, t),
    )


def _activity(activity: Activity, answers: PartyAnswers, t: Text) -> _Row:
    return _Row(
        activity.activity_id,
        promise_title(activity.title_sv, activity.title_en, t.lang),
        activity.end,
        standing(activity.status, activity.end, answers.today),
        activity.status,
        activity.status_date,
        activity.status_source,
        comment_words(activity.status_comment, activity.status_resources, t),
        promise_quote(activity.quote_sv, activity.section, t),
    )


def _ordered(rows: list[_Row]) -> list[_Row]:
    """The late and unassessable first; within each, what is due first."""
    return sorted(
        rows,
        key=lambda row: (ORDER.index(row.place), last_day(row.due) or date.max, row.pledge_id),
    )


def _city_link(place: Municipality | None, t: Text) -> html.P | None:
    if place is None:
        return None
    there = href(Address("city", t.lang, place.slug))
    return html.P(html.A(t("party.city", name=place.name), href=there))


def _others(answers: PartyAnswers, address: Address, t: Text) -> html.Nav:
    """The way to every other party."""
    groups: list[Any] = [html.H2(t("party.others"), id="parties")]
    for kind, words in reversed(list(answers.kinds.items())):
        members = [party for party in answers.parties if party.kind == kind]
        links = [
            html.Li(
                html.A(
                    party_words(member.name, t),
                    href=href(Address("party", address.lang, member.slug)),
                    **aria(current="page" if member.slug == answers.party.slug else None),
                )
            )
            for member in members
        ]
        if links:
            heading = html.H3(capital(words.plural(address.lang)))
            groups += [heading, html.Ul(links, className="choices")]
    return html.Nav(groups, className="section", **aria(labelledby="parties"))
