"""The opening of a money page: what is known and what is not, in sentences and one small table."""

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import href
from layouts.money.view import View
from layouts.phrases import kronor
from layouts.phrases.enumeration import enumerated
from progress.money.funding import funding_gaps
from progress.money.kinds import Kind, granted_unknown, kinds_present
from progress.money.plan import plan_sums
from progress.money.pricing import PricedGrant
from progress.money.sums import cofunding_share, kind_sum, paid_back
from progress.phrases.formats import part_of_date, percent


def sentences(view: View) -> list[str]:
    """The page in four to six sentences."""
    t, lang = view.t, view.lang
    if not view.answers.grants and not view.answers.actions and not view.answers.stocks:
        return [t("money.nothing", name=view.name)]
    result = [_granted(view)]
    applied = kind_sum(view.own, Kind.APPLIED)
    if applied.coverage.known:
        result.append(
            t(
                "money.lead.applied",
                sum=kronor.words(applied.sek, lang),
                grants=view.count("grant", applied.coverage.known),
            )
        )
    unknown = sum(granted_unknown(row.grant) for row in view.own)
    if unknown:
        result.append(t("money.lead.granted_unknown", n=unknown))
    single = kind_sum(view.single, Kind.GRANTED)
    if single.coverage.known:
        result.append(
            t(
                "money.lead.single",
                name=view.name,
                sum=kronor.words(single.sek, lang),
                grants=view.count("grant", single.coverage.known),
            )
        )
    result += _paid(view)
    result += _paid_back(view)
    result.append(_plan(view))
    totals = [stock for stock in view.answers.stocks if stock.total is not None]
    if totals and totals[-1].total is not None:
        newest = max(totals, key=lambda stock: stock.at)
        if newest.total is not None:
            amount = kronor.words(newest.total, lang)
            result.append(t("money.lead.stocks", sum=amount, at=part_of_date(newest.at, lang)))
    result.append(t("money.lead.unknown"))
    return result


def ruling(view: View) -> html.P | None:
    """The grant that rules what the municipality has been granted, and the way to see the rest
    without it, or with it again (RULES §7.12)."""
    row, t = view.ruling, view.t
    if row is None or row.sek is None:
        return None
    without = view.address.get("largest") == "without"
    words = t(
        "money.ruling.without" if without else "money.ruling",
        sum=kronor.words(row.sek, view.lang),
        funder=view.registry.funder_name(row.grant.funder, view.lang),
        title=row.grant.title or row.grant.grant_id,
    )
    there = view.address.with_query(largest=None if without else "without")
    link = html.A(
        t("money.ruling.with" if without else "board.portfolio.see_without"), href=href(there)
    )
    return html.P([words, " ", link, "."], className="note")


def kinds_section(view: View) -> Component:
    """Every kind of amount, apart, for each class of recipient."""
    t = view.t
    shown = kinds_present(row.grant for row in view.own + view.single + view.multi)
    columns = [
        Column(t("money.kinds.kind")),
        Column(t("money.kinds.own"), numeric=True),
        Column(t("money.kinds.single"), numeric=True),
        Column(t("money.kinds.multi"), numeric=True),
    ]
    rows = [
        [
            t(f"money.kind.{kind}").capitalize(),
            _cell(view, view.own, kind),
            _cell(view, view.single, kind),
            _counted(view, kind),
        ]
        for kind in shown
    ]
    unseen = [t(f"money.kind.{kind}") for kind in Kind if kind not in shown]
    parts: list[Component | None] = [
        folded(t("money.kinds.caption", prices=view.prices), columns, rows),
        html.P(t("money.kinds.unseen", kinds=enumerated(unseen, t))) if unseen else None,
        html.P(t("money.kinds.note"), className="note"),
    ]
    if (bases := _bases(view)) is not None:
        parts.append(bases)
    share = cofunding_share(view.own, Kind.GRANTED)
    if share.share is not None:
        parts.append(
            html.P(
                t(
                    "money.cofunding",
                    known=share.coverage.known,
                    of=share.coverage.of,
                    share=percent(share.share, view.lang),
                )
            )
        )
    return section("slag", t("money.kinds.heading"), *parts)


