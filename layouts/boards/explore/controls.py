"""What can be chosen on the board of all municipalities."""

from collections.abc import Iterable

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from layouts import html
from layouts.boards.controls import checklist, control_id, select, slider, word
from layouts.boards.explore.answers import LIMITS, View
from layouts.boards.explore.shown import definition_title
from layouts.boards.twins import dom_id
from layouts.html.forms import Choice
from layouts.html.markup import data
from layouts.links.query import PARAMETERS
from layouts.overview.order import swedish
from layouts.phrases.editions import edition
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from progress.explore import INDICATORS, SIZES
from progress.money.kinds import Kind
from progress.phrases.words import sector_word

NAME = "explore"


def controls(view: View) -> list[Component | None]:
    """The controls in the order in which they are read."""
    t, cube = view.t, view.cube

    def chosen(name: str, choices: Iterable[Choice]) -> Component:
        return select(NAME, view.address, name, t(f"board.explore.{name}"), list(choices))

    first, last = view.cube.years[0], view.years[-1]
    return [
        chosen("y", indicators(view, "per_person")),
        chosen("x", indicators(view, "change")),
        chosen(
            "sector",
            [
                Choice("", t("board.explore.sector.all")),
                *(
                    Choice(code, sector_word(code, t.lang))
                    for code in cube.sectors
                    if code != "total"
                ),
            ],
        ),
        slider(NAME, view.address, "year", t("board.explore.year"), range(first, last + 1)),
        html.Button(
            t("board.explore.play"),
            type="button",
            className="plain play",
            **data(play=t("board.explore.play"), stop=t("board.explore.stop")),
        ),
        chosen(
            "base_year",
            [
                Choice("", t("board.explore.base_year.first")),
                *(Choice(str(year), str(year)) for year in cube.observed),
            ],
        ),
        chosen("among", _groups(t)),
        chosen("county", _counties(view)),
        chosen(
            "size_class",
            [
                Choice("", t("board.explore.any")),
                *(Choice(name, t(f"board.explore.size.{name}")) for name in SIZES),
            ],
        ),
        _places(view),
        chosen(
            "colour",
            [
                Choice("", t("board.explore.colour.contracts")),
                *(
                    Choice(name, t(f"board.explore.colour.{name}"))
                    for name in PARAMETERS["colour"].words
                ),
            ],
        ),
        chosen(
            "area",
            [
                Choice("", t("board.explore.area.population")),
                *(Choice(name, t(f"board.explore.area.{name}")) for name in ("tonnes", "same")),
            ],
        ),
        chosen(
            "brush",
            [
                Choice("", t("board.explore.brush.box")),
                Choice("lasso", t("board.explore.brush.lasso")),
            ],
        ),
        chosen("money_kind", _kinds(view)),
        chosen("release", _releases(view)),
        _limits(view),
        *(
            chosen(
                name,
                [
                    Choice("", t("board.explore.axis.automatic")),
                    Choice("yes", t("board.explore.axis.log")),
                    Choice("no", t("board.explore.axis.linear")),
                ],
            )
            for name in ("log_x", "log_y")
        ),
    ]


def indicators(view: View, first: str) -> list[Choice]:
    """What can be shown: our own, then the publishers'; `first` holds where none is chosen."""
    t = view.t
    own = [
        Choice("" if name == first else name, capital(t(f"board.explore.name.{name}")))
        for name in (first, *(name for name in INDICATORS if name != first))
    ]
    return own + [
        Choice(name, definition_title(view.answers.definitions[name], t))
        for name in view.cube.indicators
    ]


def _groups(t: Text) -> list[Choice]:
    names = ("contract", "county", "similar", "size", "chosen")
    return [
        Choice("", t("board.explore.among.all")),
        *(Choice(name, t(f"board.explore.among.{name}")) for name in names),
    ]


def _counties(view: View) -> list[Choice]:
    counties = {p.county_code: p.county_name for p in view.answers.municipalities}
    return [
        Choice("", view.t("board.explore.any")),
        *(Choice(code, name) for code, name in sorted(counties.items())),
    ]


def _places(view: View) -> Component:
    """All municipalities as a list of checkboxes: what a click on one chooses, too."""
    ordered = sorted(view.answers.municipalities, key=lambda place: swedish(place.name))
    choices = [Choice(place.code, place.name) for place in ordered]
    return html.Details(
        [
            html.Summary(view.t("board.explore.place")),
            checklist(NAME, view.address, "place", choices, view.chosen),
        ],
        open=bool(view.chosen),
        className="facet",
    )


def _kinds(view: View) -> list[Choice]:
    return [
        Choice("" if kind is Kind.GRANTED else kind, capital(view.t(f"money.kind.{kind}")))
        for kind in sorted(Kind, key=lambda kind: kind is not Kind.GRANTED)
        if kind is Kind.GRANTED or kind in view.cube.grants
    ]


def _releases(view: View) -> list[Choice]:
    t = view.t
    return [
        Choice("", t("board.explore.release.newest")),
        *(Choice(each.label, capital(edition(each, t))) for each in view.answers.releases),
    ]


def _limits(view: View) -> Component:
    """Four numbers: the form's way to do what a brush does."""
    fields = []
    for name in LIMITS:
        own_id = control_id(NAME, view.address, name)
        fields.append(
            html.Div(
                [
                    html.Label(view.t(f"board.explore.{name}"), htmlFor=dom_id(own_id)),
                    dbc.Input(
                        id=own_id,
                        type="text",
                        debounce=True,
                        value=word(view.address, name),
                        class_name="form-number",
                    ),
                ],
                className="field",
            )
        )
    return html.Details(
        [html.Summary(view.t("board.explore.limits")), html.Div(fields, className="limits")],
        open=any(view.address.get(name) for name in LIMITS),
        className="facet",
    )
