"""Tries the nginx settings of deploy/ before two running machines: `python -m tests.load.front`.

Needs nginx and openssl; makes a certificate of its own and a made-up store, and leaves nothing.
"""

import http.client
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from data_access.engine import open_store
from tests.faults.country import RELEASE, load, make, new_emissions
from tests.load.serving import ROOT, Served, free_port, served

SETTINGS = ROOT / "deploy" / "nginx" / "klimat.conf"
SIGNED_IN = SETTINGS.with_name("signed-in.conf")
PAGE, UNSEEN = "/sv/kommun/provkoping", "/sv/kommun/testvik"
MAIN = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/klimat.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, headers by their small names."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Front:
    """A running nginx."""

    plain: int
    secure: int
    certificate: Path

    def ask(
        self, path: str, *, body: bytes | None = None, secure: bool = True, **headers: str
    ) -> Answer:
        """One question on a connection of its own."""
        if secure:
            known = ssl.create_default_context(cafile=str(self.certificate))
            conn: http.client.HTTPConnection = http.client.HTTPSConnection(
                "localhost", self.secure, timeout=30, context=known
            )
        else:
            conn = http.client.HTTPConnection("localhost", self.plain, timeout=30)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        conn.request("GET" if body is None else "POST", path, body, given)
        response = conn.getresponse()
        result = Answer(
            response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        )
        conn.close()
        return result


@contextmanager
def front(
    folder: Path, machines: tuple[Served, Served], *, tls: bool = True, gate: str = ""
) -> Iterator[Front]:
    """nginx with the settings of deploy/, on ports and in a folder of its own.

    Without `tls` what else is on the secure port is on the plain one, with no limit on readers.
    `gate` is the host and port of what signs people in.
    """
    folder.chmod(0o755)  # nginx has an account of its own for its work
    certificate, key = folder / "fullchain.pem", folder / "privkey.pem"
    run(
        *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
        *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
        *("-keyout", str(key), "-out", str(certificate)),
    )
    one = Front(free_port(), free_port(), certificate)
    text = SETTINGS.read_text("utf-8")
    for old, new in (
        ("app1:8050", machines[0].base.removeprefix("http://")),
        ("app2:8050", machines[1].base.removeprefix("http://")),
        ("listen 80;", f"listen {one.plain};"),
        ("listen [::]:80;", ""),
        ("listen 443 ssl", f"listen {one.secure} ssl"),
        ("listen [::]:443 ssl http2;", ""),
        ("klimat.example", "localhost"),
        ("/etc/nginx/certificates", str(folder)),
        ("/var/cache/nginx", str(folder)),
        ("/etc/nginx/klimat.d", str(folder / "more")),
    ):
        if old not in text:
            raise RuntimeError(f"{SETTINGS} has no {old!r}")
        text = text.replace(old, new)
    if not tls:
        text = text.replace(f"listen {one.secure} ssl http2;", f"listen {one.plain};")
        head, _, rest = text.partition("server {\n")
        text = f"{head}server {{\n{rest.split('server {', 1)[1].lstrip()}"
        text = "\n".join(
            row for row in text.splitlines() if not row.strip().startswith(("limit_", "ssl_"))
        )
    (folder / "klimat.conf").write_text(text, "utf-8")
    (folder / "more").mkdir(exist_ok=True)
    if gate:
        gated = SIGNED_IN.read_text("utf-8").replace("127.0.0.1:4180", gate)
        (folder / "more" / SIGNED_IN.name).write_text(gated, "utf-8")
    settings = folder / "nginx.conf"
    settings.write_text(MAIN.format(folder=folder), "utf-8")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    run(nginx, "-t", "-c", str(settings))
    with subprocess.Popen([nginx, "-c", str(settings)]) as process:
        try:
            for _ in range(100):
                with suppress(OSError):
                    one.ask("/healthz")
                    break
                time.sleep(0.05)
            yield one
        finally:
            process.terminate()


