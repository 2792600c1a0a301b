"""The portfolio's board heads with municipalities, gives shared grants to no city, and every
figure is a way to choose it."""

import re
from decimal import Decimal

import pandas as pd
import pytest

from layouts.boards import portfolio
from layouts.boards.portfolio.choice import toggled
from layouts.html.to_html import to_html
from layouts.links.addresses import href, parse_href
from layouts.phrases.wording import hyphenated
from progress.money.choice import choose
from progress.money.coverage import Coverage
from progress.money.funder_pair import funder_pair
from progress.money.kinds import Allocation
from progress.money.overlaps import Overlap, Overlaps
from progress.money.plan import CostClass, CostRange, PlanSums
from progress.money.portfolio import by_both, streams
from progress.money.portfolio_summary import summary
from progress.money.pricing import Pricing
from progress.records import Municipality
from tests.grant_frames import made_up_frame, titled
from tests.layouts.reading import plain

CITIES = tuple(
    Municipality(code, f"Provstad {code}", f"provstad-{code}", "00", "Provlän", 2021)
    for code in ("0001", "0002", "0003")
)
FRAME = made_up_frame()
NO_OVERLAPS = Overlaps()


def shown(
    query: str = "",
    path: str = "/sv/portfolj",
    overlaps: Overlaps = NO_OVERLAPS,
    frame: pd.DataFrame = FRAME,
) -> str:
    """The page of the made-up grants, without no-break spaces."""
    parsed = parse_href(f"{path}?{query}")
    assert parsed is not None
    assert not parsed.problems
    chosen = choose(frame, portfolio.choice_of(parsed.address), titled)
    rows = chosen.rows()
    answers = portfolio.PortfolioAnswers(
        summary(chosen),
        chosen.choice,
        CITIES,
        Pricing(),
        row_count=int(chosen.mask().sum()),
        streams=streams(rows),
        places=by_both(rows, "theme", "city"),
        overlaps=overlaps,
        background=portfolio.Background(
            emissions={"0003": 300.0, "0001": 100.0},
            emissions_year=2024,
            people={"0001": 500_000, "0002": 1000},
            done={"0001": 0.025, "0003": 0.01},
            done_from=2015,
            plans={"0001": plan("SEK", 2, 3, of=2), "0002": plan("EUR", 4, 4), "0003": plan()},
        ),
        outlines={"0001": "M0 0l40 0 0 40-40 0z", "0002": "M100 0l40 0 0 40-40 0z"},
        pair=funder_pair(chosen, ("F1", "F2")),
    )
    return str(to_html(portfolio.page(parsed.address, answers).body)).replace("\u00a0", " ")


def plan(currency: str = "", low: int = 0, high: int = 0, of: int = 1) -> PlanSums:
    """A plan with one action that costs so many millions, or with none."""
    if not currency:
        return PlanSums({}, {}, Coverage(0, 0), {}, ())
    cost = CostRange(Decimal(low) * 10**6, Decimal(high) * 10**6, 1)
    return PlanSums({CostClass(currency, "capex", "total"): cost}, {}, Coverage(1, of), {}, ())


def row_of(page: str, name: str) -> str:
    table = page[page.index('class="heat"') :]
    return next(str(row) for row in re.findall(r"<tr.*?</tr>", table) if name in row)


def test_the_answer_heads_with_municipalities_and_tells_what_is_not_known() -> None:
    page = shown()
    assert "Kommuner har 9,0 miljoner kronor beviljat i 2 bidrag, av sammanlagt 28,0" in page
    assert "Därtill är 1 bidrag beviljat utan att summan är känd." in page


def test_granted_with_an_unknown_sum_is_not_what_only_lacks_a_rate() -> None:
    """One grant has no sum; the one in euro has one, also where no rate is known."""
    for frame in (FRAME, made_up_frame(rates=())):
        page = shown(frame=frame)
        tile = re.search(r">Beviljat, summan okänd</span><strong>([^<]+)<", page)
        assert tile is not None
        assert tile[1] == "1 bidrag"


def test_a_shared_grant_is_counted_in_each_city_and_summed_in_none() -> None:
    page = shown()
    assert re.findall(r">([^<>]+)<", row_of(page, "Provstad 0001"))[-2:] == ["5,0", "1"]
    assert "18,0" not in row_of(page, "Provstad 0002")
    assert "okänd" in row_of(page, "Provstad 0002")
    assert "5,0" in row_of(page, "Andra kommuner")


