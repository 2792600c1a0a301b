"""The table of publishers: what is fetched from whom, as data that an operator changes."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cattrs
from cattrs.errors import BaseValidationError, ClassValidationError, ForbiddenExtraKeysError
from cattrs.preconf.json import make_converter

from data_access.fetching.errors import FetchFailed
from data_access.imports import KINDS
from data_access.imports.identity import LABEL
from data_access.imports.publishers.importer import NewSource
from progress.i18n import say

_CONVERTER = make_converter(forbid_extra_keys=True)


@dataclass(frozen=True, slots=True)
class Publisher:
    """What is fetched from one publisher; `publishers.toml` says what the fields mean. `source` is
    told for files whose import names none itself."""

    name: str
    kind: str
    ending: str
    addresses: tuple[str, ...] = ()
    page: str = ""
    link: str = ""
    token: str = ""
    paged: bool = False
    source: NewSource | None = None

    @property
    def has_address(self) -> bool:
        return bool(self.addresses or self.page)


def publishers(tables: Sequence[Path]) -> dict[str, Publisher]:
    """Name → publisher; the fields of a later table take the place of those of an earlier one.

    Raises FetchFailed for a table that cannot be read.
    """
    fields: dict[str, dict[str, Any]] = {}
    for path in tables:
        for name, values in read_table(path).items():
            fields[name] = fields.get(name, {}) | values
    return {name: publisher_of(name, values) for name, values in fields.items()}


def read_table(path: Path) -> Mapping[str, dict[str, Any]]:
    """A file's tables by name. Raises FetchFailed."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise FetchFailed(
            say("fetch.klimat_publishers_names_this_file", path=path, strerror=error.strerror)
        ) from None
    except ValueError as error:
        raise FetchFailed(f"{path.name}: {error}") from None
    for name, values in data.items():
        if not isinstance(values, dict) or not LABEL.match(name):
            raise FetchFailed(
                say("fetch.table_name_with_fields_is_expected", name=path.name, name2=name)
            )
    return data


def publisher_of(name: str, values: Mapping[str, Any]) -> Publisher:
    """A publisher of its fields. Raises FetchFailed."""
    try:
        result = _CONVERTER.structure({**values, "name": name}, Publisher)
    except (BaseValidationError, ValueError, TypeError, KeyError) as error:
        raise FetchFailed(
            say("fetch.publisher", name=name, words="; ".join(reasons(error)))
        ) from None
    if result.kind not in KINDS:
        raise FetchFailed(
            say("fetch.publisher_no_kind_of_klimat_import", name=name, kind=result.kind)
        )
    if result.page and not result.link:
        raise FetchFailed(say("fetch.publisher_page_needs_link_how_links", name=name))
    return result


def reasons(error: Exception) -> list[str]:
    """What is wrong with the fields, each in words."""
    if isinstance(error, ForbiddenExtraKeysError):
        return [str(say("fetch.no_field", words=", ".join(sorted(error.extra_fields))))]
    if isinstance(error, ClassValidationError):
        return cattrs.transform_error(error, path="fields")
    return [str(error)]
