"""What a choice marks on a city's board, in its charts and in words."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.boards.city.answers import CityBoardAnswers
from layouts.html.markup import data
from layouts.links.addresses import Address, href
from layouts.links.query import PARAMETERS
from layouts.phrases.text import Text, text
from progress.emissions.sectors import SECTORS
from progress.goals.goal import Goal
from progress.phrases.words import sector_word
from progress.promises.connections import ALL_SECTORS, Choice, Connections, connections

MARKS = ("year", "sector", "goal", "funder")
"""The parameters that mark, and ask nothing else of the store."""


def chosen_goal(address: Address, answers: CityBoardAnswers) -> Goal | None:
    """The goal that is chosen, the yardstick too; None where none is or it is not known."""
    wanted = address.get("goal")
    known = (*answers.goals, *(verdict.goal for verdict in answers.city.verdicts))
    return next((goal for goal in known if goal.goal_id == wanted), None)


def choice_of(address: Address, answers: CityBoardAnswers) -> Choice:
    """What is chosen of what marks, but the year."""
    return Choice(address.get("sector"), chosen_goal(address, answers), address.get("funder"))


def marked(address: Address, answers: CityBoardAnswers) -> Connections:
    """What has to do with the choice."""
    return connections(
        choice_of(address, answers),
        answers.goals,
        answers.commitments,
        [row.grant for row in answers.grants],
    )


def marks_words(address: Address, answers: CityBoardAnswers) -> str:
    """What is marked in each chart, and where the choice has to do with nothing; empty where
    nothing but a year is chosen."""
    choice = choice_of(address, answers)
    if not choice:
        return ""
    t, result = text(address.lang), marked(address, answers)
    what = " · ".join(_names(choice, address.lang))
    return " ".join(
        [
            t("board.city.marks", what=what),
            _emissions(choice, t),
            _sectors(result, t),
            _grants(result, answers, t),
            _pledges(result, answers, t),
        ]
    )


def drawn(address: Address, answers: CityBoardAnswers) -> dict[str, Any]:
    """What the browser is told of what is drawn: the address of it, and the years with a band."""
    years = {"linked": marked(address, answers).years, "marked": marked_years(address)}
    return {"address": href(address), **years}


def marked_years(address: Address) -> tuple[int, ...]:
    """The year that is chosen, if one is."""
    chosen = address.get("year")
    return (int(chosen),) if chosen else ()


def marks_line(address: Address, answers: CityBoardAnswers) -> list[Component | str]:
    """The chip that takes back all that marks, and what is marked; empty where nothing is."""
    chip = chip_link(address, answers)
    return [] if chip is None else [chip, marks_words(address, answers)]


def chip_link(address: Address, answers: CityBoardAnswers) -> html.A | None:
    """A link to the board without a mark; with a script the board takes the click."""
    names = _names(choice_of(address, answers), address.lang)
    year = address.get("year")
    if year is None and not names:
        return None
    nothing: dict[str, Any] = dict.fromkeys(MARKS)
    controls = " ".join(PARAMETERS[name].name(address.lang) for name in MARKS)
    return html.A(
        text(address.lang)("board.chip", what=" · ".join([*([year] if year else []), *names])),
        href=href(address.with_query(**nothing)),
        className="board-chip",
        **data(clear=controls),
    )


def _names(choice: Choice, lang: str) -> list[str]:
    goal = choice.goal
    title = "" if goal is None else (goal.title_en if lang == "en" else "") or goal.title_sv
    sector = "" if choice.sector is None else sector_word(choice.sector, lang)
    return [name for name in (sector, title, choice.funder or "") if name]


def _emissions(choice: Choice, t: Text) -> str:
    words = []
    if choice.sector is not None:
        words.append(t("board.city.marks.emissions.sector"))
    if choice.goal is not None:
        words.append(t("board.city.marks.emissions.goal"))
    if choice.funder is not None:
        words.append(t("board.city.marks.emissions.funder"))
    return t("board.city.marks.emissions", what=", ".join(words))


def _sectors(result: Connections, t: Text) -> str:
    if result.sectors is None:
        return t("board.city.marks.sectors.none")
    if result.sectors == ALL_SECTORS:
        return t("board.city.marks.sectors.all")
    names = [sector_word(code, t.lang) for code in SECTORS if code in result.sectors]
    return t("board.city.marks.sectors", what=", ".join(names) or t("board.city.marks.nothing"))


def _grants(result: Connections, answers: CityBoardAnswers, t: Text) -> str:
    if result.grants is None:
        return t("board.city.marks.money.none")
    return t("board.city.marks.money", n=len(result.grants), of=len(answers.grants))


def _pledges(result: Connections, answers: CityBoardAnswers, t: Text) -> str:
    words = []
    for kind, ids, of in (
        ("goals", result.goals, len(answers.goals)),
        ("promises", result.promises, len(answers.commitments)),
    ):
        words.append(
            t(f"board.city.marks.{kind}.none")
            if ids is None
            else t(f"board.city.marks.{kind}", n=len(ids), of=of)
        )
    undated = sum(
        each.commitment_id in (result.promises or ()) and not each.due[:4].isdigit()
        for each in answers.commitments
    )
    if undated:
        words.append(t("board.city.marks.undated", n=undated))
    return t("board.city.marks.pledges", what=", ".join(words))
