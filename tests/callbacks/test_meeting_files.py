"""The meeting as files on the real figures: the page's choices, clear refusals, nothing cut."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from subprocess import run
from sys import executable

import openpyxl
import pytest
from flask.testing import FlaskClient
from pptx import Presentation
from sqlalchemy import select, update

from app import Settings, create_app
from data_access.derived.emission_totals import refresh_totals
from data_access.engine import open_store
from data_access.releases import record_change
from data_access.snapshots import take_snapshot
from data_access.tables import emission, release
from tests.callbacks.conftest import client_on
from tests.layouts.slides.reading import all_words, charts, faults

CITIES = ("borlange", "orebro", "goteborg", "bjurholm")
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@pytest.fixture(scope="module")
def reader(seeded_file: Path) -> FlaskClient:
    return client_on(f"sqlite:///{seeded_file}", "https://exempel.se")


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("path", ["/sv/kommun/{}/mote", "/en/municipality/{}/meeting"])
def test_the_slides_open_with_native_charts_and_nothing_outside(
    reader: FlaskClient, city: str, path: str
) -> None:
    response = reader.get(f"{path.format(city)}.pptx")
    assert response.status_code == 200
    assert response.mimetype == PPTX
    ending = path.rpartition("/")[2]
    assert f'filename="{ending}-{city}.pptx"' in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.content_length is not None
    assert response.content_length < 200_000
    made = Presentation(BytesIO(response.data))
    assert 10 <= len(made.slides) <= 20
    assert len(charts(made)) >= 2
    assert faults(made) == []
    assert f"https://exempel.se{path.format(city)}?" in all_words(made)


@pytest.mark.parametrize("city", CITIES)
def test_the_workbook_opens(reader: FlaskClient, city: str) -> None:
    response = reader.get(f"/sv/kommun/{city}/mote.xlsx")
    book = openpyxl.load_workbook(BytesIO(response.data))
    assert book.sheetnames[0] == "Om filen"
    assert {name[0] for name in book.sheetnames[1:]} == set("123456789")


def test_a_file_follows_the_choice_of_release(reader: FlaskClient) -> None:
    older = Presentation(
        BytesIO(reader.get("/sv/kommun/orebro/mote.pptx?utgava=smhi-co2-2023").data)
    )
    assert "statistik från 2023" in all_words(older)
    assert "utgava=smhi-co2-2023" in all_words(older)


@pytest.mark.parametrize("kind", ["pptx", "xlsx"])
@pytest.mark.parametrize(
    ("query", "told"),
    [("sedan=999", "999"), ("utgava=ingen-sadan", "ingen-sadan"), ("gas=metan", "metan")],
)
def test_a_value_that_cannot_be_used_gives_no_file_but_its_name(
    reader: FlaskClient, kind: str, query: str, told: str
) -> None:
    response = reader.get(f"/sv/kommun/borlange/mote.{kind}?{query}")
    assert (response.status_code, response.mimetype) == (400, "text/plain")
    assert told in response.get_data(as_text=True)


def test_a_place_that_is_none_has_no_file_and_a_store_that_is_away_is_said(
    reader: FlaskClient, tmp_path: Path
) -> None:
    assert reader.get("/sv/kommun/ingenstans/mote.pptx").status_code == 404
    away = create_app(Settings(f"sqlite:///{tmp_path / 'none.db'}")).server.test_client()
    response = away.get("/en/municipality/orebro/meeting.xlsx")
    assert response.status_code == 503
    assert response.headers["Retry-After"]


def test_the_same_file_is_not_sent_twice(reader: FlaskClient) -> None:
    tag = reader.get("/sv/kommun/bjurholm/mote.xlsx").headers["ETag"]
    again = reader.get("/sv/kommun/bjurholm/mote.xlsx", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_the_first_and_the_last_view_lead_to_the_files_with_the_choices_made(
    reader: FlaskClient,
) -> None:
    for view in (1, 9):
        page = reader.get(f"/sv/kommun/borlange/mote?utgava=smhi-co2e-2025&vy={view}").text
        for ending in ("pptx", "xlsx"):
            assert f'href="/sv/kommun/borlange/mote.{ending}?utgava=smhi-co2e-2025"' in page
    assert "mote.pptx" not in reader.get("/sv/kommun/borlange/mote?vy=3").text


def test_what_makes_slides_is_not_loaded_before_somebody_asks() -> None:
    asked = "import sys, app, callbacks.files.meeting; sys.exit('pptx' in sys.modules)"
    assert (
        run([executable, "-c", asked], cwd=Path(__file__).parents[2], check=False).returncode == 0
    )


def test_an_earlier_meeting_opens_after_a_restatement(seeded_file: Path, tmp_path: Path) -> None:
    store = tmp_path / "later.db"
    copyfile(seeded_file, store)
    url = f"sqlite:///{store}"
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        take_snapshot(conn, "2081", "Provstyrgrupp", datetime(2026, 5, 21, tzinfo=UTC))
        newest = select(release.c.release_id).where(release.c.label == "smhi-co2e-2026")
        conn.execute(
            update(emission)
            .where(
                emission.c.municipality_code == "2081",
                emission.c.year == 2020,
                emission.c.release_id == newest.scalar_subquery(),
            )
            .values(tonnes=emission.c.tonnes * 1.5)
        )
        record_change(conn, "import", detail="prov")
    with engine.begin() as conn:
        refresh_totals(conn)
    engine.dispose()
    reader = create_app(Settings(url)).server.test_client()
    page = reader.get("/sv/kommun/borlange/mote?sedan=1")
    assert page.status_code == 200
    text = page.text.replace("\xa0", " ")
    assert "Jämfört med ”Provstyrgrupp”, sparat 21 maj 2026." in text
    assert "ändrad historik" in text
    made = Presentation(BytesIO(reader.get("/sv/kommun/borlange/mote.pptx?sedan=1").data))
    assert made.slides[1].shapes.title.text_frame.text.startswith("Sedan förra mötet")
    told = re.search(r"2020: (\d+) tusen ton → (\d+) tusen ton \(ändrad hist", all_words(made))
    assert told is not None
    assert float(told[2]) / float(told[1]) == pytest.approx(1.5, rel=0.01)
    assert faults(made) == []
    book = openpyxl.load_workbook(BytesIO(reader.get("/sv/kommun/borlange/mote.xlsx?sedan=1").data))
    rows = list(book["0 Sedan förra mötet, tal"].iter_rows(values_only=True))
    assert [(row[0], row[4]) for row in rows[1:]] == [(2020, "ändrad historik")]
