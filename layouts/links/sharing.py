"""What a reader can take away: a chart's files, its link, code to embed it, a page's tables."""

import re
from math import ceil

from dash.development.base_component import Component

from layouts import html
from layouts.charts.description import Chart, LinePanel, TimeChart
from layouts.charts.gathered import ChartPart
from layouts.charts.labels import full
from layouts.html.markup import Element, aria, data
from layouts.html.placeholders import citation_slot, embed_slot, report_slot, tables_slot
from layouts.links.addresses import Address, href
from layouts.links.page_files import EMBEDDED, FORMS, Part, part_href
from layouts.phrases.text import Text, text

VIEW_BOX = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
FRAMED = ((416.0, 520.0), (736.0, 380.0))
"""How wide a drawing can become in a frame (embed.css), and how high its words are then at most: of
the narrow and of the wide rendition."""


def frame_height(drawing: str) -> int:
    """Pixels for a frame that shows the whole chart with its source, however wide the frame is."""
    sizes = sorted((float(wide), float(tall)) for wide, tall in VIEW_BOX.findall(drawing))
    needed = (
        tall * most / wide + words
        for (wide, tall), (most, words) in zip(sizes, FRAMED, strict=True)
    )
    return 20 * ceil(max(needed) / 20)


def chart_sharing(chart: Chart, address: Address, drawing: str = "") -> Component:
    """Files, link, report and code of one chart, folded away until a reader asks for them.

    `drawing` is the chart in both renditions, or `sizing_svg`; a chart that can be framed needs it
    for its height.
    """
    t = text(address.lang)
    links: list[str | Component] = [t("sharing.download"), " "]
    for form in FORMS["chart"]:
        there = part_href(Part(address, "chart", chart.chart_id, form))
        links += [Element("a", t(f"sharing.{form}"), href=there, download=""), " · "]
    place = f"{href(address)}#{chart.chart_id}"
    parts: list[Component] = [
        html.P(links[:-1]),
        html.P([copy_button(place, t), " ", report_slot(_reported(chart), place, address.lang)]),
        citation_slot(_citation(chart, t), place),
    ]
    if address.page in EMBEDDED:
        there = part_href(Part(address, "embed", chart.chart_id))
        parts.append(embed_slot(chart.title, there, address.lang, frame_height(drawing)))
    content = [html.Summary(t("sharing.summary")), *parts]
    return ChartPart("details", chart, content, className="share")


def _citation(chart: Chart, t: Text) -> str:
    """How to cite a chart, before the address of the view: its title, the product, its source."""
    product = t("shell.product")
    return t("sharing.cite", title=chart.title, product=product, source=chart.source).rstrip()


def _reported(chart: Chart) -> str:
    """What a report of an error names: the chart, its releases and its latest value."""
    about = [release.label for release in chart.releases]
    if isinstance(chart, TimeChart) and isinstance(chart.panels[0], LinePanel):
        panel = chart.panels[0]
        observed = [m for line in panel.lines[:1] for m in line.marks if m.status.observed]
        if observed:
            last = max(observed, key=lambda each: each.year)
            about.append(f"{last.year}: {full(last.value, panel.measure, chart.lang)}")
    return f"{chart.title} ({', '.join(about)})" if about else chart.title


def page_sharing(title: str, address: Address) -> Component:
    """Link, tables and report of the whole page."""
    t = text(address.lang)
    place = href(address)
    return html.Section(
        html.P(
            [
                copy_button(place, t),
                " ",
                tables_slot(part_href(Part(address, "tables", form="xlsx")), address.lang),
                " ",
                report_slot(title, place, address.lang),
            ]
        ),
        className="share no-print",
        **aria(label=t("sharing.page")),
    )


def copy_button(place: str, t: Text) -> Component:
    """A button that copies an address, shown where scripts run, and what it says when it has."""
    button = Element(
        "button",
        t("sharing.copy"),
        type="button",
        className="plain",
        hidden=True,
        **data(copy=place, done=t("sharing.copied")),
    )
    return Element("span", [button, " ", Element("span", role="status")])
