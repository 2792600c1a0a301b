"""How the product is served: settings from the environment, warm before the workers fork, quiet."""

import os
import tempfile
from pathlib import Path
from typing import Any

host = os.environ.get("HOST") or "127.0.0.1"
port = os.environ.get("PORT") or "8050"
bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
workers = int(os.environ.get("WEB_CONCURRENCY") or min(max(os.cpu_count() or 2, 2), 4))
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 0
limit_request_line = 4094
limit_request_fields = 60
control_socket_disable = True
accesslog = None
loglevel = "warning"
# The heartbeat file must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir()


def when_ready(server: Any) -> None:
    """Warm the app up once: the socket listens, no worker has been forked yet."""
    import app

    warm_up = getattr(app, "warm_up", None)
    if warm_up is not None:
        warm_up(app.server)
    del server


def post_fork(server: Any, worker: Any) -> None:
    """Give each worker database connections of its own."""
    import app

    dispose = getattr(app, "dispose_engine", None)
    if dispose is not None:
        dispose()
    del server, worker


def post_worker_init(worker: Any) -> None:
    """Print the address once the first worker can take a request."""
    if worker.age == 1:
        shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
        print(f"Klimatkontrakt 2030: http://{shown}:{port}/  (Ctrl-C stops)", flush=True)
