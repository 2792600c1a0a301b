"""The pages of a grant, a funder, a recipient and a programme say what the seed's rows say."""

import csv
import json
import re
from decimal import Decimal
from io import StringIO

import pytest
from flask.testing import FlaskClient

from tests import seed_money
from tests.callbacks.test_money_files import granted_in_seed, seed_kronor


def main_of(html: str) -> str:
    """The words of a page's main part, single-spaced."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("\u00a0", " ").split())


def brief(values: list[float | None]) -> str:
    """A sum as the pages write it, and how many rows it rests on."""
    known = [value for value in values if value is not None]
    grants = f"{len(known)} bidrag"
    if len(known) < len(values):
        grants += f"; {len(values) - len(known)} till med okänd summa"
    return f"{sum(known) / 1e6:.1f} mn kr ({grants})".replace(".", ",")


def structured(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found is not None
    graph = json.loads(found[1])["@graph"]
    return next(each for each in graph if each["@type"] not in ("WebPage", "BreadcrumbList"))


def test_a_funder_is_found_by_its_joint_grants_with_municipalities_first(
    reader: FlaskClient,
) -> None:
    joint = "Energimyndigheten, Vinnova and Formas"
    rows = [row for row in granted_in_seed() if row["funder"] in ("Vinnova", joint)]
    own = [seed_kronor(row) for row in rows if row["beneficiary_municipality_code"]]
    html = reader.get("/sv/finansiar/agency-vinnova").get_data(as_text=True)
    words = main_of(html)
    assert f"Beviljat till kommuner: {brief(own)}" in words
    assert brief([seed_kronor(row) for row in rows]) in words
    assert structured(html)["identifier"] == "SE-ON-202100-5216"
    assert 'href="/sv/program/viable-cities"' in html


def test_a_recipient_has_all_its_spellings_and_a_programme_all_its_parts(
    reader: FlaskClient,
) -> None:
    names = ("lunds universitet", "lund university")
    rows = [row for row in granted_in_seed() if row["beneficiary"].casefold() in names]
    words = main_of(reader.get("/sv/mottagare/lunds-universitet").get_data(as_text=True))
    assert brief([seed_kronor(row) for row in rows]) in words
    fund = [row for row in granted_in_seed() if "(ERUF)" in row["programme"]]
    own = [seed_kronor(row) for row in fund if row["beneficiary_municipality_code"]]
    words = main_of(reader.get("/sv/program/eruf").get_data(as_text=True))
    assert f"Beviljat till kommuner: {brief(own)}" in words


@pytest.mark.parametrize("grant_id", ["eruf-20200940", "vc-w2-1880", "uppsala-eu-11"])
def test_a_grants_page_and_file_are_its_row(reader: FlaskClient, grant_id: str) -> None:
    row = next(r for r in seed_money.read("grants.csv") if r["grant_id"] == grant_id)
    html = reader.get(f"/sv/bidrag/{grant_id}").get_data(as_text=True)
    data = structured(html)
    assert (data["@type"], data["name"]) == ("MonetaryGrant", row["title"])
    given = row["decision"] == "granted" and row["amount_kind"] == "applied"
    if given:
        assert "amount" not in data
        assert "Summan är inte känd här" in main_of(html)
    else:
        amount = data["amount"]
        assert isinstance(amount, dict)
        assert (amount["value"], amount["currency"]) == (float(row["amount"]), row["currency"])
    file = reader.get(f"/sv/bidrag/{grant_id}.csv").data.decode("utf-8-sig")
    (told,) = csv.DictReader(StringIO(file))
    assert told["grant_id"] == grant_id
    assert (told["amount"] and Decimal(told["amount"])) == (
        row["amount"] and Decimal(row["amount"])
    )
    repeats = row["same_as"] and row["currency"] == "EUR"
    assert (told["counted_in_sums"] == "true") is bool(not given and not repeats)
    if repeats:
        assert "Samma pengar finns också i en annan lista" in main_of(html)


@pytest.mark.parametrize(
    "path",
    [
        "/sv/bidrag/finns-inte",
        "/sv/finansiar/ingen",
        "/en/recipient/nobody",
        "/en/programme/none",
        "/sv/bidrag/finns-inte.csv",
        "/sv/finansiar/ingen.csv",
    ],
)
def test_what_there_is_not_is_not_found(reader: FlaskClient, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_rows_lead_to_the_pages(reader: FlaskClient) -> None:
    city = reader.get("/sv/kommun/uppsala/pengar?rader=alla").get_data(as_text=True)
    for there in (
        "/sv/bidrag/uppsala-eu-11",
        "/sv/finansiar/eu",
        "/sv/mottagare/municipality-0380",
    ):
        assert f'href="{there}"' in city, there
        assert reader.get(there).status_code == 200
    board = reader.get("/en/portfolio").get_data(as_text=True)
    assert 'href="/en/grant/' in board
    assert 'href="/en/funder/' in board


def test_the_eus_part_and_whole_support_are_told_apart(reader: FlaskClient) -> None:
    rows = [row for row in granted_in_seed() if row["beneficiary_municipality_code"] == "0380"]
    known = [(row["amount_basis"], sek) for row in rows if (sek := seed_kronor(row)) is not None]
    words = main_of(reader.get("/sv/kommun/uppsala/pengar").get_data(as_text=True))
    for basis, said in (("eu_part", "bara EU:s del av stödet"), ("whole", "hela stödet")):
        of = [sek for each, sek in known if each == basis]
        written = f"{sum(of) / 1e6:.1f}".replace(".", ",")
        assert f"{written} miljoner kronor ({len(of)} bidrag) {said}" in words
    untold = sum(not each for each, _ in known)
    assert f"För {untold} bidrag säger källan inte vilket" in words