def run(*command: str) -> None:
    """Raises RuntimeError with what the command said."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


class Told:
    """Prints what holds, and counts what does not."""

    def __init__(self) -> None:
        self.faults = 0

    def __call__(self, what: str, holds: bool, found: object = "") -> None:
        self.faults += not holds
        print(f"{'ok   ' if holds else 'FAULT'}  {what}  {found}", flush=True)


def main() -> int:
    """Try everything; 1 if anything does not hold."""
    told = Told()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = make(f"sqlite:///{folder / 'store.db'}")
        environment = {"DATABASE_URL": store, "WEB_CONCURRENCY": "1"}
        machines = (
            stack.enter_context(served("app:server", environment)),
            stack.enter_context(served("app:server", environment)),
        )
        one = stack.enter_context(front(folder, machines))
        _ordinary(told, one)
        _fresh(told, one, store, new_emissions(folder / "new.csv"))
        _limits(told, one)
        time.sleep(6)  # what was asked too fast is forgiven
        _outages(told, one, machines)
    print(f"{told.faults} faults")
    return 1 if told.faults else 0


def _ordinary(told: Told, front: Front) -> None:
    plain = front.ask("/sv/", secure=False)
    told("HTTP leads to HTTPS", plain.status == 301, plain.headers.get("location"))
    elsewhere = front.ask("/sv/", secure=False, Host="annan.example").headers["location"]
    told("on the configured name alone", elsewhere == "https://localhost/sv/", elsewhere)
    first = front.ask(PAGE, Accept_Encoding="gzip, deflate, br")
    again = front.ask(PAGE, Accept_Encoding="br;q=1.0, gzip;q=0.5")
    told("a page over TLS", first.status == 200, f"{len(first.body)} bytes")
    told("HSTS, once", first.headers.get("strict-transport-security") == "max-age=31536000")
    told("brotli goes through as it is", first.headers.get("content-encoding") == "br")
    told(
        "the second reader's is kept", again.headers.get("x-kept") == "HIT", again.headers["x-kept"]
    )
    told("and the same to the byte", again.body == first.body)
    whole = front.ask(PAGE)
    told("who reads no brotli gets text", "content-encoding" not in whole.headers)
    unchanged = front.ask(PAGE, If_None_Match=whole.headers["etag"])
    told("an unchanged page is a 304", unchanged.status == 304)
    known = front.ask(PAGE, Cookie="a=b")
    told("who has a cookie is asked for", known.headers.get("x-kept") == "BYPASS")
    as_csv = front.ask("/api/v1/goals", Accept="text/csv").headers["content-type"]
    as_json = front.ask("/api/v1/goals", Accept="application/json").headers["content-type"]
    told(
        "the API speaks both forms", (as_csv[:8], as_json[:16]) == ("text/csv", "application/json")
    )
    told("a missing page is a 404", front.ask("/sv/finns-inte").status == 404)
    told("readiness", front.ask("/readyz").status == 200)


def _fresh(told: Told, front: Front, store: str, file: Path) -> None:
    engine = open_store(store, read_only=False)
    load(engine, file)
    engine.dispose()
    begun = time.monotonic()
    while RELEASE not in front.ask(PAGE).body.decode() and time.monotonic() - begun < 10:
        time.sleep(0.1)
    lasted = time.monotonic() - begun
    told("an import is seen within 3 s", lasted < 3, f"{lasted:.1f} s")


def _limits(told: Told, front: Front) -> None:
    large = front.ask("/_dash-update-component", body=b"x" * 100_000)
    told("a large body is a 413", large.status == 413, large.body.decode().strip())
    long = front.ask("/sv/sok?sok=" + "x" * 9000)
    told("a long address is a 414", long.status == 414, long.body.decode().strip())
    result = [front.ask("/healthz") for _ in range(260)]
    refused = [answer for answer in result if answer.status == 429]
    told("a machine gone wild is told 429", bool(refused), f"{len(refused)} of {len(result)}")
    told("and when to come back", bool(refused) and refused[0].headers.get("retry-after") == "5")
    told("everybody else is answered", {a.status for a in result} <= {200, 429})


def _outages(told: Told, front: Front, machines: tuple[Served, Served]) -> None:
    front.ask(PAGE, Accept_Encoding="br")
    _kill(machines[0])
    result = {front.ask(f"{PAGE}?gas={gas}").status for gas in ("co2", "co2e") for _ in range(10)}
    told("one machine killed: no reader notices", result == {200}, result)
    _kill(machines[1])
    kept = front.ask(PAGE, Accept_Encoding="br")
    told("both killed: what is kept is shown", kept.status == 200, kept.headers.get("x-kept"))
    told("and says that it is old", kept.headers.get("x-kept") == "STALE")
    lost = front.ask(UNSEEN)
    told("what is not kept is a 503", lost.status == 503, lost.body.decode()[:150].strip())
    told("with a time to come back", lost.headers.get("retry-after") == "30")


def _kill(machine: Served) -> None:
    """Its first process at once; the others end when they notice."""
    machine.process.kill()
    machine.process.wait()
    with suppress(OSError):
        while True:
            urlopen(f"{machine.base}/healthz", timeout=5).close()
            time.sleep(0.1)
    time.sleep(1.2)  # what nginx keeps is then no longer new


if __name__ == "__main__":
    sys.exit(main())
