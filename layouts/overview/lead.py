"""The overview in two or three plain sentences, counted from the same facts as the table."""

from layouts.changes import observed_years, value_in
from layouts.enumeration import enumerated
from layouts.overview.answers import ON_TRACK, CityRow, OverviewAnswers
from layouts.text import Text, text
from progress.formats import tonnes
from progress.series import Point
from progress.verdict_model import Attainment, Robustness, Verdict
from progress.wording import compared


def lead(lang: str, answers: OverviewAnswers) -> list[str]:
    """Sentences on emissions, own goals and the yardstick; those without facts are left out."""
    t = text(lang)
    found = (_emissions(lang, t, answers), _goals(t, answers.cities), _yardstick(t, answers.cities))
    return [sentence for sentence in found if sentence]


def cities_sum(cities: tuple[CityRow, ...]) -> tuple[Point, ...]:
    """The cities' emissions added for each year in which all of them have an observed value."""
    if not cities:
        return ()
    years = set(observed_years(cities[0].points))
    for city in cities[1:]:
        years &= set(observed_years(city.points))
    return tuple(
        Point(year, sum(value_in(city.points, year) or 0.0 for city in cities))
        for year in sorted(years)
    )


def _emissions(lang: str, t: Text, answers: OverviewAnswers) -> str:
    together = cities_sum(answers.cities)
    if len(together) < 3:
        return ""
    first, before, latest = together[0], together[-2], together[-1]
    return t(
        "overview.lead.emissions",
        n=len(answers.cities),
        total=tonnes(latest.value, lang),
        gas=t(f"word.gas.short.{answers.release.gas or 'co2e'}"),
        year=latest.year,
        since_before=compared(latest.value, before.value, before.year, lang),
        since_first=compared(latest.value, first.value, first.year, lang),
    )


def _goals(t: Text, cities: tuple[CityRow, ...]) -> str:
    """Cities are counted, not goals: a city often states the same aim in several (RULES §2)."""
    on_track = [
        [verdict.attainment in ON_TRACK for verdict in city.assessable]
        for city in cities
        if city.assessable
    ]
    if not on_track:
        return t("overview.lead.goals_none")
    every = sum(all(met) for met in on_track)
    none = sum(not any(met) for met in on_track)
    counted = {"all": every, "some": len(on_track) - every - none, "none": none}
    told = [t(f"overview.lead.goals.{key}", n=n) for key, n in counted.items() if n]
    return t("overview.lead.goals", cities=len(on_track), counts=enumerated(told, t))


def _count(cities: int, t: Text) -> str:
    return str(cities) if cities else t("word.count.none")


def fragile_note(lang: str, answers: OverviewAnswers) -> str:
    """How many of the cities on their way to the yardstick are so only by a hair."""
    t = text(lang)
    there = _on_their_way(answers.cities)
    fragile = sum(one.robustness is Robustness.FRAGILE for one in there)
    if not fragile:
        return ""
    if fragile == len(there) > 1:
        return t("overview.lead.fragile.all")
    return t("overview.lead.fragile", n=fragile)


def _yardstick(t: Text, cities: tuple[CityRow, ...]) -> str:
    of = len(_held_to_yardstick(cities))
    if not of:
        return ""
    n = _count(len(_on_their_way(cities)), t)
    return t("overview.lead.yardstick", n=n.capitalize(), of=of)


def _held_to_yardstick(cities: tuple[CityRow, ...]) -> list[Verdict]:
    found = [city.yardstick for city in cities if city.yardstick is not None]
    return [one for one in found if one.attainment is not Attainment.NOT_ASSESSABLE]


def _on_their_way(cities: tuple[CityRow, ...]) -> list[Verdict]:
    return [one for one in _held_to_yardstick(cities) if one.attainment in ON_TRACK]
