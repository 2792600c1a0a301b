"""The meeting to take along, as slides and as a workbook, with the choices of the page.

They hold what their reader sees on the page, and say in every slide's foot when that can be drafts.
"""

from dataclasses import replace

from callbacks.bindings.meeting import answers_of
from callbacks.files.flow import PPTX, File, FileRequest, presentation, saved_as, workbook
from callbacks.plain_answers import NoSuchFile, why
from data_access.exports import Sheet
from layouts.meeting import MeetingAnswers
from layouts.meeting.sheets import sheets
from layouts.phrases.text import text
from progress.media_types import XLSX


def slides(request: FileRequest) -> File:
    """The meeting as slides."""
    from layouts.meeting.pack import deck  # see `presentation`

    site = request.app.pages.site.public_url
    file = presentation(deck(request.address, _answers(request), site))
    return File(file, PPTX, saved_as(request.address, "pptx"))


def numbers(request: FileRequest) -> File:
    """The meeting as a workbook."""
    site = request.app.pages.site.public_url
    made = sheets(request.address, _answers(request), site)
    file = workbook([Sheet(sheet.title, sheet.columns, sheet.rows) for sheet in made])
    return File(file, XLSX, saved_as(request.address, "xlsx"))


def _answers(request: FileRequest) -> MeetingAnswers:
    lang = request.address.lang
    answers = answers_of(request.as_reader(), request.address)
    if answers is None:
        raise NoSuchFile(text(lang)("file.no_municipality"), 404)
    if problems := (*answers.city.problems, *answers.problems):
        raise NoSuchFile(why(problems, lang))
    return replace(answers, drafts_of=request.app.pages.site.drafts_of)
