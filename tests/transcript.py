"""Five questions in plain words, the tools that answer them and what these answer, as a document.

`python -m tests.transcript > docs/mcp-transcript.md` writes it anew; a test plays it again.
"""

import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

import anyio
from mcp import Client

from data_access.answering.server import server
from data_access.reading import StoreReader
from tests.stores import seeded_store

BASE = "https://klimat.example"
PATH = Path(__file__).parent.parent / "docs" / "mcp-transcript.md"

QUESTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "Which municipality is meant by “Malmo”, and has it signed a climate city contract?",
        "find_city",
        {"name": "Malmo"},
    ),
    (
        "Will Karlstad meet its climate goals at the pace so far, and if that cannot be told, why?",
        "verdicts",
        {"city": "Karlstad"},
    ),
    (
        "How have emissions in Örebro developed since 2022, and how sure are the figures?",
        "emissions",
        {"city": "Örebro", "year_from": 2022},
    ),
    (
        "Which public grants for biogas in Borås are known?",
        "grants",
        {"city": "Borås", "words": "biogas"},
    ),
    (
        "What has changed about Malmö?",
        "what_changed",
        {"city": "Malmö"},
    ),
)

HEAD = """# Five questions and their answers

A transcript of `klimat mcp` over the seed data, written by `python -m tests.transcript`; a test
plays it again and compares every answer. Each row has its release and the address of its own page
of data, which is what a program cites; what is not known is `unknown`. Moments are those of the day
on which the store was filled.
"""


def apart(talk: Callable[[], Any]) -> Any:
    """What a conversation gives, in a thread of its own: a browser's tests leave a loop in this."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, talk).result()


def answers(store: StoreReader) -> list[Any]:
    """What the tools answer to each question, over the protocol."""

    async def talk() -> list[Any]:
        async with Client(server(store, BASE)) as client:
            results = [await client.call_tool(tool, call) for _, tool, call in QUESTIONS]
            return [result.structured_content for result in results]

    result: list[Any] = apart(talk)
    return result


def write(store: StoreReader, out: TextIO) -> None:
    """The whole document."""
    out.write(HEAD)
    for number, ((words, tool, call), answer) in enumerate(
        zip(QUESTIONS, answers(store), strict=True), 1
    ):
        out.write(f"\n## {number}. {words}\n\nThe tool `{tool}` is called with\n\n")
        for name, content in (("", call), ("and answers\n\n", answer)):
            out.write(f"{name}```json\n{json.dumps(content, ensure_ascii=False, indent=1)}\n```\n")
            out.write("\n" if content is call else "")


def main() -> int:
    with TemporaryDirectory() as folder:
        url = seeded_store(f"sqlite:///{folder}/store.db")
        write(StoreReader(url), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
