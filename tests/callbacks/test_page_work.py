"""How much work a page is: counted, since times depend on the machine."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app import Settings, create_app
from callbacks.bindings import portfolio
from callbacks.pages import Pages
from data_access.questions import grants, grants_of_many, money, places, pledges
from data_access.reading import StoreReader
from layouts.links.addresses import parse
from tests.boards import CALLBACKS, portfolio_question, prefix_of

CALLS = 52_500
"""A city page takes about 49 900, in C and Python: 5 % less than this."""

CHOICE_CALLS = 57_000
"""A choice on the portfolio's board takes about 52 100: the same, however many grants there are."""

QUESTIONS = 12
"""A city page asks so many of the store; its version twice, for the page's key (unless that was
asked within half a second) and in the page's own state, whoever needs it."""


@pytest.fixture(scope="module")
def pages(seeded_file: Path) -> Iterator[Pages]:
    result = create_app(Settings(f"sqlite:///{seeded_file}")).pages
    written(result, "malmo")  # what all pages share is known from here on
    yield result
    result.forget_connections()


def written(pages: Pages, slug: str) -> None:
    parsed = parse(f"/sv/kommun/{slug}")
    assert parsed is not None
    pages.forget_pages()
    assert pages.answer(parsed).written.status == 200


def calls_of(work: Callable[[], None]) -> int:
    """Calls of functions, in C and Python."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def test_no_page_puts_its_questions_together_anew(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put_together(*_: object, **__: object) -> None:
        raise AssertionError("a question of a page is put together when it is imported")

    # The package hands on a question of the same name as this module.
    local_contracts = import_module("data_access.questions.local_contracts")
    for module in (local_contracts, money, places, pledges):
        monkeypatch.setattr(module, "newest", put_together)
    written(pages, "orebro")


def test_a_page_is_written_with_few_calls(pages: Pages) -> None:
    written(pages, "orebro")
    assert calls_of(lambda: written(pages, "goteborg")) < CALLS


def test_a_choice_on_the_portfolio_is_answered_with_few_calls(seeded_file: Path) -> None:
    client = create_app(Settings(f"sqlite:///{seeded_file}")).server.test_client()
    prefix = prefix_of(client.get("/sv/portfolj").text)
    layout = client.get(f"{prefix}_dash-layout").json

    def choose(funder: str) -> None:
        body = portfolio_question(layout, "finansiar", [funder])
        assert client.post(prefix + CALLBACKS[1:], json=body).status_code == 200

    choose("Energimyndigheten")  # what all choices share is known from here on
    assert calls_of(lambda: choose("Formas")) < CHOICE_CALLS


def test_what_a_choice_is_let_go_to_is_grouped_once(
    seeded_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = create_app(Settings(f"sqlite:///{seeded_file}")).server.test_client()
    prefix = prefix_of(client.get("/sv/portfolj").text)
    layout = client.get(f"{prefix}_dash-layout").json

    def choose(*funders: str) -> dict[str, object]:
        body = portfolio_question(layout, "finansiar", list(funders))
        answer = client.post(prefix + CALLBACKS[1:], json=body).json
        assert answer is not None
        found: dict[str, object] = answer["response"]
        return found

    whole, some = choose(), choose("Formas")
    grouped: list[object] = []
    monkeypatch.setattr(portfolio, "summary", grouped.append)
    assert choose() == whole != some
    assert not grouped


def test_a_page_asks_few_questions_of_the_store(pages: Pages) -> None:
    written(pages, "orebro")
    questions: list[str] = []

    def count(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            questions.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        written(pages, "goteborg")
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert len(questions) <= QUESTIONS
    assert sum("change_log" in question for question in questions) <= 2


def test_what_all_cities_have_in_common_is_not_asked_again(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("the same for every city, and known")

    monkeypatch.setattr(money, "_PLACES_OF_MANY", None)
    monkeypatch.setattr(money, "_GRANTS_OF_MANY", None)
    for name in ("_commitments", "_activities", "_goal"):
        monkeypatch.setattr(pledges, name, asked)
    written(pages, "orebro")


def test_grants_known_beforehand_are_those_asked_for(seeded_file: Path) -> None:
    store = StoreReader(f"sqlite:///{seeded_file}")
    with store.connection() as conn:
        known = grants_of_many(conn)
        for code in ("1880", "1480"):
            assert set(known[code]) < set(grants(conn, code))
            assert grants(conn, code, known) == grants(conn, code)
    store.close()
