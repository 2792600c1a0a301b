"""A flow chart as SVG: columns of bars, ribbons between them, names and amounts beside the bars."""

from html import escape

from layouts.charts import labels
from layouts.charts.description import FlowChart, Node
from layouts.charts.flow_layout import PlacedNode, Ribbon, lay_out
from layouts.charts.markup import coordinate, tag, words, wrap
from layouts.charts.svg_frame import Frame, document

BAR = 10.0


def flow_svg(chart: FlowChart, frame: Frame) -> str:
    """The whole chart in one rendition. Names of the last column stand left of their bars."""
    last = max((node.column for node in chart.nodes), default=0)
    space = (frame.width - BAR) / max(last, 1)
    size = frame.size - 0.5
    text = {
        node.node_id: wrap(node.label, _room(node, space, last), size, 3) for node in chart.nodes
    }
    tall = {key: (len(rows) + 1) * size * 1.22 + 2 for key, rows in text.items()}
    layout = lay_out(chart, 300.0 if frame.narrow else 330.0, tall)
    start = frame.size * (2.2 if any(chart.columns) else 0.5)
    unit = frame.size * 1.4
    drawn = [_heads(chart, frame, space, last, unit)]
    x_of = {node.node_id: node.column * space for node in chart.nodes}
    ribbons = sorted(layout.ribbons, key=lambda each: -each.thickness)
    drawn += [_ribbon(chart, each, x_of, start + unit, frame) for each in ribbons]
    for key, placed in layout.nodes.items():
        x, at_end = x_of[key], placed.node.column == last and last > 0
        drawn.append(_node(chart, placed, x, at_end, text[key], size, start + unit))
    height = start + unit + layout.height + 6
    return document(frame, height, chart.chart_id, chart.title, chart.message, chart.lang, *drawn)


def _room(node: Node, space: float, last: int) -> float:
    """How wide a name may be: the last two columns' names share the space between them."""
    share = 0.5 if last == 1 else 0.58 if node.column >= last - 1 else 0.86
    return (space - BAR) * share


def _heads(chart: FlowChart, frame: Frame, space: float, last: int, unit: float) -> str:
    drawn = [words(0, frame.size, [chart.measure.axis], frame.size - 1, "quiet")]
    for column, head in enumerate(chart.columns):
        if head:
            at_end = column == last and last > 0
            x = column * space + (BAR if at_end else 0)
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
    return tag("path", *hover, d=shape, class_=f"ribbon t{source.tone}")


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
    at, anchor = (x - 6, "end") if at_end else (x + BAR + 6, None)
    amount = labels.short_number(placed.amount, chart.measure, chart.lang)
    name = words(at, y, rows, size, "label", anchor)
    under = words(at, y + len(rows) * size * 1.22, [amount], size, "label value", anchor)
    return bar + name + under
