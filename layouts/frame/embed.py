"""A chart alone as a document of its own, for a frame on another site: one link home, and a script
that tells its height to the page around it."""

from html import escape
from urllib.parse import quote

from layouts import html
from layouts.charts.description import Chart
from layouts.charts.svg import responsive_svg
from layouts.charts.table import chart_table
from layouts.charts.words import word
from layouts.html.markup import Raw, aria
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href
from layouts.phrases.text import text

OEMBED = "/oembed"
"""The address that tells editors how to frame a chart."""


def embed_document(
    chart: Chart, address: Address, css: str, script: str, base: str, own: str
) -> str:
    """The document. `address` is that of the chart's page, `own` the path of the document itself,
    `base` the site's own or empty; `script` tells its height."""
    t = text(address.lang)
    page = href(address)
    oembed = f"{base}{OEMBED}?url={quote(base + own, safe='')}"
    discovery = f'<link rel="alternate" type="application/json+oembed" href="{escape(oembed)}">'
    body = html.Main(
        html.Figure(
            [
                html.H1(chart.title, id="title"),
                html.Figcaption(chart.message),
                html.Div(Raw(responsive_svg(chart)), className="chart-drawing"),
                html.Details([html.Summary(word("show_table", chart.lang)), chart_table(chart)]),
                html.P(
                    [
                        chart.source,
                        " " if chart.source else "",
                        html.A(t("embed.open"), href=page, target="_blank", rel="noopener"),
                        f" · {t('shell.product')}",
                    ],
                    className="source",
                ),
            ],
            className="chart",
            **aria(labelledby="title"),
        )
    )
    return (
        f'<!doctype html><html lang="{address.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(chart.title)} – {escape(t('shell.product'))}</title>"
        '<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">'
        f'<link rel="canonical" href="{escape(base + page)}">'
        f"{discovery if base else ''}<style>{css}</style></head>"
        f'<body class="embed">{to_html(body)}<script>{script}</script></body></html>'
    )
