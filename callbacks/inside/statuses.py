"""Reporting where a promise stands: the list of all, the form of one, its history beside."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import request
from werkzeug.wrappers import Response

from callbacks.inside.context import FormRefused, Inside, owner_of_form
from callbacks.inside.faults import faults_of
from callbacks.inside.link_tokens import token_of
from callbacks.inside.publishing import to_inside
from callbacks.inside.row_fields import as_csv
from data_access import clock, questions
from data_access.imports import ImportProblems, ImportRefused
from data_access.imports.statuses import KIND
from data_access.records import STATUS_REPORT
from layouts import inside as layout
from layouts.frame.page import Page
from layouts.inside.status_form import LONGEST
from layouts.links.addresses import Address
from progress.people import Person, Role

PATH = "/auth/status"
PAGE = "inside-statuses"
WORDS = STATUS_REPORT.field("status").words
FIELDS = ("id", "date", "status", "comment", "source", "resources")


def page(inside: Inside, person: Person, lang: str) -> Page:
    """The promises of the person's owners; with `id` in the address the form of one."""
    chosen = request.args.get("id", "")
    values = {"id": chosen, "date": f"{clock.today():%Y-%m-%d}"}
    return layout.statuses_page(Address(PAGE, lang), _answers(inside, person, values))


def _answers(
    inside: Inside,
    person: Person,
    values: dict[str, str],
    faults: tuple[layout.Fault, ...] = (),
) -> layout.StatusAnswers:
    """Everything as the person's owners see it, drafts of theirs with it."""
    with inside.private.of(person.owners()).connection() as conn:
        signed = inside.signed(conn, person)
        promises = questions.promises_by_owner(conn, person.owners())
        links = questions.status_links(conn, values["id"])
        reports = questions.status_reports(conn)
    with inside.app.pages_of_everyone.connection() as conn:
        published = questions.status_reports(conn).get(values["id"], ())
    return layout.StatusAnswers(
        signed=signed,
        promises=promises,
        reports=reports,
        published=published,
        today=clock.today(),
        words=WORDS,
        values=values,
        now=clock.now(),
        base=inside.identity.settings.public_url,
        links=tuple((link, token_of(link, inside.identity.settings.secret_key)) for link in links),
        faults=faults,
    )


@contextmanager
def status_file(values: Mapping[str, str]) -> Iterator[Path]:
    """A status as a file, which is gone afterwards. Raises FormRefused for one that is too long."""
    if any(len(value) > LONGEST for value in values.values()):
        raise FormRefused(413)
    with TemporaryDirectory(prefix="klimat-") as folder:
        file = Path(folder) / "status.csv"
        file.write_text(as_csv(values), encoding="utf-8")
        yield file


def report(inside: Inside, person: Person, lang: str) -> Response:
    """Enter a status: as a draft, or for everyone to see. What is wrong is told in the form."""
    owner = owner_of_form(person, request.form.get("owner", ""), Role.EDITOR)
    publishes = request.form.get("do") == "publish"
    if publishes:
        owner_of_form(person, owner, Role.PUBLISHER)
    values = {name: request.form.get(name, "").strip() for name in FIELDS}
    with status_file(values) as file:
        try:
            result = inside.drafts.load(
                file,
                owner,
                KIND,
                by=person.subject,
                now=clock.now(),
                dry_run=False,
                confirmed=False,
            )
        except (ImportProblems, ImportRefused) as error:
            faults = faults_of(error, STATUS_REPORT)
            answers = _answers(inside, person, values, faults)
            return inside.app.write(layout.statuses_page(Address(PAGE, lang), answers))
    if publishes and result.difference.new:
        inside.drafts.set_shown(
            result.label,
            True,
            owners=person.owners(Role.PUBLISHER),
            by=person.subject,
            now=clock.now(),
        )
    done = "status_published" if publishes else "status_draft"
    return to_inside(lang, page=PAGE, query={"id": values["id"]}, done=done)
