"""Questions that other programs ask (MCP), put by the protocol's own client."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from data_access.answering.server import server
from data_access.open_data import whole
from data_access.reading import StoreReader
from tests.data_access.made_up import fill
from tests.stores import new_store, with_verdicts
from tests.transcript import PATH, apart, write

MOMENT = re.compile(r"[0-9]{8}T[0-9]{6}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+]+")

BASE = "https://klimat.example"

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> StoreReader:
    folder = tmp_path_factory.mktemp("mcp")
    return StoreReader(new_store(f"sqlite:///{folder / 'store.db'}", fill, with_verdicts))


@pytest.fixture(scope="module")
def ask(store: StoreReader) -> Ask:
    """Calls a tool; gives what it answers, or its words where it could not."""

    def call(name: str, /, **arguments: Any) -> Any:
        async def talk() -> Any:
            async with Client(server(store, BASE)) as client:
                result: Any = await client.call_tool(name, arguments)
                return result.content[0].text if result.is_error else result.structured_content

        return apart(talk)

    return call


def test_every_tool_says_that_it_only_reads(store: StoreReader) -> None:
    async def tools() -> Any:
        async with Client(server(store, BASE)) as client:
            return (await client.list_tools()).tools

    listed = apart(tools)
    names = {"find_city", "verdicts", "emissions", "grants", "what_changed"}
    assert {tool.name for tool in listed} == names | {"list_datasets", "rows"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in listed)


def test_five_questions_are_answered_with_figures_releases_and_addresses(
    ask: Ask, store: StoreReader
) -> None:
    with store.connection() as conn:
        rows = {
            name: [row for row in whole(conn, name) if row["municipality_code"] == "9001"]
            for name in ("verdicts", "emission-totals")
        }
        grants = [row for row in whole(conn, "grants") if "9001" in row["places"]]
    (match,) = ask("find_city", name="provkoping")["matches"]
    assert (match["code"], match["name"]) == ("9001", "Provköping")
    verdicts = ask("verdicts", city="Provköping")
    for told, row in zip(verdicts["rows"], rows["verdicts"], strict=True):
        assert told["sentence_en"] == row["sentence_en"]
        assert told["reason"] == (row["reason"] or "not applicable")
        assert told["address"] == f"{BASE}/api/v1/verdicts/9001/{row['goal_id']}/{row['basis']}"
    emissions = ask("emissions", city="9001")
    assert [(told["year"], told["tonnes"], told["status"]) for told in emissions["rows"]] == [
        (row["year"], row["tonnes"], row["status"]) for row in rows["emission-totals"]
    ]
    label = rows["emission-totals"][0]["release"]
    assert emissions["releases"] == [{"label": label, "address": f"{BASE}/api/v1/releases/{label}"}]
    told = ask("grants", city="9001")
    assert [row["grant_id"] for row in told["rows"]] == [row["grant_id"] for row in grants]
    assert "do not add" in told["note"]
    days = [row["at"] for row in ask("what_changed", city="9001")["rows"]]
    assert days
    assert days == sorted(days, reverse=True)


def test_what_is_not_known_is_told_as_unknown(ask: Ask, store: StoreReader) -> None:
    with store.connection() as conn:
        unknown = [row for row in whole(conn, "grants") if row["amount"] is None]
    assert unknown
    rows = {row["grant_id"]: row for row in ask("rows", dataset="grants")["rows"]}
    assert {rows[row["grant_id"]]["amount"] for row in unknown} == {"unknown"}


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("verdicts", {"city": "Ingenstans"}, "no one municipality is called"),
        ("rows", {"dataset": "nothing"}, "no dataset 'nothing'"),
        ("what_changed", {"since": "yesterday"}, "expected a day"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(
    ask: Ask, tool: str, arguments: dict[str, str], words: str
) -> None:
    assert words in ask(tool, **arguments)


def test_the_transcript_is_what_is_answered_today(seeded_file: Path) -> None:
    written = StringIO()
    write(StoreReader(f"sqlite:///{seeded_file}"), written)
    now, then = (MOMENT.sub("…", words) for words in (written.getvalue(), PATH.read_text("utf-8")))
    assert now == then
