"""Why the emissions of a group changed: a waterfall of its sectors, with what happened."""

import numpy as np
from dash.development.base_component import Component

from layouts import html
from layouts.boards.explore.answers import View
from layouts.boards.explore.words import group_name, marked_names, source
from layouts.charts.block import chart_block
from layouts.charts.description import RangeBars, RangeRow
from layouts.charts.measure import Measure
from layouts.phrases.enumeration import enumerated
from progress.explore import group_values, steps, total_of
from progress.phrases.formats import number, signed_percent
from progress.phrases.words import sector_word

WHY = "varfor"


def why_section(view: View) -> Component:
    """The waterfall with its table and files, and the events of the years."""
    t, chart = view.t, why_chart(view)
    if chart is None:
        return html.P(t("board.explore.why.none", first=view.since, last=view.year))
    codes = _codes(view)
    events = [
        html.Li(f"{event.year}: {event.title(t.lang)} ({event.source_title})")
        for event in sorted(view.answers.events, key=lambda event: event.year)
        if view.since < event.year <= view.year
        and (event.municipality_code is None or event.municipality_code in codes)
    ]
    happened = [html.H3(t("board.explore.why.events")), html.Ul(events)] if events else []
    return html.Div([chart_block(chart, view.address), *happened])


def why_chart(view: View) -> RangeBars | None:
    """From the sum of the base year over each sector's change to the sum of the year that is shown,
    of those who are marked, else of the group; None where it cannot be told."""
    t, who = view.t, view.who
    first, last = view.since, view.year
    moved = steps(view.cube, who, first, last) if first < last else ()
    left_out = view.cube.left_out(first, last)
    before, after = (total_of(view.cube, who, year, left_out) for year in (first, last))
    if not moved or before <= 0:  # nobody is within the limits, or had anything to change
        return None
    rows = [
        RangeRow(t("board.explore.why.sum", year=first), before, before),
        *(
            RangeRow(
                sector_word(step.sector, t.lang),
                min(step.before, step.after),
                max(step.before, step.after),
                change=step.tonnes,
            )
            for step in moved
        ),
        RangeRow(t("board.explore.why.sum", year=last), after, after),
    ]
    most = max(moved, key=lambda step: step.tonnes * (1 if after > before else -1))
    _, per_person = group_values(view.cube, who)
    there = [per_person[view.cube.column(year)] for year in (first, last)]
    message = t(
        "board.explore.why.message",
        who=_name(view),
        first=first,
        last=last,
        change=signed_percent(after / before - 1, t.lang, 1),
        sector=sector_word(most.sector, t.lang).lower(),
        points=signed_percent(most.tonnes / before, t.lang, 1),
    )
    if not np.isnan(there).any():
        message += " " + t(
            "board.explore.why.per_person",
            before=number(float(there[0]), t.lang, 2),
            after=number(float(there[1]), t.lang, 2),
        )
    if left_out:
        sectors = [sector_word(sector, t.lang).lower() for sector in sorted(left_out)]
        message += " " + t("board.explore.why.left_out", sectors=enumerated(sectors, t))
    unit = t("board.explore.unit.tonnes", gas=t(f"word.gas.short.{view.answers.release.gas}"))
    return RangeBars(
        WHY,
        t("board.explore.why.title", who=_name(view), first=first, last=last),
        t.lang,
        message,
        Measure(unit, unit),
        t("board.explore.sector"),
        tuple(rows),
        source=source(view),
        releases=(view.answers.release,),
    )


def _name(view: View) -> str:
    return marked_names(view) or group_name(view)


def _codes(view: View) -> tuple[str, ...]:
    """The municipalities whose own events are told: few enough to be told one by one."""
    codes = view.codes_of(view.who)
    return codes if len(codes) <= MOST_CODES else ()


MOST_CODES = 6
