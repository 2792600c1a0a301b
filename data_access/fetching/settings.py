"""Settings of fetching, from the environment, and its limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from data_access.imports.files.location import BYTE_LIMIT

TABLE = Path(__file__).parent / "publishers.toml"
DEFAULT_FOLDER = "var/fetched"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long. Seconds; `total_seconds` is for one file with all its attempts."""

    most_bytes: int = BYTE_LIMIT
    most_pages: int = 500
    connect_seconds: float = 10
    read_seconds: float = 60
    total_seconds: float = 900
    attempts: int = 4
    pause_seconds: float = 2
    longest_pause_seconds: float = 60
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """`folder` keeps what was fetched, `tables` name the publishers (later ones change earlier),
    `inside` lets addresses of the own network and plain HTTP through, `environment` has tokens."""

    folder: Path
    tables: tuple[Path, ...] = (TABLE,)
    agent: str = "klimatkontrakt"
    inside: bool = False
    limits: Limits = field(default_factory=Limits)
    environment: Mapping[str, str] = field(default_factory=dict)


def settings_of(environ: Mapping[str, str]) -> Settings:
    """The settings that the environment has: KLIMAT_FETCHED, KLIMAT_PUBLISHERS,
    KLIMAT_FETCH_INSIDE; PUBLIC_URL and CONTACT tell publishers who asks."""
    own = environ.get("KLIMAT_PUBLISHERS", "")
    who = "; ".join(filter(None, (environ.get("PUBLIC_URL", ""), environ.get("CONTACT", ""))))
    agent = f"klimatkontrakt/{version('klimatkontrakt')}"
    return Settings(
        Path(environ.get("KLIMAT_FETCHED", "") or DEFAULT_FOLDER),
        (TABLE, Path(own)) if own else (TABLE,),
        f"{agent} ({who})" if who.isascii() and who else agent,
        environ.get("KLIMAT_FETCH_INSIDE", "") == "1",
        environment=environ,
    )
