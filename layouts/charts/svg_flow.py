"""A flow chart as SVG: columns of bars, ribbons between them, names and amounts beside the bars."""

from layouts.charts import labels
from layouts.charts.description import FlowChart
from layouts.charts.flow_layout import PlacedNode, Ribbon, lay_out
from layouts.charts.markup import coordinate, escape, tag, words, wrap
from layouts.charts.svg_frame import Frame, document

BAR = 10.0
GAP = 6.0
"""Between a bar and its name."""

LAST_GAP = 1.6


def flow_svg(chart: FlowChart, frame: Frame) -> str:
    """The whole chart in one rendition. Names of the last column stand left of their bars."""
    last = max((node.column for node in chart.nodes), default=0)
    places = _places(last, frame.width)
    size = frame.size - 0.5
    text = {
        node.node_id: wrap(node.label, _room(node.column, places), size, 3) for node in chart.nodes
    }
    tall = {key: (len(rows) + 1) * size * 1.22 + 2 for key, rows in text.items()}
    layout = lay_out(chart, 300.0 if frame.narrow else 330.0, tall)
    start = frame.size * (2.2 if any(chart.columns) else 0.5)
    unit = frame.size * 1.4
    drawn = [_heads(chart, frame, places, unit)]
    x_of = {node.node_id: places[node.column] for node in chart.nodes}
    ribbons = sorted(layout.ribbons, key=lambda each: -each.thickness)
    drawn += [_ribbon(chart, each, x_of, start + unit, frame) for each in ribbons]
    for key, placed in layout.nodes.items():
        x, at_end = x_of[key], placed.node.column == last and last > 0
        drawn.append(_node(chart, placed, x, at_end, text[key], size, start + unit))
    height = start + unit + layout.height + 6
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, *drawn)


def _places(last: int, width: float) -> list[float]:
    """Where the columns stand: the last gap is wider, since two columns have their names in it."""
    weights = [1.0] * (last - 1) + [LAST_GAP] if last > 1 else [1.0]
    step = (width - BAR) / sum(weights)
    return [0.0, *(step * sum(weights[:place]) for place in range(1, len(weights) + 1))]


def _room(column: int, places: list[float]) -> float:
    """How wide a name may be: the last two columns' names share the space between them."""
    last = len(places) - 1
    before = min(column, last - 1)
    share = 0.5 if before == last - 1 else 0.95
    return (places[before + 1] - places[before] - BAR) * share - GAP


def _heads(chart: FlowChart, frame: Frame, places: list[float], unit: float) -> str:
    last = len(places) - 1
    drawn = [words(0, frame.size, [chart.measure.axis], frame.size - 1, "quiet")]
    for column, head in enumerate(chart.columns):
        if head:
            at_end = column == last and last > 0
            x = places[column] + (BAR if at_end else 0)
            drawn.append(
                words(
                    x,
                    frame.size * 1.4 + unit,
                    [head],
                    frame.size,
                    "head",
                    "end" if at_end else None,
                )
            )
    return "".join(drawn)


def _ribbon(
    chart: FlowChart, ribbon: Ribbon, x_of: dict[str, float], top: float, frame: Frame
) -> str:
    left, right = x_of[ribbon.link.source] + BAR, x_of[ribbon.link.target]
    bend = (left + right) / 2
    thick = max(ribbon.thickness, 0.8)
    start, end = ribbon.source_top + top, ribbon.target_top + top
    c = coordinate
    shape = (
        f"M{c(left)} {c(start)}C{c(bend)} {c(start)} {c(bend)} {c(end)} {c(right)} {c(end)}"
        f"V{c(end + thick)}C{c(bend)} {c(end + thick)} {c(bend)} {c(start + thick)} "
        f"{c(left)} {c(start + thick)}Z"
    )
    names = {node.node_id: node for node in chart.nodes}
    source, target = names[ribbon.link.source], names[ribbon.link.target]
    amount = labels.full(ribbon.link.amount, chart.measure, chart.lang)
    hover = (
        ()
        if frame.narrow
        else (tag("title", escape(f"{source.label} → {target.label}: {amount}")),)
    )
    places = {node.node_id: place for place, node in enumerate(chart.nodes)}
    ends = f"{chart.links.index(ribbon.link)} {places[source.node_id]} {places[target.node_id]}"
    return tag("path", *hover, d=shape, class_=f"ribbon t{source.tone}", data_link=ends)


def _node(
    chart: FlowChart,
    placed: PlacedNode,
    x: float,
    at_end: bool,
    rows: list[str],
    size: float,
    top: float,
) -> str:
    bar = tag(
        "rect",
        x=x,
        y=placed.top + top,
        width=BAR,
        height=max(placed.height, 1.5),
        class_=f"bar t{placed.node.tone}",
    )
    tall = (len(rows) + 1) * size * 1.22
    y = placed.slot_top + placed.slot_height / 2 - tall / 2 + size + top
    at, anchor = (x - GAP, "end") if at_end else (x + BAR + GAP, None)
    amount = labels.short_number(placed.amount, chart.measure, chart.lang)
    name = words(at, y, rows, size, "label", anchor)
    under = words(at, y + len(rows) * size * 1.22, [amount], size, "label value", anchor)
    return tag("g", bar, name, under, class_="node", data_node=str(chart.nodes.index(placed.node)))
