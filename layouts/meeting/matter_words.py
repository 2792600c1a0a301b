"""A matter that a meeting follows up, in words: where it stands, what it is, whose, and why."""

from typing import Any

from layouts import html
from layouts.meeting.view import Setting
from layouts.phrases.pledges import (
    comment_words,
    due_words,
    party_words,
    promise_title,
    standing_badge,
)
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from progress.promises.matters import Matter
from progress.promises.parties import names_of
from progress.records import Commitment


def matter_title(matter: Matter, t: Text) -> Any:
    """The promise's title, in the reader's language where there is one."""
    promise = matter.promises[0]
    return promise_title(promise.title_sv, promise.title_en, t.lang)


def matter_words(matter: Matter, setting: Setting, *, badge: bool = False) -> html.Span:
    """Title, whose and when; then the reason that was reported, where there is one. With a `badge`
    where it stands comes first: where the heading does not say so."""
    t = setting.t
    parts = [_party(matter, setting), due_words(matter.due, t) if matter.due else ""]
    if len(matter.promises) > 1:
        parts.append(t("meeting.matter.both"))
    words: list[Any] = [
        *([standing_badge(matter.standing, t), " "] if badge else []),
        matter_title(matter, t),
        html.Span(" · " + ", ".join(part for part in parts if part), className="quiet"),
    ]
    newest = matter.newest
    reason = comment_words(newest.status_comment, newest.status_resources, t)
    if reason:
        words.append(html.Span([html.Br(), reason], className="quiet reason"))
    return html.Span(words)


def _party(matter: Matter, setting: Setting) -> str:
    """Who has promised it; several of a kind are named together."""
    t, promise = setting.t, matter.promises[0]
    if not isinstance(promise, Commitment):
        return t("meeting.party.activity")
    if len(names_of(promise.party)) > 1:
        return capital(setting.answers.city.party_kinds[promise.party_kind].together(t.lang))
    return party_words(promise.party, t)