def test_one_grant_that_rules_the_sum_is_named_and_can_be_left_out() -> None:
    page = shown()
    assert "Ett enda bidrag, 18,0 miljoner kronor (P3), är 64 % av summan." in page
    assert 'href="/sv/portfolj?storsta=utan"' in page
    without = shown("storsta=utan")
    assert "av sammanlagt 10,0 miljoner kronor" in without


def test_what_the_sums_and_years_leave_out_is_told() -> None:
    page = shown()
    assert "1 bidrag, 5,0 mn kr, saknar år" in page  # f
    assert "Raderna är 6 och bidragen 5" in page  # e repeats d


def test_what_is_not_chosen_stands_back_and_shades_are_of_the_chosen() -> None:
    def looks(query: str, name: str) -> list[str]:
        return re.findall(r'<td class="(num [^"]*)"', row_of(shown(query), name))

    assert looks("", "Provstad 0001")[0] == "num dark"
    assert looks("", "Provstad 0002") == ["num none", "num none", "num unknown", "num unknown"]
    assert looks("finansiar=F2", "Provstad 0001")[0] == "num shade faded"
    assert "faded" not in looks("finansiar=F2", "Provstad 0002")[2]
    assert '<tr class="faded">' in row_of(shown("kommun=0001"), "Provstad 0002")


def test_a_cell_chooses_its_city_and_funder_and_a_chip_takes_the_choice_back() -> None:
    assert "/sv/portfolj?kommun=0001&amp;finansiar=F1" in row_of(shown(), "Provstad 0001")
    page = shown("kommun=0001&finansiar=F1")
    chips = page[page.index("portfolio-chips") : page.index("portfolio-tiles")]
    assert 'href="/sv/portfolj?kommun=0001"' in chips
    assert 'href="/sv/portfolj?finansiar=F1"' in chips
    assert 'href="/sv/kommun/provstad-0001/pengar"' in chips


def test_what_is_chosen_can_be_left_out_instead_and_the_other_way_round() -> None:
    page = shown("finansiar=F1&utan-kommun=0002")
    chips = page[page.index("portfolio-chips") : page.index("portfolio-tiles")]
    assert [
        (href.replace("&amp;", "&"), words)
        for href, words in re.findall(r'href="/sv/portfolj([^"]*)"[^>]*>([^<]+)<', chips)
    ] == [
        ("?utan-kommun=0002", "F1"),
        ("?utan-finansiar=F1&utan-kommun=0002", "visa utan"),
        ("?finansiar=F1", "utan Provstad 0002"),
        ("?kommun=0002&finansiar=F1", "visa bara"),
        ("", "Visa allt"),
    ]
    assert "av sammanlagt 1,0 miljoner kronor" in page  # b: a names 0002 too
    field = re.search(r'<input [^>]*name="utan-kommun"[^>]*value="0002"[^>]*>', page)
    assert field is not None
    assert "checked" in field[0]


def test_choosing_the_same_again_lets_go_and_shows_the_first_page() -> None:
    parsed = parse_href("/sv/portfolj?finansiar=F1&finansiar=F2&mottagare=kommunen&sida=3")
    assert parsed is not None
    once = toggled(parsed.address, funder="F1")
    assert once.all("funder") == ("F2",)
    assert once.get("page") is None
    assert toggled(once, funder="F1").all("funder") == ("F2", "F1")
    assert toggled(once, allocation=Allocation.OWN).get("allocation") is None


def test_what_names_no_theme_can_be_chosen_too() -> None:
    parsed = parse_href("/sv/portfolj?tema=ej-angivet")
    assert parsed is not None
    assert parsed.address.all("theme") == ("",)
    assert href(parsed.address) == "/sv/portfolj?tema=ej-angivet"
    assert toggled(parsed.address, theme="").all("theme") == ()
    chips = shown("tema=ej-angivet").split("portfolio-chips")[1]
    assert ">Tema ej angivet<" in chips


def test_the_fields_hold_what_is_chosen_with_the_rows_that_each_would_leave() -> None:
    page = shown("finansiar=F1&fran=2016")
    field = re.search(r'<input [^>]*name="finansiar"[^>]*value="F1"[^>]*>', page)
    assert field is not None
    assert "checked" in field[0]
    assert re.search(r'choice-name">F2</span><span class="choice-count">2<', page)
    first_year = re.search(r'<input [^>]*name="fran"[^>]*>', page)
    assert first_year is not None
    assert 'value="2016"' in first_year[0]


