"""The first inside page: what waits for whoever is signed in."""

from callbacks.inside.context import Inside
from data_access.questions import municipalities
from layouts import inside as layout
from layouts.addresses import Address
from layouts.page import Page
from progress.people import Person


def page(inside: Inside, person: Person, lang: str) -> Page:
    """What waits for the people of the person's owners."""
    with inside.store.connection() as conn:
        signed = inside.signed(conn, person)
        cities = {city.code: city.name for city in municipalities(conn)}
    answers = layout.InsideAnswers(
        signed=signed,
        held=inside.drafts.of(person.owners()),
        notes=inside.drafts.notes(person.owners()),
        cities=dict(sorted(cities.items(), key=lambda city: city[1])),
    )
    return layout.start_page(Address("inside", lang), answers)
