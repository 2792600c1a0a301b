"""Contacts are taken out of words, and nothing else is."""

import pytest

from data_access.imports.contacts import TAKEN_OUT, without_contacts


@pytest.mark.parametrize(
    "contact",
    [
        "pahittad.personsson@prov.example",
        "070-000 00 01",
        "0700000001",
        "+46 70 000 00 01",
        "+46700000001",
        "+46 (0)70-000 00 01",
        "08-00 00 01",
        "0900-000001",
    ],
)
def test_an_address_or_number_is_taken_out(contact: str) -> None:
    assert without_contacts(f"Fråga {contact} om prov") == f"Fråga {TAKEN_OUT} om prov"


@pytest.mark.parametrize(
    "text",
    [
        "Etapp 05 2024",
        "2024-05-31",
        "04/09/2023",
        "2020-00114",
        "1 250 000 kr",
        "0,5 Mkr",
        "212000-3005",
        "NV-00001-99",
        "HORIZON-MISS-2021-CIT-02-01",
        "03 000 kr",
    ],
)
def test_dates_amounts_and_numbers_of_cases_stay(text: str) -> None:
    assert without_contacts(text) == text
