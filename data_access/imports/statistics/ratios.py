"""Indicators that are one count of a publisher's divided by another, with both kept beside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from data_access.imports.draft import Draft, Problems, Rows, StoreFacts
from data_access.imports.drafts import draft_of
from data_access.imports.numbers import NotANumber, number
from data_access.imports.read_row import ReadRow
from data_access.records import INDICATOR_VALUE
from data_access.tables import indicator_value
from progress.emissions.series import Status
from progress.i18n import say

DECIMALS = 6
NONE = frozenset({"–", "-"})
"""Zero, as the publishers write it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Where a row of counts stands in its file, and how problems with it are told."""

    file: str
    row: int
    problems: Problems

    def count(self, column: str, text: str) -> Decimal | None:
        """A count of zero or more; None after naming why it is none."""
        if text in NONE:
            return Decimal(0)
        try:
            value = number(text)
            if value < 0:
                raise NotANumber(say("import.count_of_zero_or_more"))
        except NotANumber as reason:
            self.problems.add(self.file, self.row, column, text, str(reason), reason.todo)
            return None
        return value

    def ratio(self, indicator_id: str, code: str, year: int, part: Decimal, of: Decimal) -> Rows:
        """The row of a ratio; none where the whole is zero, for then there is no value."""
        if not of:
            return []
        row = {
            "indicator_id": indicator_id,
            "municipality_code": code,
            "year": year,
            "value": round(float(part / of), DECIMALS),
            "status": Status.FINAL,
            "numerator": float(part),
            "denominator": float(of),
        }
        return [ReadRow(INDICATOR_VALUE.complete(row), (self.file, self.row))]


def ratios_draft(
    file: str, rows: Rows, facts: StoreFacts, problems: Problems, source: Mapping[str, str]
) -> Draft | None:
    """The draft of rows, or None with what is wrong named: nothing to import, or an indicator that
    the store does not know."""
    if not rows and not problems:
        problems.add(
            file,
            None,
            "",
            say("import.no_municipality"),
            say("import.at_least_one_row_of_municipality"),
        )
    for indicator_id in sorted({row["indicator_id"] for row in rows} - facts.indicator_ids):
        todo = say("import.first_klimat_import_indicator_definitions")
        problems.add(
            file, None, "indicator_id", indicator_id, say("import.indicator_of_store"), todo
        )
    if problems:
        return None
    return replace(draft_of(INDICATOR_VALUE, indicator_value, rows), source=source)
