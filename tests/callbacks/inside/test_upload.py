"""Files of a city's and an agency's people: looked through first, then a draft of theirs."""

import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from io import BytesIO
from pathlib import Path
from threading import Barrier
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

import openpyxl
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callbacks.first_response import KlimatDash
from callbacks.inside.row_forms import PLACE
from callbacks.inside.uploads import MOST_FILE_BYTES
from data_access.imports.files import open_sheet
from data_access.imports.ownership import NAMED_BY_ID
from data_access.imports.publishers import PUBLISHERS
from data_access.inside.mending import MOST_ROWS
from data_access.inside.uploads import OF_CITIES, OF_COORDINATOR, kind_of
from data_access.records import RECORDS
from tests.callbacks.inside.conftest import app_on, signed_in
from tests.callbacks.inside.test_forms import log, token_of
from tests.data_access.imports.publishers.made_up_files import good_files

GRANTS = (
    "grant_id,level,funder,programme,title,beneficiary,beneficiary_municipality_code,amount,currency,"
    "amount_kind,decision,decision_year\n"
    "prov-1,project,Provmyndigheten,Provprogram,Hemlig provbro,Provköpings kommun,9001,1234567,SEK,"
    "granted,granted,2025\n"
)
FUNDER = "Provmyndigheten"
STATUSES = "id,date,status,comment\nPROV-1,2026-05-02,late,Försenad upphandling\n"
GOAL = (
    "goal_id,municipality_code,kind,scope,gas,title_sv,quote,base_year,target_year,reduction_percent\n"
    "9001-NYTT,9001,reduction,territorial,co2e,Halverat,Utsläppen ska halveras.,2015,2035,50\n"
)

OWN_FIGURES = (
    "municipality_code,scope,gas,year,value,unit,source_title,source_publisher,licence\n"
    "{code},group,co2e,2020,40,tonnes,{title},Provkommunen,CC0\n"
)


def fields(client: FlaskClient, **more: str) -> dict[str, str]:
    return {"token": token_of(client), "lang": "sv", "do": "check", **more}


def named(content: str) -> tuple[BytesIO, str]:
    return BytesIO(content.encode()), "lista.csv"


def send(client: FlaskClient, content: str | Path, owner: str, **more: str) -> TestResponse:
    """A file by what stands in it, or as it is."""
    file = content.open("rb") if isinstance(content, Path) else named(content)
    form: Mapping[str, object] = fields(client, owner=owner, **more)
    return client.post("/auth/upload", data={**form, "file": file})


def as_browsers_send(form: Mapping[str, str], boundary: str = "----prov") -> dict[str, Any]:
    """A form with a blank line before each value. The test client writes none before an empty one,
    as no browser does; where werkzeug's 64 KiB end there, it reads the boundary as the value."""
    parts = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in form.items()
    )
    return {
        "data": f"{''.join(parts)}--{boundary}--\r\n".encode(),
        "content_type": f"multipart/form-data; boundary={boundary}",
    }


def load_previewed(client: FlaskClient, preview: TestResponse) -> TestResponse:
    """Presses the button of a preview: everything that its form carries along is sent."""
    form = re.search(r'<form[^>]*action="/auth/upload".*?</form>', preview.text, re.DOTALL)
    assert form is not None, preview.text[-3000:]
    hidden = re.findall(r'name="([^"]+)" type="hidden" value="([^"]*)"', form[0])
    return client.post("/auth/upload", data={**dict(hidden), "do": "load"})


