"""Sectors, indicators, promises, packages and sources of a city's page, in both languages, worked
out again from seed_data/."""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from statistics import median

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import (
    CITIES,
    PLACE,
    cells,
    in_swedish,
    numbers,
    part,
    rounded,
    shown,
    words,
)
from tests.figures.rates import BEGINS, NEWEST, levels, rate, variants
from tests.layouts.reading import figures, plain
from tests.seed_figures import SEED, contract_cities, lines, municipalities, per_person, sectors

RELEASE, LATEST = NEWEST["co2e"], 2024


@pytest.fixture(params=CITIES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(reader: FlaskClient, code: str, lang: str) -> str:
    return shown(reader, PLACE[lang].format(CITIES[code]))


def has(html: str, heading: str) -> bool:
    return f'id="{heading}"' in html


def close(value: float) -> object:
    """As words round it: to three figures, or to whole thousands."""
    return pytest.approx(value, rel=0.0051, abs=0.51)


@cache
def by_sector(code: str) -> Mapping[int, Mapping[str, float]]:
    result: dict[int, dict[str, float]] = {}
    for (of, year, sector), tonnes in sectors(RELEASE).items():
        if of == code:
            result.setdefault(year, {})[sector] = tonnes
    return result


def amount(words: str) -> list[float]:
    """Tonnes in words, thousands written out."""
    found = re.findall(r"([+−]?\d(?:[\d ]*\d)?(?:,\d+)?)( tusen| miljoner| million)?", words)
    scale = {"": 1, " tusen": 1e3, " miljoner": 1e6, " million": 1e6}
    return [numbers(one)[0] * scale[unit] for one, unit in found]


def test_each_sector_of_each_year_and_their_sum(page: str, code: str, lang: str) -> None:
    section = part(page, "sectors-chart-heading")
    told = cells(section, ("Utsläppen", "Emissions")[lang == "en"], lang)
    known = by_sector(code)
    assert [int(row[0]) for row in told] == sorted(known)
    largest = sorted(known[LATEST], key=lambda sector: -known[LATEST][sector])
    for year, *values, total in told:
        of = known[int(year)]
        assert [numbers(one) for one in values] == [[rounded(of[sector])] for sector in largest]
        assert numbers(total) == [rounded(sum(of.values()))]


def test_the_words_on_sectors_tell_shares_and_the_largest_change(
    page: str, code: str, lang: str
) -> None:
    section = part(page, "sectors-chart-heading")
    lead = words(section.partition("<figcaption>")[2].partition("</figcaption>")[0], lang)
    now, before = by_sector(code)[LATEST], by_sector(code)[LATEST - 1]
    shares = sorted((100 * each / sum(now.values()) for each in now.values()), reverse=True)
    read = [float(one) for one in re.findall(r"(\d+) ?%", lead)]
    assert read == [rounded(each) for each in shares[: len(read)]]
    assert len(read) == 2
    changes = {sector: now[sector] - before[sector] for sector in now if sector != BEGINS}
    largest = max(changes.values(), key=abs)
    assert amount(lead)[-1] == close(abs(largest))
    rose = re.search(r"ökade|rose", lead) is not None
    assert rose is (largest > 0)
    new = re.search(
        r"(?:Av utsläppen|Of the emissions).*?(?:ny räkning|newly counted)", words(section, lang)
    )
    if now[BEGINS] > 0.5:
        assert new is not None
        assert amount(new[0])[-1] == close(now[BEGINS])
    carried = re.search(r"(\d+) (?:av|of) (\d+) ", words(section, lang).partition(". ")[2])
    assert carried is not None
    same = sum(
        tonnes > 0 and abs(sectors(RELEASE)[of, LATEST - 1, sector] / tonnes - 1) <= 0.002
        for (of, year, sector), tonnes in sectors(RELEASE).items()
        if (year, sector) == (LATEST, "heating")
    )
    assert carried.groups() == (str(same), "290")


def test_the_tiles_tell_tonnes_place_and_changes(page: str, code: str, lang: str) -> None:
    """What compares two years leaves out a sector that begins between them."""
    tiles = page.partition('<dl class="tiles">')[2].partition("</dl>")[0]
    told = [[in_swedish(one, lang) for one in each] for each in figures(tiles).values()]
    now, before = by_sector(code)[LATEST], by_sector(code)[LATEST - 1]
    known, everyone = levels(code), per_person(RELEASE, LATEST)
    (tonnes, largest), (person, among), (year, moved), (since, country) = told
    assert amount(tonnes)[0] == close(sum(now.values()))
    assert numbers(largest)[0] == rounded(100 * max(now.values()) / sum(now.values()))
    assert numbers(person)[0] == rounded(everyone[code], 1)
    below = sum(value < everyone[code] for value in everyone.values())
    assert numbers(among) == [rounded(median(everyone.values()), 1), below + 1, 290]
    change = 100 * (sum(now.values()) / sum(before.values()) - 1)
    assert numbers(year) == [rounded(change)]
    steps = [now[sector] - before[sector] for sector in now if sector != BEGINS]
    assert amount(moved)[-1] == close(max(steps) if change > 0 else min(steps))
    assert numbers(since) == [rounded(100 * (known[LATEST] / known[1990] - 1))]
    everywhere = [sum(levels(of)[at] for of in municipalities()) for at in (LATEST, 1990)]
    assert numbers(country) == [rounded(100 * (everywhere[0] / everywhere[1] - 1))]


@cache
def indicators() -> Mapping[str, Mapping[str, Mapping[int, float]]]:
    """Id → code → year → value."""
    result: dict[str, dict[str, dict[int, float]]] = {}
    for file in sorted((SEED / "indicators").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                of = result.setdefault(row["indicator_id"], {})
                own = of.setdefault(row["municipality_code"], {})
                own[int(row["year"])] = float(row["value"])
    return result


MOVES = {
    "sv": ("ökar", "minskar", "små ändringar", "för få år", "osäkert"),
    "en": ("rising", "falling", "small changes", "too few years", "uncertain"),
}


def movement(known: Mapping[int, float]) -> tuple[int, bool] | None:
    """Whether a value rises (0), falls (1) or does neither (2), and whether that is unsure."""
    recent = {year: value for year, value in known.items() if year >= 2015}
    used = recent if len(recent) >= 4 else known
    if len(used) < 4:
        return None

    def way(fall: float) -> int:
        return 1 if fall > 0.01 else 0 if fall < -0.01 else 2

    main = way(rate(used, min(used), max(used)))
    return main, {0, 1} <= {main, *map(way, variants(used, None))}


def test_each_indicator_tells_value_change_movement_and_place(
    page: str, code: str, lang: str
) -> None:
    caption = ("Senaste värden", "Latest values")[lang == "en"]
    told = {row[0]: row[1:] for row in cells(part(page, "indicators"), caption, lang)}
    known = {row["indicator_id"]: row for row in lines("indicators.csv")}
    expected = {own for own, of in indicators().items() if code in of}
    assert len(told) == len(expected)
    for own in expected:
        row, values = known[own], indicators()[own][code]
        latest, change, moves, cities, everyone = told[in_swedish(row[f"name_{lang}"], lang)]
        share = row["unit_en"] == "share"
        decimals = int(row["decimals"]) - (2 if share else 0)
        year = max(values)
        value, at = numbers(latest)[0], numbers(latest)[-1]
        assert (value, at) == (rounded((100 if share else 1) * values[year], decimals), year)
        earlier = sorted(values)[-2:-1]
        if earlier:
            before = values[earlier[0]]
            difference = values[year] - before
            step = rounded(100 * difference, 1) if share else rounded(100 * difference / before)
            assert numbers(change) == [step, earlier[0]], own
        else:
            assert change == "–"
        movement_ = movement(values)
        rises = MOVES[lang]
        if movement_ is None:
            assert moves == rises[3]
        else:
            assert moves == rises[movement_[0]] + (f", {rises[4]}" if movement_[1] else ""), own
        same = {of: each[year] for of, each in indicators()[own].items() if year in each}
        for place, members in ((cities, contract_cities()), (everyone, municipalities())):
            group = {of: each for of, each in same.items() if of in members}
            if code not in group:
                assert numbers(place) == []
                continue
            up = row["desired"] == "up"
            better = sum(
                (each > group[code]) is up and each != group[code] for each in group.values()
            )
            assert numbers(place) == [better + 1, len(group)], own


@cache
def states() -> Mapping[str, str]:
    """Id of a promise, an activity or a package → its newest reported state."""
    result = {
        row[key]: (row["status_date"], row["status"])
        for file, key in (("activities.csv", "activity_id"), ("work_packages.csv", "package_id"))
        for row in lines(file)
        if row["status"] not in ("", "unknown")
    }
    for row in lines("statuses.csv"):
        if row["date"] >= result.get(row["id"], ("", ""))[0]:
            result[row["id"]] = (row["date"], row["status"])
    return {own: state for own, (_, state) in result.items()}


STATE = {
    "sv": {"done": "klart", "running": "pågår", "not_begun": "ej påbörjat", "": "status inte"},
    "en": {"done": "done", "running": "in progress", "not_begun": "not started", "": "status not"},
}


def passed(due: str) -> bool:
    """All the due days of the files had passed when the product was made."""
    return due[:1] == "2"


def test_the_card_of_promises_counts_what_is_late_done_and_not_reported(
    page: str, code: str, lang: str
) -> None:
    card = re.findall(r'class="small-card">(.*?)</section>', page, re.S)[2]
    own = [
        (row["commitment_id"], row["due"])
        for row in lines("commitments.csv")
        if row["municipality_code"] == code
    ] + [
        (row["activity_id"], row["end"])
        for row in lines("activities.csv")
        if row["municipality_code"] == code
    ]
    done = sum(states().get(each) == "done" for each, _ in own)
    late = sum(passed(due) and states().get(each) not in ("done", "stopped") for each, due in own)
    unknown = sum(each not in states() for each, _ in own)
    expected = [len(own), late, done, unknown] if own else []
    assert numbers(words(card, lang)) == expected


def test_each_promise_and_activity_has_its_newest_state(page: str, code: str, lang: str) -> None:
    """A city's own and, with those, what all contract cities are promised."""
    if code not in contract_cities():
        assert not has(page, "commitments")
        return
    section = part(page, "commitments")
    promises = [r for r in lines("commitments.csv") if r["municipality_code"] in (code, "")]
    expected: Counter[tuple[str, str]] = Counter(
        (row[f"title_{lang}"], states().get(row["commitment_id"], "")) for row in promises
    )
    expected.update(
        (row[f"title_{lang}"], states().get(row["activity_id"], ""))
        for row in lines("activities.csv")
        if row["municipality_code"] == code
    )
    read: Counter[tuple[str, str]] = Counter()
    for markup in re.findall(r"<tr>(.*?)</tr>", section, re.S):
        row = [plain(one) for one in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", markup, re.S)]
        state = next(
            (
                own
                for own, name in STATE[lang].items()
                for cell in row[1:3]
                if cell.startswith(name)
            ),
            None,
        )
        if state is not None:
            read[row[0], state] += 1
    assert read == expected
    parties: dict[str, list[str]] = {}
    for promise in promises:
        kind = f"{promise['party_kind']} {promise['municipality_code']}"
        parties.setdefault(kind, []).append(promise["commitment_id"])
    heads = re.findall(r"<summary>([^<]*: \d+ (?:åtagande|commitment)[^<]*)", section)
    told = sorted(tuple(numbers(one.rpartition(": ")[2])) for one in heads)
    counts = [(len(own), sum(each in states() for each in own)) for own in parties.values()]
    assert told == sorted(tuple(one for one in pair if one) for pair in counts)


def test_packages_are_counted_and_have_their_newest_state(page: str, code: str, lang: str) -> None:
    own = [row for row in lines("work_packages.csv") if row["municipality_code"] == code]
    assert has(page, "packages") is bool(own)
    if own:
        section = part(page, "packages")
        lead = words(section.partition("<p>")[2].partition("</p>")[0], lang)
        known = [row for row in own if row["package_id"] in states()]
        assert numbers(lead) == [len(own), len(known)]
        caption = ("Arbetspaket med", "Work packages with")[lang == "en"]
        told = {row[0]: row[1] for row in cells(section, caption, "sv")}
        for row in own:
            state = states().get(row["package_id"], "")
            word = STATE[lang][state] if state else ("går inte", "cannot")[lang == "en"]
            assert told[row[f"title_{lang}"]].startswith(word), row["package_id"]


def test_signatories_of_a_local_contract_as_each_source_has_them(
    page: str, code: str, lang: str
) -> None:
    rows = [row for row in lines("local_contracts.csv") if row["municipality_code"] == code]
    assert has(page, "local") is bool(rows)
    if not rows:
        return
    section = part(page, "local")
    names = [
        r["organisation"] for r in lines("local_signatories.csv") if r["municipality_code"] == code
    ]
    caption = ("Undertecknare av", "Signatories of")[lang == "en"]
    told = [row[1].replace("about", "cirka") for row in cells(section, caption, lang)]
    assert told == [row["signatories"] for row in rows]
    lead = words(section.partition("<p>")[2].partition("</p>")[0], lang)
    assert numbers(lead)[0] == numbers(rows[-1]["signatories"])[0]
    about = re.search(r"ungefärligt|approximate", words(section, lang)) is not None
    assert about is rows[-1]["signatories"].startswith("cirka"), "of the number that is told"
    assert re.search(rf"\({len(names)}\)", words(section, lang))
    incomplete = re.search(r"(?:Listan har|The list has) [^.]*", words(section, lang))
    assert incomplete is not None
    assert numbers(incomplete[0]) == [len(names), numbers(rows[-1]["signatories"])[0]]


def test_a_budget_is_the_goals_own_tonnes(page: str, code: str, lang: str) -> None:
    own = [
        row
        for row in lines("goals.csv")
        if (row["kind"], row["municipality_code"]) == ("budget", code)
        and row["status"] == "adopted"
    ]
    card = words(re.findall(r'class="small-card">(.*?)</section>', page, re.S)[1], lang)
    assert has(page, "budget") is bool(own)
    for row in own:
        section = words(part(page, "budget"), lang)
        heading = in_swedish(row[f"title_{lang}"], lang)
        assert heading in section
        assert amount(card)[0] == close(float(row["budget_tonnes"]))
    if not own:
        assert numbers(card) == []


def test_sources_tell_how_many_rows_each_file_has(page: str, lang: str) -> None:
    caption = ("Det som sidan bygger på", "What the page is based on")[lang == "en"]
    told = cells(part(page, "sources"), caption, lang)
    files = {row["label"]: row["file"] for row in lines("releases.csv")}
    assert len(told) > 10
    for row in told:
        label = row[0].rpartition(" ")[2]
        known = list(lines(files[label]))
        assert numbers(row[4]) == [len(known)], label
        years = [int(each["year"]) for each in known if each.get("year")]
        if years and label != "events-2026":
            ends = sorted({min(years), max(years)})
            assert [abs(one) for one in numbers(row[1].replace("–", " – "))] == ends, label
