"""Each sum of the pages of a funder, a programme and a recipient, in both languages, worked out
again from seed_data/."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

import pytest
from flask.testing import FlaskClient

from tests.callbacks.test_money_files import granted_in_seed
from tests.figures.pages import cells, numbers, part, shown, words
from tests.figures.test_money import about, kronor, plain_caption, sums
from tests.seed_figures import lines

Row = Mapping[str, str]
PAGES: Mapping[str, tuple[str, str, Callable[[Row], bool]]] = {
    "vinnova": ("finansiar", "agency-vinnova", lambda row: "Vinnova" in row["funder"]),
    "eu": ("finansiar", "eu", lambda row: row["funder"].startswith("EU")),
    "viable cities": ("program", "viable-cities", lambda row: "Viable Cities" in row["programme"]),
    "eruf": (
        "program",
        "eruf",
        lambda row: "ERUF" in row["programme"] or "Regionalfonden" in row["programme"],
    ),
    "uppsala": (
        "mottagare",
        "municipality-0380",
        lambda row: row["beneficiary_municipality_code"] == "0380",
    ),
    "jernkontoret": (
        "mottagare",
        "jernkontoret",
        lambda row: "ernkontoret" in row["beneficiary"],
    ),
}
ENGLISH = {"finansiar": "funder", "program": "programme", "mottagare": "recipient"}


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(reader: FlaskClient, name: str, lang: str) -> str:
    kind, key, _ = PAGES[name]
    return shown(reader, f"/{lang}/{kind if lang == 'sv' else ENGLISH[kind]}/{key}")


def granted(name: str) -> list[dict[str, str]]:
    return [row for row in granted_in_seed() if PAGES[name][2](row)]


def told(cell: str) -> tuple[float | None, int, int]:
    """Kronor, grants with a known sum and without: "39,4 mn kr (10 bidrag; 23 till …)"."""
    amount, _, counts = cell.partition("(")
    number, *more = (int(one) for one in numbers(counts))
    if not numbers(amount):
        return None, 0, number
    return kronor(amount)[0], number, more[0] if more else 0


def of(rows: list[dict[str, str]]) -> tuple[object, int, int]:
    known = sums(rows)
    return (about(sum(known)) if known else None), len(known), len(rows) - len(known)


def test_what_is_granted_in_all_and_by_who_receives_it(page: str, name: str, lang: str) -> None:
    section, rows = part(page, "summor"), granted(name)
    kinds = dict(cells(section, plain_caption(section), lang))
    assert told(kinds[("Beviljat", "Granted")[lang == "en"]]) == of(rows)
    if PAGES[name][0] == "mottagare":
        return
    classes: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        places = [each for each in row["municipalities"].split(";") if each]
        if row["beneficiary_municipality_code"]:
            classes["own"].append(row)
        elif len(places) == 1:
            classes["single"].append(row)
        elif len(places) > 1:
            classes["multi"].append(row)
    caption = re.findall(r"<caption[^>]*>([^<]*)", section)[1].strip()
    read = [told(cell) for _, cell in cells(section, caption, lang)]
    assert read == [of(classes[each]) for each in ("own", "single", "multi") if classes[each]]
    lead = words(page.partition('class="lead">')[2].partition("</p>")[0], lang)
    if sums(classes["own"]):
        assert kronor(lead)[0] == of(classes["own"])[0]


@pytest.mark.parametrize(
    ("heading", "field"), [("per-funder", "funder"), ("per-programme", "programme")]
)
def test_what_is_granted_by_funder_and_programme_adds_up(
    page: str, name: str, lang: str, heading: str, field: str
) -> None:
    """Spellings of one are one in the registers: the sums of all are those of the page."""
    if f'id="{heading}"' not in page:
        return
    section, rows = part(page, heading), granted(name)
    read = [told(cell) for _, cell in cells(section, plain_caption(section), lang)]
    assert read == sorted(read, key=lambda each: -(each[0] or 0.0)), "the largest first"
    by_name: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_name[row[field]].append(row)
    if len(read) == 10 and len(by_name) > 10:
        return
    assert sum(known for _, known, _ in read) == len(sums(rows))
    assert sum(unknown for _, _, unknown in read) == len(rows) - len(sums(rows))
    assert sum(amount or 0.0 for amount, *_ in read) == pytest.approx(sum(sums(rows)), rel=0.01)
    if len(read) == len(by_name):
        expected = sorted((sum(sums(each)) for each in by_name.values()), reverse=True)
        assert [amount or 0.0 for amount, *_ in read] == [about(each) for each in expected]


def test_the_largest_recipients_have_their_own_sums(page: str, name: str, lang: str) -> None:
    if 'id="per-beneficiary"' not in page:
        return
    section = part(page, "per-beneficiary")
    municipal: dict[str, list[dict[str, str]]] = defaultdict(list)
    names = {row["municipality_code"]: row["name"] for row in lines("organisations.csv")
             if row["kind"] == "municipality"}  # fmt: skip
    for row in granted(name):
        if row["beneficiary_municipality_code"]:
            municipal[names[row["beneficiary_municipality_code"]]].append(row)
    read = 0
    rows = cells(section, plain_caption(section), lang)
    for recipient, cell in rows:
        if recipient in municipal:
            assert told(cell) == of(municipal[recipient]), recipient
            read += 1
    amounts = [told(cell)[0] or 0.0 for _, cell in rows]
    assert amounts == sorted(amounts, reverse=True)
    assert read > 0 or name == "eruf"


def test_each_grant_stands_with_its_own_amount(page: str, name: str, lang: str) -> None:
    section = part(page, "bidrag")
    heading = words(section.partition("</h2>")[0], lang)
    every = [
        row for row in lines("grants.csv") if row["level"] == "project" and PAGES[name][2](row)
    ]
    years = [row for row in every if row["part_of"]]
    assert len(every) - len(years) <= numbers(heading)[-1] <= len(every)
    rows = cells(section, plain_caption(section), lang)
    titles = {row["title"]: row for row in every if row["amount"]}
    assert len(titles) > 0
    read = 0
    for title, _, year, amount in rows:
        row = titles.get(title)
        if row is None or not numbers(amount) or sum(each["title"] == title for each in every) > 1:
            continue
        assert numbers(year) or not row["decision_year"], title
        scale = 1e6 if re.search(r"\bmn\b", amount) else 1
        assert numbers(amount)[0] * scale == pytest.approx(float(row["amount"]), rel=0.006), title
        if numbers(year):
            assert str(int(numbers(year)[0])) in (row["decision_year"], row["start"][:4]), title
        read += 1
    assert read > 0
