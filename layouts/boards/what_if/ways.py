"""The reader's assumption beside the goal's own path and the same pace, in one small table."""

from layouts import html
from layouts.boards.what_if.choice import Choice
from layouts.boards.what_if.words import amount, rate
from layouts.html.tables import Column, table
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.goals.path import RatePath
from progress.goals.verdict_model import Verdict
from progress.phrases.formats import percent, tonnes
from progress.phrases.wording import done_words
from progress.road.scenario import (
    LAST_YEAR_TOLD,
    budget_sum,
    done_sum,
    done_value,
    done_year_of,
    path_behind,
    path_sum,
)

Row = list[str]


def ways(choice: Choice, t: Text) -> html.Div:
    """Pace, value in the target year, sum, and when the goal is reached, of the three."""
    verdict, last = choice.held.verdict, choice.target_year
    columns = [
        Column(t("what_if.ways.way")),
        Column(t("what_if.ways.pace")),
        Column(t("what_if.ways.value", year=last), numeric=True),
    ]
    if verdict.unit is Unit.TONNES:
        first = _first(choice)
        columns.append(Column(t("what_if.ways.sum", first=first, last=last), numeric=True))
    columns.append(Column(t("what_if.ways.reached")))
    rows = [_own(choice, t), _goal(choice, t), _pace(choice, t)]
    shown = [_cells(row, verdict) for row in rows if row is not None]
    return table(t("what_if.ways.caption"), columns, shown, stack=True)


def _cells(row: Row, verdict: Verdict) -> Row:
    """Tonnes per person of several years add up to nothing that anyone asks for."""
    return row if verdict.unit is Unit.TONNES else [*row[:3], *row[4:]]


def _first(choice: Choice) -> int:
    """The first year of the sum: the budget's, else the year after the latest measured one."""
    account = choice.held.verdict.budget
    return choice.scenario.year + 1 if account is None else account.first_year


def _own(choice: Choice, t: Text) -> Row:
    verdict, scenario, last = choice.held.verdict, choice.scenario, choice.target_year
    pace = t("what_if.ways.rate", rate=rate(scenario.rate, t.lang), start=scenario.start_year)
    if verdict.budget is not None:
        total = budget_sum(scenario, verdict.budget)
        sum_, reached = total.total, _fits(total.total, verdict, t)
    else:
        sum_ = scenario.sum(scenario.year + 1, last)
        aim = verdict.target
        reached = _year(None if aim is None else scenario.year_of(aim), verdict, t)
    value = amount(scenario.at(last), verdict, t.lang)
    return [t("what_if.ways.own"), pace, value, tonnes(sum_, t.lang), reached]


def _goal(choice: Choice, t: Text) -> Row | None:
    verdict, last = choice.held.verdict, choice.target_year
    path = path_behind(verdict)
    if path is None:
        return None
    if isinstance(path, RatePath):
        pace = t("what_if.ways.rate", rate=percent(path.rate, t.lang, 1), start=path.base_year + 1)
    else:
        pace = t("what_if.ways.line", base=path.base_year)
    account = verdict.budget
    if account is not None:
        sum_, reached = account.budget_tonnes, t("what_if.ways.fits")
    else:
        sum_, reached = path_sum(path, _first(choice), last), _year(last, verdict, t)
    value = amount(path.value(last), verdict, t.lang)
    return [t("what_if.ways.goal"), pace, value, tonnes(sum_, t.lang), reached]


def _pace(choice: Choice, t: Text) -> Row | None:
    verdict, last = choice.held.verdict, choice.target_year
    if verdict.done_rate is None:
        return None
    pace = done_words(verdict, t.lang) or ""
    if verdict.budget is not None:
        sum_: float | None = verdict.budget.projected_sum_tonnes
        reached = _fits(verdict.budget.projected_sum_tonnes, verdict, t)
    else:
        sum_ = done_sum(verdict, _first(choice), last)
        aim = verdict.target
        reached = _year(None if aim is None else done_year_of(verdict, aim), verdict, t)
    value = amount(done_value(verdict, last), verdict, t.lang)
    return [t("what_if.ways.same_pace"), pace, value, tonnes(sum_, t.lang), reached]


def _fits(total: float, verdict: Verdict, t: Text) -> str:
    account = verdict.budget
    fits = account is not None and total <= account.budget_tonnes * (1 + 1e-9)
    return t("what_if.ways.fits" if fits else "what_if.ways.over")


def _year(year: int | None, verdict: Verdict, t: Text) -> str:
    if year is None:
        return t("what_if.ways.never", year=LAST_YEAR_TOLD)
    return str(year) if verdict.bounds is None else t("what_if.ways.lenient", year=year)
