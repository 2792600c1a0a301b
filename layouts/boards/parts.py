"""What a callback writes into many parts of a board in one go, and lists of choices with counts.

Dash goes through all of a page's components for every property that a callback sets: a board of
forty parts is written as one property. The browser's half is `assets/boards/portfolio.js`.
"""

from collections.abc import Sequence
from typing import Any, TypedDict

from dash.development.base_component import Component


class CountedChoice(TypedDict):
    """A choice: the word that the address carries, how it is written, and how many rows it has."""

    value: str
    label: str
    count: int


class _Own(Component):
    """A component whose half in the browser is ours."""

    _namespace = "klimat_boards"

    def to_plotly_json(self) -> dict[str, Any]:
        """The component as the browser's half takes it."""
        props = {name: value for name, value in vars(self).items() if name[0] != "_"}
        return {"props": props, "type": self._type, "namespace": self._namespace}


class Parts(_Own):
    """Shows nothing: its property `parts`, which a callback writes, is what the board's regions and
    lists show from then on: `{"regions": {name: {"markup": …}}, "choices": {control: […]}}`, of
    `CountedChoice`. What is not among them, or is as it was, stays.
    """

    _type = "Parts"

    def __init__(self, own_id: dict[str, str]) -> None:
        self.id = own_id


class CountedList(_Own):
    """Checkboxes of choices, each with its count; its `value` is those that are ticked."""

    _type = "CountedList"

    def __init__(
        self, own_id: dict[str, str], choices: Sequence[CountedChoice], value: Sequence[str]
    ) -> None:
        self.id = own_id
        self.choices = list(choices)
        self.value = list(value)
        self.className = "field choices-list"
