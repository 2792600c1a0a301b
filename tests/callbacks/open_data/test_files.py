"""Whole datasets as files: all rows, made once, sent in parts where asked, new after an import."""

import csv
import gzip
import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import product
from pathlib import Path
from time import sleep
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import text

from app import Settings, create_app
from callbacks.open_data.downloads import FORMER_SERVED
from callbacks.open_data.files import Files
from callbacks.pages import VERSION_SECONDS
from data_access.derived.verdicts import refresh_verdicts
from data_access.engine import open_store
from data_access.exports.dumps import DumpExists, write_dump
from data_access.exports.ecrf import INVENTORY, TONNES
from data_access.open_data import DATASETS, whole
from data_access.open_data.files import write_files
from data_access.open_data.forms import XLSX, forms_of
from data_access.questions import store_changed
from data_access.reading import Connection, StoreReader
from tests.callbacks.open_data.conftest import made_up_store
from tests.callbacks.open_data.test_api import as_problem
from tests.data_access.made_up import release


@pytest.mark.parametrize("name", list(DATASETS))
def test_a_file_holds_every_row_and_the_described_columns(
    client: FlaskClient, store_url: str, name: str
) -> None:
    response = client.get(f"/data/{name}.csv", buffered=True)
    rows = list(csv.reader(StringIO(response.text)))
    engine = open_store(store_url, read_only=True)
    with engine.connect() as conn:
        assert len(rows) - 1 == len(list(whole(conn, name)))
    engine.dispose()
    assert rows[0] == list(DATASETS[name].fields)
    assert response.headers["Content-Disposition"].endswith(f"{name}.csv")
    assert response.content_type == "text/csv; charset=utf-8"


def test_a_release_of_emissions_is_a_file_of_its_own(client: FlaskClient) -> None:
    rows = list(
        csv.DictReader(StringIO(client.get("/data/emissions/prov-co2e-2.csv", buffered=True).text))
    )
    assert {row["release"] for row in rows} == {"prov-co2e-2"}
    assert all(row["licence"] and row["unit"] and row["status"] for row in rows)


def test_a_file_is_of_the_newest_release_unless_another_or_all_are_asked_for(
    client: FlaskClient,
) -> None:
    def releases(path: str) -> set[tuple[str, str]]:
        file = client.get(f"/data/{path}", buffered=True).text
        return {(row["release"], row["gas"]) for row in csv.DictReader(StringIO(file))}

    everything = releases("emissions.csv?release=all")
    assert releases("emissions.csv") == {("prov-co2e-2", "co2e")} < everything
    assert releases("emissions/all.csv") == everything
    assert releases("emissions-co2.csv") == {("prov-co2-1", "co2")}
    as_problem(client.get("/data/emissions.csv?colour=green"), 400)
    as_problem(client.get("/data/goals.csv?release=all"), 404)
    as_problem(client.get("/data/emissions-co2/prov-co2e-2.csv"), 404)


@pytest.mark.parametrize("name", [name for name, one in DATASETS.items() if one.series])
def test_yearly_figures_are_there_with_a_column_for_each_year(
    client: FlaskClient, name: str
) -> None:
    def read(file: str) -> list[dict[str, str]]:
        response = client.get(f"/data/{file}.csv", buffered=True)
        return list(csv.DictReader(StringIO(response.text)))

    key = [part for part in DATASETS[name].key if part != "year"]
    rows, cells = read(name), {}
    for row in read(f"{name}-wide"):
        for year in filter(str.isdigit, row):
            if row[year]:
                cells[(*(row[part] for part in key), year)] = float(row[year])
    assert cells == {
        (*(row[part] for part in key), row["year"]): float(row[DATASETS[name].series])
        for row in rows
    }


