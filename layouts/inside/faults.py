"""What is wrong with what was sent, cause by cause."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.html.tables import Column, table
from layouts.inside.answers import Fault
from layouts.phrases.text import Text


def fault_id(number: int) -> str:
    """The id of a fault's words, by its number among the faults: what a cell is described by."""
    return f"fault-{number}"


def fault_parts(faults: Sequence[Fault], t: Text) -> list[Component]:
    """The faults in a table by their places; those of no place above it."""
    columns = [
        Column(t("inside.upload.fault.where")),
        Column(t("inside.upload.fault.value")),
        Column(t("inside.upload.fault.expected"), wide=True),
    ]
    rows = [
        [
            _place(fault, t),
            ", ".join(fault.values) or t("word.none"),
            html.Span(
                f"{fault.message} — {fault.todo}" if fault.todo else fault.message,
                id=fault_id(number),
            ),
        ]
        for number, fault in enumerate(faults)
        if fault.column or fault.rows or fault.values
    ]
    messages = [fault for fault in faults if not (fault.column or fault.rows or fault.values)]
    parts: list[Component] = [html.P(fault.message, className="notice") for fault in messages]
    if rows:
        caption = t("inside.upload.faults")
        parts.append(table(caption, columns, rows, stack=True, caption_hidden=True))
    return parts


def _place(fault: Fault, t: Text) -> str:
    place = [t("inside.upload.fault.rows", rows=fault.rows)] if fault.rows else []
    return ", ".join([*place, *([fault.column] if fault.column else [])]) or t("word.none")
