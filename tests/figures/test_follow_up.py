"""Each figure of the year's follow-up, in both languages, worked out again from seed_data/."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_money_files import granted_in_seed, seed_kronor
from tests.figures.pages import PLACE, part, shown, slugs
from tests.figures.rates import (
    YARDSTICK,
    attained,
    base,
    base_year,
    gas_of,
    goals,
    levels,
    rate,
    target,
)
from tests.layouts.reading import as_swedish, number, plain, table
from tests.seed_figures import contract_cities, inhabitants, lines, reported, sectors, totals

NEWEST, BEFORE, YEAR = "smhi-co2e-2026", "smhi-co2e-2025", 2024
PATHS = {"sv": "/sv/uppfoljning/2024", "en": "/en/follow-up/2024"}
CAPTIONS = {
    "standing": ("Vad varje stad gjorde", "What each city did"),
    "areas": ("Utsläpp 2024 och 2023", "Emissions in 2024 and 2023"),
    "cities": ("Kontraktsstäderna 2024", "The contract cities in 2024"),
    "parties": ("Åtaganden per part", "Commitments by party"),
    "activities": ("Aktiviteter och projekt per stad", "Activities and projects by city"),
    "packages": ("Arbetspaket och deras", "Work packages and their"),
    "money": ("Beviljat med kommunen som mottagare", "Granted with the municipality as"),
    "kinds": ("Stöd till kontraktsstäderna", "Support to the contract cities"),
    "known": ("Vad som är känt", "What is known"),
    "contracts": ("Kända versioner", "Known versions"),
    "local": ("Undertecknare av", "Signatories of"),
}
ENDED = "2024-12-31"


@pytest.fixture
def page(reader: FlaskClient, lang: str) -> str:
    response = reader.get(PATHS[lang])
    assert response.status_code == 200
    return str(response.text)


def rows(page: str, lang: str, which: str) -> list[list[str]]:
    """The cells of a table, with their figures as Swedish writes them."""
    caption = CAPTIONS[which][lang == "en"]
    write = str if lang == "sv" else as_swedish
    return [[write(cell) for cell in row.values()] for row in table(page, caption)]


def per_cent(words: str) -> float:
    return number(words.replace("+", ""))


def codes() -> dict[str, str]:
    return {name: code for code, name in contract_cities().items()}


def tonnes(release: str, members: Mapping[str, object] | None, year: int) -> float:
    known = totals(release)
    return sum(
        value
        for (code, of), value in known.items()
        if of == year and (members is None or code in members)
    )


def test_the_country_and_the_cities_together(page: str, lang: str) -> None:
    """The change is within one release; the restatement is between two, of the same year."""
    told = rows(page, lang, "areas")
    for (_, kilotonnes, change, restated, _), members in zip(
        told, (None, contract_cities()), strict=True
    ):
        now, before = (tonnes(NEWEST, members, year) for year in (YEAR, YEAR - 1))
        assert number(kilotonnes) == round(now / 1000)
        assert per_cent(change) == round(100 * (now / before - 1), 1)
        assert per_cent(restated) == round(
            100 * (before / tonnes(BEFORE, members, YEAR - 1) - 1), 1
        )


def test_each_city_has_its_own_tonnes_change_and_restatement(page: str, lang: str) -> None:
    told = rows(page, lang, "cities")
    assert {row[0] for row in told} == set(contract_cities().values())
    known, older = totals(NEWEST), totals(BEFORE)
    for name, kilotonnes, change, restated, *_ in told:
        code = codes()[name]
        now, before = known[code, YEAR], known[code, YEAR - 1]
        assert number(kilotonnes) == round(now / 1000), name
        assert per_cent(change) == round(100 * (now / before - 1), 1), name
        assert per_cent(restated) == pytest.approx(
            100 * (before / older[code, YEAR - 1] - 1), abs=0.0501
        ), name


def leading(reader: FlaskClient, code: str) -> Mapping[str, str]:
    """The goal that the city's own page tells first."""
    html = shown(reader, PLACE["sv"].format(slugs(reader)[code]))
    lead = re.search(r'class="city-badge" href="#goal-([^"]+)"', html)
    assert lead is not None, code
    return goals().get(lead[1].upper(), YARDSTICK)


