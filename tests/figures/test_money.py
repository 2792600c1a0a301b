"""Each sum of the pages of cities' money, in both languages, worked out again from seed_data/."""

import re
from collections import Counter, defaultdict

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_money_files import granted_in_seed, seed_kronor
from tests.figures.pages import cells, in_swedish, numbers, part, rounded, shown, words
from tests.figures.rates import NEWEST
from tests.layouts.reading import table
from tests.seed_figures import lines, sectors

CITIES = {
    "1880": "orebro",
    "1280": "malmo",
    "0380": "uppsala",
    "1283": "helsingborg",
    "1281": "lund",
    "1440": "ale",
}
PATHS = {"sv": "/sv/kommun/{}/pengar", "en": "/en/municipality/{}/money"}
SCALE = {"mn": 1e6, "miljoner": 1e6, "million": 1e6, "md": 1e9, "miljarder": 1e9, "bn": 1e9,
         "billion": 1e9}  # fmt: skip
AMOUNT = re.compile(rf"(\d(?:[\d ]*\d)?(?:,\d+)?)(?: ({'|'.join(SCALE)})\b)?")


def kronor(told: str) -> list[float]:
    """The amounts of words: of a range both ends, in the scale that stands after it."""
    found = AMOUNT.findall(told)
    last = next((scale for _, scale in reversed(found) if scale), "")
    joined = re.fullmatch(r"\D*[\d ,]+–[\d ,]+\D*", told) is not None
    return [
        numbers(value)[0] * SCALE.get(scale or (last if joined else ""), 1)
        for value, scale in found
    ]


def about(value: float) -> object:
    """Money in words: three figures, or one decimal of a million."""
    return pytest.approx(value, rel=0.0051, abs=max(0.51, 50_001 if value >= 1e6 else 0.51))


@pytest.fixture(params=CITIES, ids=list(CITIES.values()))
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(reader: FlaskClient, code: str, lang: str) -> str:
    return shown(reader, PATHS[lang].format(CITIES[code]))


Rows = list[dict[str, str]]


def grants(code: str) -> tuple[Rows, Rows, Rows]:
    """Granted to the municipality, to another in it alone, and to several municipalities."""
    own, others, shared = Rows(), Rows(), Rows()
    for row in granted_in_seed():
        places = [each for each in row["municipalities"].split(";") if each]
        if row["beneficiary_municipality_code"] == code:
            own.append(row)
        elif row["beneficiary_municipality_code"]:
            if code in places:
                shared.append(row)
        elif places == [code]:
            others.append(row)
        elif code in places:
            shared.append(row)
    return own, others, shared


def sums(rows: Rows) -> list[float]:
    return [sek for row in rows if (sek := seed_kronor(row)) is not None]


def test_what_is_granted_is_summed_by_who_receives_it(page: str, code: str, lang: str) -> None:
    own, others, shared = grants(code)
    caption = ("Kända belopp per slag", "Known amounts by kind")[lang == "en"]
    if not own and not others and "<table" not in part(page, "slag"):
        return
    rows = {row[0]: row[1:] for row in cells(part(page, "slag"), caption, lang)}
    told = rows[("Beviljat", "Granted")[lang == "en"]]
    for cell, members in zip(told, (own, others), strict=False):
        known = sums(members)
        if not members:
            assert numbers(cell) == []
            continue
        amount, *counts = kronor(cell)
        if known:
            assert amount == about(sum(known))
        assert counts == (
            [len(known)] if len(known) == len(members) else [len(known), len(members)]
        )
    if shared:
        assert numbers(told[2]) == [len(shared)]


def test_the_lead_tells_sum_and_number_and_what_of_it_is_climate(
    page: str, code: str, lang: str
) -> None:
    own, *_ = grants(code)
    lead = words(page.partition('class="lead">')[2].partition("</p>")[0], lang)
    known = sums(own)
    if not known:
        assert re.search(r"mil", lead) is None or CITIES[code] != "ale"
        return
    read = kronor(lead)
    assert read[:2] == [about(sum(known)), len(known)]
    marked = [row for row in own if row["is_climate"] == "true"]
    climate = sums(marked)
    if climate:
        assert about(sum(climate)) in read[2:] or sum(climate) == sum(known)
        assert float(len(climate)) in read[2:] or len(climate) == len(known)


def test_each_year_has_the_grants_that_were_decided_or_began_in_it(
    page: str, code: str, lang: str
) -> None:
    own, others, _ = grants(code)
    expected: dict[tuple[int, int], float] = defaultdict(float)
    for column, members in enumerate((own, others)):
        for row in members:
            sek, year = seed_kronor(row), row["decision_year"] or row["start"][:4]
            if sek is not None and year:
                expected[int(year), column] += sek
    if not expected:
        return
    caption = ("Kända belopp per år", "Known amounts by year")[lang == "en"]
    used = sorted({column for _, column in expected})
    read = {}
    for row in table(part(page, "ar-for-ar-heading"), caption):
        year, *cells_ = (in_swedish(cell, lang) for cell in row.values())
        granted = [
            cell
            for head, cell in zip(list(row)[1:], cells_, strict=True)
            if re.match(r"(?:Beviljat|Granted)(?!.*(?:okänd|unknown))", head)
        ]
        for column, cell in zip(used, granted, strict=True):
            if numbers(cell):
                read[int(year), column] = numbers(cell)[0]
    assert read == {key: rounded(value) for key, value in expected.items()}


