"""How many goals and promises of a city fall due in each year, those that are marked apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import cycle

from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.controls import click
from layouts.charts.description import Bar, BarPanel, Measure, Part, TimeChart
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from progress.promises.connections import Connections

GOALS = "goals"
GOAL_TONE = 2
PARTY_TONES = (1, 4, 3, 5, 6, 7, 8, 9)
"""Of the kinds of party, in their order."""

Cells = Counter[tuple[int, str, bool]]
"""How many fall due by year and kind, and whether they stand back."""


def pledges_chart(
    address: Address,
    answers: CityBoardAnswers,
    result: Connections,
    first_year: int,
    last_year: int,
) -> TimeChart | None:
    """None where nothing falls due in these years; what has no year is told, not drawn."""
    lang, t = address.lang, text(address.lang)
    cells: Cells = Counter(
        cell for cell in _due(answers, result) if first_year <= cell[0] <= last_year
    )
    years = sorted({year for year, *_ in cells})
    if not years:
        return None
    used = {(kind, back) for _, kind, back in cells}
    kinds = answers.city.party_kinds
    tones = {GOALS: GOAL_TONE} | dict(zip(kinds, cycle(PARTY_TONES), strict=False))
    words = {GOALS: t("board.city.goals")} | {
        kind: t("board.city.party", party=named.together(lang)) for kind, named in kinds.items()
    }
    # In the order of the stack: goals, then the promises of each kind of party.
    parts = [(kind, back) for kind in tones for back in (False, True) if (kind, back) in used]
    keys = _goal_keys(answers, lang)
    undated = sum(not commitment.due[:4].isdigit() for commitment in answers.commitments)
    return TimeChart(
        chart_id="promises",
        title=t("board.city.promises"),
        lang=lang,
        message=t("board.city.promises.message", n=undated),
        panels=(
            BarPanel(
                t("board.city.promises"),
                Measure(t("board.city.promises.unit"), t("board.city.promises.axis"), 1.0, 0),
                tuple(
                    Part(_label(kind, back, used, words, t), tones[kind], faded=back)
                    for kind, back in parts
                ),
                tuple(
                    Bar(
                        year,
                        tuple(
                            float(cells[year, *part]) if cells[year, *part] else None
                            for part in parts
                        ),
                        keys=tuple(
                            keys.get(year, "") if part[0] == GOALS else "" for part in parts
                        ),
                    )
                    for year in years
                ),
                stacked=True,
            ),
        ),
    )


def _due(answers: CityBoardAnswers, result: Connections) -> Iterator[tuple[int, str, bool]]:
    """Where something in the chart is marked, all the rest of it stands back."""
    kinds = (result.goals, result.promises)
    marked = frozenset().union(*(ids or () for ids in kinds))
    all_alike = kinds == (None, None)
    for goal in answers.goals:
        if goal.target_year:
            yield goal.target_year, GOALS, not all_alike and goal.goal_id not in marked
    for promise in answers.commitments:
        if promise.due[:4].isdigit():
            back = not all_alike and promise.commitment_id not in marked
            yield int(promise.due[:4]), promise.party_kind, back


def _goal_keys(answers: CityBoardAnswers, lang: str) -> dict[int, str]:
    """What a click on the goals of a year chooses: the goal, where the year has but one."""
    goals: dict[int, list[str]] = defaultdict(list)
    for goal in answers.goals:
        if goal.target_year:
            goals[goal.target_year].append(goal.goal_id)
    return {year: click("goal", ids[0], lang) for year, ids in goals.items() if len(ids) == 1}


def _label(
    kind: str, back: bool, used: set[tuple[str, bool]], words: Mapping[str, str], t: Text
) -> str:
    rest = back and (kind, False) in used
    return t("board.city.rest", what=words[kind]) if rest else words[kind]