@pytest.mark.parametrize(
    "name", ["emissions", "goals", "verdicts", "grants", "releases", "statuses"]
)
def test_a_workbook_holds_the_rows_of_the_file_and_explains_each_column(
    client: FlaskClient, name: str
) -> None:
    response = client.get(f"/data/{name}.xlsx", buffered=True)
    assert response.content_type.endswith("spreadsheetml.sheet")
    book = load_workbook(BytesIO(response.data), read_only=True)
    assert book.sheetnames == [name, "columns", "about"]
    in_csv = list(csv.reader(StringIO(client.get(f"/data/{name}.csv", buffered=True).text)))
    rows = list(book[name].iter_rows(values_only=True))
    assert list(rows[0]) == in_csv[0]
    assert len(rows) == len(in_csv)
    for row, line in zip(rows[1:], in_csv[1:], strict=True):
        cells = [*row, *[None] * (len(line) - len(row))]
        assert [cell is None for cell in cells] == [text == "" for text in line]
        assert [as_number(cell) for cell in cells] == [as_number(text or None) for text in line]
    told = list(book["columns"].iter_rows(values_only=True))
    assert [row[0] for row in told[1:]] == list(DATASETS[name].fields)


def test_the_same_rows_give_the_same_bytes_on_any_machine(store_url: str) -> None:
    """So that a download can go on from another machine than it began on."""
    kept = [Files(StoreReader(store_url)), Files(StoreReader(store_url))]
    first, second = (one.path("1", "goals", form=XLSX).read_bytes() for one in kept)
    assert first == second


def as_number(cell: object) -> object:
    """A cell as a number where it is one, so that 1 and 1.0 are the same; else as text."""
    text = cell.date().isoformat() if isinstance(cell, datetime) else str(cell)
    try:
        return float(text)
    except ValueError:
        return text.lower()


