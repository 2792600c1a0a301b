"""The workbooks that an owner's people fill in: of statuses, and of every kind that has one."""

from io import BytesIO

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.inside.context import FormRefused, Inside, owner_of_form
from data_access import clock, questions
from data_access.imports.statuses import KIND as STATUSES
from data_access.inside.uploads import kinds_of
from data_access.templates import TEMPLATES
from data_access.templates.status_workbook import write_status_workbook
from data_access.templates.writing import write_workbook
from progress.media_types import XLSX
from progress.people import Person, Role

PATH = "/auth/template.xlsx"
WITH_TEMPLATE = frozenset({STATUSES, *TEMPLATES})
"""Kinds that there is a workbook for."""


def workbook(inside: Inside, person: Person, lang: str) -> AnyResponse:
    """The workbook of a kind, for an owner of the person's. Raises FormRefused, StoreError."""
    owner = owner_of_form(person, request.args.get("owner", ""), Role.READER)
    kind = request.args.get("kind", "")
    content = BytesIO()
    if kind == STATUSES:
        with inside.private.of(person.owners()).connection() as conn:
            promises = questions.promises_by_owner(conn, {owner})[owner]
        write_status_workbook(promises, clock.today(), lang, content)
    elif kind in kinds_of(owner) and kind in TEMPLATES:
        write_workbook(TEMPLATES[kind], content)
    else:
        raise FormRefused(404)
    response = Response(content.getvalue(), mimetype=XLSX)
    response.headers.set("Content-Disposition", "attachment", filename=f"{owner}-{kind}.xlsx")
    return response
