"""What the parties of the contract have promised, and the city's activities, with dated status."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html

from layouts.addresses import Address
from layouts.cards import disclosure, section
from layouts.city.answers import CityAnswers
from layouts.goal_words import quote_language
from layouts.text import Text, text
from progress.facts import Activity, Commitment
from progress.formats import day

PARTY_ORDER = ("municipality", "municipalities", "viable_cities", "agency")
CONTRACT_TOLD = "as told in the contract signed in December 2023"
"""How the store says that a status stands in the contract; the text gives no day of signing."""

KNOWN_STATUSES = frozenset({"not_begun", "running", "done", "late", "stopped", "unknown"})


def commitments_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """Commitments by party and activities; only contract cities have them."""
    if not answers.municipality.is_contract_city:
        return None
    t = text(address.lang)
    parts: list[Any] = [html.P(t("city.commitments.intro"))]
    own = [one for one in answers.commitments if one.municipality_code is not None]
    if not own:
        words = t("city.commitments.none", name=answers.municipality.name)
        parts.append(html.P(words, className="note"))
    for party, rows in _by_party(answers.commitments):
        opened = rows[0].municipality_code is not None
        summary = t("city.commitments.party", party=party, n=len(rows))
        items = [_commitment(one, address.lang, t) for one in rows]
        parts.append(disclosure(summary, html.Ul(items, className="promises"), opened=opened))
    if answers.activities:
        summary = t("city.activities.heading", n=len(answers.activities))
        items = [_activity(one, address.lang, t) for one in answers.activities]
        parts.append(disclosure(summary, html.Ul(items, className="promises")))
    return section("commitments", t("city.commitments.heading"), *parts)


def _by_party(rows: Sequence[Commitment]) -> list[tuple[str, list[Commitment]]]:
    grouped: dict[str, list[Commitment]] = {}
    for one in sorted(rows, key=_place):
        grouped.setdefault(one.party, []).append(one)
    return list(grouped.items())


def _place(one: Commitment) -> tuple[bool, int, str]:
    known = one.party_kind in PARTY_ORDER
    place = PARTY_ORDER.index(one.party_kind) if known else len(PARTY_ORDER)
    return one.municipality_code is None, place, one.commitment_id


def _commitment(one: Commitment, lang: str, t: Text) -> html.Li:
    title = one.title_en if lang == "en" and one.title_en else one.title_sv
    swedish = lang == "en" and not one.title_en
    source = t("word.section", section=one.section) if one.section else ""
    return html.Li(
        [
            html.P(
                [
                    html.Span(title, lang="sv" if swedish else None, className="promise"),
                    html.Span(_due(one.due, t), className="note") if one.due else None,
                ]
            ),
            html.P(
                status_words(one.status, one.status_date, one.status_source, lang, t),
                className="status",
            ),
            html.P(one.status_comment, className="note") if one.status_comment else None,
            _quote(one.quote_sv, ", ".join(part for part in (one.contract, source) if part)),
        ]
    )


def _activity(one: Activity, lang: str, t: Text) -> html.Li:
    title = one.title_en if lang == "en" and one.title_en else one.title_sv
    swedish = lang == "en" and not one.title_en
    facts = [
        t("city.activities.responsible", name=one.responsible) if one.responsible else "",
        t("city.activities.financed", name=one.financed_by) if one.financed_by else "",
        t("city.activities.time", span="–".join(p for p in (one.start, one.end) if p))
        if one.start or one.end
        else "",
    ]
    known = ". ".join(fact for fact in facts if fact)
    return html.Li(
        [
            html.P(html.Span(title, lang="sv" if swedish else None, className="promise")),
            html.P(
                status_words(one.status, one.status_date, one.status_source, lang, t),
                className="status",
            ),
            html.P(f"{known}.", className="note") if known else None,
            _quote(one.quote_sv, t("word.section", section=one.section) if one.section else ""),
        ]
    )


def status_words(status: str, told: date | None, source: str, lang: str, t: Text) -> str:
    """The status, who told it and when: "pågår (enligt kontraktet, december 2023)"."""
    words = t(f"word.progress.{status if status in KNOWN_STATUSES else 'unknown'}")
    if source == CONTRACT_TOLD:
        return f"{words} ({t('city.status.contract')})"
    told_by = [source] if source else []
    if told is not None:
        told_by.append(day(told, lang))
    return f"{words} ({', '.join(told_by)})" if told_by and status != "unknown" else words


def _due(due: str, t: Text) -> str:
    return t("city.commitments.yearly") if due == "yearly" else t("city.commitments.due", due=due)


def _quote(words: str, source: str) -> html.P | None:
    if not words:
        return None
    return html.P(
        [
            html.Q(words, lang=quote_language(words)),
            f" ({source})" if source else "",
        ],
        className="note",
    )
