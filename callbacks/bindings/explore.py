"""Asks what the board of all municipalities needs."""

from callbacks.bindings.common import common
from callbacks.bindings.known import only_known
from callbacks.bindings.statistics import chosen_release
from data_access import frames, questions
from data_access.reading import Connection
from data_access.shapes import outlines
from layouts.boards import explore as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.explore import INDICATORS


def ask(conn: Connection, address: Address) -> Page | None:
    """The board; None while no emissions are loaded."""
    answered = answers_of(conn, address)
    return None if answered is None else layout.page(*answered)


def answers_of(conn: Connection, address: Address) -> tuple[Address, layout.ExploreAnswers] | None:
    """The address without what there is none of, and what the board shows of the rest."""
    chosen = chosen_release(conn, address)
    if chosen is None:
        return None
    shared = common(conn)
    cube = frames.cube(conn, chosen.release.label)
    if not cube.years:
        return None
    if chosen.problems:
        address = address.with_query(release=None)
    codes = {place.code for place in shared.municipalities}
    known = {*INDICATORS, *cube.indicators}
    address, problems = only_known(address, {"x": known, "y": known, "place": codes})
    return address, layout.ExploreAnswers(
        cube=cube,
        municipalities=shared.municipalities,
        release=chosen.release,
        releases=chosen.releases,
        definitions={
            each.indicator_id: each for each in shared.once(questions.indicator_definitions, conn)
        },
        outlines=shared.once(outlines, conn),
        events=shared.once(questions.events, conn),
        problems=(*chosen.problems, *problems),
    )
