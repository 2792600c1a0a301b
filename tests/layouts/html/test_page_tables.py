"""A page's tables as a file: the values behind the figures, in the unit that the head tells."""

from decimal import Decimal

import pytest

from layouts.html.page_tables import page_tables
from layouts.html.tables import Column, table
from layouts.phrases import kronor
from progress.phrases import formats


def rows_of(*columns: tuple[str, list[object]], lang: str = "sv") -> tuple[dict[str, object], ...]:
    heads = [Column("Kommun"), *(Column(head, numeric=True) for head, _ in columns)]
    cells = [["Provköping", *row] for row in zip(*(values for _, values in columns), strict=True)]
    (found,) = page_tables(table("Påhittat", heads, cells), lang)
    return tuple(dict(row) for row in found.rows)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_file_holds_the_value_that_the_page_rounds(lang: str) -> None:
    (row,) = rows_of(("Ton", [formats.number(1234.5678, lang)]), lang=lang)
    assert row["Ton"] == 1234.5678


def test_the_unit_that_stands_in_the_cell_moves_to_the_head() -> None:
    (row,) = rows_of(
        ("Utsläpp", [formats.tonnes(424_312.5, "sv")]),
        ("Per person", [formats.tonnes_per_person(5.123, "sv")]),
        ("Ändring", [formats.signed_percent(-0.1234, "sv")]),
        ("Belopp", [kronor.brief(Decimal(12580983), "sv")]),
        ("I euro", [kronor.exact(Decimal("193232.26"), "sv", "EUR")]),
    )
    assert row == {
        "Kommun": "Provköping",
        "Utsläpp (ton)": 424_312.5,
        "Per person (ton per person)": 5.123,
        "Ändring (%)": -12.34,
        "Belopp (kr)": 12580983,
        "I euro (EUR)": 193232.26,
    }


def test_what_is_missing_is_told_beside_values() -> None:
    rows = rows_of(("Ton", [formats.number(None, "sv"), "–", formats.number(3, "sv")]))
    assert [row["Ton"] for row in rows] == ["uppgift saknas", None, 3]


def test_a_column_of_several_units_stays_in_words() -> None:
    amounts = [kronor.brief(Decimal(5), "sv"), kronor.brief(Decimal(6), "sv", "EUR")]
    rows = rows_of(("Belopp", list(amounts)))
    assert [row["Belopp"] for row in rows] == ["5\u00a0kr", "6\u00a0EUR"]


def test_a_figure_among_other_words_is_words() -> None:
    (row,) = rows_of(("Ton", [f"{formats.number(5, 'sv')} eller mer"]))
    assert row["Ton"] == "5 eller mer"
