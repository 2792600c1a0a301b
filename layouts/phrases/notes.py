"""Internal notes, as their owner's people read and write them."""

from collections.abc import Callable, Collection, Mapping

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import paragraphs, section
from layouts.html.forms import owner_field
from layouts.html.markup import Element
from layouts.phrases.text import Text, text
from progress.notes import MOST_CHARACTERS, Note
from progress.phrases.formats import day


def notes_section(
    notes: tuple[Note, ...], owners: Mapping[str, str], lang: str
) -> Component | None:
    """The notes about one municipality; None where the reader may see none."""
    if not notes:
        return None
    written = [note(written, owners, lang) for written in notes]
    return section("notes", text(lang)("city.notes.heading"), *written)


def note(
    note: Note,
    owners: Mapping[str, str],
    lang: str,
    cities: Mapping[str, str] | None = None,
    button: Callable[[Note], Component | None] = lambda _one: None,
) -> Component:
    """A note, line by line, and who wrote it and sees it; with `cities` also whom it is about."""
    key = "inside.note.by" if cities is None else "inside.note.by_about"
    by = text(lang)(
        key,
        author=note.author,
        day=day(note.written.date(), lang),
        owner=owners.get(note.owner) or note.owner,
        city=(cities or {}).get(note.municipality_code, note.municipality_code),
    )
    return html.Div(
        [*paragraphs(note.text), html.P(html.Small(by)), button(note)], className="notice"
    )


def withdrawal(note: Note, cities: Mapping[str, str], lang: str) -> str:
    """The name of the button that takes the note away, for who cannot see where it stands."""
    return text(lang)(
        "inside.note.withdraw.label",
        author=note.author,
        city=cities.get(note.municipality_code, note.municipality_code),
        day=day(note.written.date(), lang),
    )


def fields(
    owners: Collection[str], names: Mapping[str, str], cities: Mapping[str, str], t: Text
) -> list[Component]:
    """The form's fields: who sees the note, whom it is about, and its words."""
    own = sorted(owners, key=lambda owner: names.get(owner, owner))
    about = next((owner for owner in own if owner in cities), None)
    options = [
        Element("option", name, value=code, selected=code == about) for code, name in cities.items()
    ]
    return [
        html.H3(t("inside.note.new")),
        html.P(owner_field(t("inside.note.whose"), own, names)),
        html.P(html.Label([t("inside.note.about"), " ", html.Select(options, name="about")])),
        html.P(
            html.Label(
                [
                    t("inside.note.text", n=MOST_CHARACTERS),
                    html.Br(),
                    html.Textarea(
                        name="text", required=True, maxLength=MOST_CHARACTERS, rows=4, cols=60
                    ),
                ]
            )
        ),
        html.Button(t("inside.note.add"), type="submit"),
    ]
