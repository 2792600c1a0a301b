"""One list of fields a record: what is made of it says the same."""

import pytest

from data_access.imports import KINDS
from data_access.imports.words import shown_word, value_of
from data_access.inside.uploads import OF_CITIES, OF_COORDINATOR
from data_access.questions.stored import TABLES
from data_access.records import RECORDS, Kind, Record
from data_access.tables import metadata
from data_access.templates import TEMPLATES

OTHERS = {
    "activities": "activity",
    "commitments": "commitment",
    "contracts": "contract",
    "earlier-codes": "earlier_code",
    "indicator-definitions": "indicator",
    "organisation-kinds": "organisation_kind",
    "organisations": "organisation",
    "programmes": "programme",
    "sources": "source",
    "exchange-rates": "exchange_rate",
    "emissions": "emission",
    "local-signatories": "local_signatory",
    "municipalities": "municipality",
    "price-index": "price_index",
    "work-packages": "work_package",
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_a_record_is_whole(record: Record) -> None:
    names = [field.name for field in record.fields]
    assert len(names) == len(set(names))
    assert {*record.key, *record.scope} <= set(names)
    columns = [column for field in record.fields for column in field.all_columns]
    assert len(columns) == len(set(columns))
    assert all(field.meaning for field in record.fields if field.is_open)
    assert all(field.words for field in record.fields if field.kind is Kind.WORD)
    assert set(record.required).isdisjoint(record.optional)


WITH_A_TABLE = [record for record in RECORDS.values() if record.kind != "own-series"]
"""The values of own series stand among the emissions."""


@pytest.mark.parametrize("record", WITH_A_TABLE, ids=lambda record: record.kind)
def test_the_table_has_the_fields_and_no_other(record: Record) -> None:
    named = OTHERS.get(record.kind)
    table = TABLES[record.kind] if named is None else metadata.tables[named]
    columns = table.columns.keys()
    stored = {field.name for field in record.stored}
    assert set(columns) - {"release_id", "sector_id"} == stored


def test_a_swedish_header_means_one_column() -> None:
    for kind, record in RECORDS.items():
        own = [field for field in record.fields if field.headers]
        every = [header.casefold() for field in own for header in field.headers]
        assert len(every) == len(set(every)), kind
        assert {field.column for field in own} <= {*record.columns}


SAME_IN_SWEDISH = {"EUR", "SEK", "eu", "team"}


def test_each_word_that_a_city_chooses_has_a_swedish_name_that_files_take_back() -> None:
    for kind in {*OF_CITIES, *OF_COORDINATOR} - {"statuses"}:
        for field in RECORDS[kind].fields:
            words = {word: shown_word(field.name, word) for word in field.words if word}
            assert {word for word, name in words.items() if word == name} <= SAME_IN_SWEDISH
            assert len({*words.values()}) == len(words), (kind, field.name)
            for word, name in words.items():
                assert value_of(name, field.words) == word, (kind, field.name)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_templates_guide_is_in_both_languages(kind: str) -> None:
    assert all(column.sv and column.en for column in TEMPLATES[kind].columns)


def test_a_row_is_complete_with_what_nobody_knows() -> None:
    row = RECORDS["grants"].complete({"grant_id": "g1"})
    assert (row["grant_id"], row["title"], row["amount"], row["is_climate"]) == (
        "g1",
        "",
        None,
        None,
    )


def test_every_record_can_be_imported() -> None:
    assert set(RECORDS) <= set(KINDS)
