"""Each step of each verdict on the pages of all contract cities and of two municipalities without a
contract, in both languages, worked out again from seed_data/."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from tests.figures.pages import PLACE, in_swedish, numbers, part, rounded, shown, slugs
from tests.figures.rates import (
    FIRST,
    YARDSTICK,
    Levels,
    attained,
    bands,
    base,
    base_year,
    gas_of,
    goals,
    levels,
    rate,
    smoothed,
    target,
    variants,
)
from tests.layouts.reading import figures, plain, table
from tests.seed_figures import contract_cities

STEPS = {
    "base": ("Basvärde", "Base value"),
    "target": ("Målvärde", "Target value"),
    "latest": ("Senaste värde,", "Latest value,"),
    "path": ("Målets bana", "The goal’s path in"),
    "gap": ("Avstånd till banan", "Gap to the path"),
    "needed": ("Krävs från", "Needed from"),
    "yearly": ("Varje år till målåret", "Each year to the target year"),
    "done": ("Gjort", "Done"),
    "smoothed": ("Utjämnad takt", "Smoothed pace"),
    "then": ("I samma takt", "At the same pace in"),
    "range": ("Spann", "Range in"),
    "close": ("Nära eller inte", "Close or not"),
    "change": ("Vad som skulle ändra", "What would change"),
}
TABLES = {
    "sv": ("År som takten räknas på", "Bedömningen med andra urval av år"),
    "en": ("Years that the pace is counted on", "The verdict with other choices of years"),
}
ATTAINED = {
    "reached": ("nått", "reached"),
    "yes": ("nås", "will be met"),
    "close": ("nära", "close"),
    "no": ("nås inte", "will not be met"),
    "awaiting": ("väntar på statistik", "awaiting statistics"),
}
UNCERTAIN = {"sv": "osäkert", "en": "uncertain"}
NO_TARGET = {"0580-G01"}
"""Neutral in carbon dioxide alone, and the year has passed without statistics."""


@dataclass(frozen=True)
class Told:
    """A goal's row of a page."""

    code: str
    goal: Mapping[str, str]
    badge: str
    markup: str
    steps: Mapping[str, str]
    known: Levels
    lang: str

    def verdict(self, pace: float) -> str:
        """What a yearly fall leads to: of a promised rate it alone is asked, and whether emissions
        are below zero no gross emissions tell."""
        if self.goal["kind"] == "annual_rate":
            promised = float(self.goal["rate_percent_per_year"]) / 100
            return "yes" if pace >= promised else "close" if pace >= 0.9 * promised else "no"
        left = target(self.goal, self.known)
        answer = attained(self.known[self.latest], left, pace, self.years)
        least = self.goal["kind"] == "state" and self.goal["state"] == "positive"
        return "close" if least and answer in ("reached", "yes") else answer

    @property
    def latest(self) -> int:
        return max(self.known)

    @property
    def at_least(self) -> bool:
        """Whether what is needed is the lenient of two bounds, or less than what is promised."""
        return self.goal["kind"] == "state" and (
            base(self.goal, self.known) is None or self.goal["state"] == "positive"
        )

    @property
    def gone(self) -> bool:
        """Whether the target year has passed."""
        return int(self.goal["target_year"]) < datetime.now(UTC).year

    @property
    def years(self) -> int:
        return int(self.goal["target_year"]) - self.latest

    @property
    def decimals(self) -> int:
        return 3 if "erson" in self.steps["latest"] else 0

    @property
    def recent(self) -> Levels:
        return {year: value for year, value in self.known.items() if year >= FIRST}

    @property
    def tested(self) -> Levels:
        """The years that the verdict rests on: of a yearly rate those from its base year."""
        if self.goal["kind"] != "annual_rate":
            return self.recent
        since, stated = int(self.goal["base_year"]), base(self.goal, self.known)
        assert stated is not None
        return {since: stated} | {y: value for y, value in self.recent.items() if y > since}

    def expects(self, step: str, *expected: float, decimals: int | None = None) -> None:
        read = numbers(self.steps[step])
        size = self.decimals if decimals is None else decimals
        told = [rounded(each, size) for each in expected]
        assert read == told, (self.goal["goal_id"], step, self.steps[step])


