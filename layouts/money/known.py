"""The first screen of a money page: what is known and not known of each funder's money, drawn, and
beside it what the plan needs and has secured."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from layouts import html
from layouts.charts.svg_strip import known_svg
from layouts.html.markup import Raw, aria
from layouts.html.pieces import Row, pair
from layouts.money import ways, words
from layouts.money.sources import missing
from layouts.money.view import View
from layouts.phrases import kronor
from progress.money.funding import funding_gaps
from progress.money.kinds import Kind, granted_unknown
from progress.money.pricing import PricedGrant
from progress.money.sums import grant_count, kind_sum

MOST_FUNDERS = 6
"""More funders than this are told together, so that the first screen holds them."""


@dataclass(frozen=True, slots=True)
class Funder:
    """Grants of one funder that touch the municipality: `known` have a sum, `granted` none though
    they are granted, `unknown` none and no decision told, `shared` are several municipalities'."""

    name: str
    sek: tuple[tuple[Kind, Decimal], ...]
    known: int
    granted: int
    unknown: int
    shared: int

    @property
    def of(self) -> int:
        return self.known + self.granted + self.unknown + self.shared


def funders(view: View) -> tuple[Funder, ...]:
    """The most known kronor first, then the most grants; each grant is counted in one place."""
    rows: dict[str, list[PricedGrant]] = defaultdict(list)
    shared: dict[str, int] = defaultdict(int)
    for row in view.own + view.single:
        rows[words.funder(row.grant, view.lang, view.registry)].append(row)
    for row in view.multi:
        shared[words.funder(row.grant, view.lang, view.registry)] += 1
    result = [_funder(name, rows.get(name, []), shared[name]) for name in {*rows, *shared}]
    return tuple(
        sorted(
            result,
            key=lambda funder: (
                -max((s for _, s in funder.sek), default=0),
                -funder.of,
                funder.name,
            ),
        )
    )


def _funder(name: str, rows: Sequence[PricedGrant], shared: int) -> Funder:
    sums = [(kind, kind_sum(rows, kind)) for kind in Kind]
    known = grant_count(row for row in rows if row.sek is not None)
    granted = grant_count(row for row in rows if granted_unknown(row.grant))
    return Funder(
        name,
        tuple((kind, total.sek) for kind, total in sums if total.coverage.known),
        known,
        granted,
        grant_count(row for row in rows if row.sek is None and not granted_unknown(row.grant)),
        shared,
    )


def known_section(view: View) -> html.Div:
    """By funder what is known and not, with what is not here; beside it need, secured and gap."""
    t = view.t
    shown = funders(view)
    items = [_item(view, funder) for funder in shown[:MOST_FUNDERS]]
    if rest := shown[MOST_FUNDERS:]:
        more = t("money.known.more", n=len(rest), grants=view.count("grant", _all(rest)))
        items.append(html.Li(more, className="quiet"))
    absent = missing(tuple(each.source_id for each in view.answers.loaded), t)
    if absent:
        items.append(html.Li([_dot(), absent], className="absent"))
    heading = t("money.known.heading")
    return html.Div(
        [
            html.Section(
                [html.H2(heading), html.Ul(items, className="funders")], **aria(label=heading)
            ),
            html.Section(
                [html.H2(t("money.known.plan")), *_plan(view)], **aria(label=t("money.known.plan"))
            ),
        ],
        className="money-first",
    )


def _all(shown: Sequence[Funder]) -> int:
    return sum(funder.of for funder in shown)


def _item(view: View, funder: Funder) -> html.Li:
    """Name, bar of what is known with the rest hatched, and the same in words."""
    t = view.t
    items = [
        f"{t(f'money.kind.{kind}')} {kronor.words(sek, view.lang)}" for kind, sek in funder.sek
    ]
    for count, key in (
        (funder.granted, "granted"),
        (funder.unknown, "unknown"),
        (funder.shared, "shared"),
    ):
        if count:
            items.append(t(f"money.known.{key}", grants=view.count("grant", count)))
    return html.Li(
        [
            html.Strong(ways.funder_way(funder.name, view.lang, view.registry)),
            Raw(known_svg(funder.known, funder.of)),
            html.Span("; ".join(items)),
        ]
    )


def _dot() -> Raw:
    """What is not here has a ring of its own, never an empty place."""
    return Raw(
        '<svg class="dot" viewBox="0 0 12 12" aria-hidden="true">'
        '<circle cx="6" cy="6" r="4.5"/></svg>'
    )


def _plan(view: View) -> list[Any]:
    """Need, secured and gap on one scale, of the actions that tell both; or that it is unknown."""
    t, lang = view.t, view.lang
    if not view.answers.actions:
        return [html.P([_dot(), t("money.lead.plan.none")], className="absent")]
    gap = funding_gaps(view.answers.actions)[0]
    counted, of = gap.coverage.known, gap.coverage.of
    link = html.A(t("money.known.plan.link"), href="#plan")
    if gap.need_high is None or gap.secured is None or gap.gap_high is None:
        unknown = t("money.plan.gap.unknown", known=counted, of=of)
        return [Raw(known_svg(counted, of)), html.P([unknown, " ", link])]
    assert gap.need_low is not None
    assert gap.gap_low is not None
    ranges = (
        ("need", gap.need_low, gap.need_high, "needed"),
        ("secured", gap.secured, gap.secured, "done"),
        ("gap", gap.gap_low, gap.gap_high, "needed"),
    )
    rows = [
        Row(
            t(f"money.plan.gap.{name}"),
            float(high),
            kronor.brief_range(low, high, lang, gap.currency),
            look,
        )
        for name, low, high, look in ranges
    ]
    return [pair(rows, t("money.plan.row_note", n=counted, of=of)), html.P(link)]
