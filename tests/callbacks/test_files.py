"""Every file in the list of pages is answered in one way."""

import pytest
from flask.testing import FlaskClient

from layouts.links.addresses import Address, href
from layouts.links.routes import ROUTES, Kind, Route
from tests import every_page

FILES = [route for route in ROUTES.values() if route.kind is Kind.FILE]


KEYS = {f"{page}_csv": keys[0] for page, keys in every_page.KEYS.items()}


def address_of(route: Route) -> str:
    address = Address(
        route.name,
        "sv",
        slug=KEYS.get(route.name) or ("orebro" if route.varies_by == "slug" else None),
        year=2024 if route.varies_by == "year" else None,
    )
    if route.name.startswith("compare"):
        address = address.with_query(municipality=("1880", "2081"))
    return href(address)


@pytest.mark.parametrize("route", FILES, ids=lambda route: route.name)
def test_a_file_is_sent_whole_and_not_again_to_who_has_it(
    reader: FlaskClient, route: Route
) -> None:
    response = reader.get(address_of(route))
    assert response.status_code == 200
    assert len(response.data) > 200
    name = response.headers["Content-Disposition"]
    assert name.startswith("attachment;")
    assert name.endswith(f'.{route.name.rpartition("_")[2]}"')
    assert response.headers["Cache-Control"] == "no-cache"
    again = reader.get(address_of(route), headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


PRICED = [route for route in FILES if "prices" in route.parameters]


@pytest.mark.parametrize("route", PRICED, ids=lambda route: route.name)
def test_a_value_that_cannot_be_used_is_told_and_nothing_left_out(
    reader: FlaskClient, route: Route
) -> None:
    response = reader.get(address_of(route) + "?priser=fel")
    assert (response.status_code, response.mimetype) == (400, "text/plain")
    assert "fel" in response.text


def test_the_tables_of_a_page_are_not_taken_for_a_year(reader: FlaskClient) -> None:
    assert reader.get("/sv/uppfoljning/tabeller.xlsx").status_code == 200
    assert reader.get("/sv/uppfoljning/1800.xlsx").status_code == 404
