"""The page of a funder, a recipient or a programme: its sums, what they go to, and the grants."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.funding import words
from layouts.funding.answers import GroupAnswers
from layouts.funding.structured import group_data
from layouts.html.cards import section
from layouts.html.tables import Column, facts, table
from layouts.links.addresses import Address, href
from layouts.money import ways
from layouts.money.words import programme_name, span
from layouts.phrases.enumeration import enumerated
from layouts.phrases.releases import provenance, way_to_all
from layouts.phrases.text import Text, text
from progress.money.kinds import Allocation, Kind
from progress.money.pricing import PricedGrant

COLUMN = {"funder": "funder", "recipient": "beneficiary", "programme": "programme"}
"""The kind of page → the column of the portfolio that chooses its grants."""


def page(address: Address, answers: GroupAnswers) -> Page:
    """Sums by kind and class, the largest of what they go to, and the grants behind them."""
    t, what = text(address.lang), answers.what
    parts: list[Component | None] = [
        html.P(t(f"funding.{what}.kicker"), className="kicker"),
        html.H1(answers.name),
        html.P(_lead(answers, t), className="lead"),
        facts([pair for pair in _facts(answers, t) if pair[1]]),
        _sums(answers, t),
        *(_others(answers, column, t) for column in answers.others),
        _frames(answers, t),
        _rows(answers, address, t),
        html.P(_sources(answers, t), className="source"),
    ]
    return Page(
        t(f"funding.{what}.title", name=answers.name),
        t(f"funding.{what}.description", name=answers.name),
        address.lang,
        address,
        html.Div(parts, className="page page-funding"),
        structured_data=(group_data(address, answers),),
    )


def _lead(answers: GroupAnswers, t: Text) -> str:
    """The granted sum in a sentence: to municipalities first, others beside (RULES §7.12)."""
    granted = answers.sums.get(Kind.GRANTED)
    if granted is None:
        return t("funding.lead.none", grants=t("money.grant", n=answers.row_count))
    if answers.what == "recipient":
        return t("funding.recipient.lead", sum=words.sum_words(granted, t))
    own = answers.classes.get(Allocation.OWN)
    if own is None:
        return t("funding.funder.lead.no_own", sum=words.sum_words(granted, t))
    return t("funding.funder.lead", own=words.sum_words(own, t), sum=words.sum_words(granted, t))


def _facts(answers: GroupAnswers, t: Text) -> list[tuple[str, Any]]:
    known, registry, lang = answers.organisation, answers.registry, t.lang
    pairs: list[tuple[str, Any]] = []
    if known is not None:
        parent = registry.by_id.get(known.parent_id)
        members = [registry.by_id[each].name_in(lang) for each in known.member_ids]
        joint = [
            each.name_in(lang)
            for each in registry.gives_as(known.organisation_id)
            if each is not known and answers.what == "funder"
        ]
        pairs += [
            (t("funding.orgnr"), known.orgnr),
            (t("funding.parent"), parent.name_in(lang) if parent else ""),
            (t("funding.members"), enumerated(members, t) if members else ""),
            (t("funding.also_as"), enumerated(joint, t) if joint else ""),
            (t("funding.spellings"), "; ".join(known.spellings)),
        ]
    else:
        others = "; ".join(answers.spellings)
        pairs.append((t("funding.spellings"), others or t("funding.unregistered")))
    if answers.programme is not None:
        pairs = _programme_facts(answers, t)
    place = answers.municipality
    if place is not None:
        there = href(Address("money", lang, slug=place.slug))
        pairs.append((t("funding.municipality"), html.A(place.name, href=there)))
    if answers.years is not None:
        pairs.append((t("board.portfolio.row.year"), span(*answers.years)))
    return pairs


def _programme_facts(answers: GroupAnswers, t: Text) -> list[tuple[str, Any]]:
    programme, registry = answers.programme, answers.registry
    assert programme is not None
    payers = [registry.by_id[each] for each in programme.funder_ids if each in registry.by_id]
    links: list[Any] = []
    for payer in payers:
        links += [", " if links else "", ways.funder_way(payer.name, t.lang, registry)]
    parent = registry.programme_by_id.get(programme.parent_id)
    parts = [each for each in registry.part_of(programme.programme_id) if each is not programme]
    return [
        (t("funding.payers"), html.Span(links) if links else ""),
        (t("funding.part_of"), ways.programme_way(parent.name, t, registry) if parent else ""),
        (t("funding.parts"), "; ".join(programme_name(each.name, t, registry) for each in parts)),
        (t("funding.spellings"), "; ".join(programme.spellings)),
    ]


def _sums(answers: GroupAnswers, t: Text) -> Component:
    """Each kind by itself, never added; of what is granted, whose it is."""
    columns = [Column(t("money.kinds.kind")), Column(t("portfolio.matrix.sum"), numeric=True)]
    rows = [
        [t(f"money.kind.{kind}").capitalize(), words.sum_words(answers.sums[kind], t)]
        for kind in Kind
        if kind in answers.sums
    ]
    classes = [
        [t(f"funding.class.{allocation}"), words.sum_words(answers.classes[allocation], t)]
        for allocation in Allocation
        if allocation in answers.classes
    ]
    return section(
        "summor",
        t("funding.sums.heading"),
        table(t("funding.sums.caption"), columns, rows, stack=True),
        html.P(t("money.kinds.note"), className="note"),
        table(
            t("funding.classes.caption"),
            [Column(t("funding.class")), Column(t("portfolio.matrix.sum"), numeric=True)],
            classes,
            stack=True,
        )
        if classes and answers.what != "recipient"
        else None,
    )


def _others(answers: GroupAnswers, column: str, t: Text) -> Component | None:
    """The largest of one kind in what is granted."""
    of = {word: each for word, each in answers.others[column].items() if word}
    if not of:
        return None
    registry, lang = answers.registry, t.lang

    def way(word: str) -> Component | str:
        if column == "funder":
            return ways.funder_way(word, lang, registry)
        if column == "programme":
            return ways.programme_way(word, t, registry)
        return ways.recipient_way(word, lang, registry)

    heading = t(f"funding.others.{column}")
    return section(
        f"per-{column}",
        heading,
        table(
            heading,
            [
                Column(t(f"funding.others.{column}.one")),
                Column(t("portfolio.matrix.sum"), numeric=True),
            ],
            [[way(word), words.sum_words(each, t)] for word, each in of.items()],
            stack=True,
        ),
    )


def _frames(answers: GroupAnswers, t: Text) -> Component | None:
    """The programme's calls and frames: beside the projects, never among them."""
    if not answers.frames:
        return None
    columns = [
        Column(t("funding.frame")),
        Column(t("board.portfolio.row.year")),
        Column(t("board.portfolio.row.amount"), numeric=True),
    ]
    rows: list[list[Any]] = [
        [ways.grant_way(each, t.lang), str(each.year or "–"), words.amount(each, t)]
        for each in answers.frames
    ]
    return section(
        "ramar",
        t("funding.frames.heading"),
        html.P(t("funding.frames.note")),
        table(t("funding.frames.heading"), columns, rows, stack=True),
    )


