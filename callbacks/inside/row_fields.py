"""A row in a form: its fields as the page shows them, and their values as they are sent."""

import csv
import io
from collections.abc import Mapping

from flask import request

from callbacks.inside.context import FormRefused
from callbacks.parameters import SUBSTITUTE
from data_access.imports.words import shown_word
from data_access.records import Field
from layouts import inside as layout
from layouts.inside.fields import FIELD

MOST_CHARACTERS = 4000


def row_field(
    field: Field, name: str, cell: str = "", *, helps: bool = False, first: bool = False
) -> layout.RowField:
    """A field of a record as a form has it; with `helps` how it is filled in, and `first` where it
    stands among those that a row needs."""
    return layout.RowField(
        name,
        field.heading_in("sv"),
        field.meaning or field.column,
        cell,
        {word: shown_word(field.name, word) for word in field.words},
        field.meaning_in("sv") if helps else "",
        field.meaning_in("en") if helps else "",
        first or (helps and field.needed),
    )


def values_sent() -> dict[str, str]:
    """The values of a row that was sent, by the names of its fields. Raises FormRefused for what no
    text has."""
    values = {
        name.removeprefix(FIELD): value.replace("\r\n", "\n").strip()
        for name, value in request.form.items()
        if name.startswith(FIELD)
    }
    if any(len(value) > MOST_CHARACTERS for value in values.values()):
        raise FormRefused(413)
    if any(SUBSTITUTE in value for value in values.values()):
        raise FormRefused(400)
    return values


def as_csv(values: Mapping[str, str]) -> str:
    """A row as a file of it alone."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(values))
    writer.writeheader()
    writer.writerow(values)
    return stream.getvalue()
