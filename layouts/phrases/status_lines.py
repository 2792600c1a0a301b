"""Status lines over time: one row for each work package, its check-ins as marks on a time axis.

A status is told by the form of its mark and line, not by colour alone. A line goes no further than
a year from its check-in: what is older is old news.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from html import escape

from layouts.charts.markup import path, tag, wrap
from layouts.charts.svg_frame import NARROW, WIDE, Frame, document
from layouts.phrases.text import Text
from progress.phrases.formats import day
from progress.promises.pledge_status import FRESH_DAYS
from progress.records import StatusReport

ROW, TOP, BOTTOM, EDGE, SIZE = 46.0, 10.0, 26.0, 8.0, 5.0
DASHES = {"not_begun": "1 6", "late": "7 4", "running": None, "done": None}
"""How the line of a status is drawn; the others have none."""

Row = tuple[str, Sequence[StatusReport]]
"""A package's name, and its check-ins, oldest first."""

FORMS: Mapping[str, str] = {
    "not_begun": "○",
    "running": "●",
    "late": "▲",
    "done": "■",
    "stopped": "✕",
    "unknown": "◇",
}
"""Status → the sign that explains its mark in the legend."""


def status_lines_svg(rows: Sequence[Row], today: date, message: str, t: Text) -> str:
    """Both renditions; empty where nobody has told anything."""
    if not any(reports for _, reports in rows):
        return ""
    return "".join(_drawing(frame, rows, today, message, t) for frame in (WIDE, NARROW))


def _drawing(frame: Frame, rows: Sequence[Row], today: date, message: str, t: Text) -> str:
    first = date(
        min(report.status_date.year for _, told_by_row in rows for report in told_by_row), 1, 1
    )
    last = max(today, first + timedelta(days=1))

    def at(moment: date) -> float:
        share = (moment - first).days / (last - first).days
        return EDGE + SIZE + share * (frame.width - 2 * (EDGE + SIZE))

    bottom = TOP + ROW * len(rows)
    drawn = []
    for year in range(first.year, last.year + 1):
        x = at(date(year, 1, 1))
        drawn.append(tag("path", d=path([(x, TOP), (x, bottom)]), class_="grid"))
        if x + frame.size * 2 < frame.width:
            drawn.append(tag("text", str(year), x=x, y=bottom + 17, class_="tick"))
    for place, (name, reports) in enumerate(rows):
        drawn += _row(frame, name, reports, TOP + ROW * place, at, today, t)
    return document(
        frame, bottom + BOTTOM, "status-lines", t("packages.chart"), message, t.lang, *drawn
    )


def _row(
    frame: Frame,
    name: str,
    reports: Sequence[StatusReport],
    top: float,
    at: Callable[[date], float],
    today: date,
    t: Text,
) -> list[str]:
    newest = reports[-1] if reports else None
    said = t("packages.never")
    if newest is not None:
        said = t(f"word.progress.{newest.status}")
        if not frame.narrow:
            said = t("packages.newest", status=said, day=day(newest.status_date, t.lang))
    (label,) = wrap(f"{name}: {said}", frame.width - 2 * EDGE, frame.size, most=1)
    drawn = [tag("text", escape(label), x=EDGE, y=top + 15, class_="label")]
    y = top + 30
    ends = [*(report.status_date for report in reports[1:]), *([today] if reports else [])]
    for status_report, end in zip(reports, ends, strict=True):
        known = min(end, status_report.status_date + timedelta(days=FRESH_DAYS), today)
        if status_report.status in DASHES and known > status_report.status_date:
            drawn.append(
                tag(
                    "path",
                    d=path([(at(status_report.status_date), y), (at(known), y)]),
                    class_="ln t1",
                    stroke_dasharray=DASHES[status_report.status],
                )
            )
    drawn += [_mark(report, at(report.status_date), y, t) for report in reports]
    return drawn


def _mark(status_report: StatusReport, x: float, y: float, t: Text) -> str:
    words = t(
        "packages.mark",
        status=t(f"word.progress.{status_report.status}"),
        day=day(status_report.status_date, t.lang),
    )
    title = tag("title", escape(words))
    left, right, over, under = x - SIZE, x + SIZE, y - SIZE, y + SIZE
    match status_report.status:
        case "running":
            return tag("circle", title, cx=x, cy=y, r=SIZE, class_="mk t1")
        case "not_begun":
            return tag("circle", title, cx=x, cy=y, r=SIZE, class_="mk t1 estimate")
        case "done":
            corners = [(left, over), (right, over), (right, under), (left, under), (left, over)]
        case "late":
            corners = [(left, under), (x, over), (right, under), (left, under)]
        case "stopped":
            cross = path([(left, over), (right, under)]) + path([(left, under), (right, over)])
            return tag("path", title, d=cross, class_="ln t1")
        case _:
            corners = [(left, y), (x, over), (right, y), (x, under), (left, y)]
            return tag("path", title, d=path(corners), class_="mk t1 estimate")
    return tag("path", title, d=path(corners), class_="mk t1")