def _rows(answers: GroupAnswers, address: Address, t: Text) -> Component:
    """The largest grants, each a way to its page; the rest are on the portfolio and in the file."""
    registry, lang, what = answers.registry, t.lang, answers.what
    other = "recipient" if what != "recipient" else "funder"
    columns = [
        Column(t("board.portfolio.row.title")),
        Column(t(f"funding.rows.{other}")),
        Column(t("board.portfolio.row.year")),
        Column(t("board.portfolio.row.amount"), numeric=True),
    ]

    def beside(row: PricedGrant) -> Component | str:
        if other == "funder":
            return ways.funder_way(row.grant.funder, lang, registry)
        return ways.recipient_way_of(row.grant, lang, registry)

    rows: list[list[Any]] = [
        [
            ways.grant_way(row.grant, lang),
            beside(row),
            str(row.grant.year or "–"),
            words.amount(row.grant, t),
        ]
        for row in answers.rows
    ]
    column = COLUMN[what]
    chosen = {column: answers.names[0]} if 0 < len(answers.names[0]) <= 160 else {}
    board = href(Address("portfolio", lang).with_query(**chosen))
    return section(
        "bidrag",
        t("funding.rows.heading", n=answers.row_count),
        table(t("funding.rows.caption", name=answers.name), columns, rows, stack=True),
        html.P(
            [
                t("funding.rows.some", shown=len(rows), of=answers.row_count)
                if len(rows) < answers.row_count
                else "",
                " ",
                html.A(t("funding.rows.board"), href=board),
                " · ",
                html.A(t("funding.file"), href=href(address.file("csv")), download=""),
            ]
        ),
    )


def _sources(answers: GroupAnswers, t: Text) -> list[Any]:
    """Where the grants, and what the register says, are read."""
    ids = dict.fromkeys(row.grant.source_id for row in answers.rows)
    entry = answers.organisation or answers.programme
    if entry is not None and entry.source_id:
        ids[entry.source_id] = None
    named: list[Any] = [t("funding.sources"), " "]
    for number, source_id in enumerate(ids):
        source = answers.sources.get(source_id)
        title = source_id if source is None else source.title
        named += [", " if number else "", provenance(title, t)]
    if entry is not None and entry.source_ref:
        named += [". ", t("funding.registered_by", ref=entry.source_ref)]
    return [*named, ". ", way_to_all(t.lang)]
