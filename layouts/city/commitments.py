"""What the parties of the contract have promised, and the city's activities, with dated status."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.cards import disclosure, section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.corrections import corrected_words
from layouts.phrases.pledges import (
    due_words,
    party_words,
    promise_quote,
    promise_title,
    status_words,
)
from layouts.phrases.text import Text, text
from progress.corrections import Correction
from progress.promises.parties import PartyKinds, names_of, party_slug
from progress.records import Activity, Commitment


def commitments_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """Commitments by party and activities; only contract cities have them."""
    if not answers.municipality.is_contract_city:
        return None
    t = text(address.lang)
    parts: list[Any] = [html.P(t("city.commitments.intro"))]
    own = [
        commitment for commitment in answers.commitments if commitment.municipality_code is not None
    ]
    shared = [
        commitment for commitment in answers.commitments if commitment.municipality_code is None
    ]
    parts.append(html.H3(answers.municipality.name))
    if not own:
        parts.append(html.P(t("city.commitments.none", name=answers.municipality.name)))
    fixed = answers.corrections
    kinds = answers.party_kinds
    parts += [_party(party, rows, fixed, t) for party, rows in _by_party(own, kinds)]
    if answers.activities:
        parts.append(_activities(answers, t))
    if shared:
        parts.append(html.H3(t("city.commitments.shared")))
        parts += [_party(party, rows, fixed, t) for party, rows in _by_party(shared, kinds)]
    there = href(Address("newest_follow_up", address.lang))
    parts.append(html.P(html.A(t("follow_up.link"), href=there)))
    return section("commitments", t("city.commitments.heading"), *parts)


def _by_party(rows: Sequence[Commitment], kinds: PartyKinds) -> list[tuple[str, list[Commitment]]]:
    order = list(kinds)

    def place(row: Commitment) -> tuple[bool, int, str]:
        return row.municipality_code is None, order.index(row.party_kind), row.commitment_id

    grouped: dict[str, list[Commitment]] = {}
    for row in sorted(rows, key=place):
        grouped.setdefault(row.party, []).append(row)
    return list(grouped.items())


def _party(
    party: str, rows: Sequence[Commitment], fixed: Sequence[Correction], t: Text
) -> html.Details:
    """One party's commitments as a table behind a line that counts them."""
    columns = [
        Column(t("city.commitments.column.title")),
        Column(t("city.commitments.column.due")),
        Column(t("city.commitments.column.status")),
        Column(t("city.commitments.column.quote"), wide=True),
    ]
    name = party_words(party, t)
    reported = sum(row.status != "unknown" for row in rows)
    key = "city.commitments.party" if reported else "city.commitments.party.none"
    return disclosure(
        t(key, party=name, n=len(rows), reported=reported),
        table(
            t("city.commitments.caption", party=name),
            columns,
            [
                _commitment(row, corrected_words(fixed, row.commitment_id, t), t.lang)
                for row in rows
            ],
            stack=True,
        ),
        _links(party, rows, t),
    )


def _links(party: str, rows: Sequence[Commitment], t: Text) -> html.P | None:
    """The ways to all that the party, or each of the parties, has promised."""
    if any(row.party_kind == "municipality" and row.municipality_code is None for row in rows):
        return None
    links: list[Any] = []
    for name in names_of(party):
        there = href(Address("party", t.lang, party_slug(name)))
        links += [", " if links else "", html.A(name, href=there)]
    return html.P([t("pledge.all_of"), " ", *links])


@lru_cache(maxsize=256)  # those that all parties share are on the page of every city
def _commitment(commitment: Commitment, corrected: str, lang: str) -> tuple[Any, ...]:
    t = text(lang)
    status = status_words(commitment.status, commitment.status_date, commitment.status_source, t)
    comment = commitment.status_comment
    comment = comment.removesuffix(".") if corrected else comment
    return (
        promise_title(commitment.title_sv, commitment.title_en, lang),
        due_words(commitment.due, t),
        ". ".join(filter(None, (status, comment, corrected))),
        promise_quote(commitment.quote_sv, commitment.section, t),
    )


def _activities(answers: CityAnswers, t: Text) -> html.Details:
    columns = [
        Column(t("city.activities.column.title")),
        Column(t("city.commitments.column.status")),
        Column(t("city.activities.column.who")),
        Column(t("city.commitments.column.quote"), wide=True),
    ]
    rows = [
        _activity(activity, corrected_words(answers.corrections, activity.activity_id, t), t)
        for activity in answers.activities
    ]
    caption = t("city.activities.caption", name=answers.municipality.name)
    return disclosure(
        t("city.activities.heading", n=len(answers.activities)),
        table(caption, columns, rows, stack=True),
    )


def _activity(activity: Activity, corrected: str, t: Text) -> list[Any]:
    facts = [
        activity.responsible,
        t("city.activities.financed", name=activity.financed_by) if activity.financed_by else "",
        "–".join(part for part in (activity.start, activity.end) if part),
    ]
    status = status_words(activity.status, activity.status_date, activity.status_source, t)
    return [
        promise_title(activity.title_sv, activity.title_en, t.lang),
        f"{status}. {corrected}" if corrected else status,
        ". ".join(fact for fact in facts if fact) or t("word.missing"),
        promise_quote(activity.quote_sv, activity.section, t),
    ]
