"""Verdicts as open records: one object for each municipality, goal and what it rests on."""

from collections.abc import Iterator
from typing import Any

from progress.goals.verdict_model import Bounds, BudgetAccount, Verdict

VERDICT_FIELDS = (
    "municipality_code",
    "goal_id",
    "basis",
    "kind",
    "scope",
    "gas",
    "release",
    "unit",
    "first_year",
    "latest_year",
    "actual_tonnes",
    "level_tonnes",
    "target_year",
    "target_tonnes",
    "needed_rate",
    "needed_tonnes_per_year",
    "done_rate",
    "done_tonnes_per_year",
    "smoothed_rate",
    "attainment",
    "robustness",
    "fragile_variants",
    "direction",
    "direction_uncertain",
    "bounds",
    "estimates",
    "projected_tonnes",
    "target_gap_tonnes",
    "path_tonnes",
    "path_gap_tonnes",
    "years_behind",
    "budget",
    "covers",
    "reason",
    "assumptions",
    "sentence_sv",
    "sentence_en",
)


def verdict_records(verdict: Verdict) -> Iterator[dict[str, Any]]:
    """The rows of a verdict, each with the fields of `VERDICT_FIELDS`: its own, and an indicative
    one on a near series as a row of its own. Values in `unit`; rates are shares a year, a fall
    positive; None where not applicable.

    `fragile_variants` names the variants that change the attainment (`from_2020`).
    """
    yield _record(verdict, verdict.goal.scope.value)
    near = verdict.indicative
    if near is not None:
        yield _record(near, (near.scope or near.goal.scope).value)


def _record(verdict: Verdict, scope: str) -> dict[str, Any]:
    goal = verdict.goal
    return {
        "municipality_code": goal.municipality_code,
        "goal_id": goal.goal_id,
        "basis": verdict.basis.value,
        "kind": goal.kind.value,
        "scope": scope,
        "gas": goal.gas if verdict.gas is None else verdict.gas.value,
        "release": verdict.release,
        "unit": verdict.unit.value,
        "first_year": verdict.first_year,
        "latest_year": verdict.latest_year,
        "actual_tonnes": verdict.actual,
        "level_tonnes": verdict.level,
        "target_year": verdict.target_year,
        "target_tonnes": verdict.target,
        "needed_rate": verdict.needed_rate,
        "needed_tonnes_per_year": verdict.needed_tonnes_per_year,
        "done_rate": verdict.done_rate,
        "done_tonnes_per_year": verdict.done_tonnes_per_year,
        "smoothed_rate": verdict.smoothed_rate,
        "attainment": verdict.attainment.value,
        "robustness": None if verdict.robustness is None else verdict.robustness.value,
        "fragile_variants": (
            None
            if verdict.robustness is None
            else [variant.code for variant in verdict.fragile_variants]
        ),
        "direction": None if verdict.direction is None else verdict.direction.value,
        "direction_uncertain": verdict.direction_uncertain,
        "bounds": _bounds(verdict.bounds),
        "estimates": [
            {"year": estimate.year, "value": estimate.value, "status": str(estimate.status)}
            | {"low": estimate.low, "high": estimate.high}
            for estimate in verdict.estimates
        ],
        "projected_tonnes": verdict.projected,
        "target_gap_tonnes": verdict.target_gap,
        "path_tonnes": verdict.path,
        "path_gap_tonnes": verdict.path_gap,
        "years_behind": verdict.years_behind,
        "budget": _budget(verdict.budget),
        "covers": verdict.covers,
        "reason": None if verdict.reason is None else verdict.reason.value,
        "assumptions": [
            {"code": assumption.code, "text_sv": assumption.text_sv, "text_en": assumption.text_en}
            for assumption in verdict.assumptions
        ],
        "sentence_sv": verdict.sentence_sv,
        "sentence_en": verdict.sentence_en,
    }


def _bounds(bounds: Bounds | None) -> dict[str, Any] | None:
    """What each reading of neutral leaves, needs and gives."""
    if bounds is None:
        return None
    return {
        name: {
            "target_tonnes": bound.target,
            "attainment": bound.attainment.value,
            "needed_rate": bound.needed_rate,
            "needed_tonnes_per_year": bound.needed_per_year,
        }
        for name, bound in (("strict", bounds.strict), ("lenient", bounds.lenient))
    }


def _budget(account: BudgetAccount | None) -> dict[str, Any] | None:
    if account is None:
        return None
    return {
        "used_tonnes": account.used_tonnes,
        "remaining_tonnes": account.remaining_tonnes,
        "run_out_if_level": account.run_out_if_level,
        "run_out_at_done_rate": account.run_out_at_done_rate,
        "projected_sum_tonnes": account.projected_sum_tonnes,
        "years": [
            {"year": year.year, "tonnes": year.tonnes, "status": str(year.status)}
            for year in account.years
        ],
    }
