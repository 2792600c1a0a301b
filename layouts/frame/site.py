"""What is the same on every page: which pages there are, who runs the site, and its address."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Site:
    """`pages` are those that exist; `public_url` is the address readers use, with no final /.

    `sign_in` tells whether people can sign in, `drafts_of` whose drafts these pages show.
    `organisation_number` is the operator's: ten digits, or empty. `licence` is theirs for what the
    site works out itself: its address, or a name that has one (`CC0`, `CC BY 4.0`).
    """

    pages: Collection[str]
    operator: str = ""
    contact: str = ""
    public_url: str = ""
    organisation_number: str = ""
    licence: str = ""
    sign_in: bool = False
    drafts_of: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path of its host that the site lies under, with no final /; mostly empty.
        What is no whole address (`klimat.example`) names no host, and so no path of one.
        """
        address = urlsplit(self.public_url)
        return address.path if address.netloc else ""
