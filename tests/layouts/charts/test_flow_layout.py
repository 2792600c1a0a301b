"""Flows: what goes in comes out, nodes keep their order and never overlap."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.charts.description import FlowChart, Link, Node
from layouts.charts.flow_layout import lay_out
from tests.layouts.charts.made_up_charts import KRONOR, flow

AMOUNTS = st.lists(st.floats(0.5, 1e9, allow_subnormal=False), min_size=9, max_size=9)


def chart(amounts: list[float]) -> FlowChart:
    nodes = tuple(Node(f"{side}{n}", side, c) for c, side in enumerate("ab") for n in range(3))
    pairs = [(f"a{n}", f"b{m}") for n in range(3) for m in range(3)]
    links = tuple(Link(*pair, amount) for pair, amount in zip(pairs, amounts, strict=True))
    return FlowChart("f", "F", "sv", "M", KRONOR, ("", ""), nodes, links)


@given(AMOUNTS)
def test_ribbons_fill_their_nodes_and_stay_on_them(amounts: list[float]) -> None:
    layout = lay_out(chart(amounts), 300.0, {})
    for key, placed in layout.nodes.items():
        leaving = [each for each in layout.ribbons if each.link.source == key]
        arriving = [each for each in layout.ribbons if each.link.target == key]
        for ribbons, tops in (
            (leaving, [each.source_top for each in leaving]),
            (arriving, [each.target_top for each in arriving]),
        ):
            if ribbons:
                assert sum(each.thickness for each in ribbons) == pytest.approx(placed.height)
                assert min(tops) == pytest.approx(placed.top)


@given(AMOUNTS)
def test_nodes_keep_their_order_and_room(amounts: list[float]) -> None:
    layout = lay_out(chart(amounts), 300.0, {"a1": 40.0})
    for side in "ab":
        column = [layout.nodes[f"{side}{n}"] for n in range(3)]
        for upper, lower in pairwise(column):
            assert upper.slot_top + upper.slot_height <= lower.slot_top
        assert column[-1].slot_top + column[-1].slot_height <= layout.height + 1e-6
    assert layout.nodes["a1"].slot_height >= 40.0


def test_a_link_needs_known_nodes_a_later_column_and_an_amount() -> None:
    good = flow()
    for wrong in (Link("a", "x", 1.0), Link("p", "a", 1.0), Link("a", "p", 0.0)):
        with pytest.raises(ValueError, match="link"):
            FlowChart("f", "F", "sv", "M", KRONOR, good.columns, good.nodes, (wrong,))
