"""Funder by contract city as a table of shades; what no source says stays a dash, never zero."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.choice import can_be_chosen, chooses, stands_back, toggled
from layouts.boards.portfolio.tiles import exact
from layouts.html.markup import data
from layouts.links.addresses import href
from layouts.links.query import PARAMETERS
from layouts.phrases.wording import hyphenated
from progress.money.filters import WITHOUT
from progress.money.portfolio import NOTHING, Sum, added
from progress.phrases.formats import number

MOST_FUNDERS = 5
MILLION = 1_000_000
UNKNOWN = "–"
DARK = 0.6
"""The part of the largest amount's shade above which a figure is written light."""
LIGHT_SHADES, DARK_SHADES = (4, 45), (78, 100)
"""Per cent of the dark tone: figures are readable on both, in either colours of the screen."""


def heat(view: View) -> Component:
    """The table: rows by city, the largest sum first; shared grants are counted beside.

    What the other funders give and what is shared are no ways to choose: no choice is just these
    rows. To leave out the funders with a column leaves out what they give jointly too, and a city's
    shared grants are both those of several municipalities and other municipalities' own.
    """
    t, cells = view.t, view.summary.cells
    of_funder: dict[str, float] = defaultdict(float)
    rows_of_funder: dict[str, int] = defaultdict(int)
    for (_, funder), each in cells.items():
        of_funder[funder] += each.sek
        rows_of_funder[funder] += each.of
    order = sorted(of_funder, key=lambda name: (-of_funder[name], -rows_of_funder[name], name))
    funders = _columns(view, order)
    rest = [name for name in order if name not in funders]
    behind = {name for name in order if _stands_back(view, name)}
    places = dict(view.answers.names)
    if any(not city for city, _ in cells):
        places[""] = t("board.portfolio.other_municipalities")
    sums = {code: view.summary.cities.get(code, NOTHING) for code in places}
    top = max(
        (
            each.sek
            for (code, name), each in cells.items()
            if name not in behind and not stands_back(view.address, "place", code)
        ),
        default=0.0,
    )
    ranked = sorted(
        places, key=lambda code: (not code, -sums[code].sek, -sums[code].of, places[code])
    )
    ways = _ways(view, places, funders)
    head = [
        html.Th(t("portfolio.matrix.city"), scope="col"),
        *(html.Th(_funder(view, name), scope="col", className="num") for name in funders),
        html.Th(t("portfolio.matrix.others"), scope="col", className="num") if rest else None,
        html.Th(t("portfolio.matrix.sum"), scope="col", className="num"),
        html.Th(t("board.portfolio.shared"), scope="col", className="num"),
    ]
    body = [
        html.Tr(
            [
                html.Th(_city(view, code, places[code]), scope="row"),
                *(
                    _cell(view, code, name, top, ways.get((code, name), ""), faded=name in behind)
                    for name in funders
                ),
                _plain(
                    view,
                    added(cells.get((code, name), NOTHING) for name in rest),
                    faded=behind.issuperset(rest),
                )
                if rest
                else None,
                _plain(view, sums[code], strong=True),
                html.Td(
                    str(view.summary.shared.get(code, 0) or UNKNOWN) if code else UNKNOWN,
                    className="num",
                ),
            ],
            className=_row_look(view, code),
        )
        for code in ranked
    ]
    return html.Table(
        [
            html.Caption(html.Span(t("board.portfolio.heat", kind=view.kind, prices=view.prices))),
            html.Thead(html.Tr(head)),
            html.Tbody(body),
        ],
        className="heat",
        **data(chosen="yes" if view.address.all("place") else "no"),
    )


def _columns(view: View, order: Sequence[str]) -> list[str]:
    """The funders with a column of their own: those that are chosen, then the largest."""
    chosen = view.address.all("funder")
    first = sorted(order, key=lambda name: not chosen or _stands_back(view, name))
    shown = first[:MOST_FUNDERS]
    return [name for name in order if name in shown]


