"""Correcting what everyone sees: a row, a status, a whole import; each previewed, with a reason."""

from dataclasses import replace
from itertools import chain

from flask import request
from werkzeug.wrappers import Response

from callbacks.inside.context import FormRefused, Inside, owner_of_form
from callbacks.inside.faults import faults_of
from callbacks.inside.row_fields import row_field, values_sent
from data_access import clock
from data_access.imports import ImportProblems, ImportRefused
from data_access.inside import own_corrections
from data_access.inside.own_corrections import Corrected
from data_access.inside.people import CorrectionRefused
from data_access.reading import Connection
from data_access.records import RECORDS
from layouts import inside as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.corrections import STATUSES
from progress.people import Person, Role

PATH = "/auth/correct"
PAGE = "inside-corrections"
ACTIONS = ("correct", "withdraw", "merge", "restore", "undo")
KINDS = frozenset({*RECORDS, STATUSES, "import"})


def page(inside: Inside, person: Person, lang: str) -> Page:
    """What the person's owners can correct; with `owner`, `kind` and `key` in the address the form
    of one row, with `undo` that of an import."""
    owner, kind, key = (request.args.get(name, "") for name in ("owner", "kind", "key"))
    action = "undo" if kind == "import" else request.args.get("action", "correct")
    into = request.args.get("into", "")
    target = layout.CorrectionTarget(owner, kind, key, action, into=into)
    answers = _answers(inside, person, target)
    return layout.corrections_page(Address(PAGE, lang), answers)


def _answers(
    inside: Inside, person: Person, target: layout.CorrectionTarget, *, is_made: bool = False
) -> layout.CorrectionAnswers:
    """What a correction's page shows; of a target that is not the owner's, nothing. One that
    `is_made` can be gone."""
    with inside.store.connection() as conn:
        signed = inside.signed(conn, person)
        publishing = sorted(person.owners(Role.PUBLISHER))
        made = {owner: own_corrections.made_for(conn, owner) for owner in publishing}
        withdrawn = {
            owner: tuple((item.kind, item.key) for item in own_corrections.withdrawn(of_owner))
            for owner, of_owner in made.items()
        }
        fields = None
        if target.owner not in publishing:
            target = layout.CorrectionTarget()
        elif target.action == "restore":
            if (target.kind, target.key) not in withdrawn[target.owner] and not is_made:
                target = layout.CorrectionTarget()
        elif target.kind not in ("", "import"):
            try:
                fields = _fields(conn, target)
            except CorrectionRefused:
                target = target if is_made else layout.CorrectionTarget()
        rows = {
            owner: tuple(
                (row.kind, row.key, row.title) for row in own_corrections.own_rows(conn, owner)
            )
            for owner in (publishing if not target.key else {target.owner})
        }
        others = tuple(
            (key, title)
            for kind, key, title in rows.get(target.owner, ())
            if kind == target.kind in own_corrections.KINDS and key != target.key
        )
    imports = [item for item in inside.drafts.of(publishing) if item.published]
    return layout.CorrectionAnswers(
        signed=signed,
        rows=rows,
        imports=tuple(imports),
        corrections=tuple(chain.from_iterable(made.values())),
        withdrawn=withdrawn,
        target=target,
        fields=fields or (),
        others=others,
    )


def _fields(conn: Connection, target: layout.CorrectionTarget) -> tuple[layout.RowField, ...]:
    cells = own_corrections.fields_of(conn, target.owner, target.kind, target.key)
    return tuple(row_field(field, field.name, cell) for field, cell in cells.items())


def correct(inside: Inside, person: Person, lang: str) -> Response:
    """What a correction changes, or has changed; or why it cannot be made."""
    form = request.form
    action = form.get("action", "")
    kind = form.get("kind", "")
    if action not in ACTIONS or kind not in KINDS:
        raise FormRefused(400)
    owner = owner_of_form(person, form.get("owner", ""), Role.PUBLISHER)
    target = layout.CorrectionTarget(
        owner,
        kind,
        form.get("key", ""),
        action=action,
        reason=form.get("reason", "").strip(),
        values=values_sent(),
        confirmed=form.get("confirmed") == "yes",
        into=form.get("into", ""),
    )
    makes = form.get("do") == "make"

    def change(conn: Connection) -> Corrected:
        return _made(conn, target)

    try:
        result = inside.drafts.write(change, person.subject, dry_run=not makes)
    except (ImportProblems, ImportRefused) as error:
        answers = replace(_answers(inside, person, target), faults=faults_of(error))
        return inside.app.write(layout.corrections_page(Address(PAGE, lang), answers))
    answers = replace(
        _answers(inside, person, target, is_made=makes),
        changes=tuple((item.field, item.old, item.new) for item in result.changes),
        shown=tuple(str(line).strip() for line in result.shown),
        made=makes,
        previewed=True,
    )
    return inside.app.write(layout.corrections_page(Address(PAGE, lang), answers))


def _made(conn: Connection, target: layout.CorrectionTarget) -> Corrected:
    now = clock.now()
    if target.action == "undo":
        own_corrections.undo(conn, target.owner, target.key, target.reason, now)
        return Corrected(())
    if target.action == "merge":
        return own_corrections.merge(
            conn, target.owner, target.kind, target.key, target.into, target.reason, now
        )
    if target.action in ("withdraw", "restore"):
        withdraws = target.action == "withdraw"
        change = own_corrections.withdraw if withdraws else own_corrections.restore
        return change(conn, target.owner, target.kind, target.key, target.reason, now)
    return own_corrections.correct(
        conn,
        target.owner,
        target.kind,
        target.key,
        target.values,
        target.reason,
        now,
        confirmed=target.confirmed,
    )
