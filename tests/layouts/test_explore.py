"""Exploring a chart sends nothing anywhere."""

import json
from typing import Any

from dash._utils import to_json

from layouts.charts.figure import config
from layouts.explore import dash_root


def graphs(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        own = [node["props"]] if node.get("type") == "Graph" else []
        return own + [found for value in node.values() for found in graphs(value)]
    if isinstance(node, list):
        return [found for one in node for found in graphs(one)]
    return []


def test_no_chart_is_sent_to_a_cloud_service() -> None:
    written: str = to_json(dash_root())  # type: ignore[no-untyped-call]
    found = graphs(json.loads(written))
    assert len(found) == 1
    for settings in (found[0]["config"], config("sv"), config("en")):
        assert settings["showSendToCloud"] is False
        assert settings["displaylogo"] is False
