"""The verdict on a goal with a target or a yearly rate (§4, §5)."""

from dataclasses import replace

from progress.emissions.series import Point, Series
from progress.goals import assumptions
from progress.goals.attainment import (
    Judge,
    at_best_close,
    attainment_of_rate,
    attainment_of_value,
    meets,
)
from progress.goals.done import Done, continued, done_over
from progress.goals.goal import GoalKind
from progress.goals.needed import cut_per_year, needed_per_year, needed_rate
from progress.goals.rate_variants import RateVariant, rate_variants
from progress.goals.resolve import Aim
from progress.goals.verdict_model import Attainment, Bound, Bounds, Reason, Verdict
from progress.goals.verdict_steps import with_path, with_robustness


def assess_target(
    verdict: Verdict,
    aim: Aim,
    series: Series,
    latest: Point,
    rates: tuple[RateVariant, ...],
    current_year: int,
) -> Verdict:
    """The verdict with needed and done, and the attainment with its robustness.

    `rates` are the done rate of the series drawn otherwise. `verdict` already has the done rate.
    """
    verdict = replace(
        verdict,
        base_year=aim.base_year,
        base=aim.base,
        target_year=aim.target_year,
        target=aim.target,
        own_rate=aim.own_rate,
        assumptions=verdict.assumptions + aim.assumptions,
    )
    verdict = with_path(verdict, aim.path, latest)
    settled = _settled(aim, series, latest, current_year)
    if settled is not None:
        verdict = _with_gap_year(replace(verdict, attainment=settled), series)
        return with_robustness(verdict, rates, lambda _: settled)
    if aim.reason is not None:
        return replace(verdict, reason=aim.reason)
    if aim.target is None and aim.rate is None:
        return replace(verdict, reason=Reason.NO_TARGET_VALUE)
    verdict = _with_needed(verdict, aim, latest)
    if verdict.goal.kind is GoalKind.ANNUAL_RATE and aim.rate is not None:
        return _by_rate(verdict, aim, aim.rate, series, rates)
    if aim.target is None or aim.target_year is None:
        return replace(verdict, reason=Reason.NO_TARGET_VALUE)
    if verdict.done_rate is None:
        return replace(verdict, reason=Reason.NO_DONE_RATE)
    return _by_value(verdict, aim, latest, verdict.done_rate, rates)


def target_point(series: Series, target_year: int) -> Point | None:
    """The observed point that settles the goal: the target year's, else the first one after it."""
    return next((point for point in series.observed if point.year >= target_year), None)


def _settled(aim: Aim, series: Series, latest: Point, current_year: int) -> Attainment | None:
    """What observed values alone decide, or None while the pace is what matters (§5)."""
    year = aim.target_year
    if year is None or (aim.reason is not None and aim.reason is not Reason.NO_TARGET_VALUE):
        return None
    point = target_point(series, year)
    if aim.target is not None and (aim.bounded or not aim.capped or point is not None):
        value = latest.value if point is None else point.value
        if not aim.bounded and meets(value, aim.target, strict=aim.strict):
            return at_best_close(Attainment.REACHED) if aim.capped else Attainment.REACHED
        if point is not None:
            lenient = meets(value, aim.target)
            return Attainment.DEPENDS if aim.bounded and lenient else Attainment.MISSED
    passed = latest.year < year < current_year
    return Attainment.AWAITING if passed else None


def _with_gap_year(verdict: Verdict, series: Series) -> Verdict:
    year = verdict.target_year
    point = None if year is None else target_point(series, year)
    if year is None or point is None or point.year == year:
        return verdict
    note = assumptions.target_year_is_gap(year, point.year)
    return replace(verdict, assumptions=(*verdict.assumptions, note))


def _with_needed(verdict: Verdict, aim: Aim, latest: Point) -> Verdict:
    """Needed and done as one pair, and the value at the done rate in the target year."""
    if aim.target_year is None or aim.target is None:
        return replace(verdict, needed_rate=aim.rate)
    years, rate = aim.target_year - latest.year, verdict.done_rate
    verdict = replace(
        verdict,
        needed_rate=needed_rate(latest.value, aim.target, years),
        needed_tonnes_per_year=needed_per_year(latest.value, aim.target, years),
        needed_is_least=aim.least,
    )
    if rate is None:
        return verdict
    projected = continued(latest, rate, aim.target_year)
    return replace(
        verdict,
        done_tonnes_per_year=cut_per_year(latest.value, rate, years),
        projected=projected,
        target_gap=projected - aim.target,
    )


def _by_value(
    verdict: Verdict, aim: Aim, latest: Point, rate: float, rates: tuple[RateVariant, ...]
) -> Verdict:
    lenient = _judge(aim, latest, aim.target or 0.0)
    if not aim.bounded:
        return with_robustness(replace(verdict, attainment=lenient(rate)), rates, lenient)
    strict = _judge(aim, latest, 0.0)
    years = (aim.target_year or latest.year) - latest.year
    bounds = Bounds(
        strict=_bound(0.0, strict(rate), latest, years),
        lenient=_bound(aim.target or 0.0, lenient(rate), latest, years),
    )
    alike = bounds.strict.attainment is bounds.lenient.attainment
    attainment = bounds.lenient.attainment if alike else Attainment.DEPENDS
    verdict = replace(verdict, attainment=attainment, bounds=bounds)
    return with_robustness(verdict, rates, lenient, strict)


def _bound(target: float, attainment: Attainment, latest: Point, years: int) -> Bound:
    return Bound(
        target,
        attainment,
        needed_rate(latest.value, target, years),
        needed_per_year(latest.value, target, years),
    )


def _judge(aim: Aim, latest: Point, target: float) -> Judge:
    last = latest.year if aim.target_year is None else aim.target_year

    def judge(rate: float) -> Attainment:
        at_rate = continued(latest, rate, last)
        result = attainment_of_value(latest.value, at_rate, target, strict=aim.strict)
        return at_best_close(result) if aim.capped else result

    return judge


def _by_rate(
    verdict: Verdict, aim: Aim, promised: float, series: Series, rates: tuple[RateVariant, ...]
) -> Verdict:
    """The change since the base year against the promised rate; the first year where none is.

    The variants are drawn on the points from the base year on.
    """
    done = _since_base(aim, series)
    if done is None:
        if aim.base_year is not None or verdict.done_rate is None:
            return replace(verdict, reason=Reason.NO_DONE_RATE)
        tested, from_base = verdict.done_rate, rates
    else:
        tested = done.rate
        before = next((rate for rate in rates if rate.code == "first_restated"), None)
        same_first = done.first.year == verdict.first_year and before is not None
        from_base = rates if same_first else rate_variants(done.points, None)
        verdict = replace(verdict, tested_rate=tested, tested_from=done.first.year)

    def judge(rate: float) -> Attainment:
        return attainment_of_rate(rate, promised)

    return with_robustness(replace(verdict, attainment=judge(tested)), from_base, judge)


def _since_base(aim: Aim, series: Series) -> Done | None:
    if aim.base_year is None or aim.base is None:
        return None
    points = tuple(point for point in series.observed if point.year >= aim.base_year)
    if points and points[0].year > aim.base_year:
        points = (Point(aim.base_year, aim.base), *points)
    return done_over(points)
