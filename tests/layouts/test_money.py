"""A city's money page says what is known, what is not, and never mixes what may not be added."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from layouts.charts.description import FlowChart
from layouts.charts.rows import rows
from layouts.frame.page import Page
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, href, parse_href
from layouts.money import MoneyAnswers, page
from layouts.phrases import kronor
from progress.corrections import Action, Correction
from progress.money.loaded import loaded_sources
from progress.records import Grant, Municipality, Source
from tests import seed_money
from tests.progress.test_money import ROW
from tests.progress.test_money_plan import ACTION, UNKNOWN

HERE = Municipality("0001", "Provköping", "provkoping", "00", "Provlän", 2021)
EMPTY = MoneyAnswers(HERE, (), (), (), (), {2016: Decimal(300), 2023: Decimal(400)})


def shown(answers: MoneyAnswers, lang: str = "sv", query: str = "") -> tuple[Page, str]:
    address = href(Address("money", lang, slug=answers.municipality.slug))
    parsed = parse_href(f"{address}?{query}")
    assert parsed is not None
    assert not parsed.problems
    made = page(parsed.address, answers)
    return made, to_html(made.body).replace("\u00a0", " ")


def with_grants(*grants: Grant) -> MoneyAnswers:
    return replace(EMPTY, grants=grants, loaded=loaded_sources(grants))


def test_a_city_without_figures_gets_an_honest_page_and_no_zero() -> None:
    _, html = shown(EMPTY)
    assert "Det betyder inte att inga pengar finns" in html
    assert "Ingen investeringsplan för Provköping finns här" in html
    assert html.count("Finns inte här: Klimatklivet") == 1
    assert " 0 kr" not in html


def test_money_that_was_paid_back_is_off_the_sums_and_said() -> None:
    back = replace(ROW, grant_id="b", amount=Decimal(-500_000), total_cost=None)
    _, html = shown(with_grants(replace(ROW, amount=Decimal(2_000_000)), back))
    assert "beviljats 1,5 miljoner kronor i stöd" in html
    assert "Av det beviljade har 500 000 kronor i 1 bidrag betalats tillbaka" in html
    assert "\u2212500 000 kr<br><small>återbetalt</small>" in html
    _, alone = shown(with_grants(back), "en")
    assert "SEK 500,000 in 1 grant has been paid back" in alone


def test_a_grant_that_rules_the_sum_says_so_and_the_sum_can_be_seen_without_it() -> None:
    large = replace(ROW, grant_id="b", title="Jättebidraget", amount=Decimal(9_000_000))
    answers = with_grants(replace(ROW, amount=Decimal(2_000_000)), large)
    _, html = shown(answers)
    assert "beviljats 11,0 miljoner kronor i stöd" in html
    assert "Ett enda bidrag, Jättebidraget" in html
    assert 'href="/sv/kommun/provkoping/pengar?storsta=utan">Visa utan det</a>' in html
    _, rest = shown(answers, query="storsta=utan")
    assert "beviljats 2,0 miljoner kronor i stöd" in rest
    assert "Räkna med det igen" in rest
    assert "Jättebidraget" in rest[rest.index('id="rader"') :]  # its row remains
    even = [replace(ROW, grant_id=f"g{n}", amount=Decimal(1_000_000)) for n in range(5)]
    assert "Ett enda bidrag" not in shown(with_grants(*even))[1]


def test_a_grant_and_an_action_that_were_corrected_say_so() -> None:
    action = replace(ACTION, municipality_code="0001", action_id="A1")
    marked = [
        Correction(
            number,
            datetime(2026, 11, 30, 12, tzinfo=UTC),
            Action.CORRECT,
            kind,
            key,
            "0001",
            "Prov",
            f"fel i {kind}",
            "correction",
            date(2026, 11, 30),
            (),
        )
        for number, (kind, key) in enumerate(
            {"grants": ROW.grant_id, "investment-actions": "0001 A1"}.items()
        )
    ]
    answers = replace(with_grants(ROW), actions=(action,))
    assert "Rättad" not in shown(answers)[1]
    html = shown(replace(answers, corrections=tuple(marked)))[1]
    for kind in ("grants", "investment-actions"):
        assert html.count(f"Rättad 30 november 2026: fel i {kind}.") == 1


def test_a_grant_that_is_told_year_by_year_is_one_grant() -> None:
    years = [
        replace(ROW, grant_id=f"prov@{year}", decision_year=year, amount=Decimal(1_000_000))
        for year in (2016, 2017)
    ]
    assert "beviljats 2,0 miljoner kronor i stöd (1 bidrag)" in shown(with_grants(*years))[1]
    assert "(1 grant)" in shown(with_grants(*years), "en")[1]


def test_kinds_stand_apart_and_programmes_are_not_summed() -> None:
    applied = replace(ROW, grant_id="b", amount_kind="applied", amount=Decimal(7_000_000))
    frame = replace(ROW, grant_id="c", level="programme", amount=Decimal(90_000_000))
    amounts = (1_000_000, 600_000, 400_000)
    granted = [
        replace(ROW, grant_id=f"a{n}", programme=f"Program {n}", amount=Decimal(amount))
        for n, amount in enumerate(amounts)
    ]
    made, html = shown(with_grants(*granted, applied, frame))
    assert "beviljats 2,0 miljoner kronor i stöd" in html
    assert "Den har sökt 7,0 miljoner kronor" in html
    chart = made.charts["floden"]
    assert isinstance(chart, FlowChart)
    assert sum(link.amount for link in chart.links if link.target.startswith("1:")) == 2_000_000
    assert "räknas aldrig ihop med projekt" in html


def test_every_money_chart_names_the_sources_of_its_own_rows() -> None:
    secured = replace(ACTION, source_id="operator", payer="state", secured=Decimal(40))
    named = {
        ROW.source_id: Source(ROW.source_id, "Provlistan", "Provverket", "CC0 1.0"),
        "operator": Source("operator", "Files imported by the operator of this site", "", ""),
        "annan": Source("annan", "En lista utan rader här", "", ""),
    }
    streams = [replace(ROW, grant_id=f"a{n}", programme=f"Program {n}") for n in range(3)]
    answers = replace(with_grants(*streams), actions=(secured,), sources=named)
    for lang, loaded in (("sv", "Filer från den som driver"), ("en", "Files imported by")):
        made, _ = shown(answers, lang)
        for chart_id in ("floden", "ar-for-ar"):
            assert "Provlistan" in made.charts[chart_id].source
        for chart_id in ("planen", "gapet"):
            assert loaded in made.charts[chart_id].source
        for chart in made.charts.values():
            assert "utan rader" not in chart.source


def test_each_column_of_the_years_tells_whose_money_it_is() -> None:
    other = replace(
        ROW, grant_id="b", allocation="single_municipality", beneficiary_municipality_code=None
    )
    applied = replace(ROW, grant_id="c", amount_kind="applied")
    made, _ = shown(with_grants(ROW, other, applied))
    heads = [column.head for column in rows(made.charts["ar-for-ar"]).columns]
    assert heads == [
        "År",
        "Sökt (kr)",
        "Beviljat, till kommunen (kr)",
        "Beviljat, till andra mottagare i kommunen (kr)",
    ]


def test_only_money_that_is_granted_or_paid_is_drawn_as_firm() -> None:
    rows_of = [replace(ROW, grant_id=kind, amount_kind=kind) for kind in ("applied", "paid")]
    (panel,) = shown(with_grants(ROW, *rows_of))[0].charts["ar-for-ar"].panels
    hollow = {part.label.partition(",")[0].lower(): part.hollow for part in panel.parts}
    assert hollow == {"sökt": True, "beviljat": False, "utbetalt": False}


def test_the_lead_tells_how_much_of_the_grants_is_marked_as_climate() -> None:
    other = replace(ROW, grant_id="b", is_climate=False, amount=Decimal(9_000_000))
    climate = replace(ROW, is_climate=True, amount=Decimal(2_000_000))
    _, html = shown(with_grants(climate, other))
    assert "beviljats 11,0 miljoner kronor i stöd (2 bidrag)" in html
    assert "Av det är 2,0 miljoner kronor (1 bidrag) märkt som klimat." in html
    assert "märkt som klimat" not in shown(with_grants(climate))[1]
    assert "Inget av det är märkt som klimat." in shown(with_grants(other))[1]


def test_what_has_been_paid_is_told_with_its_recipient() -> None:
    paid = replace(ROW, grant_id="b", amount_kind="paid", amount=Decimal(3_000_000))
    _, html = shown(with_grants(ROW, paid))
    assert "Utbetalt till kommunen är 3,0 miljoner kronor (1 bidrag)." in html
    assert "Ingen källa visar vad som har betalats ut" not in html
    assert "Utbetalt till andra" not in html


def test_a_kind_that_no_source_has_is_unknown_not_zero() -> None:
    made, html = shown(with_grants(ROW), query="belopp=utbetalt")
    assert "floden" not in made.charts
    assert "Det är okänt, inte noll" in html


def test_a_grant_to_several_municipalities_is_counted_not_given() -> None:
    shared = replace(
        ROW,
        beneficiary_municipality_code=None,
        allocation="multi_municipality",
        places=("0001", "0002"),
    )
    made, html = shown(with_grants(shared))
    assert "1 bidrag, summeras inte" in html
    assert not made.charts


def test_fixed_prices_say_which_rows_they_cannot_price() -> None:
    late = replace(ROW, grant_id="b", decision_year=2025)
    _, html = shown(with_grants(ROW, late), query="priser=fasta")
    assert "2023 års priser" in html
    assert "1 av bidragen är från ett år utan konsumentprisindex" in html


def test_amounts_that_cannot_be_converted_are_said() -> None:
    euro = replace(ROW, currency="EUR", decision_year=None, start="", end="")
    _, html = shown(with_grants(ROW, euro))
    assert "1 i annan valuta utan år" in html
    assert "räknas inte om: år saknas" in html


def test_the_plan_carries_its_coverage_and_an_unknown_gap() -> None:
    _, html = shown(replace(EMPTY, actions=(ACTION, UNKNOWN)))
    assert "1 av 2 åtgärder har en kostnad" in html
    assert "(0 av 2). Därför är både säkrat och gap okända" in html
    assert "1 av 2 åtgärder" in html
    assert "5–20 kr" in html


@pytest.mark.parametrize(
    ("lang", "each_year"), [("sv", "100–200 kr per år"), ("en", "SEK 100–200 per year")]
)
def test_a_cost_of_each_year_is_told_as_that_and_a_whole_one_is_not(
    lang: str, each_year: str
) -> None:
    yearly = replace(EMPTY, actions=(replace(ACTION, cost_period="per_year"),))
    whole = replace(EMPTY, actions=(ACTION,))
    assert [each_year in shown(answers, lang)[1] for answers in (yearly, whole)] == [True, False]


def test_actions_are_ranked_as_the_address_asks() -> None:
    dear = replace(ACTION, action_id="P-3", title="Dyr", cost_low=Decimal(900), cost_high=None)
    dear = replace(dear, cost_high=Decimal(900))
    plan = replace(EMPTY, actions=(replace(ACTION, title="Billig"), dear))
    for query, first in (
        ("", "Billig"),
        ("sortera=kostnad&ordning=fallande", "Dyr"),
        ("sortera=namn&ordning=fallande", "Dyr"),
    ):
        _, html = shown(plan, query=query)
        table = html[html.index("Planens åtgärder, sorterade") :]
        other = "Dyr" if first == "Billig" else "Billig"
        assert table.index(first) < table.index(other)


def test_text_from_sources_is_escaped() -> None:
    _, html = shown(with_grants(replace(ROW, title="<b>Prov</b>")))
    assert "<b>Prov" not in html


def test_the_same_money_is_named_where_it_is_not_counted() -> None:
    twin = replace(ROW, grant_id="b", title="Tvilling", same_as="a", source_id="annan")
    _, html = shown(with_grants(ROW, twin))
    assert "Samma pengar som Prov; räknas en gång" in html
    assert "en gång: källorna anger att det är samma pengar" in html


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_contract_city_has_a_page_on_the_real_figures(lang: str) -> None:
    loaded = loaded_sources(seed_money.grants())
    for code in sorted(seed_money.contract_cities()):
        answers = MoneyAnswers(
            replace(HERE, code=code),
            tuple(
                grant
                for grant in seed_money.grants()
                if code in grant.places or grant.beneficiary_municipality_code == code
            ),
            tuple(row for row in seed_money.actions() if row.municipality_code == code),
            tuple(row for row in seed_money.stocks() if row.municipality_code == code),
            seed_money.rates(),
            seed_money.price_index(),
            loaded,
            seed_money.sources(),
        )
        fixed = "priser=fasta" if lang == "sv" else "prices=constant"
        for query in ("", fixed) if code == "0380" else ("",):
            made, html = shown(answers, lang, query)
            assert html.count("<h1") == 1
            assert ">None<" not in html
            assert ("ingen licens angiven" in html, "none stated" in html) == (
                (True, False) if lang == "sv" else (False, True)
            )
            for chart in made.charts.values():
                assert chart.message


def test_sums_are_written_in_words_that_fit_their_size() -> None:
    assert kronor.words(Decimal(98_366_890), "sv") == "98,4\u00a0miljoner\u00a0kronor"
    assert kronor.words(Decimal(20_000_000_000), "en") == "SEK\u00a020.0\u00a0billion"
    assert kronor.brief(Decimal(1_750_000_000), "sv") == "1,75\u00a0md\u00a0kr"
    assert kronor.brief(Decimal(999_949_999), "en") == "SEK\u00a0999.9\u00a0mn"
    assert kronor.brief(Decimal(999_950_000), "en") == "SEK\u00a01.0\u00a0bn"
    assert kronor.brief(Decimal("-999999.5"), "en") == "SEK\u00a0\u22121.0\u00a0mn"
    assert kronor.brief(Decimal("377939"), "sv").replace("\u00a0", " ") == "377 939 kr"
    assert (
        kronor.brief_range(Decimal(10**8), Decimal(2 * 10**8), "sv")
        == "100,0–200,0\u00a0mn\u00a0kr"
    )
    assert kronor.exact(Decimal("193232.26"), "en", "EUR") == "EUR\u00a0193,232.26"
    assert kronor.exact(Decimal("0"), "sv", "SEK") == "0\u00a0kr"
    assert kronor.per_tonne(Decimal("157.9"), Decimal(500), "sv") == "160–500"


def test_known_and_unknown_are_told_and_drawn_by_funder_first() -> None:
    unknown = replace(ROW, grant_id="b", amount=None, amount_kind="", decision="granted")
    _, text = shown(with_grants(ROW, unknown))
    first = text.index('class="money-first"')
    assert first < text.index('id="slag"')
    assert text.index('class="known-bar"') > first
    assert "1 bidrag beviljat, okänd summa" in text


def test_what_was_applied_for_stands_beneath_the_grant_whose_sum_is_unknown() -> None:
    unknown = replace(ROW, grant_id="b", amount_kind="applied", decision="granted")
    _, text = shown(with_grants(unknown))
    assert "beviljat, okänd summa<br><small>sökt " in text
    assert "Sökt" not in text


@pytest.mark.parametrize(("streams", "drawn"), [(2, False), (3, True)])
def test_money_is_drawn_as_a_flow_from_three_streams_on(streams: int, drawn: bool) -> None:
    rows_of = [replace(ROW, grant_id=f"a{n}", programme=f"Program {n}") for n in range(streams)]
    made, _ = shown(with_grants(*rows_of))
    assert ("floden" in made.charts) is drawn
