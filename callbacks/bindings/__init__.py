"""Which function answers for each page, from the list of pages.

A binding `ask(conn, address) -> Page | None` asks the questions that its layout's answers hold and
calls the layout; None means that the address names something that does not exist. A page that has
no binding does not exist here: no menu leads to it and its address is a 404.
"""

from collections.abc import Mapping
from importlib import import_module

from callbacks.pages import Binding
from layouts.links.routes import ROUTES, Kind


def binding(name: str) -> Binding:
    """The function that a route names as `module.function`."""
    module, function = name.split(".")
    result: Binding = getattr(import_module(f"{__name__}.{module}"), function)
    return result


BINDINGS: Mapping[str, Binding] = {
    route.name: binding(route.binding)
    for route in ROUTES.values()
    if route.binding and route.kind is not Kind.FILE
}
