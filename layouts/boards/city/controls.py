"""What can be chosen on a city's board."""

from dash.development.base_component import Component

from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.charts import FIRST_YEAR, last_year
from layouts.boards.city.money import funders
from layouts.boards.controls import select, slider, switch
from layouts.html.forms import Choice
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from progress.emissions.sectors import SECTORS
from progress.goals.goal import YARDSTICK_ID
from progress.phrases.words import sector_word

GASES = ("co2e", "co2")


def controls(board: str, address: Address, answers: CityBoardAnswers) -> list[Component | None]:
    """The controls in the order in which they are read."""
    t, lang = text(address.lang), address.lang

    def chosen(name: str, choices: list[Choice]) -> Component:
        return select(board, address, name, t(f"board.{name}"), choices)

    def every(name: str) -> Choice:
        return Choice("", t(f"board.{name}.every"))

    return [
        chosen(
            "year",
            [every("year"), *(Choice(str(year), str(year)) for year in _years(address, answers))],
        ),
        chosen(
            "sector",
            [
                every("sector"),
                *(
                    Choice(code, sector_word(code, lang))
                    for code in SECTORS
                    if any(code == sector for _, sector in answers.sectors)
                ),
            ],
        ),
        chosen("goal", [every("goal"), *_goals(answers, t)]),
        chosen(
            "funder",
            [every("funder"), *(Choice(funder, funder) for funder in funders(answers.grants))],
        ),
        chosen(
            "second",
            [
                every("second"),
                *(
                    Choice(municipality.code, municipality.name)
                    for municipality in answers.municipalities
                ),
            ],
        ),
        chosen(
            "gas", [Choice("", t("word.gas.title.co2e")), Choice("co2", t("word.gas.title.co2"))]
        ),
        chosen("release", release_choices(answers, t)),
        slider(
            board,
            address,
            "as_of",
            t("board.as_of"),
            range(answers.first_known[0], answers.this_year + 1),
            t("board.as_of.now"),
        )
        if answers.first_known[0] < answers.this_year
        else None,
        switch(board, address, "per_person", Choice("yes", t("board.per_person"))),
        switch(board, address, "industry", Choice("without", t("board.industry"))),
    ]


def release_choices(answers: CityBoardAnswers, t: Text) -> list[Choice]:
    """The releases of the board's gas, by the year of their edition."""
    return [
        Choice("", t("board.release.every")),
        *(
            Choice(release.label, t("board.release.of", edition=release.edition or release.label))
            for release in answers.releases
        ),
    ]


def _years(address: Address, answers: CityBoardAnswers) -> range:
    """The years of the axis, the last first."""
    return range(last_year(address, answers), FIRST_YEAR - 1, -1)


def _goals(answers: CityBoardAnswers, t: Text) -> list[Choice]:
    own = [
        Choice(goal.goal_id, (goal.title_en if t.lang == "en" else "") or goal.title_sv)
        for goal in answers.goals
    ]
    return [*own, Choice(YARDSTICK_ID, t("word.yardstick"))]
