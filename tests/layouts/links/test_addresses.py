"""Addresses: what is written can be read, in both languages, and no address breaks a page."""

from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layouts.links.addresses import (
    KEY,
    MOST_QUERY_CHARACTERS,
    Address,
    QueryProblem,
    canonical,
    href,
    parse,
    parse_href,
    pattern,
    redirect_for,
    translations,
)
from layouts.links.query import LANGUAGES, PARAMETERS, Parameter
from layouts.links.routes import ROUTES, Route, files_of


def values_of(parameter: Parameter) -> st.SearchStrategy[str]:
    texts = st.from_regex(parameter.form, fullmatch=True).filter(lambda text: text == text.strip())
    words = st.sampled_from(sorted(parameter.words)) if parameter.words else st.nothing()
    return words if parameter.words and not parameter.others else words | texts


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    route = draw(st.sampled_from(sorted(ROUTES.values(), key=lambda route: route.name)))
    needed = route.varies_by
    forms = {"label": r"[a-z0-9][a-z0-9.-]{0,79}", "key": KEY.pattern}
    form = forms.get(needed, r"[a-z0-9]+(-[a-z0-9]+)*")
    slug = draw(st.from_regex(form, fullmatch=True))
    address = Address(
        route.name,
        draw(st.sampled_from(LANGUAGES)),
        slug=slug if needed in ("slug", "label", "key") else None,
        year=draw(st.integers(1990, 2100)) if needed == "year" else None,
    )
    for name, parameter in PARAMETERS.items():
        if name in route.parameters and draw(st.booleans()):
            chosen = draw(
                st.lists(values_of(parameter), min_size=1, max_size=parameter.most, unique=True)
            )
            address = address.with_query(**{name: tuple(chosen)})
    return address


@given(addresses())
def test_an_address_that_is_written_reads_as_itself(address: Address) -> None:
    assume(len(href(address).partition("?")[2]) <= MOST_QUERY_CHARACTERS)
    parsed = parse_href(href(address))
    assert parsed is not None
    assert parsed.address == address
    assert parsed.problems == ()


@given(addresses())
def test_a_translation_says_the_same_in_the_other_language(address: Address) -> None:
    (other,) = translations(address)
    assert other.lang != address.lang
    assert translations(other) == (address,)
    assert href(other) != href(address)


@given(addresses(), st.text(), st.text())
def test_any_query_gives_a_page(address: Address, name: str, value: str) -> None:
    path = unquote(canonical(address))
    assert parse(path, f"{name}={value}") is not None
    parsed = parse(path, value)
    assert parsed is not None
    assert parse_href(href(parsed.address)) is not None


@given(st.text())
def test_any_path_is_a_page_or_none(path: str) -> None:
    for prefix in ("", "/", "/sv/", "/en/municipality/"):
        parsed = parse(prefix + path)
        assert parsed is None or unquote(href(parsed.address)) == prefix + path
        parse_href(prefix + path)
        redirect_for(prefix + path)


def test_the_paths_are_those_that_were_promised() -> None:
    assert href(Address("city", "sv", slug="provkoping")) == "/sv/kommun/provkoping"
    assert href(Address("money", "en", slug="provkoping")) == "/en/municipality/provkoping/money"
    assert href(Address("follow_up", "sv", year=2024)) == "/sv/uppfoljning/2024"
    compare = Address("compare", "sv").with_query(municipality=("2081", "1880"))
    assert href(compare) == "/sv/jamfor?kommun=2081&kommun=1880"
    assert href(translations(compare)[0]) == "/en/compare?municipality=2081&municipality=1880"


def test_a_bad_value_becomes_a_problem_that_names_it() -> None:
    parsed = parse("/sv/kommun/provkoping", "gas=metan&utgava=ok-1&utm_source=x")
    assert parsed is not None
    assert parsed.problems == (QueryProblem("gas", "metan"),)
    assert parsed.address.query == (("release", "ok-1"),)


def test_swedish_names_mean_nothing_on_english_pages() -> None:
    parsed = parse("/en/municipality/provkoping", "utgava=ok-1")
    assert parsed is not None
    assert parsed.address.query == ()


@pytest.mark.parametrize("page", ["city", "follow_up"])
def test_an_address_without_what_its_page_needs_cannot_be_written(page: str) -> None:
    with pytest.raises(ValueError, match="needs"):
        href(Address(page, "sv"))


def test_needless_and_missing_final_slashes_are_led_right() -> None:
    assert redirect_for("/sv") == "/sv/"
    assert redirect_for("/sv/metod/") == "/sv/metod"
    assert redirect_for("/sv/metod") is None
    assert redirect_for("/sv/") is None
    assert redirect_for("/sv/finns-inte/") is None
    assert redirect_for("//example.org/sv/metod/") is None


def test_no_two_parameters_of_a_page_share_a_name() -> None:
    for route in ROUTES.values():
        for lang in LANGUAGES:
            names = [PARAMETERS[name].name(lang) for name in route.parameters]
            assert len(names) == len(set(names))


def test_what_is_wrong_with_a_municipality_in_a_comparison_is_told_apart() -> None:
    codes = ["2081", "1880", "2081", "0180", "1280", "1480", "0380", "9999", "x"]
    parsed = parse("/sv/jamfor", "&".join(f"kommun={code}" for code in codes))
    assert parsed is not None
    assert parsed.address.all("municipality") == ("2081", "1880", "0180", "1280", "1480", "0380")
    assert parsed.problems == (
        QueryProblem("kommun", "2081", "repeated"),
        QueryProblem("kommun", "9999", "too_many"),
        QueryProblem("kommun", "x"),
    )


def test_a_view_of_a_page_can_have_an_address_of_its_own() -> None:
    route = Route(
        "prov", "/sv/prov/{slug}", "/en/test/{slug}", parameters=("measure",), view="measure"
    )
    match = pattern(route, "sv").fullmatch("/sv/prov/testvik/person")
    assert match is not None
    assert match.groupdict() == {"slug": "testvik", "view": "person"}
    assert pattern(route, "sv").fullmatch("/sv/prov/testvik") is not None
    assert pattern(route, "sv").fullmatch("/sv/prov/testvik/annat") is None


def test_a_pages_files_take_its_choices_but_those_of_the_screen() -> None:
    money = Address("money", "sv", slug="provkoping").with_query(
        prices="constant", sort="amount", rows="all", gas="co2"
    )
    assert href(money.file("csv")) == "/sv/kommun/provkoping/pengar.csv?priser=fasta"
    assert [one.name for one in files_of(ROUTES["meeting"])] == ["meeting_pptx", "meeting_xlsx"]


def test_every_parameter_is_taken_by_a_page_and_every_page_takes_what_there_is() -> None:
    taken = {name for route in ROUTES.values() for name in route.parameters}
    assert taken == PARAMETERS.keys()
