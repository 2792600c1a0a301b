"""Asks what the board of all municipalities needs."""

from callbacks.bindings.common import common, indicators
from callbacks.bindings.statistics import chosen_release
from data_access import frames, questions
from data_access.reading import Connection
from data_access.shapes import municipality_shapes
from layouts.addresses import Address, QueryProblem
from layouts.boards import explore as layout
from layouts.page import Page
from layouts.query import PARAMETERS
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
    problems = list(chosen.problems)
    if chosen.problems:
        address = address.with_query(release=None)
    codes = {place.code for place in shared.municipalities}
    known = (*INDICATORS, *cube.indicators)
    for name, there in (("x", known), ("y", known), ("place", codes)):
        unknown = [value for value in address.all(name) if value not in there]
        if unknown:
            why = "unknown_municipality" if name == "place" else ""
            word = PARAMETERS[name].name(address.lang)
            problems += [QueryProblem(word, value, why) for value in unknown]
            rest = tuple(value for value in address.all(name) if value in there)
            address = address.with_query(**{name: rest})
    return address, layout.ExploreAnswers(
        cube=cube,
        municipalities=shared.municipalities,
        release=chosen.release,
        releases=chosen.releases,
        definitions={
            each.definition.indicator_id: each.definition for each in shared.once(indicators, conn)
        },
        outlines=municipality_shapes(),
        events=shared.once(questions.events, conn),
        problems=tuple(problems),
    )
