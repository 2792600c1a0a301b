"""The board of what it would take in a browser: a drag is answered by the server's arithmetic."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from progress.goals.verdict_model import BudgetAccount
from progress.money.sector_places import Group
from progress.road.levers import Lever
from progress.road.road import RoadEnd, RoadYear, road, road_end, road_sum
from progress.road.scenario import Scenario, budget_sum
from tests.browser.axe import ALL, violations
from tests.browser.conftest import Visitor

LIVE = "#react-entry-point"
TABLES = Path(__file__).parents[1] / "progress" / "road"
CASES = json.loads((TABLES / "scenario_cases.json").read_text())
ROADS = json.loads((TABLES / "road_cases.json").read_text())
HELSINGBORG = "/sv/kommun/helsingborg/vad-kravs"


def account(budget: dict[str, float]) -> BudgetAccount:
    return BudgetAccount(
        budget["tonnes"],
        int(budget["first"]),
        int(budget["last"]),
        budget["used"],
        *(0.0, 0.0, 0.0, None, None, 0.0, ()),
    )


def road_of(case: dict[str, Any]) -> tuple[RoadYear, RoadEnd]:
    """The last year of the road of a case, and its end."""
    first = case["year"]
    levers = [
        Lever(
            "",
            ("",),
            Group(each["group"]) if each["group"] else None,
            each["low"],
            each["high"],
            each["ready"],
        )
        for each in case["levers"]
    ]
    years = road(
        {first + place: value for place, value in enumerate(case["pace"])},
        levers,
        {Group(group): held for group, held in case["holds"].items()},
    )
    band = {first + place: share for place, share in enumerate(case["band"]) if place}
    latest, budget = case["pace"][0], case["budget"]
    if budget is None:
        return years[-1], road_end(years[-1], case["target"], latest, band)
    counted = [each for each in years if budget["first"] <= each.year <= budget["last"]]
    return years[-1], road_sum(counted, budget["used"], case["target"], latest, band)


def test_a_drag_is_answered_as_the_server_would_and_then_by_it(visitor: Visitor, real: str) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(HELSINGBORG)
    page, board = visit.page, visit.page.locator(LIVE)
    for case in CASES:
        given, budget = case["scenario"], case["budget"]
        until = tuple(given["until"][: given["start"] - given["year"] - 1])
        scenario = Scenario(given["year"], given["value"], given["rate"], given["start"], until)
        there = page.evaluate(
            """({scenario, target, budget}) => ({
                at: klimatScenario.at(scenario, scenario.last),
                reached: klimatScenario.yearOf(scenario, target),
                sum: klimatScenario.budgetSum(scenario, budget)})""",
            case,
        )
        assert there["at"] == pytest.approx(scenario.at(given["last"]), rel=1e-12)
        assert there["reached"] == scenario.year_of(case["target"])
        assert there["sum"] == pytest.approx(budget_sum(scenario, account(budget)).total, rel=1e-12)
    for case in ROADS:
        year, end = road_of(case)
        there = page.evaluate(
            """(road) => ({cut: klimatScenario.cut(road, road.last), end: klimatScenario.end(road),
                enough: klimatScenario.enough(road)})""",
            case,
        )
        assert there["cut"] == pytest.approx([year.low, year.high], rel=1e-12)
        assert there["end"] == pytest.approx([end.good, end.low, end.high, end.bad], rel=1e-12)
        assert there["enough"] == end.sufficiency
    slider = board.locator("input[type=range]").first

    def drawn() -> Any:
        return board.locator("#scenario-chart .scatterlayer path.js-line").evaluate_all(
            "lines => lines.map((line) => line.getAttribute('d')).join()"
        )

    before = drawn()
    slider.evaluate(
        """(range) => {
            range.value = '40';
            range.dispatchEvent(new Event('input', {bubbles: true}));
        }"""
    )
    drag = board.locator(".board-drag").first
    expect(drag).to_have_text("40 % om året från 2027 ger 66 900 ton år 2030. Målet nås 2029.")
    assert visit.questions == 0, "while it is dragged nobody is asked"
    visit.wait(lambda: drawn() != before, "the line follows")
    slider.dispatch_event("change")
    page.wait_for_url("**takt=40*")
    expect(board.locator(".board-sentence")).to_contain_text("66,9 tusen ton år 2030")
    expect(drag).to_have_text("")


def test_levers_own_measures_and_scenarios_stand_in_the_address(
    visitor: Visitor, real: str
) -> None:
    visit = visitor(real, viewport={"width": 1440, "height": 900})
    visit.open(HELSINGBORG)
    page, board = visit.page, visit.page.locator(LIVE)
    assert violations(page, ALL) == []
    result = board.locator(".board-result")
    expect(result).to_contain_text("14 av 14 åtgärder")
    told = page.evaluate(
        """() => {
            const box = document.querySelector("#react-entry-point .levers input[type=checkbox]");
            box.click();
            const line = document.querySelector('#react-entry-point [id*="ticked"]');
            const told = line.textContent;
            box.click();
            return told;
        }"""
    )
    assert told.startswith("13 av 14 åtgärder tar bort "), "at once, before the server is asked"
    first = board.locator(".levers input[type=checkbox]").first
    first.focus()
    page.keyboard.press("Space")
    expect(result).to_contain_text("13 av 14 åtgärder")
    page.wait_for_url("**atgarder=valda*")
    page.go_back()
    expect(result).to_contain_text("14 av 14 åtgärder")
    page.locator("#own summary").click()
    page.get_by_label("Åtgärd", exact=True).fill("Solceller")
    page.get_by_label("Högst, ton per år").fill("1 500")
    page.get_by_label("Klar år").fill("2028")
    page.get_by_role("button", name="Lägg till åtgärden").click()
    page.wait_for_url("**egen=Solceller~1500~1500~~~2028~*")
    visit.until("document.documentElement.hasAttribute('data-ready')")
    expect(result).to_contain_text("15 av 15 åtgärder")
    page.locator("#keep summary").click()
    page.get_by_label("Namn på scenariot").fill("Med sol")
    page.get_by_role("button", name="Spara scenariot").click()
    page.wait_for_url("**&scenario=Med*")
    expect(page.get_by_role("heading", name="Scenarierna bredvid varandra")).to_be_visible()
    assert violations(page, ALL) == []