def test_what_a_city_did_is_its_change_in_the_statistics_that_its_goal_is_held_against(
    reader: FlaskClient, page: str, lang: str
) -> None:
    """Without the sector that begins; all of it where the goal's own statistics end in 2023 or no
    goal is assessed. Nacka's goal is per person. The cause moved most the same way."""
    told = rows(page, lang, "standing")
    assert {row[0] for row in told} == set(contract_cities().values())
    compared, people = reported(NEWEST, without="international_transport"), inhabitants()
    causes = 0
    for name, _, change, cause, needed, *_ in told:
        code = codes()[name]
        goal = leading(reader, code)
        whole = goal is YARDSTICK or gas_of(goal) == "co2"
        of = totals(NEWEST) if whole else compared
        share = {"Nacka": people[code, YEAR - 1] / people[code, YEAR]}.get(name, 1.0)
        expected = 100 * (share * of[code, YEAR] / of[code, YEAR - 1] - 1)
        assert per_cent(change) == pytest.approx(expected, abs=0.0501), name
        asked = re.search(r"([\d,]+) ?%", needed.partition("·")[0])
        known = levels(code, goal)
        if asked is not None and known[YEAR - 1] > target(goal, known):
            assert number(asked[1]) == required(code, goal), name
        largest = re.search(r"([+−]\d+(?:,\d+)?)$", cause)
        if largest is not None:
            moves = sector_moves(code)
            most = max(moves) if per_cent(change) > 0 else min(moves)
            assert number(largest[1].replace("+", "")) == pytest.approx(most / 1000, abs=0.0501)
            causes += 1
    assert causes >= 10


def required(code: str, goal: Mapping[str, str]) -> object:
    """Per cent that the year had to give: the same share of every year left, of nothing left the
    same tonnes; of two bounds at least so many whole per cent."""
    known = levels(code, goal)
    years, before = int(goal["target_year"]) - (YEAR - 1), known[YEAR - 1]
    left = target(goal, known)
    if left == 0:
        return pytest.approx(100 / years, abs=0.0501)
    yearly = 100 * (1 - (left / before) ** (1 / years))
    unsaid = goal["kind"] == "state" and base(goal, known) is None
    return int(yearly) if unsaid else pytest.approx(yearly, abs=0.0501)


@cache
def sector_moves(code: str) -> tuple[float, ...]:
    """How many tonnes each sector of a municipality moved since the year before."""
    known = sectors(NEWEST)
    return tuple(
        tonnes - known[code, YEAR - 1, sector]
        for (of, year, sector), tonnes in known.items()
        if (of, year) == (code, YEAR)
    )


@cache
def reports() -> Mapping[str, tuple[str, str]]:
    """Id → day and state of its newest report up to the end of the year."""
    result: dict[str, tuple[str, str]] = {}
    own = [
        (row[key], row["status_date"], row["status"])
        for file, key in (("activities.csv", "activity_id"), ("work_packages.csv", "package_id"))
        for row in lines(file)
        if row["status"]
    ]
    later = [(row["id"], row["date"], row["status"]) for row in lines("statuses.csv")]
    for own_id, day, state in (*own, *later):
        if day <= ENDED and day >= result.get(own_id, ("", ""))[0]:
            result[own_id] = (day, state)
    return result


def has_passed(due: str) -> bool:
    """Whether a year, a month or a day had gone at the end of the year."""
    return bool(re.match(r"\d{4}", due)) and f"{due}-12-31"[:10] < ENDED


def counted(promises: list[tuple[str, str]]) -> tuple[int, int, int, int, int, int, int]:
    """All, done, running, late, not begun, stopped and unknown, of ids with their ends."""
    states: Counter[str] = Counter()
    for own_id, due in promises:
        state = reports().get(own_id, ("", "unknown"))[1]
        if state not in ("done", "stopped") and has_passed(due):
            state = "late"
        states[state] += 1
    names = ("done", "running", "late", "not_begun", "stopped", "unknown")
    assert set(states) <= set(names)
    a, b, c, d, e, f = (states[name] for name in names)
    return (len(promises), a, b, c, d, e, f)


def counts(row: list[str]) -> tuple[int, ...]:
    return tuple(int(number(cell)) for cell in row[1:8])


def test_commitments_are_counted_by_party_as_they_were_reported_at_the_end_of_the_year(
    page: str, lang: str
) -> None:
    of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in lines("commitments.csv"):
        of[row["party"]].append((row["commitment_id"], row["due"]))
    expected = sorted(counted(each) for each in of.values())
    told = sorted(
        tuple(int(number(cell)) for cell in row[1:8]) for row in rows(page, lang, "parties")
    )
    assert told == expected
    known = sum(own_id in reports() for each in of.values() for own_id, _ in each)
    every = sum(map(len, of.values()))
    assert re.search(rf"\b{known} (?:av|of) {every} ", plain(page))


