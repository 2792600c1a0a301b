"""The top of a municipality's page: its place, name, shape and verdict, and the lead."""

import re
from typing import Any

from layouts import html
from layouts.city.ahead import leading
from layouts.city.answers import CityAnswers
from layouts.city.breaks import series_break
from layouts.html.cards import notice
from layouts.html.markup import Raw, aria, data
from layouts.links.addresses import Address, href
from layouts.phrases.leads import lead_paragraphs
from layouts.phrases.text import Text, text
from layouts.phrases.wording import in_language, uncapital
from progress.goals.verdict_model import Verdict
from progress.goals.yardstick import is_yardstick
from progress.phrases.formats import percent, tonnes
from progress.phrases.lead import lead
from progress.phrases.words import badge, sector_word
from progress.records import Municipality

MISLEADING_SHARE = 0.02
"""From this share of the total on, new counting is told beside the figures."""

WAYS = ("meeting", "systems", "city_board", "money", "compare")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def head(address: Address, answers: CityAnswers) -> html.Header:
    """County line, the ways on, shape, H1, badge, what the aim leaves out, the lead."""
    lang, t = address.lang, text(address.lang)
    place = answers.municipality
    return html.Header(
        [
            html.P(kicker(place, t), className="kicker"),
            _ways(address, answers, t),
            html.Div(
                [_shape(answers), html.H1(place.name), *_verdict(address, answers, t)],
                className="city-name",
            ),
            _namesakes(answers, t),
            *lead_paragraphs(lead(answers.verdicts, place, lang, answers.causes)),
            html.P(t("city.lead.other_release"), className="note") if _other(answers) else None,
        ],
        className="city-head",
    )


def kicker(place: Municipality, t: Text) -> str:
    """County, and since when it has a contract; where it only joined, that, and else that no
    contract of it is known here."""
    if place.signed:
        return t("city.kicker.contract", county=place.county_name, year=place.signed[:4])
    if place.is_contract_city:
        return t("city.kicker.joined", county=place.county_name, year=place.contract_since)
    return t("city.kicker.other", county=place.county_name)


def _verdict(address: Address, answers: CityAnswers, t: Text) -> list[Any]:
    """The badge of the verdict that leads, what its aim leaves out, and how it was reckoned."""
    verdict = leading(answers)
    if verdict is None:
        return []
    left_out = in_language(verdict.goal.leaves_out_sv, verdict.goal.leaves_out_en, address.lang)
    anchor = f"#goal-{verdict.goal.goal_id.lower()}"
    words: list[Any] = [t("city.head.leaves_out", what=left_out), " · "] if left_out else []
    return [
        html.A(leading_badge(verdict, address.lang), href=anchor, className="city-badge"),
        html.Span([*words, html.A(t("city.head.how"), href=anchor)], className="city-leaves-out"),
    ]


def leading_badge(verdict: Verdict, lang: str) -> html.Span:
    """The verdict's badge; the yardstick's says that it is the yardstick's."""
    words = badge(verdict, lang)
    if is_yardstick(verdict.goal):
        name = text(lang)("word.yardstick")
        words = f"{name}: {uncapital(words)}"
    return html.Span(
        words, className="verdict", **data(attainment=str(verdict.effective.attainment))
    )


def _ways(address: Address, answers: CityAnswers, t: Text) -> html.Nav:
    """To the municipality's other pages: quiet, beside its county."""
    place = answers.municipality
    links = []
    for name in WAYS:
        if name == "systems" and not place.is_contract_city:
            continue
        there = (
            Address(name, address.lang).with_query(municipality=place.code)
            if name == "compare"
            else Address(name, address.lang, slug=place.slug)
        )
        links.append(html.Li(html.A(t(f"city.way.{name}"), href=href(there))))
    return html.Nav(
        html.Ul(links, className="links"), className="city-ways", **aria(label=t("city.ways"))
    )


def _shape(answers: CityAnswers) -> Raw | None:
    """The municipality's outline from the map, as large as a letter of its name."""
    if not answers.outline:
        return None
    left, top, width, height = bounds(answers.outline)
    side = max(width, height)
    x, y = left - (side - width) / 2, top - (side - height) / 2
    return Raw(
        f'<svg class="city-shape" viewBox="{x:g} {y:g} {side:g} {side:g}" aria-hidden="true">'
        f'<path d="{answers.outline}"/></svg>'
    )


def bounds(outline: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of a path of `M x y l dx dy …z` with relative lines."""
    points: list[tuple[float, float]] = []
    x = y = 0.0
    for command, rest in re.findall(r"([Mlz])([^Mlz]*)", outline):
        numbers = [float(each) for each in NUMBER.findall(rest)]
        for place in range(0, len(numbers) - 1, 2):
            if command == "M":
                x, y = numbers[place], numbers[place + 1]
            else:
                x, y = x + numbers[place], y + numbers[place + 1]
            points.append((x, y))
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width = max(x for x, _ in points) - left
    return left, top, width, max(y for _, y in points) - top


def _namesakes(answers: CityAnswers, t: Text) -> html.P | None:
    """The way to who meant another place, whose name differs by an accent."""
    if not answers.namesakes:
        return None
    ways: list[Any] = []
    for namesake in answers.namesakes:
        ways += [html.A(namesake.name, href=href(Address("city", t.lang, namesake.slug))), ", "]
    return html.P([t("city.namesake"), " ", *ways[:-1], "."], className="note")


def _other(answers: CityAnswers) -> bool:
    """Whether the lead speaks of another release than the one whose figures are shown."""
    verdict = leading(answers)
    label = None if verdict is None else verdict.effective.release
    return label is not None and label != answers.release.label


def caution(answers: CityAnswers, t: Text) -> Any:
    """A break in the series that is large enough to mislead stands with the figures."""
    result = series_break(answers)
    if result is None or result.share < MISLEADING_SHARE:
        return None
    words = t(
        "city.caution.break",
        sector=sector_word(result.sector, t.lang).lower(),
        share=percent(result.share, t.lang),
        year=result.first_year,
        latest=result.latest_year,
        tonnes=tonnes(result.tonnes, t.lang),
    )
    return notice(html.P(words))
