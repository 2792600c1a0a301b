"""Taking back what went wrong: rows, releases, whole imports, drafts, words about persons.

Each function writes on the connection it is given and leaves the transaction to its caller, so that
the command line and pages share them, and a preview is a transaction that is taken back.
"""

from data_access.corrections.discarding import discard
from data_access.corrections.erasing import Erased, erase, overwrite_erased
from data_access.corrections.merging import merge_rows
from data_access.corrections.recording import CorrectionRefused
from data_access.corrections.releases import correct_release, set_release_in_use
from data_access.corrections.rows import correct_row, restore_row, withdraw_row
from data_access.corrections.statuses import correct_status, restore_status, withdraw_status
from data_access.corrections.undoing import undo

__all__ = [
    "CorrectionRefused",
    "Erased",
    "correct_release",
    "correct_row",
    "correct_status",
    "discard",
    "erase",
    "merge_rows",
    "overwrite_erased",
    "restore_row",
    "restore_status",
    "set_release_in_use",
    "undo",
    "withdraw_row",
    "withdraw_status",
]
