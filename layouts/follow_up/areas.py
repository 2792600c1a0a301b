"""The nation, the contract cities together, and city by city."""

from typing import Any

from layouts import html
from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.words import move_words, stand_words, verdict_counts
from layouts.html.cards import badge, section
from layouts.html.folded import folded
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.breaks import break_notes
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text, text
from progress.emissions.series import Gas, Status
from progress.goals.goal_years import CITIES, NATION, AreaYear, GasReleases, GoalYear, Step
from progress.phrases.formats import number, signed_percent

THOUSAND = 1000.0
DECIMALS = 1


def areas_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """The country and all contract cities together, against the yardstick."""
    t = text(address.lang)
    year, before = answers.year, answers.year - 1
    names = {
        NATION: t("follow_up.area.nation"),
        CITIES: t("follow_up.area.cities", n=len(answers.cities)),
    }
    rows = [
        [names[area.code], *figures(area, t), yardstick(answers.yardstick(area.code), t)]
        for area in reversed(answers.stands.areas)
        if area.code in names
    ]
    caption = t("follow_up.areas.caption", year=year, before=before)
    columns = [Column(t("follow_up.column.area")), *columns_of(answers, t), _yardstick(t)]
    return section(
        "areas",
        t("follow_up.areas.heading"),
        table(caption, columns, rows, stack=True),
        html.P(release_note(answers, t), className="note"),
        *(html.P(note, className="note") for note in _breaks(answers, t)),
        _preliminary(answers, t),
        _cities(answers, t),
    )


def _cities(answers: FollowUpAnswers, t: Text) -> html.Details:
    """Each contract city: emissions, its goals' verdicts, what moved, the yardstick."""
    year, before = answers.year, answers.year - 1
    columns = [
        Column(t("follow_up.column.city")),
        *columns_of(answers, t),
        Column(t("follow_up.column.goals", year=year)),
        Column(t("follow_up.column.moves", before=before)),
        _yardstick(t),
    ]
    rows: list[list[Any]] = []
    for city in answers.cities:
        goals, area = answers.goals_of(city.code), answers.area(city.code)
        link = href(Address("city", t.lang, city.slug))
        missing = [t("word.missing")] * (len(columns) - 4)
        rows.append(
            [
                html.A(city.name, href=link),
                *(missing if area is None else figures(area, t)),
                verdict_counts(goals, t) if goals else t("follow_up.goals.none"),
                move_words(goals, year, t),
                yardstick(answers.yardstick(city.code), t),
            ]
        )
    return folded(
        t("follow_up.cities.caption", year=year),
        columns,
        rows,
        html.P(t("follow_up.cities.intro", year=year)),
    )


def columns_of(answers: FollowUpAnswers, t: Text) -> list[Column]:
    """The heads of the figures that every area has."""
    year, before = answers.year, answers.year - 1
    return [
        Column(t("follow_up.column.tonnes", year=year), numeric=True),
        Column(t("follow_up.column.change", before=before), numeric=True),
        Column(t("follow_up.column.restated", before=before), numeric=True),
    ]


def figures(area: AreaYear, t: Text) -> list[str]:
    """Thousand tonnes, the change within one release, and by how much the year was restated."""
    missing = t("word.missing")
    restated = t("follow_up.not_restated")
    return [
        missing if area.tonnes is None else number(area.tonnes / THOUSAND, t.lang, 0),
        missing if area.change is None else signed_percent(area.change, t.lang, DECIMALS),
        restated if area.restated is None else signed_percent(area.restated, t.lang, DECIMALS),
    ]


def yardstick(goal_year: GoalYear | None, t: Text) -> Any:
    """The yardstick's verdict, and what it was where a new year moved it."""
    if goal_year is None:
        return t("word.missing")
    reading = goal_year.now.reading
    shown = badge(reading.effective, t, fragile=reading.uncertain, indicative=reading.indication)
    if goal_year.step in (Step.SAME, Step.DIRECTION):
        return shown
    was = stand_words(goal_year.before, t)
    return html.Span([shown, " ", t("follow_up.yardstick.was", now="", before=was).strip()])


def greenhouse(answers: FollowUpAnswers) -> GasReleases | None:
    """The releases that areas and yardsticks are read in."""
    return next((release for release in answers.stands.releases if release.gas == Gas.CO2E), None)


def release_note(answers: FollowUpAnswers, t: Text) -> str:
    """In which release the change is counted, and against which the restatement."""
    read = greenhouse(answers)
    if read is None:
        return t("word.missing")
    before = answers.year - 1
    release = named(read.label, answers, t)
    if read.earlier is None:
        return t("follow_up.areas.note.alone", release=release, before=before)
    earlier = named(read.earlier, answers, t)
    return t("follow_up.areas.note", release=release, told=earlier, before=before)


def named(label: str, answers: FollowUpAnswers, t: Text) -> str:
    """A release by its title."""
    result = answers.releases.get(label)
    return label if result is None else release_title(result, t)


def _breaks(answers: FollowUpAnswers, t: Text) -> list[str]:
    """A sector that is filled from some year on makes that year's change no change."""
    read = greenhouse(answers)
    if read is None:
        return []
    return break_notes(answers.late_sectors, named(read.label, answers, t), t)


def _preliminary(answers: FollowUpAnswers, t: Text) -> html.P | None:
    if all(area.status != Status.PRELIMINARY for area in answers.stands.areas):
        return None
    return html.P(t("follow_up.areas.preliminary", year=answers.year), className="note")


def _yardstick(t: Text) -> Column:
    return Column(t("follow_up.column.yardstick"))
