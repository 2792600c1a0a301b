"""Every address of the product is made and read here; a view is a function of its address.

    href(Address("city", "sv", slug="provkoping").with_query(gas="co2e"))
        == "/sv/kommun/provkoping?gas=co2e"
    parse("/sv/kommun/provkoping", "gas=co2e").address.get("gas") == "co2e"

Pages and their paths stand in `layouts.links.routes`, what may follow `?` in
`layouts.links.query`. An address holds our own names and values; the words that a reader sees in
it depend on its language, so the twin of an address in the other language says the same in other
words.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from layouts.links.query import LANGUAGES, PARAMETERS
from layouts.links.routes import ROUTES, Route

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LABEL = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
"""Of a release. It stands where other pages have a slug."""
KEY = re.compile(r"[^\W_](?:[^./\\?#%\x00-\x1f\x7f]|[.](?!csv$))*(?<!\s)")
"""Of a grant, an organisation or a programme: an id, or a name as published in plain letters. What
is no plain letter is quoted in the address."""
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")

MOST_QUERY_CHARACTERS = 3000
"""With its path within the 4 094 that gunicorn reads of a request's line."""


@dataclass(frozen=True, slots=True)
class Address:
    """A view. `query` holds (our parameter name, our value) in the order of `PARAMETERS`."""

    page: str
    lang: str
    slug: str | None = None
    year: int | None = None
    query: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """The value of a parameter, or None where the address does not choose."""
        return next((value for key, value in self.query if key == name), None)

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a parameter that may stand several times."""
        return tuple(value for key, value in self.query if key == name)

    def with_query(self, **values: str | int | tuple[str, ...] | None) -> "Address":
        """The same page with these parameters set; None takes one away."""
        pairs = [(name, value) for name, value in self.query if name not in values]
        for name, value in values.items():
            if isinstance(value, tuple):
                pairs += [(name, choice) for choice in value]
            elif value is not None:
                pairs.append((name, str(value)))
        return replace(self, query=_ordered(pairs))

    def without_query(self) -> "Address":
        """The page as it is before anything is chosen: a view with a path of its own stays."""
        view = ROUTES[self.page].view
        return replace(self, query=tuple(pair for pair in self.query if pair[0] == view))

    def file(self, form: str) -> "Address":
        """The page's own file with this ending, with the same choices but those of the screen."""
        name = f"{self.page}_{form}"
        parameters = ROUTES[name].parameters
        return replace(
            self, page=name, query=tuple(pair for pair in self.query if pair[0] in parameters)
        )


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A value in an address that cannot be used; `name` and `value` as they stand there.

    `why` is `repeated`, `too_many`, `unknown_municipality` or `no_such_year`, where that says more
    than that it is no value.
    """

    name: str
    value: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an address says, and what in it could not be used."""

    address: Address
    problems: tuple[QueryProblem, ...] = ()


def fits(address: Address) -> bool:
    """Whether what the address chooses is read when it is asked for."""
    return len(href(address).partition("?")[2]) <= MOST_QUERY_CHARACTERS


def href(address: Address) -> str:
    """The path and query of an address, from the root of the site.

    Raises KeyError for an unknown page or parameter, ValueError for a value that no address can
    carry or for a page without the slug or year that it needs.
    """
    route = ROUTES[address.page]
    needed = route.varies_by
    given = str(address.year) if needed == "year" else address.slug or ""
    if needed and not _FORMS[needed].fullmatch(given):
        raise ValueError(f"{address.page} needs a {needed}, not {given!r}")
    path = route.path(address.lang).replace(f"{{{needed}}}", quote(given, safe=""))
    words = []
    for name, value in _ordered(address.query):
        parameter = PARAMETERS[name]
        word = parameter.write(value, address.lang)
        if name == route.view:
            path = f"{path}/{word}"
        elif name in route.parameters:
            words.append((parameter.name(address.lang), word))
        else:
            raise ValueError(f"{address.page} does not take {name}")
    return f"{path}?{urlencode(words, quote_via=quote)}" if words else path


