"""Which programs open which dataset, by their defaults, and what the files weigh.

`python -m tests.load.open_data` fills a store with the seed data, fetches every file as a reader
does, and prints the tables of docs/open-data-tools.md. Gives 1 where a program reads anything else.
"""

import platform
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory
from typing import Any

import csvw
import duckdb
import frictionless
import pandas as pd
import polars
import pyshacl
from flask.testing import FlaskClient
from rdflib import RDF, RDFS, SH, Graph, Namespace

from app import Settings, create_app
from data_access.open_data import DATASETS, whole
from data_access.open_data.packing import pack_file
from data_access.reading import StoreReader
from progress.dataset import EVERYTHING, Dataset, Kind
from tests.stores import seeded_store

SHAPES = Path(__file__).parents[1] / "callbacks" / "open_data" / "dcat-ap-3.0.1"
NUMBERS = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
NEAR = 1e-9
"""Of a sum: programs add in another order, and a workbook has fifteen figures."""

Sums = Mapping[str, float]
Read = tuple[int, Sums]
"""How many rows a program read, and the sums of the columns of figures."""

Names = Sequence[str]
"""The columns of figures in which the store has any: an empty column has no type of its own."""

Opener = Callable[[Path, str, Names], Read]


def expected(rows: Sequence[Mapping[str, Any]], dataset: Dataset) -> Read:
    """What the store has."""
    figures = [column.name for column in dataset.columns if column.kind in NUMBERS]
    known = [name for name in figures if any(row[name] is not None for row in rows)]
    return _of_rows(iter(rows), known)


def _of_rows(rows: Iterator[Mapping[str, Any]], names: Names) -> Read:
    number, sums = 0, dict.fromkeys(names, 0.0)
    for row in rows:
        number += 1
        for name in sums:
            if row[name] is not None:
                sums[name] += float(row[name])
    return number, sums


def _question(source: str, names: Names) -> str:
    columns = ", ".join(["count(*)", *(f'sum("{name}")' for name in names)])
    return f"SELECT {columns} FROM {source}"


def _answer(row: Sequence[Any], names: Names) -> Read:
    return int(row[0]), dict(zip(names, map(float, row[1:]), strict=True))


def _duckdb(source: str, names: Names) -> Read:
    relation = duckdb.sql(_question(source, names))
    assert relation is not None
    return _answer(relation.fetchall()[0], names)


def _frame(frame: Any, names: Names) -> Read:
    """Of pandas or polars."""
    return len(frame), {name: float(frame[name].sum()) for name in names}


def _sqlite(folder: Path, dataset: str, names: Names) -> Read:
    with closing(connect(folder / EVERYTHING)) as store:
        row = store.execute(_question(f'"{dataset}"', names)).fetchone()
    return _answer(row, names)


def _csvw(folder: Path, dataset: str, names: Names) -> Read:
    table = csvw.Table.from_file(folder / f"{dataset}.csv-metadata.json")
    return _of_rows(table.iterdicts(strict=True), names)


def _frictionless(folder: Path, dataset: str, names: Names) -> Read:
    package: Any = frictionless.Package(str(folder / "datapackage.json"))
    rows = package.get_resource(dataset).read_rows()
    if broken := [row for row in rows if not row.valid]:
        raise ValueError(f"{len(broken)} rows are not as described")
    return _of_rows((row.to_dict() for row in rows), names)


def _json_pages(client: FlaskClient) -> Opener:
    def rows(dataset: str) -> Iterator[Mapping[str, Any]]:
        path: str | None = f"/api/v1/{dataset}?limit=1000"
        while path is not None:
            page: Any = client.get(path).json
            yield from page["items"]
            path = page["next"]

    return lambda _folder, dataset, names: _of_rows(rows(dataset), names)


OPENERS: dict[str, Opener] = {
    "DuckDB, CSV": lambda f, d, n: _duckdb(f"'{f}/{d}.csv'", n),
    "polars, CSV": lambda f, d, n: _frame(polars.read_csv(f / f"{d}.csv"), n),
    "pandas, CSV": lambda f, d, n: _frame(pd.read_csv(f / f"{d}.csv"), n),
    "csvw": _csvw,
    "frictionless": _frictionless,
    "DuckDB, Parquet": lambda f, d, n: _duckdb(f"'{f}/{d}.parquet'", n),
    "polars, Parquet": lambda f, d, n: _frame(polars.read_parquet(f / f"{d}.parquet"), n),
    "SQLite": _sqlite,
    "pandas, XLSX": lambda f, d, n: _frame(pd.read_excel(f / f"{d}.xlsx"), n),
}


