"""What an address of the board of all municipalities can choose."""

import re
from collections.abc import Mapping

from layouts.links.parameter import Parameter

SHOWN_OF_PLACES: Mapping[str, tuple[str, str]] = {
    "per_person": ("per-person", "per-person"),
    "tonnes": ("ton", "tonnes"),
    "change": ("forandring", "change"),
    "change_per_person": ("forandring-per-person", "change-per-person"),
    "index": ("index", "index"),
    "done": ("gjort", "done"),
    "share": ("andel", "share"),
    "pace_gap": ("kravs-minus-gjort", "needed-minus-done"),
    "population": ("folkmangd", "population"),
    "grants": ("bidrag-per-invanare", "grants-per-inhabitant"),
    "plan": ("planens-tackning", "plan-coverage"),
}
"""Our own indicators of all municipalities; the publishers' stand in an address by their ids."""
NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,6})?")
"""A limit of an axis; decimals after a point or a comma."""

EXPLORE_PARAMETERS: dict[str, Parameter] = {
    "x": Parameter("x", "x", words=SHOWN_OF_PLACES, others=True),
    "y": Parameter("y", "y", words=SHOWN_OF_PLACES, others=True),
    "colour": Parameter(
        "farg",
        "colour",
        words={
            "verdict": ("bedomning", "verdict"),
            "size": ("storlek", "size"),
            "sector": ("storsta-sektor", "largest-sector"),
        },
    ),
    "brush": Parameter("pensel", "brush", words={"lasso": ("fri", "freehand")}),
    "area": Parameter("yta", "area", words={"tonnes": ("ton", "tonnes"), "same": ("lika", "same")}),
    "among": Parameter(
        "grupp",
        "group",
        words={
            "contract": ("kontraktsstader", "contract-cities"),
            "county": ("lan", "county"),
            "similar": ("liknande", "similar"),
            "size": ("storlek", "size"),
            "chosen": ("egna", "own"),
        },
    ),
    "size_class": Parameter(
        "storleksklass",
        "size-class",
        words={
            "small": ("under-15000", "under-15000"),
            "medium": ("15000-50000", "15000-50000"),
            "large": ("50000-100000", "50000-100000"),
            "largest": ("over-100000", "over-100000"),
        },
    ),
    "log_x": Parameter("log-x", "log-x", words={"yes": ("ja", "yes"), "no": ("nej", "no")}),
    "log_y": Parameter("log-y", "log-y", words={"yes": ("ja", "yes"), "no": ("nej", "no")}),
    "x_from": Parameter("x-fran", "x-from", form=NUMBER),
    "x_to": Parameter("x-till", "x-to", form=NUMBER),
    "y_from": Parameter("y-fran", "y-from", form=NUMBER),
    "y_to": Parameter("y-till", "y-to", form=NUMBER),
}

EXPLORE = (
    *("sector", "year", "base_year", "county", "place", "money_kind", "release"),
    *EXPLORE_PARAMETERS,
)
"""All that the board's address takes."""
