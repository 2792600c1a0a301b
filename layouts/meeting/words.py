"""Facts of a meeting in short words: a goal's gap, a turn, what a question asks."""

from layouts.city.indicators import value_words
from layouts.meeting.answers import MeetingAnswers
from layouts.meeting.view import Setting
from layouts.phrases.goal_words import title
from layouts.phrases.text import Text
from progress.emissions.turning_points import Turn
from progress.goals.verdict_model import Attainment, BudgetAccount
from progress.phrases.formats import day, percent, tonnes
from progress.phrases.wording import done_words, in_unit
from progress.phrases.wording import needed_words as needed
from progress.phrases.words import sector_word
from progress.promises.attention import AssessedGoal, Question, Subject


def gap_words(goal: AssessedGoal, t: Text) -> str:
    """How far the newest value is from what the goal asks for that year."""
    verdict = goal.verdict
    account = verdict.budget
    if account is not None:
        share, time = percent(account.share_used, t.lang), percent(account.share_of_time, t.lang)
        return t("meeting.gap.budget", share=share, time=time)
    if verdict.path_gap is None or verdict.latest_year is None:
        return t("word.none")
    key = "meeting.gap.over" if verdict.path_gap > 0 else "meeting.gap.under"
    gap = in_unit(abs(verdict.path_gap), verdict.unit, t.lang)
    return t(key, gap=gap, year=verdict.latest_year)


def needed_words(goal: AssessedGoal, t: Text) -> str:
    """What is needed a year: "minskning 7,6 % om året"."""
    words = needed(goal.verdict, t.lang)
    return t("word.none") if words is None else t("meeting.needed", rate=words)


def pace_words(goal: AssessedGoal, t: Text) -> str:
    """What has been done: "minskat 1,1 % om året"."""
    return done_words(goal.verdict, t.lang) or t("word.none")


def off_words(goal: AssessedGoal, t: Text) -> str:
    """Why a goal is off course, in a few words."""
    if goal.verdict.attainment is Attainment.MISSED:
        return t("meeting.off.missed", year=goal.verdict.target_year)
    gap, rate = gap_words(goal, t), needed_words(goal, t)
    known = gap != t("word.none")
    words = t("meeting.off" if known else "meeting.off.rate", gap=gap, rate=rate)
    return f"{words} {t('meeting.indicative')}" if goal.indicative else words


def turn_words(turn: Turn, what: str, t: Text) -> str:
    """A turn in tonnes: "Transporter ökade 4 % 2024 (12 tusen ton), efter att ha minskat"."""
    key = "meeting.turn.up" if turn.rises else "meeting.turn.down"
    return t(
        key,
        what=what,
        share=percent(abs(turn.share), t.lang),
        tonnes=tonnes(abs(turn.difference), t.lang),
        year=turn.year,
        first=turn.first_year,
        last=turn.year - 1,
    )


def turns(answers: MeetingAnswers, t: Text) -> list[str]:
    """Everything that has turned: the whole, the sectors, the indicators."""
    lang = t.lang
    result = []
    if answers.turn is not None:
        result.append(turn_words(answers.turn, t("meeting.turn.total"), t))
    result += [turn_words(turn, sector_word(code, lang), t) for code, turn in answers.sector_turns]
    for figures, turn in answers.indicator_turns:
        definition = figures.definition
        result.append(
            t(
                "meeting.turn.indicator.up" if turn.rises else "meeting.turn.indicator.down",
                what=definition.name_sv if lang == "sv" else definition.name_en,
                before=value_words(definition, turn.before, lang),
                value=value_words(definition, turn.value, lang),
                year=turn.year,
            )
        )
    return result


def question_words(question: Question, setting: Setting) -> tuple[str, str]:
    """A question and the fact that raises it."""
    t, lang = setting.t, setting.lang
    key = f"meeting.question.{question.subject}"
    values: dict[str, object] = {"name": setting.name, "n": question.n, "of": question.of}
    goal, turn = question.assessed, question.turn
    if goal is not None:
        values |= {
            "goal": title(goal.goal.goal, lang),
            "needed": needed_words(goal, t),
            "pace": pace_words(goal, t),
        }
        account = goal.verdict.budget
        if question.subject in (Subject.BUDGET, Subject.UNREACHABLE):
            key, more = _budget(key, account, lang)
            values |= more
    if turn is not None:
        values["fact"] = turn_words(turn, t("meeting.turn.total"), t)
    fact = t(f"{key}.fact", **values)
    if goal is not None and goal.indicative:
        fact = f"{fact} {t('meeting.indicative')}"
    return t(key, **values), fact


def _budget(key: str, account: BudgetAccount | None, lang: str) -> tuple[str, dict[str, object]]:
    if account is None:
        return key, {}
    if account.remaining_tonnes < 0:
        over = tonnes(-account.remaining_tonnes, lang)
        return "meeting.question.budget.over", {"tonnes": over}
    if account.run_out_if_level is None:
        return key, {"day": "", "last": account.last_year}
    return "meeting.question.budget.out", {"day": day(account.run_out_if_level, lang)}
