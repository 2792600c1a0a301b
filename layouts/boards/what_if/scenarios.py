"""The scenarios that the address keeps, beside what is shown: what differs, in one table."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.boards.what_if.levers import named_scenarios
from layouts.boards.what_if.result import readings_words
from layouts.boards.what_if.tree import view
from layouts.boards.what_if.words import amount, rate
from layouts.html.blocks import Grid
from layouts.html.tables import Cell, Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.kronor import brief_range
from layouts.phrases.text import Text
from progress.phrases.formats import tonnes_span
from progress.road.levers import lever_costs

UNTOUCHED = "–"


def scenarios_section(address: Address, answers: WhatIfAnswers, t: Text) -> Component | None:
    """None where the address keeps no scenario."""
    here, caption = t("what_if.scenarios.this"), t("what_if.scenarios.caption")
    grid = scenario_grid(address, answers, here, caption, t)
    if grid is None:
        return None
    meeting = Address("meeting", t.lang, address.slug).with_query(
        view="road", goal=address.get("goal"), scenario=address.all("scenario")
    )
    return html.Div(
        [
            html.H3(t("what_if.scenarios.heading"), id="scenarios"),
            table(grid.caption, grid.columns, grid.rows, stack=True),
            html.P(html.A(t("what_if.scenarios.meeting"), href=href(meeting)), className="links"),
        ]
    )


def scenario_grid(
    address: Address, answers: WhatIfAnswers, here: str, caption: str, t: Text
) -> Grid | None:
    """What the address chooses, called `here`, over the scenarios that it keeps; None without."""
    named = named_scenarios(address)
    if not named:
        return None
    rows = [_row(here, address, answers, t)]
    for each in named:
        name = html.A(each.name, href=href(each.address))
        rows.append(_row(name, each.address, answers, t))
    columns = (
        Column(t("what_if.scenarios.name")),
        Column(t("what_if.scenarios.rate")),
        Column(t("what_if.scenarios.value"), numeric=True),
        Column(t("what_if.scenarios.levers"), numeric=True),
        Column(t("what_if.scenarios.cut"), numeric=True),
        Column(t("what_if.scenarios.cost"), numeric=True),
        Column(t("what_if.scenarios.enough")),
    )
    return Grid(caption, columns, tuple(tuple(row) for row in rows), stack=True)


def _row(name: Cell, address: Address, answers: WhatIfAnswers, t: Text) -> list[Cell]:
    shown = view(address, answers)
    if shown is None:
        return [name, *[UNTOUCHED] * 6]
    choice, chosen, road = shown.choice, shown.levers, shown.road
    scenario, last = choice.scenario, choice.target_year
    pace = t("what_if.ways.rate", rate=rate(scenario.rate, t.lang), start=scenario.start_year)
    value = amount(scenario.at(last), choice.held.verdict, t.lang)
    count = f"{len(chosen.chosen)}/{len(chosen.every)}" if chosen.every else UNTOUCHED
    costs = [
        brief_range(cost.low, cost.high, t.lang, currency)
        for (currency, _), cost in sorted(lever_costs(chosen.chosen).sums.items())
    ]
    cells: list[Cell] = [name, pace, value, count]
    if road is None or not road.years or not chosen.every:
        return [*cells, UNTOUCHED, "; ".join(costs) or UNTOUCHED, UNTOUCHED]
    end = road.years[-1]
    return [
        *cells,
        tonnes_span(end.low, end.high, t.lang),
        "; ".join(costs) or UNTOUCHED,
        readings_words(road, t),
    ]
