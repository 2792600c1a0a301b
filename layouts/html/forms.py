"""Native form fields: those of a parameter change the address, before and without any script."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.html.markup import Element, Input, aria
from layouts.links.addresses import Address, href
from layouts.links.query import PARAMETERS


@dataclass(frozen=True, slots=True)
class Choice:
    """One option: our value (empty: no choice), what the reader sees, the `group` it is in, and of
    how many (`count`) where that is told."""

    value: str
    label: str
    group: str = ""
    count: int = 0


def select(address: Address, name: str, label: str, choices: Sequence[Choice]) -> html.Div:
    """A labelled select of a parameter, standing on what the address has chosen."""
    parameter = PARAMETERS[name]
    chosen = address.get(name) or ""
    field_id = f"f-{name.replace('_', '-')}"

    def option(choice: Choice) -> Element:
        word = parameter.write(choice.value, address.lang) if choice.value else ""
        return Element("option", choice.label, value=word, selected=choice.value == chosen)

    children: list[Any] = []
    groups = dict.fromkeys(choice.group for choice in choices)
    for group in groups:
        options = [option(choice) for choice in choices if choice.group == group]
        children += [html.Optgroup(options, label=group)] if group else options
    return html.Div(
        [
            html.Label(label, htmlFor=field_id),
            html.Select(children, id=field_id, name=parameter.name(address.lang)),
        ],
        className="field",
    )


def owner_field(label: str, owners: Iterable[str], names: Mapping[str, str]) -> html.Label:
    """A labelled select of the owner for whom a form of the inside pages is sent, by its name."""
    options = [html.Option(names.get(owner, owner), value=owner) for owner in owners]
    return html.Label([label, " ", html.Select(options, name="owner")])


def hidden_field(name: str, value: str) -> Component:
    """What a form carries along unseen."""
    return Input(type="hidden", name=name, value=value)


def labelled(label: str, field: Element, *, note: str = "") -> html.Div:
    """A field under its label, described by a note on how it is filled in."""
    parts: list[Component] = [html.Label([html.Span(label), field])]
    if note:
        identity = f"note-{field.attributes['name']}"
        others = field.attributes.get("aria-describedby", "")
        field.attributes["aria-describedby"] = f"{others} {identity}".strip()
        parts.append(html.Small(note, id=identity))
    return html.Div(parts, className="field")


def text_field(
    address: Address, name: str, label: str, *, suggestions: Sequence[str] = ()
) -> html.Div:
    """A labelled search field of a parameter, with suggestions to choose among."""
    field_id = f"f-{name}"
    listed = {"list": f"{field_id}-list", "autoComplete": "off"} if suggestions else {}
    field = Input(
        type="search",
        id=field_id,
        name=PARAMETERS[name].name(address.lang),
        value=address.get(name) or "",
        maxLength=80,
        **listed,
    )
    options = [Element("option", value=suggestion) for suggestion in suggestions]
    return html.Div(
        [
            html.Label(label, htmlFor=field_id),
            field,
            html.Datalist(options, id=f"{field_id}-list") if options else None,
        ],
        className="field",
    )


def form(
    address: Address,
    fields: Sequence[Any],
    button: str,
    *,
    label: str,
    role: str | None = None,
    keep: Sequence[str] = (),
) -> html.Form:
    """A form that asks for the same page again; `keep` names parameters to carry along."""
    hidden = [
        hidden_field(
            PARAMETERS[name].name(address.lang), PARAMETERS[name].write(value, address.lang)
        )
        for name in keep
        if (value := address.get(name)) is not None
    ]
    return html.Form(
        [*hidden, *fields, html.Button(button, type="submit", className=None if role else "apply")],
        action=href(address.without_query()),
        method="get",
        role=role,
        className="filters",
        **aria(label=label),
    )