def test_an_agencys_list_is_looked_through_then_its_peoples_draft_until_it_is_published(
    own_app: KlimatDash, provider: str
) -> None:
    agency, others = (
        signed_in(own_app, provider, "myndighet"),
        signed_in(own_app, provider, "publicist"),
    )
    anyone = own_app.server.test_client()

    def seen() -> list[bool]:
        pages = [
            client.get("/sv/portfolj?vy=rader").text.replace("\u00a0", " ")
            for client in (agency, others, anyone)
        ]
        return [FUNDER in page and "1 234 567 kr" in page for page in pages]

    page = agency.get("/sv/inne/lagg-till").text
    (form,) = re.findall(r'<form[^>]*action="/auth/upload"[^>]*>', page)
    assert 'enctype="multipart/form-data"' in form  # else a browser sends the file's name alone
    # The made-up country has far larger grants.
    checked = send(agency, GRANTS, "provverket", confirmed="yes")
    assert checked.status_code == 200, checked.text[-2500:]
    assert "Bidrag" in checked.text  # recognised by its headings
    assert "Ingenting är skrivet än" in checked.text
    assert seen() == [False, False, False]
    loaded = load_previewed(agency, checked)
    assert loaded.status_code == 200, loaded.text[-2500:]
    assert seen() == [True, False, False]
    again = load_previewed(agency, checked)
    assert again.status_code == 422  # the very file is there already
    (label,) = set(re.findall(r"grants-[a-z0-9-]+", agency.get("/sv/inne").text))
    form = fields(agency, name=label, to="published")
    assert agency.post("/auth/publish", data=form).status_code == 303
    assert seen() == [True, True, True]


def test_pasted_statuses_are_previewed_loaded_and_thrown_away(
    own_app: KlimatDash, own_url: str, provider: str
) -> None:
    editor = signed_in(own_app, provider, "redaktor")
    pasted = STATUSES.replace(",", "\t")
    form = fields(editor, owner="9001", rows=pasted)
    checked = editor.post("/auth/upload", data=form)
    assert checked.status_code == 200, checked.text[-2500:]
    assert "PROV-1 2026-05-02" in checked.text
    loaded = load_previewed(editor, checked)
    assert loaded.status_code == 200, loaded.text[-2500:]
    assert log(own_url)[0] == ("redaktor", "draft")
    (name,) = set(re.findall(r'value="(statuses-[0-9a-f-]+)"', loaded.text))
    neighbour = signed_in(own_app, provider, "granne")
    assert name not in neighbour.get("/sv/inne").text
    for client, status in ((neighbour, 409), (editor, 303), (editor, 409)):
        sent = client.post("/auth/discard", data=fields(client, name=name))
        assert sent.status_code == status
    assert name not in editor.get("/sv/inne").text
    assert log(own_url)[0] == ("redaktor", "discard")


def test_a_goal_is_previewed_with_the_verdict_that_it_will_have(
    app: KlimatDash, provider: str
) -> None:
    checked = send(signed_in(app, provider, "redaktor"), GOAL, "9001")
    assert checked.status_code == 200, checked.text[-2500:]
    assert re.search(r"Provköping 9001-NYTT: \w+", checked.text)


def test_a_goal_is_written_in_a_form_and_previewed_like_a_file(
    app: KlimatDash, provider: str
) -> None:
    editor = signed_in(app, provider, "redaktor")
    address = "/sv/inne/lagg-till?owner=9001&kind=goals"
    offered = set(re.findall(r'name="field-([a-z_]+)"', editor.get(address).text))
    names, values = (line.split(",") for line in GOAL.replace("quote", "quote_sv").splitlines())
    row = dict(zip(names, values, strict=True))
    assert offered >= row.keys() - {"municipality_code"}
    assert "municipality_code" not in offered
    form = fields(editor, owner="9001", kind="goals")
    form |= {f"field-{name}": value for name, value in row.items() if name in offered}
    checked = editor.post("/auth/upload", data=form)
    assert checked.status_code == 200, checked.text[-2500:]
    assert re.search(r"Provköping 9001-NYTT: \w+", checked.text)
    assert "<h1>Förhandsgranskning: Klimatmål</h1>" in checked.text
    assert "Rader som inte står i filen" not in checked.text  # a form is of its own row alone
    refused = editor.post("/auth/upload", data={**form, "field-target_year": "snart"})
    assert refused.status_code == 422
    for kept in ("target_year", 'value="snart"', 'value="Halverat"'):
        assert kept in refused.text
    stranger = signed_in(app, provider, "granne").get(address).text
    assert "field-goal_id" not in stranger


