"""A year of the follow-up as JSON and back: how it is kept in the store."""

from typing import Any

from cattrs.preconf.json import make_converter

from progress.goals.goal_years import YearStands

_CONVERTER = make_converter(omit_if_default=True)


def to_payload(stands: YearStands) -> dict[str, Any]:
    """The year as plain values for JSON; what has its default value is left out."""
    payload: dict[str, Any] = _CONVERTER.unstructure(stands)
    return payload


def from_payload(payload: dict[str, Any]) -> YearStands:
    """The year again, equal to the one that `to_payload` was given."""
    return _CONVERTER.structure(payload, YearStands)
