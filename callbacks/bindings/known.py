"""Values of an address that the store has not: left out of it, and told."""

from collections.abc import Collection, Mapping

from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import MUNICIPALITY_CODE, PARAMETERS


def only_known(
    address: Address, known: Mapping[str, Collection[str]]
) -> tuple[Address, tuple[QueryProblem, ...]]:
    """The address with only known values of these parameters, and what the others were."""
    problems: list[QueryProblem] = []
    for name, there in known.items():
        values, parameter = address.all(name), PARAMETERS[name]
        unknown = [value for value in values if value not in there]
        if unknown:
            why = "unknown_municipality" if parameter.form is MUNICIPALITY_CODE else ""
            word = parameter.name(address.lang)
            problems += [QueryProblem(word, value, why) for value in unknown]
            address = address.with_query(**{name: tuple(v for v in values if v in there)})
    return address, tuple(problems)
