"""The comparability card: on what terms each main goal was judged, and which of them differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from layouts import html
from layouts.compare.answers import CompareAnswers
from layouts.html.cards import badge
from layouts.html.tables import Column, table
from layouts.phrases.editions import edition
from layouts.phrases.enumeration import enumerated
from layouts.phrases.goal_words import title_span
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from progress.emissions.series import TOTAL
from progress.goals.comparability import (
    Coverage,
    Residual,
    ResidualKind,
    Term,
    Terms,
    differing,
    ranking,
)
from progress.goals.comparability import terms as terms_of
from progress.goals.verdict_model import Attainment, Verdict
from progress.phrases.formats import number, percent, tonnes
from progress.phrases.words import is_indicative, plain_words, sector_word
from progress.records import Municipality, Release


def comparability_card(
    answers: CompareAnswers, goals: Mapping[str, Verdict | None], t: Text
) -> list[Any]:
    """A sentence on whether the goals can be ranked, and the terms side by side."""
    chosen, release = answers.chosen, answers.release
    places = ranking(goals, release.label)
    own = {code: verdict for code, verdict in goals.items() if verdict is not None}
    if not own:
        return [html.P(t("compare.card.none"))]
    each = {code: terms_of(verdict) for code, verdict in own.items()}
    result = differing(list(each.values()))
    columns = [
        Column(t("compare.card.column.term")),
        *(Column(city.name) for city in chosen),
        Column(t("compare.card.column.alike")),
    ]
    rows: list[list[Any]] = [
        [
            t("compare.card.goal"),
            *(_goal(goals[city.code], t) for city in chosen),
            t("word.none"),
        ]
    ]
    rows += [_row(term, chosen, each, term in result, t) for term in Term]
    if places:
        ranks = [
            t("compare.rank", place=places[city.code].place, of=places[city.code].of)
            for city in chosen
        ]
        rows.append([t("compare.column.rank"), *ranks, t("word.none")])
    return [
        html.H3(t("compare.card.heading")),
        html.P(_verdict(bool(places), own, goals, result, release, t)),
        table(t("compare.card.caption"), columns, rows),
    ]


def _verdict(
    ranked: bool,
    own: Mapping[str, Verdict],
    goals: Mapping[str, Verdict | None],
    terms: tuple[Term, ...],
    release: Release,
    t: Text,
) -> str:
    if ranked:
        return t("compare.card.ranked")
    if terms:
        words = enumerated([t(f"compare.term.{term.value}").lower() for term in terms], t)
        return t("compare.card.differs", terms=words)
    if len(own) < len(goals):
        return t("compare.card.missing")
    names = [verdict.release_name for verdict in own.values()]
    others = {name.label: name for name in names if name and name.label != release.label}
    if others:
        other = enumerated([edition(others[label], t) for label in sorted(others)], t)
        return t("compare.card.other_release", other=other, release=edition(release, t))
    return t("compare.card.no_gap")


def _goal(verdict: Verdict | None, t: Text) -> Any:
    if verdict is None:
        return t("compare.card.no_goal")
    indicative = is_indicative(verdict)
    shown = badge(
        Attainment.NOT_ASSESSABLE if indicative else verdict.attainment,
        t,
        fragile=verdict.fragile and not indicative,
    )
    parts: list[Any] = [title_span(verdict.goal, t.lang), html.Br(), shown]
    if indicative:
        words = plain_words(verdict, t.lang)
        parts += [" ", html.Span(t("compare.card.indicative", attainment=words), className="note")]
    return html.Span(parts)


def _row(
    term: Term,
    chosen: Sequence[Municipality],
    each: Mapping[str, Terms],
    differs: bool,
    t: Text,
) -> list[Any]:
    cells = [
        t("word.none") if city.code not in each else term_words(term, each[city.code], t)
        for city in chosen
    ]
    alike = t("word.none") if len(each) < 2 else t("compare.no" if differs else "compare.yes")
    return [t(f"compare.term.{term.value}"), *cells, html.Strong(alike) if differs else alike]


def term_words(term: Term, terms: Terms, t: Text) -> str:
    """One of a verdict's terms in words; what the goal does not state is said."""
    match term:
        case Term.SCOPE:
            return _scope(terms.scope, t)
        case Term.GAS:
            return t(f"word.gas.{terms.gas}")
        case Term.RESIDUAL:
            return residual_words(terms.residual, t)
        case Term.BASE_YEAR:
            return _or_unstated(terms.base_year, t)
        case Term.TARGET_YEAR:
            return _or_unstated(terms.target_year, t)
        case Term.LATEST_YEAR:
            return _or_unstated(terms.latest_year, t)
        case Term.RELEASE:
            words = None if terms.release is None else capital(edition(terms.release, t))
            return _or_unstated(words, t)


def _or_unstated(value: int | str | None, t: Text) -> str:
    return t("compare.unstated") if value is None else str(value)


def _scope(coverage: Coverage, t: Text) -> str:
    words = t(f"word.scope.{coverage.scope.value}")
    if coverage.sector != TOTAL:
        words = t("compare.scope.sector", scope=words, sector=sector_word(coverage.sector, t.lang))
    if coverage.sectors_left_out:
        left = enumerated(
            [sector_word(code, t.lang).lower() for code in coverage.sectors_left_out], t
        )
        words = t("compare.scope.without", scope=words, sectors=left)
    return t("compare.scope.indicative", scope=words) if coverage.indicative else words


def residual_words(residual: Residual, t: Text) -> str:
    """What a goal leaves, in its own terms."""
    lang = t.lang
    if residual.value is None:
        return t("compare.unstated")
    match residual.kind:
        case ResidualKind.SHARE:
            return t("compare.residual.share", share=percent(residual.value, lang))
        case ResidualKind.TONNES_PER_PERSON:
            return t("word.value.per_person", value=number(residual.value, lang, 1))
        case ResidualKind.BUDGET:
            return t("compare.residual.budget", tonnes=tonnes(residual.value, lang))
        case ResidualKind.RATE:
            return t("compare.residual.rate", rate=percent(residual.value, lang, 1))
        case _ if residual.assumed:
            return t("compare.residual.assumed", tonnes=tonnes(residual.value, lang))
        case _:
            return tonnes(residual.value, lang)