def test_activities_are_counted_by_city_as_they_were_reported_at_the_end_of_the_year(
    page: str, lang: str
) -> None:
    of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in lines("activities.csv"):
        of[contract_cities()[row["municipality_code"]]].append((row["activity_id"], row["end"]))
    told = {
        row[0]: tuple(int(number(cell)) for cell in row[1:8])
        for row in rows(page, lang, "activities")
    }
    assert told == {name: counted(each) for name, each in of.items()}


def test_work_packages_tell_how_many_check_ins_they_have_had(page: str, lang: str) -> None:
    days: dict[str, list[str]] = defaultdict(list)
    for row in lines("work_packages.csv"):
        days[row["package_id"]] += [row["status_date"]] if row["status"] else []
    for row in lines("statuses.csv"):
        if row["id"] in days and row["date"] <= ENDED:
            days[row["id"]].append(row["date"])
    told = [row[3] for row in rows(page, lang, "packages")]
    read = [int(one[1]) if (one := re.match(r"(\d+),", words)) else 0 for words in told]
    assert sorted(read) == sorted(map(len, days.values()))


def millions(words: str) -> float | None:
    """Kronor of "57,0 mn kr" and "SEK 57,0 mn"; None of what is not known."""
    return number(words) if re.search(r"\d", words) else None


def test_money_to_the_municipalities_is_that_of_the_grants_of_the_year(
    page: str, lang: str
) -> None:
    granted: dict[tuple[str, int], float] = defaultdict(float)
    for row in granted_in_seed():
        code, kronor = row["beneficiary_municipality_code"], seed_kronor(row)
        year = int(row["decision_year"] or row["start"][:4] or 0)
        if code in contract_cities() and kronor is not None and year in (YEAR, YEAR - 1):
            granted[contract_cities()[code], year] += kronor / 1e6
    told = {
        (name, year): value
        for name, _, now, before in rows(page, lang, "money")
        for year, words in ((YEAR, now), (YEAR - 1, before))
        if (value := millions(words)) is not None
    }
    assert told == {key: round(value, 1) for key, value in granted.items()}
    sums = [
        (millions(now), millions(before))
        for name, _, now, before in rows(page, lang, "kinds")
        if re.match(r"(?:Beviljat|Granted)\b", name)
    ]
    expected = tuple(
        round(sum(value for (_, of), value in granted.items() if of == year), 1)
        for year in (YEAR, YEAR - 1)
    )
    assert sums == [expected]


def test_what_is_known_of_each_city_is_counted_in_its_rows(page: str, lang: str) -> None:
    plans: dict[str, list[bool]] = defaultdict(list)
    for row in lines("investment_actions.csv"):
        if row["row_level"] == "action":
            plans[row["municipality_code"]].append(bool(row["cost_low"]))
    activities = Counter(row["municipality_code"] for row in lines("activities.csv"))
    packages: dict[str, list[bool]] = defaultdict(list)
    for row in lines("work_packages.csv"):
        packages[row["municipality_code"]].append(row["package_id"] in reports())
    own: dict[str, list[bool]] = defaultdict(list)
    for row in lines("commitments.csv"):
        if row["municipality_code"]:
            own[row["municipality_code"]].append(row["commitment_id"] in reports())

    def pair(words: str) -> tuple[int, int] | None:
        found = re.match(r"(\d+) (?:av|of) (\d+)", words)
        return None if found is None else (int(found[1]), int(found[2]))

    def both(known: list[bool] | None) -> tuple[int, int] | None:
        return (sum(known), len(known)) if known else None

    told = rows(page, lang, "known")
    assert len(told) == len(contract_cities())
    for cells in told:
        name, code = cells[0], codes()[cells[0]]
        assert pair(cells[5]) == both(own.get(code)), name
        assert pair(cells[6]) == ((activities[code],) * 2 if activities[code] else None)
        assert pair(cells[7]) == both(packages.get(code)), name
        assert pair(cells[8]) == both(plans.get(code)), name
        missing = sum(words in ("saknas", "missing") for words in cells[1:11])
        assert pair(cells[11]) == (missing, 10), name


def test_versions_of_contracts_tell_how_many_goals_they_hold(page: str, lang: str) -> None:
    of: dict[str, dict[int, int]] = defaultdict(Counter)
    for row in lines("goals.csv"):
        if row["contract_version_year"] and row["status"] not in ("challenge", "calculated"):
            name = contract_cities()[row["municipality_code"]]
            of[name][int(row["contract_version_year"])] += 1
    told = {
        row[0]: {
            int(year): int(count)
            for year, count in re.findall(r"(\d{4}): (?:[^\d]*, )?(\d+) ", row[1])
        }
        for row in rows(page, lang, "contracts")
    }
    assert told.keys() == of.keys()
    assert told == {name: dict(years) for name, years in of.items()}