def test_of_many_faulty_rows_the_first_are_mended_and_then_the_next(
    app: KlimatDash, provider: str
) -> None:
    editor = signed_in(app, provider, "redaktor")
    columns = [field.column for field in RECORDS["goals"].fields if field.read]
    names, values = (line.split(",") for line in GOAL.replace("quote", "quote_sv").splitlines())
    row = {**dict(zip(names, values, strict=True)), "target_year": "snart"}
    rows = [{**row, "goal_id": f"9001-N{number}"} for number in range(MOST_ROWS + 7)]
    lines = [columns, *([row.get(name, "") for name in columns] for row in rows)]
    refused = send(editor, "\n".join(",".join(line) for line in lines), "9001", kind="goals")
    assert refused.status_code == 422
    assert "7 rader till har fel" in refused.text
    mend = re.search(r'<form[^>]*action="/auth/upload".*?</form>', refused.text, re.DOTALL)
    assert mend is not None
    sent = dict(re.findall(r'name="([^"]+)" type="(?:hidden|text)" value="([^"]*)"', mend[0]))
    assert sum(name.startswith("cell-") for name in sent) == MOST_ROWS * len(columns)
    sent |= {name: "2035" for name, value in sent.items() if value == "snart"}
    again = editor.post("/auth/upload", **as_browsers_send({**sent, "do": "check"}))
    assert again.status_code == 422
    assert len(re.findall(r'<input(?=[^>]*name="cell-)[^>]*aria-invalid="true"', again.text)) == 7


def test_own_figures_are_written_year_by_year_and_go_on_from_what_is_there(
    own_app: KlimatDash, provider: str
) -> None:
    editor = signed_in(own_app, provider, "redaktor")
    there = "/sv/inne/lagg-till?owner=9001&kind=own-series"
    page = editor.get(there).text
    years = re.findall(r'name="cell-\d+-0"[^>]*value="(\d*)"', page)
    assert years[0] == "2015"
    assert years == sorted(years, key=lambda year: year or "x")
    head = {"scope": "group", "gas": "co2e", "unit": "tonnes"}
    head |= {"source_title": "Klimatbokslut", "source_publisher": "Provkommunen"}
    assert set(re.findall(r'name="field-([a-z_]+)"', page)) >= head.keys()
    form = fields(editor, owner="9001", kind="own-series")
    form |= {f"field-{name}": value for name, value in head.items()}
    figures = {2: ("2015", "1 200,5", ""), 3: ("2016", "1100.25", "final"), 5: ("2018", "900", "")}
    cells = {
        f"cell-{row}-{place}": text
        for row, texts in figures.items()
        for place, text in enumerate(texts)
    }
    checked = editor.post("/auth/upload", data={**form, **cells, "cell-4-0": "2017"})
    assert checked.status_code == 200, checked.text[-2500:]
    assert "Nya rader</dt><dd>3<" in checked.text
    lacking = {"field-unit": "", "cell-5-1": "många"}
    wrong = editor.post("/auth/upload", data={**form, **cells, **lacking})
    assert wrong.status_code == 422
    assert "rad 5, Värde" in wrong.text  # as the grid numbers it
    assert re.search(r"<th[^>]*>Enhet<", wrong.text)  # a field of the form is in no row
    for name, fault in (("field-unit", "kiloton"), ("cell-5-1", "ett tal")):
        control = re.search(rf'<[^>]*name="{name}"[^>]*>', wrong.text)
        assert control is not None
        described = re.search(r'aria-describedby="(fault-\d+)', control[0])
        assert described is not None, control[0]
        assert re.search(rf'<span id="{described[1]}">[^<]*{fault}', wrong.text), name
    assert wrong.text.count('aria-invalid="true"') == 2
    assert re.search(r'<input(?=[^>]*name="cell-5-1")[^>]*value="många"', wrong.text)
    assert 'value="Klimatbokslut"' in wrong.text
    beyond = editor.post("/auth/upload", data={**form, **cells, "cell-9999999-1": "5"})
    assert beyond.status_code == 400
    loaded = load_previewed(editor, checked)
    (label,) = set(re.findall(r'value="(own-[0-9a-z-]+)"', loaded.text))
    assert f"{there}&series={label}" in unescape(editor.get(there).text)
    known = editor.get(f"{there}&series={label}").text
    values = re.findall(r'name="cell-(\d+)-1"[^>]*value="([^"]+)"', known)
    assert values == [("2", "1200.5"), ("3", "1100.25"), ("5", "900")]
    assert 'value="Klimatbokslut"' in known
    for word in ("group", "co2e", "tonnes"):
        assert re.search(rf'<option(?=[^>]*selected)[^>]*value="{word}"', known), word
    stranger = signed_in(own_app, provider, "granne").get(f"{there}&series={label}").text
    assert "1200.5" not in stranger


