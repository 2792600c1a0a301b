"""Six made-up grants as a priced frame, one of each sort that the portfolio tells apart."""

from decimal import Decimal

import pandas as pd

from data_access.derived.texts import Texts
from progress.money.portfolio import priced
from progress.money.pricing import Pricing
from progress.records import ExchangeRate

ROWS = (
    # id, funder, programme, beneficiary, allocation, city, shared, year, amount, currency, repeats
    ("a", "F1", "P1", "Umeå kommun", "own", "0001", "0002", 2015, 4e6, "SEK", False),
    ("b", "F1", "P2", "Bolaget AB", "single", "0001", "", 2016, 1e6, "SEK", False),
    ("c", "F2", "P3", "Provhögskolan", "multi", "", "0001;0002", 2016, 2e6, "EUR", False),
    ("d", "F2", "P3", "Lunds kommun", "own", "0002", "", 2016, None, "", False),
    ("e", "F2", "P3", "Lunds kommun", "own", "0002", "", 2017, 7e6, "SEK", True),
    ("f", "F3", "P4", "Malmö stad", "own", "", "", 0, 5e6, "SEK", False),
)
titled = Texts.of(
    ["cykelväg", "biogas", "nätverk", "cykelgarage", "cykelgarage", "skola"]
).containing
"""Whose case-folded titles hold a text."""

NAMES = (
    *("grant_id", "funder", "programme", "beneficiary", "allocation", "city", "shared"),
    *("year", "amount", "currency", "repeats"),
)

RATES = (ExchangeRate(2016, "EUR", Decimal(9), "annual_mean", "x"),)


def made_up_frame(rates: tuple[ExchangeRate, ...] = RATES) -> pd.DataFrame:
    """The rows of `ROWS` in kronor by these rates."""
    made = pd.DataFrame(ROWS, columns=NAMES).assign(
        kind="granted",
        decision="granted",
        theme="Vägar",
        climate="",
        part_of=-1,
        first_month=0,
        last_month=0,
    )
    numbers = {"year", "amount", "repeats", "part_of", "first_month", "last_month"}
    words = set(made.columns) - {"grant_id"} - numbers
    return priced(made.astype(dict.fromkeys(words, "category")), Pricing(rates))
