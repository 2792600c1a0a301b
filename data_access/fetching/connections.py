"""A pool of connections that checks where each one leads, by urllib3."""

import socket

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection

from data_access.fetching.addresses import resolved
from progress.i18n import say


def pool_manager(agent: str, *, inside: bool) -> PoolManager:
    """Connections to public addresses alone, which say who asks and take no packed answers (a
    resumed file is counted in its own bytes). No proxy and no cookie is used."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connected(self, inside=inside)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connected(self, inside=inside)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    manager = PoolManager(headers={"User-Agent": agent, "Accept-Encoding": "identity"})
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return manager


def connected(connection: HTTPConnection, *, inside: bool) -> socket.socket:
    """A socket to an address that has been checked. Raises FetchFailed and urllib3's errors."""
    try:
        return create_connection(
            (resolved(connection.host, connection.port, inside=inside), connection.port),
            connection.timeout,
            source_address=connection.source_address,
            socket_options=connection.socket_options,
        )
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    except TimeoutError as error:
        raise ConnectTimeoutError(
            connection, str(say("fetch.does_not_answer", host=connection.host))
        ) from error
    except OSError as error:
        raise NewConnectionError(connection, str(error)) from error