def test_the_flows_carry_what_each_funder_granted(page: str, code: str, lang: str) -> None:
    own, others, _ = grants(code)
    if 'id="floden-heading"' not in page:
        assert len({row["funder"] for row in (*own, *others) if seed_kronor(row)}) < 3
        return
    section = part(page, "floden-heading")
    caption = re.search(r"<caption[^>]*>([^<]*)", section)
    assert caption is not None
    rows = cells(section, caption[1].strip(), lang)
    starts, ends = {row[0] for row in rows}, {row[1] for row in rows}
    by_funder: dict[str, float] = defaultdict(float)
    for row in (*own, *others):
        by_funder[row["funder"]] += seed_kronor(row) or 0.0
    known = sorted(value for value in by_funder.values() if value)
    first: dict[str, float] = defaultdict(float)
    for start, _, amount in rows:
        if start not in ends:
            first[start] += numbers(amount)[0]
    assert sorted(first.values()) == [pytest.approx(each, abs=3) for each in known]
    last = sum(numbers(amount)[0] for _, end, amount in rows if end not in starts)
    assert last == pytest.approx(sum(known), abs=len(rows))
    lead = words(section.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    total, number, largest, *_ = kronor(lead)
    assert (total, number) == (about(sum(known)), len(sums([*own, *others])))
    assert largest == about(known[-1])


GROUPS = (
    ("transport", "machinery"),
    ("energy", "heating"),
    ("industry", "products"),
    ("agriculture",),
    ("waste",),
    ("international_transport",),
)


def test_tonnes_and_granted_kronor_by_sector(page: str, code: str, lang: str) -> None:
    if 'id="sektorer"' not in page or "<table" not in part(page, "sektorer"):
        return
    section = part(page, "sektorer")
    caption = ("Andelar per sektor", "Shares by sector")[lang == "en"]
    rows = cells(section, caption, lang)
    tonnes = {
        sector: value
        for (of, year, sector), value in sectors(NEWEST["co2e"]).items()
        if (of, year) == (code, 2024)
    }
    total = sum(tonnes.values())
    expected = [sum(tonnes[sector] for sector in group) for group in GROUPS]
    assert sorted(tonnes) == sorted(sector for group in GROUPS for sector in group)
    read = []
    for _, emitted, *_ in rows[: len(GROUPS)]:
        share, amount = numbers(emitted)[:2]
        thousands = 1000 if re.search(r"(?:tusen|miljoner|million)", emitted) else 1
        read.append((share, amount * thousands))
    for (share, amount), value in zip(read, expected, strict=True):
        small = 100 * value / total < 0.5
        assert share == (1 if small else rounded(100 * value / total))
        assert amount == pytest.approx(value, rel=0.0051, abs=0.51)
    own, others, _ = grants(code)
    granted = sum(sums([*own, *others]))
    if granted:
        last = kronor(rows[-1][-1])
        assert last[0] == 100
        assert last[1] == about(granted)


def actions(code: str) -> Rows:
    """The plan's actions, a project that stands twice once."""
    result: dict[object, dict[str, str]] = {}
    for row in lines("investment_actions.csv"):
        if (row["municipality_code"], row["row_level"]) == (code, "action"):
            same = (row["cost_low"], row["shared_effect_group"])
            result[same if all(same) else row["action_id"]] = row
    return list(result.values())


def test_the_plans_costs_are_added_kind_by_kind(page: str, code: str, lang: str) -> None:
    every = [
        row
        for row in lines("investment_actions.csv")
        if (row["municipality_code"], row["row_level"]) == (code, "action")
    ]
    section = part(page, "plan")
    if not every:
        assert "<table" not in section
        return
    by_kind: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in actions(code):
        if row["cost_low"]:
            low, high = float(row["cost_low"]), float(row["cost_high"] or row["cost_low"])
            kind = (row["cost_kind"], row["cost_period"], row["cost_currency"])
            by_kind[kind].append((low, high))
    caption = ("Planens kostnader", "The plan’s costs")[lang == "en"]
    rows = cells(section, caption, lang)
    expected = sorted(
        (len(each), sum(low for low, _ in each), sum(high for _, high in each))
        for each in by_kind.values()
    )
    read = sorted((numbers(row[2])[0], *ends(row[1])) for row in rows)
    assert read == [(n, about(low), about(high)) for n, low, high in expected]
    lead = words(section.partition("<p>")[2].partition("</p>")[0], lang)
    assert numbers(lead)[:2] == [sum(bool(row["cost_low"]) for row in every), len(every)]


def ends(told: str) -> tuple[float, float]:
    """Both ends of a range, or a single amount twice."""
    read = kronor(told)
    return read[0], read[-1]


def test_kronor_per_tonne_are_all_costs_through_all_effects(
    page: str, code: str, lang: str
) -> None:
    """Of what is sure alone; an effect that several share needs the costs of all of them."""
    caption = ("Planens kronor per ton", "The plan’s cost per tonne")[lang == "en"]
    every = [
        row
        for row in lines("investment_actions.csv")
        if (row["municipality_code"], row["row_level"]) == (code, "action")
    ]
    if not every:
        assert caption not in page
        return
    alone = {
        row["shared_effect_group"]
        for row in every
        if row["shared_effect_group"] and not row["cost_low"]
    }
    kinds: dict[tuple[str, str], Rows] = defaultdict(list)
    for row in actions(code):
        sure = set(row["quality_flag"].split(";")) <= {"ok", "range", "shared_effect"}
        whole = row["cost_period"] == "total" and row["shared_effect_group"] not in alone
        if sure and whole and row["cost_low"] and row["reduction_low_t"]:
            kinds[row["reduction_period"], row["cost_kind"]].append(row)
    expected = []
    for rows in kinds.values():
        effects = {row["shared_effect_group"] or row["action_id"]: row for row in rows}.values()
        costs = [sum(float(row[f"cost_{end}"]) for row in rows) for end in ("low", "high")]
        effect = [
            sum(float(row[f"reduction_{end}_t"]) for row in effects) for end in ("low", "high")
        ]
        ratio = costs[0] / effect[1] if effect[1] else 0.0
        expected.append((len(rows), *costs, *effect, ratio))
    read = [
        (numbers(covered)[0], *ends(cost), *ends(effect), kronor(per_tonne)[0])
        for what, per_tonne, cost, effect, covered in cells(page, caption, lang)
        if re.match(r"Minskade|(?:Lower|Less|Reduced|Emission)", what)
    ]
    told: list[tuple[object, ...]] = [
        (n, about(low), about(high), about(least), about(most), pytest.approx(each, rel=0.051))
        for n, low, high, least, most, each in sorted(expected)
    ]
    assert [*map(tuple, sorted(read))] == told


def test_bonds_are_told_as_their_source_has_them(page: str, code: str, lang: str) -> None:
    rows_ = (row for row in lines("stocks.csv") if row["municipality_code"] == code)
    stocks = sorted(rows_, key=lambda row: row["at"])
    assert ('id="obligationer"' in page) is bool(stocks)
    if not stocks:
        return
    caption = ("Utestående gröna", "Green bonds outstanding")[lang == "en"]
    section = part(page, "obligationer")
    caption = plain_caption(section)
    rows = cells(section, caption, lang)
    assert len(rows) == len(stocks)
    for row, (_, new, total, _) in zip(stocks, rows, strict=True):
        assert kronor(new) == ([about(float(row["issued"]))] if row["issued"] else [])
        assert kronor(total) == [about(float(row["total"]))]


def plain_caption(section: str) -> str:
    found = re.search(r"<caption[^>]*>([^<]*)", section)
    assert found is not None
    return found[1].strip()


def test_the_rows_behind_the_sums_are_counted_and_have_their_own_amounts(
    page: str, code: str, lang: str
) -> None:
    own, _, shared = grants(code)
    section = part(page, "rader") if 'id="rader"' in page else ""
    if not own:
        return
    summaries = [words(each, lang) for each in re.findall(r"<summary>(.*?)</summary>", section)]
    counts = [int(one) for each in summaries for one in re.findall(r"\((\d+)[,)]", each)]
    assert counts[0] >= len(own)
    assert len(shared) in counts or counts[-1] > len(shared)
    rows = cells(section, plain_caption(section), lang)
    read = sorted(
        numbers(row[5])[0]
        for row in rows
        if numbers(row[5]) and re.search(r"beviljat|granted", row[4])
    )
    for each in sums(own):
        found = next((one for one in read if one == rounded(each)), None)
        assert found is not None, each
        read.remove(found)
    assert len(read) <= counts[0] - len(own), "what another row tells too, or is not granted"


def test_each_source_of_grants_has_its_rows_and_those_of_the_place(
    page: str, code: str, lang: str
) -> None:
    section = part(page, "kallor")
    every: Counter[str] = Counter()
    here: Counter[str] = Counter()
    for row in lines("grants.csv"):
        every[row["source_id"]] += 1
        places = {row["beneficiary_municipality_code"], *row["municipalities"].split(";")}
        here[row["source_id"]] += code in places
    rows = cells(section, plain_caption(section), lang)
    read = sorted((numbers(row[1])[0], numbers(row[2])[0]) for row in rows)
    assert read == sorted((every[source], here[source]) for source in every)
