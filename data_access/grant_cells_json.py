"""The portfolio's cells as JSON and back. Words stand once: very many cells share few of them."""

from decimal import Decimal
from typing import Any

from progress.money.cube import Cell, CellKey, Folded
from progress.money.kinds import Allocation, Kind
from progress.money.loaded import LoadedSource

PLACES_APART = ";"


def to_payload(folded: Folded) -> dict[str, Any]:
    """Plain values for JSON: a list of words, and cells that name them by place."""
    words: dict[str | None, int] = {}

    def place(word: str | None) -> int:
        return words.setdefault(word, len(words))

    cells = [
        [
            place(key.city),
            place(key.allocation),
            place(PLACES_APART.join(sorted(key.places))),
            [place(word) for word in key.words],
            place(key.kind),
            key.climate,
            key.year,
            place(key.currency),
            format(cell.amount, "f"),
            cell.known,
            cell.rows,
            format(cell.largest, "f"),
        ]
        for cell in folded.cells
        for key in (cell.key,)
    ]
    loaded = [
        [source.source_id, source.rows, source.first_year, source.last_year]
        for source in folded.loaded
    ]
    return {"words": list(words), "cells": cells, "loaded": loaded}


def from_payload(payload: dict[str, Any]) -> Folded:
    """What `to_payload` was given, with equal cells in the same order."""
    words: list[Any] = payload["words"]
    kinds = {place: Kind(word) for place, word in enumerate(words) if word in set(Kind)}
    classes: dict[int, Allocation | None] = {
        place: Allocation(word) for place, word in enumerate(words) if word in set(Allocation)
    }
    places = {
        place: frozenset(word.split(PLACES_APART) if word else ())
        for place, word in enumerate(words)
        if word is not None
    }
    cells = tuple(
        Cell(
            CellKey(
                words[city],
                classes.get(allocation),
                places[several],
                tuple(words[place] for place in named),
                kinds[kind],
                climate,
                year,
                words[currency],
            ),
            Decimal(amount),
            known,
            rows,
            Decimal(largest),
        )
        for (
            city,
            allocation,
            several,
            named,
            kind,
            climate,
            year,
            currency,
            amount,
            known,
            rows,
            largest,
        ) in payload["cells"]
    )
    return Folded(cells, tuple(LoadedSource(*fields) for fields in payload["loaded"]))
