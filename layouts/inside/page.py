"""The inside page: what waits for its publication, for the people of its owners only."""

from dash.development.base_component import Component

from layouts import html
from layouts.addresses import Address, href
from layouts.forms import owner_field
from layouts.inside.answers import InsideAnswers
from layouts.inside.uploads import upload_fields
from layouts.markup import Input, aria
from layouts.notes import fields, note, withdrawal
from layouts.page import Page
from layouts.tables import Column, table
from layouts.text import Text, text
from progress.drafts import DraftKind, Held
from progress.formats import day
from progress.notes import Note
from progress.people import Person, Role


def page(address: Address, answers: InsideAnswers) -> Page:
    """The page of who is signed in, or the way to sign in."""
    t = text(address.lang)
    person = answers.person
    parts = (
        _sign_in(address, answers, t) if person is None else _inside(address, answers, person, t)
    )
    body = html.Article([html.H1(t("inside.title")), *parts])
    return Page(t("inside.title"), t("inside.description"), address.lang, address, body)


def refusal(lang: str, status: int, key: str) -> Page:
    """The page that says why somebody was not let in or a form did nothing, with the way on."""
    t = text(lang)
    address = Address("inside", lang)
    there = html.A(t("inside.link"), href=href(address))
    body = html.Article(
        [html.H1(t("inside.refusal")), html.P(t(key), className="lead"), html.P(there)]
    )
    return Page(t("inside.refusal"), t(key), lang, address, body, status=status)


def _sign_in(address: Address, answers: InsideAnswers, t: Text) -> list[Component]:
    lead = html.P(t("inside.lead"), className="lead")
    if not answers.by_session:
        return [lead, html.P(t("inside.by_proxy"))]
    there = f"/auth/sign-in?lang={address.lang}"
    return [lead, html.P(html.A(t("inside.sign_in"), href=there, className="button", id="sign-in"))]


def _inside(
    address: Address, answers: InsideAnswers, person: Person, t: Text
) -> list[Component | None]:
    roles = [
        html.Li(f"{answers.names.get(owner, owner)}: {t(f'inside.role.{role.name.lower()}')}")
        for owner, role in sorted(person.roles.items())
    ]
    waiting = [draft for draft in answers.held if not draft.published]
    out = [draft for draft in answers.held if draft.published]
    return [
        html.P(t("inside.who", name=person.name), className="lead"),
        html.Ul(roles),
        html.P(t("inside.seen")),
        html.H2(t("inside.waiting"), id="waiting"),
        _table(t("inside.waiting"), address, answers, person, waiting, t),
        html.H2(t("inside.out"), id="out"),
        _table(t("inside.out"), address, answers, person, out, t),
        _upload(address, answers, t),
        _snapshot(address, answers, person, t),
        _notes(address, answers, person, t),
        _sign_out(address, answers, t) if answers.by_session else None,
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
            html.Div([_title(address, answers, draft), html.Br(), html.Code(draft.name)]),
            t(f"inside.kind.{draft.kind}"),
            answers.names.get(draft.owner, draft.owner),
            day(draft.made.date(), address.lang),
            _button(address, answers, person, draft, t),
        ]
        for draft in held
    ]
    return table(caption, columns, rows, stack=True, caption_hidden=True)


def _title(address: Address, answers: InsideAnswers, held: Held) -> Component | str:
    """The thing's name, leading to where it can be seen."""
    slug = answers.slugs.get(held.about or held.owner) or answers.slugs.get(held.owner)
    if slug is None:
        return held.title
    if held.kind is DraftKind.SNAPSHOT:
        number = held.name.rpartition("-")[2]
        there = Address("meeting", address.lang, slug=slug).with_query(meeting=number)
    elif held.kind is DraftKind.RELEASE and held.about in ("emissions", "own-series"):
        there = Address("city", address.lang, slug=slug).with_query(release=held.name)
    else:
        there = Address("city", address.lang, slug=slug)
    return html.A(held.title, href=href(there))


def _button(
    address: Address, answers: InsideAnswers, person: Person, held: Held, t: Text
) -> Component | str:
    if held.owner not in person.owners(Role.PUBLISHER):
        return t("inside.not_yours")
    wish, word = ("draft", "unpublish") if held.published else ("published", "publish")
    label = t(f"inside.{word}")
    return _form(
        "/auth/publish",
        address,
        answers,
        Input(type="hidden", name="name", value=held.name),
        Input(type="hidden", name="to", value=wish),
        html.Button(label, type="submit", **aria(label=f"{label}: {held.title}")),
    )


def _snapshot(
    address: Address, answers: InsideAnswers, person: Person, t: Text
) -> Component | None:
    cities = sorted(person.owners(Role.EDITOR) & answers.slugs.keys())
    if not cities:
        return None
    return html.Section(
        [
            html.H2(t("inside.snapshot.heading")),
            html.P(t("inside.snapshot.lead")),
            _form(
                "/auth/snapshot",
                address,
                answers,
                owner_field(t("inside.snapshot.city"), cities, answers.names),
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


def _upload(address: Address, answers: InsideAnswers, t: Text) -> Component | None:
    """An agency's own list of grants, for its editors."""
    if not answers.uploads_for:
        return None
    parts = upload_fields(answers.uploads_for, answers, t)
    form = _form("/auth/grants", address, answers, *parts, encType="multipart/form-data")
    return html.Section(
        [html.H2(t("inside.upload.heading"), id="grants"), html.P(t("inside.upload.lead")), form],
        className="section",
    )


def _notes(address: Address, answers: InsideAnswers, person: Person, t: Text) -> Component:
    """The notes, and for editors a form for a new one and buttons that take away."""
    editing = person.owners(Role.EDITOR)

    def button(note: Note) -> Component | None:
        if note.owner not in editing:
            return None
        return _form(
            "/auth/withdraw-note",
            address,
            answers,
            Input(type="hidden", name="note", value=str(note.note_id)),
            html.Button(
                t("inside.note.withdraw"),
                type="submit",
                **aria(label=withdrawal(note, answers.cities, address.lang)),
            ),
        )

    written = [
        note(written, answers.names, address.lang, answers.cities, button)
        for written in answers.notes
    ]
    return html.Section(
        [
            html.H2(t("inside.note.heading"), id="notes"),
            html.P(t("inside.note.lead")),
            *(written or [html.P(t("inside.none"))]),
            _form(
                "/auth/note", address, answers, *fields(editing, answers.names, answers.cities, t)
            )
            if editing
            else None,
        ],
        className="section",
    )


def _sign_out(address: Address, answers: InsideAnswers, t: Text) -> Component:
    button = html.Button(t("inside.sign_out"), type="submit", id="sign-out")
    # Apart from the forms above: who means to save must not leave.
    return html.Div(_form("/auth/sign-out", address, answers, button), className="section")


def _form(
    action: str,
    address: Address,
    answers: InsideAnswers,
    *parts: Component | str,
    **attributes: str,
) -> Component:
    hidden = [
        Input(type="hidden", name="token", value=answers.token),
        Input(type="hidden", name="lang", value=address.lang),
    ]
    return html.Form([*hidden, *parts], action=action, method="post", **attributes)
