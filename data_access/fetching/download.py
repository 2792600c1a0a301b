"""Downloads one file: only when it has changed, resumed where it broke off, within limits."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from data_access.fetching.addresses import check_address
from data_access.fetching.errors import FetchFailed, TryAgain
from data_access.fetching.settings import Limits
from data_access.releases import file_hash
from progress.i18n import say

CHUNK = 1 << 16
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
GONE = frozenset({404, 410})
CLOSED = frozenset({401, 403})
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)$")
CONNECTION = re.compile(r"^\w+\(host=.*?\): ")
PART = ".part"

Progress = Callable[[int, int | None], None]
"""Told the bytes that have come, and of how many, where the publisher says."""


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a publisher tells one state of a file from another."""

    etag: str = ""
    last_modified: str = ""

    @property
    def strong(self) -> str:
        """What a resumed download may be tied to; empty where nothing will do."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


@dataclass(frozen=True, slots=True)
class Request:
    """A file to fetch. `known` are the validators of the copy that is there, if there is one;
    `authorization` is sent to the address's own host alone."""

    address: str
    target: Path
    known: Validators | None = None
    authorization: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that has come. `moved_to` is its new address, where the publisher says so for good."""

    validators: Validators
    sha256: str
    size: int
    moved_to: str = ""


@dataclass(slots=True)
class Downloader:
    """Downloads files, one at a time, over one pool of connections."""

    pool: PoolManager
    limits: Limits
    inside: bool
    progress: Progress
    deadline: float = 0.0

    def download(self, request: Request) -> Download | None:
        """The file, in its place whole; None where it is as it was. Raises FetchFailed."""
        self.deadline = monotonic() + self.limits.total_seconds
        part = request.target.with_name(request.target.name + PART)
        pause = self.limits.pause_seconds
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return self.attempt(request, part)
            except TryAgain as error:
                if attempt == self.limits.attempts:
                    raise FetchFailed(say("fetch.attempts", error=error, attempt=attempt)) from None
                wait = min(error.seconds or pause, self.limits.longest_pause_seconds)
                self.check_time(request.address, after=wait)
                sleep(wait)
                pause *= 2
        raise AssertionError("unreachable")

    def attempt(self, request: Request, part: Path) -> Download | None:
        """One attempt, from where the last one broke off. Raises TryAgain and FetchFailed."""
        begun = part_validator(part)
        offset = part.stat().st_size if begun else 0
        headers = headers_of(request, begun, offset)
        response, address, moved = self.opened(request, headers)
        try:
            if response.status == 304:
                return None
            if response.status == 416 or (
                response.status == 206 and not continues(response, offset)
            ):
                forget(part)
                raise TryAgain(
                    str(say("fetch.another_part_came_than_one_asked", address=address)), 0
                )
            if response.status not in (200, 206):
                raise refusal(response, address)
            resumed = response.status == 206
            validators = validators_of(response)
            remember_validator(part, Validators() if is_packed(response) else validators)
            self.receive(response, part, address, offset if resumed else 0)
            check_md5(response, part, address, resumed=resumed)
        except HTTPError as error:
            raise TryAgain(f"{address}: {short(error)}") from None
        finally:
            response.close()
        result = Download(validators, file_hash(part), part.stat().st_size, moved)
        part.replace(request.target)
        forget(part)
        return result

    def opened(
        self, request: Request, headers: dict[str, str]
    ) -> tuple[BaseHTTPResponse, str, str]:
        """The answer after all redirects, the address that gave it, and the one that the file has
        moved to for good; empty where it has not. Raises TryAgain and FetchFailed."""
        address, moved, permanent = request.address, "", True
        for _ in range(self.limits.redirects + 1):
            check_address(address, inside=self.inside)
            self.check_time(address)
            if urlsplit(address).netloc != urlsplit(request.address).netloc:
                headers.pop("Authorization", None)
            timeout = Timeout(connect=self.limits.connect_seconds, read=self.limits.read_seconds)
            try:
                response = self.pool.request(
                    "GET",
                    address,
                    headers={**self.pool.headers, **headers},
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    timeout=timeout,
                )
            except HTTPError as error:
                raise TryAgain(f"{address}: {short(error)}") from None
            if response.status not in REDIRECTS:
                return response, address, moved
            location = response.headers.get("Location", "")
            response.close()
            permanent = permanent and response.status in PERMANENT
            address = urljoin(address, location)
            moved = address if permanent else moved
        raise FetchFailed(
            say(
                "fetch.more_than_redirects",
                address=request.address,
                redirects=self.limits.redirects,
            )
        )

    def receive(self, response: BaseHTTPResponse, part: Path, address: str, offset: int) -> None:
        """Writes what comes. Raises FetchFailed beyond a limit, urllib3's errors for a break."""
        stated = "" if is_packed(response) else response.headers.get("Content-Length", "")
        total = offset + int(stated) if stated.isdigit() else None
        self.check_size(total or 0, address, part)
        size = offset
        with part.open("ab" if offset else "wb") as file:
            # What has come by now, however little: of a trickle the time is looked at as well.
            while chunk := response.read1(CHUNK, decode_content=is_packed(response)):
                file.write(chunk)
                size += len(chunk)
                self.check_size(size, address, part)
                self.check_time(address)
                self.progress(size, total)

    def check_size(self, size: int, address: str, part: Path) -> None:
        if size > self.limits.most_bytes:
            forget(part)
            raise FetchFailed(
                say("fetch.larger_than_bytes", address=address, most_bytes=self.limits.most_bytes)
            )

    def check_time(self, address: str, after: float = 0) -> None:
        """A slow publisher is left for another day, who then goes on where this one ended."""
        if monotonic() + after > self.deadline:
            seconds = f"{self.limits.total_seconds:g}"
            raise FetchFailed(
                say("fetch.not_whole_within_s_next_time", address=address, seconds=seconds)
            )