def told(reader: FlaskClient, lang: str) -> list[Told]:
    """Every goal with a reckoning of the cities and of Ale and Gotland."""
    result = []
    for code in (*contract_cities(), "1440", "0980"):
        section = part(shown(reader, PLACE[lang].format(slugs(reader)[code])), "goals")
        rows = section.split('<details class="goal-row" id="goal-')[1:]
        for row in rows:
            own = row.partition('"')[0].upper()
            goal = YARDSTICK if own.startswith("YARDSTICK") else goals()[own]
            named = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", row, re.S)
            pairs = [tuple(in_swedish(plain(each), lang) for each in pair) for pair in named]
            steps = {
                step: value
                for step, names in STEPS.items()
                for name, value in pairs
                if name.startswith(names[lang == "en"])
            }
            badge = re.search(r'<span class="verdict"[^>]*>(.*?)</span>', row, re.S)
            assert badge is not None
            result.append(Told(code, goal, plain(badge[1]), row, steps, levels(code, goal), lang))
    assert len(result) > 80
    return result


@pytest.fixture(scope="module", params=["sv", "en"])
def every(reader: FlaskClient, request: pytest.FixtureRequest) -> list[Told]:
    return told(reader, request.param)


def test_the_values_that_a_verdict_rests_on(every: list[Told]) -> None:
    for each in every:
        now = each.known[each.latest]
        each.expects("latest", now)
        from_ = base(each.goal, each.known)
        if "base" in each.steps:
            assert from_ is not None
            each.expects("base", from_)
        if each.goal["goal_id"] not in NO_TARGET:
            each.expects("target", target(each.goal, each.known))
        rows = table(each.markup, TABLES[each.lang][0])
        read = [
            (int(year), numbers(in_swedish(value, each.lang)))
            for year, value, _ in (row.values() for row in rows)
        ]
        assert read == [
            (year, [rounded(value, each.decimals)]) for year, value in sorted(each.recent.items())
        ]


def test_what_is_needed_and_what_was_done(every: list[Told]) -> None:
    needed = 0
    for each in every:
        now, last = each.known[each.latest], min(each.recent)
        pace = rate(each.known, last, each.latest)
        whole = each.decimals
        values = [1, rounded(now, whole), rounded(each.known[last], whole), 1, each.latest - last]
        read = numbers(each.steps["done"])
        assert read == [*values, rounded(100 * pace, 2)], each.goal["goal_id"]
        each.expects("smoothed", 100 * smoothed(each.recent), decimals=2)
        if each.gone or now <= target(each.goal, each.known):
            assert "needed" not in each.steps
            assert "yearly" not in each.steps
            continue
        left = target(each.goal, each.known)
        if left > 0 and now > left:
            yearly = 1 - (left / now) ** (1 / each.years)
            values = [1, rounded(left, whole), rounded(now, whole), 1, each.years]
            assert numbers(each.steps["needed"]) == [*values, rounded(100 * yearly, 2)]
            needed += 1
        then = now * (1 - pace) ** each.years
        each.expects("yearly", (now - left) / each.years, (now - then) / each.years)
        factor = (1, rounded(pace, 5), each.years)
        assert numbers(each.steps["then"]) == [rounded(now, whole), *factor, rounded(then, whole)]
        each.expects("close", now - then, now - left, 90)
    assert needed > 60


def test_the_path_of_a_goal_and_the_distance_to_it(every: list[Told]) -> None:
    paths = 0
    for each in every:
        from_, since = base(each.goal, each.known), base_year(each.goal)
        if "path" not in each.steps:
            assert from_ is None or each.goal["goal_id"] in NO_TARGET or each.gone
            continue
        assert from_ is not None
        assert since is not None
        passed, whole = each.latest - since, each.decimals
        if each.goal["kind"] == "annual_rate":
            yearly = float(each.goal["rate_percent_per_year"]) / 100
            path = from_ * (1 - yearly) ** passed
            told = [rounded(from_, whole), 1, rounded(yearly, 5), passed]
        else:
            left, of = target(each.goal, each.known), int(each.goal["target_year"]) - since
            path = from_ - (from_ - left) * passed / of
            told = [*(rounded(one, whole) for one in (from_, from_, left)), passed, of]
        assert numbers(each.steps["path"]) == [*told, rounded(path, whole)]
        now = each.known[each.latest]
        share = rounded(100 * (now / path - 1))
        gap = [rounded(one, whole) for one in (now, path, now - path)]
        assert numbers(each.steps["gap"]) == [*gap, share]
        paths += 1
    assert paths > 55


