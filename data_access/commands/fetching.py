"""`klimat fetch`: what publishers give out, as drafts with the difference to approve."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from time import monotonic

from sqlalchemy import Engine

from data_access import imports
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.fetching import FetchFailed, Publisher, Settings, fetch, publishers, settings_of
from data_access.fetching.download import Progress
from data_access.fetching.stored import fetched_files, waiting_drafts
from data_access.inside.publishing import check_owner
from data_access.readers import OPERATOR
from progress.i18n import say

SECONDS_BETWEEN = 2
"""Between two lines that tell how much has come."""

FAILED = 1


def fetch_files(arguments: Namespace) -> int:
    """Fetch what has changed; with --all one publisher's failure leaves the others as they are."""
    settings = settings_of(os.environ)
    table = publishers(settings.tables)
    if arguments.list:
        return list_publishers(table.values())
    chosen = list(chosen_among(table, arguments.publishers, every=arguments.all))
    failed = 0
    with opened(read_only=False, reader=OPERATOR) as engine:
        owner = owner_of(engine, arguments.draft_for)
        for publisher in chosen:
            if arguments.all and not is_ready(publisher, settings):
                print(say("fetch.left_out_for_it_has_no", name=publisher.name))
                continue
            try:
                result = fetch(
                    publisher,
                    engine,
                    settings,
                    into_draft=arguments.into_draft or bool(owner),
                    draft_of=owner,
                    progress=progress_of(publisher),
                )
            except (FetchFailed, imports.ImportProblems, imports.ImportRefused) as error:
                if not arguments.all:
                    raise
                failed += 1
                print(f"{publisher.name}: {error}", file=sys.stderr)
            else:
                print(*result.lines, sep="\n", flush=True)
    return FAILED if failed else 0


def chosen_among(
    table: dict[str, Publisher], names: Iterable[str], *, every: bool
) -> Iterator[Publisher]:
    """The publishers that are asked for. Raises FetchFailed for a name that is not in the table."""
    names = list(table) if every else list(names)
    if not names:
        raise FetchFailed(say("fetch.from_whom_or_all", table=", ".join(table)))
    for name in names:
        if name not in table:
            raise FetchFailed(
                say("fetch.no_publisher_there_are", name=name, table=", ".join(table))
            )
        yield table[name]


def is_ready(publisher: Publisher, settings: Settings) -> bool:
    """Whether all is there that fetching takes: an address, and a token where one is asked for."""
    token = (
        settings.environment.get(publisher.token, "") if publisher.token else "none is asked for"
    )
    return publisher.has_address and bool(token)


def owner_of(engine: Engine, name: str | None) -> str:
    if name is None:
        return ""
    with engine.connect() as conn:
        return check_owner(conn, name)


def progress_of(publisher: Publisher) -> Progress:
    """Tells on the terminal how much has come, every other second."""
    told = monotonic()

    def progress(received: int, total: int | None) -> None:
        nonlocal told
        if monotonic() - told < SECONDS_BETWEEN:
            return
        told = monotonic()
        key = "fetch.received" if total is None else "fetch.received_of"
        megabytes = {"received": f"{received / 1e6:.1f}", "total": f"{(total or 0) / 1e6:.1f}"}
        print(translated(key, name=publisher.name, **megabytes), file=sys.stderr, flush=True)

    return progress


def list_publishers(table: Iterable[Publisher]) -> int:
    """Every publisher with its address, when it was last asked, and the draft that waits."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        print(
            f"{translated('fetch.head.publisher'):<16}{translated('klimat.head.kind'):<26}"
            f"{translated('fetch.head.changed'):<12}{translated('fetch.head.asked'):<12}"
            f"{translated('klimat.state.draft'):<44}{translated('fetch.head.address')}"
        )
        never = translated("fetch.never")
        for publisher in table:
            files = fetched_files(conn, publisher.name).values()
            changed = max((f"{file.fetched:%Y-%m-%d}" for file in files), default=never)
            asked = max((f"{file.checked:%Y-%m-%d}" for file in files), default=never)
            drafts = ", ".join(waiting_drafts(conn, publisher.name))
            address = ", ".join(publisher.addresses) or publisher.page or say("fetch.none_give_one")
            print(
                f"{publisher.name:<15} {publisher.kind:<25} {changed:<11} {asked:<11} "
                f"{drafts:<43} {address}"
            )
    return 0
