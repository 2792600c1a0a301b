"""Who reads the store, and what of it they are shown: held once, under every question.

An engine as a reader sees the store puts, in place of each table that can hold drafts, those of its
rows that its reader may see. No question can forget it, and none has to know of it: the people of a
city meet their own drafts as if they were published, and everyone else as if they were not there.
"""

import re
from copy import copy
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, Table
from sqlalchemy.sql.compiler import IdentifierPreparer, SQLCompiler

from data_access.tables import metadata

OWNER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A municipality's code, or an agency's name as it stands in addresses."""

MARK = "reader"
"""The execution option that tells readers apart; empty for everyone."""

STORE = "store"
"""The execution option with the store's address, by which what is kept of it is told apart."""

KNOWN = "known"
"""The execution option with what is known of the one state that a reader's connection sees."""

DRAFT_SOURCE = "own-"
"""Begins the ids of sources that came with a release, and are known through releases only."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who reads. `owners` are those whose drafts they see; `everything` is the operator.

    Raises ValueError for a word that is no owner.
    """

    owners: frozenset[str] = frozenset()
    everything: bool = False

    def __post_init__(self) -> None:
        for owner in self.owners:
            if not OWNER.fullmatch(owner):
                raise ValueError(f"{owner!r} is no city or agency")

    @property
    def mark(self) -> str:
        """Empty for everyone; else a word for what this reader sees, for versions and names."""
        if self.everything:
            return "everything"
        if not self.owners:
            return ""
        return sha256(" ".join(sorted(self.owners)).encode()).hexdigest()[:12]


EVERYONE = Reader()
OPERATOR = Reader(everything=True)


def shown_to(engine: Engine, reader: Reader) -> Engine:
    """The store as the reader may see it, over the same connections as the engine has.

    For engines that only read and have been connected: what the database can do is known by then.
    """
    view = engine.execution_options(**{MARK: reader.mark})
    if not reader.everything:
        view.dialect = copy(engine.dialect)  # what is compiled is kept by dialect
        view.dialect.statement_compiler = _compiler(engine.dialect.statement_compiler, reader)
    return view


def _compiler(base: type[SQLCompiler], reader: Reader) -> type[SQLCompiler]:
    class Shown(base):  # type: ignore[misc, valid-type]
        """Writes a table that can hold drafts as the rows that are shown, under its own name."""

        def visit_table(
            self, table: Table, asfrom: bool = False, enclosing_alias: Any = None, **more: Any
        ) -> str:
            plain = super().visit_table(
                table, asfrom=asfrom, enclosing_alias=enclosing_alias, **more
            )
            shown = _shown(table, reader, self.preparer) if asfrom else None
            if shown is None:
                return str(plain)
            named_outside = enclosing_alias is not None and enclosing_alias.element is table
            return f"({shown})" if named_outside else f"({shown}) AS {plain}"

    return Shown


def _shown(table: Table, reader: Reader, names: IdentifierPreparer) -> str | None:
    """The rows of a table that the reader may see; None for a table that holds no draft."""
    if metadata.tables.get(table.name) is not table:
        return None
    columns = {column.name: names.quote(column.name) for column in table.columns}
    where = _where(table, reader)
    if where is None:
        return None
    if {"published", "owner"} <= columns.keys():
        columns["published"] = "TRUE AS published"
    if table.name == "change_log":
        columns["actor"] = "'' AS actor"
        columns["detail"] = "CASE WHEN shown THEN detail ELSE '' END AS detail"
    return f"SELECT {', '.join(columns.values())} FROM {names.quote(table.name)} WHERE {where}"


def _where(table: Table, reader: Reader) -> str | None:
    if table.name == "change_log":
        return "TRUE" if reader.owners else "shown"
    hidden = f"FROM release WHERE NOT ({_visible(reader)})"
    if table.name == "source":
        used = f"SELECT source_id FROM release WHERE {_visible(reader)}"
        return (
            f"NOT (substr(source_id, 1, {len(DRAFT_SOURCE)}) = '{DRAFT_SOURCE}' "
            f"AND source_id IN (SELECT source_id {hidden}) AND source_id NOT IN ({used}))"
        )
    of_releases = [
        column.name
        for column in table.columns
        if any(key.target_fullname == "release.release_id" for key in column.foreign_keys)
        and not column.nullable
    ]
    if "owner" in table.columns and not of_releases:
        return _visible(reader) if "published" in table.columns else _owned(reader)
    rules = (f"{name} NOT IN (SELECT release_id {hidden})" for name in of_releases)
    return " AND ".join(rules) or None


def _visible(reader: Reader) -> str:
    """The rule for a row with `published` and `owner`."""
    return f"(published OR {_owned(reader)})" if reader.owners else "published"


def _owned(reader: Reader) -> str:
    """The rule for a row that is its owner's for good. Owners are plain words: see `OWNER`."""
    if not reader.owners:
        return "FALSE"
    owners = ", ".join(f"'{owner}'" for owner in sorted(reader.owners))
    return f"owner IN ({owners})"
