"""What a page is in the list of pages: its paths, what it takes, who asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from layouts.links.query import LANGUAGES


class Kind(StrEnum):
    """A document is read, a board is worked in (Dash), a file is saved, a form is sent."""

    DOCUMENT = "document"
    BOARD = "board"
    FILE = "file"


@dataclass(frozen=True)
class Route:
    """A kind of page.

    `sv` and `en` are its paths, with `{slug}`, `{label}` (of a release), `{key}` (of a grant, of
    whoever gives or receives it) or `{year}` for what varies. `binding` names the function that
    asks for it, as `module.function` in `callbacks.bindings`; a page without one is answered by a
    route of its own. `parameters` are names in `layouts.links.query.PARAMETERS`. `view` is a
    parameter that stands in the path, after it, and not behind `?`. `files` maps the endings of
    the page's own files to the functions in `callbacks.files` that make them; a file takes the
    page's parameters but those that are `only_on_screen`. Who has `menu_as` is shown in the menu
    as that page. A page that is not `indexed` says what another says, for another use: search
    engines are not told of it. Charts of one that `embeds` can be shown on other sites.
    """

    name: str
    sv: str
    en: str
    binding: str = ""
    parameters: tuple[str, ...] = ()
    view: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    only_on_screen: tuple[str, ...] = ()
    kind: Kind = Kind.DOCUMENT
    menu: bool = False
    footer: bool = False
    menu_as: str = ""
    indexed: bool = True
    embeds: bool = False

    def path(self, lang: str) -> str:
        """The path in a language, with what varies in braces; others have the English words."""
        return self.sv if lang == "sv" else f"/{lang}{self.en.removeprefix('/en')}"

    @property
    def paths(self) -> tuple[str, ...]:
        """The path in each language."""
        return tuple(self.path(lang) for lang in LANGUAGES)

    @cached_property
    def varies_by(self) -> str:
        """What stands in its path: `slug`, `label`, `key`, `year` or nothing."""
        return next(
            (name for name in ("slug", "label", "key", "year") if f"{{{name}}}" in self.sv), ""
        )
