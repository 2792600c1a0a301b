"""Where the nodes and ribbons of a flow chart stand; the same for every renderer.

Positions are set here, from the order in the description, since automatic placing reorders nodes.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from layouts.charts.description import FlowChart, Link, Node

GAP = 8.0


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node's bar: pixels from the top of the drawing, and the amount that passes it."""

    node: Node
    amount: float
    top: float
    height: float
    slot_top: float
    slot_height: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link: its upper edge at the source and at the target, and its thickness."""

    link: Link
    source_top: float
    target_top: float
    thickness: float


@dataclass(frozen=True, slots=True)
class FlowLayout:
    """All places, and the height that they need."""

    nodes: Mapping[str, PlacedNode]
    ribbons: tuple[Ribbon, ...]
    height: float


def lay_out(chart: FlowChart, base: float, room: Mapping[str, float]) -> FlowLayout:
    """Places for a drawing whose largest column is about `base` pixels high.

    `room` is the least height of a node's slot (its label). Columns are centred on each other.
    """
    amounts = {node.node_id: _amount(chart, node.node_id) for node in chart.nodes}
    columns: dict[int, list[Node]] = defaultdict(list)
    for node in chart.nodes:
        columns[node.column].append(node)
    largest = max((sum(amounts[n.node_id] for n in nodes) for nodes in columns.values()), default=0)
    scale = base / largest if largest > 0 else 1.0
    slots = {key: max(amount * scale, room.get(key, 0.0)) for key, amount in amounts.items()}
    heights = [_column_height(nodes, slots) for nodes in columns.values()]
    height = max(heights, default=0.0)
    placed: dict[str, PlacedNode] = {}
    for nodes in columns.values():
        y = (height - _column_height(nodes, slots)) / 2
        for node in nodes:
            key = node.node_id
            bar = amounts[key] * scale
            top = y + (slots[key] - bar) / 2
            placed[key] = PlacedNode(node, amounts[key], top, bar, y, slots[key])
            y += slots[key] + GAP
    return FlowLayout(placed, _ribbons(chart, placed, scale), height)


def _ribbons(
    chart: FlowChart, placed: Mapping[str, PlacedNode], scale: float
) -> tuple[Ribbon, ...]:
    rank = {node.node_id: place for place, node in enumerate(chart.nodes)}
    leaving = {key: each.top for key, each in placed.items()}
    arriving = dict(leaving)
    starts: dict[Link, float] = {}
    ends: dict[Link, float] = {}
    for link in sorted(chart.links, key=lambda each: rank[each.target]):
        starts[link] = leaving[link.source]
        leaving[link.source] += link.amount * scale
    for link in sorted(chart.links, key=lambda each: rank[each.source]):
        ends[link] = arriving[link.target]
        arriving[link.target] += link.amount * scale
    return tuple(
        Ribbon(link, starts[link], ends[link], link.amount * scale) for link in chart.links
    )


def _amount(chart: FlowChart, node_id: str) -> float:
    into = sum(link.amount for link in chart.links if link.target == node_id)
    out = sum(link.amount for link in chart.links if link.source == node_id)
    return max(into, out)


def _column_height(nodes: list[Node], slots: Mapping[str, float]) -> float:
    return sum(slots[node.node_id] for node in nodes) + GAP * (len(nodes) - 1)
