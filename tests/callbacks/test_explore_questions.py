"""The questions of docs/questions.md on all municipalities: answered by links, worked out again by
plain arithmetic on the store's rows."""

import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from sqlalchemy import Connection

from callbacks.bindings.explore import answers_of
from data_access.engine import open_store
from layouts.boards import explore
from layouts.charts.points import Dot, ScatterChart
from layouts.links.addresses import parse_href

DOCUMENT = Path(__file__).parents[2] / "docs" / "questions.md"
LINKS = re.findall(r"`(/sv/utforska\?[^`]+)`", DOCUMENT.read_text(encoding="utf-8"))
TONNES = """
    select m.name, e.year, s.code, e.tonnes from emission e
    join release r on r.release_id = e.release_id and r.label = 'smhi-co2e-2026'
    join sector s on s.sector_id = e.sector_id
    join municipality m on m.code = e.municipality_code
    where s.code != 'international_transport'
"""
PEOPLE = """
    select m.name, p.year, p.inhabitants from population p
    join municipality m on m.code = p.municipality_code
"""

Tonnes = dict[str, dict[int, dict[str, float]]]


@pytest.fixture(scope="module")
def rows(seeded_file: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(f"file:{seeded_file}?mode=ro", uri=True)
    yield conn
    conn.close()


@pytest.fixture(scope="module")
def tonnes(rows: sqlite3.Connection) -> Tonnes:
    """Municipality → year → sector → tonnes, without the sector that begins in 2023."""
    result: Tonnes = defaultdict(lambda: defaultdict(dict))
    for name, year, sector, value in rows.execute(TONNES):
        result[name][year][sector] = value
    return result


@pytest.fixture(scope="module")
def people(rows: sqlite3.Connection) -> dict[tuple[str, int], int]:
    return {(name, year): number for name, year, number in rows.execute(PEOPLE)}


@pytest.fixture(scope="module")
def seeded(seeded_file: Path) -> Iterator[Connection]:
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        yield conn
    engine.dispose()


def chart(conn: Connection, link: str, name: str) -> tuple[Dot, ...]:
    parsed = parse_href(link)
    assert parsed is not None
    assert not parsed.problems
    answered = answers_of(conn, parsed.address)
    assert answered is not None
    result: Any = explore.charts(explore.View(*answered))[name]
    assert isinstance(result, ScatterChart)
    return result.dots


def findings(conn: Connection, link: str) -> str:
    """What the board says above its views of who answers the question."""
    parsed = parse_href(link)
    assert parsed is not None
    answered = answers_of(conn, parsed.address)
    assert answered is not None
    return str(explore.texts(explore.View(*answered))["findings"])


def done(years: dict[int, dict[str, float]]) -> float:
    """Per cent a year from 2015 to 2024."""
    then, now = (sum(years[year].values()) for year in (2015, 2024))
    return 100 * (1 - math.pow(now / then, 1 / 9))


def test_the_ten_that_moved_most_per_person_and_the_sector_of_each(
    seeded: Connection, tonnes: Tonnes, people: dict[tuple[str, int], int]
) -> None:
    def per_person(name: str, year: int) -> dict[str, float]:
        return {s: value / people[name, year] for s, value in tonnes[name][year].items()}

    changes = {
        name: {s: per_person(name, 2024)[s] - per_person(name, 2015)[s] for s in tonnes[name][2015]}
        for name in tonnes
    }
    fell = sorted(changes, key=lambda name: sum(changes[name].values()))[:10]
    shown = chart(seeded, LINKS[0], "rangordning")[-10:]
    assert [dot.label for dot in reversed(shown)] == fell
    words = {
        "industry": "industri",
        "energy": "el och fjärrvärme",
        "transport": "transporter",
        "agriculture": "jordbruk",
        "heating": "egen uppvärmning",
    }
    for dot in shown:
        own = changes[dot.label]
        assert dot.y == pytest.approx(sum(own.values()))
        most = max(own, key=lambda sector: abs(own[sector]))
        assert words[most] in dot.note
    named = re.findall(r"(\w[\w -]*?) −[\d,]+ \(([\w ]+)\)", findings(seeded, LINKS[0]))
    for (line, sector), name in zip(named, fell, strict=True):
        assert line.endswith(name)
        assert words[max(changes[name], key=lambda each: abs(changes[name][each]))] in sector


def test_who_is_like_borlange_and_has_done_more(seeded: Connection, tonnes: Tonnes) -> None:
    whole = "select m.name, s.code, e.tonnes" + TONNES.partition("e.tonnes")[2].replace(
        "where s.code != 'international_transport'", "where e.year = 2024"
    )
    profiles: dict[str, dict[str, float]] = defaultdict(dict)
    cursor = seeded.connection.cursor()
    for name, sector, value in cursor.execute(whole).fetchall():
        profiles[name][sector] = value
    shares = {
        name: {s: v / sum(own.values()) for s, v in own.items()} for name, own in profiles.items()
    }

    def apart(name: str) -> float:
        mine, other = shares["Borlänge"], shares[name]
        return sum(abs(mine[sector] - other[sector]) for sector in mine) / 2

    near = sorted(shares, key=apart)[:13]
    shown = chart(seeded, LINKS[1], "rangordning")
    assert {dot.label for dot in shown} == set(near)
    more = {dot.label for dot in shown if (dot.y or 0) > done(tonnes["Borlänge"])}
    assert more == {name for name in near if done(tonnes[name]) > done(tonnes["Borlänge"])} - {
        "Borlänge"
    }
    assert all(dot.y == pytest.approx(done(tonnes[dot.label])) for dot in shown)
    line = findings(seeded, LINKS[1])
    assert line.startswith(f"{len(more)} ligger högre än Borlänge ")
    assert {name for name in near if name in line.partition(": ")[2]} == more


def test_grants_per_inhabitant_against_the_done_rate(
    seeded: Connection, tonnes: Tonnes, people: dict[tuple[str, int], int], rows: sqlite3.Connection
) -> None:
    sums = rows.execute(
        """
        select m.name, sum(cast(g.amount as real)), sum(g.currency != 'SEK') from "grant" g
        join municipality m on m.code = g.beneficiary_municipality_code
        where g.level = 'project' and g.allocation = 'own' and g.amount_kind = 'granted'
        and g.amount is not null and m.contract_since is not null
        group by m.name
        """
    ).fetchall()
    shown = {dot.label: dot for dot in chart(seeded, LINKS[2], "spridning")}
    assert all(dot.y == pytest.approx(done(tonnes[name])) for name, dot in shown.items())
    known = {name: dot.x for name, dot in shown.items() if dot.x is not None}
    assert known.keys() == {name for name, _, _ in sums}
    in_kronor = {name: amount for name, amount, foreign in sums if not foreign}
    assert len(in_kronor) >= 15
    for name, amount in in_kronor.items():
        assert known[name] == pytest.approx(amount / people[name, 2024])
    high = {name for name, amount in known.items() if amount > median(known.values())}
    fast = {
        name for name in known if done(tonnes[name]) > median(done(tonnes[each]) for each in known)
    }
    right, above = findings(seeded, LINKS[2]).partition(": ")[2].split(". Tvärtom: ")
    for line, expected in ((right, high - fast), (above, fast - high)):
        assert {name for name in known if re.search(rf"\b{name}\b", line)} == expected
