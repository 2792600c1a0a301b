"""A verdict as JSON and back: how it is kept in the store."""

from typing import Any

from cattrs.preconf.json import make_converter

from progress.goals.verdict_model import Attainment, Basis, Robustness, Standing, Verdict

_CONVERTER = make_converter(omit_if_default=True)


def to_payload(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values for JSON; what has its default value is left out."""
    payload: dict[str, Any] = _CONVERTER.unstructure(verdict)
    return payload


def from_payload(payload: dict[str, Any]) -> Verdict:
    """The verdict again, equal to the one that `to_payload` was given."""
    return _CONVERTER.structure(payload, Verdict)


def rates_in(payload: dict[str, Any]) -> tuple[float | None, float | None]:
    """The needed and the done rate alone: most of a verdict is why it is so."""
    return payload.get("needed_rate"), payload.get("done_rate")


def standing_in(payload: dict[str, Any]) -> Standing:
    """Whether the goal will be met, whether that is uncertain, and on what it rests."""
    return Standing(
        Attainment(payload["attainment"]),
        fragile=payload.get("robustness") == Robustness.FRAGILE,
        indicative=payload.get("basis", Basis.OWN) != Basis.OWN,
    )
