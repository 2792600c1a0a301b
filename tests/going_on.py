"""What a browser asks when its reader goes on from one page to another."""

from typing import Any

CALLBACKS = "/_dash-update-component"


def going_on(to: str, shown: str = "/sv/") -> dict[str, Any]:
    """The body of the question; `shown` is the address that the reader is at."""
    asked = {"href": to, "shown": shown, "dark": False}
    return {
        "output": "answer.data",
        "outputs": {"id": "answer", "property": "data"},
        "inputs": [{"id": "asked", "property": "data", "value": asked}],
        "changedPropIds": ["asked.data"],
    }
