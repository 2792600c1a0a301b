"""What has to do with a chosen sector, goal or funder: by what sources say alone."""

from dataclasses import replace
from decimal import Decimal

from progress.goals.goal import Goal, GoalKind, GoalScope
from progress.promises.connections import (
    ALL_SECTORS,
    Choice,
    connections,
    is_behind,
    sectors_of_goal,
)
from progress.records import Commitment, Grant

WHOLE = Goal(
    "whole", "1280", GoalKind.REDUCTION, GoalScope.TERRITORIAL, "co2e", "", target_year=2030
)
TRAFFIC = replace(WHOLE, goal_id="traffic", scope=GoalScope.TRANSPORT, target_year=2035)
EATEN = replace(WHOLE, goal_id="eaten", scope=GoalScope.CONSUMPTION, target_year=2050)


def promise(name: str, theme: str, party: str = "Malmö kommun") -> Commitment:
    return Commitment(
        name,
        "municipality",
        party,
        "1280",
        "",
        "",
        name,
        "",
        "",
        "",
        theme,
        "unknown",
        None,
        "",
        "",
    )


def grant(name: str, funder: str, theme: str = "", year: int = 2021) -> Grant:
    return Grant(
        name, "", funder, "", "", "", "", "", None, "", theme, "", True, year, "", "",
        Decimal(1), "SEK", "granted", "", None, "", "", "", "", "", "",
    )  # fmt: skip


GOALS = (WHOLE, TRAFFIC, EATEN)
PROMISES = (
    promise("roads", "mobility"),
    promise("heat", "energy"),
    promise("paris", "climate_goal"),
    promise("talks", "citizens", "Formas, Trafikverket, Vinnova"),
)
GRANTS = (
    grant("rail", "Tillväxtverket", "Att främja hållbara transporter", 2017),
    grant("all", "Tillväxtverket", "Att stödja övergången till en koldioxidsnål ekonomi", 2019),
    grant("study", "Trafikverket"),
)


def test_nothing_chosen_marks_nothing() -> None:
    result = connections(Choice(), GOALS, PROMISES, GRANTS)
    assert not Choice()
    assert result.sectors is result.goals is result.promises is result.grants is None
    assert result.years == ()


def test_a_sector_has_goals_that_count_it_promises_and_grants_whose_theme_names_it() -> None:
    result = connections(Choice("transport"), GOALS, PROMISES, GRANTS)
    assert result.sectors == frozenset({"transport"})
    assert result.goals == frozenset({"whole", "traffic"})
    assert result.promises == frozenset({"roads"})
    assert result.grants == frozenset({"rail"})


def test_a_sector_that_no_grant_names_says_nothing_of_them() -> None:
    result = connections(Choice("heating"), GOALS, PROMISES, GRANTS)
    assert result.promises == frozenset({"heat"})
    assert result.grants is None


def test_a_goal_has_its_sectors_its_year_and_no_money_where_it_counts_everything() -> None:
    result = connections(Choice(goal=WHOLE), GOALS, PROMISES, GRANTS)
    assert result.sectors == ALL_SECTORS
    assert result.goals == frozenset({"whole"})
    assert result.promises == frozenset({"paris"})
    assert result.grants is None
    assert result.years == (2030,)
    part = connections(Choice(goal=TRAFFIC), GOALS, PROMISES, GRANTS)
    assert part.sectors == frozenset({"transport"})
    assert part.promises == frozenset({"roads"})
    assert part.grants == frozenset({"rail"})


def test_a_goal_that_counts_something_else_has_no_sector() -> None:
    result = connections(Choice(goal=EATEN), GOALS, PROMISES, GRANTS)
    assert sectors_of_goal(EATEN) == frozenset()
    assert result.sectors is None
    assert result.goals == frozenset({"eaten"})


def test_a_funder_has_its_grants_with_their_years_and_the_promises_that_name_it() -> None:
    result = connections(Choice(funder="Tillväxtverket"), GOALS, PROMISES, GRANTS)
    assert result.grants == frozenset({"rail", "all"})
    assert result.years == (2017, 2019)
    assert result.sectors == frozenset({"transport", "machinery"})
    assert result.promises is None
    assert is_behind("Energimyndigheten, Vinnova and Formas", PROMISES[3])
    assert not is_behind("Formas bokförlag", PROMISES[3])


def test_of_two_choices_what_has_to_do_with_both() -> None:
    result = connections(Choice("heating", funder="Tillväxtverket"), GOALS, PROMISES, GRANTS)
    assert result.grants == frozenset({"rail", "all"})
    assert result.sectors == frozenset()
    both = connections(Choice("transport", funder="Trafikverket"), GOALS, PROMISES, GRANTS)
    assert both.grants == frozenset()
