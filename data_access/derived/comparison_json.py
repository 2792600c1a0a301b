"""A comparison of two releases as JSON and back: how it is kept in the store."""

from typing import Any

from cattrs.preconf.json import make_converter

from progress.releases.comparison import ReleaseComparison

_CONVERTER = make_converter(omit_if_default=True)


def to_payload(comparison: ReleaseComparison) -> dict[str, Any]:
    """The comparison as plain values for JSON; what has its default value is left out."""
    payload: dict[str, Any] = _CONVERTER.unstructure(comparison)
    return payload


def from_payload(payload: dict[str, Any]) -> ReleaseComparison:
    """The comparison again, equal to the one that `to_payload` was given."""
    return _CONVERTER.structure(payload, ReleaseComparison)
