"""How the board says its values, its group and where the figures come from."""

import numpy as np
from dash.development.base_component import Component

from layouts import html
from layouts.boards.explore.answers import LIMITS, View
from layouts.boards.explore.scales import beyond_words
from layouts.boards.explore.shown import Shown
from layouts.charts import labels
from layouts.html.markup import data
from layouts.links.addresses import href
from layouts.links.query import PARAMETERS
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text
from progress.explore import Group
from progress.explore.cube import Values
from progress.indicators import Quartiles, quartiles

MOST_NAMED = 6
"""So many marked municipalities are named in the sentence."""
MARKS = ("place", *LIMITS)
"""Parameters that only mark."""


def figure(value: float, shown: Shown, t: Text) -> str:
    """A value with its unit."""
    return labels.full(value, shown.measure, t.lang)


def middle_half(of: Quartiles, shown: Shown, t: Text) -> dict[str, str]:
    """Between what the middle half of a group lies, the unit once: `low` and `high` of a text."""
    return {
        "low": labels.plain(of.lower, shown.measure, t.lang),
        "high": labels.full(of.upper, shown.measure, t.lang),
    }


def unknown_words(number: int, t: Text) -> str:
    """How many lack a value, as a sentence; nothing where nobody does."""
    return t("board.explore.unknown", n=number) if number else ""


def group_name(view: View) -> str:
    """The group in words: "alla kommuner", "kommuner som liknar Borlänge"."""
    t, of = view.t, view.grouping
    match of.group:
        case Group.CONTRACT:
            return t("board.explore.group.contract")
        case Group.COUNTY if of.county:
            county = next(
                (p.county_name for p in view.answers.municipalities if p.county_code == of.county),
                of.county,
            )
            return t("board.explore.group.county", county=county)
        case Group.SIMILAR if of.chosen:
            return t("board.explore.group.similar", name=view.places[of.chosen[0]].name)
        case Group.SIZE if of.size:
            return t("board.explore.group.size", size=t(f"board.explore.size.{of.size}").lower())
        case Group.CHOSEN if of.chosen:
            return t("board.explore.group.chosen")
        case _:
            return t("board.explore.group.all")


def sentence(view: View) -> str:
    """What is shown and how the group lies, in one paragraph."""
    t, y = view.t, view.y
    values = y.values[view.group, view.column]
    known = values[~np.isnan(values)].tolist()
    middle = quartiles(known)
    if middle is None:
        return t("board.explore.nothing", shown=y.title, year=view.year)
    words = t(
        "board.explore.sentence",
        shown=y.title,
        year=view.year,
        group=group_name(view),
        n=len(known),
        median=figure(middle.median, y, t),
        **middle_half(middle, y, t),
    )
    wanted = view.address.get("year")
    other = (
        t("board.explore.other_year", wanted=wanted, year=view.year)
        if wanted and int(wanted) != view.year
        else ""
    )
    answer = _ends(view, values)
    like = t("board.explore.similar.rule", n=int(view.group.sum()) - 1)
    return " ".join(
        part
        for part in (
            words,
            answer,
            unknown_words(len(values) - len(known), t),
            like if view.grouping.group is Group.SIMILAR and view.chosen else "",
            other,
            beyond_words(view).strip(),
        )
        if part
    )


def _ends(view: View, values: Values) -> str:
    """Who lies highest and lowest in the group, and the contract cities' median beside it."""
    t, y = view.t, view.y
    places = np.flatnonzero(view.group)[~np.isnan(values)]
    of_all = y.values[:, view.column]
    order = places[np.argsort(of_all[places], kind="stable")].tolist()
    names = view.answers.municipalities
    words = t(
        "board.explore.ends",
        first=names[order[-1]].name,
        first_value=labels.plain(float(of_all[order[-1]]), y.measure, t.lang),
        last=names[order[0]].name,
        last_value=labels.plain(float(of_all[order[0]]), y.measure, t.lang),
    )
    contract = [float(of_all[p]) for p, place in enumerate(names) if place.is_contract_city]
    middle = quartiles([value for value in contract if value == value])
    if middle is None or view.grouping.group is Group.CONTRACT:
        return words
    median = labels.plain(middle.median, y.measure, t.lang)
    return f"{words} {t('board.explore.contract_median', median=median)}"


def marks_line(view: View) -> list[Component | str]:
    """Who is marked, with a way to let go of all of them."""
    t, codes = view.t, view.marked_codes
    if not codes and not any(view.address.get(name) for name in MARKS):
        return [t("board.explore.marked.none")]
    names = marked_names(view)
    words = t("board.explore.marked", n=len(codes), names=names)
    clear = view.address.with_query(**dict.fromkeys(MARKS))
    cleared = " ".join(PARAMETERS[name].name(view.address.lang) for name in MARKS)
    chip = html.A(
        t("board.explore.clear"), href=href(clear), className="board-chip", **data(clear=cleared)
    )
    return [words, " ", chip]


def marked_names(view: View) -> str:
    """The names of who is marked, the first of many; empty where nobody is."""
    t, codes = view.t, view.marked_codes
    names = [view.places[code].name for code in codes[:MOST_NAMED]]
    more = len(codes) - len(names)
    if more:
        return ", ".join(names) + t("board.explore.marked.more", n=more)
    return enumerated(names, t)


def source(view: View) -> str:
    """Whose figures the board shows."""
    names = [view.answers.release.title]
    for shown in (view.x, view.y):
        definition = view.answers.definitions.get(shown.name)
        if definition is not None and definition.source.title not in names:
            names.append(definition.source.title)
    return view.t("sharing.source", source="; ".join(names))
