"""Every sum of three views of the portfolio, worked out again from the files in seed_data/ alone:
by the text of RULES §7, with no rule of the product's."""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import Settings, create_app

SEED = Path(__file__).parents[2] / "seed_data"
CLASSES = {
    "Till kommuner": "own",
    "Till andra i en kommun": "single",
    "Delas av flera kommuner": "multi",
}


class Row(NamedTuple):
    """A granted project, once: its kronor, None where nobody tells the granted sum."""

    funder: str
    year: int | None
    receiver: str
    city: str
    sek: Decimal | None
    months: range | None


def lines(name: str) -> Iterator[dict[str, str]]:
    with (SEED / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    municipalities = lines("municipalities.csv")
    cities = {each["municipality_code"] for each in municipalities if each["contract_since"]}
    rates = {
        (each["base_currency"], each["year"]): Decimal(each["rate"])
        for each in lines("exchange_rates.csv")
        if each["rate_kind"] == "annual_mean"
    }
    names = {
        spelling: each["name"]
        for each in lines("organisations.csv")
        for spelling in (each["name"], *each["spellings"].split(";"))
    }
    projects = [each for each in lines("grants.csv") if each["level"] == "project"]
    by_id = {each["grant_id"]: each for each in projects}
    result = []
    for each in projects:
        twin = by_id.get(each["same_as"])
        if "granted" not in (each["amount_kind"], each["decision"]) or (
            twin is not None and precedence(twin) < precedence(each)
        ):
            continue
        year = each["decision_year"] or each["start"][:4]
        known = each["amount"] and each["amount_kind"] in ("granted", "paid", "cofunding")
        rate = Decimal(1) if each["currency"] == "SEK" else rates.get((each["currency"], year))
        receiver, city = belonging(each)
        result.append(
            Row(
                names.get(each["funder"], each["funder"]),
                int(year) if year else None,
                receiver,
                city if city in cities else "",
                Decimal(each["amount"]) * rate if known and rate is not None else None,
                months(each["start"], each["end"], year),
            )
        )
    return result


def months(start: str, end: str, year: str) -> range | None:
    """The months of a grant, counted from year 0, or those of its year; None without a year."""
    if not (start and end):
        start = end = year
    if not year:
        return None
    (first, month), (last, last_month) = (
        map(int, f"{day}-{rest}".split("-")[:2]) for day, rest in ((start, 1), (end, 12))
    )
    return range(first * 12 + month - 1, last * 12 + last_month)


def precedence(row: dict[str, str]) -> tuple[bool, str]:
    """Of two rows of one money the one in kronor counts, then the first."""
    return row["currency"] != "SEK", row["grant_id"]


def belonging(row: dict[str, str]) -> tuple[str, str]:
    """The class of a row's receiver, and the one municipality that it belongs to."""
    beneficiary, places = row["beneficiary_municipality_code"], row["municipalities"].split(";")
    if beneficiary and ";" not in beneficiary:
        return "own", beneficiary
    if row["allocation"] == "single_municipality" and len(places) == 1 and places[0]:
        return "single", places[0]
    shared = row["municipalities"] or row["allocation"] == "multi_municipality"
    return "multi" if shared else "", ""


@pytest.fixture(scope="module")
def client(seeded_file: Path) -> FlaskClient:
    server: Flask = create_app(Settings(f"sqlite:///{seeded_file}")).server
    return server.test_client()


Test = Callable[[Row], bool]


def every(_row: Row) -> bool:
    return True


VIEWS: dict[str, tuple[Test, Test]] = {
    "": (every, every),
    "finansiar=Trafikverket": (lambda row: row.funder == "Trafikverket", every),
    "utan-finansiar=Tillv%C3%A4xtverket&fran=2015&till=2022": (
        lambda row: row.funder != "Tillväxtverket",
        lambda row: row.year is not None and 2015 <= row.year <= 2022,
    ),
}
"""Query → whether it chooses a row for its funder, and for its year."""

Told = tuple[int, int, int]
"""Whole kronor, known and unknown rows."""


def summed(rows: list[Row], key: Callable[[Row], object]) -> dict[object, Told]:
    groups: dict[object, list[Decimal | None]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row.sek)
    result: dict[object, Told] = {}
    for name, amounts in groups.items():
        known = [sek for sek in amounts if sek is not None]
        sek = sum(known, Decimal(0)).quantize(Decimal(1), ROUND_HALF_EVEN)
        result[name] = int(sek), len(known), len(amounts) - len(known)
    return result


def told(title: str) -> Told:
    """What the pointer is told of a sum: "98 000 000 kr, 1 bidrag; därtill 1 utan känd summa"."""
    parts = re.fullmatch(r"(?:([\d\u00a0]+)\u00a0kr, )?(\d+) bidrag(?:; därtill (\d+) .*)?", title)
    assert parts is not None, title
    sek, known, unknown = (int((part or "0").replace("\u00a0", "")) for part in parts.groups())
    return sek, known, unknown


@pytest.mark.parametrize("query", VIEWS)
def test_every_sum_of_a_view_is_that_of_the_files(
    client: FlaskClient, rows: list[Row], query: str
) -> None:
    of_funder, of_year = VIEWS[query]
    chosen = [row for row in rows if of_funder(row) and of_year(row)]
    page = client.get(f"/sv/portfolj?{query}").get_data(as_text=True)

    tiles = re.findall(r'title="([^"]+)"><span class="tile-name">([^<]+)<', page)
    by_class = summed(chosen, lambda row: row.receiver)
    assert {CLASSES[name]: told(title) for title, name in tiles} == {
        name: by_class.get(name, (0, 0, 0)) for name in CLASSES.values()
    }

    heads, *table = cells_of(page[page.index('class="heat"') :])
    codes = {each["name"]: each["municipality_code"] for each in lines("municipalities.csv")}
    in_cities = [row for row in rows if of_year(row) and row.receiver in ("own", "single")]
    of_city = summed([row for row in in_cities if of_funder(row)], lambda row: row.city)
    of_cell = summed(in_cities, lambda row: (row.city, row.funder))
    for line in table:
        code = codes.get(words(line[0]), "")
        for head, cell in zip(map(words, heads), line, strict=True):
            title = re.search(r'title="(?:[^":]+: )?([^"]+)"', cell)
            if head == "Summa":
                assert (told(title[1]) if title else None) == of_city.pop(code, None), code
            elif (code, head) in of_cell:
                assert title is not None
                assert told(title[1]) == of_cell[code, head], (code, head)
    assert not of_city

    running: dict[tuple[str, int], set[str]] = defaultdict(set)
    supported = [row for row in chosen if row.city and row.receiver in ("own", "single")]
    for row in supported:
        for month in row.months or ():
            running[row.city, month].add(row.funder)
    overlaps = page[page.index('id="overlapp"') :].split("</section>")[0]
    at_once: dict[tuple[str, int], set[str]] = {}
    for line in cells_of(overlaps)[1:]:
        code, told_months = codes[words(line[0])], months_told(words(line[1]))
        sums = dict(re.findall(r"([^()]+) \(([^()]+)\)(?:, | och |$)", words(line[2])))
        at_once |= {(code, month): set(sums) for month in told_months}
        for funder, brief in sums.items():
            known = [
                row.sek
                for row in supported
                if (row.city, row.funder) == (code, funder)
                and set(row.months or ()) & set(told_months)
                and row.sek is not None
            ]
            assert is_brief(brief.replace(" ", ""), sum(known, Decimal(0)) if known else None), (
                code,
                funder,
            )
    assert at_once == {key: funders for key, funders in running.items() if len(funders) > 1}

    _, *years = cells_of(page[page.index('id="ar-for-ar-table"') :])
    own = summed([row for row in rows if of_funder(row) and row.year], lambda row: str(row.year))
    assert {words(line[0]): int(words(line[-1])) for line in years} == {
        year: sek for year, (sek, known, _) in own.items() if known
    }


MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"
UNITS = {"kr": 0, "mnkr": 6, "mdkr": 9}


def months_told(span: str) -> range:
    """The months from first to last, counted from year 0: "mars2016–april2017"."""
    first, last = (
        int(year) * 12 + MONTHS.split().index(name)
        for name, year in re.findall(r"([a-z]+)(\d{4})", span)
    )
    return range(first, last + 1)


def is_brief(told: str, sek: Decimal | None) -> bool:
    """Whether a sum is told to the figures that are shown: "1,91mdkr", "500000kr"."""
    if sek is None or told == "summanokänd":
        return (sek is None) == (told == "summanokänd")
    figure, unit = re.fullmatch(r"([\d,]+)([a-z]+)", told).groups()  # type: ignore[union-attr]
    shown = Decimal(figure.replace(",", ".")).scaleb(UNITS[unit])
    return abs(shown - sek) <= Decimal(1).scaleb(UNITS[unit] - len(figure.partition(",")[2])) / 2


def cells_of(page: str) -> list[list[str]]:
    """The cells of the next table, line by line, its heads first."""
    table = page.split("</table>")[0]
    return [re.findall(r"<t[hd]\b.*?</t[hd]>", line) for line in re.findall("<tr>.*?</tr>", table)]


def words(cell: str) -> str:
    return re.sub("<[^>]+>|[\u00ad\u00a0]", "", cell)
