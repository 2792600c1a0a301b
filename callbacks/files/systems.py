"""The templates that a city fills in for the systems of its contract."""

from pathlib import Path
from tempfile import TemporaryDirectory

from callbacks.files.flow import XLSX, File, FileRequest
from callbacks.plain_answers import NoSuchFile
from data_access.templates import TEMPLATES
from data_access.templates.writing import write_workbook
from layouts.phrases.text import text


def template(request: FileRequest) -> File:
    """The template that the address names, else that of activities, with its guide."""
    kind = request.address.get("template") or "activities"
    if kind not in TEMPLATES:
        raise NoSuchFile(text(request.address.lang)("systems.template.unknown"), 404)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{kind}.xlsx"
        write_workbook(TEMPLATES[kind], path)
        return File(path.read_bytes(), XLSX, path.name)
