"""«Så räknade vi»: every figure behind a verdict, so that a pocket calculator gives the same."""

from typing import Any

from layouts import html
from layouts.city.sensitivity import rules, what_changes
from layouts.html.tables import Column, facts, table
from layouts.links.addresses import Address, href
from layouts.phrases.editions import edition_of
from layouts.phrases.text import Text
from progress.constants import CLOSE_SHARE
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Unit
from progress.goals.path import RatePath
from progress.goals.verdict_model import Verdict
from progress.phrases.formats import number, percent, signed_percent, tonnes
from progress.phrases.wording import done_label, needed_label
from progress.phrases.words import attainment_word, sector_word, variant_phrase
from progress.road.scenario import path_behind

TIMES, MINUS, OVER = "×", "−", "÷"
RATE_DECIMALS = 5


def explanation(verdict: Verdict, t: Text) -> list[Any]:
    """Series, steps with their arithmetic, the points, the verdict with other years."""
    rows: list[tuple[str, Any]] = [
        (t("city.how.series"), _series(verdict, t)),
        *_aim(verdict, t),
        *_path(verdict, t),
        *_needed(verdict, t),
        *_done(verdict, t),
        *_miss(verdict, t),
        (t("city.how.rules"), rules(verdict, t)),
        (t("city.how.origin"), _origin(verdict, t)),
    ]
    changes = what_changes(verdict, t)
    if changes:
        rows.append((t("city.how.changes"), changes))
    return [
        facts(rows, class_name="pairs steps"),
        _points(verdict, t),
        _variants(verdict, t),
    ]


def _origin(verdict: Verdict, t: Text) -> list[Any]:
    """The ways to what the verdict is made from: release, rules, and all of it as data."""
    place, goal = verdict.goal.municipality_code, verdict.goal.goal_id
    ways = [
        html.A(t("city.how.origin.rules"), href=href(Address("method", t.lang))),
        html.A(t("city.how.origin.data"), href=f"/api/v1/verdicts/{place}/{goal}/{verdict.basis}"),
    ]
    if verdict.release:
        there = href(Address("release", t.lang, slug=verdict.release))
        ways.insert(0, html.A(t("city.how.origin.release"), href=there))
    return [part for way in ways for part in (way, " · ")][:-1]


def exact(value: float | None, verdict: Verdict, t: Text) -> str:
    """A value in the series' unit with every figure that the arithmetic needs."""
    decimals = 0 if verdict.unit is Unit.TONNES else 3
    return f"{number(value, t.lang, decimals)} {t(f'word.unit.{verdict.unit}')}"


def _bare(value: float, verdict: Verdict, lang: str) -> str:
    return number(value, lang, 0 if verdict.unit is Unit.TONNES else 3)


def _series(verdict: Verdict, t: Text) -> str:
    scope = t(f"word.scope.{verdict.scope}") if verdict.scope else t("word.missing")
    if verdict.sector not in (None, TOTAL) and verdict.sector in SECTORS:
        scope += f", {sector_word(verdict.sector, t.lang).lower()}"
    if verdict.sectors_left_out:
        names = ", ".join(
            sector_word(sector, t.lang).lower() for sector in verdict.sectors_left_out
        )
        scope += ", " + t("city.how.left_out", sectors=names)
    gas = t(f"word.gas.{verdict.gas}") if verdict.gas else t("word.missing")
    release = edition_of(verdict, t)
    words = t("city.how.series.words", scope=scope, gas=gas, release=release)
    if verdict.own is None:
        return words
    return words + t("city.how.own", publisher=verdict.own.publisher, title=verdict.own.title)


def _aim(verdict: Verdict, t: Text) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    if verdict.base is not None:
        name = t("city.how.base", year=verdict.base_year)
        rows.append((name, exact(verdict.base, verdict, t)))
    if verdict.target is not None:
        name = t("city.how.target", year=verdict.target_year)
        rows.append((name, exact(verdict.target, verdict, t)))
    if verdict.actual is not None:
        status = t(f"word.status.{verdict.latest_status or 'final'}")
        name = t("city.how.latest", year=verdict.latest_year, status=status)
        rows.append((name, exact(verdict.actual, verdict, t)))
    return rows


