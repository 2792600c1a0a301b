"""The fields of a row as a form has them: as it is, or as it was sent."""

from collections.abc import Iterator, Mapping, Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.html.forms import labelled
from layouts.html.markup import Element, Input, aria
from layouts.inside.answers import RowField
from layouts.inside.faults import fault_id
from layouts.inside.frame import options_of
from layouts.phrases.text import Text

FIELD = "field-"
"""Begins the names of a form's fields that are those of a row."""

LONG = 60
"""A cell of more characters is written in a field of several lines."""


def row_fields(
    fields: Sequence[RowField],
    values: Mapping[str, str],
    t: Text,
    faulty: Mapping[str, int] | None = None,
) -> list[Component]:
    """The fields that are filled, needed or `faulty` (by the fault that tells what is wrong), and
    the others folded. `values` are those sent."""
    faulty = faulty or {}
    first = [
        field
        for field in fields
        if field.needed or field.cell or values.get(field.name) or field.name in faulty
    ]
    controls = {field.name: _control(field, values, t, faulty.get(field.name)) for field in fields}
    parts: list[Component] = [controls[field.name] for field in first]
    others = [controls[field.name] for field in fields if field not in first]
    if others:
        summary = html.Summary(t("inside.corrections.empty", n=len(others)))
        parts.append(html.Details([summary, html.Div(others, className="entry")]))
    return parts


def invalid_by(fault: int | None) -> dict[str, str]:
    """What a field says of itself in which something is wrong: that, and by which fault."""
    return {} if fault is None else aria(invalid="true", describedby=fault_id(fault))


def label_of(field: RowField, t: Text) -> str:
    """What the field is called."""
    return field.label_sv if t.lang == "sv" else field.label_en


def _control(field: RowField, values: Mapping[str, str], t: Text, fault: int | None) -> Component:
    value = values.get(field.name, field.cell)
    sent_as = FIELD + field.name
    control: Element
    if field.words:
        words = {value: value, **field.words}
        names = words if t.lang == "sv" else {word: word for word in words}
        control = html.Select(options_of(names, value), name=sent_as)
    elif len(value) > LONG or "\n" in value:
        control = html.Textarea(value, name=sent_as, rows=3)
    else:
        control = Input(type="text", name=sent_as, value=value)
    help_text = field.help_sv if t.lang == "sv" else field.help_en
    if t.lang == "sv" and field.words and all(_in_swedish(field)):
        help_text = ""  # what can be chosen is in the list; the help tells the words of files
    control.attributes |= invalid_by(fault)
    return labelled(label_of(field, t), control, note=help_text)


def _in_swedish(field: RowField) -> Iterator[bool]:
    """Whether each word that can be chosen has a Swedish name."""
    return (name != word for word, name in field.words.items() if word)