@pytest.mark.parametrize("kind", sorted(set(OF_CITIES) - {"statuses"}))
def test_every_kind_that_a_city_loads_has_a_form_of_its_fields(
    app: KlimatDash, provider: str, kind: str
) -> None:
    editor = signed_in(app, provider, "redaktor")
    page = editor.get("/sv/inne/lagg-till").text
    assert f"owner=9001&kind={kind}" in unescape(page)
    form = editor.get(f"/sv/inne/lagg-till?owner=9001&kind={kind}").text
    offered = set(re.findall(r'name="field-([a-z_0-9]+)"', form))
    yearly = {"year", "value"} if kind == "own-series" else set()
    assert offered >= set(RECORDS[kind].required) - {PLACE, *yearly}
    assert PLACE not in offered
    sent = {**fields(editor, owner="9001", kind=kind), "field-source_title": "Prov"}
    assert editor.post("/auth/upload", data=sent).status_code == 422


def test_who_coordinates_the_contracts_keeps_the_registers_and_no_other_agency(
    own_app: KlimatDash, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency, owner = signed_in(own_app, provider, "myndighet"), "provverket"
    address = f"/sv/inne/lagg-till?owner={owner}&kind=sources"
    row = {"source_id": "prov-ny", "title": "Ny källa", "publisher": "Provverket"}
    row |= {"licence": "CC0", "url": "https://prov.example/"}
    form = fields(agency, owner=owner, kind="sources")
    form |= {f"field-{name}": value for name, value in row.items()}
    assert "field-source_id" not in agency.get(address).text
    assert agency.post("/auth/upload", data=form).status_code == 422
    monkeypatch.setattr("data_access.inside.uploads.COORDINATOR", owner)
    assert set(re.findall(r'name="field-([a-z_]+)"', agency.get(address).text)) >= row.keys()
    checked = agency.post("/auth/upload", data=form)
    assert checked.status_code == 200, checked.text[-2500:]
    loaded = load_previewed(agency, checked)
    assert loaded.status_code == 200, loaded.text[-2500:]
    assert "Ny källa" in own_app.server.test_client().get("/api/v1/sources").text
    assert "kind=import&key=sources-" in unescape(agency.get("/sv/inne").text)  # to be undone
    for kind in OF_COORDINATOR:
        page = agency.get(f"/sv/inne/lagg-till?owner={owner}&kind={kind}").text
        assert 'name="field-' in page, kind


def test_a_file_with_faults_is_refused_whole_and_each_fault_told_in_the_readers_language(
    app: KlimatDash, provider: str
) -> None:
    editor = signed_in(app, provider, "redaktor")
    rows = STATUSES.replace("late", "sovande") + "PROV-1,2026-05-40,late,\n"
    form = fields(editor, owner="9001", rows=rows)
    refused = editor.post("/auth/upload", data=form)
    assert refused.status_code == 422
    for words in ("rad 2, Läge", "sovande", "rad 3, Dag", "2026-05-40", "Ingenting är skrivet"):
        assert words in refused.text, words
    assert "sovande,Försenad" in refused.text  # to be mended where it was pasted
    english = editor.post("/auth/upload", data={**form, "lang": "en"})
    assert "Nothing is written" in english.text
    assert "row 2, status" in english.text
    assert "klart, okänt, pågår" in refused.text  # in words that the reader knows
    assert "late, not_begun, running" in english.text


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_faulty_rows_are_mended_in_the_page_and_the_whole_file_is_checked_again(
    own_app: KlimatDash, provider: str, ending: str
) -> None:
    editor, anyone = signed_in(own_app, provider, "redaktor"), own_app.server.test_client()
    rows = [line.split(",") for line in STATUSES.splitlines()]
    rows += [["PROV-1", "2026-05-40", "sovande", "=1+1"], ["PROV-1", "2026-05-06", "done", ""]]
    content = BytesIO()
    if ending == "csv":
        content.write("\n".join(";".join(row) for row in rows).encode())
    else:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(row)
            sheet.cell(sheet.max_row, 4).data_type = "s"
        book.save(content)
    form = fields(editor, owner="9001")
    file = (BytesIO(content.getvalue()), f"lista.{ending}")
    refused = editor.post("/auth/upload", data={**form, "file": file})
    assert refused.status_code == 422
    grid = re.findall(r'<input[^>]*name="(cell-[0-9-]+)"[^>]*>', refused.text)
    assert grid == ["cell-3-0", "cell-3-1", "cell-3-2", "cell-3-3"]  # of the faulty row alone
    wrong = re.findall(r'<input(?=[^>]*aria-invalid)[^>]*value="([^"]*)"', refused.text)
    assert wrong == ["2026-05-40", "sovande"]
    mend = re.search(r'<form[^>]*action="/auth/upload".*?</form>', refused.text, re.DOTALL)
    assert mend is not None
    hidden = dict(re.findall(r'name="([^"]+)" type="hidden" value="([^"]*)"', mend[0]))
    cells = {"cell-3-1": "2026-05-40", "cell-3-2": "late", "cell-3-3": "=1+1"}
    still = editor.post("/auth/upload", data={**hidden, **cells, "do": "check"})
    assert still.status_code == 422
    faults = re.findall(r"<th[^>]*>(rad [^<]+)<", still.text)
    assert faults == ["rad 3, Dag"]  # under the number that it has in the file
    mended = {**cells, "cell-3-1": "2026-05-04"}
    checked = editor.post("/auth/upload", data={**hidden, **mended, "do": "check"})
    assert checked.status_code == 200, checked.text[-2500:]
    assert re.search(r"Nya rader</dt><dd>3<", checked.text)
    assert load_previewed(editor, checked).status_code == 200
    assert "=1+1" in editor.get("/sv/part/provkopings-kommun").text
    assert "=1+1" not in anyone.get("/sv/part/provkopings-kommun").text
    for strange in (
        {"cell-99-0": "x"},
        {"cell-1-0": "x"},
        {"cell-3-9": "x"},
        {"kind": "grants-lona"},
    ):
        sent = editor.post("/auth/upload", data={**hidden, **cells, **strange, "do": "check"})
        assert sent.status_code == 400, strange
    odd = {**hidden, **mended, "cell-3-3": "a\x00\x0bb"}
    assert editor.post("/auth/upload", data=odd).status_code in (200, 422)
    long = {"cell-3-3": "x" * 5000}
    assert editor.post("/auth/upload", data={**hidden, **long}).status_code == 413


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (GOAL.replace(",9001,", ",9002,"), "kommunen som filen läggs till för"),
        (GOAL.replace("9001-NYTT", "9101-G01"), "ett id som ingen annan kommun har"),
        (STATUSES.replace("PROV-1", "PROV-2"), "har åtagit sig"),
        ("a,b\n1,2\n", "rubrikerna är inte de"),
    ],
)
def test_a_city_loads_its_own_rows_alone(
    app: KlimatDash, provider: str, content: str, expected: str
) -> None:
    refused = send(signed_in(app, provider, "redaktor"), content, "9001")
    assert refused.status_code == 422, refused.text[-2500:]
    assert expected in refused.text


