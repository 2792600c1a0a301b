"""What was promised and told by the end of the year: commitments, packages, local contracts."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.words import city_names, contract_source, signatories
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.enumeration import enumerated
from layouts.phrases.known_cities import cities_known
from layouts.phrases.pledges import party_words, promise_title, standing_badge
from layouts.phrases.text import Text, text
from progress.phrases.formats import day, part_of_date
from progress.promises.parties import PartyKinds, names_of, party_slug
from progress.promises.pledge_status import Standing, standing
from progress.promises.yearly_promises import PromiseYear, newest_until

SHOWN = ("done", "running", "late", "not_begun", "stopped", "unknown")
"""The columns of standings; late holds those past their time too."""


def promises_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """By party, whoever it is; what nobody has told is said to be unknown."""
    t, lang = text(address.lang), address.lang
    heading = t("follow_up.promises.heading")
    if not answers.parties:
        first = min((year for city in answers.data for year in city.contract), default=None)
        words = t(
            "follow_up.promises.none",
            year=answers.year,
            first=t("word.none") if first is None else first + 1,
        )
        return section("commitments", heading, html.P(words))
    when = day(answers.day, lang)
    of = sum(party.of for party in answers.parties)
    silent = sum(party.silent for party in answers.parties)
    own = {party.municipality_code for party in answers.parties if party.municipality_code}
    parts: list[Any] = [
        html.P(t("follow_up.promises.intro", day=when)),
        html.P(
            t("follow_up.promises.all_silent", of=of)
            if silent == of
            else t("follow_up.promises.silent", told=of - silent, of=of)
        ),
        html.P(cities_known(answers.cities, t)),
        html.P(
            t(
                "follow_up.promises.cities",
                known=enumerated(city_names(own, answers), t),
                n=len(answers.cities) - len(own),
            )
        ),
        _counted(
            t("follow_up.promises.caption", day=when),
            t("follow_up.promises.column.party"),
            [(_party(row, t), row) for row in _by_kind(answers.parties, answers.party_kinds)],
            answers,
            t,
        ),
    ]
    if answers.activities:
        names = {city.code: city.name for city in answers.cities}
        parts.append(
            _counted(
                t("follow_up.activities.caption", day=when),
                t("follow_up.column.city"),
                [
                    (names.get(activity.municipality_code or "", ""), activity)
                    for activity in answers.activities
                    if activity.municipality_code in names
                ],
                answers,
                t,
            )
        )
    return section("commitments", heading, *parts)


def packages_section(address: Address, answers: FollowUpAnswers) -> html.Section | None:
    """Each work package with its newest check-in; nothing where none is loaded."""
    t, lang = text(address.lang), address.lang
    if not answers.packages or not answers.parties:
        return None
    names = {city.code: city for city in answers.cities}
    rows: list[list[Any]] = []
    for package in answers.packages:
        reports = [
            r for r in answers.reports.get(package.package_id, ()) if r.status_date <= answers.day
        ]
        newest = newest_until(reports, answers.day)
        where = standing("unknown" if newest is None else newest.status, package.end, answers.day)
        news = t("follow_up.packages.never")
        if newest is not None:
            when = day(newest.status_date, lang)
            news = t("follow_up.packages.count", n=len(reports), day=when)
        city = names.get(package.municipality_code)
        title = promise_title(package.title_sv, package.title_en, lang)
        link = "" if city is None else href(Address("city", lang, city.slug)) + "#packages"
        rows.append(
            [
                html.A(title, href=link) if link else title,
                "" if city is None else city.name,
                standing_badge(where, t),
                news,
            ]
        )
    columns = [
        Column(t("follow_up.packages.column.package")),
        Column(t("follow_up.column.city")),
        Column(t("follow_up.packages.column.status")),
        Column(t("follow_up.packages.column.told")),
    ]
    caption = t("follow_up.packages.caption", day=day(answers.day, lang))
    return section(
        "packages",
        t("follow_up.packages.heading"),
        folded(caption, columns, rows),
    )


def local_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """How many had signed cities' local climate contracts, exactly or about."""
    t, lang = text(address.lang), address.lang
    heading = t("follow_up.local.heading")
    if not answers.local:
        words = t("follow_up.local.none", year=answers.year)
        return section("local", heading, html.P(words))
    names = {city.code: city for city in answers.cities}
    rows: list[list[Any]] = []
    for contract in answers.local:
        city = names.get(contract.municipality_code)
        if city is None:
            continue
        listed = answers.listed.get(contract.municipality_code, 0)
        count: Any = signatories(contract, t)
        if listed:
            count = [count, "; ", t("follow_up.local.listed", n=listed)]
        rows.append(
            [
                html.A(city.name, href=href(Address("city", lang, city.slug)) + "#local"),
                part_of_date(contract.at, lang),
                html.Span(count),
                html.Span(contract_source(contract, t), lang=None if lang == "sv" else "sv"),
            ]
        )
    columns = [
        Column(t("follow_up.column.city")),
        Column(t("follow_up.local.column.when")),
        Column(t("follow_up.local.column.count")),
        Column(t("follow_up.local.column.source")),
    ]
    known = len({contract.municipality_code for contract in answers.local})
    return section(
        "local",
        heading,
        html.P(t("follow_up.local.intro", n=known)),
        folded(t("follow_up.local.caption"), columns, rows),
    )


def counts_of(promise_year: PromiseYear) -> dict[str, int]:
    """A party's promises by the standings that the page tells apart."""
    where = promise_year.by_standing
    return {
        "done": where[Standing.DONE],
        "running": where[Standing.RUNNING],
        "late": where[Standing.LATE] + where[Standing.OVERDUE],
        "not_begun": where[Standing.NOT_BEGUN],
        "stopped": where[Standing.STOPPED],
        "unknown": where[Standing.UNKNOWN],
    }


def _counted(
    caption: str,
    first: str,
    rows: Sequence[tuple[Any, PromiseYear]],
    answers: FollowUpAnswers,
    t: Text,
) -> html.Details:
    columns = [
        Column(first),
        Column(t("follow_up.promises.column.of"), numeric=True),
        *(Column(t(f"follow_up.promises.column.{name}"), numeric=True) for name in SHOWN),
        Column(t("follow_up.promises.column.told", year=answers.year), numeric=True),
    ]
    cells = []
    for name, row in rows:
        counts = counts_of(row)
        cells.append([name, str(row.of), *(str(counts[key]) for key in SHOWN), str(row.reported)])
    return folded(caption, columns, cells)


def _party(promise_year: PromiseYear, t: Text) -> Any:
    """The party, or each of those that promise together, with the way to all it has promised."""
    if promise_year.kind == "municipality" and promise_year.municipality_code is None:
        return party_words(promise_year.party, t)
    links: list[Any] = []
    for name in names_of(promise_year.party):
        there = href(Address("party", t.lang, party_slug(name)))
        links += [", " if links else "", html.A(name, href=there)]
    return html.Span(links)


def _by_kind(parties: Sequence[PromiseYear], kinds: PartyKinds) -> list[PromiseYear]:
    order = list(kinds)
    return sorted(
        parties,
        key=lambda party: (
            order.index(party.kind),
            party.municipality_code is None,
            party.party,
        ),
    )
