"""Imports meetings, and what they are asked to decide, have decided and followed up."""

from typing import Any

from data_access.imports.cells import RowCells
from data_access.imports.draft import Options
from data_access.imports.drafts import importer
from data_access.imports.fields import read_fields
from data_access.imports.tables import check_no_example
from data_access.records import DECISION, MEETING
from data_access.tables import decision, meeting
from progress.i18n import say
from progress.promises.decisions import DecisionState


def _meeting(cells: RowCells, options: Options) -> dict[str, Any]:
    check_no_example(cells, "body")
    return read_fields(MEETING, cells, options)


def _decision(cells: RowCells, options: Options) -> dict[str, Any]:
    check_no_example(cells, "decision_id")
    row = read_fields(DECISION, cells, options)
    taken = row["state"] not in (None, DecisionState.PROPOSED)
    if taken and row["meeting_day"] is None and not cells.cell("meeting_day"):
        cells.problem("meeting_day", say("import.day_of_meeting_that_decided"))
    low, high = row["effect_low_t"], row["effect_high_t"]
    if low is not None and high is not None and low > high:
        cells.problem(
            "effect_high_t", say("import.at_least_as_in", least=low, column="effect_low_t")
        )
    return row


CHECKS = {
    MEETING.kind: importer(MEETING, meeting, _meeting),
    DECISION.kind: importer(DECISION, decision, _decision),
}
"""KIND → the check of its files."""
