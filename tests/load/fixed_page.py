"""A static page that no change of ours makes lighter or heavier: the benchmark's yardstick.

The static page of the same content grows with ours; this one has the same bytes in every version: a
heading, a sentence, a chart of 400 marks and thirteen tables, without scripts, in 115 kB.
"""

from math import sin

FIXED_PATH = "/fixed"

STYLE = """
body { font: 16px/1.5 sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; }
h1 { font-size: 2rem; margin: 0 0 .5rem; } .lead { font-size: 1.2rem; }
.two { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 48rem) { .two { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); } }
svg { display: block; width: 100%; height: auto; } .dot { fill: #145a4a; }
.line { fill: none; stroke: #145a4a; stroke-width: 2; } text { font: 12px sans-serif; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .8rem .3rem 0; text-align: left; }
.num { text-align: right; }
"""
COLUMNS, ROWS, TABLES, MARKS = 6, 40, 12, 400


def fixed_page() -> str:
    """The document."""
    tables = "".join(f"<section><h2>Table {n + 1}</h2>{_table(n)}</section>" for n in range(TABLES))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A fixed page</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{STYLE}</style></head><body><main><h1>A fixed page</h1>"
        '<p class="lead">A sentence with the figure 42 that says what the chart shows.</p>'
        f'<div class="two"><div class="chart-drawing">{_chart()}</div>{_table(TABLES)}</div>'
        f"{tables}</main></body></html>"
    )


def _chart() -> str:
    points = [(40 + 1.8 * n, round(200 - 120 * sin(n / 40), 1)) for n in range(MARKS)]
    line = "L".join(f"{x:.1f} {y}" for x, y in points)
    dots = "".join(f'<circle class="dot" cx="{x:.1f}" cy="{y}" r="3"/>' for x, y in points)
    names = "".join(f'<text x="{40 + 72 * n}" y="390">{1990 + n}</text>' for n in range(10))
    return f'<svg viewBox="0 0 800 400"><path class="line" d="M{line}"/>{dots}{names}</svg>'


def _table(number: int) -> str:
    head = "".join(f'<th scope="col">Column {n + 1}</th>' for n in range(COLUMNS))
    rows = "".join(
        f'<tr><th scope="row">Row {row + 1}</th>'
        + "".join(
            f'<td class="num">{(number * 7919 + row * 104729 + n * 1299709) % 100000}</td>'
            for n in range(COLUMNS - 1)
        )
        + "</tr>"
        for row in range(ROWS)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