def test_the_verdict_and_each_of_its_variants(every: list[Told]) -> None:
    verdicts: Counter[str] = Counter()
    for each in every:
        own = each.goal["goal_id"]
        if each.gone:
            assert (
                ATTAINED["awaiting"][each.lang == "en"] in each.badge.lower() or own == "0182-G05"
            )
            continue
        tested = each.tested
        since = min(tested)
        pace = rate(tested, since, each.latest)
        main = each.verdict(pace)
        verdicts[main] += 1
        word = ATTAINED[main][each.lang == "en"]
        badge = each.badge.rpartition(": ")[2].lower()
        assert badge.partition(",")[0] == word, own
        if main == "reached":
            assert TABLES[each.lang][1] not in plain(each.markup), "none is needed"
            continue
        restated = each.goal["kind"] != "annual_rate"
        before = levels(each.code, each.goal, before=True).get(since) if restated else None
        expected = list(variants(tested, before))
        rows = table(each.markup, TABLES[each.lang][1])
        cells = [[in_swedish(cell, each.lang) for cell in row.values()] for row in rows]
        assert [numbers(row[1]) for row in cells] == [[rounded(100 * one, 1)] for one in expected]
        answers = [each.verdict(one) for one in expected]
        assert [row[2].lower() for row in cells] == [
            ATTAINED[answer][each.lang == "en"] for answer in answers
        ], own
        fragile = len(expected) < 3 or set(answers) != {main}
        assert (UNCERTAIN[each.lang] in badge) is fragile, own
    assert verdicts["no"] > 60
    assert verdicts["reached"] == 1
    assert verdicts["yes"] + verdicts["close"] >= 1


def test_the_range_of_the_next_year_holds_eight_cases_of_ten(every: list[Told]) -> None:
    for each in every:
        gas = "co2" if each.goal is not YARDSTICK and gas_of(each.goal) == "co2" else "co2e"
        now, pace = each.known[each.latest], rate(each.recent, FIRST, each.latest)
        middle, half = now * (1 - pace), bands(gas)[0]
        each.expects("range", middle * (1 - half), middle * (1 + half))


def test_what_would_change_a_verdict_is_the_gap_at_the_target_year(every: list[Told]) -> None:
    read = 0
    for each in every:
        now, left = each.known[each.latest], None
        if not each.gone and each.goal["goal_id"] not in NO_TARGET:
            left = target(each.goal, each.known)
        if left is None or now <= left:
            assert numbers(each.steps["change"]) == []
            continue
        then = now * (1 - rate(each.recent, FIRST, each.latest)) ** each.years
        year, gap, *_ = numbers(each.steps["change"])
        assert (year, gap) == (
            int(each.goal["target_year"]),
            rounded(abs(then - left), each.decimals),
        )
        higher = "higher" if each.lang == "en" else "högre"
        assert (higher in each.steps["change"]) is (then <= left), each.goal["goal_id"]
        read += 1
    assert read > 75


def near(tonnes: float) -> object:
    """Tonnes a year, told to hundreds."""
    return pytest.approx(tonnes, abs=50.01)


def rate_words(needed: float, at_least: bool) -> str:
    """A needed rate in Swedish figures: where it is the least, whole per cent."""
    return f"{math.floor(100 * needed)}" if at_least else f"{100 * needed:.1f}".replace(".", ",")


SENTENCE = {
    "sv": (
        r"(?:kräver|krävs) (minst )?([\d,]+) %",
        r"(?:kräver|krävs) (minst )?([\d ]+) ton",
        r"minskade (?:\w+ från \w+|\w+) ([\d,]+) % om året",
        r"utsläppen (\d+) % högre än 2015",
        r"blir det ([\d ]+) ton",
    ),
    "en": (
        r"(?:requires|takes) (at least )?([\d,]+)%",
        r"(?:requires|takes) (at least )?([\d ]+) tonnes",
        r"fell by ([\d,]+)% a year",
        r"emissions were (\d+)% higher than in 2015",
        r"it will be ([\d ]+) tonnes",
    ),
}


