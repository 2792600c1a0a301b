"""Emissions over time with what the goal needs and what has been done, money on the same axis."""

from layouts.charts.description import Line, LinePanel, Mark, Measure, TimeChart
from layouts.charts.description import marks as marks_of
from layouts.charts.overlays import Continued, Flag, Needed, Outlook, TargetGap
from layouts.city.ahead import Ahead, ahead, goal_name, path_points
from layouts.city.answers import CityAnswers
from layouts.city.cause import cause_words
from layouts.city.funding import funding_panel
from layouts.city.own import forecast_words
from layouts.city.series import Shown, View, comparable, shown, view_of
from layouts.links.addresses import Address
from layouts.phrases.changes import SAME_SHARE, change, more_or_less, value_in
from layouts.phrases.corrections import corrected_words
from layouts.phrases.releases import source_line
from layouts.phrases.text import Text, text
from progress.emissions.series import Point, Status, Unit
from progress.phrases.formats import NBSP
from progress.phrases.wording import in_unit

THOUSAND = 1000.0
SMALL_TONNES = 10_000.0
"""A series that never reaches this is drawn in tonnes, not in thousands."""

FIRST_YEAR = 2005
"""Where the axis begins unless the address asks for all years."""

AHEAD_YEARS = 2
"""How far the axis goes beyond the latest year where there is no target year."""


def emissions_chart(address: Address, answers: CityAnswers) -> TimeChart | None:
    """The series of the address's view: observed values, what is ahead, the money under them."""
    if not answers.years:
        return None
    t = text(address.lang)
    series = shown(view_of(address, answers), answers)
    ahead_of = ahead(series, answers)
    if ahead_of is None:
        return None
    first = _first_year(address, series)
    last = max(ahead_of.target_year or 0, ahead_of.latest.year + AHEAD_YEARS)
    lines = [Line(t("city.emissions.line"), marks_of(series.observed), 1)]
    forecast = _forecast(answers) if series.view is not View.PER_PERSON else ()
    if forecast and series.view is not View.WITHOUT_INDUSTRY:
        lines.append(Line(t("city.emissions.forecast"), forecast, 1))
    emissions = LinePanel(
        _panel_title(answers, series, t),
        emission_measure(series, t),
        tuple(lines),
        outlook=_outlook(answers, series, ahead_of, first, t),
    )
    money = funding_panel(address.lang, answers)
    title = "city.emissions.title" if money is not None else "city.emissions.title.alone"
    if answers.shows_own:
        title = "city.emissions.title.own"
    more = [] if money is None else [t("sharing.source.money")]
    source = source_line([answers.release], t, *more)
    corrected = corrected_words(answers.corrections, answers.release.label, t)
    return TimeChart(
        chart_id="emissions-chart",
        title=t(title, name=answers.municipality.name, scope=t(f"word.scope.{answers.scope}")),
        lang=address.lang,
        message=_message(answers, series, ahead_of, t),
        panels=(emissions, money) if money is not None else (emissions,),
        first_year=first,
        last_year=last,
        source=" ".join(filter(None, (source, corrected))),
        releases=(answers.release,),
    )


def _first_year(address: Address, series: Shown) -> int:
    """2005, or the first year there is: of all where the address asks for them."""
    years = [point.year for point in series.observed]
    value = address.get("from_year")
    start = FIRST_YEAR if value is None else int(value)
    return max(min(years), min(start, years[-1] - 1))


def all_years(address: Address, answers: CityAnswers) -> int | None:
    """The first year of the series where the chart does not show it yet."""
    series = shown(view_of(address, answers), answers)
    first = min((point.year for point in series.observed), default=FIRST_YEAR)
    return first if first < _first_year(address, series) else None


def _panel_title(answers: CityAnswers, series: Shown, t: Text) -> str:
    title = t("city.emissions.panel", gas=t(f"word.gas.title.{answers.gas}"))
    if series.view is View.WITHOUT_INDUSTRY:
        return f"{title}, {t('city.emissions.without_industry')}"
    return title


