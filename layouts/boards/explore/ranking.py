"""The order of the group by one indicator, as dots."""

import numpy as np

from layouts.boards.controls import click
from layouts.boards.explore.answers import View
from layouts.boards.explore.classes import classes_of
from layouts.boards.explore.scales import on_axis
from layouts.boards.explore.scatter import by_name, known_or_none, named_dots
from layouts.boards.explore.words import figure, group_name, middle_half, source, unknown_words
from layouts.charts.measure import Measure
from layouts.charts.points import Axis, Dot, ScatterChart
from layouts.phrases.wording import uncapital
from progress.explore import SINCE, largest_steps
from progress.explore.density import stand_ins
from progress.indicators import quartiles
from progress.phrases.formats import signed
from progress.phrases.words import sector_word

RANKING = "rangordning"


def ranking_chart(view: View) -> ScatterChart:
    """The members in the order of `y`, the highest value first; without a value at the end."""
    t, y = view.t, view.y
    log = view.logs["y"]
    values = on_axis(y.values[:, view.column], log=log)
    by = np.array(by_name(view)) if view.one_by_one else np.arange(len(values))
    members = by[view.group[by]]
    unknown = members[np.isnan(values[members])].tolist()
    ordered = members[np.argsort(-values[members], kind="stable")]  # what is unknown comes last
    ordered = ordered[: len(members) - len(unknown)]
    known, falling = ordered.tolist(), -values[ordered]
    drawn = [known[place] for place in stand_ins(len(known))]
    named, who = named_dots(view, values, 1), view.who
    middle = quartiles((-falling[::-1]).tolist())
    message = t("board.explore.nothing", shown=y.title, year=view.year)
    if middle is not None:
        names = view.answers.municipalities
        message = t(
            "board.explore.ranking.message",
            first=names[known[0]].name,
            first_value=figure(float(values[known[0]]), y, t),
            last=names[known[-1]].name,
            last_value=figure(float(values[known[-1]]), y, t),
            median=figure(middle.median, y, t),
            **middle_half(middle, y, t),
            n=len(known),
            unknown=unknown_words(len(unknown), t),
        )
    tones, _, _ = classes_of(view)
    notes = _most_moved(view)
    ranks = np.searchsorted(falling, -values[drawn]) + 1.0  # who has the same shares a place
    rank_of = dict(zip(drawn, ranks.tolist(), strict=True))
    return ScatterChart(
        RANKING,
        t(
            "board.explore.ranking.title",
            shown=uncapital(y.title),
            year=view.year,
            group=group_name(view),
        ),
        view.address.lang,
        message,
        t("board.explore.municipality"),
        Axis(
            t("board.explore.rank"),
            Measure(t("board.explore.rank.unit"), t("board.explore.rank.axis")),
        ),
        y.axis(log=log),
        tuple(
            Dot(
                view.answers.municipalities[place].name,
                rank_of.get(place),
                known_or_none(values[place]),
                key=click("place", view.cube.codes[place], view.address.lang),
                named=place in named,
                faded=not who[place],
                tone=tones[place],
                note=notes.get(place, ""),
            )
            for place in (*drawn, *(unknown if view.one_by_one else ()))
        ),
        source=source(view),
        releases=(view.answers.release,),
    )


def _most_moved(view: View) -> dict[int, str]:
    """Which sector changed most in each municipality, where a change of all sectors is shown."""
    if view.y.name not in SINCE or view.sector:
        return {}
    t, moved = view.t, largest_steps(view.cube, view.since, view.year)
    return {
        place: t(
            "board.explore.most",
            sector=sector_word(step[0], t.lang).lower(),
            change=signed(step[1], t.lang, 2),
        )
        for place, step in enumerate(moved)
        if step is not None
    }
