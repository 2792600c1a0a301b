"""Obstacles that cities name: the rule, who owns it, since when, where it stands, and who else has
the same; the areas of policy labs."""

from typing import Any

from layouts import html
from layouts.html.cards import section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.pledges import promise_title
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, quoted, system_address, waits
from progress.phrases.formats import part_of_date
from progress.promises.contract_systems import Obstacle, PolicyArea, same_obstacle


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """How many obstacles the city names."""
    own = answers.own_obstacles
    if not own:
        others = len({each.municipality_code for each in answers.obstacles})
        return Summary(State.WAITS, t("systems.obstacles.none", n=others))
    return Summary(State.SHOWN, t("systems.obstacles.n", n=len(own)))


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """The city's own obstacles, then those of others, then the areas of policy labs."""
    t = text(address.lang)
    own = answers.own_obstacles
    others = [each for each in answers.obstacles if each not in own]
    first: Any = (
        _table(t("systems.obstacles.caption", name=answers.name), own, address, answers)
        if own
        else waits(address, t("systems.obstacles.waits"), "obstacles")
    )
    parts = [section("obstacles", t("systems.obstacles.heading"), first)]
    if others:
        caption = t("systems.obstacles.others.caption")
        parts.append(
            section(
                "others",
                t("systems.obstacles.others.heading"),
                _table(caption, others, address, answers, with_city=True),
            )
        )
    areas = [
        html.Li([capital(t(f"systems.area.{area}")), ": ", _in_area(area, answers, t)])
        for area in PolicyArea
        if area is not PolicyArea.OTHER
    ]
    place = t("word.section", section="5.1")
    labs = section(
        "labs",
        t("systems.labs.heading"),
        html.P([t("systems.labs.intro"), " ", quoted(LABS), f" ({place})"]),
        html.Ul(areas),
        html.P(t("systems.labs.none"), className="note"),
    )
    return [*parts, labs]


LABS = (
    "Under 2024 fortsätter arbetet med policylabb inom ett eller flera av de identifierade "
    "utmaningsområdena"
)
"""How both contracts begin to name the areas of policy labs."""


def _in_area(area: PolicyArea, answers: SystemsAnswers, t: Text) -> str:
    cities = {each.municipality_code for each in answers.obstacles if each.area == area}
    names = sorted(answers.cities[code].name for code in cities)
    return (
        t("systems.labs.named", cities=enumerated(names, t)) if names else t("systems.labs.empty")
    )


def _table(
    caption: str,
    obstacles: Any,
    address: Address,
    answers: SystemsAnswers,
    *,
    with_city: bool = False,
) -> html.Div:
    t = text(address.lang)
    names = ("rule", "owner", "since", "state", "same")
    columns = [
        Column(t("systems.obstacles.column.title")),
        *([Column(t("follow_up.column.city"))] if with_city else []),
        *(Column(t(f"systems.obstacles.column.{name}")) for name in names),
        Column(t("systems.column.source"), wide=True),
    ]
    same = same_obstacle(answers.obstacles)
    rows = [_row(each, same[each.obstacle_id], address, answers, with_city) for each in obstacles]
    return table(caption, columns, rows, stack=True)


def _row(
    obstacle: Obstacle,
    same: tuple[str, ...],
    address: Address,
    answers: SystemsAnswers,
    with_city: bool,
) -> list[Any]:
    t = text(address.lang)
    state = t(f"systems.obstacles.state.{obstacle.state}")
    place = ", ".join(filter(None, (obstacle.source_title, obstacle.section)))
    return [
        promise_title(obstacle.title_sv, obstacle.title_en, t.lang),
        *([_city(obstacle.municipality_code, address, answers)] if with_city else []),
        html.Span(obstacle.rule, lang="sv"),
        html.Span(obstacle.rule_owner, lang="sv") if obstacle.rule_owner else t("systems.not_told"),
        part_of_date(obstacle.since, t.lang) if obstacle.since else t("systems.not_told"),
        html.Span([state, ". ", html.Span(obstacle.comment, lang="sv")])
        if obstacle.comment
        else state,
        _cities(same, address, answers) if same else t("systems.obstacles.alone"),
        html.Span([quoted(obstacle.quote_sv), f" ({place})"], className="note", lang="sv"),
    ]


def _city(code: str, address: Address, answers: SystemsAnswers) -> html.A:
    place = answers.cities[code]
    there = system_address(Address("systems", address.lang, slug=place.slug), "obstacles")
    return html.A(place.name, href=href(there))


def _cities(codes: tuple[str, ...], address: Address, answers: SystemsAnswers) -> html.Span:
    links: list[Any] = []
    for code in codes:
        links += [", " if links else "", _city(code, address, answers)]
    return html.Span(links)
