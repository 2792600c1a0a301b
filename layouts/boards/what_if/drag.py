"""What the browser needs to answer a slider while it is dragged (`assets/boards/what_if.js`)."""

from typing import Any

from layouts.boards.what_if.choice import Choice
from layouts.boards.what_if.rate_chart import measure
from layouts.links.query import PARAMETERS
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.road.scenario import LAST_YEAR_TOLD, done_value


def drag(choice: Choice, t: Text) -> dict[str, Any]:
    """The scenario that is moved, what it is held against, and the sentences of the answer.

    The arithmetic is `progress.road.scenario`'s: `tests/progress/scenario_cases.json` holds both
    to the same table.
    """
    verdict, account = choice.held.verdict, choice.held.verdict.budget
    words = ("course", "reached", "late", "late.one", "never", "fits", "over")
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
        "names": {name: PARAMETERS[name].name(t.lang) for name in ("rate", "start")},
        "words": {name: t(f"what_if.drag.{name}") for name in words},
    }