def test_no_kind_lets_a_city_take_anothers_row_by_its_id() -> None:
    by_id = {kind for kind in OF_CITIES if kind in RECORDS and PLACE not in RECORDS[kind].key}
    assert by_id == set(NAMED_BY_ID)


def test_who_may_not_load_is_refused_and_so_is_what_is_no_form_of_ours(
    app: KlimatDash, provider: str
) -> None:
    editor, agency = (signed_in(app, provider, one) for one in ("redaktor", "myndighet"))
    anyone, reader = app.server.test_client(), signed_in(app, provider, "lasare")
    assert send(anyone, STATUSES, "9001").status_code == 401
    assert send(reader, STATUSES, "9001").status_code == 409
    assert send(editor, STATUSES, "9002").status_code == 409
    assert send(agency, STATUSES, "9001").status_code == 409
    assert send(editor, STATUSES, "9001", token="0" * 32).status_code == 403
    # What everyone sees at once is added by a publisher, and only after it was looked through.
    assert send(editor, STATUSES, "9001", do="load", kind="activities").status_code == 409
    assert send(editor, STATUSES, "9001", do="load").status_code == 409
    assert send(editor, STATUSES, "9001", kind="municipalities").status_code == 422
    for lacking in ({"rows": " "}, {"content": "%%%"}):
        sent = editor.post("/auth/upload", data=fields(editor, owner="9001", **lacking))
        assert sent.status_code == 400
    too_large = {"CONTENT_LENGTH": str(MOST_FILE_BYTES + 1)}
    assert editor.post("/auth/upload", data={}, environ_overrides=too_large).status_code == 413


