"""Exploring a chart sends nothing anywhere."""

from layouts.explore import GRAPH_CONFIG


def test_no_chart_is_sent_to_a_cloud_service() -> None:
    assert GRAPH_CONFIG["showSendToCloud"] is False
    assert GRAPH_CONFIG["displaylogo"] is False
    assert GRAPH_CONFIG["plotlyServerURL"] == ""
