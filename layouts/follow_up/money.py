"""The year's money to the contract cities: coverage first, each kind and recipient by itself."""

from typing import Any

from layouts import html
from layouts.follow_up.answers import FollowUpAnswers
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases import kronor
from layouts.phrases.text import Text, text
from progress.money.kinds import Allocation, Kind
from progress.money.year_money import Total, YearMoney


def money_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """All cities together by kind and recipient, then what each city itself was granted."""
    t, lang = text(address.lang), address.lang
    year, before = answers.year, answers.year - 1
    together = [row for row in answers.money if row.city is None]
    heading = t("follow_up.money.heading")
    link = html.P(html.A(t("follow_up.money.portfolio"), href=href(Address("portfolio", lang))))
    if not together:
        words = t("follow_up.money.none", year=year, before=before)
        return section("money", heading, html.P(words), link)
    columns = [
        Column(t("follow_up.money.column.coverage", year=year)),
        Column(str(year), numeric=True),
        Column(str(before), numeric=True),
    ]
    rows = [[_kind(row, t), *_cells(row, t)] for row in together]
    parts: list[Any] = [
        html.P(t("follow_up.money.intro")),
        html.P(
            t(
                "follow_up.money.sources",
                n=sum((source.last_year or 0) >= year for source in answers.loaded),
                of=len(answers.loaded),
                year=year,
            )
        ),
        folded(
            t("follow_up.money.caption", year=year, before=before),
            [Column(t("follow_up.money.column.kind")), *columns],
            rows,
        ),
        *_by_city(answers, columns, t),
        link,
    ]
    return section("money", heading, *parts)


def kronor_words(total: Total, t: Text) -> str:
    """The sum, or that nothing is known: no rows, or rows without an amount."""
    if total.coverage.known:
        return kronor.brief(total.sek, t.lang)
    return t("follow_up.money.unknown")


def coverage_words(total: Total, t: Text) -> str:
    """How many rows the sum rests on."""
    if not total.coverage.of:
        return t("follow_up.money.no_rows")
    return t("follow_up.money.rows", known=total.coverage.known, n=total.coverage.of)


def _kind(year_money: YearMoney, t: Text) -> str:
    kind = t(f"word.amount.{year_money.kind}").capitalize()
    return t(f"follow_up.money.class.{year_money.allocation}", kind=kind)


def _cells(year_money: YearMoney, t: Text) -> list[str]:
    return [
        coverage_words(year_money.now, t),
        kronor_words(year_money.now, t),
        kronor_words(year_money.before, t),
    ]


def _by_city(answers: FollowUpAnswers, columns: list[Column], t: Text) -> list[Any]:
    own = {
        row.city: row
        for row in answers.money
        if row.kind is Kind.GRANTED and row.allocation is Allocation.OWN
    }
    rows = [
        [
            html.A(city.name, href=href(Address("money", t.lang, city.slug))),
            *_cells(own[city.code], t),
        ]
        for city in answers.cities
        if city.code in own
    ]
    if not rows:
        return []
    silent = [city.name for city in answers.cities if city.code not in own]
    parts: list[Any] = [
        folded(
            t("follow_up.money.cities.caption"),
            [Column(t("follow_up.column.city")), *columns],
            rows,
        )
    ]
    if silent:
        words = t(
            "follow_up.money.silent",
            year=answers.year,
            before=answers.year - 1,
            names=", ".join(silent),
        )
        parts.append(html.P(words, className="note"))
    return parts
