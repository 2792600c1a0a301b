"""Each figure of a meeting's views, in both languages, worked out again from seed_data/."""

import re
from collections import Counter

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import PLACE, cells, in_swedish, numbers, part, rounded, shown, words
from tests.figures.rates import (
    FIRST,
    NEWEST,
    YARDSTICK,
    Levels,
    attained,
    base,
    goals,
    levels,
    rate,
    target,
)
from tests.figures.test_city import STATE, amount, by_sector, close, passed, states
from tests.figures.test_money import about, grants, kronor, sums
from tests.layouts.reading import figures
from tests.seed_figures import lines, totals

CITIES = {"1880": "orebro", "2081": "borlange", "1280": "malmo"}
VIEWS = {"sv": "/mote?vy=alla", "en": "/meeting?view=all"}
LATEST = 2024
LEADS = {"1880": YARDSTICK, "2081": goals()["2081-G01"], "1280": goals()["1280-G01"]}
SHARED_WITHOUT_LATER_REPORT = {"ALL-C03"}
"""Reported within the last year; all other reports are older."""


@pytest.fixture(params=CITIES, ids=list(CITIES.values()))
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(reader: FlaskClient, code: str, lang: str) -> str:
    return shown(reader, PLACE[lang].format(CITIES[code]) + VIEWS[lang])


def pledges(code: str) -> dict[str, list[tuple[str, str]]]:
    """Party's kind → id and end of what it and, in contract cities, all are promised."""
    result: dict[str, list[tuple[str, str]]] = {}
    for row in lines("commitments.csv"):
        if row["municipality_code"] in (code, ""):
            result.setdefault(row["party_kind"], []).append((row["commitment_id"], row["due"]))
    own = [r for r in lines("activities.csv") if r["municipality_code"] == code]
    if own:
        result["activities"] = [(row["activity_id"], row["end"]) for row in own]
    return result


def standing(own: str, due: str) -> str:
    state = states().get(own, "")
    if state not in ("done", "stopped", "late") and passed(due):
        return "overdue"
    return state


ORDER = ("late", "overdue", "", "not_begun", "running", "done", "stopped")


def test_promises_stand_by_party_where_their_reports_put_them(
    page: str, code: str, lang: str
) -> None:
    caption = ("Hur långt parterna", "How far the parties")[lang == "en"]
    rows = cells(part(page, "promises"), caption, lang)
    expected = []
    for each in pledges(code).values():
        of = Counter(standing(*one) for one in each)
        expected.append([len(each), *(of[state] for state in ORDER)])
    read = [[numbers(row[0])[-1], *(numbers(cell)[0] for cell in row[1:])] for row in rows]
    assert sorted(read) == sorted(expected)


def test_what_is_not_reported_and_what_is_old_is_counted(page: str, code: str, lang: str) -> None:
    """That the state of an activity is unknown is no report of it."""
    every = [one for each in pledges(code).values() for one in each]
    silent = sum(own not in states() for own, _ in every)
    old = sum(own in states() and own not in SHARED_WITHOUT_LATER_REPORT for own, _ in every)
    overdue = sum(standing(*one) == "overdue" for one in every)
    told = words(part(page, "exceptions"), lang)
    of = len(every)
    assert re.search(rf"\b{silent} (?:av|of) {of} (?:åtaganden|commitments)", told), told
    if old:
        assert re.search(rf"\b{old} (?:av|of) {of} ", told), told
    asked = words(part(page, "questions"), lang)
    if overdue:
        assert re.search(rf"\b{overdue} (?:av|of) {of} ", asked), asked
    assert re.search(rf"\b{silent} (?:av|of) {of} ", asked)


def test_the_first_view_tells_the_pair_and_how_many_are_overdue(
    page: str, code: str, lang: str
) -> None:
    section = re.sub(r"<svg.*?</svg>", "", part(page, "position"), flags=re.S)
    goal, known = LEADS[code], levels(code)
    left, pace = target(goal, known), rate(known, FIRST, LATEST)
    needed = 100 * (1 - (left / known[LATEST]) ** (1 / (int(goal["target_year"]) - LATEST)))
    (first, second) = list(figures(section).values())[:2]
    at_least = base(goal, known) is None
    told = numbers(in_swedish(first[0], lang))
    assert told == ([int(needed)] if at_least else [rounded(needed, 1)])
    assert numbers(in_swedish(second[0], lang)) == [rounded(100 * abs(pace), 1)]
    own = [
        one
        for kind, each in pledges(code).items()
        for one in each
        if kind == "activities" or one[0][:3] in ("BOR", "ORE", "MAL")
    ]
    late = sum(standing(*one) == "overdue" for one in own)
    counted = re.search(
        r"(\d+) (?:försenade eller över tiden av|late or overdue of) (\d+)", words(section, lang)
    )
    if own:
        assert counted is not None
        assert counted.groups() == (str(late), str(len(own)))


