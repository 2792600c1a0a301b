"""A promise in words: its title, when it is due, what was last told of it and how old that is."""

from datetime import date
from typing import Any

from layouts.html.markup import Element, data
from layouts.phrases.goal_words import quote_language
from layouts.phrases.text import Text
from progress.phrases.formats import day, part_of_date
from progress.promises.parties import EVERY_MUNICIPALITY
from progress.promises.pledge_status import Freshness, Standing, freshness

CONTRACT_SOURCE = "as told in the contract"
"""How the store begins to say that a status stands in the contract itself."""

KNOWN_STATUSES = frozenset({"not_begun", "running", "done", "late", "stopped", "unknown"})


def party_words(name: str, t: Text) -> str:
    """A party's name: its own in both languages, but for all municipalities together."""
    return t("party.every_municipality") if name == EVERY_MUNICIPALITY else name


def promise_title(title_sv: str, title_en: str, lang: str) -> Element:
    """The title in the reader's language, marked as Swedish where there is no English."""
    if lang == "en" and title_en:
        return Element("span", title_en)
    return Element("span", title_sv, lang=None if lang == "sv" else "sv")


def status_words(status: str, reported: date | None, source: str, t: Text) -> str:
    """The status, who told it and when: "pågår (enligt kontraktet, 8 december 2023)"."""
    words = t(f"word.progress.{status if status in KNOWN_STATUSES else 'unknown'}")
    if status == "unknown" and not source:
        return words
    by = _reported_by(source, reported, t)
    return f"{words} ({by})" if by else words


def comment_words(comment: str, resources: str, t: Text) -> str:
    """The comment on a status, and what the promise needs where that is told."""
    if not resources:
        return comment
    needs = t(f"pack.resources.{resources}").capitalize()
    return f"{comment.removesuffix('.')}. {needs}" if comment else needs


def freshness_words(status: str, reported: date | None, source: str, today: date, t: Text) -> str:
    """When the newest status was told and by whom, and that it is old where it is."""
    age = freshness(status, reported, today)
    if age is Freshness.NONE:
        return t("pledge.never")
    words = _reported_by(source, reported, t)
    return t("pledge.old", told=words) if age is Freshness.OLD else words


def standing_badge(where: Standing, t: Text) -> Element:
    """Where the promise stands, in words."""
    return Element(
        "span", t(f"pledge.standing.{where}"), className="badge", **data(status=str(where))
    )


def due_words(due: str, t: Text) -> str:
    """The time that the promise states."""
    if not due:
        return t("city.commitments.undated")
    if due == "yearly":
        return t("city.commitments.yearly")
    return t("city.commitments.due", due=part_of_date(due, t.lang))


def promise_quote(words: str, section_number: str, t: Text) -> Any:
    """The promise verbatim, with its place in the contract."""
    if not words:
        return t("word.none")
    place = f" ({t('word.section', section=section_number)})" if section_number else ""
    return Element(
        "span", [Element("q", words, lang=quote_language(words)), place], className="note"
    )


def _reported_by(source: str, reported: date | None, t: Text) -> str:
    by = t("pledge.contract") if source.startswith(CONTRACT_SOURCE) else source
    return ", ".join(
        part for part in (by, "" if reported is None else day(reported, t.lang)) if part
    )
