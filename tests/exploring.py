"""What a browser asks when its reader explores a chart."""

from typing import Any

CALLBACKS = "/_dash-update-component"
OUTPUTS = (
    ("explore", "is_open"),
    ("explore-chart", "figure"),
    ("explore-chart", "config"),
    ("explore-title", "children"),
    ("explore-close", "children"),
)


def exploring(address: str) -> dict[str, Any]:
    """The body of the question; `address` names the chart after `utforska` or `explore`."""
    return {
        "output": f"..{'...'.join('.'.join(pair) for pair in OUTPUTS)}..",
        "outputs": [{"id": one, "property": prop} for one, prop in OUTPUTS],
        "inputs": [{"id": "asked", "property": "data", "value": {"href": address, "dark": False}}],
        "changedPropIds": ["asked.data"],
    }