def parse(path: str, query: str = "") -> Parsed | None:
    """What a path and query (without `?`) say; None where there is no such page. The path is
    unquoted, as a server gives it.

    A slug is only checked for its form: whether such a municipality exists is the page's question.
    Names that we do not know are left alone (other sites add their own); values that we cannot
    use become problems, and the page is shown without them.
    """
    for lang in LANGUAGES:
        if path.startswith(f"/{lang}/"):
            for pattern, route in _PATTERNS[lang]:
                match = pattern.fullmatch(path)
                if match:
                    return _with_read_query(_address(route, lang, match.groupdict()), query)
    return None


def _address(route: Route, lang: str, parts: dict[str, str | None]) -> Address:
    year, word = parts.get("year"), parts.get("view")
    view = PARAMETERS[route.view].read(word, lang) if word else None
    return Address(
        route.name,
        lang,
        parts.get("slug") or parts.get("label") or parts.get("key"),
        int(year) if year else None,
        () if view is None else ((route.view, view),),
    )


def parse_href(address: str) -> Parsed | None:
    """As `parse`, of an address in one piece; scheme, host and fragment are left aside."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parse(unquote(parts.path), parts.query)


BOARD_FROM = frozenset({"city", "money", "what_if", "meeting", "city_restatements"})
"""Pages on a municipality that show a part of what its board does."""


def board_of(address: Address) -> Address | None:
    """The board of the municipality that a page is on, on the same year; None on other pages."""
    if address.page not in BOARD_FROM:
        return None
    board = Address("city_board", address.lang, slug=address.slug)
    year = address.get("year")
    return board if year is None else board.with_query(year=year)


def translations(address: Address) -> tuple[Address, ...]:
    """The same view in every other language."""
    return tuple(replace(address, lang=lang) for lang in LANGUAGES if lang != address.lang)


def canonical(address: Address) -> str:
    """The address under which search engines should know the page: without what is only chosen."""
    return href(address.without_query())


def redirect_for(path: str) -> str | None:
    """Where a path with a missing or needless final slash should lead; None where it needs none."""
    if path.removeprefix("/") in LANGUAGES:
        return path + "/"
    trimmed = path.rstrip("/")
    if path != trimmed and trimmed.startswith("/") and parse(path) is None and parse(trimmed):
        return trimmed
    return None


def _ordered(
    query: list[tuple[str, str]] | tuple[tuple[str, str], ...],
) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(query, key=lambda pair: _PLACES[pair[0]]))


def _with_read_query(address: Address, query: str) -> Parsed:
    if not query:
        return Parsed(address)
    if len(query) > MOST_QUERY_CHARACTERS:
        return Parsed(address, (QueryProblem("?", query[:40] + "…"),))
    taken = {
        parameter.name(address.lang): (name, parameter)
        for name, parameter in PARAMETERS.items()
        if name in ROUTES[address.page].parameters
    }
    read = list(address.query)
    problems: list[QueryProblem] = []
    for word, text in parse_qsl(query, keep_blank_values=True, errors="replace"):
        if word not in taken or not text.strip():
            continue
        name, parameter = taken[word]
        value = parameter.read(text.strip(), address.lang)
        earlier = [earlier_value for key, earlier_value in read if key == name]
        if value is None or (not parameter.many and earlier and value not in earlier):
            problems.append(QueryProblem(word, text[:80]))
        elif value not in earlier and len(earlier) >= parameter.most:
            problems.append(QueryProblem(word, text[:80], "too_many"))
        elif value not in earlier:
            read.append((name, value))
        elif parameter.many:
            problems.append(QueryProblem(word, text[:80], "repeated"))
    return Parsed(replace(address, query=_ordered(read)), tuple(problems))


def pattern(route: Route, lang: str) -> re.Pattern[str]:
    """What the paths of a kind of page look like, with groups for what varies."""
    written = re.escape(route.path(lang))
    for name, form in _FORMS.items():
        written = written.replace(rf"\{{{name}\}}", f"(?P<{name}>{form.pattern})")
    if route.view:
        words = (PARAMETERS[route.view].write(word, lang) for word in PARAMETERS[route.view].words)
        written += f"(?:/(?P<view>{'|'.join(map(re.escape, words))}))?"
    return re.compile(written)


_PLACES = {name: place for place, name in enumerate(PARAMETERS)}

_FORMS = {"slug": SLUG, "label": LABEL, "key": KEY, "year": YEAR}

_PATTERNS = {
    lang: tuple((pattern(route, lang), route) for route in ROUTES.values()) for lang in LANGUAGES
}
