"""Reading the store as long as the product runs: opened when first needed, outages told apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
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
from data_access.readers import EVERYONE, KNOWN, OPERATOR, Reader, shown_to
from progress.i18n import say

__all__ = ["Connection", "StoreError", "StoreReader", "StoreUnreachable"]


class StoreReader:
    """One store, read only, as its reader may see it.

    A store that is missing or down now may answer the next time. Other readers of it (`seen_by`)
    share its connections.
    """

    def __init__(self, url: str, reader: Reader = EVERYONE) -> None:
        self._opened = _OpenedStore(url)
        self._reader = reader
        self._view: tuple[Engine, Engine] | None = None

    @property
    def url(self) -> str:
        """The store's address."""
        return self._opened.url

    def seen_by(self, reader: Reader) -> "StoreReader":
        """The same store, over the same connections, as another reader may see it."""
        other = copy(self)
        other._reader, other._view = reader, None
        return other

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection that sees one state of the store.

        Raises StoreError where the store cannot be used, also when it goes away while in use.
        """
        engine = self._opened.engine()
        try:
            with self._view_of(engine).connect() as conn:
                conn.execution_options(**{KNOWN: {}})
                yield conn
        except PoolTimeout as error:
            raise StoreUnreachable(say("klimat.store_does_not_answer", error=error)) from error
        except (OperationalError, InterfaceError, InternalError) as error:
            self._opened.leave(engine)
            raise StoreUnreachable(say("klimat.store_does_not_answer", error=error)) from error
        except DatabaseError as error:
            if type(error) is not DatabaseError:  # a kind of its own is a fault of ours
                raise
            self._opened.leave(engine)
            raise StoreUnreachable(say("klimat.store_is_damaged", error=error)) from error

    def forget_connections(self) -> None:
        """Leave all connections to the process that opened them: call in a child after a fork."""
        self._opened.dispose(close=False)

    def close(self) -> None:
        """Close the connections that nobody uses now."""
        self._opened.dispose(close=True)

    def _view_of(self, engine: Engine) -> Engine:
        view = self._view
        if view is None or view[0] is not engine:
            view = self._view = (engine, shown_to(engine, self._reader))
        return view[1]


class _OpenedStore:
    """The connections to one store, opened when first needed, as the operator sees it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine: Engine | None = None
        self._file: FileIdentity | None = None
        self._opening = Lock()

    def dispose(self, *, close: bool) -> None:
        """Leave the connections that nobody uses now, or `close` them."""
        if self._engine is not None:
            self._engine.dispose(close=close)

    def engine(self) -> Engine:
        """The engine; a new one where another file has taken the place of the one that was open.

        Raises StoreError.
        """
        file = file_identity(self.url)
        engine = self._engine
        if engine is not None and file == self._file:
            return engine
        with self._opening:
            if engine is not self._engine and self._engine is not None:
                return self._engine  # somebody else has opened it meanwhile
            if engine is not None:
                self.leave(engine)
            self._engine = open_store(self.url, reader=OPERATOR)
            self._file = file
            return self._engine

    def leave(self, engine: Engine) -> None:
        """Connections to what has failed or is no longer the store are of no more use."""
        if self._engine is engine:
            self._engine = None
        engine.dispose()