def test_a_workbook_with_more_rows_than_a_sheet_holds_is_told_of(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_access.exports.workbook.MOST_ROWS", 3)
    client = create_app(Settings(database_url=store_url)).server.test_client()
    assert "download the CSV" in as_problem(client.get("/data/emissions.xlsx"), 404)["detail"]


def test_workers_of_one_product_share_the_files(store_url: str) -> None:
    """A file that another process has written is sent, not written again."""
    files = Files(StoreReader(store_url))
    written = files.path("1", "sectors")
    child = os.fork()
    if child == 0:  # pragma: no cover
        os._exit(0 if files.path("1", "sectors") == written and written.exists() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert written.exists()


@pytest.mark.parametrize("file", ["emissions.csv", "emissions.xlsx", "emissions/prov-co2-1.xlsx"])
def test_a_download_that_was_cut_off_goes_on_where_it_ended(client: FlaskClient, file: str) -> None:
    whole_file = client.get(f"/data/{file}", buffered=True)
    rest = client.get(
        f"/data/{file}",
        buffered=True,
        headers={"Range": "bytes=1000-", "If-Range": whole_file.headers["ETag"]},
    )
    assert rest.status_code == 206
    assert rest.data == whole_file.data[1000:]
    weak = {"Range": "bytes=1000-", "If-Range": f"W/{whole_file.headers['ETag']}"}
    again = client.get(f"/data/{file}", buffered=True, headers=weak)
    assert (again.status_code, again.data) == (200, whole_file.data)


@pytest.mark.parametrize("wanted", ["lines=1-2", "bytes=0-1,5-6", "bytes=5-2", "bytes"])
def test_who_asks_for_no_single_part_gets_the_whole_file(client: FlaskClient, wanted: str) -> None:
    whole_file = client.get("/data/goals.csv", buffered=True)
    answer = client.get("/data/goals.csv", buffered=True, headers={"Range": wanted})
    assert answer.status_code == 200
    assert answer.data == whole_file.data


def test_who_asks_beyond_the_end_is_told_where_it_is(client: FlaskClient) -> None:
    size = len(client.get("/data/goals.csv", buffered=True).data)
    answer = client.get("/data/goals.csv", headers={"Range": f"bytes={size}-"})
    assert str(size) in as_problem(answer, 416)["detail"]
    assert answer.headers["Content-Range"] == f"bytes */{size}"
    shown = answer.headers["Access-Control-Expose-Headers"]
    assert {"Content-Range", "Accept-Ranges"} <= set(shown.split(", "))


def test_a_file_is_made_once_for_each_state_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = made_up_store(tmp_path)
    client = create_app(Settings(database_url=url)).server.test_client()
    first = client.get("/data/releases.csv", buffered=True)
    made = []

    def no_rows(_conn: Connection, name: str, _release: str) -> tuple[()]:
        made.append(name)
        return ()

    monkeypatch.setattr("data_access.open_data.forms.whole", no_rows)
    assert client.get("/data/releases.csv", buffered=True).data == first.data
    assert made == []
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        release(conn, "prov-later", "population")
        refresh_verdicts(conn, 2026)
    engine.dispose()
    sleep(VERSION_SECONDS)
    assert client.get("/data/releases.csv", buffered=True).headers["ETag"] != first.headers["ETag"]
    assert made == ["releases"]


def test_files_that_are_written_beforehand_are_sent_and_the_former_until_the_new_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, folder = made_up_store(tmp_path), tmp_path / "files"
    with StoreReader(url).connection() as conn:
        state = write_files(conn, folder)
        assert write_files(conn, folder) == state
    client = create_app(Settings(database_url=url, files=str(folder))).server.test_client()
    plain = create_app(Settings(database_url=url)).server.test_client()
    for name, dataset in DATASETS.items():
        for form in forms_of(dataset):
            assert (state / f"{name}{form.suffix}").exists()
    tags = {}
    for encoding in ("", "gzip", "br"):
        packed = {"Accept-Encoding": encoding}
        sent = client.get("/data/goals.csv", buffered=True, headers=packed)
        made = plain.get("/data/goals.csv", buffered=True, headers=packed)
        assert sent.data == made.data
        for header in ("ETag", "Last-Modified", "Content-Encoding", "Content-Disposition"):
            assert sent.headers.get(header) == made.headers.get(header)
        tags[encoding] = sent.headers["ETag"]
    assert len(set(tags.values())) == 3
    everything = client.get("/data/klimat.sqlite", buffered=True)
    assert everything.data == (state / "klimat.sqlite").read_bytes()

    def unneeded(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("callbacks.open_data.files.write", unneeded)
    assert client.get("/data/emissions.csv?release=latest").status_code == 200
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        release(conn, "prov-later", "population")
        refresh_verdicts(conn, 2026)
        changed = store_changed(conn)
    engine.dispose()
    assert changed is not None
    monkeypatch.setattr("callbacks.open_data.downloads.now", lambda: changed)
    sleep(VERSION_SECONDS)
    former = client.get("/data/goals.csv", buffered=True)
    assert (former.status_code, former.headers["ETag"]) == (200, tags[""])
    assert former.headers["Cache-Control"].startswith("private")
    known = client.get("/data/goals.csv", headers={"If-None-Match": tags[""]})
    assert known.status_code == 304
    monkeypatch.setattr("callbacks.open_data.downloads.now", lambda: changed + FORMER_SERVED)
    as_problem(client.get("/data/goals.csv"), 503)
    with StoreReader(url).connection() as conn:
        newer = write_files(conn, folder)
    told = client.get("/data/releases.csv", buffered=True)
    assert told.data == (newer / "releases.csv").read_bytes()
    assert "prov-later" in told.text


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_file_is_packed_once_for_those_who_read_it_so(client: FlaskClient, encoding: str) -> None:
    plain = client.get("/data/emissions.csv", buffered=True)
    packed = client.get("/data/emissions.csv", buffered=True, headers={"Accept-Encoding": encoding})
    assert packed.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert len(packed.data) < len(plain.data) / 4
    unpack = gzip.decompress if encoding == "gzip" else brotli.decompress
    assert unpack(packed.data) == plain.data
    wanted = {"Accept-Encoding": encoding, "Range": "bytes=10-"}
    part = client.get("/data/emissions.csv", buffered=True, headers=wanted)
    assert (part.status_code, part.data) == (206, plain.data[10:])


def test_a_cube_holds_every_figure_at_its_place(client: FlaskClient) -> None:
    cubes = {}
    for name in [dataset.name for dataset in DATASETS.values() if dataset.series]:
        cube = json.loads(client.get(f"/data/{name}.json-stat", buffered=True).data)
        cubes[name] = cube
        assert (cube["version"], cube["class"]) == ("2.0", "dataset")
        categories = [cube["dimension"][part]["category"]["index"] for part in cube["id"]]
        assert [len(values) for values in categories] == cube["size"]
        places = list(product(*categories))
        figures = {places[int(at)]: value for at, value in cube["value"].items()}
        text = client.get(f"/data/{name}.csv", buffered=True).text
        figure = cube["extension"]["figure"]
        assert figures == {
            tuple(row[part] for part in cube["id"]): float(row[figure])
            for row in csv.DictReader(StringIO(text))
        }
    assert {"emissions", "population", "indicators", "exchange-rates"} <= cubes.keys()
    names = cubes["indicators"]["dimension"]["municipality_code"]["category"]["label"]
    assert names["9001"] == "Provköping"


def test_all_datasets_are_tables_of_one_file(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "klimat.sqlite").write_bytes(client.get("/data/klimat.sqlite", buffered=True).data)
    with closing(sqlite3.connect(tmp_path / "klimat.sqlite")) as store:
        for name, dataset in DATASETS.items():
            text = client.get(f"/data/{name}.csv", buffered=True).text
            rows = list(csv.DictReader(StringIO(text)))
            keys = [*store.execute(f'SELECT {", ".join(dataset.key)} FROM "{name}"')]
            assert {tuple(map(str, key)) for key in keys} == {
                tuple(row[part] for part in dataset.key) for row in rows
            }
        told = [*store.execute("SELECT dataset, name FROM columns")]
    assert len(told) == sum(len(dataset.columns) for dataset in DATASETS.values())


def test_a_citys_emissions_are_the_form_that_it_hands_in(client: FlaskClient) -> None:
    """The form's own heads; every tonne of the newest year stands in it once."""
    answer = client.get("/data/ecrf/9001.xlsx", buffered=True)
    assert "ecrf-" in answer.headers["Content-Disposition"]
    book = load_workbook(BytesIO(answer.data), read_only=True)
    heads, *rows = book["eCRF_3"].iter_rows(values_only=True)
    assert heads == INVENTORY
    filled = [dict(zip(heads, row, strict=False)) for row in rows]
    year = filled[0]["Inventory year"]
    page: Any = client.get(f"/api/v1/emissions?municipality=9001&year={year}").json
    figures = [item["tonnes"] for item in page["items"] if item["tonnes"] is not None]
    told = [float(str(row[TONNES])) for row in filled if row.get(TONNES) is not None]
    assert sorted(told) == pytest.approx(sorted(figures))
    assert all(row["Notation key"] in ("IE", "NE") for row in filled if row.get(TONNES) is None)
    as_problem(client.get("/data/ecrf/9001.xlsx?year=1066"), 400)
    as_problem(client.get("/data/ecrf/nowhere.xlsx"), 404)


def test_what_was_given_out_on_a_day_stays_under_its_address(
    client: FlaskClient, store_url: str, tmp_path: Path
) -> None:
    as_problem(client.get("/data/dumps/"), 404)
    with StoreReader(store_url).connection() as conn:
        for day in (date(2026, 3, 1), date(2026, 5, 1)):
            write_dump(conn, tmp_path, day)
        with pytest.raises(DumpExists):
            write_dump(conn, tmp_path, day)
    kept = create_app(Settings(store_url, dumps=str(tmp_path))).server.test_client()
    listed: Any = kept.get("/data/dumps/").json
    assert [dump["day"] for dump in listed["dumps"]] == ["2026-05-01", "2026-03-01"]
    assert len(listed["dumps"][0]["files"]) == len(DATASETS) + 2
    sums = kept.get("/data/dumps/2026-03-01/SHA256SUMS", buffered=True).text
    for line in sums.splitlines():
        digest, name = line.split()
        file = kept.get(f"/data/dumps/2026-03-01/{name}", buffered=True)
        assert hashlib.sha256(file.data).hexdigest() == digest
        assert "immutable" in file.headers["Cache-Control"]
    packed = kept.get("/data/dumps/2026-03-01/goals.csv.gz", buffered=True).data
    assert gzip.decompress(packed) == kept.get("/data/goals.csv", buffered=True).data
    led = kept.get("/data/klimat.sqlite?as_of=2026-04-01")
    assert led.status_code == 302
    assert led.headers["Location"] == "/data/dumps/2026-03-01/klimat.sqlite"
    early, other = "goals.csv?as_of=2026-01-01", "dumps/2026-04-01/goals.csv.gz"
    for path in (early, other, "dumps/2026-03-01/..%2fx"):
        as_problem(kept.get(f"/data/{path}"), 404)


@pytest.fixture(scope="module")
def changed_since(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A site of which a dump was made before its goals were renewed."""
    folder = tmp_path_factory.mktemp("changed")
    url = made_up_store(folder)
    with StoreReader(url).connection() as conn:
        write_dump(conn, folder / "dumps", date(2026, 3, 1))
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        conn.execute(text("UPDATE goal SET note = 'Renewed since'"))
    engine.dispose()
    app = create_app(Settings(url, dumps=str(folder / "dumps")))
    client: FlaskClient = app.server.test_client()
    return client


@pytest.mark.parametrize("name", list(DATASETS))
def test_every_dataset_is_there_as_of_a_day_in_every_form(
    changed_since: FlaskClient, client: FlaskClient, name: str
) -> None:
    """`client` has the store as it was before the change."""

    def items(site: FlaskClient, query: str) -> list[str]:
        page: Any = site.get(f"/api/v1/{name}?limit=1000{query}").json
        assert page["next"] is None
        assert page.get("as_of") == ("2026-03-01" if query else None)
        return sorted(json.dumps(item) for item in page["items"])

    assert items(changed_since, "&as_of=2026-04-01") == items(client, "")
    for form in forms_of(DATASETS[name]):
        then = changed_since.get(f"/data/{name}{form.suffix}?as_of=2026-04-01", buffered=True)
        before = client.get(f"/data/{name}{form.suffix}", buffered=True)
        assert then.status_code == 200
        assert f"{name}-2026-03-01{form.suffix}" in then.headers["Content-Disposition"]
        if form.text:
            assert sorted(then.text.splitlines()) == sorted(before.text.splitlines())


def test_what_was_renewed_in_place_is_as_it_was_and_filters_hold(
    changed_since: FlaskClient,
) -> None:
    now_: Any = changed_since.get("/api/v1/goals").json
    assert {item["note"] for item in now_["items"]} == {"Renewed since"}
    then = "/api/v1/goals?as_of=2026-03-01"
    before: Any = changed_since.get(then).json
    assert "Renewed since" not in {item["note"] for item in before["items"]}
    first: Any = changed_since.get(f"{then}&limit=1&sort=-goal_id").json
    second: Any = changed_since.get(first["next"]).json
    assert first["items"][0]["goal_id"] > second["items"][0]["goal_id"]
    groups: Any = changed_since.get(f"{then}&group_by=kind").json
    assert sum(group["count"] for group in groups["items"]) == before["count"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/api/v1/emissions?release=all&as_of=2026-04-01", "does not change"),
        ("/api/v1/emissions?gas=co2&as_of=2026-04-01", "co2e"),
        ("/api/v1/verdicts?release=prov-co2e-1&as_of=2026-04-01", "leave out release"),
        ("/api/v1/goals?as_of=yesterday", "a day"),
        ("/api/v1/municipalities/9001?as_of=2026-04-01", "as it is now"),
        ("/data/emissions/all.csv?as_of=2026-04-01", "does not change"),
        ("/data/emissions.parquet?release=all&as_of=2026-04-01", "does not change"),
    ],
)
def test_what_cannot_be_had_of_a_day_is_refused_with_the_reason(
    changed_since: FlaskClient, path: str, reason: str
) -> None:
    assert reason in as_problem(changed_since.get(path), 400)["detail"]


def test_a_disk_that_is_full_is_told_and_files_come_when_there_is_room(
    client: FlaskClient, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    fresh = create_app(Settings(database_url=store_url)).server.test_client()
    with monkeypatch.context() as patched:
        patched.setattr("callbacks.open_data.files.write", full)
        as_problem(fresh.get("/data/sectors.csv"), 503)
    assert fresh.get("/data/sectors.csv").data == client.get("/data/sectors.csv").data


def test_files_are_made_again_where_their_folder_was_cleared_away(store_url: str) -> None:
    files = Files(StoreReader(store_url))
    file = files.path("1", "sectors")
    before = file.read_bytes()
    shutil.rmtree(file.parent.parent)
    assert files.path("1", "sectors").read_bytes() == before


def test_the_files_go_when_they_are_no_longer_needed(store_url: str) -> None:
    files = Files(StoreReader(store_url))
    folders = [files.path(version, "sectors").parent for version in ("1", "2", "3")]
    assert [folder.exists() for folder in folders] == [False, True, True]
    del files
    assert not any(folder.exists() for folder in folders)
