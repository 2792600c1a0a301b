"""Where figures come from: publisher, licence, and the addresses a reader can look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from. `licence`: what the publisher states, or that nothing is stated.

    `url` is the publisher's page, `file_url` the place of the file that was read.
    """

    source_id: str
    title: str
    publisher: str
    licence: str
    url: str = ""
    note: str = ""
    file_url: str = ""

    @property
    def address(self) -> str:
        """Where a reader can look: the publisher's page, else the file."""
        return self.url or self.file_url