def headers_of(request: Request, begun: str, offset: int) -> dict[str, str]:
    """The headers of a request for a changed file, or for the rest of one that has begun."""
    headers = {}
    if request.authorization:
        headers["Authorization"] = request.authorization
    if begun:
        headers |= {"Range": f"bytes={offset}-", "If-Range": begun}
    elif request.known is not None:
        if request.known.etag:
            headers["If-None-Match"] = request.known.etag
        if request.known.last_modified:
            headers["If-Modified-Since"] = request.known.last_modified
    return headers


def refusal(response: BaseHTTPResponse, address: str) -> FetchFailed:
    """What an answer without a file means."""
    status = response.status
    if status in BUSY:
        wait = response.headers.get("Retry-After", "")
        return TryAgain(f"{address}: HTTP {status}", float(wait) if wait.isdigit() else None)
    if status in GONE:
        return FetchFailed(say("fetch.http_no_such_file_any_more", address=address, status=status))
    if status in CLOSED:
        return FetchFailed(
            say("fetch.http_not_without_token_or_not", address=address, status=status)
        )
    return FetchFailed(f"{address}: HTTP {status}")


def is_packed(response: BaseHTTPResponse) -> bool:
    """Whether the answer is packed for the way, though none was asked for: it is unpacked as it
    comes, and is not resumed."""
    return response.headers.get("Content-Encoding", "identity") != "identity"


def continues(response: BaseHTTPResponse, offset: int) -> bool:
    """Whether a partial answer begins where the file broke off."""
    stated = RANGE.match(response.headers.get("Content-Range", ""))
    return stated is not None and int(stated[1]) == offset


def validators_of(response: BaseHTTPResponse) -> Validators:
    return Validators(response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))


def check_md5(response: BaseHTTPResponse, part: Path, address: str, *, resumed: bool) -> None:
    """Holds a whole file against the checksum that some stores send along."""
    stated = response.headers.get("Content-MD5", "")
    if not stated or resumed or is_packed(response):
        return
    digest = hashlib.md5(part.read_bytes(), usedforsecurity=False).digest()
    if base64.b64encode(digest).decode() != stated:
        forget(part)
        raise TryAgain(str(say("fetch.file_is_not_one_of_its", address=address)))


def part_validator(part: Path) -> str:
    """By what the rest of a part may be asked for; empty where it must be asked for anew."""
    note = note_of(part)
    return note.read_text("utf-8") if part.is_file() and note.is_file() else ""


def remember_validator(part: Path, validators: Validators) -> None:
    note_of(part).write_text(validators.strong, "utf-8")


def forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    note_of(part).unlink(missing_ok=True)


def note_of(part: Path) -> Path:
    return part.with_name(part.name + "-validator")


def short(error: Exception) -> str:
    """An error of the line in a few words, without the connection that urllib3 names first."""
    return CONNECTION.sub("", str(error)) or type(error).__name__
