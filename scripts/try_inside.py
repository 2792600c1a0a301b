"""Serves the inside pages to try: somebody is signed in already, on a copy of the store.

`make try` is for one's own machine: it answers at 127.0.0.1 alone, and what is done there is gone
when it starts anew. ROLES says who one is, as docs/inside.md describes roles.
"""

import os
import secrets
import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from werkzeug.serving import run_simple

STORE, COPY = Path("var/klimat.db"), Path("var/try.db")
ROLES = "1880:publisher, 2081:editor, viable-cities:publisher"
"""A publisher of Örebro, an editor of Borlänge, and who coordinates the contracts."""

USER, ROLES_HEADER = "X-Try-User", "X-Try-Roles"
HOST = "127.0.0.1"

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def copy_store(store: Path, copy: Path) -> None:
    """Writes the copy anew: the store as it is now."""
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(store)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def environment(port: int, copy: Path) -> dict[str, str]:
    """The settings of the inside pages under which this program is the server in front."""
    return {
        "DATABASE_URL": f"sqlite:///{copy}",
        "PUBLIC_URL": f"http://{HOST}:{port}",
        "SECRET_KEY": secrets.token_urlsafe(32),
        "TRUSTED_USER_HEADER": USER,
        "TRUSTED_ROLES_HEADER": ROLES_HEADER,
        "TRUSTED_PROXIES": HOST,
    }


def signed_in(application: Wsgi, user: str, roles: str, port: int) -> Wsgi:
    """The application with somebody signed in, for requests to this machine's own address: another
    site's name that leads here is not answered."""
    names = {header: f"HTTP_{header.upper().replace('-', '_')}" for header in (USER, ROLES_HEADER)}

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("HTTP_HOST") != f"{HOST}:{port}":
            start_response("421 Misdirected Request", [("Content-Type", "text/plain")])
            return [f"http://{HOST}:{port}/\n".encode()]
        environ |= {names[USER]: user, names[ROLES_HEADER]: roles}
        return application(environ, start_response)

    return answer


def main() -> None:
    """Copy the store and serve it."""
    port = int(os.environ.get("PORT") or 8050)
    copy_store(STORE, COPY)
    os.environ |= environment(port, COPY)
    import app

    roles = os.environ.get("ROLES") or ROLES
    print(f"http://{HOST}:{port}/sv/inne  ({roles}; a copy of the store; Ctrl-C stops)")
    sys.stdout.flush()
    served = signed_in(app.server, "Prova", roles, port)
    run_simple(HOST, port, served, threaded=True)


if __name__ == "__main__":
    main()
