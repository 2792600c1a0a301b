"""What the browser needs to answer a slider while it is dragged, and a ticked measure at once
(`assets/boards/what_if.js`)."""

from typing import Any

from layouts.boards.what_if.answers import WhatIfAnswers
from layouts.boards.what_if.choice import Choice
from layouts.boards.what_if.levers import Levers, Road, held_by_group
from layouts.boards.what_if.rate_chart import measure
from layouts.boards.what_if.words import lenient
from layouts.links.query import PARAMETERS
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.road.road import band_at
from progress.road.scenario import LAST_YEAR_TOLD, done_value


def drag(choice: Choice, t: Text) -> dict[str, Any]:
    """The scenario that is moved, what it is held against, and the sentences of the answer.

    The arithmetic is `progress.road.scenario`'s: `tests/progress/road/scenario_cases.json` holds
    both to the same table.
    """
    verdict, account = choice.held.verdict, choice.held.verdict.budget
    outcomes = ("reached", "late", "late.one", "never")
    return {
        "scenario": {
            "year": choice.scenario.year,
            "value": choice.scenario.value,
            "rate": choice.scenario.rate,
            "start": choice.scenario.start_year,
            "until": [
                value
                for year in range(choice.scenario.year + 1, choice.target_year)
                if (value := done_value(verdict, year)) is not None
            ],
            "last": choice.target_year,
            "told": LAST_YEAR_TOLD,
        },
        "target": None if account is not None else verdict.target,
        "budget": None
        if account is None
        else {
            "first": account.first_year,
            "last": account.last_year,
            "used": account.used_tonnes,
            "tonnes": account.budget_tonnes,
        },
        "divisor": measure(verdict, t).divisor,
        "trace": t("what_if.assumed"),
        "unit": t(f"word.unit.{verdict.unit}"),
        "decimals": 0 if verdict.unit is Unit.TONNES else 2,
        "lang": t.lang,
        "names": {
            name: PARAMETERS[name].name(t.lang) for name in ("rate", "start", "lever", "own")
        },
        "words": {name: t(f"what_if.drag.{name}") for name in ("course", "fits", "over")}
        | {name: lenient(t(f"what_if.drag.{name}"), verdict, t) for name in outcomes},
    }


def ticks(chosen: Levers, road: Road | None, answers: WhatIfAnswers, t: Text) -> dict[str, Any]:
    """All levers in the order of their checkboxes, what they are taken off and held against, and
    the sentences of the answer; empty where there is no road. Where a goal has two readings the
    browser tells whether it is enough only where both give the same.

    The arithmetic is `progress.road.road`'s: `tests/progress/road/road_cases.json` holds both to
    the same table.
    """
    if road is None:
        return {}
    verdict, end = road.held.verdict, road.ends[-1]
    account, latest = verdict.budget, verdict.actual or 0.0
    first = road.years[0].year - 1
    budget = ".budget" if account is not None else ""
    return {
        "year": first,
        "last": road.years[-1].year,
        "pace": [latest, *(each.pace for each in road.years)],
        "band": [band_at(road.band, year) for year in range(first, road.years[-1].year + 1)],
        "holds": held_by_group(verdict, answers),
        "levers": [
            {
                "group": lever.group or "",
                "low": lever.low,
                "high": lever.high,
                "ready": lever.ready,
            }
            for lever in chosen.every
        ],
        "target": end.target,
        "strict": road.ends[0].target,
        "budget": None
        if account is None
        else {
            "used": account.used_tonnes,
            "first": account.first_year,
            "last": min(account.last_year, road.years[-1].year),
        },
        "unit": t("word.unit.tonnes"),
        "decimals": 0,
        "lang": t.lang,
        "words": {
            "cut": t("what_if.drag.cut"),
            "enough": t("what_if.drag.enough"),
            "both": t("what_if.short.both"),
            "good": t("what_if.short.good"),
            "neither": t(f"what_if.short.neither{budget}", open="{open}"),
        },
    }
