"""Fetching from publishers: a local server gives their forms, and slow, broken and moved ones."""

import base64
import gzip
import hashlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Engine, func, insert, select
from urllib3 import HTTPResponse, PoolManager

from data_access import imports
from data_access.command import main
from data_access.fetching import FetchFailed, Limits, Publisher, Settings, fetch, publishers
from data_access.fetching.addresses import check_address, is_public, resolved
from data_access.fetching.collecting import file_name
from data_access.fetching.connections import pool_manager
from data_access.fetching.download import Downloader, Request
from data_access.fetching.links import link_on
from data_access.fetching.settings import TABLE, settings_of
from data_access.fetching.stored import fetched_files, report_on, waiting_drafts
from data_access.inside.publishing import set_shown
from data_access.tables import emission, grant, indicator_value, organisation, population, release
from tests.data_access.imports.conftest import small as small
from tests.data_access.imports.conftest import small_file as small_file
from tests.data_access.imports.publishers import made_up_files as made
from tests.data_access.imports.test_statistics import CHARGING, workbook
from tests.data_access.imports.test_statistics import country as country

Answer = Callable[["Handler"], None]


@dataclass
class Site:
    """What the local server gives: path → how it answers; and what it was asked."""

    address: str
    paths: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def of(self, path: str) -> str:
        return self.address + path

    def asked(self, header: str) -> list[str]:
        """What each request said in a header; empty where it said nothing."""
        return [headers.get(header, "") for _, headers in self.requests]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.requests.append((self.path, dict(self.headers)))
        self.close_connection = True
        self.site.paths[self.path](self)

    def say(self, status: int, body: bytes = b"", /, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Who asks may leave in the middle of an answer."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    result = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=result.serve_forever, args=(0.01,), daemon=True).start()
    yield result
    result.shutdown()
    result.server_close()


@pytest.fixture
def site(server: Server) -> Site:
    Handler.site = Site(f"http://127.0.0.1:{server.server_port}")
    return Handler.site


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        tmp_path / "fetched",
        inside=True,
        limits=Limits(pause_seconds=0, read_seconds=1, total_seconds=5),
        environment={"PROV_TOKEN": "hemlig"},
    )


def file_of(body: bytes, etag: str = '"1"') -> Answer:
    """A file that a good server gives: conditional, and in parts."""

    def answer(request: Handler) -> None:
        if request.headers.get("If-None-Match") == etag:
            request.say(304, ETag=etag)
        elif (part := request.headers.get("Range")) and request.headers["If-Range"] == etag:
            start = int(part.removeprefix("bytes=").removesuffix("-"))
            where = f"bytes {start}-{len(body) - 1}/{len(body)}"
            request.say(206, body[start:], ETag=etag, Content_Range=where)
        else:
            request.say(200, body, ETag=etag)

    return answer


def broken_after(size: int, body: bytes, etag: str = '"1"') -> Answer:
    """A line that breaks in the middle of the first answer, and holds from the second on."""
    whole = file_of(body, etag)
    answers = iter([True])

    def answer(request: Handler) -> None:
        if next(answers, False):
            request.send_response(200)
            request.send_header("Content-Length", str(len(body)))
            request.send_header("ETag", etag)
            request.end_headers()
            request.wfile.write(body[:size])
        else:
            whole(request)

    return answer


def redirect(to: str, status: int = 302) -> Answer:
    return lambda request: request.say(status, Location=to)


BODY = bytes(range(256)) * 1000


def downloader(settings: Settings, progress: Any = lambda *_: None, **limits: Any) -> Downloader:
    pool = pool_manager("prov/1", inside=settings.inside)
    return Downloader(pool, replace(settings.limits, **limits), settings.inside, progress)


