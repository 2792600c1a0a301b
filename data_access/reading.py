"""Reading the store as long as the product runs: opened when first needed, outages told apart."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from data_access.engine import StoreError, StoreUnreachable, open_store

__all__ = ["Connection", "StoreError", "StoreReader", "StoreUnreachable"]


class StoreReader:
    """One store, read only. A store that is missing or down now may answer the next time."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: Engine | None = None

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection that sees one state of the store.

        Raises StoreError where the store cannot be used, also when it goes away while in use.
        """
        if self._engine is None:
            self._engine = open_store(self._url, read_only=True)
        try:
            with self._engine.connect() as conn:
                yield conn
        except (OperationalError, InterfaceError, PoolTimeout) as error:
            raise StoreUnreachable(f"the store does not answer: {error}") from error

    def forget_connections(self) -> None:
        """Leave all connections to the process that opened them: call in a child after a fork."""
        if self._engine is not None:
            self._engine.dispose(close=False)
