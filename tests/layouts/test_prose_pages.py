"""Method, data, about and accessibility: the rules' own numbers, and the origin of every figure."""

import re

import pytest

from layouts import about, accessibility, data, method
from layouts.addresses import Address
from layouts.page import Page
from layouts.to_html import to_html
from progress import constants
from progress.formats import percent
from tests.layouts.city_facts import RELEASE, SOURCE


def made(name: str, lang: str) -> Page:
    address = Address(name, lang)
    match name:
        case "data":
            return data.page(address, data.DataAnswers((RELEASE,), {"prov": SOURCE}))
        case "method":
            return method.page(address)
        case "about":
            return about.page(address)
        case _:
            return accessibility.page(address)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ["data", "method", "about", "accessibility"])
def test_each_page_has_one_heading_and_no_unfilled_text(name: str, lang: str) -> None:
    html = to_html(made(name, lang).body)
    assert html.count("<h1") == 1
    assert not re.search(r"\{\w+\}|\bNone\b", html)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_method_tells_the_numbers_that_the_rules_use(lang: str) -> None:
    html = to_html(made("method", lang).body)
    for number in (
        percent(constants.CLOSE_SHARE, lang),
        percent(constants.YARDSTICK_REDUCTION, lang),
        percent(constants.LEVEL_SHARE_PER_YEAR, lang),
        str(constants.TREND_FIRST_YEAR),
        *(str(year) for year in constants.UNUSUAL_YEARS),
    ):
        assert number in html, number


def test_the_data_page_names_release_publisher_licence_and_file() -> None:
    html = to_html(made("data", "sv").body)
    for words in ("Provutgåva 2024", RELEASE.label, "Provverket", "CC0 1.0", "prov.csv"):
        assert words in html
    assert RELEASE.sha256 in html
    assert "2 maj 2024" in html.replace("\u00a0", " ")
