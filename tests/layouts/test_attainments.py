"""Every way in which a goal can stand has its words and its place in addresses, on every page."""

import pytest

from layouts.query import PARAMETERS
from layouts.text import text
from progress.verdict_model import Attainment


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("attainment", Attainment)
def test_an_attainment_can_be_told_and_filtered_by(attainment: Attainment, lang: str) -> None:
    t = text(lang)
    assert f"follow_up.word.{attainment}" in t
    assert attainment is Attainment.NOT_ASSESSABLE or f"follow_up.lead.{attainment}" in t
    assert PARAMETERS["attainment"].write(attainment, lang)
