"""The pages' own files, by the list of pages: a page's address with an ending, the same choices."""

from importlib import import_module

from flask import request
from werkzeug.wrappers import Response

from callbacks.files.flow import Maker, answer
from callbacks.first_response import KlimatDash
from layouts.links.addresses import href, parse
from layouts.links.routes import ROUTES, Kind


def maker(name: str) -> Maker:
    """The function that a route names as `module.function`."""
    module, function = name.split(".")
    result: Maker = getattr(import_module(f"callbacks.files.{module}"), function)
    return result


def register(app: KlimatDash) -> None:
    """Add the addresses of all files in the list of pages."""
    for route in ROUTES.values():
        if route.kind is not Kind.FILE:
            continue
        make = maker(route.binding)
        for path in route.paths:
            rule = path.replace("{year}", "<int:year>").replace("{slug}", "<slug>")
            rule = rule.replace("{key}", "<key>")
            app.server.add_url_rule(
                rule, rule, lambda make=make, **_: _file(app, make), methods=["GET"]
            )


def _file(app: KlimatDash, make: Maker) -> Response:
    parsed = parse(request.path, request.query_string.decode("ascii", "replace"))
    return answer(app, parsed, "" if parsed is None else href(parsed.address), make)
