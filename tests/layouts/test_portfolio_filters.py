"""The columns by which the portfolio's grants are chosen: one list, and what follows from it."""

import pytest

from layouts.links.query import LANGUAGES, PARAMETERS
from layouts.links.routes import ROUTES
from layouts.phrases.text import text
from progress.money.filters import NAMED
from progress.records import Grant


@pytest.mark.parametrize("name", NAMED)
def test_a_filter_is_a_column_of_grants_with_a_parameter_and_a_label(name: str) -> None:
    assert name in Grant.__dataclass_fields__
    assert PARAMETERS[name].read("Vad som helst, 2030", "sv")
    for route in ("portfolio", "portfolio_csv", "portfolio_xlsx"):
        assert name in ROUTES[route].parameters
    assert all(text(lang)(f"portfolio.filter.{name}") for lang in LANGUAGES)
