"""A verdict in one sentence, two at most, in plain words."""

from datetime import date

from progress.constants import LEVEL_SHARE_PER_YEAR, TREND_FIRST_YEAR
from progress.formats import day, percent, tonnes, tonnes_per_person, year_span
from progress.formats import years as years_text
from progress.goals import GoalKind, GoalScope
from progress.lead import lead, most_important
from progress.sentence_texts import CLAUSES
from progress.series import Status, Unit
from progress.verdict_model import Attainment, Direction, Reason, RequiredRate, Verdict
from progress.words import (
    attainment_word,
    direction_word,
    is_indicative,
    reason_word,
    release_phrase,
    robustness_word,
    scope_word,
    series_phrase,
    variant_phrase,
)

__all__ = [
    "amount",
    "attainment_word",
    "direction_word",
    "latest_rise",
    "lead",
    "most_important",
    "reason_word",
    "robustness_word",
    "sentence",
]

_AT_HAND = 1e-6


def sentence(verdict: Verdict, lang: str) -> str:
    """What a verdict says, in one sentence or two: `lang` is sv or en.

    Actual value, gap in tonnes and years, direction, what is required, what makes it fragile; or
    why the goal cannot be assessed. An indicative verdict names its series first.
    """
    text = _with_owner(verdict, _say(verdict, lang), lang)
    if not is_indicative(verdict):
        return text
    prefix = CLAUSES[lang]["prefix.indicative"].format(series=series_phrase(verdict, lang))
    return prefix + text[:1].lower() + text[1:]


def _with_owner(verdict: Verdict, text: str, lang: str) -> str:
    """Names first whose figures they are, where they are a city's own."""
    if verdict.own is None or verdict.reason not in (None, Reason.NO_TREND):
        return text
    prefix = CLAUSES[lang]["prefix.own"].format(publisher=verdict.own.publisher)
    return prefix + text[:1].lower() + text[1:]


def _say(verdict: Verdict, lang: str) -> str:
    match verdict.attainment:
        case Attainment.NOT_ASSESSABLE:
            return _why_not(verdict, lang)
        case Attainment.REACHED | Attainment.MISSED:
            return _settled(verdict, lang)
        case _:
            return f"{_where_it_stands(verdict, lang)} {_where_it_goes(verdict, lang)}"


