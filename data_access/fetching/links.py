"""Finds the link to a file on a publisher's page, by how the link's text begins."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from data_access.fetching.errors import FetchFailed
from progress.i18n import say


class _Links(HTMLParser):
    """Collects the links of a page with their texts, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self._address: str | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address, self._text = dict(attrs).get("href"), []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            self.links.append((self._address, " ".join("".join(self._text).split())))
            self._address = None


def link_on(page: str, base: str, begins: str, ending: str) -> str:
    """The address of the first file with this ending whose link begins so; on the page's own host.

    Raises FetchFailed where the page has none.
    """
    parser = _Links()
    parser.feed(page)
    for address, text in parser.links:
        whole = urljoin(base, address)
        parts = urlsplit(whole)
        same_host = parts.netloc == urlsplit(base).netloc
        if text.startswith(begins) and parts.path.lower().endswith(ending) and same_host:
            return whole
    raise FetchFailed(
        say("fetch.no_link_to_file_there_begins", base=base, ending=ending, begins=begins)
    )