def test_the_sentence_of_a_verdict_tells_what_is_needed_and_what_was_done(
    every: list[Told],
) -> None:
    told: Counter[str] = Counter()
    for each in every:
        own, now = each.goal["goal_id"], each.known[each.latest]
        if each.gone or now <= target(each.goal, each.known):
            continue
        sentence = in_swedish(plain(each.markup.partition("<details>")[0]), each.lang)
        needs, needs_tonnes, fell, higher, goes_on = SENTENCE[each.lang]
        left, pace = target(each.goal, each.known), rate(each.recent, FIRST, each.latest)
        if left == 0:
            read = re.search(needs_tonnes, sentence)
            assert read is not None, sentence
            yearly = (now - left) / each.years
            assert numbers(read[2]) == [near(yearly)]
            read = re.search(goes_on, sentence)
            assert read is not None, sentence
            assert numbers(read[1]) == [near((now - now * (1 - pace) ** each.years) / each.years)]
            told["tonnes"] += 1
            continue
        read = re.search(needs, sentence)
        assert read is not None, sentence
        yearly = 1 - (left / now) ** (1 / each.years)
        assert (read[1] is not None) is each.at_least, own
        assert read[2] == rate_words(yearly, each.at_least), own
        change = each.known[each.latest] / each.known[FIRST] - 1
        if pace > 0 and abs(change) > 0.01:
            read = re.search(fell, sentence)
            assert read is not None, sentence
            assert numbers(read[1]) == [rounded(100 * pace, 1)], own
            told["fell"] += 1
        elif change > 0.01:
            read = re.search(higher, sentence)
            assert read is not None, sentence
            assert numbers(read[1]) == [rounded(100 * change)], own
            told["rose"] += 1
        else:
            assert re.search(r"lika stora som 2015|as large as in 2015", sentence)
    assert told["fell"] > 50
    assert told["rose"] >= 2
    assert told["tonnes"] >= 5


DIRECTIONS = {
    "sv": {"towards": "minskar", "level": "små ändringar", "away": "ökar"},
    "en": {"towards": "falling", "level": "small changes", "away": "rising"},
}


def test_the_direction_is_that_of_the_yearly_change_and_unsure_where_its_variants_part(
    every: list[Told],
) -> None:
    def way(pace: float) -> str:
        return "towards" if pace > 0.01 else "away" if pace < -0.01 else "level"

    ways: Counter[str] = Counter()
    for each in every:
        summary = plain(each.markup.partition("<summary>")[2].partition("</summary>")[0])
        main = way(rate(each.recent, FIRST, each.latest))
        before = levels(each.code, each.goal, before=True).get(FIRST)
        all_ = {main, *map(way, variants(each.recent, before))}
        badge = plain(each.badge)
        words = summary.partition(badge)[2].strip()
        sure = DIRECTIONS[each.lang][main]
        unsure = f"{sure}, {UNCERTAIN[each.lang]}"
        assert words == (unsure if {"towards", "away"} <= all_ else sure), each.goal["goal_id"]
        ways[words] += 1
    assert len(ways) >= 4


def test_the_first_screen_tells_the_pair_of_the_goal_that_leads(
    reader: FlaskClient, every: list[Told]
) -> None:
    lang = every[0].lang
    names = {"sv": ("Krävs från", "Gjort"), "en": ("Needed from", "Done")}[lang]
    read = 0
    for code in {each.code for each in every}:
        html = shown(reader, PLACE[lang].format(slugs(reader)[code]))
        lead = re.search(r'class="city-badge" href="#goal-([^"]+)"', html)
        assert lead is not None
        (goal,) = (
            each for each in every
            if each.code == code and each.goal["goal_id"].lower() == lead[1]
        )  # fmt: skip
        own = html.partition('<dl class="pair">')[2].partition("</dl>")[0]
        pair = {
            name.partition(" 20")[0]: in_swedish(value, lang)
            for name, (value, *_) in figures(re.sub(r"<svg.*?</svg>", "", own, flags=re.S)).items()
        }
        now, left = goal.known[goal.latest], target(goal.goal, goal.known)
        pace = rate(goal.recent, FIRST, goal.latest)
        told = pair.get(names[0])
        assert (told is None) is (now <= left), code
        words = plain(re.findall(r'<p class="lead[^"]*">(.*?)</p>', html, re.S)[0])
        words = in_swedish(words, lang)
        if left == 0:
            assert told is not None
            assert numbers(told) == [near(now / goal.years)]
            gone = (now - now * (1 - pace) ** goal.years) / goal.years
            assert numbers(pair[names[1]]) == [near(gone)]
            continue
        assert numbers(pair[names[1]]) == [rounded(100 * abs(pace), 1)], code
        fell = {"sv": "minskat", "en": "a fall"}[lang]
        assert pair[names[1]].startswith(fell) is (pace > 0), code
        if told is not None:
            yearly = rate_words(1 - (left / now) ** (1 / goal.years), goal.at_least)
            assert numbers(told) == numbers(yearly), code
            assert f" {yearly} %" in words.replace("%", " %").replace("  %", " %"), words
            read += 1
    assert read > 25
