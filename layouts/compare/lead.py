"""The comparison in plain sentences, made from the same figures as the tables."""

from layouts.compare.answers import View
from layouts.compare.figures import Figures, value_at
from layouts.compare.goals import main_goals
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text, text
from progress.emissions.comparison import change_since
from progress.goals.comparability import Term, differing, ranking, terms
from progress.phrases.formats import number, signed_percent


def lead(lang: str, figures: Figures) -> str:
    """What each emits per person, in one sentence."""
    t = text(lang)
    year = figures.year
    if year is None:
        return t("compare.no_shared_year")
    return _levels(year, figures, t)


def _levels(year: int, figures: Figures, t: Text) -> str:
    known = [
        (value, city.name)
        for city in figures.answers.chosen
        if (value := value_at(figures.cities[city.code], "per_person", year)) is not None
    ]
    if len(known) < 2:
        return ""
    items = [
        t("compare.lead.item", name=name, value=t("word.tonnes", value=number(value, t.lang, 1)))
        for value, name in sorted(known)
    ]
    gas = t(f"word.gas.short.{figures.answers.gas}")
    return t("compare.lead.levels", year=year, gas=gas, list=enumerated(items, t))


def changes(year: int, view: View, figures: Figures, t: Text) -> str:
    """How the whole emissions of each have changed since the base year; empty where unknown."""
    items = [
        t("compare.lead.item", name=city.name, value=signed_percent(share, t.lang))
        for city in figures.answers.chosen
        if (share := change_since(figures.cities[city.code].since["tonnes"], view.base_year, year))
        is not None
    ]
    if not items or view.base_year == year:
        return ""
    return t("compare.lead.changes", base=view.base_year, year=year, list=enumerated(items, t))


def goal_terms(figures: Figures, t: Text) -> str:
    """Whether the own goals can be ranked, and if not, why."""
    goals = main_goals(figures.answers)
    own = [verdict for verdict in goals.values() if verdict is not None]
    if not own:
        return t("compare.lead.goals.none")
    if ranking(goals, figures.answers.release.label):
        return t("compare.lead.goals.alike")
    differ = differing([terms(verdict) for verdict in own])
    if differ:
        return t("compare.lead.goals.differ", terms=terms_words(differ, t))
    if len(own) < len(goals):
        return t("compare.lead.goals.missing")
    if any(verdict.release != figures.answers.release.label for verdict in own):
        return t("compare.lead.goals.other_release")
    return t("compare.lead.goals.no_gap")


def terms_words(compared: tuple[Term, ...], t: Text) -> str:
    """The terms that differ, as a list inside a sentence."""
    return enumerated([t(f"compare.term.{term.value}").lower() for term in compared], t)
