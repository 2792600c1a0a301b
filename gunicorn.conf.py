"""How the product is served: settings from the environment, warm before the workers fork, quiet."""

import ctypes
import gc
import os
import signal
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from gunicorn.glogging import Logger

host = os.environ.get("HOST") or "127.0.0.1"
port = os.environ.get("PORT") or "8050"
bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
workers = int(os.environ.get("WEB_CONCURRENCY") or min(max(os.cpu_count() or 2, 2), 4))
worker_class = "gthread"
threads = 4
preload_app = True
backlog = 512
# A process that does not say for so many seconds that it lives is replaced.
timeout = 30
# What has been begun is finished after HUP or TERM: a whole dataset takes its time on a slow line.
graceful_timeout = 30
keepalive = 5
# Memory stays level (docs/operations.md), so no process need be replaced for its age. But for the
# lines under "memory" below it would creep up: each thread would fill a heap of its own.
max_requests = 0
# As long as it may be, so that the program says what is too long, in the one shape of its errors.
limit_request_line = 8190
limit_request_fields = 60
limit_request_field_size = 8190
# Whose word on scheme and address is believed: the proxy in front.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1,::1"
# Nobody's word on where the program lies: a reader could name a path through the proxy.
forwarder_headers = ""
control_socket_disable = True
# Off, unless a file is named (`-` is the terminal); no address of a reader is written down.
accesslog = os.environ.get("ACCESS_LOG") or None
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s bytes %(M)s ms'
loglevel = "warning"


class Log(Logger):  # type: ignore[misc]
    """The log, in which a path's control characters are written as in an address: `%0A`."""

    def atoms(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> Any:
        path = quote(environ.get("PATH_INFO", ""), safe="/", encoding="latin-1")
        return super().atoms(resp, req, {**environ, "PATH_INFO": path}, request_time)


logger_class = Log
# The heartbeat file must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir()

COLLECT_AFTER = 50_000, 10, 10

# Memory: two heaps for all threads, and what is large (a page's text while it is written) beside
# them, so that it goes back to the system when it is done with. Where the C library has no such
# settings it has other ways.
HEAPS, LARGE, LEFT_OVER = (-8, 2), (-3, 65_536), (-1, 131_072)
try:
    for option, amount in (HEAPS, LARGE, LEFT_OVER):
        ctypes.CDLL(None).mallopt(option, amount)
except (AttributeError, OSError, TypeError):
    pass


def when_ready(server: Any) -> None:
    """Warm the app up once: the socket listens, no worker has been forked yet."""
    import app

    warm_up = getattr(app, "warm_up", None)
    if warm_up is not None:
        warm_up(app.server)
    # What has been made until now stays: it need not be looked through for what can be thrown away,
    # which would also make each worker a copy of it.
    gc.collect()
    gc.freeze()
    # A page is thousands of small things that all live until it is written: the collector, which
    # would look through them hundreds of times meanwhile, waits until there are more.
    gc.set_threshold(*COLLECT_AFTER)
    del server


def post_fork(server: Any, worker: Any) -> None:
    """Give each worker database connections of its own, and let it be stopped while it starts."""
    # Until the worker sets its own, it has the parent's handlers, which would swallow a stop.
    for stop in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        signal.signal(stop, _leave)
    import app

    dispose = getattr(app, "dispose_engine", None)
    if dispose is not None:
        dispose()
    del server, worker


def _leave(*_: object) -> None:
    os._exit(0)


def pre_request(worker: Any, req: Any) -> None:
    """Take away headers of identity that came more than once: joined, a reader's own would count
    beside the proxy's."""
    given = [name for name, _ in req.headers]
    doubled = {name for name in IDENTITY if given.count(name) > 1}
    if doubled:
        req.headers = [(name, value) for name, value in req.headers if name not in doubled]
    del worker


IDENTITY = {
    name.upper()
    for variable in ("TRUSTED_USER_HEADER", "TRUSTED_ROLES_HEADER")
    if (name := os.environ.get(variable, ""))
}
"""The headers by which a proxy says who asks (docs/inside.md), as gunicorn writes names."""


def post_worker_init(worker: Any) -> None:
    """Print the address when the last of the first workers can take requests."""
    if worker.age == workers:
        shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
        print(f"Klimatkontrakt 2030: http://{shown}:{port}/  (Ctrl-C stops)", flush=True)


# While the app is imported gunicorn has no handler yet: a Ctrl-C then is no error either.
signal.signal(signal.SIGINT, _leave)
