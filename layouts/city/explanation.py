"""«Så räknade vi»: every figure behind a verdict, so that a pocket calculator gives the same."""

from typing import Any

from dash import html

from layouts.addresses import Address, href
from layouts.city.sensitivity import rules, variant_words, what_changes
from layouts.tables import Column, facts, table
from layouts.text import Text
from progress.constants import CLOSE_SHARE
from progress.formats import number, percent, signed_percent, tonnes
from progress.path import RatePath
from progress.scenario import path_behind, target_of
from progress.sectors import SECTORS
from progress.series import TOTAL, Unit
from progress.verdict_model import RequiredRate, Verdict

TIMES, MINUS, OVER = "×", "−", "÷"
RATE_DECIMALS = 5


def explanation(verdict: Verdict, lang: str, t: Text) -> list[Any]:
    """Series, steps with their arithmetic, the trend's points, the verdict with other points."""
    rows: list[tuple[str, Any]] = [
        (t("city.how.series"), _series(verdict, lang, t)),
        *_aim(verdict, lang, t),
        *_path(verdict, lang, t),
        *_trend(verdict, lang, t),
        *_miss(verdict, lang, t),
        *_rates(verdict, lang, t),
        (t("city.how.rules"), rules(verdict, lang, t)),
        (t("city.how.origin"), _origin(verdict, lang, t)),
    ]
    changes = what_changes(verdict, lang, t)
    if changes:
        rows.append((t("city.how.changes"), changes))
    return [
        facts(rows, class_name="pairs steps"),
        _points(verdict, lang, t),
        _variants(verdict, t),
    ]


def _origin(verdict: Verdict, lang: str, t: Text) -> list[Any]:
    """The ways to what the verdict is made from: release, rules, and all of it as data."""
    place, goal = verdict.goal.municipality_code, verdict.goal.goal_id
    ways = [
        html.A(t("city.how.origin.rules"), href=href(Address("method", lang))),
        html.A(t("city.how.origin.data"), href=f"/api/v1/verdicts/{place}/{goal}"),
    ]
    if verdict.release:
        there = href(Address("release", lang, slug=verdict.release))
        ways.insert(0, html.A(t("city.how.origin.release"), href=there))
    return [part for way in ways for part in (way, " · ")][:-1]


def exact(value: float | None, verdict: Verdict, lang: str, t: Text) -> str:
    """A value in the series' unit with every figure that the arithmetic needs."""
    decimals = 0 if verdict.unit is Unit.TONNES else 3
    return f"{number(value, lang, decimals)} {t(f'word.unit.{verdict.unit}')}"


def _bare(value: float, verdict: Verdict, lang: str) -> str:
    return number(value, lang, 0 if verdict.unit is Unit.TONNES else 3)


def _series(verdict: Verdict, lang: str, t: Text) -> str:
    place = 0 if lang == "sv" else 1
    scope = t(f"word.scope.{verdict.scope}") if verdict.scope else t("word.missing")
    if verdict.sector not in (None, TOTAL) and verdict.sector in SECTORS:
        scope += f", {SECTORS[verdict.sector][place].lower()}"
    if verdict.sectors_left_out:
        names = ", ".join(
            SECTORS[one][place].lower() if one in SECTORS else one
            for one in verdict.sectors_left_out
        )
        scope += ", " + t("city.how.left_out", sectors=names)
    gas = t(f"word.gas.{verdict.gas}") if verdict.gas else t("word.missing")
    release = verdict.release or t("word.missing")
    words = t("city.how.series.words", scope=scope, gas=gas, release=release)
    if verdict.own is None:
        return words
    return words + t("city.how.own", publisher=verdict.own.publisher, title=verdict.own.title)


def _aim(verdict: Verdict, lang: str, t: Text) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    if verdict.base is not None:
        name = t("city.how.base", year=verdict.base_year)
        rows.append((name, exact(verdict.base, verdict, lang, t)))
    if verdict.target is not None:
        name = t("city.how.target", year=verdict.target_year)
        rows.append((name, exact(verdict.target, verdict, lang, t)))
    if verdict.actual is not None:
        status = t(f"word.status.{verdict.latest_status or 'final'}")
        name = t("city.how.latest", year=verdict.latest_year, status=status)
        rows.append((name, exact(verdict.actual, verdict, lang, t)))
    return rows


def _path(verdict: Verdict, lang: str, t: Text) -> list[tuple[str, Any]]:
    if verdict.path is None or verdict.actual is None or verdict.gap is None:
        return []
    asked = exact(verdict.path, verdict, lang, t)
    sum_words = _path_sum(verdict, lang)
    rows: list[tuple[str, Any]] = [
        (
            t("city.how.path", year=verdict.latest_year),
            f"{sum_words} = {asked}" if sum_words else asked,
        ),
        (
            t("city.how.gap"),
            f"{_bare(verdict.actual, verdict, lang)} {MINUS} "
            f"{_bare(verdict.path, verdict, lang)} = {exact(verdict.gap, verdict, lang, t)}"
            + (f" ({signed_percent(verdict.gap_share, lang)})" if verdict.gap_share else ""),
        ),
    ]
    if verdict.years_behind is not None:
        behind = number(abs(verdict.years_behind), lang, 1)
        key = "behind" if verdict.years_behind > 0 else "ahead"
        least = ".least" if verdict.years_behind_is_minimum else ""
        if verdict.years_behind != 0 or verdict.years_behind_is_minimum:
            rows.append((t("city.how.years"), t(f"city.how.{key}{least}", years=behind)))
    return rows