def emission_measure(series: Shown, t: Text) -> Measure:
    """The axis that the view is drawn on: per person, tonnes or thousands of them."""
    unit = t(f"word.unit.{series.unit}")
    if series.unit is Unit.TONNES_PER_PERSON:
        return Measure(unit, t("city.emissions.axis.per_person"), 1.0, 1)
    if max((abs(point.value) for point in series.points), default=0.0) < SMALL_TONNES:
        return Measure(unit, t("city.emissions.axis.small"), 1.0, 0)
    axis = t("city.emissions.axis")
    return Measure(unit, axis, THOUSAND, 0, t("city.emissions.short"))


def _forecast(answers: CityAnswers) -> tuple[Mark, ...]:
    """Somebody's forecast for the years after the latest observed one."""
    return tuple(
        Mark(point.year, point.value, point.status)
        for point in answers.series
        if point.status is Status.FORECAST
    )


def _outlook(
    answers: CityAnswers, series: Shown, outlook: Ahead, first_year: int, t: Text
) -> Outlook:
    flags = tuple(
        Flag(event.title(t.lang), event.year)
        for event in answers.events
        if event.year >= first_year
        and event.sectors
        and event.year <= outlook.latest.year
        and event.way is not None
    )
    end = outlook.target_year or outlook.latest.year + AHEAD_YEARS
    span = range(outlook.latest.year, end + 1)
    continued = (
        None
        if outlook.done is None
        else Continued(
            t("city.ahead.continued"),
            tuple((y, outlook.continued(y)) for y in span),
            ()
            if series.unit is not answers.unit or series.view is View.WITHOUT_INDUSTRY
            else _band(answers, outlook, end),
        )
    )
    if outlook.verdict is None or outlook.target is None or outlook.target_year is None:
        return Outlook(None, continued, None, (), flags)
    goal = goal_name(outlook.verdict, t.lang)
    needed = Needed(goal, tuple((year, outlook.needed(year)) for year in span))
    return Outlook(
        needed if outlook.latest.value > outlook.target else None,
        continued,
        _gap(outlook, t),
        path_points(outlook, first_year),
        flags,
        goal,
    )


def _band(answers: CityAnswers, outlook: Ahead, end: int) -> tuple[tuple[int, float, float], ...]:
    """How far others ended from their pace, as many years as there are enough of them (§3)."""
    edges = []
    for year in range(outlook.latest.year + 1, end + 1):
        half = answers.band.at(year - outlook.latest.year)
        if half is None:
            break
        value = outlook.continued(year)
        edges.append((year, value * (1 - half), value * (1 + half)))
    return tuple(edges)


def _gap(outlook: Ahead, t: Text) -> TargetGap | None:
    if not outlook.gap or outlook.gap <= 0 or outlook.target is None or outlook.target_year is None:
        return None
    words = in_unit(outlook.gap, outlook.unit, t.lang).replace(" ", NBSP)
    return TargetGap(
        t("city.ahead.gap", amount=words),
        outlook.target_year,
        outlook.target,
        outlook.continued(outlook.target_year),
    )


def _message(answers: CityAnswers, series: Shown, outlook: Ahead, t: Text) -> str:
    cause = cause_words(answers.causes, t, elsewhere=answers.newest_change is not None)
    sentences = [cause] if cause and series.view is View.TOTAL else []
    compared = comparable(series, answers, series.observed[0].year)
    sentences.append(newest_value(series.points, compared, series.unit, t))
    if outlook.done is None:
        sentences.append(t("city.emissions.message.few_years"))
    if series.view not in (View.PER_PERSON, View.WITHOUT_INDUSTRY):
        sentences += forecast_words(answers, t)
    return " ".join(sentences)


def newest_value(
    points: tuple[Point, ...], compared: tuple[Point, ...], unit: Unit, t: Text
) -> str:
    """The latest year's value, and how what can be compared has changed since the first."""
    first, latest = compared[0].year, compared[-1].year
    share = change(compared, first, latest)
    key = "city.emissions.message"
    if share is None:
        key += ".value"
    elif abs(share) < SAME_SHARE:
        key += ".same"
    return t(
        key,
        year=latest,
        value=in_unit(value_in(points, latest), unit, t.lang),
        since_first=more_or_less(share, t),
        first=first,
    )