def outcome(opener: Opener, folder: Path, dataset: str, stored: Read) -> str:
    """`yes` where a program reads the rows and sums that the store has, else what it does."""
    try:
        number, sums = opener(folder, dataset, list(stored[1]))
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0][:80]}"
    if number != stored[0]:
        return f"{number} rows"
    for name, total in stored[1].items():
        if abs(sums[name] - total) > NEAR * max(1.0, abs(total)):
            return f"sum of {name}: {sums[name]}"
    return "yes"


def fetch(client: FlaskClient, folder: Path) -> float:
    """Every file of every dataset, as a reader fetches it. Gives the seconds of processor."""
    begun = time.process_time()
    for path in ("datapackage.json", EVERYTHING):
        (folder / path).write_bytes(client.get(f"/data/{path}", buffered=True).data)
    for name in DATASETS:
        for suffix in (".csv", ".csv-metadata.json", ".parquet", ".xlsx"):
            file = client.get(f"/data/{name}{suffix}", buffered=True)
            (folder / f"{name}{suffix}").write_bytes(file.data)
    return time.process_time() - begun


def sizes(folder: Path, name: str) -> list[int]:
    """Bytes of a dataset as CSV, sent with gzip and with Brotli, as Parquet and as a workbook."""
    plain = folder / f"{name}.csv"
    packed = [plain.with_suffix(f".csv.{encoding}") for encoding in ("gzip", "br")]
    for file in packed:
        pack_file(file.suffix.removeprefix("."), plain, file)
    files = [plain, *packed, *(folder / f"{name}{suffix}" for suffix in (".parquet", ".xlsx"))]
    return [file.stat().st_size for file in files]


def shapes_report(url: str) -> str:
    """What pyshacl says of the whole catalogue by the shapes of DCAT-AP 3.0.1."""
    named = create_app(Settings(url, operator="Operator", public_url="https://klimat.example"))
    document = named.server.test_client().get("/datasets/dcat?profile=eu").data
    catalogue, shapes = Graph().parse(data=document, format="xml"), Graph()
    for file in SHAPES.glob("*.ttl"):
        shapes.parse(file)
    vcard = Namespace("http://www.w3.org/2006/vcard/ns#")
    classes = Graph().add((vcard.Organization, RDFS.subClassOf, vcard.Kind))
    conforms, report, _ = pyshacl.validate(catalogue, shacl_graph=shapes, ont_graph=classes)
    number = len(set(shapes.subjects(RDF.type, SH.NodeShape)))
    results = len(set(report.subjects(RDF.type, SH.ValidationResult)))
    said = "conforms" if conforms else "does not conform"
    return f"{len(catalogue):,} triples, {number} shapes, {results} results: {said}"


def _line(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def main() -> int:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        url = seeded_store(f"sqlite:///{folder / 'store.db'}")
        client = create_app(Settings(url)).server.test_client()
        seconds = fetch(client, folder)
        openers = {**OPENERS, "JSON, pages": _json_pages(client)}
        print(_line("dataset", "rows", *openers))
        print(_line(*["---"] * (len(openers) + 2)))
        right = True
        for name, dataset in DATASETS.items():
            with StoreReader(url).connection() as conn:
                stored = expected(list(whole(conn, name)), dataset)
            told = [outcome(opener, folder, name, stored) for opener in openers.values()]
            right = right and set(told) == {"yes"}
            print(_line(f"`{name}`", stored[0], *told), flush=True)
        print(f"\nDCAT-AP 3.0.1 by pyshacl: {shapes_report(url)}.")
        print(f"\nAll files were written and fetched in {seconds:.1f} s of processor.\n")
        print(_line("dataset", "CSV", "gzip", "Brotli", "Parquet", "XLSX"))
        print(_line(*["---"] * 6))
        for name in DATASETS:
            print(_line(f"`{name}`", *(f"{size:,}" for size in sizes(folder, name))))
        print(_line("all, as SQLite", f"{(folder / EVERYTHING).stat().st_size:,}", *[""] * 4))
    programs = ("duckdb", "polars", "pandas", "csvw", "frictionless", "python-calamine")
    versions = ", ".join(f"{each} {version(each)}" for each in programs)
    print(f"\nPython {platform.python_version()}, {versions}.")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