def test_two_people_of_two_cities_load_at_once_and_see_nothing_of_each_others(
    either_url: str, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callbacks.pages.VERSION_SECONDS", 0.0)
    app = app_on(either_url, provider)
    people = {"9001": ("redaktor", "provkoping"), "9002": ("granne", "ovre-prov")}
    clients = {code: signed_in(app, provider, subject) for code, (subject, _) in people.items()}
    titles = {code: f"Klimatbokslut {code}" for code in people}
    previews = {
        code: send(client, OWN_FIGURES.format(code=code, title=titles[code]), code)
        for code, client in clients.items()
    }
    together = Barrier(len(people))

    def load(code: str) -> TestResponse:
        together.wait()
        return load_previewed(clients[code], previews[code])

    with ThreadPoolExecutor(len(people)) as pool:
        loaded = dict(zip(people, pool.map(load, people), strict=True))
    labels = {}
    for code, response in loaded.items():
        assert response.status_code == 200, response.text[-2500:]
        (labels[code],) = set(re.findall(r'value="(own-[0-9a-z-]+)"', response.text))
    readers = {**clients, "": app.server.test_client()}
    for code, (_, slug) in people.items():
        for reader, client in readers.items():
            assert (titles[code] in client.get(f"/sv/kommun/{slug}").text) is (reader == code)
            assert (labels[code] in client.get("/sv/inne").text) is (reader == code)
            if reader != code:
                tried = client.post("/auth/discard", data=fields(client, name=labels[code]))
                assert tried.status_code == (409 if reader else 401)


def test_files_are_known_by_their_headings(tmp_path: Path) -> None:
    decisions = (
        "decision_id,municipality_code,text,state,source_title\nd1,9001,Prov,proposed,Prov\n"
    )
    meetings = "municipality_code,day,body,source_title\n9001,2026-11-26,Styrgruppen,Prov\n"
    for kind, content in (
        *(("statuses", STATUSES), ("goals", GOAL)),
        *(("decisions", decisions), ("meetings", meetings)),
    ):
        file = tmp_path / f"{kind}.csv"
        file.write_text(content)
        with patch("data_access.inside.uploads.open_sheet", wraps=open_sheet) as opening:
            assert kind_of(file, OF_CITIES) == kind
        assert opening.call_count == 1  # a large workbook takes its time


@pytest.mark.parametrize("kind", PUBLISHERS)
def test_an_agencys_list_may_have_the_form_of_any_publisher(
    app: KlimatDash, provider: str, tmp_path: Path, kind: str
) -> None:
    file, *others = good_files(kind, tmp_path)
    if others:  # as their publisher packs them
        packed = tmp_path / "packed.zip"
        with ZipFile(packed, "w") as archive:
            for each in (file, *others):
                archive.write(each, each.name)
        file = packed
    checked = send(signed_in(app, provider, "myndighet"), file, "provverket", kind=kind)
    assert checked.status_code == 200, checked.text[-2500:]
    assert 'value="load"' in checked.text
