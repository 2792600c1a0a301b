"""The inside pages: what a city's or an agency's own people see, load, report and publish."""

from layouts.inside.answers import (
    CorrectionAnswers,
    CorrectionTarget,
    ErasureAnswers,
    ErrorReportAnswers,
    Fault,
    InsideAnswers,
    MendableRows,
    Preview,
    RowField,
    SentFile,
    Signed,
    StatusAnswers,
    UploadAnswers,
    YearGrid,
)
from layouts.inside.cells import CELL
from layouts.inside.corrections import corrections_page
from layouts.inside.erasing import ERASE, erasure_page
from layouts.inside.error_reports import error_reports_page
from layouts.inside.frame import DONE, refusal, sign_in_page, told_done
from layouts.inside.previews import upload_result
from layouts.inside.start import page as start_page
from layouts.inside.status_links import PAGE as LINK_PAGE
from layouts.inside.status_links import LinkAnswers, link_gone_page, link_page
from layouts.inside.statuses import statuses_page
from layouts.inside.uploads import upload_page, upload_refused

__all__ = [
    "CELL",
    "DONE",
    "ERASE",
    "LINK_PAGE",
    "CorrectionAnswers",
    "CorrectionTarget",
    "ErasureAnswers",
    "ErrorReportAnswers",
    "Fault",
    "InsideAnswers",
    "LinkAnswers",
    "MendableRows",
    "Preview",
    "RowField",
    "SentFile",
    "Signed",
    "StatusAnswers",
    "UploadAnswers",
    "YearGrid",
    "corrections_page",
    "erasure_page",
    "error_reports_page",
    "link_gone_page",
    "link_page",
    "refusal",
    "sign_in_page",
    "start_page",
    "statuses_page",
    "told_done",
    "upload_page",
    "upload_refused",
    "upload_result",
]
