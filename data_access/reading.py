"""Reading the store as long as the product runs: opened when first needed, outages told apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from data_access.engine import (
    FileIdentity,
    StoreError,
    StoreUnreachable,
    file_identity,
    open_store,
)
from data_access.readers import EVERYONE, KNOWN, Reader
from progress.i18n import say

__all__ = ["Connection", "StoreError", "StoreReader", "StoreUnreachable"]


class StoreReader:
    """One store, read only, as its reader may see it.

    A store that is missing or down now may answer the next time.
    """

    def __init__(self, url: str, reader: Reader = EVERYONE) -> None:
        self._url = url
        self._reader = reader
        self._engine: Engine | None = None
        self._file: FileIdentity | None = None
        self._opening = Lock()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection that sees one state of the store.

        Raises StoreError where the store cannot be used, also when it goes away while in use.
        """
        engine = self._opened()
        try:
            with engine.connect() as conn:
                conn.execution_options(**{KNOWN: {}})
                yield conn
        except (OperationalError, InterfaceError, InternalError, PoolTimeout) as error:
            self._leave(engine)
            raise StoreUnreachable(say("klimat.store_does_not_answer", error=error)) from error
        except DatabaseError as error:
            if type(error) is not DatabaseError:  # a kind of its own is a fault of ours
                raise
            self._leave(engine)
            raise StoreUnreachable(say("klimat.store_is_damaged", error=error)) from error

    def forget_connections(self) -> None:
        """Leave all connections to the process that opened them: call in a child after a fork."""
        if self._engine is not None:
            self._engine.dispose(close=False)

    def close(self) -> None:
        """Close the connections that nobody uses now."""
        if self._engine is not None:
            self._engine.dispose()

    def _opened(self) -> Engine:
        """The engine; a new one where another file has taken the place of the one that was open."""
        file = file_identity(self._url)
        engine = self._engine
        if engine is not None and file == self._file:
            return engine
        with self._opening:
            if engine is not self._engine and self._engine is not None:
                return self._engine  # somebody else has opened it meanwhile
            if engine is not None:
                self._leave(engine)
            self._engine = open_store(self._url, read_only=True, reader=self._reader)
            self._file = file
            return self._engine

    def _leave(self, engine: Engine) -> None:
        """Connections to what has failed or is no longer the store are of no more use."""
        if self._engine is engine:
            self._engine = None
        engine.dispose()
