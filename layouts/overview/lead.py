"""The overview in two or three plain sentences, counted from the same facts as the table."""

from layouts.overview.answers import CityRow, OverviewAnswers
from layouts.phrases.changes import SAME_SHARE, observed_years, value_in
from layouts.phrases.sector_words import sectors_in_words
from layouts.phrases.text import Text, text
from progress.emissions.change_causes import ChangeCauses
from progress.emissions.series import Point
from progress.goals.verdict_model import Attainment, Robustness, Verdict
from progress.phrases.formats import percent

ON_ITS_WAY = frozenset({Attainment.REACHED, Attainment.YES})


def lead(lang: str, answers: OverviewAnswers) -> list[str]:
    """Sentences on what changed, why, and for how many the pace is enough."""
    t = text(lang)
    said = (_change(t, answers), _yardstick(t, answers.cities))
    return [sentence for sentence in said if sentence]


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


def _change(t: Text, answers: OverviewAnswers) -> str:
    """How the cities' sum changed since the year before, and how all but the named sectors did."""
    causes, together = answers.causes, cities_sum(answers.cities)
    if causes is None and len(together) < 2:
        return ""
    n = len(answers.cities)
    if causes is None:
        before, latest = together[-2], together[-1]
        share = latest.value / before.value - 1
        return _moved("overview.lead.change", share, t, n=n, year=latest.year) + "."
    sentence = _moved("overview.lead.change", causes.change, t, n=n, year=causes.year)
    return f"{sentence}{_rest(causes, t)}."


def _moved(key: str, share: float, t: Text, **values: object) -> str:
    if abs(share) < SAME_SHARE:
        return t(key + ".same", **values)
    return t(key + (".rose" if share > 0 else ".fell"), share=percent(abs(share), t.lang), **values)


def _rest(causes: ChangeCauses, t: Text) -> str:
    if causes.rest is None or not causes.named:
        return ""
    named = sectors_in_words(causes.named, t)
    return _moved("overview.lead.rest", causes.rest, t, sectors=named)


def _yardstick(t: Text, cities: tuple[CityRow, ...]) -> str:
    """For how many the pace is enough for the yardstick, and how many of those are uncertain."""
    held = [v for v in (city.yardstick for city in cities) if v is not None and _assessed(v)]
    if not held:
        return ""
    there = [verdict for verdict in held if verdict.attainment in ON_ITS_WAY]
    unsure = sum(verdict.robustness is Robustness.FRAGILE for verdict in there)
    sentence = t("overview.lead.yardstick", n=len(there), of=len(held))
    if not unsure:
        return sentence
    key = "overview.lead.uncertain.all" if unsure == len(there) else "overview.lead.uncertain"
    return f"{sentence} {t(key, n=unsure)}"


def _assessed(verdict: Verdict) -> bool:
    return verdict.attainment is not Attainment.NOT_ASSESSABLE
