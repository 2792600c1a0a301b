"""The questions of a party's page."""

from callbacks.bindings.common import common
from callbacks.bindings.local_contracts import local_contracts_of
from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from layouts import party
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.promises.parties import names_of


def ask(conn: Connection, address: Address) -> Page | None:
    """The page of the party that the slug names; None where there is none."""
    parties = questions.parties(conn)
    result = next((each for each in parties if each.slug == address.slug), None)
    if result is None:
        return None
    code = result.municipality_code
    place = next(
        (municipality for municipality in common(conn).municipalities if municipality.code == code),
        None,
    )
    every = questions.commitments(conn)
    answers = party.PartyAnswers(
        party=result,
        parties=parties,
        kinds=questions.party_kinds(conn),
        municipality=place,
        own=tuple(commitment for commitment in every if result.name in names_of(commitment.party)),
        shared=tuple(
            commitment
            for commitment in every
            if place is not None
            and place.signed
            and commitment.party_kind == "municipality"
            and commitment.municipality_code is None
        ),
        activities=questions.activities(conn, code) if code is not None else (),
        reports=questions.status_reports(conn),
        today=today(),
        corrections=questions.corrections(conn),
        local_contracts=None if code is None else local_contracts_of(conn, code),
    )
    return party.page(address, answers)