def test_the_chart_tells_the_level_and_the_change(page: str, code: str, lang: str) -> None:
    section = part(page, "emissions-chart-heading")
    lead = words(section.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    known, whole = levels(code), totals(NEWEST["co2e"])
    read = re.search(r"(\d[\d ,]*) tusen (?:ton|tonnes), (\d+) ?%", lead)
    assert read is not None, lead
    assert 1000 * numbers(read[1])[0] == pytest.approx(whole[code, LATEST], abs=500)
    assert int(read[2]) == rounded(100 * abs(known[LATEST] / known[1990] - 1))
    rose = re.search(r"(?:ökade|rose)[^%]*?(\d+) ?%", lead)
    if rose is not None:
        change = whole[code, LATEST] / whole[code, LATEST - 1] - 1
        assert int(rose[1]) == rounded(100 * change)
    caption = ("Utsläppen ", "Emissions ")[lang == "en"]
    seen = 0
    for row in cells(section, caption, lang):
        year = int(row[0])
        if year <= LATEST and numbers(row[1]):
            assert numbers(row[1]) == [rounded(whole[code, year])]
            seen += 1
        elif year > LATEST:
            kept = known[LATEST] * (1 - rate(known, FIRST, LATEST)) ** (year - LATEST)
            assert numbers(row[2]) == [rounded(kept)]
            years = int(LEADS[code]["target_year"]) - LATEST
            ratio = target(LEADS[code], known) / known[LATEST]
            needed = known[LATEST] * ratio ** ((year - LATEST) / years)
            assert numbers(row[4]) == [rounded(needed)]
    assert seen == 10


def test_sectors_and_what_has_turned(page: str, code: str, lang: str) -> None:
    section = part(page, "sectors")
    known = by_sector(code)
    largest = sorted(known[LATEST], key=lambda sector: -known[LATEST][sector])
    for year, *values, total in cells(section, ("Utsläppen ", "Emissions ")[lang == "en"], lang):
        of = known[int(year)]
        assert [numbers(one) for one in values] == [[rounded(of[each])] for each in largest]
        assert numbers(total) == [rounded(sum(of.values()))]
    whole: Levels = {year: sum(of.values()) for year, of in known.items()}
    steps = {
        (round(100 * (of[LATEST] / of[LATEST - 1] - 1)), of[LATEST] - of[LATEST - 1])
        for of in (whole, *({y: known[y][each] for y in known} for each in known[LATEST]))
        if of[LATEST - 1]
    }
    turned = section.partition('class="meeting-list"')[2].partition("</ul>")[0]
    read = 0
    for item in re.findall(r"<li>(.*?)</li>", turned, re.S):
        told = re.search(r"(upp|ned|up|down) (\d+) ?% \(([^)]*)\)", words(item, lang))
        if told is None:
            continue
        sign = 1 if told[1].startswith("up") else -1
        size = amount(told[3])[0]
        assert any(
            share == sign * int(told[2]) and size == close(abs(step)) for share, step in steps
        ), item
        read += 1
    assert read >= 3


def test_money_is_that_of_the_citys_grants(page: str, code: str, lang: str) -> None:
    own, others, _ = grants(code)
    told = words(part(page, "money"), lang)
    for members, pattern in (
        (own, r"(?:Kommunen har beviljats|The municipality has been granted)(.*?)[.,] "),
        (others, r"(?:Andra mottagare|Other recipients).*?(?:beviljats|granted)(.*?)[)]"),
    ):
        read = re.search(pattern, told)
        known = sums(members)
        assert (read is not None) is bool(known), pattern
        if read is not None:
            assert kronor(read[1])[:2] == [about(sum(known)), len(known)]
    if sums(own):
        caption = ("Bidrag till", "Grants to")[lang == "en"]
        rows = cells(part(page, "money-chart-heading"), caption, lang)
        by_year: Counter[int] = Counter()
        for row in own:
            for sek in sums([row]):
                by_year[int(row["decision_year"] or row["start"][:4])] += round(sek)
        read_ = {int(row[0]): numbers(row[1])[0] for row in rows if numbers(row[1])}
        assert read_ == {year: rounded(value) for year, value in by_year.items()}


def test_goals_that_cannot_be_assessed_are_counted_with_why(
    page: str, code: str, lang: str
) -> None:
    in_force = [
        row
        for row in lines("goals.csv")
        if row["municipality_code"] == code and row["status"] in ("adopted", "interim", "long_term")
    ]
    told = words(part(page, "goals"), lang)
    read = re.search(r"(\d+) (?:mål går inte|goals cannot)[^:]*:([^.]*)\.", told)
    assert read is not None, told
    rows = 0
    if "<table" in part(page, "goals"):
        caption = ("Mål med bedömning", "Goals with a verdict")[lang == "en"]
        table_ = cells(part(page, "goals"), caption, lang)
        rows = len(table_)
        by_title = {in_swedish(row[f"title_{lang}"], lang): row for row in in_force}
        for title, verdict, _, needed, done in table_:
            goal = by_title[title]
            known = levels(code, goal)
            latest = max(known)
            left, years = target(goal, known), int(goal["target_year"]) - latest
            pace = rate(known, FIRST, latest)
            ratio = 100 * (1 - (left / known[latest]) ** (1 / years))
            unsaid = goal["kind"] == "state" and base(goal, known) is None
            assert numbers(needed) == ([int(ratio)] if unsaid else [rounded(ratio, 1)]), title
            assert numbers(done) == [rounded(100 * abs(pace), 1)], title
            if goal["kind"] != "annual_rate":
                answer = attained(known[latest], left, pace, years)
                assert answer == "no"
                assert re.search("nås inte|will not be met", verdict)
    assert int(read[1]) == len(in_force) - rows
    assert sum(numbers(read[2])) == int(read[1])
    in_words = sum(row["kind"] == "narrative" for row in in_force)
    if in_words:
        assert re.search(rf"(?:mål i ord|goal in words) \({in_words}\)", read[2])


PARTIES = {"orebro-kommun": "Örebro kommun", "formas": "Formas", "viable-cities": "Viable Cities"}


@pytest.mark.parametrize("slug", PARTIES)
def test_a_partys_page_counts_what_it_has_promised(
    reader: FlaskClient, slug: str, lang: str
) -> None:
    html = shown(reader, f"/{lang}/{'part' if lang == 'sv' else 'party'}/{slug}")
    name = PARTIES[slug]
    own = [
        row
        for row in lines("commitments.csv")
        if name in row["party"].split(", ")
        or row["party"] == name
        or (
            row["party_kind"] == "municipality"
            and not row["municipality_code"]
            and "kommun" in name
        )
    ]
    of = Counter(standing(row["commitment_id"], row["due"]) for row in own)
    silent = sum(row["commitment_id"] not in states() for row in own)
    lead = words(html.partition('class="lead">')[2].partition("</p>")[0], lang)
    assert numbers(lead)[0] == len(own)
    if silent < len(own):
        assert numbers(lead)[1] == len(own) - silent
    told = [numbers(in_swedish(each[0], lang))[:2] for each in figures(html).values()][:5]
    expected = [of["done"], of["running"], of["late"], of["overdue"], silent]
    assert told == [[n, len(own)] for n in expected]
    rows = re.findall(r"<tr[ >].*?</tr>", html.partition('id="activities"')[0], re.S)
    promised = [row for row in rows if re.search(r"avsnitt|section", row)]
    assert len(promised) == len(own)
    for row in own:
        state = standing(row["commitment_id"], row["due"])
        mine = [each for each in promised if row["quote_sv"] in words(each, "sv")]
        assert mine, row["commitment_id"]
        label = {
            "overdue": ("tiden har gått ut", "overdue"),
            "": ("går inte att bedöma", "cannot be assessed"),
        }.get(state, (STATE["sv"].get(state, ""), STATE["en"].get(state, "")))[lang == "en"]
        assert any(label in words(each, "sv") for each in mine), row["commitment_id"]
