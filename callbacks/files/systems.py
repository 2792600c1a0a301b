"""The templates that a city fills in for the systems of its contract."""

from io import BytesIO

from callbacks.files.flow import File, FileRequest
from callbacks.plain_answers import NoSuchFile
from data_access.templates import TEMPLATES
from data_access.templates.writing import write_workbook
from layouts.phrases.text import text
from progress.media_types import XLSX


def template(request: FileRequest) -> File:
    """The template that the address names, else that of activities, with its guide."""
    kind = request.address.get("template") or "activities"
    if kind not in TEMPLATES:
        raise NoSuchFile(text(request.address.lang)("systems.template.unknown"), 404)
    content = BytesIO()
    write_workbook(TEMPLATES[kind], content)
    return File(content.getvalue(), XLSX, f"{kind}.xlsx")
