"""Fetches a publisher's files, says what they change, and makes a draft of them."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert

from data_access import imports
from data_access.clock import now
from data_access.corrections import discard
from data_access.fetching.collecting import Collector, locked
from data_access.fetching.download import Progress
from data_access.fetching.editions import edition_of
from data_access.fetching.publishers import Publisher
from data_access.fetching.settings import Settings
from data_access.fetching.stored import remember_draft, waiting_drafts
from data_access.questions import sources
from data_access.records import EMISSION
from data_access.tables import source
from progress.i18n import say


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetching came to: `changed` tells whether any file is another than before, `label` is
    the draft that was made, if one was; `lines` say all of it."""

    publisher: str
    paths: tuple[Path, ...]
    changed: bool
    lines: tuple[str, ...]
    label: str = ""


def fetch(
    publisher: Publisher,
    engine: Engine,
    settings: Settings,
    *,
    into_draft: bool = False,
    draft_of: str = "",
    progress: Progress = lambda *_: None,
) -> Fetched:
    """Fetches what has changed; says what that would change, or makes a draft of it.

    A draft is seen by its owner's people, by nobody where it has no owner, until it is published;
    one that waits since an earlier time gives place to it. `engine` must be able to write.
    Raises FetchFailed, and what `imports.run` raises.
    """
    folder = settings.folder / publisher.name
    with locked(folder, publisher.name):
        collected = Collector(publisher, engine, settings, folder, progress).collect()
        last = max(file.fetched for file in collected.files)
        state = say("fetch.changed") if collected.changed else say("fetch.as_it_was_on", last=last)
        lines = [f"{publisher.name}: {files_counted(len(collected.files))}, {state}"]
        lines += collected.notes
        label = ""
        try:
            result = imported(
                publisher, engine, collected.paths, dry_run=not into_draft, draft_of=draft_of
            )
        except imports.AlreadyImported as error:
            lines.append(str(error))
        else:
            lines += result.report()
            if result.difference.is_empty:
                lines.append(str(say("fetch.nothing_that_is_not_known_no")))
            elif into_draft:
                label = result.label
                with engine.begin() as conn:
                    remember_draft(conn, collected.files, label, result.report())
                lines.append(str(say("fetch.draft_klimat_publish_or_klimat_discard", label=label)))
            else:
                lines.append(str(say("fetch.nothing_was_written")))
    return Fetched(publisher.name, collected.paths, collected.changed, tuple(lines), label)


def files_counted(number: int) -> str:
    return str(say("fetch.files", n=number))


def imported(
    publisher: Publisher,
    engine: Engine,
    paths: tuple[Path, ...],
    *,
    dry_run: bool = False,
    draft_of: str = "",
) -> imports.ImportResult:
    """The files as a draft, in the place of one that waits, where they change anything; or what
    they would change."""

    def prepare(conn: Connection) -> None:
        if publisher.source is not None and publisher.source.source_id not in sources(conn):
            conn.execute(insert(source).values(asdict(publisher.source)))

    def finish(conn: Connection) -> None:
        for label in waiting_drafts(conn, publisher.name):
            discard(conn, label, now())

    edition: dict[str, Any] = {}
    if publisher.kind == EMISSION.kind:
        edition = asdict(edition_of(paths[0]))
    return imports.run(
        publisher.kind,
        paths,
        engine,
        source_id=None if publisher.source is None else publisher.source.source_id,
        dry_run=dry_run,
        draft=not dry_run,
        draft_of=draft_of,
        prepare=prepare,
        finish=finish,
        only_changes=True,
        **edition,
    )
