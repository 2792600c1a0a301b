"""The top of a municipality's page: its name, where it stands in plain words, the key figures."""

from typing import Any

from layouts.addresses import Address, href
from layouts.breaks import sector_name
from layouts.cards import key_figures, notice, verdict_badge
from layouts.changes import change, value_in
from layouts.city.answers import CityAnswers
from layouts.city.breaks import series_break
from layouts.light import html
from layouts.text import Text, text
from progress.formats import number, percent, signed_percent, tonnes
from progress.lead import lead
from progress.sentences import amount
from progress.series import Scope, Unit

OF_THE_PLACE = (Scope.TERRITORIAL, Scope.CONSUMPTION)
"""Emissions that mean something for each inhabitant."""

MISLEADING_SHARE = 0.02
"""From this share of the total on, new counting is told before the figures."""


def head(address: Address, answers: CityAnswers) -> list[Any]:
    """H1, lead sentences, key figures and the ways to the municipality's other pages."""
    t = text(address.lang)
    lang = address.lang
    place = answers.municipality
    kicker = (
        t("city.kicker.contract", county=place.county_name, year=place.contract_since)
        if place.is_contract_city
        else t("city.kicker.other", county=place.county_name)
    )
    return [
        html.P(kicker, className="kicker"),
        html.H1(place.name),
        _namesakes(answers, lang, t),
        html.P(lead(answers.verdicts, place, lang), className="lead"),
        html.P(t("city.lead.other_release"), className="note") if _other(answers) else None,
        _caution(lang, answers, t),
        key_figures(_figures(lang, answers, t)) if answers.years else None,
        html.P(html.A(t("meeting.link"), href=href(Address("meeting", lang, place.slug)))),
    ]


def _namesakes(answers: CityAnswers, lang: str, t: Text) -> html.P | None:
    """The way to who meant another place, whose name differs by an accent."""
    if not answers.namesakes:
        return None
    ways: list[Any] = []
    for one in answers.namesakes:
        ways += [html.A(one.name, href=href(Address("city", lang, one.slug))), ", "]
    named = [t("city.namesake"), " ", *ways[:-1], "."]
    return html.P(named, className="note")


def _other(answers: CityAnswers) -> bool:
    """Whether the lead speaks of another release than the one chosen for the figures."""
    yardstick = answers.yardstick
    return yardstick is not None and yardstick.release != answers.release.label


def _caution(lang: str, answers: CityAnswers, t: Text) -> html.Div | None:
    """A break in the series that is large enough to mislead comes before the key figures."""
    found = series_break(answers)
    if found is None or found.share < MISLEADING_SHARE:
        return None
    added = tonnes(found.tonnes, lang)
    share = percent(found.share, lang)
    return notice(
        html.P(
            t(
                "city.caution.break",
                sector=sector_name(found.sector, lang).lower(),
                share=share,
                year=found.first_year,
                latest=found.latest_year,
                tonnes=added,
            )
        )
    )


def _figures(lang: str, answers: CityAnswers, t: Text) -> list[tuple[str, Any, str]]:
    years = answers.years
    year = years[-1]
    gas = t(f"word.gas.short.{answers.gas}")
    if answers.shows_own:
        gas = f"{t(f'word.scope.{answers.scope}')}, {gas}"
    figures: list[tuple[str, Any, str]] = [
        (
            t("city.figure.emissions", year=year),
            amount(value_in(answers.points, year), answers.unit, lang),
            gas,
        ),
    ]
    if answers.unit is Unit.TONNES and answers.scope in OF_THE_PLACE:
        figures.append(
            (
                t("city.figure.per_person"),
                t("word.tonnes", value=number(answers.per_person(year), lang, 1)),
                t("city.figure.per_person.note", year=year)
                if answers.per_person(year) is not None
                else t("city.figure.per_person.unknown"),
            )
        )
    for earlier in (years[-2:-1], years[:1]):
        if earlier and earlier[0] != year:
            share = signed_percent(change(answers.points, earlier[0], year), lang)
            figures.append((t("city.figure.since", year=earlier[0]), share, ""))
    if answers.yardstick is not None:
        shown = verdict_badge(answers.yardstick, t)
        figures.append((t("word.yardstick"), shown, t("city.figure.yardstick")))
    return figures