def test_signatories_of_local_contracts_are_told_as_the_source_has_them(
    page: str, lang: str
) -> None:
    known = [row["signatories"] for row in lines("local_contracts.csv") if row["at"] <= ENDED]
    told = [row[2] for row in rows(page, lang, "local")]
    assert [re.findall(r"\d+", words)[0] for words in told] == [
        re.findall(r"\d+", words)[0] for words in known
    ]
    assert [bool(re.match(r"cirka|about", words)) for words in told] == [
        "cirka" in words for words in known
    ]


WORDS = {
    "sv": {"no": "nås inte", "yes": "nås", "close": "nära", "reached": "nått",
           "depends": "beror på vad som menas", "towards": "minskar", "away": "ökar",
           "level": "små ändringar"},
    "en": {"no": "will not be met", "yes": "will be met", "close": "close", "reached": "reached",
           "depends": "depends on the meaning", "towards": "falling", "away": "rising",
           "level": "small changes"},
}  # fmt: skip


def read_again(goal: Mapping[str, str], until: int, *, before: bool = False) -> tuple[str, str]:
    """The answer and the direction of a goal on the years up to one."""
    every = levels(goal["municipality_code"], goal, before=before)
    known = {year: value for year, value in every.items() if year <= until}
    recent = {year: value for year, value in known.items() if year >= 2015}
    now, years = known[until], int(goal["target_year"]) - until
    pace = rate(recent, 2015, until)
    bounds = {target(goal, known)}
    if goal["kind"] == "state" and base(goal, known) is None:
        bounds.add(0.0)
    answers = {attained(now, left, pace, years) for left in bounds}
    if goal["state"] == "positive":
        answers = {"close" if answer in ("yes", "reached") else answer for answer in answers}
    way = "towards" if pace > 0.01 else "away" if pace < -0.01 else "level"
    return (answers.pop() if len(answers) == 1 else "depends"), way


def by_title(lang: str, city: str, title: str) -> Mapping[str, str]:
    (goal,) = (
        row
        for row in goals().values()
        if row["municipality_code"] == codes()[city] and row[f"title_{lang}"] == title
    )
    return goal


def test_each_verdict_that_moved_is_read_again_with_and_without_the_year(
    reader: FlaskClient, lang: str
) -> None:
    section = part(shown(reader, PATHS[lang]), "moved")
    moved, restated = (
        table(section, caption.strip()) for caption in re.findall(r"<caption[^>]*>([^<]*)", section)
    )
    words = WORDS[lang]
    for row in moved:
        city, title, old, new, *_, gap = row.values()
        goal = by_title(lang, city, title)
        readings = [read_again(goal, year) for year in (YEAR - 1, YEAR)]
        for told, (answer, way) in zip((old, new), readings, strict=True):
            assert told.lower().startswith(words[answer]), (city, told, answer)
            if told.endswith(tuple(words[each] for each in ("towards", "away", "level"))):
                assert told.endswith(words[way]), (city, told)
        assert readings[0] != readings[1]
        known = levels(codes()[city], goal)
        start = base(goal, known)
        if start is None or not re.search(r"\d", gap):
            continue
        since, until = base_year(goal), int(goal["target_year"])
        assert since is not None
        path = start - (start - target(goal, known)) * (YEAR - since) / (until - since)
        size = number(gap if lang == "sv" else as_swedish(gap))
        size *= 1e6 if re.search("miljon|million", gap) else 1
        assert size == pytest.approx(abs(known[YEAR] - path), rel=0.006), city
    for row in restated:
        city, title, then, now, *_ = row.values()
        goal = by_title(lang, city, title)
        for told, older in ((then, True), (now, False)):
            answer, way = read_again(goal, YEAR - 1, before=older)
            assert told.lower().startswith(words[answer]), (city, told)
            assert told.endswith(words[way]), (city, told)
    assert len(moved) >= 5
    assert len(restated) >= 3
    lead = plain(section)
    counted = re.search(
        r"(?:bättre för|improved for) (\d+) .*?(?:sämre för|worsened for) (\d+)", lead
    )
    assert counted is not None, lead
    better, worse = (int(one) for one in counted.groups())
    assert better + worse == sum(
        read_again(goal, YEAR - 1)[0] != read_again(goal, YEAR)[0]
        for goal in (by_title(lang, *list(row.values())[:2]) for row in moved)
    )
