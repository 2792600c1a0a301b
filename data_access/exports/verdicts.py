"""A verdict as an open record: one object for each municipality and goal."""

from typing import Any

from progress.verdict_model import BudgetAccount, RequiredRate, Verdict

VERDICT_FIELDS = (
    "municipality_code",
    "goal_id",
    "kind",
    "scope",
    "gas",
    "release",
    "unit",
    "latest_year",
    "actual_tonnes",
    "path_tonnes",
    "gap_tonnes",
    "years_behind",
    "slope_tonnes_per_year",
    "projected_tonnes",
    "attainment",
    "direction",
    "direction_uncertain",
    "robustness",
    "fragile_variants",
    "required_rate",
    "required_rate_if_delayed",
    "budget",
    "indicative",
    "reason",
    "assumptions",
    "sentence_sv",
    "sentence_en",
)


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    """The fields of `VERDICT_FIELDS`; values in `unit`, rates as shares, None where not applicable.

    `fragile_variants` names the variants that change the attainment (`without_2020_2021`).
    """
    return {**_record(verdict), "scope": verdict.goal.scope.value}


def _record(verdict: Verdict) -> dict[str, Any]:
    """As above, with the scope of the series: of an indication that is not the goal's own."""
    goal = verdict.goal
    near = verdict.indicative
    return {
        "municipality_code": goal.municipality_code,
        "goal_id": goal.goal_id,
        "kind": goal.kind.value,
        "scope": (verdict.scope or goal.scope).value,
        "gas": goal.gas if verdict.gas is None else verdict.gas.value,
        "release": verdict.release,
        "unit": verdict.unit.value,
        "latest_year": verdict.latest_year,
        "actual_tonnes": verdict.actual,
        "path_tonnes": verdict.path,
        "gap_tonnes": verdict.gap,
        "years_behind": verdict.years_behind,
        "slope_tonnes_per_year": None if verdict.trend is None else verdict.trend.slope,
        "projected_tonnes": verdict.projected,
        "attainment": verdict.attainment.value,
        "direction": None if verdict.direction is None else verdict.direction.value,
        "direction_uncertain": verdict.direction_uncertain,
        "robustness": None if verdict.robustness is None else verdict.robustness.value,
        "fragile_variants": _fragile(verdict),
        "required_rate": _rate(verdict.required_rate),
        "required_rate_if_delayed": _rate(verdict.required_rate_if_delayed),
        "budget": _budget(verdict.budget),
        "indicative": None if near is None else _record(near),
        "reason": None if verdict.reason is None else verdict.reason.value,
        "assumptions": [
            {"code": one.code, "text_sv": one.text_sv, "text_en": one.text_en}
            for one in verdict.assumptions
        ],
        "sentence_sv": verdict.sentence_sv,
        "sentence_en": verdict.sentence_en,
    }


def _fragile(verdict: Verdict) -> list[str] | None:
    if verdict.robustness is None:
        return None
    return [variant.code for variant in verdict.fragile_variants]


def _rate(required: RequiredRate | None) -> float | str | None:
    """A share, or in words why there is no rate: `already_enough`, `not_reachable`."""
    if required is None:
        return None
    return required.rate if required.outcome == "rate" else required.outcome


def _budget(account: BudgetAccount | None) -> dict[str, Any] | None:
    if account is None:
        return None
    return {
        "used_tonnes": account.used_tonnes,
        "remaining_tonnes": account.remaining_tonnes,
        "run_out_if_level": account.run_out_if_level,
        "run_out_on_trend": account.run_out_on_trend,
    }
