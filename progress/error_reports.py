"""What readers report as wrong on a page, and the answers that stand there for everyone."""

from dataclasses import dataclass
from datetime import datetime

MOST_MESSAGE = 2000
MOST_ABOUT = 300
MOST_ADDRESS = 600


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """A reader's report. `owner` is whose people answer it: a municipality's code, an agency's name
    in addresses, or empty for the operator.

    `page` is the page's Swedish path, `address` the address that the reader came from, with what
    was chosen there. `about` names the figure, with its release and value where the page knows
    them. `closed` is when it was answered or left without an answer.
    """

    report_id: int
    received: datetime
    owner: str
    page: str
    address: str
    about: str
    message: str
    closed: datetime | None = None


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """The answer to a report, in the words of who answers, and in their `language`. `part` is the
    id on the page of the figure that it is about; empty where it is about the whole page."""

    report_id: int
    page: str
    about: str
    text: str
    language: str
    answered: datetime
    part: str = ""
