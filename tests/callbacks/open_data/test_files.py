"""Whole datasets as files: all rows, made once, sent in parts where asked, new after an import."""

import csv
from io import StringIO
from pathlib import Path
from time import sleep

import pytest
from flask.testing import FlaskClient

from app import Settings, create_app
from callbacks.open_data.files import Files
from callbacks.pages import VERSION_SECONDS
from data_access.engine import open_store
from data_access.open_data import DATASETS, whole
from data_access.reading import Connection, StoreReader
from data_access.verdicts import refresh_verdicts
from tests.callbacks.open_data.conftest import made_up_store
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


def test_a_download_that_was_cut_off_goes_on_where_it_ended(client: FlaskClient) -> None:
    whole_file = client.get("/data/emissions.csv", buffered=True)
    rest = client.get(
        "/data/emissions.csv",
        buffered=True,
        headers={"Range": "bytes=1000-", "If-Range": whole_file.headers["ETag"]},
    )
    assert rest.status_code == 206
    assert rest.data == whole_file.data[1000:]


def test_a_file_is_made_once_for_each_state_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = made_up_store(tmp_path)
    client = create_app(Settings(database_url=url)).server.test_client()
    first = client.get("/data/releases.csv", buffered=True)
    made = []

    def no_rows(_conn: Connection, name: str) -> tuple[()]:
        made.append(name)
        return ()

    monkeypatch.setattr("callbacks.open_data.files.whole", no_rows)
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


def test_the_files_go_when_they_are_no_longer_needed(store_url: str) -> None:
    files = Files(StoreReader(store_url))
    folder = files.path("1", "sectors").parent
    newer = files.path("2", "sectors").parent
    assert not folder.exists()
    del files
    assert not newer.exists()
