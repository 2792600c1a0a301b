"""The overview in two or three plain sentences, counted from the same facts as the table."""

from layouts.changes import change, more_or_less, observed_years, value_in
from layouts.overview.answers import ON_TRACK, CityRow, OverviewAnswers
from layouts.text import Text, text
from progress.formats import tonnes
from progress.series import Point
from progress.verdict_model import Attainment, Robustness


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
    first, before, latest = together[0].year, together[-2].year, together[-1]
    return t(
        "overview.lead.emissions",
        n=len(answers.cities),
        total=tonnes(latest.value, lang),
        gas=t(f"word.gas.short.{answers.release.gas or 'co2e'}"),
        year=latest.year,
        since_before=more_or_less(change(together, before, latest.year), lang, t),
        before=before,
        since_first=more_or_less(change(together, first, latest.year), lang, t),
        first=first,
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
    return t(
        "overview.lead.goals",
        cities=len(on_track),
        all=_count(every, t),
        some=_count(len(on_track) - every - none, t),
        none=_count(none, t),
    )


def _count(cities: int, t: Text) -> str:
    return str(cities) if cities else t("word.count.none")


def _yardstick(t: Text, cities: tuple[CityRow, ...]) -> str:
    verdicts = [
        city.yardstick
        for city in cities
        if city.yardstick is not None and city.yardstick.attainment is not Attainment.NOT_ASSESSABLE
    ]
    if not verdicts:
        return ""
    met = [verdict for verdict in verdicts if verdict.attainment in ON_TRACK]
    fragile = sum(verdict.robustness is Robustness.FRAGILE for verdict in met)
    return t(
        "overview.lead.yardstick",
        n=_count(len(met), t),
        of=len(verdicts),
        fragile=_count(fragile, t),
    )
