"""Kronor and tonnes by sector on the money page: every share with its base, nothing made up."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from layouts.money import MoneyAnswers
from progress.records import SectorValue
from tests.layouts.test_money import EMPTY, HERE, shown, with_grants
from tests.progress.test_money import ROW
from tests.progress.test_money_plan import ACTION, UNKNOWN
from tests.progress.test_money_sectors import GAP

EMISSIONS = (
    SectorValue(2024, "transport", 60_000.0, "final"),
    SectorValue(2024, "waste", 0.0, "final"),
    SectorValue(2024, "heating", 40_000.0, "final"),
)
WHOLE = replace(
    with_grants(ROW),
    emissions=EMISSIONS,
    gaps=(GAP, replace(GAP, sector="Waste", gap=0.0), replace(GAP, sector="AFOLU", gap=0.5)),
    actions=(ACTION, UNKNOWN, replace(ACTION, action_id="P-3", sector="construction")),
)


def section_of(answers: MoneyAnswers, lang: str = "sv", query: str = "") -> str:
    _, html = shown(answers, lang, query)
    return html[html.index('aria-labelledby="sektorer"') :].split("</section>")[0]


def test_shares_stand_side_by_side_with_what_is_left_over() -> None:
    html = section_of(WHOLE)
    assert "står för 60 % av utsläppen och 75 % av gapet" in html
    assert (
        "Ej hänförbart till någon sektor: 25 % av gapet, 50 % av den planerade kostnaden och "
        "100 % av det beviljade stödet" in html
    )
    assert "3 av 3 rader har ett gap" in html
    assert "för 2 av planens 3 åtgärder" in html
    assert "Skog och markanvändning ingår inte" in html
    assert "Omfattar flera av statistikens sektorer" in html


@pytest.mark.parametrize(("lang", "kronor"), [("sv", "mn kr"), ("en", "SEK")])
def test_a_plans_cost_by_sector_stands_in_the_plans_currency(lang: str, kronor: str) -> None:
    cost = Decimal(7_000_000)
    euros = replace(ACTION, cost_currency="EUR", cost_low=cost, cost_high=cost)
    for action, currency in ((euros, "EUR"), (replace(euros, cost_currency="SEK"), kronor)):
        html = section_of(replace(WHOLE, actions=(action,), grants=()), lang)
        amounts = re.findall(r">([^<>]*7[,.]0[^<>]*)<", html)
        assert amounts
        assert all(currency in amount for amount in amounts)


def test_zero_is_shown_and_the_unstated_is_said() -> None:
    html = section_of(WHOLE)
    waste = html[html.index("Avfall och avlopp") :].split("</tr>")[0]
    assert waste.count(">0 %<") == 2
    assert "ingen uppgift" in waste


@pytest.mark.parametrize(
    ("lang", "words"),
    [("sv", "går inte att bedöma, eftersom"), ("en", "cannot be assessed, because")],
)
def test_a_measure_without_shares_says_why(lang: str, words: str) -> None:
    html = section_of(replace(EMPTY, emissions=EMISSIONS), lang)
    assert html.count(words) == 3
    assert "<th" in html


def test_without_a_contract_emissions_alone_make_no_comparison() -> None:
    alone = replace(EMPTY, emissions=EMISSIONS, municipality=replace(HERE, contract_since=None))
    assert 'aria-labelledby="sektorer"' not in shown(alone)[1]


def test_the_kind_and_recipients_that_the_address_chooses_are_shared_out() -> None:
    paid = replace(ROW, grant_id="b", amount_kind="paid", amount=Decimal(7))
    html = section_of(replace(with_grants(ROW, paid), emissions=EMISSIONS), query="belopp=utbetalt")
    assert "100 % av det utbetalda stödet" in html
    assert "beviljade" not in html