def test_a_file_comes_whole_and_says_how_much_has_come(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    site.paths["/a.csv"] = file_of(BODY)
    steps: list[tuple[int, int | None]] = []
    target = tmp_path / "a.csv"
    result = downloader(settings, lambda *step: steps.append(step)).download(
        Request(site.of("/a.csv"), target)
    )
    assert result is not None
    assert target.read_bytes() == BODY
    assert result.sha256 == hashlib.sha256(BODY).hexdigest()
    assert steps[-1] == (len(BODY), len(BODY))
    assert site.asked("User-Agent") == ["prov/1"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_broken_line_is_resumed_where_it_broke(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    site.paths["/a.csv"] = broken_after(100_000, BODY)
    target = tmp_path / "a.csv"
    assert downloader(settings).download(Request(site.of("/a.csv"), target)) is not None
    assert target.read_bytes() == BODY
    assert site.asked("Range") == ["", "bytes=100000-"]


def test_what_broke_off_is_resumed_the_next_time(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    site.paths["/a.csv"] = broken_after(100_000, BODY)
    request = Request(site.of("/a.csv"), tmp_path / "a.csv")
    with pytest.raises(FetchFailed, match="1 attempts"):
        downloader(settings, attempts=1).download(request)
    assert not request.target.exists()
    assert downloader(settings, attempts=1).download(request) is not None
    assert request.target.read_bytes() == BODY
    assert site.asked("Range")[-1] == "bytes=100000-"


def test_a_file_that_changed_meanwhile_is_fetched_anew(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    site.paths["/a.csv"] = broken_after(100_000, BODY)
    request = Request(site.of("/a.csv"), tmp_path / "a.csv")
    with pytest.raises(FetchFailed):
        downloader(settings, attempts=1).download(request)
    site.paths["/a.csv"] = file_of(b"another", '"2"')
    assert downloader(settings).download(request) is not None
    assert request.target.read_bytes() == b"another"


def test_what_comes_packed_though_not_asked_for_is_unpacked(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    packed = gzip.compress(BODY)
    site.paths["/a.csv"] = lambda request: request.say(200, packed, Content_Encoding="gzip")
    target = tmp_path / "a.csv"
    request = Request(site.of("/a.csv"), target)
    assert downloader(settings).download(request) is not None
    assert target.read_bytes() == BODY
    with pytest.raises(FetchFailed, match="larger than"):
        downloader(settings, most_bytes=len(packed) + 1).download(request)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_publisher_is_asked_again(
    site: Site, settings: Settings, tmp_path: Path, status: int
) -> None:
    answers = iter([lambda request: request.say(status, Retry_After="0"), file_of(b"at last")])
    site.paths["/a.csv"] = lambda request: next(answers)(request)
    target = tmp_path / "a.csv"
    assert downloader(settings).download(Request(site.of("/a.csv"), target)) is not None
    assert target.read_bytes() == b"at last"


FAILURES: list[tuple[str, Answer, dict[str, Any], str]] = [
    ("gone", lambda request: request.say(404), {}, "no such file any more"),
    ("closed", lambda request: request.say(403), {}, "not without a token"),
    ("always busy", lambda request: request.say(503), {}, r"HTTP 503 \(4 attempts\)"),
    ("large", file_of(BODY), {"most_bytes": 1000}, "larger than 1000 bytes"),
    (
        "checksum",
        lambda request: request.say(200, b"half", Content_MD5=base64.b64encode(b"x" * 16).decode()),
        {},
        "not the one of its checksum",
    ),
    ("round", redirect("/a.csv"), {}, "more than 5 redirects"),
    ("to no web address", redirect("ftp://prov.example/a.csv"), {}, "only https"),
    ("with a password", redirect("http://a:b@127.0.0.1/a.csv"), {}, "no user or password"),
]


@pytest.mark.parametrize(
    ("answer", "limits", "word"), [f[1:] for f in FAILURES], ids=[f[0] for f in FAILURES]
)
def test_a_failure_says_what_it_is_and_leaves_nothing_half(
    site: Site, settings: Settings, tmp_path: Path, answer: Answer, limits: Any, word: str
) -> None:
    site.paths["/a.csv"] = answer
    target = tmp_path / "a.csv"
    target.write_bytes(b"as it was")
    with pytest.raises(FetchFailed, match=word):
        downloader(settings, **limits).download(Request(site.of("/a.csv"), target))
    assert target.read_bytes() == b"as it was"


def test_a_trickle_ends_at_the_time_limit(site: Site, settings: Settings, tmp_path: Path) -> None:
    def trickle(request: Handler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100000")
        request.end_headers()
        for _ in range(100_000):  # minutes, unless who reads goes away
            request.wfile.write(b"x")
            request.wfile.flush()
            sleep(0.002)

    site.paths["/a.csv"] = trickle
    with pytest.raises(FetchFailed, match="not whole within"):
        downloader(settings, total_seconds=0.02).download(
            Request(site.of("/a.csv"), tmp_path / "a.csv")
        )


def test_a_file_without_a_stated_size_is_held_to_the_limit(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    def endless(request: Handler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(b"x" * 5000)

    site.paths["/a.csv"] = endless
    with pytest.raises(FetchFailed, match="larger than 1000"):
        downloader(settings, most_bytes=1000).download(
            Request(site.of("/a.csv"), tmp_path / "a.csv")
        )


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:a00:1::",
    ],
)
def test_an_inside_address_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "address", ["http://prov.example/", "file:///etc/passwd", "https://a@prov.example/", "https://"]
)
def test_only_https_with_a_host_is_fetched(address: str) -> None:
    with pytest.raises(FetchFailed):
        check_address(address, inside=False)


def test_a_name_with_one_inside_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(2, 1, 6, "", ("8.8.8.8", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchFailed, match=r"10\.0\.0\.1"):
        resolved("prov.example", 443, inside=False)
    assert resolved("prov.example", 443, inside=True) == "8.8.8.8"


def test_a_redirect_to_an_inside_address_is_refused_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    inner = pool_manager("prov/1", inside=False)
    asked: list[str] = []

    class Redirecting(PoolManager):
        def request(self, method: str, url: str, *_: Any, **options: Any) -> Any:
            asked.append(url)
            if len(asked) == 1:
                location = {"Location": "https://127.0.0.1:1/admin"}
                return HTTPResponse(b"", location, 302, preload_content=False)
            return inner.request(method, url, **options)

    download = Downloader(Redirecting(), Limits(), False, lambda *_: None)
    with pytest.raises(FetchFailed, match="own network"):
        download.download(Request("https://prov.example/a.csv", tmp_path / "a.csv"))
    assert len(asked) == 2


def test_a_token_goes_to_its_own_host_alone(site: Site, settings: Settings, tmp_path: Path) -> None:
    elsewhere = site.address.replace("127.0.0.1", "localhost")
    site.paths["/a.csv"] = redirect(f"{elsewhere}/b.csv")
    site.paths["/b.csv"] = file_of(b"b")
    request = Request(site.of("/a.csv"), tmp_path / "a.csv", authorization="Bearer hemlig")
    assert downloader(settings).download(request) is not None
    assert site.asked("Authorization") == ["Bearer hemlig", ""]


PAGE = """<html><a href="/x.pdf">Beviljade ansökningar (pdf)</a>
<a href="https://annan.example/y.xlsx">Beviljade ansökningar hos en annan</a>
<a href="/49f/kk-260701.xlsx"> Beviljade  ansökningar till och med <b>juni</b></a></html>"""


def test_the_link_on_a_page_is_found_by_its_words() -> None:
    base = "https://prov.example/resultat/"
    found = link_on(PAGE, base, "Beviljade ansökningar", ".xlsx")
    assert found == "https://prov.example/49f/kk-260701.xlsx"
    with pytest.raises(FetchFailed, match="the page is another"):
        link_on(PAGE, base, "Avslag", ".xlsx")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://a.example/csv/1a.beslutadFinansiering.csv", "1a-beslutadFinansiering.csv"),
        ("https://a.example/api?id=data/latest/SE-pp21-27-latest.csv", "SE-pp21-27-latest.csv"),
        ("https://a.example/v1/export?searchText=kommun", "export.csv"),
        ("https://a.example/..%2f..%2fetc/", "2f---2fetc.csv"),
        ("https://a.example", "file.csv"),
    ],
)
def test_a_files_name_is_plain(address: str, name: str) -> None:
    assert file_name(address, ".csv", 0) == name
    assert file_name(address, ".csv", 2) == f"{name.removesuffix('.csv')}-3.csv"


def test_the_table_of_publishers_is_whole_and_an_operator_changes_it(tmp_path: Path) -> None:
    shipped = publishers([TABLE])
    for publisher in shipped.values():
        for address in (*publisher.addresses, publisher.page):
            assert not address or address.startswith("https://")
    assert {publisher.kind for publisher in shipped.values()} <= set(imports.KINDS)
    own = tmp_path / "own.toml"
    own.write_text('[gdp]\naddresses = ["https://ny.example/1a.csv"]\n', "utf-8")
    changed = publishers([TABLE, own])
    assert changed["gdp"].addresses == ("https://ny.example/1a.csv",)
    assert changed["gdp"].kind == "grants-gdp"
    assert changed["cordis"] == shipped["cordis"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[gdp]\nadress = 'x'", "adress"),
        ("[ny]\nkind = 'grants-gdp'", "ending"),
        ("[ny]\nkind = 'okänd'\nending = '.csv'", "no kind"),
        ("[gdp]\npage = 'https://a.example'", "needs `link`"),
        ("gdp = 1", "a table"),
        ("[gdp", "own.toml"),
    ],
)
def test_a_fault_in_the_operators_table_is_named(tmp_path: Path, text: str, word: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, "utf-8")
    with pytest.raises(FetchFailed, match=word):
        publishers([TABLE, own])


def test_who_asks_is_said() -> None:
    settings = settings_of(
        {"PUBLIC_URL": "https://klimat.example", "CONTACT": "drift@prov.example"}
    )
    assert settings.agent.startswith("klimatkontrakt/")
    assert settings.agent.endswith("(https://klimat.example; drift@prov.example)")
    assert not settings.inside


def publisher_at(
    site: Site, kind: str, *paths: str, ending: str = ".csv", **more: Any
) -> Publisher:
    return Publisher("prov", kind, ending, tuple(site.of(path) for path in paths), **more)


@pytest.fixture
def store(small: Engine) -> Engine:
    """The made-up country, with Provköping's organisation number known."""
    with small.begin() as conn:
        row = {"kind": "municipality", "name": "Provköpings kommun", "municipality_code": "9001"}
        conn.execute(insert(organisation).values(organisation_id="m-9001", orgnr=made.TOWN, **row))
    return small


FORMS = {
    "grants-klimatklivet": ".xlsx",
    "grants-gdp": ".json",
    "grants-kohesio": ".csv",
    "grants-swecris": ".csv",
}


@pytest.mark.parametrize("kind", FORMS)
def test_a_publishers_form_becomes_a_draft_to_approve(
    site: Site, settings: Settings, store: Engine, tmp_path: Path, kind: str
) -> None:
    (file,) = made.good_files(kind, tmp_path)
    site.paths["/f"] = file_of(file.read_bytes())
    publisher = publisher_at(site, kind, "/f", ending=FORMS[kind], token="PROV_TOKEN")
    shown = fetch(publisher, store, settings)
    assert shown.changed
    assert not shown.label
    assert "new " in "\n".join(shown.lines)
    drafted = fetch(publisher, store, settings, into_draft=True)
    assert not drafted.changed
    assert site.asked("If-None-Match") == ["", '"1"']
    assert set(site.asked("Authorization")) == {"Bearer hemlig"}
    with store.connect() as conn:
        row = conn.execute(select(release)).one()
        assert (row.label, row.kind, row.published) == (drafted.label, "grants", False)
        assert conn.scalar(select(func.count()).select_from(grant)) == row.rows > 0
        assert waiting_drafts(conn, "prov") == [drafted.label]
        (known,) = fetched_files(conn, "prov").values()
        assert report_on(conn, drafted.label).startswith(f"new {row.rows}, restated 0, ")
    assert known.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert known.size == file.stat().st_size
    with store.begin() as conn:
        set_shown(conn, drafted.label, True, known.checked)
        assert waiting_drafts(conn, "prov") == []
    again = fetch(publisher, store, settings, into_draft=True)
    assert f"as release {drafted.label}" in "\n".join(again.lines)
    assert not again.label


def test_a_newer_file_takes_the_place_of_a_draft_that_waits(
    site: Site, settings: Settings, store: Engine, tmp_path: Path
) -> None:
    publisher = publisher_at(site, "grants-formas", "/f.json", ending=".json")
    first = made.json_file(tmp_path, "a.json", made.FORMAS).read_bytes()
    newer = made.json_file(tmp_path, "b.json", {**made.FORMAS, "beviljatBidrag": 1}).read_bytes()
    site.paths["/f.json"] = file_of(first, '"1"')
    before = fetch(publisher, store, settings, into_draft=True)
    site.paths["/f.json"] = file_of(newer, '"2"')
    after = fetch(publisher, store, settings, into_draft=True)
    assert before.label != after.label
    with store.connect() as conn:
        assert waiting_drafts(conn, "prov") == [after.label]
        assert conn.scalars(select(grant.c.amount)).all() == [1]


def test_a_file_that_tells_nothing_new_makes_no_draft(
    site: Site, settings: Settings, store: Engine, tmp_path: Path
) -> None:
    file = made.json_file(tmp_path, "a.json", made.FORMAS)
    imports.run("grants-formas", [file], store)
    site.paths["/f.json"] = file_of(file.read_bytes() + b"\n")
    publisher = publisher_at(site, "grants-formas", "/f.json", ending=".json")
    result = fetch(publisher, store, settings, into_draft=True)
    assert "nothing that is not known" in result.lines[-1]
    assert not result.label


def test_cordis_comes_packed_and_klimatklivet_by_its_page(
    site: Site, settings: Settings, store: Engine, tmp_path: Path
) -> None:
    packed = (Path(__file__).parents[1] / "cases/money/cordis.zip").read_bytes()
    site.paths["/cordis.zip"] = file_of(packed)
    cordis = publisher_at(site, "grants-cordis", "/cordis.zip", ending=".zip")
    assert fetch(cordis, store, settings, into_draft=True).label
    (file,) = made.good_files("grants-klimatklivet", tmp_path)
    site.paths["/resultat"] = lambda request: request.say(200, PAGE.encode())
    site.paths["/49f/kk-260701.xlsx"] = file_of(file.read_bytes())
    page, words = site.of("/resultat"), "Beviljade ansökningar"
    by_page = replace(
        publisher_at(site, "grants-klimatklivet", ending=".xlsx"), page=page, link=words
    )
    assert fetch(by_page, store, settings).paths[0].name == "kk-260701.xlsx"


POPULATION: dict[str, Any] = {
    "class": "dataset",
    "id": ["Region", "ContentsCode", "Tid"],
    "size": [2, 1, 12],
    "role": {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]},
    "dimension": {
        "Region": {"category": {"index": {"9002": 1, "9001": 0}}},
        "ContentsCode": {
            "category": {"index": {"BE0101N1": 0}, "label": {"BE0101N1": "Folkmängd"}}
        },
        "Tid": {"category": {"index": {str(2013 + n): n for n in range(12)}}},
    },
    "value": [*range(1000, 1120, 10), *[None] * 11, 2020],
}


def test_scb_gives_json_stat_and_a_value_that_is_not_known_is_none(
    site: Site, settings: Settings, store: Engine
) -> None:
    site.paths["/scb?a[b]=*"] = lambda request: request.say(404)
    site.paths["/scb?a%5Bb%5D=*"] = file_of(json.dumps(POPULATION).encode())
    publisher = replace(
        publisher_at(site, "population", "/scb?a[b]=*", ending=".json"),
        source=publishers([TABLE])["scb"].source,
    )
    result = fetch(publisher, store, settings, into_draft=True)
    assert result.label
    table = population.c
    with store.connect() as conn:
        rows = conn.execute(
            select(table.municipality_code, table.year, table.inhabitants).order_by(*table)
        ).all()
        assert conn.scalars(select(release.c.source_id)).all() == ["scb-population"]
    assert sorted(map(tuple, rows)) == [
        *(("9001", 2013 + n, 1000 + 10 * n) for n in range(12)),
        ("9002", 2024, 2020),
    ]


def test_a_table_by_sex_is_no_table_of_places_and_years(
    site: Site, settings: Settings, store: Engine
) -> None:
    by_sex = {**POPULATION, "size": [1, 2, 12]}
    by_sex["dimension"] = {
        **POPULATION["dimension"],
        "Region": {"category": {"index": ["9001"]}},
        "ContentsCode": {"category": {"index": ["1", "2"]}},
    }
    site.paths["/scb"] = file_of(json.dumps(by_sex).encode())
    with pytest.raises(imports.ImportProblems, match="one value of ContentsCode, not 2"):
        fetch(publisher_at(site, "population", "/scb", ending=".json"), store, settings)


def test_kolada_is_followed_from_page_to_page(
    site: Site, settings: Settings, store: Engine
) -> None:
    def row(code: str, year: int, value: float | None) -> dict[str, Any]:
        more = {"count": 1, "status": "", "isdeleted": False}
        figures = [{"gender": "T", "value": value, **more}, {"gender": "K", "value": 99, **more}]
        return {"kpi": "PROV", "municipality": code, "period": year, "values": figures}

    def page(following: str | None, *rows: dict[str, Any]) -> Answer:
        return file_of(json.dumps({"values": rows, "next_url": following}).encode())

    first = row("0013", 2023, 7), row("9001", 2023, 1.5)
    site.paths["/k"] = page(site.of("/k?page=2"), *first)
    site.paths["/k?page=2"] = page(None, row("9002", 2023, None), row("9001", 2024, 2))
    publisher = publisher_at(site, "indicators", "/k", ending=".json", paged=True)
    result = fetch(publisher, store, settings, into_draft=True)
    assert len(result.paths) == 2
    with store.connect() as conn:
        table = indicator_value.c
        rows = conn.execute(
            select(table.indicator_id, table.municipality_code, table.year, table.value)
        ).all()
    assert [tuple(row) for row in rows] == [("prov", "9001", 2023, 1.5), ("prov", "9001", 2024, 2)]


def test_tables_of_counts_become_drafts_of_indicators(
    site: Site, settings: Settings, country: Engine, tmp_path: Path
) -> None:
    """Trafikanalys' workbook, and Power Circle's table whose name alone has its year."""
    cars = workbook(tmp_path / "t.xlsx", [9001, "Provköping", 157, 306, 99, 243, 834])
    site.paths["/2026/fordon.xlsx"] = file_of(cars.read_bytes())
    charging = f'{CHARGING}"PROVKÖPING","649","1032","5,48","50"\n'
    site.paths["/elis/2025-12.csv"] = file_of(charging.encode())
    trafa = publisher_at(site, "indicators-trafa", "/2026/fordon.xlsx", ending=".xlsx")
    power_circle = publisher_at(site, "indicators-power-circle", "/elis/2025-12.csv")
    labels = {
        fetch(replace(publisher, name=name), country, settings, into_draft=True).label
        for name, publisher in {"trafa": trafa, "powercircle": power_circle}.items()
    }
    with country.connect() as conn:
        drafts = select(release.c.label).where(~release.c.published, release.c.kind == "indicators")
        assert set(conn.scalars(drafts)) == labels
        assert sorted(conn.scalars(select(indicator_value.c.value))) == [
            round(306 / 834, 6),
            round(549 / 834, 6),
            round(1681 / 50, 6),
        ]


def test_smhis_report_says_its_gas_and_day(
    site: Site, settings: Settings, store: Engine, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["Rapportnamn:", "Länsrapport, 2026-04-18"],
        ["Emissioner av Koldioxid (CO2)"],
        ["Enhet: ton/år"],
        [],
        [None, None, None, None, 2023, 2024],
        ["Huvudsektor", "Undersektor", "Län", "Kommun", "CO2", "CO2"],
        ["Alla", "Alla", "Alla", "Alla", 300, 310],
        ["Alla", "Alla", "Provlän", "Provköping", 100, 110],
        ["Alla", "Alla", "Provlän", "Teststad", 200, 200],
    ):
        sheet.append(line)
    book.save(tmp_path / "smhi.xlsx")
    site.paths["/smhi"] = file_of((tmp_path / "smhi.xlsx").read_bytes())
    publisher = publisher_at(site, "emissions", "/smhi", ending=".xlsx")
    result = fetch(publisher, store, settings, into_draft=True)
    assert result.label == "smhi-co2-2026-04-18"
    with store.connect() as conn:
        row = conn.execute(select(release)).one()
        tonnes = sorted(conn.scalars(select(emission.c.tonnes)))
    assert (row.edition, f"{row.released}", row.published) == (2026, "2026-04-18", False)
    assert tonnes == [100, 110, 200, 200]


def test_a_web_page_in_the_place_of_a_file_is_no_file(
    site: Site, settings: Settings, store: Engine
) -> None:
    site.paths["/f.csv"] = lambda request: request.say(200, b"\n<!DOCTYPE html><p>Flyttad")
    with pytest.raises(FetchFailed, match="a web page came"):
        fetch(publisher_at(site, "grants-gdp", "/f.csv"), store, settings)
    site.paths["/f.xlsx"] = file_of(b"text")
    with pytest.raises(FetchFailed, match=r"no \.xlsx file"):
        fetch(publisher_at(site, "grants-gdp", "/f.xlsx", ending=".xlsx"), store, settings)


def test_a_changed_form_is_named_and_nothing_is_drafted(
    site: Site, settings: Settings, store: Engine
) -> None:
    site.paths["/f.csv"] = file_of(b"finansiar;diarienummer\nVinnova;1\n")
    with pytest.raises(imports.ImportProblems, match="no such column"):
        fetch(publisher_at(site, "grants-gdp", "/f.csv"), store, settings, into_draft=True)
    with store.connect() as conn:
        assert conn.scalar(select(func.count()).select_from(release)) == 0


def test_a_file_that_moved_for_good_is_told(
    site: Site, settings: Settings, store: Engine, tmp_path: Path
) -> None:
    file = made.json_file(tmp_path, "a.json", made.FORMAS)
    site.paths["/old.json"] = redirect("/new.json", 301)
    site.paths["/new.json"] = file_of(file.read_bytes())
    publisher = publisher_at(site, "grants-formas", "/old.json", ending=".json")
    lines = "\n".join(fetch(publisher, store, settings).lines)
    assert f"has moved for good to {site.of('/new.json')}" in lines


def test_what_is_missing_is_said_before_anything_is_asked(
    site: Site, settings: Settings, store: Engine
) -> None:
    with pytest.raises(FetchFailed, match="set PROV_SAKNAS"):
        fetch(publisher_at(site, "grants-gdp", "/f", token="PROV_SAKNAS"), store, settings)
    with pytest.raises(FetchFailed, match="has no address"):
        fetch(publisher_at(site, "grants-gdp"), store, settings)
    assert site.requests == []


def test_the_command_goes_on_where_one_publisher_fails(
    site: Site,
    store: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = made.json_file(tmp_path, "a.json", made.FORMAS)
    site.paths["/f.json"] = file_of(file.read_bytes())
    site.paths["/gone.csv"] = lambda request: request.say(410)
    silent = "\n".join(
        f"[{name}]\naddresses = []\npage = ''"
        for name, publisher in publishers([TABLE]).items()
        if publisher.has_address and name != "gdp"
    )
    own = tmp_path / "own.toml"
    own.write_text(
        f"{silent}\n[gdp]\naddresses = ['{site.of('/gone.csv')}']\n"
        f"[formas]\nkind = 'grants-formas'\nending = '.json'\n"
        f"addresses = ['{site.of('/f.json')}']\n",
        "utf-8",
    )
    for name, value in {
        "DATABASE_URL": str(store.url),
        "KLIMAT_PUBLISHERS": str(own),
        "KLIMAT_FETCHED": str(tmp_path / "fetched"),
        "KLIMAT_FETCH_INSIDE": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert main(["fetch", "--all", "--into-draft"]) == 1
    said = capsys.readouterr()
    assert "gdp: " in said.err
    assert "HTTP 410" in said.err
    assert "cordis: left out" in said.out
    assert "formas: 1 file, changed" in said.out
    with store.connect() as conn:
        (label,) = waiting_drafts(conn, "formas")
    assert main(["drafts", "--difference", label]) == 0
    assert "  new      formas-2099-00003" in capsys.readouterr().out
    assert main(["publish", label]) == 0
    assert main(["fetch", "--list"]) == 0
    assert site.of("/f.json") in capsys.readouterr().out
    assert main(["fetch", "okänd"]) == 2
    assert "no publisher 'okänd'" in capsys.readouterr().err
