"""The answer in sentences: what the goal asks for, and where the reader's own rate leads."""

from dataclasses import dataclass

from layouts.boards.what_if.answers import Held
from layouts.boards.what_if.choice import Choice, on_series_of, sufficient
from layouts.boards.what_if.words import amount, goal_name, lenient, rate
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.goals.verdict_model import BudgetAccount, Verdict
from progress.phrases.formats import day, percent, tonnes
from progress.phrases.wording import done_clause
from progress.phrases.words import emissions_phrase
from progress.road.scenario import (
    LAST_YEAR_TOLD,
    Scenario,
    budget_run_out,
    budget_sum,
    delay,
    done_value,
)

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Lead:
    """`first` is the page's lead, `then` follows it, `chart` stands at the chart."""

    first: str
    then: str
    chart: str


def lead(choice: Choice, t: Text) -> Lead:
    """Where the reader's rate leads, then what is needed; without one, what is needed first."""
    verdict = choice.held.verdict
    needed = _needed(choice, t)
    pace = " ".join(part for part in (_pace(verdict, t), _delay(choice, t)) if part)
    course = f"{_course(choice.scenario, verdict, t)} {outcome(choice, t)}".rstrip()
    if choice.rate_chosen:
        chosen = rate(choice.scenario.rate, t.lang)
        caption = t("what_if.chart.message", rate=chosen, start=choice.scenario.start_year)
        return Lead(course, f"{needed} {pace}".strip(), caption)
    return Lead(f"{needed} {_target(verdict, t)}".strip(), pace, course)


def outcome(choice: Choice, t: Text) -> str:
    """Whether the scenario reaches the goal, and when; for a budget, whether the sum fits."""
    verdict, scenario = choice.held.verdict, choice.scenario
    if verdict.budget is not None:
        return budget_words(scenario, verdict.budget, t)
    aim = verdict.target
    if aim is None or verdict.target_year is None:
        return ""
    words = f"{_target(verdict, t)} " if choice.rate_chosen else ""
    reached = scenario.year_of(aim)
    if reached is None:
        return words + lenient(t("what_if.reached.never", year=LAST_YEAR_TOLD), verdict, t)
    late = reached - verdict.target_year
    if late > 0:
        key = "what_if.reached.late.one" if late == 1 else "what_if.reached.late"
        return words + lenient(t(key, year=reached, late=late), verdict, t)
    key = "what_if.reached.already" if reached == scenario.year else "what_if.reached"
    return words + lenient(t(key, year=reached), verdict, t)


def budget_words(scenario: Scenario, account: BudgetAccount, t: Text) -> str:
    """The sum over the budget's whole period against the budget, and the day it is used up."""
    lang = t.lang
    total = budget_sum(scenario, account)
    words = t(
        "what_if.budget.sum",
        first=account.first_year,
        last=account.last_year,
        total=tonnes(total.total, lang),
        budget=tonnes(account.budget_tonnes, lang),
    )
    gone = budget_run_out(scenario, account)
    if gone is None:
        return f"{words} {t('what_if.budget.fits', left=tonnes(max(0.0, -total.over), lang))}"
    over = t("what_if.budget.over", over=tonnes(total.over, lang), day=day(gone, lang))
    return f"{words} {over}"


def other_budgets(choice: Choice, t: Text) -> list[tuple[Held, str]]:
    """The city's other budgets with the same rate and start on the series they are held against."""
    result = []
    for other in choice.all_held:
        account = other.verdict.budget
        if account is None or other is choice.held:
            continue
        scenario = on_series_of(choice, other)
        if scenario is not None:
            result.append((other, budget_words(scenario, account, t)))
    return result


def _target(verdict: Verdict, t: Text) -> str:
    if verdict.budget is not None or verdict.target is None:
        return ""
    target = amount(verdict.target, verdict, t.lang)
    readings = "" if verdict.bounds is None else ".bounds"
    return t(f"what_if.target{readings}", target=target, year=verdict.target_year)


def _pace(verdict: Verdict, t: Text) -> str:
    """Where the same pace leads."""
    last, done = (
        verdict.target_year,
        done_clause(verdict, t.lang, emissions_phrase(verdict, t.lang)),
    )
    if done is None or last is None:
        return ""
    value = amount(done_value(verdict, last), verdict, t.lang)
    done = done[:1].upper() + done[1:]
    return t("what_if.pace.leads", done=done, value=value, year=last)


def _delay(choice: Choice, t: Text) -> str:
    """What a year's delay costs: a higher rate, and tonnes where tonnes of years can be added."""
    verdict = choice.held.verdict
    result = delay(verdict, choice.scenario.start_year)
    if result is None or result.later_rate > HALF:
        return ""
    key = "what_if.delay"
    if verdict.budget is not None or verdict.unit is not Unit.TONNES:
        key = "what_if.delay.rate"
    return t(
        key,
        start=result.start_year + 1,
        rate=rate(sufficient(result.later_rate), t.lang),
        before=rate(sufficient(result.rate), t.lang),
        more=tonnes(result.more, t.lang),
        last=verdict.target_year,
    )


def _course(scenario: Scenario, verdict: Verdict, t: Text) -> str:
    last, before = verdict.target_year or scenario.start_year, scenario.start_year - 1
    fields = {
        "year": scenario.year,
        "actual": amount(scenario.value, verdict, t.lang),
        "rate": rate(scenario.rate, t.lang),
        "start": scenario.start_year,
        "before": before,
        "until": amount(scenario.at(before), verdict, t.lang),
        "last": last,
        "value": amount(scenario.at(last), verdict, t.lang),
    }
    at_once = ".at_once" if before == scenario.year else ""
    level = ".level" if scenario.rate == 0 else ""
    pace = ".no_pace" if not at_once and verdict.done_rate is None else ""
    return t(f"what_if.course{level}{at_once}{pace}", **fields)


def _needed(choice: Choice, t: Text) -> str:
    verdict, needed, start = choice.held.verdict, choice.needed, choice.scenario.start_year
    goal = goal_name(choice.held, t)
    if needed is not None:
        half = ".half" if needed > HALF else ""
        each = percent(needed, t.lang, 1) if half else rate(sufficient(needed), t.lang)
        if verdict.needed_is_least:
            each = t("what_if.least", rate=each)
        return t(f"what_if.needed{half}", goal=goal, rate=each, start=start)
    account = verdict.budget
    if account is not None and account.remaining_tonnes <= 0:
        return t("what_if.needed.over", over=tonnes(-account.remaining_tonnes, t.lang), start=start)
    if account is not None or verdict.needed_tonnes_per_year is None:
        return t("what_if.needed.enough", year=start - 1)
    years = (verdict.target_year or start) - start + 1
    if years < 1 or verdict.target is None:
        return t("what_if.needed.unreachable", start=start)
    value = choice.scenario.at(start - 1)
    each = amount((value - verdict.target) / years, verdict, t.lang)
    return t("what_if.needed.tonnes", amount=each, start=start)