def amount(value: float | None, unit: Unit, lang: str) -> str:
    """A verdict's figure in its unit."""
    if unit is Unit.TONNES_PER_PERSON:
        return tonnes_per_person(value, lang)
    return tonnes(value, lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _where_it_stands(verdict: Verdict, lang: str) -> str:
    """The latest value, its gap in tonnes and years, and how much of a budget is used."""
    clauses = CLAUSES[lang]
    key = "actual.rose" if latest_rise(verdict) is not None else "actual"
    key += ".preliminary" if verdict.latest_status == Status.PRELIMINARY else ""
    text = clauses[key].format(
        year=verdict.latest_year,
        actual=amount(verdict.actual, verdict.unit, lang),
        rise=percent(latest_rise(verdict), lang),
    )
    text += _gap(verdict, lang)
    if verdict.budget is not None:
        text += clauses["budget.used"].format(
            share=percent(verdict.budget.share_used, lang),
            time=percent(verdict.budget.share_of_time, lang),
        )
    return f"{_capital(text)}."


def latest_rise(verdict: Verdict) -> float | None:
    """The rise in the latest year as a share of the year before, or None where there was none.

    A rise within the threshold of a level direction (§3) is none.
    """
    points = verdict.trend.points if verdict.trend is not None else ()
    if len(points) < 2 or points[-1].year - points[-2].year != 1 or points[-2].value <= 0:
        return None
    rise = points[-1].value / points[-2].value - 1
    return rise if rise > LEVEL_SHARE_PER_YEAR else None


def _gap(verdict: Verdict, lang: str) -> str:
    if verdict.gap is None or verdict.path is None:
        return ""
    clauses = CLAUSES[lang]
    if abs(verdict.gap) <= _AT_HAND * max(abs(verdict.path), 1e-3):
        return clauses["gap.on"]
    key = "gap.over" if verdict.gap > 0 else "gap.under"
    text = clauses[key].format(gap=amount(abs(verdict.gap), verdict.unit, lang))
    behind = verdict.years_behind
    if behind is None or abs(behind) < 0.05:
        return text
    key = "years.behind" if behind > 0 else "years.ahead"
    key += ".minimum" if verdict.years_behind_is_minimum else ""
    return text + clauses[key].format(years=years_text(abs(behind), lang))


def _where_it_goes(verdict: Verdict, lang: str) -> str:
    """Direction, whether the goal will be met, what is required, what would change the verdict."""
    clauses = CLAUSES[lang]
    family = "outcome" if verdict.budget is None else "budget"
    capped = any(note.code == "at_best_close" for note in verdict.assumptions)
    outcome = verdict.attainment.value
    if capped and verdict.attainment is Attainment.CLOSE:
        outcome = "capped"
    text = _movement(verdict, lang)
    text += clauses[f"{family}.{outcome}"].format(goal=_goal(verdict, lang))
    if verdict.budget is not None:
        text += _run_out(verdict, verdict.budget.run_out_if_level, lang)
    if verdict.attainment is not Attainment.YES:
        text += _required(verdict.required_rate, lang)
    if verdict.fragile_variants:
        variant = verdict.fragile_variants[0]
        other = attainment_word(variant.attainment, lang).lower()
        text += clauses["fragile"].format(variant=variant_phrase(variant.code, lang), other=other)
    return f"{text}."


def _movement(verdict: Verdict, lang: str) -> str:
    clauses = CLAUSES[lang]
    slope = verdict.trend.relative_slope if verdict.trend is not None else None
    rate = percent(abs(slope), lang, 1) if slope is not None else clauses["trend.rate.unknown"]
    direction = verdict.direction if verdict.direction is not None else Direction.LEVEL
    since = verdict.trend.points[0].year if verdict.trend is not None else TREND_FIRST_YEAR
    text = clauses[f"trend.{direction.value}"].format(rate=rate, since=since)
    return text + (clauses["trend.uncertain"] if verdict.direction_uncertain else "")


def _limit(verdict: Verdict, lang: str) -> str:
    if verdict.target == 0:
        return amount(0.0, verdict.unit, lang)
    key = "target.under" if verdict.goal.strict else "target.at_most"
    return CLAUSES[lang][key].format(target=amount(verdict.target, verdict.unit, lang))


def _goal(verdict: Verdict, lang: str) -> str:
    key = "target.level" if verdict.budget is None else "target.budget"
    return CLAUSES[lang][key].format(target_year=verdict.target_year, target=_limit(verdict, lang))


def _run_out(verdict: Verdict, out: date | None, lang: str) -> str:
    if out is None or verdict.latest_year is None:
        return ""
    key = "run_out.past" if out.year <= verdict.latest_year else "run_out"
    return CLAUSES[lang][key].format(day=day(out, lang))


def _required(required: RequiredRate | None, lang: str) -> str:
    if required is None:
        return ""
    clauses = CLAUSES[lang]
    if required.outcome == "rate":
        return clauses["required.rate"].format(rate=percent(required.rate, lang, 1))
    text = clauses[f"required.{required.outcome}"]
    if required.negative_tonnes is not None and required.negative_tonnes > 0:
        text += clauses["required.uptake"].format(tonnes=tonnes(required.negative_tonnes, lang))
    return text


def _settled(verdict: Verdict, lang: str) -> str:
    """A goal that observed values have decided."""
    clauses = CLAUSES[lang]
    reached = verdict.attainment is Attainment.REACHED
    if verdict.budget is not None:
        return clauses["budget.kept" if reached else "budget.broken"].format(
            span=year_span(verdict.budget.first_year, verdict.budget.last_year),
            used=tonnes(verdict.budget.used_tonnes, lang),
            budget=tonnes(verdict.budget.budget_tonnes, lang),
        )
    known = {"target_year": verdict.target_year, "target": _limit(verdict, lang)}
    latest = {
        "year": verdict.latest_year,
        "actual": amount(verdict.actual, verdict.unit, lang),
    }
    if reached:
        now = _capital(clauses["actual"].format(**latest))
        said = f"{now}; {clauses['reached'].format(**known)}."
        away = verdict.direction is Direction.AWAY
        return f"{said} {_movement(verdict, lang)}." if away else said
    points = verdict.trend.points if verdict.trend is not None else ()
    then = next((p.value for p in points if p.year == verdict.target_year), None)
    if then is not None:
        said = clauses["missed.value"].format(actual=amount(then, verdict.unit, lang))
    else:
        said = clauses["missed.latest"].format(**latest)
    return f"{clauses['missed'].format(**known)}{said}."


def _why_not(verdict: Verdict, lang: str) -> str:
    clauses = CLAUSES[lang]
    match verdict.reason:
        case Reason.NO_TREND:
            return f"{_where_it_stands(verdict, lang)} {clauses['no_trend']}"
        case Reason.NO_SERIES:
            goal = verdict.goal
            note = goal.series_note_sv if lang == "sv" else goal.series_note_en
            if note:
                return clauses["no_series.note"].format(note=note)
            if verdict.scope is None or goal.scope is GoalScope.OTHER:
                return clauses["no_series.other"]
            return clauses["no_series"].format(scope=scope_word(verdict.scope, lang))
        case Reason.SCOPE_MISMATCH:
            return clauses["scope_mismatch"]
        case Reason.NO_TARGET_VALUE:
            return _no_target(verdict, lang)
        case _:
            return clauses["narrative"]


def _no_target(verdict: Verdict, lang: str) -> str:
    clauses = CLAUSES[lang]
    goal = verdict.goal
    release = release_phrase(verdict.release or "", lang)
    if goal.kind is GoalKind.BUDGET:
        return clauses["no_target.budget"]
    if goal.target_year is None:
        stands = f" {_where_it_stands(verdict, lang)}" if verdict.gap is not None else ""
        return clauses["no_target.year"] + stands
    if verdict.base is not None:
        return clauses["no_target.value"]
    if verdict.base_year is not None:
        return clauses["no_target.base"].format(base_year=verdict.base_year, release=release)
    return clauses["no_target.base.unknown"].format(release=release)
