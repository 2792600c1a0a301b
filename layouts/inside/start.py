"""The first inside page: what waits for its publication, for the people of its owners only."""

from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, owner_field
from layouts.html.markup import Input, aria
from layouts.html.tables import Column, table
from layouts.inside.answers import InsideAnswers
from layouts.inside.frame import form, inside_page
from layouts.inside.waiting import waiting_parts
from layouts.links.addresses import Address, href
from layouts.phrases.notes import fields, note, withdrawal
from layouts.phrases.text import Text, text
from progress.drafts import DraftKind, Held
from progress.notes import Note
from progress.people import Person, Role
from progress.phrases.formats import day


def page(address: Address, answers: InsideAnswers) -> Page:
    """What waits for the people of some owners."""
    t = text(address.lang)
    person = answers.signed.person
    parts = _parts(address, answers, person, t)
    return inside_page(address, t("inside.waits.heading"), parts)


def _parts(
    address: Address, answers: InsideAnswers, person: Person, t: Text
) -> list[Component | None]:
    roles = [
        html.Li(
            f"{answers.signed.names.get(owner, owner)}: {t(f'inside.role.{role.name.lower()}')}"
        )
        for owner, role in sorted(person.roles.items())
    ]
    waiting = [draft for draft in answers.held if not draft.published]
    out = [draft for draft in answers.held if draft.published]
    return [
        *waiting_parts(answers, t),
        html.H2(t("inside.waiting"), id="waiting"),
        _table(t("inside.waiting"), address, answers, person, waiting, t),
        html.H2(t("inside.out"), id="out"),
        _table(t("inside.out"), address, answers, person, out, t),
        _snapshot(address, answers, person, t),
        _notes(address, answers, person, t),
        html.H2(t("inside.you")),
        html.P(t("inside.who", name=person.name)),
        html.Ul(roles),
        html.P(t("inside.seen")),
        _sign_out(address, answers, t) if answers.signed.by_session else None,
    ]


def _table(
    caption: str,
    address: Address,
    answers: InsideAnswers,
    person: Person,
    held: list[Held],
    t: Text,
) -> Component:
    if not held:
        return html.P(t("inside.none"))
    columns = [
        Column(t("inside.column.title")),
        Column(t("inside.column.kind")),
        Column(t("inside.column.owner")),
        Column(t("inside.column.made")),
        Column(t("inside.column.do")),
    ]
    rows = [
        [
            html.Div([_title(address, answers, draft, t), html.Br(), html.Code(draft.name)]),
            t(f"inside.kind.{draft.kind}"),
            answers.signed.names.get(draft.owner, draft.owner),
            day(draft.made.date(), address.lang),
            _buttons(answers, person, draft, t),
        ]
        for draft in held
    ]
    return table(caption, columns, rows, stack=True, caption_hidden=True)


def _title(address: Address, answers: InsideAnswers, held: Held, t: Text) -> Component | str:
    """The thing's name, leading to where it can be seen; statuses that came together have none."""
    of_statuses = held.kind is DraftKind.STATUSES
    title = t("inside.statuses.batch", n=held.rows) if of_statuses else held.title
    slug = answers.signed.slugs.get(held.about or held.owner) or answers.signed.slugs.get(
        held.owner
    )
    if slug is None:
        return title
    if held.kind is DraftKind.SNAPSHOT:
        number = held.name.rpartition("-")[2]
        there = Address("meeting", address.lang, slug=slug).with_query(meeting=number)
    elif held.kind is DraftKind.RELEASE and held.about in ("emissions", "own-series"):
        there = Address("city", address.lang, slug=slug).with_query(release=held.name)
    else:
        there = Address("city", address.lang, slug=slug)
    return html.A(title, href=href(there))


def _buttons(answers: InsideAnswers, person: Person, held: Held, t: Text) -> Component | str:
    """What the reader may do with a draft, or with what was published of one."""
    forms = []
    if not held.can_wait:
        query = urlencode({"owner": held.owner, "kind": "import", "key": held.name})
        there = f"{href(Address('inside-corrections', t.lang))}?{query}"
        undo = html.A(
            t("inside.undo"), href=there, **aria(label=f"{t('inside.undo')}: {held.title}")
        )
        return undo if held.owner in person.owners(Role.PUBLISHER) else t("inside.not_yours")
    if held.owner in person.owners(Role.PUBLISHER):
        wish, word = ("draft", "unpublish") if held.published else ("published", "publish")
        forms.append(_button("/auth/publish", word, held, answers, t, to=wish))
    if held.owner in person.owners(Role.EDITOR) and not held.published:
        forms.append(_button("/auth/discard", "discard", held, answers, t))
    return html.Div(forms, className="actions") if forms else t("inside.not_yours")


def _button(
    action: str,
    word: str,
    held: Held,
    answers: InsideAnswers,
    t: Text,
    **fields: str,
) -> Component:
    label = t(f"inside.{word}")
    return form(
        action,
        t.lang,
        answers.signed,
        hidden_field("name", held.name),
        *(hidden_field(name, value) for name, value in fields.items()),
        html.Button(
            label,
            type="submit",
            className="plain" if word == "discard" else None,
            **aria(label=f"{label}: {held.title}"),
        ),
    )


def _snapshot(
    address: Address, answers: InsideAnswers, person: Person, t: Text
) -> Component | None:
    cities = sorted(person.owners(Role.EDITOR) & answers.signed.slugs.keys())
    if not cities:
        return None
    return html.Section(
        [
            html.H2(t("inside.snapshot.heading")),
            html.P(t("inside.snapshot.lead")),
            form(
                "/auth/snapshot",
                address.lang,
                answers.signed,
                owner_field(t("inside.snapshot.city"), cities, answers.signed.names),
                " ",
                html.Label(
                    [
                        t("inside.snapshot.name"),
                        " ",
                        Input(type="text", name="name", required=True, maxLength=120),
                    ]
                ),
                " ",
                html.Button(t("inside.snapshot.take"), type="submit"),
            ),
        ],
        className="section",
    )


def _notes(address: Address, answers: InsideAnswers, person: Person, t: Text) -> Component:
    """The notes, and for editors a form for a new one and buttons that take away."""
    editing = person.owners(Role.EDITOR)

    def button(note: Note) -> Component | None:
        if note.owner not in editing:
            return None
        return form(
            "/auth/withdraw-note",
            address.lang,
            answers.signed,
            hidden_field("note", str(note.note_id)),
            html.Button(
                t("inside.note.withdraw"),
                type="submit",
                **aria(label=withdrawal(note, answers.cities, address.lang)),
            ),
        )

    written = [
        note(written, answers.signed.names, address.lang, answers.cities, button)
        for written in answers.notes
    ]
    return html.Section(
        [
            html.H2(t("inside.note.heading"), id="notes"),
            html.P(t("inside.note.lead")),
            *(written or [html.P(t("inside.none"))]),
            form(
                "/auth/note",
                address.lang,
                answers.signed,
                *fields(editing, answers.signed.names, answers.cities, t),
            )
            if editing
            else None,
        ],
        className="section",
    )


def _sign_out(address: Address, answers: InsideAnswers, t: Text) -> Component:
    button = html.Button(t("inside.sign_out"), type="submit", id="sign-out")
    # Apart from the forms above: who means to save must not leave.
    return html.Div(
        form("/auth/sign-out", address.lang, answers.signed, button), className="section"
    )
