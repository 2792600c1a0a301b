"""A city that loads a plan with payers, secured money and ratings sees them on its money page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacks.bindings.money import ask
from data_access import imports
from data_access.engine import open_store
from data_access.reading import Connection, StoreReader
from data_access.templates import TEMPLATES
from data_access.templates.writing import write_template_csv
from layouts.html.to_html import to_html
from layouts.links.addresses import parse_href
from tests.data_access.made_up import fill
from tests.stores import new_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The template's own examples, made a city's own."""
    folder: Path = tmp_path_factory.mktemp("plan")
    url = f"sqlite:///{folder / 'store.db'}"
    new_store(url, fill)
    path = folder / "plan.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_template_csv(TEMPLATES["investment-actions"], stream)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("EXEMPEL-", "egen-").replace('"0000"', '"9101"'), "utf-8")
    engine = open_store(url, read_only=False)
    imports.run("investment-actions", [path], engine)
    engine.dispose()
    with StoreReader(url).connection() as conn:
        yield conn


def page(store: Connection, query: str = "") -> str:
    parsed = parse_href(f"/sv/kommun/testvik/pengar{query}")
    assert parsed is not None
    assert parsed.problems == ()
    result = ask(store, parsed.address)
    assert result is not None
    return to_html(result.body).replace("\N{NO-BREAK SPACE}", " ")


def row_of(html: str, caption: str, heading: str) -> str:
    table = html[html.index(f">{caption}<") :].split("</table>")[0]
    return table[table.index(f">{heading}<") :].split("</tr>")[0]


def test_need_secured_and_gap_stand_by_payer_sector_and_year(store: Connection) -> None:
    html = page(store)
    assert "behovet är 15,0–25,0 mn kr, säkrat är 4,0 mn kr och gapet 11,0–21,0 mn kr" in html
    city = row_of(html, "Behov, säkrat och gap per betalare", "Kommunen")
    assert "10,0–20,0 mn kr" in city
    assert "6,0–16,0 mn kr" in city
    state = row_of(html, "Behov, säkrat och gap per betalare", "Staten")
    assert ">0 kr<" in state
    assert ">5,0 mn kr<" in state
    unknown = row_of(html, "Behov, säkrat och gap per betalare", "Betalare ej angiven")
    assert unknown.count(">okänt<") == 3
    assert "11,0–21,0 mn kr" in row_of(html, "Behov, säkrat och gap per område", "Transporter")
    years = "Behov, säkrat och gap efter åtgärdens första år"
    assert "6,0–16,0 mn kr" in row_of(html, years, "2027")
    assert "0 av 1" in row_of(html, years, "År ej angivet")


@pytest.mark.parametrize("order", ["samhallsnytta", "genomforbarhet", "tid", "potential"])
def test_the_five_criteria_can_be_sorted_on(store: Connection, order: str) -> None:
    html = page(store, f"?sortera={order}")
    assert "De fem kriterierna" in html
    assert 'aria-sort="' in html
    ranked = html[html.index("Planens åtgärder, sorterade efter") :].split("</table>")[0]
    assert 'data-label="Samhällsnytta, 1–5">4<' in ranked
    assert 'data-label="Genomförbarhet, 1–5">3<' in ranked