def _bases(view: View) -> html.P | None:
    """How much of what the municipality is granted is the EU's part alone, and how much the whole
    support: two things, told apart. None where no source says it."""
    granted = [row for row in view.own if row.kind == Kind.GRANTED and row.sek is not None]
    sums = {
        basis: kind_sum((row for row in granted if row.grant.amount_basis == basis), Kind.GRANTED)
        for basis in ("eu_part", "whole")
    }
    if not sums["eu_part"].coverage.known:
        return None
    said = {
        f"{name}_{what}": words
        for name, each in sums.items()
        for what, words in (
            ("sum", kronor.words(each.sek, view.lang)),
            ("grants", view.count("grant", each.coverage.known)),
        )
    }
    untold = len(granted) - sum(each.coverage.known for each in sums.values())
    return html.P(view.t("money.kinds.bases", untold=view.count("grant", untold), **said))


def _granted(view: View) -> str:
    own = kind_sum(view.own, Kind.GRANTED)
    if not own.coverage.known:
        return view.t("money.lead.own.none")
    words = view.t(
        "money.lead.own",
        sum=kronor.words(own.sek, view.lang),
        grants=view.count("grant", own.coverage.known),
    )
    return f"{words} {_climate(view)}".rstrip()


def _climate(view: View) -> str:
    """How much of what the municipality has been granted is marked as climate, where not all is."""
    known = [row for row in view.own if row.kind == Kind.GRANTED and row.sek is not None]
    marked = [row for row in known if row.grant.is_climate]
    if len(marked) == len(known):
        return ""
    if not marked:
        return view.t("money.lead.climate.none")
    return view.t(
        "money.lead.climate",
        sum=kronor.words(kind_sum(marked, Kind.GRANTED).sek, view.lang),
        grants=view.count("grant", len(marked)),
    )


def _paid(view: View) -> list[str]:
    """What has been paid out to the municipality and to others, or that no source shows it."""
    paid = [
        (name, kind_sum(rows, Kind.PAID))
        for name, rows in (("own", view.own), ("single", view.single))
    ]
    if not any(row.coverage.of for _, row in paid):
        return [view.t("money.lead.no_paid")]
    return [
        view.t(
            f"money.lead.paid.{name}",
            name=view.name,
            sum=kronor.words(row.sek, view.lang),
            grants=view.count("grant", row.coverage.known),
        )
        for name, row in paid
        if row.coverage.known
    ]


def _paid_back(view: View) -> list[str]:
    """What was paid back, which the sums above are already without."""
    return [
        view.t(
            f"money.lead.paid_back.{kind}",
            sum=kronor.words(back.sek, view.lang),
            grants=view.count("grant", back.coverage.known),
        )
        for kind in (Kind.GRANTED, Kind.PAID)
        if (back := paid_back(view.own + view.single, kind)).coverage.known
    ]


def _plan(view: View) -> str:
    actions = view.answers.actions
    if not actions:
        return view.t("money.lead.plan.none")
    coverage = plan_sums(actions).coverage
    costed = any(row.cost_low is not None for row in actions)
    gap = funding_gaps(actions)[0]
    if gap.gap_low is not None and gap.gap_high is not None:
        return view.t(
            "money.lead.plan.gap",
            known=coverage.known,
            of=coverage.of,
            secured=gap.coverage.known,
            gap=kronor.brief_range(gap.gap_low, gap.gap_high, view.lang, gap.currency),
        )
    if coverage.known:
        return view.t("money.lead.plan", known=coverage.known, of=coverage.of)
    if costed:
        return view.t("money.lead.plan.summary")
    return view.t("money.lead.plan.uncosted", of=coverage.of)


def _cell(view: View, rows: tuple[PricedGrant, ...], kind: Kind) -> str:
    total = kind_sum(rows, kind)
    if not total.coverage.of:
        return view.t("money.kinds.none")
    grants = view.count("grant", total.coverage.of)
    if not total.coverage.known:
        stated = any(row.grant.amount is not None for row in rows if row.kind == kind)
        key = "money.kinds.unconverted" if stated else "money.kinds.unsummed"
        return view.t(key, grants=grants)
    amount = kronor.brief(total.sek, view.lang)
    if total.coverage.complete:
        return view.t("money.kinds.sum", sum=amount, grants=grants)
    return view.t("money.kinds.partly", sum=amount, known=total.coverage.known, grants=grants)


def _counted(view: View, kind: Kind) -> str:
    count = sum(row.kind == kind for row in view.multi)
    if not count:
        return view.t("money.kinds.none")
    return view.t("money.kinds.counted", grants=view.count("grant", count))