def test_a_city_with_a_grant_of_unknown_sum_is_no_white_spot() -> None:
    page = shown(path="/en/portfolio")
    spots = page[page.index('id="vita-flackar"') : page.index('id="overlapp"')]
    assert "Provstad 0003" in spots
    assert "75.0%" in spots.replace(" ", "")
    assert "Provstad 0002" not in spots


def test_funders_that_support_a_city_at_once_are_told_with_their_months() -> None:
    page = shown("kommun=0001")
    assert page.count("<h1") == 1
    assert "I urvalet har ingen stad känt stöd från flera" in page
    march = 2016 * 12 + 2
    told = Overlap("0001", march, march + 13, {"F2": 4e6, "F1": None})
    page = shown(overlaps=Overlaps((told,), by_year=1, undated=2))
    assert "mars 2016–april 2017" in page
    assert "F1 (summan okänd) och F2 (4,0 mn kr)" in page
    assert "Av 1 bidrag är den första eller sista månaden inte känd" in page
    assert "2 bidrag utan år är inte med." in page


def test_bars_of_the_years_stand_on_zero_and_are_as_high_as_the_sums_of_the_rows() -> None:
    """Of the drawing, for both widths: each year's parts, read back from the rectangles."""
    page = shown()
    million = {(2015, 1): 4.0, (2016, 3): 1.0, (2016, 8): 18.0}  # a, b and c: two million euro at 9
    for frame in ("wide", "narrow"):
        (drawing,) = re.findall(rf'<svg [^>]*class="chart-svg {frame}".*?</svg>', page)[:1]
        axis = re.search(r'data-axis="([^"]+)"', drawing)
        assert axis is not None
        first, last, left, right, _, zero = map(float, axis[1].split())
        ticks = {
            float(value.replace(" ", "")): float(y) - 0.35 * size
            for size in (13.0 if frame == "wide" else 12.5,)
            for y, value in re.findall(
                r'y="([\d.]+)" class="tick" text-anchor="end">([\d ]+)<', drawing
            )
        }
        top = max(ticks)
        unit = (zero - ticks[top]) / top
        tops: dict[int, float] = {}
        heights: dict[tuple[int, int], float] = {}
        bars = re.findall(
            r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" class="bar t(\d)"',
            drawing,
        )
        for x, y, wide, high, tone in bars:
            middle = float(x) + float(wide) / 2
            year = int(first + (middle - left) // ((right - left) / (last - first + 1)))
            assert float(y) + float(high) == pytest.approx(tops.get(year, zero), abs=0.11)
            tops[year] = float(y)
            heights[year, int(tone)] = float(high) / unit
        assert heights == pytest.approx(million, abs=0.2 / unit)


def test_heads_break_between_the_parts_of_an_authoritys_name() -> None:
    assert hyphenated("Energimyndigheten, Vinnova och Formas") == (
        "Energi\u00admyndigheten, Vinnova och Formas"
    )
    assert hyphenated("Trafikverket") == "Trafik\u00adverket"
    assert hyphenated("EU") == "EU"


def table_of(page: str, chart_id: str) -> list[list[str]]:
    """The cells of a chart's table, row by row."""
    table = page[page.index(f'id="{chart_id}-table"') :].split("</table>")[0]
    return [re.findall(r">([^<>]+)</t[hd]>", row) for row in table.split("<tr")[2:]]


def test_the_map_has_each_citys_sum_and_no_circle_where_nothing_is_known() -> None:
    cells = table_of(shown(), "karta-over-pengarna")
    assert [row[:2] for row in cells] == [
        ["Provstad 0001", "5 000 000"],
        ["Provstad 0002", "okänt"],
    ]
    only = table_of(shown("finansiar=F1&mottagare=andra"), "karta-over-pengarna")
    assert [row[:2] for row in only] == [["Provstad 0001", "1 000 000"]]


def test_money_per_inhabitant_stands_against_the_done_rate() -> None:
    """Five million kronor on half a million people are ten each."""
    cells = table_of(shown("vy=resultat"), "pengar-mot-takt")
    assert cells == [
        ["Provstad 0001", "10", "2,5"],
        ["Provstad 0002", "okänt", "okänt"],
        ["Provstad 0003", "okänt", "1,0"],
    ]


def test_two_funders_stand_side_by_side_whichever_are_chosen() -> None:
    for query in ("vy=tva-finansiarer", "vy=tva-finansiarer&finansiar=F3"):
        page = shown(query)
        figures = page[page.index('class="pair-figures"') : page.index('class="pair-cities"')]
        rows = [re.findall(r">\s*([^<>]+)</t[hd]>", row) for row in figures.split("<tr")[1:]]
        assert rows[0][1:] == ["F1", "F2"]
        by_name = {row[0]: row[1:] for row in rows[1:]}
        assert by_name["Summa"] == ["5,0 mn kr", "18,0 mn kr"]
        assert by_name["Till kommuner"] == ["4,0 mn kr", "okänd"]
        assert by_name["Delas av flera kommuner"] == ["–", "18,0 mn kr"]
        assert by_name["Beviljat, summan okänd"] == ["0", "1"]
        assert by_name["Städer med bidrag"] == ["1 av 3", "1 av 3"]


def test_each_funders_money_in_a_city_stands_on_its_own_side() -> None:
    """F1 gave Provstad 0001 four million and its company one; F2 gave 0002 an unknown sum."""
    page = shown("vy=tva-finansiarer")
    cities = page[page.index('class="pair-cities"') :].split("</table>")[0]
    head, *rows = [
        [plain(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in cities.split("<tr")[1:]
    ]
    assert (head[0], head[2]) == ("F1", "F2")
    assert rows == [
        ["5,0 mn kr", "Provstad 0001", "–"],
        ["–", "Provstad 0002", "okänd"],
    ]


def test_each_kind_of_money_is_told_with_its_sum_and_is_a_way_to_it() -> None:
    page = shown()
    kinds = page[page.index("portfolio-kinds") : page.index("portfolio-chips")]
    assert re.findall(r"<strong>([^<]+)<", kinds) == ["28,0 mn kr"]


def test_another_view_is_a_choice_of_the_address_that_chips_leave_alone() -> None:
    page = shown("vy=rader&finansiar=F1")
    assert 'href="/sv/portfolj?finansiar=F1"' in page[page.index("portfolio-views") :]
    assert 'href="/sv/portfolj?vy=rader"' in page[page.index("portfolio-chips") :]


def test_a_plans_cost_of_one_kind_stands_beside_what_its_city_has() -> None:
    page = shown("vy=behov")
    table = page[page.index('class="plan-needs"') :].split("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(?:<a[^>]*>)?([^<]*)", row) for row in table.split("<tr")[2:]]
    assert rows == [
        ["Provstad 0001", "Investering, hela åtgärden", "2,0–3,0 mn kr", "1 av 2", "5,0 mn kr"],
        ["Provstad 0002", "Investering, hela åtgärden (EUR)", "4,0 mn EUR", "1 av 1", "okänd"],
    ]
    assert 'class="plan-needs"' not in shown()


@pytest.mark.parametrize(
    ("query", "path", "heading", "words"),
    [
        (
            "belopp=sokt&beslut=avslaget",
            "/sv/portfolj",
            "Beslut",
            ("sökt", "avslaget", "återtaget"),
        ),
        (
            "amounts=applied&decision=rejected",
            "/en/portfolio",
            "Decision",
            ("applied for", "rejected", "withdrawn"),
        ),
    ],
)
def test_what_was_refused_or_withdrawn_is_a_choice_of_its_own(
    query: str, path: str, heading: str, words: tuple[str, ...]
) -> None:
    """With how many rows each decision has, whatever is chosen of the decisions."""
    decisions = ["rejected", "withdrawn", "applied", "rejected", "granted", "granted"]
    kinds = ["applied", "applied", "applied", "applied", "granted", "granted"]
    frame = FRAME.assign(
        decision=pd.Categorical(decisions), kind=pd.Categorical(kinds), repeats=False
    )
    page = shown(query, path, frame=frame)
    facet = page[page.index(f"<summary>{heading}</summary>") :]
    counts = dict(
        re.findall(r'choice-name">([^<]*)</span><span class="choice-count">([^<]*)<', facet)[:3]
    )
    asked, rejected, withdrawn = words
    assert counts == {rejected: "2", asked: "1", withdrawn: "1"}
    (chip, *_) = re.findall(r'class="chip"[^>]*>([^<]*)<', page.split("portfolio-chips")[1])[1:]
    assert chip == f"{heading}: {rejected}"
    applied = query.partition("&")[0]
    assert f'href="{path}?{applied}"' in page  # the chip takes it back
