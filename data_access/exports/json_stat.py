"""A dataset's figures as a cube in JSON-stat 2.0, as statistical offices publish them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from progress.dataset import Dataset

Labels = Mapping[str, Mapping[str, str]]
"""Column → code → its name."""

YEAR, MUNICIPALITY = "year", "municipality_code"


def write_json_stat(
    dataset: Dataset, rows: Iterable[Mapping[str, Any]], labels: Labels, stream: TextIO
) -> None:
    """The column `dataset.series` by the key's columns. Cells without a figure are left out.

    Needs `dataset.series`. The statuses of the figures come along where rows have them.
    """
    cells: dict[tuple[Any, ...], tuple[Any, Any]] = {}
    with_status = "status" in dataset.fields
    for row in rows:
        place = tuple(row[name] for name in dataset.key)
        cells[place] = (row[dataset.series], row["status"] if with_status else None)
    categories = [sorted({place[n] for place in cells}) for n in range(len(dataset.key))]
    places = [{value: at for at, value in enumerate(values)} for values in categories]
    sizes = [len(values) for values in categories]

    def index(place: tuple[Any, ...]) -> int:
        result = 0
        for value, at, size in zip(place, places, sizes, strict=True):
            result = result * size + at[value]
        return result

    numbered = {index(place): cell for place, cell in cells.items()}
    figure = dataset.column(dataset.series)
    cube: dict[str, Any] = {
        "version": "2.0",
        "class": "dataset",
        "label": dataset.title("en"),
        "note": [dataset.description("en")],
        "id": list(dataset.key),
        "size": sizes,
        "role": {
            "time": [YEAR],
            **({"geo": [MUNICIPALITY]} if MUNICIPALITY in dataset.key else {}),
        },
        "dimension": {
            name: _dimension(dataset, name, values, labels.get(name, {}))
            for name, values in zip(dataset.key, categories, strict=True)
        },
        "value": {str(at): value for at, (value, _) in sorted(numbered.items())},
        "extension": {"figure": figure.name, "unit": figure.unit},
    }
    if with_status:
        cube["status"] = {str(at): status for at, (_, status) in sorted(numbered.items())}
    # A cube's values are numbers: exact amounts become the nearest.
    json.dump(
        cube, stream, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=float
    )


def _dimension(
    dataset: Dataset, name: str, values: list[Any], labels: Mapping[str, str]
) -> dict[str, Any]:
    category: dict[str, Any] = {"index": [str(value) for value in values]}
    if named := {str(value): labels[value] for value in values if value in labels}:
        category["label"] = named
    return {"label": dataset.column(name).description, "category": category}
