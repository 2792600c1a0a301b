"""The page of the yearly follow-up, section by section."""

from collections.abc import Sequence

from layouts import html
from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.areas import areas_section, named
from layouts.follow_up.contracts import contracts_section
from layouts.follow_up.gaps import gaps_section
from layouts.follow_up.money import money_section
from layouts.follow_up.moved import moved_section
from layouts.follow_up.promises import local_section, packages_section, promises_section
from layouts.follow_up.standing import standing_section
from layouts.follow_up.words import summed
from layouts.frame.page import Page
from layouts.html.cards import disclosure, section
from layouts.links.addresses import Address, href
from layouts.links.years import year_links
from layouts.phrases.enumeration import enumerated
from layouts.phrases.releases import ways_to
from layouts.phrases.text import Text, text
from progress.goals.goal_years import GoalYear
from progress.goals.verdict_model import Attainment


def page(address: Address, answers: FollowUpAnswers) -> Page:
    """All contract cities and the nation in the year of the address: first the year in one picture,
    then what moved, then each part of the follow-up with its tables folded."""
    t = text(address.lang)
    year = answers.year
    sections: list[html.Section | None] = [
        moved_section(address, answers),
        promises_section(address, answers),
        packages_section(address, answers),
        money_section(address, answers),
        areas_section(address, answers),
        gaps_section(address, answers),
        contracts_section(address, answers),
        local_section(address, answers),
        _sources(address, answers, t),
    ]
    shown = [section for section in sections if section is not None]
    title = t("follow_up.title", year=year)
    years = year_links(
        answers.years,
        year,
        lambda other: Address("follow_up", address.lang, year=other),
        t("follow_up.years"),
    )
    return Page(
        title=title,
        description=t("follow_up.description", year=year),
        lang=address.lang,
        address=address,
        body=html.Div(
            [
                html.Div([html.H1(title), years], className="year-head"),
                html.P(lead(answers, t), className="lead"),
                standing_section(address, answers),
                html.Div(shown, className="two-up"),
            ],
            className="page page-follow-up",
        ),
        stylesheet="dense.css two-up.css follow-up.css",
    )


def lead(answers: FollowUpAnswers, t: Text) -> str:
    """The year in two sentences: how the goals stand, and what the promises are known to be."""
    goals, year = answers.own_goals, answers.year
    assessed = [goal for goal in goals if goal.now.effective is not Attainment.NOT_ASSESSABLE]
    words = t(
        "follow_up.lead",
        cities=len(answers.cities),
        goals=len(goals),
        year=year,
        told=len(assessed),
        counts=_assessed_counts(assessed, t) or t("word.none"),
    )
    indicative = sum(goal.now.reading.indication for goal in assessed)
    return words + " " + t("follow_up.lead.indicative", n=indicative) if indicative else words


def _assessed_counts(goals: Sequence[GoalYear], t: Text) -> str:
    """ "2 nått, 3 nås (2 osäkert) och 51 nås inte"."""
    return enumerated(summed(goals, t), t)


def _sources(address: Address, answers: FollowUpAnswers, t: Text) -> html.Section:
    lang = address.lang
    items = []
    for release in answers.stands.releases:
        key = "follow_up.sources.release" if release.earlier is None else "follow_up.sources.told"
        words = t(
            key,
            gas=t(f"word.gas.title.{release.gas}"),
            release=named(release.label, answers, t),
            last=release.last_year,
            told="" if release.earlier is None else named(release.earlier, answers, t),
        )
        labels = (release.label, release.earlier)
        known = [each for label in labels if (each := answers.releases.get(label or ""))]
        items.append(html.Li([words, *ways_to(known, lang)]))
    links = [
        html.A(t(f"follow_up.sources.{page}"), href=href(Address(page, lang)))
        for page in ("method", "restatements")
    ]
    return section(
        "sources",
        t("follow_up.sources.heading"),
        html.P(t("follow_up.sources.intro", year=answers.year, before=answers.year - 1)),
        disclosure(t("follow_up.sources.releases"), html.Ul(items)),
        html.P([links[0], " · ", links[1], " · ", _file(address, answers, t)]),
    )


def _file(address: Address, answers: FollowUpAnswers, t: Text) -> html.A:
    there = Address("follow_up", address.lang, year=answers.year).file("xlsx")
    return html.A(t("follow_up.xlsx"), href=href(there), download="")
