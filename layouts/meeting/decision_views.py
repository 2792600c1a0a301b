"""What the meeting has to decide and what earlier ones decided, with what they saw."""

from typing import Any

from layouts import html
from layouts.city.ahead import goal_name
from layouts.city.ahead import leading as leads_the_page
from layouts.html.blocks import Block, Heading, Side, Words
from layouts.links.addresses import href
from layouts.meeting.matter_words import matter_title
from layouts.meeting.view import Setting, View, short_list
from layouts.phrases import kronor
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.goals.verdict_model import Verdict
from progress.phrases.formats import day, part_of_date, percent, tonnes, tonnes_span
from progress.promises.decisions import Decision, DecisionState, coming, followed, proposals

MOST_PROPOSED = 3
MOST_POLITICAL = 3
MOST_FOLLOWED = 4
DECIMAL_UNDER = 0.01
KINDS = ("decisions", "meetings", "commitments", "activities")


def decisions(setting: Setting) -> View:
    """Proposals and what must go to politics; then what was decided and what came of it."""
    t, answers = setting.t, setting.answers
    proposed, taken = proposals(answers.decisions), followed(answers.decisions)
    political = [matter for matter in answers.matters if matter.political]
    left: list[Block] = [Heading(t("meeting.decisions.proposed", n=len(proposed)))]
    if proposed:
        gap = _gap(setting)
        left.append(
            short_list([proposal_item(each, setting) for each in proposed], MOST_PROPOSED, setting)
        )
        left += [Words(gap, "note")] if gap else []
    else:
        left.append(Words(t("meeting.decisions.proposed.none")))
    if political:
        titles = [matter_title(matter, t) for matter in political]
        left.append(Heading(t("meeting.decisions.political", n=len(political))))
        left.append(short_list(titles, MOST_POLITICAL, setting))
    right: list[Block] = [Heading(t("meeting.decisions.taken", n=len(taken)))]
    if taken:
        items = [taken_item(each, setting) for each in taken]
        right.append(short_list(items, MOST_FOLLOWED, setting))
    else:
        right.append(Words(t("meeting.decisions.taken.none")))
    right.append(Words(_next(setting), "note"))
    body = Side((tuple(left), tuple(right)), "split meeting-halves")
    return View("decisions", t("meeting.decisions"), (body,), KINDS)


def proposal_item(decision: Decision, setting: Setting) -> html.Span:
    """What is proposed, who is to carry it out and when, what it costs and cuts of the gap."""
    t = setting.t
    facts = [
        decision.responsible,
        _due(decision, t),
        "" if decision.cost_sek is None else kronor.words(decision.cost_sek, t.lang),
        _effect(decision, setting),
    ]
    return _item(decision, "; ".join(fact for fact in facts if fact))


def taken_item(decision: Decision, setting: Setting) -> html.Span:
    """ "Beslutat 26 november 2026: inte klart. Upphandlingen har börjat.", and what it saw."""
    t = setting.t
    when = "" if decision.meeting_day is None else day(decision.meeting_day, t.lang)
    words: list[Any] = [t(f"meeting.decisions.state.{decision.state}", day=when)]
    if decision.state == DecisionState.DECIDED and (due := _due(decision, t)):
        words.append(f", {due}")
    if decision.followed_up is not None:
        words.append(t("meeting.decisions.followed", day=day(decision.followed_up, t.lang)))
    if decision.comment:
        words.append(f" {decision.comment}")
    return _item(decision, words, _seen(decision, setting))


def _seen(decision: Decision, setting: Setting) -> list[Any]:
    """The way to the snapshot that the meeting saw, where there is one of that name."""
    if not decision.snapshot:
        return []
    names = {each.name: each for each in setting.answers.snapshots}
    words = setting.t("meeting.decisions.saw", name=decision.snapshot)
    if decision.snapshot not in names:
        return [" ", words]
    number = str(names[decision.snapshot].snapshot_id)
    there = setting.address.with_query(view="frozen", meeting=number)
    return [" ", html.A(words, href=href(there))]


def _item(decision: Decision, words: Any, more: list[Any] | None = None) -> html.Span:
    """In the city's own language."""
    said = words if isinstance(words, list) else [words]
    return html.Span(
        [
            html.Strong(decision.text, lang="sv"),
            html.Br(),
            html.Span([*said, *(more or [])], className="quiet"),
        ]
    )


def _due(decision: Decision, t: Text) -> str:
    if not decision.due:
        return ""
    return t("meeting.decisions.due", due=part_of_date(decision.due, t.lang))


def _effect(decision: Decision, setting: Setting) -> str:
    """The yearly cut as stated, and how much of the gap it is where that is known."""
    if decision.effect is None:
        return ""
    t, low, high = setting.t, *decision.effect
    words = t("meeting.decisions.effect", tonnes=tonnes_span(low, high, t.lang))
    verdict = _led_by(setting)
    if verdict is None or not verdict.target_gap:
        return words
    share = _shares(low / verdict.target_gap, high / verdict.target_gap, t.lang)
    return f"{words} {t('meeting.decisions.of_gap', share=share)}"


def _shares(low: float, high: float, lang: str) -> str:
    """ "10–20 %", with a decimal under one per cent."""
    ends = [percent(each, lang, int(each < DECIMAL_UNDER)) for each in (low, high)]
    if ends[0] == ends[1]:
        return ends[0]
    return f"{ends[0].removesuffix('%').rstrip()}–{ends[1]}"


def _led_by(setting: Setting) -> Verdict | None:
    """The verdict whose gap in tonnes a proposal is seen against; None where there is no gap."""
    verdict = leads_the_page(setting.answers.city)
    own = None if verdict is None else verdict.effective
    if own is None or own.unit is not Unit.TONNES or (own.target_gap or 0) <= 0:
        return None
    return own


def _gap(setting: Setting) -> str:
    """The gap that the proposals' tonnes are to be seen against."""
    own = _led_by(setting)
    if own is None:
        return ""
    return setting.t(
        "meeting.decisions.gap",
        gap=tonnes(own.target_gap, setting.lang),
        year=own.target_year,
        goal=goal_name(own, setting.lang),
    )


def _next(setting: Setting) -> str:
    t, answers = setting.t, setting.answers
    meetings = coming(answers.city.meetings, answers.today)
    if not meetings:
        return t("meeting.decisions.next.none")
    return t("meeting.decisions.next", day=day(meetings[0].day, t.lang), body=meetings[0].body)
