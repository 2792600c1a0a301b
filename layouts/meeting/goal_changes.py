"""A goal that is another than at an earlier meeting: its terms and its figures, old → new."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from layouts import html
from layouts.phrases.text import Text
from layouts.phrases.wording import in_language
from progress.emissions.series import Unit
from progress.goals.verdict_model import Attainment, Basis, Robustness
from progress.phrases.formats import NBSP, number, percent, tonnes
from progress.phrases.wording import in_unit
from progress.phrases.words import badge_of
from progress.snapshots import FrozenGoal, GoalChange

SHARES = ("rate", "reduction", "residual_share")
TONNES = ("residual_tonnes", "budget_tonnes")
NUMBERS = ("base_value", "value")
YEARS = ("base_year", "target_year", "budget_first_year", "budget_last_year")
NOTHING = ("", "None")

Words = Callable[[float], str]


def goal_change(moved: GoalChange, because: html.Span, t: Text) -> html.Span:
    """The goal with what has become another, and why."""
    shown = moved.new or moved.old
    assert shown is not None
    parts: list[Any]
    if moved.old is None or moved.new is None:
        parts = [
            t("meeting.changes.goal.new" if moved.old is None else "meeting.changes.goal.gone")
        ]
    else:
        parts = [
            _reading(moved.old, moved.new, t),
            *(
                html.Span(words, className="quiet")
                for words in (
                    *_terms(moved.old, moved.new, t),
                    *_figures(moved.old, moved.new, t),
                )
            ),
        ]
    lines = [part for words in parts for part in (html.Br(), words)]
    title = in_language(shown.title_sv, shown.title_en, t.lang)
    return html.Span([html.Strong(title), *lines, html.Br(), because])


def verdict_words(goal: FrozenGoal, t: Text) -> str:
    """What a frozen verdict says, in short."""
    if not goal.attainment:
        return t("meeting.changes.no_verdict")
    near = goal.near not in ("", Attainment.NOT_ASSESSABLE)
    label = badge_of(
        Attainment(goal.near if near else goal.attainment),
        t.lang,
        uncertain=goal.robustness == Robustness.FRAGILE,
        indicative=near or goal.basis in (Basis.INDICATIVE, Basis.NEAR),
    )
    words = label[:1].lower() + label[1:]
    return f"{words}, {t(f'word.direction.{goal.direction}')}" if goal.direction else words


def _reading(old: FrozenGoal, new: FrozenGoal, t: Text) -> str:
    if old.reading != new.reading:
        return f"{verdict_words(old, t)} → {verdict_words(new, t)}"
    if old.terms != new.terms:
        return t("meeting.changes.goal.terms")
    return t("meeting.changes.goal.same")


def _terms(old: FrozenGoal, new: FrozenGoal, t: Text) -> Iterator[str]:
    """Each of the goal's own numbers and words that is another."""
    before, after = _by_name(old), _by_name(new)
    same = "value" if new.left is not None else ""  # a budget's tonnes, told once
    for name, was in before.items():
        now = after.get(name, was)
        if name == same or was == now:
            continue
        head = t(f"meeting.term.{name}")
        if name in (*SHARES, *TONNES, *NUMBERS, *YEARS):
            yield f"{head}: {_term_moved(name, was, now, t)}"
        elif name in ("scope", "gas") and was not in NOTHING and now not in NOTHING:
            yield f"{head}: {t(f'word.{name}.{was}')} → {t(f'word.{name}.{now}')}"
        else:
            yield t("meeting.term.other", what=head)


def _term_moved(name: str, was: str, now: str, t: Text) -> str:
    if name in YEARS:
        return f"{_year(was, t)} → {_year(now, t)}"
    ways = _ways(name, t)
    if was not in NOTHING and now not in NOTHING:
        return distinguished(float(was), float(now), ways)
    ends = (t("meeting.term.none") if end in NOTHING else ways[0](float(end)) for end in (was, now))
    return " → ".join(ends)


def _year(end: str, t: Text) -> str:
    return t("meeting.term.none") if end in NOTHING else end


def _by_name(goal: FrozenGoal) -> dict[str, str]:
    pairs = (term.partition("=") for term in goal.terms)
    return {name: value for name, _, value in pairs}


def _ways(name: str, t: Text) -> list[Words]:
    """Ways to write a term, from the shortest to the most exact."""
    if name in SHARES:
        return [partial(percent, lang=t.lang, decimals=more) for more in range(4)]
    if name in TONNES:
        return tonnes_ways(t)
    return [partial(number, lang=t.lang, decimals=more) for more in range(4)]


def tonnes_ways(t: Text) -> list[Words]:
    """Ways to write tonnes, from the shortest to the most exact."""

    def exact(value: float, decimals: int) -> str:
        return f"{number(value, t.lang, decimals)}{NBSP}{t('word.unit.tonnes')}"

    return [partial(tonnes, lang=t.lang), *(partial(exact, decimals=more) for more in range(3))]


def distinguished(old: float, new: float, ways: list[Words]) -> str:
    """Old → new, with as many digits as it takes to tell them apart."""
    pairs = [(way(old), way(new)) for way in ways]
    before, after = next((pair for pair in pairs if pair[0] != pair[1]), pairs[-1])
    return f"{before} → {after}"


def _side(gap: float) -> str:
    return "over" if gap > 0 else "under"


def _figures(old: FrozenGoal, new: FrozenGoal, t: Text) -> Iterator[str]:
    """The gap, the pace that is needed and what is left of a budget, where both know them."""
    budget = old.left is not None and new.left is not None
    if not budget and old.gap is not None and new.gap is not None and old.unit == new.unit:
        was, now = (in_unit(abs(gap), Unit(new.unit), t.lang) for gap in (old.gap, new.gap))
        before, after = (f"meeting.changes.{_side(gap)}" for gap in (old.gap, new.gap))
        if before != after:
            yield t("meeting.changes.gap", old=t(before, gap=was), new=t(after, gap=now))
        elif was != now:
            yield t("meeting.changes.gap", old=was, new=t(after, gap=now))
    if old.needed is not None and new.needed is not None:
        rates = [percent(rate, t.lang, 1) for rate in (old.needed, new.needed)]
        if rates[0] != rates[1]:
            yield t("meeting.changes.needed", old=rates[0], new=rates[1])
    if old.left is not None and new.left is not None:
        lefts = [tonnes(tonnes_left, t.lang) for tonnes_left in (old.left, new.left)]
        if lefts[0] != lefts[1]:
            yield t("meeting.changes.left", old=lefts[0], new=lefts[1])
