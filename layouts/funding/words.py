"""How amounts, decisions and sources are written on the pages of grants."""

from collections.abc import Mapping
from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.money.words import kind_of
from layouts.phrases import kronor
from layouts.phrases.releases import provenance
from layouts.phrases.text import Text
from progress.money.kinds import granted_unknown
from progress.money.portfolio import Sum
from progress.money.pricing import PricedGrant
from progress.records import Grant, Source


def amount(grant: Grant, t: Text) -> str:
    """The amount as published with its kind, or that it is not known."""
    if grant.amount is None:
        unknown = granted_unknown(grant)
        return t("money.rows.granted_unknown" if unknown else "money.rows.no_amount")
    kind = kind_of(grant, t)
    said = t("funding.amount", amount=kronor.exact(grant.amount, t.lang, grant.currency), kind=kind)
    return f"{t('money.rows.granted_unknown')}; {said}" if granted_unknown(grant) else said


def in_kronor(row: PricedGrant, t: Text) -> str:
    """The amount in kronor of its year, with the rate where there was one."""
    if row.sek is None:
        return t(f"money.rows.not_converted.{row.kronor.problem}")
    written = kronor.exact(row.sek, t.lang, "SEK")
    rate = row.kronor.rate
    if rate is None:
        return written
    number = str(rate.sek_per_unit).replace(".", "," if t.lang == "sv" else ".")
    return t("money.rows.rate", amount=written, rate=number, year=rate.year)


def sum_words(of: Sum, t: Text) -> str:
    """A sum with what it rests on: "12,3 mn kr (4 bidrag; 2 till med okänd summa)"."""
    grants = t("money.grant", n=of.known)
    if not of.known:
        return t("funding.sum.unknown", grants=t("money.grant", n=of.of))
    written = kronor.brief(round_kronor(of), t.lang)
    if of.unknown:
        return t("funding.sum.partly", sum=written, grants=grants, n=of.unknown)
    return t("funding.sum", sum=written, grants=grants)


def round_kronor(of: Sum) -> Decimal:
    """Whole kronor: frames add floating point."""
    return Decimal(round(of.sek))


def source(grant: Grant, sources: Mapping[str, Source], t: Text) -> Component:
    """Where a row stands: the source's title, publisher and licence, and the place in it."""
    known = sources.get(grant.source_id)
    title = grant.source_id if known is None else known.title
    ref = grant.source_ref
    place: Component | str = ref
    if ref.startswith(("https://", "http://")):
        place = html.A(t("funding.source.place"), href=ref, rel="noopener external")
    by = (
        "" if known is None else f"{known.publisher}. {t('funding.licence', licence=known.licence)}"
    )
    return html.Span([provenance(title, t), ", " if ref else "", place, ". ", by])
