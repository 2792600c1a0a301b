"""Goals side by side: on what terms, the yardstick where ranks are fair, every own goal by city."""

from collections.abc import Mapping
from typing import Any

from layouts import html
from layouts.compare.answers import CompareAnswers
from layouts.compare.terms import comparability_card
from layouts.html.cards import badge, direction, disclosure, notice, section, verdict_badge
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.editions import edition, edition_of
from layouts.phrases.goal_words import title_span
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from progress.constants import YARDSTICK_BASE_YEAR, YARDSTICK_REDUCTION, YARDSTICK_TARGET_YEAR
from progress.goals.comparability import ranking
from progress.goals.leading import leading
from progress.goals.verdict_model import Attainment, Verdict
from progress.goals.yardstick import is_yardstick
from progress.indicators import Rank
from progress.phrases.formats import number, percent, signed_percent, years
from progress.phrases.words import plain_words
from progress.records import Municipality


def main_goals(answers: CompareAnswers) -> dict[str, Verdict | None]:
    """For each chosen municipality the verdict on its own goal that is told first, or None."""
    return {city.code: leading(own_verdicts(answers, city)) for city in answers.chosen}


def own_verdicts(answers: CompareAnswers, municipality: Municipality) -> tuple[Verdict, ...]:
    """A municipality's verdicts on its own goals in force."""
    result = answers.verdicts.get(municipality.code, ())
    return tuple(v for v in result if v.goal.assessed and not is_yardstick(v.goal))


def yardsticks(answers: CompareAnswers) -> dict[str, Verdict | None]:
    """The verdicts on the yardstick, on the comparison's own release only."""
    return {
        city.code: next(
            (
                verdict
                for verdict in answers.verdicts.get(city.code, ())
                if is_yardstick(verdict.goal) and verdict.release == answers.release.label
            ),
            None,
        )
        for city in answers.chosen
    }


def goals_section(address: Address, answers: CompareAnswers, terms: str) -> html.Section:
    """Whether own goals can be ranked (`terms`), the yardstick; what it rests on unfolds."""
    t = text(address.lang)
    return section(
        "goals",
        t("compare.goals.heading"),
        html.P(terms),
        disclosure(
            t("compare.goals.terms"),
            html.P(t("compare.goals.intro")),
            *comparability_card(answers, main_goals(answers), t),
        ),
        disclosure(
            t("compare.own.heading"),
            html.P(t("compare.own.intro"), className="note"),
            html.Div(
                [_own(address, answers, city, t) for city in answers.chosen], className="columns"
            ),
        ),
        html.H3(t("compare.yardstick.heading"), id="yardstick"),
        *_yardstick(address, answers, t),
    )


def _yardstick(address: Address, answers: CompareAnswers, t: Text) -> list[Any]:
    result = yardsticks(answers)
    if not any(result.values()):
        there = href(address.with_query(release=None, gas="co2e"))
        link = html.A(t("compare.yardstick.other_gas.link"), href=there)
        return [notice(html.P([t("compare.yardstick.other_gas"), " ", link]))]
    places = ranking(result, answers.release.label)
    columns = [
        Column(t("compare.column.city")),
        Column(t("compare.column.verdict")),
        Column(t("compare.column.direction")),
        Column(t("compare.column.actual"), numeric=True),
        Column(t("compare.column.path"), numeric=True),
        Column(t("compare.column.gap"), numeric=True),
        Column(t("compare.column.behind"), numeric=True),
    ]
    if places:
        columns.append(Column(t("compare.column.rank"), numeric=True))
    rows = [_yardstick_row(city, result[city.code], places, t) for city in answers.chosen]
    intro = "compare.yardstick.intro" if places else "compare.yardstick.intro.unranked"
    return [
        html.P(
            t(
                intro,
                release=edition(answers.release, t),
                cut=percent(YARDSTICK_REDUCTION, address.lang),
                target=YARDSTICK_TARGET_YEAR,
                base=YARDSTICK_BASE_YEAR,
            )
        ),
        table(t("compare.yardstick.heading"), columns, rows, stack=True, caption_hidden=True),
    ]


def _yardstick_row(
    municipality: Municipality,
    verdict: Verdict | None,
    places: Mapping[str, Rank],
    t: Text,
) -> list[Any]:
    if verdict is None or verdict.actual is None:
        shown = badge(Attainment.NOT_ASSESSABLE, t)
        return [municipality.name, shown, *[t("word.none")] * (5 if not places else 6)]
    behind = verdict.years_behind
    cells: list[Any] = [
        municipality.name,
        verdict_badge(verdict, t),
        direction(verdict, t) or t("word.direction.none"),
        number(verdict.actual, t.lang),
        number(verdict.path, t.lang),
        signed_percent(verdict.gap_share, t.lang),
        t("word.missing") if behind is None else behind_words(verdict, behind, t),
    ]
    if municipality.code in places:
        place = places[municipality.code]
        key = "compare.rank.shared" if place.shared else "compare.rank"
        cells.append(t(key, place=place.place, of=place.of))
    return cells


def behind_words(verdict: Verdict, behind: float, t: Text) -> str:
    """ "3,4 år efter", "mer än 9 år efter", "2 år före"."""
    key = "compare.ahead" if behind < 0 else "compare.behind"
    if verdict.years_behind_is_minimum:
        key += ".minimum"
    return t(key, years=years(abs(behind), t.lang))


def _own(
    address: Address, answers: CompareAnswers, municipality: Municipality, t: Text
) -> html.Div:
    lang = address.lang
    link = html.A(municipality.name, href=href(Address("city", lang, municipality.slug)) + "#goals")
    goals = own_verdicts(answers, municipality)
    if not goals:
        return html.Div([html.H4(link), html.P(t("compare.own.none"), className="note")])
    verdicts = [v for v in goals if says_something(v)]
    rest = [v for v in goals if not says_something(v)]
    return html.Div(
        [
            html.H4(link),
            html.Ul([_goal(v, t) for v in verdicts], className="goal-list") if verdicts else None,
            disclosure(
                t("compare.own.rest", n=len(rest)),
                html.Ul([_goal(v, t) for v in rest], className="goal-list"),
            )
            if rest
            else None,
        ]
    )


def says_something(verdict: Verdict) -> bool:
    """Whether a goal has a verdict, be it indicative."""
    near = verdict.indicative
    result = (verdict, near) if near is not None else (verdict,)
    return any(each.attainment is not Attainment.NOT_ASSESSABLE for each in result)


def _goal(verdict: Verdict, t: Text) -> html.Li:
    parts: list[Any] = [
        title_span(verdict.goal, t.lang),
        " ",
        verdict_badge(verdict, t),
        " ",
        direction(verdict, t),
        " ",
    ]
    if verdict.release is not None:
        parts.append(html.Span(f"{capital(edition_of(verdict, t))}.", className="note"))
    elif verdict.reason is not None:
        parts.append(html.Span(t(f"word.reason.{verdict.reason}"), className="note"))
    near = verdict.indicative
    if near is not None and near.attainment is not Attainment.NOT_ASSESSABLE:
        words = plain_words(near, t.lang)
        parts.append(" ")
        attainment = t("compare.own.indicative", attainment=words, release=edition_of(near, t))
        parts.append(html.Span(attainment, className="note indicative-note"))
    return html.Li(parts)