def _path(verdict: Verdict, t: Text) -> list[tuple[str, Any]]:
    lang = t.lang
    if verdict.path is None or verdict.actual is None or verdict.path_gap is None:
        return []
    required = exact(verdict.path, verdict, t)
    sum_words = _path_sum(verdict, lang)
    rows: list[tuple[str, Any]] = [
        (
            t("city.how.path", year=verdict.latest_year),
            f"{sum_words} = {required}" if sum_words else required,
        ),
        (
            t("city.how.gap"),
            f"{_bare(verdict.actual, verdict, lang)} {MINUS} "
            f"{_bare(verdict.path, verdict, lang)} = {exact(verdict.path_gap, verdict, t)}"
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


def _done(verdict: Verdict, t: Text) -> list[tuple[str, Any]]:
    """The done rate by its root, the smoothed one beside it, and where the same pace leads."""
    lang = t.lang
    first, latest = verdict.first_year, verdict.latest_year
    if verdict.done_rate is None or verdict.first is None or first is None or latest is None:
        return []
    now, then = _bare(verdict.actual or 0.0, verdict, lang), _bare(verdict.first, verdict, lang)
    root = f"1 {MINUS} ({now} {OVER} {then})^(1 {OVER} {latest - first})"
    rows: list[tuple[str, Any]] = [
        (done_label(verdict, lang), f"{root} = {percent(verdict.done_rate, lang, 2)}")
    ]
    if verdict.smoothed_rate is not None:
        rows.append((t("city.how.smoothed"), percent(verdict.smoothed_rate, lang, 2)))
    if verdict.projected is not None and verdict.target_year is not None:
        power = verdict.target_year - latest
        rate = number(verdict.done_rate, lang, RATE_DECIMALS)
        sum_words = f"{now} {TIMES} (1 {MINUS} {rate})^{power}"
        value = exact(verdict.projected, verdict, t)
        name = t("city.how.projection", year=verdict.target_year)
        rows.append((name, f"{sum_words} = {value}"))
    band = next((estimate for estimate in verdict.estimates if estimate.low is not None), None)
    if band is not None and band.low is not None:
        low, high = _bare(band.low, verdict, lang), exact(band.high, verdict, t)
        name = t("city.how.band", year=band.year)
        rows.append((name, t("city.how.band.words", low=low, high=high)))
    return rows


def _miss(verdict: Verdict, t: Text) -> list[tuple[str, Any]]:
    lang = t.lang
    account = verdict.budget
    if account is not None:
        words = t(
            "city.how.budget.words",
            used=tonnes(account.used_tonnes, lang),
            sum=tonnes(account.projected_sum_tonnes, lang),
            budget=tonnes(account.budget_tonnes, lang),
        )
        return [(t("city.how.budget"), words)]
    if verdict.projected is None or verdict.target is None or verdict.actual is None:
        return []
    words = t(
        "city.how.miss.words",
        fall=exact(verdict.actual - verdict.projected, verdict, t),
        needed=exact(verdict.actual - verdict.target, verdict, t),
        share=percent(CLOSE_SHARE, lang),
    )
    return [(t("city.how.miss"), words)]


def _needed(verdict: Verdict, t: Text) -> list[tuple[str, Any]]:
    """The root that gives the needed rate, and the tonnes a year; a budget's rate has no root."""
    lang = t.lang
    rows: list[tuple[str, Any]] = []
    last, latest = verdict.target_year, verdict.latest_year
    if verdict.needed_rate is not None:
        root = ""
        known = verdict.target is not None and verdict.actual and last and latest
        if known and verdict.budget is None and verdict.target is not None:
            now, then = _bare(verdict.actual or 0.0, verdict, lang), verdict.target
            years = (last or 0) - (latest or 0)
            root = f"1 {MINUS} ({_bare(then, verdict, lang)} {OVER} {now})^(1 {OVER} {years}) = "
        rows.append((needed_label(verdict, lang), root + percent(verdict.needed_rate, lang, 2)))
    if verdict.needed_tonnes_per_year is not None:
        each = exact(verdict.needed_tonnes_per_year, verdict, t)
        done = verdict.done_tonnes_per_year
        words = t("city.how.per_year", needed=each)
        if done is not None:
            words = t("city.how.per_year.both", needed=each, done=exact(done, verdict, t))
        rows.append((t("city.how.per_year.heading"), words))
    return rows


def _points(verdict: Verdict, t: Text) -> html.Div | None:
    if not verdict.points:
        return None
    rows = [
        [str(point.year), _bare(point.value, verdict, t.lang), t(f"word.status.{point.status}")]
        for point in verdict.points
    ]
    columns = [
        Column(t("word.year")),
        Column(t("city.how.points.value", unit=t(f"word.unit.{verdict.unit}")), numeric=True),
        Column(t("city.how.points.status")),
    ]
    caption = t(
        "city.how.points",
        release=edition_of(verdict, t),
    )
    return table(caption, columns, rows, small=True)


def _variants(verdict: Verdict, t: Text) -> html.Div | None:
    if not verdict.variants:
        return None
    rows = [
        [
            variant_phrase(variant.code, t.lang),
            percent(variant.rate, t.lang, 1),
            attainment_word(variant.attainment, t.lang),
        ]
        for variant in verdict.variants
    ]
    columns = [
        Column(t("city.how.variant")),
        Column(t("city.how.variant.rate"), numeric=True),
        Column(t("city.how.variant.gives")),
    ]
    return table(t("city.how.variants"), columns, rows, small=True)
