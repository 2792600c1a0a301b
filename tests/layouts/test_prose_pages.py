"""Method, data, about and accessibility: the rules' own numbers, and the origin of every figure."""

import re

import pytest

from layouts import about, accessibility, data, method
from layouts.accessibility.page import ASSESSED
from layouts.frame.document import write
from layouts.frame.page import Page
from layouts.frame.site import Site
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.method.page import PARTS, WITHOUT_REASON
from progress import constants
from progress.emissions.series import Gas
from progress.goals.hindcast import Band
from progress.i18n import messages, text
from progress.phrases.formats import day, percent
from tests.layouts.city_facts import RELEASE, SOURCE


def made(name: str, lang: str) -> Page:
    address = Address(name, lang)
    match name:
        case "data":
            return data.page(address, data.DataAnswers((RELEASE,), {"prov": SOURCE}))
        case "method":
            return method.page(address, {Gas.CO2E: Band((0.11, 0.14))})
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
        str(constants.DONE_FIRST_YEAR),
    ):
        assert number in html, number


TOLD_AS: dict[str, str] = {
    "DONE_FIRST_YEAR": "first",
    "DONE_MIN_POINTS": "points",
    "LEVEL_SHARE_PER_YEAR": "level",
    "CLOSE_SHARE": "close",
    "BUDGET_CLOSE_SHARE": "over",
    "LENIENT_SHARE": "lenient",
    "LAST_YEARS": "last",
    "YARDSTICK_BASE_YEAR": "base",
    "YARDSTICK_TARGET_YEAR": "target",
    "YARDSTICK_REDUCTION": "reduction",
    "PLAN_YEAR": "plan",
}
"""Constant of the rules → the name by which the texts of the method page hold its place."""

NOT_A_RULE = {
    "ROUNDING_SHARE",
    "RULES_VERSION",
    "BAND_SHARE",
    "BAND_MIN_ERRORS",
    "MIN_VARIANTS",
    "SAME_SIZE",
}

IN_WORDS = {"sv": {4: "fyra", 5: "fem", 10: "tio"}, "en": {4: "four", 5: "five", 10: "ten"}}


def method_texts(lang: str) -> dict[str, str]:
    return {
        key: "\n".join(message.forms)
        for key, message in messages(lang).items()
        if key.startswith("method.")
    }


def test_every_constant_of_the_rules_has_a_place_in_the_texts() -> None:
    held = {name for name in vars(constants) if name.isupper()} - NOT_A_RULE
    assert held == TOLD_AS.keys()
    for lang in ("sv", "en"):
        together = " ".join(method_texts(lang).values())
        for place in TOLD_AS.values():
            assert f"{{{place}}}" in together, (lang, place)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_text_of_the_method_states_a_constant_by_itself(lang: str) -> None:
    """A number of the rules that stood in a text would stay there when the rule changes."""
    stated = {
        str(round(one * 100) if isinstance(one, float) else one)
        for name in TOLD_AS
        for value in [getattr(constants, name)]
        for one in (value if isinstance(value, tuple) else (value,))
    }
    stated |= {words for n, words in IN_WORDS[lang].items() if str(n) in stated}
    for key, told in method_texts(lang).items():
        bare = re.sub(r"\{\w+\}", "", told)
        result = set(re.findall(r"(?<![\d.,])\d+(?![\d])|[^\W\d_]+", bare.lower()))
        assert not result & stated, key


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_changed_constant_changes_the_method(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "CLOSE_SHARE", 0.37)
    monkeypatch.setattr(constants, "DONE_MIN_POINTS", 77)
    html = to_html(made("method", lang).body)
    assert percent(0.37, lang) in html
    assert "77" in html


def test_every_part_of_the_method_has_its_reason() -> None:
    for lang in ("sv", "en"):
        reasons = {name for name in PARTS if f"method.{name}.why" in text(lang)}
        assert reasons == PARTS.keys() - WITHOUT_REASON


def test_the_method_tells_all_its_texts() -> None:
    html = to_html(made("method", "sv").body)
    for key, told in method_texts("sv").items():
        piece = re.split(r"\{\w+\}", told)[0].strip()
        if piece and key != "method.description":
            assert piece in html, key


def test_a_licence_stands_with_its_publisher_and_never_in_a_narrow_column_of_its_own() -> None:
    html = to_html(made("data", "sv").body)
    sources = html[html.index("<table", html.index("Källor och licenser")) :]
    assert sources.index("<tbody") < sources.index("Licens: ")
    row = sources[sources.index("<tbody") :]
    publisher = row[row.index("<td") : row.index("</td>")]
    assert SOURCE.publisher in publisher
    assert SOURCE.licence in publisher


def test_the_data_page_names_release_publisher_licence_and_file() -> None:
    html = to_html(made("data", "sv").body)
    for words in ("Provutgåva 2024", RELEASE.label, "Provverket", "CC0 1.0", "prov.csv"):
        assert words in html
    assert RELEASE.sha256 in html
    assert "2 maj 2024" in html.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_accessibility_statement_has_what_the_act_asks_for(lang: str) -> None:
    page = accessibility.page(Address("accessibility", lang))
    named = Site((), operator="Provbolaget", contact="prov@example.org")
    told = write(page, named).html.partition("<main")[2].partition("</main>")[0]
    assert "Provbolaget" in told
    assert 'href="mailto:prov@example.org"' in told
    assert 'href="https://www.digg.se/tdosanmalan"' in told
    assert "2018:1937" in told
    assert re.search("delvis förenlig|partially compliant", told)
    assert day(ASSESSED, lang) in told
    parts = ("who", "status", "not", "burden", "contact", "report", "oversight", "tested")
    assert [part for part in parts if f'id="{part}"' not in told] == []


def test_what_the_operator_has_not_filled_in_is_told_and_not_made_up() -> None:
    page = accessibility.page(Address("accessibility", "sv"))
    told = write(page, Site(())).html
    assert "har inte fyllt i sitt namn" in told
    assert "har inte fyllt i någon adress" in told
    assert "mailto:" not in told
    assert "<!--" not in told