def _path_sum(verdict: Verdict, lang: str) -> str:
    """The arithmetic of the path in the latest year; empty outside its years."""
    path = path_behind(verdict)
    if path is None or verdict.latest_year is None or verdict.target_year is None:
        return ""
    if not path.base_year <= verdict.latest_year < verdict.target_year:
        return ""
    base = _bare(path.base, verdict, lang)
    passed = verdict.latest_year - path.base_year
    if isinstance(path, RatePath):
        return f"{base} {TIMES} (1 {MINUS} {number(path.rate, lang, RATE_DECIMALS)})^{passed}"
    target = _bare(path.target, verdict, lang)
    whole = verdict.target_year - path.base_year
    return f"{base} {MINUS} ({base} {MINUS} {target}) {TIMES} {passed} {OVER} {whole}"


def _trend(verdict: Verdict, lang: str, t: Text) -> list[tuple[str, Any]]:
    line = verdict.trend
    if line is None:
        return []
    decimals = 3 if verdict.unit is Unit.TONNES else 6
    unit = t(f"word.unit.{verdict.unit}")
    slope = number(line.slope, lang, decimals)
    intercept = number(line.intercept, lang, 0 if verdict.unit is Unit.TONNES else 3)
    rows: list[tuple[str, Any]] = [
        (
            t("city.how.slope"),
            t(
                "city.how.slope.words",
                slope=f"{slope} {unit}",
                share=signed_percent(line.relative_slope, lang, 1),
            ),
        ),
        (t("city.how.intercept"), f"{intercept} {unit}"),
    ]
    if verdict.projected is not None and verdict.target_year is not None:
        sum_words = f"{intercept} + ({slope}) {TIMES} {verdict.target_year}"
        value = exact(verdict.projected, verdict, lang, t)
        below = line.intercept + line.slope * verdict.target_year < 0
        words = t("city.how.below_zero", sum=sum_words, value=value) if below else ""
        rows.append(
            (
                t("city.how.projection", year=verdict.target_year),
                words or f"{sum_words} = {value}",
            )
        )
    if verdict.projected_low is not None and verdict.projected_high is not None:
        low = _bare(verdict.projected_low, verdict, lang)
        high = exact(verdict.projected_high, verdict, lang, t)
        rows.append((t("city.how.band"), t("city.how.band.words", low=low, high=high)))
    return rows


def _miss(verdict: Verdict, lang: str, t: Text) -> list[tuple[str, Any]]:
    account = verdict.budget
    if account is not None:
        return [
            (
                t("city.how.budget"),
                t(
                    "city.how.budget.words",
                    used=tonnes(account.used_tonnes, lang),
                    sum=tonnes(account.projected_sum_tonnes, lang),
                    budget=tonnes(account.budget_tonnes, lang),
                ),
            )
        ]
    if verdict.projected is None or verdict.target is None or verdict.base is None:
        return []
    allowed = CLOSE_SHARE * max(0.0, verdict.base - verdict.target)
    return [
        (
            t("city.how.miss"),
            t(
                "city.how.miss.words",
                miss=exact(max(0.0, verdict.projected - verdict.target), verdict, lang, t),
                allowed=exact(allowed, verdict, lang, t),
                share=percent(CLOSE_SHARE, lang),
            ),
        )
    ]


def _rates(verdict: Verdict, lang: str, t: Text) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for key, rate in (
        ("city.how.rate", verdict.required_rate),
        ("city.how.rate_delayed", verdict.required_rate_if_delayed),
    ):
        if rate is not None:
            delayed = rate is verdict.required_rate_if_delayed
            rows.append(
                (t(key), _rate_sum(verdict, rate, delayed, lang) + rate_words(rate, lang, t))
            )
    return rows


def _rate_sum(verdict: Verdict, rate: RequiredRate, delayed: bool, lang: str) -> str:
    """The root that gives a rate to a target; a budget's rate is found by trial, so has none."""
    aim, last, latest = target_of(verdict), verdict.target_year, verdict.latest_year
    if rate.rate is None or aim is None or not verdict.actual or last is None or latest is None:
        return ""
    years = last - latest - delayed
    quotient = f"{_bare(aim, verdict, lang)} {OVER} {_bare(verdict.actual, verdict, lang)}"
    return f"1 {MINUS} ({quotient})^(1 {OVER} {years}) = "


def rate_words(rate: RequiredRate, lang: str, t: Text) -> str:
    """The pace still needed: a rate, enough already, or out of reach."""
    if rate.outcome == "already_enough":
        return t("city.rate.enough")
    if rate.rate is not None:
        return t("city.rate.rate", rate=percent(rate.rate, lang, 1))
    if rate.negative_tonnes is not None:
        return t("city.rate.negative", tonnes=tonnes(rate.negative_tonnes, lang))
    return t("city.rate.unreachable")


def _points(verdict: Verdict, lang: str, t: Text) -> html.Div | None:
    if verdict.trend is None:
        return None
    rows = [
        [str(point.year), _bare(point.value, verdict, lang), t(f"word.status.{point.status}")]
        for point in verdict.trend.points
    ]
    columns = [
        Column(t("word.year")),
        Column(t("city.how.points.value", unit=t(f"word.unit.{verdict.unit}")), numeric=True),
        Column(t("city.how.points.status")),
    ]
    caption = t("city.how.points", release=verdict.release or t("word.missing"))
    return table(caption, columns, rows, small=True)


def _variants(verdict: Verdict, t: Text) -> html.Div | None:
    if not verdict.variants:
        return None
    rows = [
        [variant_words(one, t), t(f"word.attainment.{one.attainment}")] for one in verdict.variants
    ]
    columns = [Column(t("city.how.variant")), Column(t("city.how.variant.gives"))]
    return table(t("city.how.variants"), columns, rows, small=True)
