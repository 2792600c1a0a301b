"""What every document carries beside its page: inline styles, deferred scripts, Dash's settings."""

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import escape
from pathlib import Path
from typing import Any

from dash import Dash
from dash._utils import to_json

from data_access.program import ROOT

ASSETS = ROOT / "assets"

GRID = "/dash_ag_grid/"
NOT_NEEDED = ("/dash_table/", "deps/polyfill", GRID)
"""Dash's scripts that no page of ours needs when it starts."""

FIRST = "load.js"
"""The script that fetches the others after the first paint, and the one that starts Dash."""

BOARD = "board.js"
"""The script that does both on a board, and takes Dash's rendering up in the page's place."""

SPECULATION_RULES = "/speculation-rules.json"
"""Where browsers read which links they may fetch ahead."""

TOLD_TO_BROWSER = (
    "url_base_pathname",
    "requests_pathname_prefix",
    "ui",
    "props_check",
    "show_undo_redo",
    "suppress_callback_exceptions",
    "update_title",
    "children_props",
    "serve_locally",
    "validate_callbacks",
    "csrf_token_name",
    "csrf_header_name",
)
"""Dash's settings that its renderer reads. The rest tells of versions or of the machine, or differs
each time."""

VERSIONED = re.compile(r"(?<=\.)v[\w-]+m[0-9a-fA-F]+(?=\.)")
"""What Dash has put into a script's address: its version and when it was installed."""


def fingerprint(path: Path) -> str:
    """A short name for a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def asset_address(path: Path) -> str:
    """The address of a file in assets/ with its content's name, so that it may be kept for ever."""
    return f"/assets/{path.relative_to(ASSETS).as_posix()}?m={fingerprint(path)}"


def unversioned(address: str) -> str:
    """A script's address with another name for its version, in the form that Dash takes."""
    return VERSIONED.sub(
        lambda match: f"v{hashlib.sha256(match[0].encode()).hexdigest()[:12]}m0", address
    )


def minified(css: str) -> str:
    """The same styles with fewer bytes: no comments, no needless space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"(?<=[\w-]): ", ":", css)
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(";}", "}").strip()


@cache
def own_styles(name: str) -> str:
    """The styles of one kind of page, minified."""
    return minified((ASSETS / name).read_text("utf-8"))


@dataclass
class Surroundings:
    """The parts of a document that are the same for all pages of a running program."""

    dash: Dash
    _board_loaders: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def css(self) -> str:
        path = ASSETS / "klimat.css"
        return minified(path.read_text("utf-8")) if path.exists() else ""

    def css_with(self, stylesheet: str) -> str:
        """The styles of all pages, then those of one kind of page (file names, or empty)."""
        return self.css + "".join(own_styles(name) for name in stylesheet.split())

    @cached_property
    def dash_scripts(self) -> list[str]:
        """The addresses of Dash's own scripts, in their order."""
        return [
            source for source in self._all_scripts if not any(part in source for part in NOT_NEEDED)
        ]

    @cached_property
    def grid_script(self) -> str:
        """The address of the grid's script, which a board fetches when rows are opened."""
        return next((source for source in self._all_scripts if GRID in source), "")

    @cached_property
    def _all_scripts(self) -> list[str]:
        sources = re.findall(r'src="([^"]+)"', self.dash._generate_scripts_html())
        return [unversioned(source) for source in sources]

    def board_loader(self, board: str) -> str:
        """The script of a board, and those that it runs when the board has been painted; its own,
        `assets/boards/<name>.js`, where it has one.

        They are fetched at once, but after all that the first paint needs.
        """
        if board not in self._board_loaders:
            self._board_loaders[board] = self._board_loader(board)
        return self._board_loaders[board]

    def _board_loader(self, board: str) -> str:
        bundle = [] if self.charting_bundle is None else [self.charting_bundle]
        own = ASSETS / "boards" / f"{board}.js"
        scripts = [
            *bundle,
            *self.dash_scripts,
            asset_address(ASSETS / "share.js"),
            asset_address(ASSETS / "prefetch.js"),
            *([asset_address(own)] if own.exists() else []),
        ]
        fetched = "".join(
            f'<link rel="preload" as="script" fetchpriority="low" href="{escape(script)}">'
            for script in scripts
        )
        return (
            f'<script async src="{asset_address(ASSETS / BOARD)}"'
            f' data-scripts="{escape(" ".join(scripts))}"'
            f' data-grid="{escape(self.grid_script)}"></script>{fetched}'
        )

    @cached_property
    def loader(self) -> str:
        """The script that fetches the page's others; it runs before the page is whole.

        It does so after the first paint: deferred scripts may run before it, and fetching them
        takes time from it on a small machine.
        """
        ours = [
            asset_address(path)
            for path in sorted(ASSETS.glob("*.js"))
            if path.name not in (FIRST, BOARD)
        ]
        return (
            f'<script async src="{asset_address(ASSETS / FIRST)}"'
            f' data-scripts="{escape(" ".join(ours))}"></script>'
        )

    def own_scripts(self, stylesheet: str) -> str:
        """The scripts of one kind of page, `assets/pages/<name>.js` beside `<name>.css`."""
        paths = (ASSETS / "pages" / f"{Path(name).stem}.js" for name in stylesheet.split())
        return "".join(
            f'<script async src="{asset_address(path)}"></script>'
            for path in paths
            if path.exists()
        )

    def settings_under(self, prefix: str) -> str:
        """Dash's settings, which nobody needs before the page is whole.

        Dash asks under `prefix`: a board has one of its own.
        """
        settings: str = to_json(  # type: ignore[no-untyped-call]
            self.settings | {"requests_pathname_prefix": prefix}
        )
        settings = settings.replace("<", "\\u003c")
        return f'<script id="_dash-config" type="application/json">{settings}</script>'

    @cached_property
    def settings(self) -> dict[str, Any]:
        """Dash's settings that its renderer reads."""
        config = self.dash._config()  # type: ignore[no-untyped-call]
        shown = {name: value for name, value in config.items() if name in TOLD_TO_BROWSER}
        # The renderer takes a component that is not named for one that holds nothing.
        shown["children_props"] = {
            room: holding
            for room, components in config["children_props"].items()
            if (holding := {name: held for name, held in components.items() if held})
        }
        return shown

    @cached_property
    def charting_bundle(self) -> str | None:
        """Where the browser finds the charting bundle; None where Dash's own must do."""
        bundles = sorted((ASSETS / "vendor").glob("plotly-*.min.js"))
        return asset_address(bundles[-1]) if bundles else None
