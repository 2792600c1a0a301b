"""Which versions of the cities' contracts are known, and what became of their goals."""

from typing import Any

from layouts import html
from layouts.follow_up.answers import CityVersions, FollowUpAnswers
from layouts.follow_up.words import city_names
from layouts.html.cards import disclosure, section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.goal_words import title
from layouts.phrases.text import Text, text
from progress.goals.goal import Goal
from progress.promises.contract_versions import GoalChange, Version


def contracts_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """One row for each city with a known version; the others are named."""
    t, lang = text(address.lang), address.lang
    known = [version for version in answers.versions if version.versions]
    whole = {city.code for city in known if any(version.whole for version in city.versions)}
    quoted = {city.code for city in known} - whole
    without = [version.code for version in answers.versions if not version.versions]
    names = {city.code: city for city in answers.cities}
    columns = [
        Column(t("follow_up.column.city")),
        Column(t("follow_up.contracts.column.versions")),
        Column(t("follow_up.contracts.column.changes"), wide=True),
    ]
    rows: list[list[Any]] = []
    for versions in known:
        city = names[versions.code]
        link = href(Address("city", lang, city.slug)) + "#goals"
        rows.append([html.A(city.name, href=link), _versions(versions, t), _changes(versions, t)])
    none = t("word.count.none")
    parts: list[Any] = [
        html.P(
            t(
                "follow_up.contracts.intro",
                whole=enumerated(city_names(whole, answers), t) or none,
                quoted=enumerated(city_names(quoted, answers), t) or none,
                none=len(without),
            )
        )
    ]
    if rows:
        parts.append(
            folded(t("follow_up.contracts.caption"), columns, rows, *_others(without, answers, t))
        )
    parts += _replaced(answers, t)
    return section("contracts", t("follow_up.contracts.heading"), *parts)


def _others(without: list[str], answers: FollowUpAnswers, t: Text) -> list[html.P]:
    """The cities of which no version is known, by name."""
    if not without:
        return []
    names = ", ".join(city_names(without, answers))
    return [html.P(t("follow_up.contracts.others", n=len(without), names=names), className="note")]


def change_words(change: GoalChange, t: Text) -> str:
    """What became of a goal, with its title in each version."""
    return t(
        f"follow_up.contracts.change.{change.change}",
        old=_title(change.old, t.lang),
        new=_title(change.new, t.lang),
    )


def version_words(version: Version, t: Text) -> str:
    """A version, and whether its whole text or only some goals are known."""
    key = "whole" if version.whole else "quoted"
    return t(f"follow_up.contracts.version.{key}", year=version.year, n=len(version.goals))


def _versions(city_versions: CityVersions, t: Text) -> Any:
    words = [version_words(version, t) for version in city_versions.versions]
    return words[0] if len(words) == 1 else html.Ul([html.Li(each) for each in words])


def _changes(city_versions: CityVersions, t: Text) -> Any:
    if not city_versions.steps:
        return t("follow_up.contracts.one")
    parts: list[Any] = []
    for step in city_versions.steps:
        between = t("follow_up.contracts.between", old=step.old.year, new=step.new.year)
        parts.append(html.Strong(between))
        items = [html.Li(change_words(change, t)) for change in step.changes]
        parts.append(html.Ul(items))
    return html.Div(parts)


def _replaced(answers: FollowUpAnswers, t: Text) -> list[Any]:
    names = {city.code: city.name for city in answers.cities}
    items = []
    for version in answers.versions:
        for change in version.replaced:
            words = (
                t("follow_up.contracts.replaced.alone", old=_title(change.old, t.lang))
                if change.new is None
                else change_words(change, t)
            )
            items.append(html.Li([html.Strong(f"{names[version.code]}: "), words]))
    if not items:
        return []
    heading = t("follow_up.contracts.replaced")
    return [disclosure(f"{heading} ({len(items)})", html.Ul(items))]


def _title(goal: Goal | None, lang: str) -> str:
    return "" if goal is None else f"”{title(goal, lang)}”"
