"""The first inside page: what waits for whoever is signed in."""

from callbacks.inside.context import Inside
from data_access import clock, questions
from data_access.records import EMISSION
from layouts import inside as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.people import Person
from progress.promises.reporting import waiting_of


def page(inside: Inside, person: Person, lang: str) -> Page:
    """What waits for the people of the person's owners."""
    today = clock.today()
    with inside.private.of(person.owners()).connection() as conn:
        signed = inside.signed(conn, person)
        cities = {city.code: city.name for city in questions.municipalities(conn)}
        promises = questions.promises_by_owner(conn, person.owners())
        error_reports = questions.error_reports(conn)
        releases = [each for each in questions.releases(conn) if each.kind == EMISSION.kind]
    answers = layout.InsideAnswers(
        signed=signed,
        held=inside.drafts.of(person.owners()),
        notes=inside.drafts.notes(person.owners()),
        waiting={owner: waiting_of(own, today) for owner, own in promises.items()},
        error_reports=error_reports,
        newest=releases[0] if releases else None,
        cities=dict(sorted(cities.items(), key=lambda city: city[1])),
    )
    return layout.start_page(Address("inside", lang), answers)
