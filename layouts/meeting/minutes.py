"""What the minutes rest on, for paper: where the city stands, what is off course, what was
proposed, decided and followed up, with sources."""

from layouts import html
from layouts.html.blocks import Block, Heading, Items, Words
from layouts.meeting.decision_views import proposal_item, taken_item
from layouts.meeting.foot import release_words, rests_on, state_words
from layouts.meeting.matter_words import matter_title, matter_words
from layouts.meeting.view import Setting, View
from layouts.meeting.words import off_words
from layouts.phrases.goal_words import title_span
from progress.phrases.formats import day
from progress.phrases.lead import lead
from progress.promises.decisions import Meeting, followed, meeting_of, proposals
from progress.promises.pledge_status import Standing

KINDS = ("emissions", "goals", "commitments", "activities", "meetings", "decisions")
OFF_COURSE = (Standing.LATE, Standing.STOPPED, Standing.OVERDUE)


def minutes(setting: Setting) -> View:
    """The sections of the minutes, each with what is known or that there is nothing."""
    t, answers = setting.t, setting.answers
    meeting = meeting_of(answers.city.meetings, answers.today)
    taken = followed(answers.decisions)
    now = [each for each in taken if meeting is not None and each.meeting_day == meeting.day]
    off = [goal for goal in answers.assessed if goal.off]
    matters = [each for each in answers.matters if each.own and each.standing in OFF_COURSE]
    opening = lead(answers.verdicts, answers.city.municipality, setting.lang, answers.city.causes)
    body: tuple[Block, ...] = (
        Words(_meeting(meeting, setting), "lead"),
        Heading(t("meeting.minutes.standing")),
        Words(opening.text),
        *_list(
            setting,
            "off",
            tuple(
                html.Span([title_span(goal.goal.goal, setting.lang), ": ", off_words(goal, t)])
                for goal in off
            ),
        ),
        *_list(setting, "late", tuple(matter_words(each, setting, badge=True) for each in matters)),
        *_list(
            setting,
            "political",
            tuple(matter_title(each, t) for each in answers.matters if each.political),
        ),
        *_list(
            setting,
            "proposed",
            tuple(proposal_item(each, setting) for each in proposals(answers.decisions)),
        ),
        *_list(setting, "decided", tuple(taken_item(each, setting) for each in now)),
        *_list(
            setting,
            "followed",
            tuple(taken_item(each, setting) for each in taken if each not in now),
        ),
        Heading(t("meeting.minutes.sources")),
        Items(tuple(release_words(each, t) for each in rests_on(answers, KINDS))),
        Words(state_words(answers, t), "note"),
    )
    return View("minutes", t("meeting.minutes", name=setting.name), body, KINDS)


def _meeting(meeting: Meeting | None, setting: Setting) -> str:
    """Which meeting, when, and which snapshot it saw."""
    t = setting.t
    if meeting is None:
        return t("meeting.minutes.no_meeting", day=day(setting.answers.today, setting.lang))
    words = t("meeting.minutes.meeting", body=meeting.body, day=day(meeting.day, setting.lang))
    since = setting.answers.since
    saw = meeting.snapshot or ("" if since is None else since.name)
    return f"{words} {t('meeting.minutes.saw', name=saw)}" if saw else words


def _list(setting: Setting, name: str, items: tuple[object, ...]) -> tuple[Block, ...]:
    t = setting.t
    heading = Heading(t(f"meeting.minutes.{name}"))
    if not items:
        return heading, Words(t("meeting.minutes.nothing"))
    return heading, Items(items)
