"""What the shares by sector rest on: which source, how much of it has figures, what is left out."""

from collections.abc import Mapping

from dash.development.base_component import Component

from layouts import html
from layouts.money import words
from layouts.money.sides import Sides
from layouts.money.view import View
from layouts.phrases import kronor
from layouts.phrases.releases import release_title
from layouts.phrases.wording import uncapital
from progress.money.sector_shares import CostShares, Emissions, GapTable, NoShares, Shares
from progress.phrases.formats import tonnes

Line = list[Component | str]


def coverage_words(view: View, sides: Sides, heads: Mapping[str, str]) -> list[Line]:
    """A line for each measure: what its shares rest on, or why it has none."""
    result: list[Line] = []
    for side in sides.all:
        if isinstance(side.shares, NoShares):
            why = view.t(f"money.sectors.none.{side.name}.{side.shares}")
            result.append([view.t("money.sectors.not_assessable", what=heads[side.name], why=why)])
        elif side.name == "emissions" and sides.emissions is not None:
            result.append(_emissions(view, sides.emissions, side.shares))
        elif side.name == "gap" and sides.gap is not None:
            result.append(_gap(view, sides.gap, side.shares))
        elif side.name == "cost" and sides.cost is not None:
            result.append(_cost(view, sides.cost, side.shares))
        else:
            result.append(_money(view, side.shares))
    return result


def _emissions(view: View, emissions: Emissions, shares: Shares) -> Line:
    release = view.answers.release
    title = release_title(release, view.t) if release is not None else ""
    total = tonnes(shares.low, view.lang)
    return [view.t("money.sectors.base.emissions", release=title, year=emissions.year, sum=total)]


def _gap(view: View, table: GapTable, shares: Shares) -> Line:
    t, lang = view.t, view.lang
    before, after = t(
        "money.sectors.base.gap",
        basis="\0",
        known=shares.coverage.known,
        of=shares.coverage.of,
        sum=tonnes(shares.low, lang),
    ).split("\0")
    line: Line = [before, html.Span(table.basis, lang="en"), after]
    notes = [t(f"money.sectors.base.gap.{'after' if table.after_actions else 'before'}")]
    if table.scope == "city_core":
        notes.append(t("money.sectors.base.gap.core"))
    if table.doubtful:
        notes.append(t("money.sectors.base.gap.doubtful", n=table.doubtful))
    if table.printed is not None and table.printed != shares.low:
        notes.append(t("money.sectors.base.gap.printed", sum=tonnes(table.printed, lang)))
    line.append(" " + " ".join(notes))
    for key, names in (("aside", table.aside), ("others", table.others)):
        if names:
            said = t(f"money.sectors.base.gap.{key}", names="\0").split("\0")
            line += [" " + said[0], html.Span("; ".join(names), lang="en"), said[1]]
    return line


def _cost(view: View, costs: CostShares, shares: Shares) -> Line:
    t = view.t
    assert costs.cost_class is not None
    line = t(
        "money.sectors.base.cost",
        class_name=words.class_name(costs.cost_class, t),
        known=shares.coverage.known,
        of=shares.coverage.of,
        sum=kronor.brief_range(shares.low, shares.high, view.lang, costs.cost_class.currency),
    )
    if costs.other:
        lowered = [uncapital(words.class_name(each, t)) for each in costs.other]
        line += " " + t("money.sectors.base.cost.other", names="; ".join(lowered))
    return [line]


def _money(view: View, shares: Shares) -> Line:
    t = view.t
    line = t(
        "money.sectors.base.money",
        kind=t(f"money.kind.{view.kind}").capitalize(),
        known=shares.coverage.known,
        of=view.count("grant", shares.coverage.of),
        sum=kronor.brief(shares.low, view.lang),
        prices=view.prices,
    )
    several = sum(row.kind == view.kind for row in view.multi)
    if several:
        line += " " + t("money.sectors.base.money.multi", grants=view.count("grant", several))
    return [line]
