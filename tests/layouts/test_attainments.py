"""Every way in which a goal can stand has its words and its place in addresses, on every page."""

import pytest

from layouts.links.query import PARAMETERS
from progress.goals.verdict_model import Attainment
from progress.phrases.words import attainment_word, plain_word


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("attainment", Attainment)
def test_an_attainment_can_be_told_and_filtered_by(attainment: Attainment, lang: str) -> None:
    word = attainment_word(attainment, lang)
    assert word[:1].isupper()
    assert plain_word(attainment, lang) == word[:1].lower() + word[1:]
    assert PARAMETERS["attainment"].write(attainment, lang)
