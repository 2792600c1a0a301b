"""Whatever a file holds, an import says what is wrong with it and writes nothing."""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data_access import imports
from data_access.engine import open_store
from data_access.imports import AlreadyImported, ImportProblems, ImportRefused
from data_access.imports.statuses import import_statuses
from tests.data_access.made_up import fill
from tests.stores import new_store

REFUSED = (ImportProblems, ImportRefused, AlreadyImported)
KINDS = sorted(imports.KINDS)

CELLS = st.one_of(
    st.sampled_from(["", "9001", "2020", "co2e", "total", "=1+1", "-1e400", "nan", "'", '"', "å"]),
    st.text(max_size=12),
    st.integers(-5, 10**12).map(str),
    st.just("x" * 200_000),
)
HEADS = st.lists(
    st.one_of(
        st.sampled_from(["municipality_code", "year", "sector", "tonnes", "value", "id", "date"]),
        st.text(max_size=8),
    ),
    min_size=1,
    max_size=6,
)
TABLES = st.tuples(HEADS, st.lists(st.lists(CELLS, max_size=6), max_size=4)).map(
    lambda table: "\n".join(",".join(row) for row in (table[0], *table[1]))
)
ENCODED = st.tuples(TABLES, st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "cp1252"])).map(
    lambda one: one[0].encode(one[1], "replace")
)
GROWING = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
EXPLODING = (
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{GROWING}'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<worksheet><sheetData><row><c><v>&i;&f;</v></c></row></sheetData></worksheet>"
)


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path_factory.mktemp('any') / 'store.db'}"
    engine = open_store(new_store(url, fill), read_only=False)
    yield engine
    engine.dispose()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind=st.sampled_from(KINDS),
    content=st.one_of(st.binary(max_size=300), ENCODED),
    ending=st.sampled_from(["csv", "xlsx", "json", "xml", "zip", "tsv"]),
)
def test_any_bytes_are_imported_or_refused_in_words(
    writer: Engine, tmp_path: Path, kind: str, content: bytes, ending: str
) -> None:
    file = tmp_path / f"prov.{ending}"
    file.write_bytes(content)
    with suppress(*REFUSED):
        imports.run(kind, [file], writer, release="prov-vad-som-helst", dry_run=True)
    with suppress(*REFUSED):
        import_statuses([file], writer, dry_run=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_whose_xml_explodes_or_reads_other_files_is_refused(
    writer: Engine, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "prov.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", EXPLODING)
        packed.writestr("xl/workbook.xml", EXPLODING)
        packed.writestr("xl/worksheets/sheet1.xml", EXPLODING)
    with pytest.raises(REFUSED) as refusal:
        imports.run(kind, [file], writer, release="prov-vad-som-helst", dry_run=True)
    assert "root:" not in str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_that_declares_entities_is_not_read(
    writer: Engine, tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "prov.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", EXPLODING.encode(encoding))
    with pytest.raises(ImportProblems, match="no readable workbook"):
        imports.run("goals", [file], writer, release="prov-vad-som-helst", dry_run=True)
