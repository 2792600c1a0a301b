"""The page on open data: which datasets there are, where, with which columns, and how to fetch."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.frame.site import Site
from layouts.html.cards import section
from layouts.html.placeholders import example_slot, own_licence_slot, stand_in_slot
from layouts.html.tables import Column, table
from layouts.links.addresses import Address
from layouts.metadata.atom import feed_href
from layouts.metadata.citing import cite_dataset
from layouts.metadata.datapackage import PATH as DATA_PACKAGE
from layouts.metadata.licences import NAMES
from layouts.metadata.rests import Rests, rests_on
from layouts.metadata.schema_org import catalogue_structured_data
from layouts.open_data.answers import OpenDataAnswers
from layouts.open_data.try_it import try_href
from layouts.phrases.text import Text, text
from progress.dataset import EVERYTHING, Dataset

SITE = "https://klimat.example"
_EMISSIONS = f"{SITE}/api/v1/emissions.csv?municipality=1880&release=smhi-co2e-2026&limit=1000"

EXAMPLES: dict[str, str] = {
    "curl": (
        f'curl -s "{SITE}/api/v1/verdicts?municipality=1880&fields=goal_id,attainment,sentence_sv"'
    ),
    "python": f'''import pandas as pd

emissions = pd.read_csv(
    "{_EMISSIONS}",
    dtype={{"municipality_code": str}},
)
print(emissions.groupby("year")["tonnes"].sum())''',
    "duckdb": f'''import urllib.request

import duckdb

urllib.request.urlretrieve("{SITE}/data/emissions.parquet", "emissions.parquet")
print(duckdb.sql("""
    SELECT year, sum(tonnes) AS tonnes
    FROM 'emissions.parquet'
    WHERE municipality_code = '1880'
    GROUP BY year ORDER BY year
"""))''',
    "r": f'''emissions <- read.csv(
  "{_EMISSIONS}",
  colClasses = c(municipality_code = "character")
)
aggregate(tonnes ~ year, data = emissions, FUN = sum)''',
    "power_query": f'''let
    Source = Csv.Document(
        Web.Contents("{SITE}/data/goals.csv"),
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    Goals = Table.PromoteHeaders(Source)
in
    Goals''',
    "observable": f'''emissions = d3.csv(
  "{SITE}/data/emission-totals.csv",
  ({{municipality_code, year, tonnes}}) => ({{municipality_code, year: +year, tonnes: +tonnes}})
)''',
    "formula": f'=IMPORTDATA("{_EMISSIONS}")',
}
"""How to fetch, by tool. `SITE` stands for the address that the reader uses."""


NAMES_OF_FORMS = {
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    "-wide.csv": "wide",
    ".json-stat": "json_stat",
}
"""The ending of a file's address → the word for the form."""


def page(address: Address, answers: OpenDataAnswers) -> Page:
    """Every dataset with its addresses and columns, how it is cited, and worked examples."""
    t = text(address.lang)
    datasets = answers.datasets
    rests = {
        each.name: rests_on(each, answers.releases, answers.changed, Site(())) for each in datasets
    }
    body = html.Div(
        [
            html.H1(t("open_data.title")),
            html.P(t("open_data.lead"), className="lead"),
            _addresses(answers, t),
            section(
                "asking",
                t("open_data.asking.heading"),
                html.Ul([html.Li(t(f"open_data.asking.{number}")) for number in range(1, 8)]),
                html.P(
                    [
                        html.A(t("open_data.try.title"), href=try_href(t.lang)),
                        " · ",
                        html.A(t("open_data.openapi"), href="/api/v1/openapi.json"),
                    ]
                ),
            ),
            section(
                "examples",
                t("open_data.examples.heading"),
                stand_in_slot(t("open_data.examples.intro", site=SITE)),
                *(
                    part
                    for name, code in EXAMPLES.items()
                    for part in (
                        html.H3(t(f"open_data.example.{name}")),
                        example_slot(code, SITE),
                    )
                ),
            ),
            section(
                "columns",
                t("open_data.columns.heading"),
                html.P(t("open_data.columns.intro")),
                *(_columns(dataset, rests[dataset.name], t) for dataset in datasets),
            ),
        ],
        className="page page-data",
    )
    return Page(
        title=t("open_data.title"),
        description=t("open_data.description"),
        lang=address.lang,
        address=address,
        body=body,
        structured_data=(catalogue_structured_data(datasets, rests, address),),
    )


def _addresses(answers: OpenDataAnswers, t: Text) -> html.Section:
    columns = [
        Column(t("open_data.column.dataset"), wide=True),
        Column(t("open_data.column.api")),
        Column(t("open_data.column.file")),
    ]
    rows: list[list[Any]] = [
        [
            [
                html.Strong(dataset.title(t.lang), id=dataset.name),
                html.Br(),
                dataset.description(t.lang),
            ],
            html.A(f"/api/v1/{dataset.name}", href=f"/api/v1/{dataset.name}"),
            _files(dataset.name, answers.suffixes[dataset.name], t),
        ]
        for dataset in answers.datasets
    ]
    return section(
        "datasets",
        t("open_data.datasets.heading"),
        html.P(
            [
                t("open_data.everything"),
                " ",
                html.A("SQLite", href=f"/data/{EVERYTHING}"),
                " · ",
                html.A("Data Package", href=DATA_PACKAGE),
                " · ",
                html.A(t("open_data.feed"), href=feed_href(t.lang)),
                " · ",
                html.A(t("open_data.ecrf"), href="/data/ecrf/orebro.xlsx"),
            ]
        ),
        table(t("open_data.datasets.heading"), columns, rows, stack=True),
    )


def _files(name: str, suffixes: Sequence[str], t: Text) -> list[Any]:
    links: list[Any] = []
    for suffix in sorted(suffixes, key=[*NAMES_OF_FORMS].index):
        words = t(f"open_data.form.{NAMES_OF_FORMS[suffix]}")
        links += [html.A(words, href=f"/data/{name}{suffix}"), " · "]
    return links[:-1]


def _columns(dataset: Dataset, rests: Rests, t: Text) -> html.Details:
    heads = [
        Column(t("open_data.columns.name")),
        Column(t("open_data.columns.kind")),
        Column(t("open_data.columns.unit")),
        Column(t("open_data.columns.meaning"), wide=True),
    ]
    rows: list[list[Any]] = [
        [
            html.Code(column.name),
            column.kind.value,
            column.unit or "–",
            html.Span(column.description, lang="en"),
        ]
        for column in dataset.columns
    ]
    title = dataset.title(t.lang)
    chosen: list[Any] = [t("open_data.filters"), " "]
    for filter_ in dataset.filters:
        chosen += [html.Code(filter_.name), ", "]
    return html.Details(
        [
            html.Summary(title),
            html.P(chosen[:-1]) if dataset.filters else None,
            html.P([t("catalogue.cite.heading"), ": ", cite_dataset(dataset, rests, t.lang, "")]),
            own_licence_slot(t.lang) if dataset.subject.own_work else html.P(_licence(rests, t)),
            table(title, heads, rows, stack=True),
        ]
    )


def _licence(rests: Rests, t: Text) -> list[Any]:
    if rests.licence is None:
        return [t("open_data.licence"), ": ", t("open_data.licence.each")]
    name = NAMES.get(rests.licence, rests.licence)
    return [t("open_data.licence"), ": ", html.A(name, href=rests.licence)]
