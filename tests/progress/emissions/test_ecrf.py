"""The eCRF of a city: each figure once, whole, in a row of the form; what is missing is marked."""

import pytest

from progress.emissions.ecrf import FORM, STANDS_IN, entries
from progress.emissions.gpc import GPC
from progress.emissions.sectors import SECTORS

TONNES = {sector: 10.0**place for place, sector in enumerate(SECTORS)}


def test_every_figure_stands_once_and_whole() -> None:
    filled = [entry for entry in entries(TONNES) if entry.tonnes is not None]
    assert sorted(entry.tonnes for entry in filled if entry.tonnes) == sorted(TONNES.values())
    by_number = {entry.row.number: entry.tonnes for entry in filled}
    assert by_number == {STANDS_IN[sector]: TONNES[sector] for sector in SECTORS}
    assert all(STANDS_IN[sector] in GPC[sector].numbers for sector in SECTORS)


def test_every_row_has_a_figure_or_a_notation_key_with_the_reason() -> None:
    for entry in entries(TONNES):
        assert (entry.tonnes is None) == (entry.notation_key in ("IE", "NE"))
        assert entry.explanation
    keys = {(e.row.number, e.row.subsector): e.notation_key for e in entries(TONNES)}
    assert keys["II.2.1", "Rail"] == "IE"
    assert keys["I.1.2", "Residential Buildings"] == "NE"
    assert keys["V.2", "Land use"] == "NE"


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_without_a_figure_is_not_estimated(sector: str) -> None:
    alone = set(GPC[sector].numbers) - {
        number for other in SECTORS if other != sector for number in GPC[other].numbers
    }
    rest = {other: tonnes for other, tonnes in TONNES.items() if other != sector}
    for entry in entries(rest):
        if entry.row.number in alone:
            assert (entry.tonnes, entry.notation_key) == (None, "NE")


def test_every_number_of_a_sector_has_its_row() -> None:
    numbers = {row.number for row in FORM}
    assert all(numbers.issuperset(part.numbers) for part in GPC.values())
