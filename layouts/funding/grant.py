"""A grant's page: who gives, who receives, what is decided and known, and where it stands."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.funding import words
from layouts.funding.answers import GrantAnswers
from layouts.funding.structured import grant_data
from layouts.html.tables import Column, facts, table
from layouts.links.addresses import Address, href
from layouts.money import ways
from layouts.money.words import note, quality
from layouts.phrases import kronor
from layouts.phrases.corrections import corrected_words
from layouts.phrases.releases import way_to_all
from layouts.phrases.text import Text, text
from progress.money.kinds import granted_unknown
from progress.money.sums import kind_sum
from progress.phrases.formats import part_of_date

MOST_PLACES = 12


def page(address: Address, answers: GrantAnswers) -> Page:
    """The page of one grant, with all its yearly parts."""
    t = text(address.lang)
    grant = answers.rows[0].grant
    title = grant.title or grant.grant_id
    body: list[Component | None] = [
        html.P(t(f"funding.level.{grant.level}"), className="kicker"),
        html.H1(title),
        html.P(_lead(answers, t), className="lead"),
        facts([pair for pair in _facts(answers, t) if pair[1]]),
        *(html.P(words, className="note") for words in _corrected(answers, t)),
        _parts(answers, t) if len(answers.rows) > 1 else None,
        html.P(
            [
                html.A(t("funding.file"), href=href(address.file("csv")), download=""),
                " · ",
                way_to_all(address.lang),
            ],
            className="source",
        ),
    ]
    return Page(
        t("funding.grant.title", title=title),
        t("funding.grant.description", title=title),
        address.lang,
        address,
        html.Div(body, className="page page-grant"),
        structured_data=(grant_data(address, answers),),
    )


def _corrected(answers: GrantAnswers, t: Text) -> list[str]:
    """What was last corrected of the grant, or of each of its parts."""
    ids = (row.grant.grant_id for row in answers.rows)
    return list(filter(None, (corrected_words(answers.corrections, one, t) for one in ids)))


def _lead(answers: GrantAnswers, t: Text) -> str:
    """Who gave what to whom, in one sentence."""
    grant = answers.rows[0].grant
    funder = answers.registry.funder_name(grant.funder, t.lang)
    recipient = grant.beneficiary or t("board.portfolio.no_recipient")
    if granted_unknown(grant):
        return t("funding.lead.unknown", funder=funder, recipient=recipient)
    if len(answers.rows) > 1:
        total = kind_sum(answers.rows, answers.rows[0].kind)  # type: ignore[arg-type]
        amount = kronor.exact(total.sek, t.lang, "SEK")
    else:
        amount = words.amount(grant, t)
    return t("funding.lead", funder=funder, recipient=recipient, amount=amount)


def _facts(answers: GrantAnswers, t: Text) -> list[tuple[str, Any]]:
    row, registry, lang = answers.rows[0], answers.registry, t.lang
    grant = row.grant
    span = "–".join(part_of_date(day, lang) for day in (grant.start, grant.end) if day)
    several = len(answers.rows) > 1
    return [
        (t("portfolio.filter.funder"), ways.funder_way(grant.funder, lang, registry)),
        (
            t("portfolio.filter.programme"),
            grant.programme and ways.programme_way(grant.programme, t, registry),
        ),
        (t("funding.call"), grant.call),
        (
            t("board.portfolio.row.recipient"),
            grant.beneficiary and ways.recipient_way_of(grant, lang, registry),
        ),
        (t("funding.places"), _places(answers, t)),
        (t("funding.decision"), t(f"funding.decision.{grant.decision}")),
        (t("funding.decision_year"), str(grant.decision_year or "")),
        (t("board.portfolio.row.amount"), "" if several else words.amount(grant, t)),
        (
            t("money.rows.sek"),
            words.in_kronor(row, t) if grant.currency == "EUR" and not several else "",
        ),
        (t("funding.covers"), _covers(answers, t)),
        (
            t("funding.total_cost"),
            ""
            if grant.total_cost is None
            else kronor.exact(grant.total_cost, lang, grant.currency),
        ),
        (t("funding.span"), span),
        (t("funding.case_number"), grant.case_number),
        (t("portfolio.filter.theme"), grant.theme),
        (t("funding.counted"), _counted(answers, t)),
        (t("funding.part_of"), _other(answers.frame, t)),
        (t("funding.quality"), quality(grant.quality_flag, t)),
        (t("money.plan.note"), note(grant.note, t) if grant.note else ""),
        (t("money.rows.source"), words.source(grant, answers.sources, t)),
    ]


def _covers(answers: GrantAnswers, t: Text) -> str:
    grant = answers.rows[0].grant
    basis = t(f"funding.basis.{grant.amount_basis}") if grant.amount_basis else ""
    return "; ".join(part for part in (basis, grant.amount_note) if part)


def _places(answers: GrantAnswers, t: Text) -> Component | str:
    """Links to the money pages of the municipalities that it names, those after twelve counted."""
    shown = answers.places[:MOST_PLACES]
    parts: list[Component | str] = []
    for place in shown:
        there = href(Address("money", t.lang, slug=place.slug))
        parts += [", " if parts else "", html.A(place.name, href=there)]
    if len(answers.places) > len(shown):
        parts.append(" " + t("funding.places.more", n=len(answers.places) - len(shown)))
    return html.Span(parts) if parts else ""


def _counted(answers: GrantAnswers, t: Text) -> Component | str:
    """How the grant is counted (RULES §7.3, §7.8, §7.13)."""
    grant = answers.rows[0].grant
    if grant.level != "project":
        return t("funding.counted.frame")
    if answers.counted is not None:
        return html.Span([t("funding.counted.repeats"), " ", _other(answers.counted, t)])
    said = [t(f"funding.counted.{answers.allocation or 'nowhere'}")]
    if granted_unknown(grant):
        said.append(t("funding.counted.unknown"))
    return " ".join(said)


def _other(grant: Any, t: Text) -> Component | str:
    return "" if grant is None else ways.grant_way(grant, t.lang)


def _parts(answers: GrantAnswers, t: Text) -> Component:
    """The yearly parts: years that the money is for, none of them a year of decision."""
    columns = [
        Column(t("funding.parts.year")),
        Column(t("board.portfolio.row.amount"), numeric=True),
    ]
    rows = [
        [str(row.grant.part_year or row.grant.year or "–"), words.amount(row.grant, t)]
        for row in answers.rows
    ]
    return html.Section(
        [
            html.H2(t("funding.parts.heading", n=len(rows))),
            html.P(t("funding.parts.note")),
            table(t("funding.parts.heading", n=len(rows)), columns, rows),
        ],
        className="section",
    )
