"""What the parties of the contract have promised, and the city's activities, with dated status."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html

from layouts.addresses import Address
from layouts.cards import disclosure, section
from layouts.city.answers import CityAnswers
from layouts.goal_words import quote_language
from layouts.tables import Column, table
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
    shared = [one for one in answers.commitments if one.municipality_code is None]
    parts.append(html.H3(answers.municipality.name))
    if not own:
        parts.append(html.P(t("city.commitments.none", name=answers.municipality.name)))
    parts += [_party(party, rows, address.lang, t) for party, rows in _by_party(own)]
    if answers.activities:
        parts.append(_activities(answers, address.lang, t))
    if shared:
        parts.append(html.H3(t("city.commitments.shared")))
        parts += [_party(party, rows, address.lang, t) for party, rows in _by_party(shared)]
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


def _party(party: str, rows: Sequence[Commitment], lang: str, t: Text) -> html.Details:
    """One party's commitments as a table behind a line that counts them."""
    columns = [
        Column(t("city.commitments.column.title")),
        Column(t("city.commitments.column.due")),
        Column(t("city.commitments.column.status")),
        Column(t("city.commitments.column.quote"), wide=True),
    ]
    reported = sum(one.status != "unknown" for one in rows)
    key = "city.commitments.party" if reported else "city.commitments.party.none"
    return disclosure(
        t(key, party=party, n=len(rows), reported=reported),
        table(
            t("city.commitments.caption", party=party),
            columns,
            [_commitment(one, lang, t) for one in rows],
            stack=True,
        ),
    )


def _commitment(one: Commitment, lang: str, t: Text) -> list[Any]:
    status = status_words(one.status, one.status_date, one.status_source, lang, t)
    return [
        _title(one.title_sv, one.title_en, lang),
        _due(one.due, t),
        f"{status}. {one.status_comment}" if one.status_comment else status,
        _quote(one.quote_sv, one.section, t),
    ]


def _activities(answers: CityAnswers, lang: str, t: Text) -> html.Details:
    columns = [
        Column(t("city.activities.column.title")),
        Column(t("city.commitments.column.status")),
        Column(t("city.activities.column.who")),
        Column(t("city.commitments.column.quote"), wide=True),
    ]
    rows = [_activity(one, lang, t) for one in answers.activities]
    caption = t("city.activities.caption", name=answers.municipality.name)
    return disclosure(
        t("city.activities.heading", n=len(answers.activities)),
        table(caption, columns, rows, stack=True),
    )


def _activity(one: Activity, lang: str, t: Text) -> list[Any]:
    facts = [
        one.responsible,
        t("city.activities.financed", name=one.financed_by) if one.financed_by else "",
        "–".join(part for part in (one.start, one.end) if part),
    ]
    return [
        _title(one.title_sv, one.title_en, lang),
        status_words(one.status, one.status_date, one.status_source, lang, t),
        ". ".join(fact for fact in facts if fact) or t("word.missing"),
        _quote(one.quote_sv, one.section, t),
    ]


def _title(title_sv: str, title_en: str, lang: str) -> html.Span:
    if lang == "en" and title_en:
        return html.Span(title_en)
    return html.Span(title_sv, lang=None if lang == "sv" else "sv")


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
    if not due:
        return t("city.commitments.undated")
    return t("city.commitments.yearly") if due == "yearly" else t("city.commitments.due", due=due)


def _quote(words: str, section_number: str, t: Text) -> Any:
    if not words:
        return t("word.none")
    place = f" ({t('word.section', section=section_number)})" if section_number else ""
    return html.Span([html.Q(words, lang=quote_language(words)), place], className="note")
