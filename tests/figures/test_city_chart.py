"""The chart of a city's emissions, in both languages, worked out again from seed_data/."""

import pytest
from flask.testing import FlaskClient

from tests.layouts.reading import as_swedish, number, table
from tests.seed_figures import reported, totals

NEWEST, FIRST, LATEST, TARGET = "smhi-co2e-2026", 2015, 2024, 2045


def whole_number(value: float) -> object:
    """As written: a half may go either way."""
    return pytest.approx(value, abs=0.5001)


@pytest.mark.parametrize(
    ("path", "caption"),
    [
        ("/sv/kommun/{}", "Utsläppen i {} år för år"),
        ("/en/municipality/{}", "Emissions in {} year by year"),
    ],
    ids=["sv", "en"],
)
@pytest.mark.parametrize(
    ("slug", "name", "code"), [("sigtuna", "Sigtuna", "0191"), ("falun", "Falun", "2080")]
)
def test_a_sector_that_begins_is_in_what_was_measured_and_not_in_what_goes_on(
    reader: FlaskClient, slug: str, name: str, code: str, path: str, caption: str
) -> None:
    """International transport, a fifth of Sigtuna's, is reported only from 2023 (RULES §1.6)."""
    rows = table(reader.get(path.format(slug)).text, caption.format(name))
    compared = {
        year: value
        for (of, year), value in reported(NEWEST, without="international_transport").items()
        if of == code
    }
    now, target = compared[LATEST], 0.15 * compared[1990]
    kept = (now / compared[FIRST]) ** (1 / (LATEST - FIRST))
    left = (target / now) ** (1 / (TARGET - LATEST))
    read = 0
    for row in rows:
        year_, seen, ahead, _, needed, path_, *_ = (
            cell if "en" not in path[:4] else as_swedish(cell) for cell in row.values()
        )
        year = int(year_)
        if year <= LATEST:
            assert number(seen) == whole_number(totals(NEWEST)[code, year])
        else:
            passed = year - LATEST
            assert number(ahead) == whole_number(now * kept**passed)
            assert number(needed) == whole_number(now * left**passed)
            straight = compared[1990] - (compared[1990] - target) * (year - 1990) / (TARGET - 1990)
            assert number(path_) == whole_number(straight)
            read += 1
    assert read == TARGET - LATEST
