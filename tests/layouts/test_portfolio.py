"""The portfolio says what is loaded before what is missing, never mixes kinds, and stays quick."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from layouts.addresses import parse_href
from layouts.charts.description import FlowChart
from layouts.money import words
from layouts.page import Page
from layouts.portfolio import PortfolioAnswers, page
from layouts.to_html import to_html
from progress.money.coverage import Coverage
from progress.money.cube import SlimGrant, cells, slim
from progress.money.gaps import EmissionGap
from progress.money.loaded import loaded_sources
from progress.money.sector_places import Group
from progress.money.sector_shares import gap_shares
from progress.records import Municipality
from tests import seed_money
from tests.progress.test_money import ROW

CITIES = tuple(
    Municipality(code, f"Provstad {code}", f"provstad-{code}", "00", "Provlän", 2021)
    for code in ("0001", "0002")
)
FOLLOWED = frozenset(city.code for city in CITIES)
FIRM = replace(
    ROW,
    grant_id="firm",
    funder="Provverket",
    beneficiary_municipality_code=None,
    allocation="single_municipality",
    amount=Decimal(3_000_000),
)
SHARED = replace(
    ROW,
    grant_id="shared",
    beneficiary_municipality_code=None,
    allocation="multi_municipality",
    places=("0001", "0002"),
    amount=Decimal(50_000_000),
)
OWN = replace(ROW, amount=Decimal(1_000_000))


def answers(*grants: SlimGrant) -> PortfolioAnswers:
    return PortfolioAnswers(
        cells(grants, FOLLOWED),
        CITIES,
        (),
        {2016: Decimal(300), 2023: Decimal(400)},
        populations={"0001": 1000, "0002": 500},
        population_year=2023,
        emissions={"0001": 100.0, "0002": 300.0},
        emissions_year=2023,
        plans={"0001": Coverage(1, 4)},
    )


def shown(found: PortfolioAnswers, query: str = "", path: str = "/sv/portfolj") -> tuple[Page, str]:
    parsed = parse_href(f"{path}?{query}")
    assert parsed is not None
    assert not parsed.problems
    made = page(parsed.address, found)
    return made, to_html(made.body).replace("\u00a0", " ")


THREE = answers(slim(OWN, FOLLOWED), slim(FIRM, FOLLOWED), slim(SHARED, FOLLOWED))


def test_shared_grants_are_counted_but_given_to_no_city() -> None:
    _, html = shown(THREE)
    matrix = html[html.index('id="matris"') : html.index('id="floden"')]
    assert "4,0 mn kr" in matrix
    assert "4 000" in matrix
    assert "50,0 mn kr" not in matrix
    assert "1 bidrag på tillsammans 50,0 miljoner kronor delas av flera kommuner" in html


def test_a_city_without_known_grants_is_a_white_spot_with_its_emissions() -> None:
    _, html = shown(THREE)
    assert "1 av 2 kontraktsstäder har inget känt bidrag" in html
    spots = html[html.index('id="vita-flackar"') :]
    assert "Provstad 0002" in spots
    assert "75,0 %" in spots
    assert "ingen plan här" in spots


def test_a_grant_with_an_unknown_sum_is_told_as_granted_and_leaves_no_white_spot() -> None:
    asked_for = replace(
        OWN,
        grant_id="u",
        beneficiary_municipality_code="0002",
        places=("0002",),
        amount_kind="applied",
        decision="granted",
    )
    _, html = shown(answers(slim(OWN, FOLLOWED), slim(asked_for, FOLLOWED)))
    assert "1 bidrag är beviljat med okänd summa" in html
    assert "Alla 2 kontraktsstäder har något känt bidrag" in html
    matrix = html[html.index('id="matris"') : html.index('id="floden"')]
    assert "beviljat, okänd summa" in matrix
    _, applied = shown(answers(slim(OWN, FOLLOWED), slim(asked_for, FOLLOWED)), "belopp=sokt")
    assert "okänt, inte noll" in applied


def test_a_grant_to_a_municipality_is_its_own_also_where_it_works_in_several() -> None:
    wide = replace(OWN, allocation="multi_municipality", places=("0001", "0002"))
    _, html = shown(answers(slim(wide, FOLLOWED)))
    assert "Av summan går 1,0 miljoner kronor till kommuner (1 bidrag)" in html
    assert "delas av flera kommuner;" not in html


def test_several_funders_in_one_city_and_theme_are_shown_together() -> None:
    _, html = shown(THREE)
    overlaps = html[html.index('id="overlapp"') :]
    assert "Provfonden (1,0 mn kr) och Provverket (3,0 mn kr)" in overlaps
    assert "Provverket" not in shown(THREE, "finansiar=Provfonden")[1][html.index("overlapp") :]


def test_choices_stand_in_the_address() -> None:
    made, _ = shown(THREE, "mottagare=kommunen")
    chart = made.charts["portfoljens-floden"]
    assert isinstance(chart, FlowChart)
    assert sum(link.amount for link in chart.links if link.target.startswith("1:")) == 1_000_000
    assert "okänt, inte noll" in shown(THREE, "belopp=utbetalt")[1]
    assert "okänt, inte noll" in shown(THREE, "fran=2020")[1]


def test_a_funder_that_is_not_loaded_is_a_problem_not_an_empty_page() -> None:
    made, html = shown(THREE, "finansiar=Okända fonden")
    assert [problem.value for problem in made.problems] == ["Okända fonden"]
    assert "4,0 mn kr" in html


def test_the_real_portfolio_starts_with_what_is_loaded() -> None:
    cities = frozenset(seed_money.contract_cities())
    result = replace(
        answers(),
        cells=cells([slim(grant, cities) for grant in seed_money.grants()], cities),
        cities=tuple(
            Municipality(code, code, f"stad-{code}", "00", "Län", 2021) for code in sorted(cities)
        ),
        rates=seed_money.rates(),
        index=seed_money.price_index(),
        loaded=loaded_sources(seed_money.grants()),
    )
    for path, query in (("/sv/portfolj", "priser=fasta"), ("/en/portfolio", "climate=yes")):
        made, html = shown(result, query, path)
        assert html.index('id="laddat"') < html.index('id="matris"')
        assert html.count("<h1") == 1
        assert len(made.charts) == 2
    _, html = shown(result, "program=Omvänd auktion bio-CCS")
    assert "20,0 miljarder kronor" in html


def test_what_a_page_reads_does_not_grow_with_the_number_of_grants() -> None:
    """However many grants there are, a page meets one cell for each way in which they differ."""
    rows = [
        slim(
            replace(
                FIRM,
                grant_id=str(number),
                funder=f"Provfond {number % 3}",
                decision_year=2015 + number % 5,
                places=(("0001", "0002")[number % 2],),
                amount=Decimal(number),
            ),
            FOLLOWED,
        )
        for number in range(30 * 100)
    ]
    few, many = answers(*rows[:30]), answers(*rows)
    assert len(few.cells) == len(many.cells) == 30
    assert sum(cell.amount for cell in many.cells) == sum(range(30 * 100))
    html, longer = shown(few)[1], shown(many)[1]
    assert longer.count("<tr>") == html.count("<tr>")


def test_a_page_looks_up_a_name_once_for_each_path_of_the_money(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0
    own_name = words.theme_name

    def counted(*arguments: Any) -> str:
        nonlocal asked
        asked += 1
        return own_name(*arguments)

    monkeypatch.setattr(words, "theme_name", counted)
    rows = [
        slim(replace(OWN, grant_id=f"{year}", decision_year=year), FOLLOWED)
        for year in range(1990, 2024)
    ]
    shown(answers(*rows[:2]))
    of_two, asked = asked, 0
    shown(answers(*rows))
    assert asked == of_two > 0


def test_sectors_without_known_money_are_held_against_emissions_and_gaps() -> None:
    traffic = replace(OWN, grant_id="t", theme="Att främja hållbara transporter och annat")
    vague = replace(FIRM, theme="Forskning")
    row = EmissionGap(
        "0001", "own target", "buildings", "territorial", "t", None, None, None, None, 5.0, None,
        None, 40.0, None, None, None, "ok", "", "prov", "",
    )  # fmt: skip
    table = gap_shares((row, replace(row, sector="transport", gap=60.0)))
    assert table is not None
    result = replace(
        answers(slim(traffic, FOLLOWED), slim(vague, FOLLOWED)),
        sector_emissions={Group.TRANSPORT: 300.0, Group.ENERGY: 100.0},
        gaps={"0001": table},
    )
    _, html = shown(result)
    assert "1 av 2 sektorer har inget känt bidrag i urvalet vars tema anger sektorn" in html
    assert "De står för 25 % av städernas utsläpp" in html
    assert "1,0 mn kr (1 bidrag; 1 av 2 städer)" in html
    assert "inget känt" in html
    assert "40 (planer: 1)" in html
    assert "I urvalet har 1 bidrag ett tema som inte anger någon sektor" in html
    _, bare = shown(replace(result, sector_emissions={}))
    assert "sektorer har" not in bare