def _stands_back(view: View, funder: str) -> bool:
    """Whether a funder is not among those that the choice is of, with all they give under."""
    groups = view.registry.funder_groups

    def named(parameter: str) -> set[str]:
        words = view.address.all(parameter)
        return {*words}.union(*(groups.get(word, ()) for word in words))

    chosen = named("funder")
    return bool(chosen and funder not in chosen) or funder in named(WITHOUT["funder"])


def _row_look(view: View, code: str) -> str | None:
    if stands_back(view.address, "place", code):
        return "faded"
    return "chosen" if code and code in view.address.all("place") else None


def _funder(view: View, name: str) -> Component | str:
    label = hyphenated(view.registry.funder_name(name, view.lang))
    if not can_be_chosen("funder", name):
        return label
    on = name in view.address.all("funder")
    look = "left-out" if name in view.address.all(WITHOUT["funder"]) else ""
    return chooses(label, toggled(view.address, funder=name), on=on, class_name=look)


def _city(view: View, code: str, name: str) -> Component | str:
    if not code:
        return name
    on = code in view.address.all("place")
    look = "left-out" if code in view.address.all(WITHOUT["place"]) else ""
    return chooses(name, toggled(view.address, place=code), on=on, class_name=look)


def _cell(view: View, code: str, funder: str, top: float, there: str, *, faded: bool) -> Component:
    of = view.summary.cells.get((code, funder), NOTHING)
    if not of.of:
        return html.Td(UNKNOWN, className="num none")
    if not there:
        return _plain(view, of, faded=faded)
    name = view.registry.funder_name(funder, view.lang)
    title = f"{view.answers.names[code]}, {name}: {exact(of, view)}"
    shade = min(of.sek / top, 1.0) ** 0.5 if top else 0.0
    look = "num unknown" if not of.known else "num dark" if shade > DARK else "num shade"
    return html.Td(
        chooses(_figure(view, of), there, title=title),
        className=f"{look} faded" if faded else look,
        style={"--shade": f"{_shade(shade)}%"} if of.known else None,
    )


NOBODY = "0000"
"""No municipality's code."""


def _ways(view: View, codes: Iterable[str], funders: Iterable[str]) -> dict[tuple[str, str], str]:
    """City and funder → the address that chooses both. Written out once for each funder, with the
    code of nobody in the cities' places, where nothing is chosen or left out of a city."""
    address = view.address
    spoken_of = {*address.all("place"), *address.all(WITHOUT["place"])}
    nobody = f"{PARAMETERS['place'].name(view.lang)}={NOBODY}"
    result = {}
    for funder in (name for name in funders if can_be_chosen("funder", name)):
        before, after = href(toggled(address, place=NOBODY, funder=funder)).split(nobody)
        for code in filter(None, codes):
            result[code, funder] = (
                href(toggled(address, place=code, funder=funder))
                if code in spoken_of
                else f"{before}{nobody.replace(NOBODY, code)}{after}"
            )
    return result


def _shade(part: float) -> int:
    if part > DARK:
        return round(
            DARK_SHADES[0] + (part - DARK) / (1 - DARK) * (DARK_SHADES[1] - DARK_SHADES[0])
        )
    return round(LIGHT_SHADES[0] + part / DARK * (LIGHT_SHADES[1] - LIGHT_SHADES[0]))


def _plain(view: View, of: Sum, *, strong: bool = False, faded: bool = False) -> Component:
    if not of.of:
        return html.Td(UNKNOWN, className="num none")
    written = _figure(view, of)
    return html.Td(
        html.Strong(written) if strong else written,
        className=f"num{'' if of.known else ' unknown'}{' faded' if faded else ''}",
        title=exact(of, view),
    )


def _figure(view: View, of: Sum) -> str:
    """Millions; that the sum is unknown where it is."""
    if not of.known:
        return view.t("board.portfolio.unknown_sum")
    millions = of.sek / MILLION
    return number(millions, view.lang, 0 if millions >= 1000 else 1 if millions >= 0.05 else 2)
