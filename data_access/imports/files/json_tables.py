"""JSON in which publishers give out tables: JSON-stat (PxWeb) and Kolada's, as rows of ours."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

DATASET = "dataset"
"""The class of a JSON-stat 2.0 answer that is one table."""

BOTH_SEXES = "T"

Row = dict[str, Any]


def published_rows(data: Any) -> list[Row] | None:
    """The rows of JSON of either form; None for other JSON. Values that are not known are no rows.

    Raises ValueError for a table of either form that is not of places and years alone.
    """
    if not isinstance(data, Mapping):
        return None
    if data.get("class") == DATASET and "dimension" in data:
        return list(json_stat_rows(data))
    values = data.get("values")
    if isinstance(values, list) and all(isinstance(row, dict) and "kpi" in row for row in values):
        return list(kolada_rows(values))
    return None


def json_stat_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    """Figures by `municipality_code` and `year`, the dimensions whose roles are place and time,
    under what the table calls its content. The other dimensions must have one value each: a table
    by sex or age is no table of ours.
    """
    try:
        role, sizes = data.get("role", {}), [int(size) for size in data["size"]]
        (place,), (time,) = role.get("geo", ()), role.get("time", ())
        names: Sequence[str] = data["id"]
        categories = [codes_of(data["dimension"][name]["category"]["index"]) for name in names]
        content = content_of(data)
        value = data["value"]
        if isinstance(value, dict):  # only of the places in the table that have a value
            value = [value.get(str(number)) for number in range(prod(sizes))]
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ValueError("JSON-stat with one dimension of place and one of time") from None
    for name, size in zip(names, sizes, strict=True):
        if name not in (place, time) and size != 1:
            raise ValueError(f"one value of {name}, not {size}")
    for codes, figure in zip(product(*categories), value, strict=True):
        if figure is not None:
            at = dict(zip(names, codes, strict=True))
            yield {"municipality_code": at[place], "year": at[time], content: figure}


def content_of(data: Mapping[str, Any]) -> str:
    """What is counted, in the publisher's words; `value` where the table does not say."""
    for name in data.get("role", {}).get("metric", ()):
        labels = data["dimension"][name]["category"].get("label", {})
        return str(next(iter(labels.values()), "value"))
    return "value"


def codes_of(index: Mapping[str, str | int] | Sequence[str]) -> list[str]:
    """The codes of a dimension in the order of its values."""
    if isinstance(index, Mapping):
        return sorted(index, key=lambda code: int(index[code]))  # numbers come as they are written
    return list(index)


def kolada_rows(values: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """`value` by indicator (the key figure's id in small letters), municipality and year; both
    sexes together. Regions and groups, whose codes begin with 00 or G, are left aside."""
    for row in values:
        code = str(row.get("municipality", ""))
        if len(code) != 4 or not code.isdigit() or code.startswith("00"):
            continue
        for figure in row.get("values", ()):
            known = figure.get("value") is not None and not figure.get("isdeleted")
            if figure.get("gender") == BOTH_SEXES and known:
                yield {
                    "indicator_id": str(row["kpi"]).lower(),
                    "municipality_code": code,
                    "year": row.get("period"),
                    "value": figure["value"],
                }
