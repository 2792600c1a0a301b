"""Which release of the emission statistics an address asks for."""

from dataclasses import dataclass

from callbacks.bindings.common import common
from data_access import questions
from data_access.reading import Connection
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from progress.records import Release


@dataclass(frozen=True, slots=True)
class Chosen:
    """The release to show, those there are to choose among, and what the address got wrong."""

    release: Release
    releases: tuple[Release, ...]
    problems: tuple[QueryProblem, ...] = ()


def chosen_release(
    conn: Connection, address: Address, own: tuple[Release, ...] = (), code: str | None = None
) -> Chosen | None:
    """The release that the address names, else the newest of its gas, else the newest of CO2e.

    `code`: of one municipality, the newest that holds it.
    `own` are a municipality's own releases, which an address of its page can name as well.
    A release that is not there gives the newest and a problem. None where no emissions are loaded.
    """
    shared = common(conn)
    loaded = tuple(
        release
        for release in shared.releases
        if release.kind == "emissions" and release.scope == "territorial"
    )
    if not loaded:
        return None
    gas = address.get("gas") or "co2e"
    newest = newest_release(conn, gas, code)
    fallback = next((each for each in loaded if each.label == newest), loaded[0])
    label = address.get("release")
    if label is None:
        return Chosen(fallback, loaded)
    named = next((each for each in (*loaded, *own) if each.label == label), None)
    if named is not None:
        return Chosen(named, loaded)
    problem = QueryProblem(PARAMETERS["release"].name(address.lang), label)
    return Chosen(fallback, loaded, (problem,))


def newest_release(conn: Connection, gas: str, code: str | None) -> str | None:
    """The newest release of a gas; of a municipality, the newest that holds it."""
    shared = common(conn)
    if code is not None and shared.once(questions.has_partial_release, conn):
        return questions.default_release(conn, gas, code)
    return shared.once(questions.default_release, conn, gas)
