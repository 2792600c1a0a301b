"""Why a city's emissions changed, in words: no part of it is told as nothing."""

from layouts.city.cause import cause_words
from layouts.phrases.text import text
from progress.emissions.change_causes import change_causes
from progress.emissions.events import Event, Way

EVENT = Event("E", 2024, None, ("transport",), Way.UP, "hände", "happened", "T.", "T.", "s", "u")
BEFORE = {"transport": 100.0, "industry": 100_000.0, "energy": 1_000.0, "waste": 1_000.0}


def told(lang: str = "sv", *events: Event, **now: float) -> str:
    causes = change_causes(2024, BEFORE, BEFORE | now, events)
    return cause_words(causes, text(lang)).replace("\u00a0", " ")


def test_where_the_rest_stood_still_it_is_said_to_be_unchanged() -> None:
    words = told("sv", EVENT, transport=20_000.0, waste=1_100.0)
    assert words == "2024 ökade utsläppen 20 %; utan transporter hade de varit oförändrade: hände."
    words = told("en", EVENT, transport=20_000.0, waste=900.0)
    assert "without transport they would have been unchanged" in words


def test_a_sector_whose_part_rounds_to_nothing_is_not_named() -> None:
    words = told(industry=90_000.0, energy=400.0, waste=980.0)
    parts = "industrin −9,8, el och fjärrvärme −0,6 procentenheter."
    assert words == f"2024 minskade utsläppen 10 %, mest {parts}"
