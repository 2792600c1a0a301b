"""What is ahead of a city's emissions, as its page draws it, for the years of the board."""

from dataclasses import replace

from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.controls import click
from layouts.charts.overlays import Outlook
from layouts.city.ahead import Ahead, ahead
from layouts.city.answers import CityAnswers
from layouts.city.emissions import emissions_chart
from layouts.city.series import View, shown, views
from layouts.links.addresses import Address


def view(answers: CityBoardAnswers) -> View | None:
    """The view of the city's page that counts as the board does; None where none does."""
    if answers.per_person and answers.without_industry:
        return None
    if answers.per_person:
        wanted = View.PER_PERSON
    else:
        wanted = View.WITHOUT_INDUSTRY if answers.without_industry else View.TOTAL
    return wanted if wanted in views(answers.city) else None


def city_of(address: Address, answers: CityBoardAnswers) -> CityAnswers:
    """The city's answers with the goals that were known then, or with the chosen one alone."""
    known = {goal.goal_id for goal in answers.goals if goal in answers.city.goals}
    chosen = address.get("goal")
    return replace(
        answers.city,
        verdicts=tuple(
            verdict
            for verdict in answers.city.verdicts
            if (verdict.goal.goal_id == chosen if chosen else verdict.goal.goal_id in known)
            or (chosen is None and verdict is answers.city.yardstick)
        ),
    )


def what_is_ahead(address: Address, answers: CityBoardAnswers) -> Ahead | None:
    """What the goal that leads, or the chosen one, asks of what is drawn."""
    counted = view(answers)
    city = city_of(address, answers)
    return None if counted is None else ahead(shown(counted, city), city)


def outlook(address: Address, answers: CityBoardAnswers) -> Outlook | None:
    """The needed curve, the continued pace and the gap, as the city's page draws them."""
    counted = view(answers)
    if counted is None:
        return None
    page = Address("city", address.lang, slug=address.slug).with_query(series=str(counted))
    chart = emissions_chart(page, city_of(address, answers))
    panel = None if chart is None else chart.panels[0]
    drawn: Outlook | None = getattr(panel, "outlook", None)
    ahead_of = what_is_ahead(address, answers)
    if drawn is None or drawn.needed is None or ahead_of is None or ahead_of.verdict is None:
        return drawn
    key = click("goal", ahead_of.verdict.goal.goal_id, address.lang)
    return replace(drawn, needed=replace(drawn.needed, key=key))
