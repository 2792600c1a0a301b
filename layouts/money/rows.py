"""The rows behind the figures: the source's own words, its quality and where it stands."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import disclosure, section
from layouts.html.tables import Column, table
from layouts.links.addresses import href
from layouts.money import files, ways, words
from layouts.money.view import View
from layouts.phrases import kronor
from layouts.phrases.corrections import corrected_words
from layouts.phrases.releases import provenance
from progress.money.duplicates import possible_duplicates
from progress.money.kinds import granted_unknown
from progress.money.pricing import PricedGrant, priced
from progress.records import Grant, InvestmentAction

MOST_ROWS = 40
"""A longer list begins with its newest rows: the rest is one link away, or in the files."""


def rows_section(view: View) -> Component | None:
    """Grants by class, programmes, actions and possible duplicates; None where there is no row."""
    t = view.t
    city = view.city
    parts = [
        _grants(view, f"money.rows.{name}", rows)
        for name, rows in (
            ("own", city.own),
            ("single", city.single),
            ("multi", city.multi),
            ("programmes", city.programmes),
        )
        if rows
    ]
    if view.answers.actions:
        parts.append(_actions(view))
    if not parts:
        return None
    return section(
        "rader",
        t("money.rows.heading"),
        *parts,
        html.P(t("file.lead")),
        files.links(view.address.without_query()),
        *_duplicates(view),
    )


def _grants(view: View, heading: str, rows: Sequence[Grant]) -> Component:
    t = view.t
    columns = [
        Column(t("money.rows.project")),
        Column(t("money.rows.funder")),
        Column(t("money.rows.recipient")),
        Column(t("money.rows.year")),
        Column(t("money.rows.amount"), numeric=True),
        Column(t("money.rows.sek"), numeric=True),
        Column(t("money.rows.source")),
    ]
    ordered = sorted(rows, key=lambda grant: (-(grant.year or 0), grant.title))
    whole = view.address.get("rows") == "all"
    shown = ordered if whole or len(ordered) <= MOST_ROWS else ordered[:MOST_ROWS]
    return disclosure(
        t(heading, n=len(rows)),
        table(
            t("money.rows.caption"),
            columns,
            [_grant_row(view, row) for row in priced(shown, view.pricing)],
            stack=True,
        ),
        _rest(view, len(shown), len(ordered)),
        opened=whole,
    )


def _rest(view: View, shown: int, of: int) -> Component | None:
    """How many of the rows stand here, and the way to them all; None where they all do."""
    if shown == of:
        return None
    address = href(view.address.with_query(rows="all"))
    return html.P(
        [
            view.t("money.rows.some", shown=shown, of=of),
            " ",
            html.A(view.t("money.rows.all"), href=f"{address}#rader", rel="nofollow"),
        ],
        className="note",
    )


def _grant_row(view: View, row: PricedGrant) -> list[Component | str]:
    t, lang, grant = view.t, view.lang, row.grant
    places = t("money.rows.places", n=len(grant.places)) if len(grant.places) > 1 else ""
    recipient = grant.beneficiary and ways.recipient_way_of(grant, lang, view.registry)
    return [
        ways.grant_way(grant, lang),
        html.Span(_separated(_givers(view, grant), ": ")),
        html.Span(_separated([part for part in (recipient, places) if part], ", ")),
        str(grant.year) if grant.year is not None else "–",
        _amount(view, grant),
        _in_kronor(view, row),
        _source(view, grant),
    ]


def _givers(view: View, grant: Grant) -> list[Component | str]:
    """Funder, and programme with its call, each a way to its page."""
    funder = ways.funder_way(grant.funder, view.lang, view.registry)
    named: list[Component | str] = []
    if grant.programme:
        named.append(ways.programme_way(grant.programme, view.t, view.registry))
    if grant.call:
        named.append(grant.call)
    return [funder, html.Span(_separated(named, ", "))] if named else [funder]


def _separated(parts: list[Component | str], by: str) -> list[Component | str]:
    result: list[Component | str] = []
    for part in parts:
        result += [by, part] if result else [part]
    return result or ["–"]


def _amount(view: View, grant: Grant) -> Component | str:
    """The amount with its kind. What is granted with an unknown sum says so, with what else is
    known of it beneath.
    """
    t = view.t
    unknown = granted_unknown(grant)
    if grant.amount is None:
        return t("money.rows.granted_unknown" if unknown else "money.rows.no_amount")
    amount = kronor.exact(grant.amount, view.lang, grant.currency)
    kind = words.kind_of(grant, t)
    first, second = (
        (t("money.rows.granted_unknown"), f"{kind} {amount}") if unknown else (amount, kind)
    )
    return html.Span([first, html.Br(), html.Small(second)])


def _in_kronor(view: View, row: PricedGrant) -> str:
    t, lang = view.t, view.lang
    if row.sek is None:
        return t(f"money.rows.not_converted.{row.kronor.problem}")
    amount = kronor.exact(row.sek.quantize(1 if abs(row.sek) >= 1 else row.sek), lang, "SEK")
    rate = row.kronor.rate
    if rate is None:
        return amount
    written = str(rate.sek_per_unit).replace(".", "," if lang == "sv" else ".")
    return t("money.rows.rate", amount=amount, rate=written, year=rate.year)


def _source(view: View, grant: Grant) -> Component:
    t = view.t
    source = view.answers.sources.get(grant.source_id)
    name = provenance(source.title if source is not None else grant.source_id, t)
    if grant.source_ref.startswith(("https://", "http://")):
        place: Component = html.A(name, href=grant.source_ref, rel="noopener external")
    else:
        place = html.Span([name, f", {grant.source_ref}" if grant.source_ref else ""])
    remarks = [words.quality(grant.quality_flag, t)] if grant.quality_flag != "ok" else []
    remarks += [words.note(text, t) for text in (grant.amount_note, grant.note) if text]
    counted = view.left_out.get(grant.grant_id)
    if counted is not None:
        twin = next((g.title for g in view.answers.grants if g.grant_id == counted), counted)
        remarks.append(t("money.rows.repeats", title=twin))
    corrected = corrected_words(view.answers.corrections, grant.grant_id, t)
    remarks += [corrected] if corrected else []
    return html.Div(
        [html.Div(place), *(html.Small(html.Div(remark)) for remark in remarks)],
    )


def _actions(view: View) -> Component:
    t = view.t
    rows = view.answers.actions
    columns = [
        Column(t("money.plan.action")),
        Column(t("money.plan.responsible")),
        Column(t("money.plan.cost")),
        Column(t("money.plan.effect")),
        Column(t("money.plan.note")),
    ]
    return disclosure(
        t("money.rows.actions", n=len(rows)),
        table(
            t("money.rows.actions.caption"),
            columns,
            [_action_row(view, row) for row in rows],
            stack=True,
        ),
    )


def _action_row(view: View, row: InvestmentAction) -> list[Component | str]:
    t = view.t
    source = view.answers.sources.get(row.source_id)
    named = provenance(source.title if source is not None else row.source_id, t)
    place = html.Span([named, f", {row.section}" if row.section else ""])
    remarks = [
        words.quality(row.quality_flag, t),
        words.of_plan(row.note, row) if row.note else "",
        corrected_words(view.answers.corrections, f"{row.municipality_code} {row.action_id}", t),
        place,
    ]
    effects = [text for text in (row.reduction_text, row.sink_text) if text]
    return [
        words.of_plan(row.title, row),
        words.of_plan(row.responsible or "–", row),
        words.of_plan(row.cost_text or "–", row),
        words.of_plan("; ".join(dict.fromkeys(effects)) or "–", row),
        html.Div([html.Small(html.Div(remark)) for remark in remarks if remark]),
    ]


def _duplicates(view: View) -> list[Component]:
    t = view.t
    result = possible_duplicates(priced(view.city.projects, view.pricing), view.registry)
    if not result:
        return []
    columns = [
        Column(t("money.duplicates.first")),
        Column(t("money.duplicates.second")),
        Column(t("money.duplicates.state")),
    ]
    rows = [
        [
            _titled(view, pair.first),
            _titled(view, pair.second),
            t("money.duplicates.known" if pair.known else "money.duplicates.open"),
        ]
        for pair in result
    ]
    return [
        html.H3(t("money.duplicates.heading")),
        html.P(t("money.duplicates.lead")),
        table(t("money.duplicates.caption"), columns, rows),
    ]


def _titled(view: View, grant: Grant) -> Component:
    """A project with the source that names it."""
    source = view.answers.sources.get(grant.source_id)
    name = source.title if source is not None else grant.source_id
    named = provenance(name, view.t)
    return html.Div([html.Div(ways.grant_way(grant, view.lang)), html.Small(named)])
