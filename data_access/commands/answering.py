"""The command that answers other programs' questions (MCP)."""

import os
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from importlib.util import find_spec

from data_access.commands.language import translated
from data_access.engine import database_url
from data_access.reading import StoreError, StoreReader
from progress.i18n import say

PORT = 8051


def add_answering(
    commands: "_SubParsersAction[ArgumentParser]", add: Callable[..., ArgumentParser]
) -> None:
    """`klimat mcp` and its options."""
    parser = add(commands, "mcp", answer, translated("klimat.help.answer_programs_questions"))
    parser.add_argument("--http", action="store_true", help=translated("klimat.help.over_http"))
    parser.add_argument(
        "--host", default="127.0.0.1", help=translated("klimat.help.where_to_listen")
    )
    parser.add_argument("--port", type=int, default=PORT, metavar="N")


def answer(arguments: Namespace) -> int:
    """Answer until the other end goes: over the terminal's streams, or over HTTP."""
    if find_spec("mcp") is None:
        raise StoreError(say("klimat.mcp_is_not_installed"))
    from data_access.answering.server import server

    site = server(StoreReader(database_url()), os.environ.get("PUBLIC_URL", "").rstrip("/"))
    if arguments.http:
        site.run(
            "streamable-http",
            host=arguments.host,
            port=arguments.port,
            json_response=True,
            stateless_http=True,
        )
    else:
        site.run("stdio")
    return 0
