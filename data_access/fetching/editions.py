"""The edition of fetched emissions: SMHI's form says its gas and day in the lines above it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data_access.fetching.errors import FetchFailed
from data_access.imports.draft import Problems
from data_access.imports.emission_report import gases_in, report_fit
from data_access.imports.files import open_sheet
from progress.i18n import say

DAY = re.compile(r"\b(20\d{2}-\d{2}-\d{2})\b")


@dataclass(frozen=True, slots=True)
class EmissionEdition:
    """What an import of emissions must be told."""

    release: str
    edition: int
    released: date


def edition_of(path: Path) -> EmissionEdition:
    """The edition of SMHI's county report. Raises FetchFailed where it does not say its day."""
    sheet = open_sheet(path, report_fit, Problems())
    above = [] if sheet is None else sheet.above
    days = [match[1] for row in above for cell in row.cells if (match := DAY.search(cell))]
    gases = set() if sheet is None else gases_in(sheet)
    if not days or len(gases) != 1:
        raise FetchFailed(say("fetch.no_day_or_no_single_gas", name=path.name, path=path))
    released = date.fromisoformat(days[0])
    return EmissionEdition(f"smhi-{gases.pop()}-{released}", released.year, released)
