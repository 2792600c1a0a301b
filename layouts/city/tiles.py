"""The city's four key figures, the pair of needed and done, and where it lies among all others."""

import re
from bisect import bisect_left
from statistics import median
from typing import Any

from layouts import html
from layouts.city.ahead import goal_name, leading
from layouts.city.answers import CityAnswers
from layouts.city.series import PLACE, Shown, View, comparable
from layouts.html.pieces import Row, Tile, pair, strip, tiles
from layouts.links.addresses import Address, href
from layouts.phrases.changes import change, value_in
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.goals.verdict_model import Verdict
from progress.phrases import wording
from progress.phrases.formats import NBSP, number, percent, signed_percent, tonnes
from progress.phrases.words import sector_word

RULE = "alike-rule"
"""Where it is told how the municipalities that are alike were chosen."""


def figures(answers: CityAnswers, t: Text) -> html.Dl:
    """Tonnes, per person with place, since last year with its sector, since the first year."""
    lang = t.lang
    years, points = answers.years, answers.points
    total = Shown(View.TOTAL, answers.unit, points)
    latest = years[-1]
    result = [
        Tile(
            t("city.figure.emissions", year=latest),
            _with_small_unit(wording.in_unit(value_in(points, latest), answers.unit, lang)),
            _largest(answers, latest, t),
        )
    ]
    per_person = answers.per_person(latest)
    if answers.unit is Unit.TONNES and answers.scope in PLACE and per_person is not None:
        figure = _together(t("word.tonnes", value=number(per_person, lang, 1)))
        name = t("city.figure.per_person")
        result.append(Tile(name, _with_small_unit(figure), _place(answers, t)))
    if len(years) > 1:
        before = years[-2]
        result.append(
            Tile(
                t("city.figure.since", year=before),
                signed_percent(change(comparable(total, answers, before), before, latest), lang),
                _mover(answers, before, latest, t),
            )
        )
    if len(years) > 2:
        country = change(answers.national, years[0], latest) if answers.national else None
        note = (
            "" if country is None else t("city.figure.country", share=signed_percent(country, lang))
        )
        since = comparable(total, answers, years[0])
        share = signed_percent(change(since, years[0], latest), lang)
        result.append(Tile(t("city.figure.since", year=years[0]), share, note))
    return tiles(result)


def needed_and_done(answers: CityAnswers, t: Text) -> html.Div | None:
    """The pair of the verdict that leads, in the same unit, with the goal's name beside it."""
    verdict = leading(answers)
    if verdict is None:
        return None
    rows = rates(verdict.effective, t)
    return pair(rows, goal_name(verdict.effective, t.lang)) if rows else None


def rates(verdict: Verdict, t: Text) -> list[Row]:
    """What a verdict says is needed and has been done, in one unit; what is unknown has no row."""
    lang = t.lang
    in_ton = wording.in_tonnes(verdict)
    needed, done = wording.needed_words(verdict, lang), wording.done_words(verdict, lang)
    rows = []
    if needed is not None:
        value = verdict.needed_tonnes_per_year if in_ton else verdict.needed_rate
        words = _together(t("city.pair.needed", words=needed))
        rows.append(Row(wording.needed_label(verdict, lang), value, words, "needed"))
    if done is not None:
        value = verdict.done_tonnes_per_year if in_ton else verdict.done_rate
        rows.append(Row(wording.done_label(verdict, lang), value, _together(done), "done"))
    return rows


def among_all(answers: CityAnswers, t: Text) -> list[Any]:
    """Dots of all municipalities, and the three whose emissions come from the same sectors."""
    lang = t.lang
    peers = answers.peers
    code = answers.municipality.code
    if peers is None or code not in peers.per_person:
        return []
    own = number(peers.per_person[code], lang, 1)
    middle = number(median(peers.per_person.values()), lang, 1)
    place, of = _rank(peers.per_person, code)
    fields = {"name": answers.municipality.name, "own": own, "middle": middle}
    words = t("city.strip.words", place=place, of=of, year=peers.year, **fields)
    names = (t("city.strip.middle", middle=middle), t("city.strip.own", place=place, **fields))
    drawn = strip(t("city.strip.heading", of=of), peers.per_person, code, words, names)
    if not peers.alike:
        return [drawn]
    alike: list[Any] = []
    for municipality, _ in peers.alike:
        there = href(Address("city", lang, municipality.slug))
        value = peers.per_person.get(municipality.code)
        alike += [html.A(municipality.name, href=there), f"{NBSP}{number(value, lang, 1)}", ", "]
    rule = html.A(t("city.alike.rule"), href=f"#{RULE}")
    return [drawn, html.P([t("city.alike"), " ", *alike[:-1], " · ", rule], className="alike")]


def _rank(values: Any, code: str) -> tuple[int, int]:
    """Place 1 emits least per person; equal values share a place."""
    return 1 + bisect_left(sorted(values.values()), values[code]), len(values)


def _place(answers: CityAnswers, t: Text) -> str:
    peers, code = answers.peers, answers.municipality.code
    if peers is None or code not in peers.per_person:
        return t("city.figure.per_person.note", year=answers.years[-1])
    place, of = _rank(peers.per_person, code)
    middle = number(median(peers.per_person.values()), t.lang, 1)
    return t("city.figure.place", middle=middle, place=place, of=of)


def _sectors(answers: CityAnswers, year: int) -> dict[str, float]:
    return {sector.sector: sector.tonnes for sector in answers.sectors if sector.year == year}


def _largest(answers: CityAnswers, year: int, t: Text) -> str:
    values = _sectors(answers, year)
    total = sum(values.values())
    if len(values) < 2 or total <= 0:
        return t(f"word.gas.short.{answers.gas}")
    sector = max(values, key=lambda each: values[each])
    share = percent(values[sector] / total, t.lang)
    return t("city.figure.largest", share=share, sector=sector_word(sector, t.lang).lower())


def _mover(answers: CityAnswers, before: int, latest: int, t: Text) -> str:
    """The sector that changed most the same way as the whole."""
    earlier, now = _sectors(answers, before), _sectors(answers, latest)
    whole = sum(now.values()) - sum(earlier.values())
    moves = {each: now[each] - earlier[each] for each in now if each in earlier}
    same = {each: move for each, move in moves.items() if move * whole > 0}
    if len(moves) < 2 or not same:
        return ""
    sector = max(same, key=lambda each: abs(same[each]))
    sign = "+" if same[sector] > 0 else "−"
    return t(
        "city.figure.mover",
        sector=sector_word(sector, t.lang).lower(),
        tonnes=_together(f"{sign}{tonnes(abs(same[sector]), t.lang)}"),
    )


def _with_small_unit(figure: str) -> list[Any]:
    """A figure with its unit smaller beside it: “2,25 miljoner ton” has room on a phone."""
    digits = re.match(r"[\W\d]*\d", figure)
    return [digits[0], html.Small(figure[digits.end() :])] if digits else [figure]


def _together(words: str) -> str:
    """A number stays with its unit."""
    return words.replace(" ", NBSP)
