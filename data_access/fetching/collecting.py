"""Brings a publisher's files into a folder of their own: those that have changed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from sqlalchemy import Engine
from urllib3 import PoolManager

from data_access.clock import now
from data_access.fetching.connections import pool_manager
from data_access.fetching.content import check_content
from data_access.fetching.download import Downloader, Progress, Request
from data_access.fetching.errors import FetchFailed
from data_access.fetching.links import link_on
from data_access.fetching.publishers import Publisher
from data_access.fetching.settings import Limits, Settings
from data_access.fetching.stored import FetchedFile, fetched_files, remember
from data_access.releases import file_hash
from progress.i18n import say

MOST_PAGE_BYTES = 5_000_000
"""Of a page that links to a file."""

LONGEST_NAME = 80
NEXT = "next_url"


@dataclass(frozen=True, slots=True)
class Collected:
    """A publisher's files as they are now. `notes` say what the operator should know."""

    files: tuple[FetchedFile, ...]
    paths: tuple[Path, ...]
    changed: bool
    notes: tuple[str, ...]


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Keeps a second fetching of the same publisher away. Raises FetchFailed while one goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as file:
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except OSError:
            raise FetchFailed(say("fetch.is_being_fetched_already", name=name)) from None
        yield


@dataclass(slots=True)
class Collector:
    """Collects the files of one publisher, all over one pool of connections."""

    publisher: Publisher
    engine: Engine
    settings: Settings
    folder: Path
    progress: Progress
    pool: PoolManager = field(init=False)

    def __post_init__(self) -> None:
        self.pool = pool_manager(self.settings.agent, inside=self.settings.inside)

    def collect(self) -> Collected:
        """All files, fetched where they have changed. Raises FetchFailed."""
        authorization = self.authorization()
        with self.engine.connect() as conn:
            known = fetched_files(conn, self.publisher.name)
        files: list[FetchedFile] = []
        paths: list[Path] = []
        changed = False
        notes: list[str] = []
        waiting = list(self.addresses())
        hosts = {urlsplit(address).netloc for address in waiting}
        while waiting:
            address = waiting.pop(0)
            if len(files) == self.settings.limits.most_pages:
                raise FetchFailed(say("fetch.more_than_files", address=address, number=len(files)))
            path = self.folder / file_name(address, self.publisher.ending, len(files))
            before = known.get(address)
            own = urlsplit(address).netloc in hosts
            file, moved = self.file(address, path, before, authorization if own else "")
            if moved:
                notes.append(
                    str(say("fetch.has_moved_for_good_to_change", address=address, moved=moved))
                )
            changed = changed or before is None or file.sha256 != before.sha256
            files.append(file)
            paths.append(path)
            if self.publisher.paged and (following := next_page(path)):
                waiting.append(following)
        return Collected(tuple(files), tuple(paths), changed, tuple(notes))

    def addresses(self) -> tuple[str, ...]:
        """The addresses of the table, or the one that the publisher's page links to."""
        publisher = self.publisher
        if not publisher.has_address:
            raise FetchFailed(say("fetch.has_no_address_give_one_in", name=publisher.name))
        if publisher.addresses:
            return publisher.addresses
        page = self.folder / "page.html"
        limits = replace(self.settings.limits, most_bytes=MOST_PAGE_BYTES)
        self.downloader(limits).download(Request(publisher.page, page))
        text = page.read_text("utf-8", errors="replace")
        return (link_on(text, publisher.page, publisher.link, publisher.ending),)

    def authorization(self) -> str:
        """The header that opens the publisher's interface. Raises FetchFailed without its token."""
        variable = self.publisher.token
        if not variable:
            return ""
        token = self.settings.environment.get(variable, "").strip()
        if not token:
            raise FetchFailed(
                say("fetch.asks_for_token_of_your_own", name=self.publisher.name, variable=variable)
            )
        return f"Bearer {token}"

    def downloader(self, limits: Limits) -> Downloader:
        return Downloader(self.pool, limits, self.settings.inside, self.progress)

    def file(
        self, address: str, path: Path, before: FetchedFile | None, authorization: str
    ) -> tuple[FetchedFile, str]:
        """One file, as it is now, and where it has moved to for good, if it has."""
        copy_is_there = before is not None and path.is_file() and file_hash(path) == before.sha256
        known = before.validators if before is not None and copy_is_there else None
        download = self.downloader(self.settings.limits).download(
            Request(address, path, known, authorization)
        )
        moment = now()
        if download is None:
            if before is None:
                raise FetchFailed(say("fetch.http_304_though_nothing_was_known", address=address))
            result = replace(before, checked=moment)
        else:
            check_content(path, address)
            result = (before or self.new_file(address, path)).changed(download, moment)
        with self.engine.begin() as conn:
            remember(conn, result)
        return result, "" if download is None else download.moved_to

    def new_file(self, address: str, path: Path) -> FetchedFile:
        moment = now()
        return FetchedFile(self.publisher.name, address, path.name, "", "", "", 0, moment, moment)


def next_page(path: Path) -> str:
    """The address that a page of JSON goes on at; empty on the last. Raises FetchFailed."""
    try:
        data = json.loads(path.read_bytes())
    except ValueError:
        raise FetchFailed(say("fetch.no_json_came", name=path.name)) from None
    following = data.get(NEXT) if isinstance(data, dict) else None
    return following if isinstance(following, str) else ""


def file_name(address: str, ending: str, number: int) -> str:
    """A file's name as the publisher gives it, in plain characters and with its ending."""
    parts = urlsplit(address)
    candidates = [parts.path, *(value for _, value in parse_qsl(parts.query))]
    names = [candidate.rstrip("/").rpartition("/")[2] for candidate in candidates]
    name = next((name for name in names if name.lower().endswith(ending)), names[0])
    stem = name[: -len(ending)] if name.lower().endswith(ending) else name
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in stem)
    stem = plain.strip("-")[:LONGEST_NAME] or "file"
    return f"{stem}-{number + 1}{ending}" if number else f"{stem}{ending}"
