"""One municipality's page about restatements."""

from collections.abc import Iterable

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import TimeChart
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.links.addresses import Address, href
from layouts.phrases.breaks import local_break_notes
from layouts.phrases.changes import more_or_less
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from layouts.restatements.answers import CityRestated
from layouts.restatements.choice import choice, with_pair
from layouts.restatements.pair import Pair
from layouts.restatements.verdicts import change_card, counts
from layouts.restatements.words import edition
from layouts.restatements.years import years_apart, years_chart, years_table
from progress.phrases.formats import percent, tonnes
from progress.releases.comparison import median_share
from progress.releases.restatement import largest_by_sector

THOUSAND = 1000.0


def city_page(address: Address, answers: CityRestated) -> Page:
    """Which years of the municipality's emissions were restated, and what that did to verdicts."""
    t = text(address.lang)
    name, pair = answers.municipality.name, answers.chosen.pair
    chart = None if pair is None else _chart(t, answers, pair)
    parts = [] if pair is None else _parts(address, answers, pair, chart, t)
    body = html.Div(
        [
            html.P(
                html.A(name, href=href(Address("city", address.lang, answers.municipality.slug))),
                className="kicker",
            ),
            html.H1(t("restatements.city.title", name=name)),
            html.P(_lead(t, answers, pair), className="lead"),
            choice(address, answers.chosen, t),
            *parts,
        ],
        className="page page-restatements",
    )
    return Page(
        title=t("restatements.city.title", name=name),
        description=t("restatements.city.description", name=name),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.chosen.problems,
    )


def _lead(t: Text, answers: CityRestated, pair: Pair | None) -> str:
    if pair is None:
        return t("restatements.nothing.lead")
    shared, largest = answers.years.shared, answers.years.largest
    name = answers.municipality.name
    if not shared:
        return t("restatements.city.lead.no_shared", name=name)
    if largest is None:
        return t("restatements.city.lead.same", name=name, new=capital(edition(pair.new, pair, t)))
    return t(
        "restatements.city.lead",
        name=name,
        n=len(answers.years.restated),
        all=len(shared),
        new=edition(pair.new, pair, t),
        year=largest.year,
        old_value=tonnes(largest.old, t.lang),
        new_value=tonnes(largest.new, t.lang),
        change=more_or_less(largest.share, t),
    )


def _chart(t: Text, answers: CityRestated, pair: Pair) -> TimeChart | None:
    median = median_share(answers.years.shared)
    key = "restatements.median" if median is not None else "restatements.median.none"
    return years_chart(
        t,
        answers.years,
        pair,
        t("restatements.city.chart", name=answers.municipality.name),
        t(key, share=percent(median, t.lang, 1)),
        THOUSAND,
    )


def _parts(
    address: Address, answers: CityRestated, pair: Pair, chart: TimeChart | None, t: Text
) -> Iterable[html.Section | html.P | None]:
    lang = address.lang
    yield section(
        "years",
        t("restatements.years.heading"),
        None if chart is None else chart_block(chart, with_pair(address, pair)),
        years_table(
            t,
            answers.years,
            pair,
            t("restatements.years.caption", name=answers.municipality.name),
            largest_by_sector(answers.old_sectors, answers.new_sectors),
        )
        if answers.years.shared
        else None,
        years_apart(t, answers.years, pair),
    )
    yield _breaks(t, answers, pair)
    touched = [change for change in answers.changes if change.causes]
    yield section(
        "verdicts",
        t("restatements.verdicts.heading"),
        html.P(t("restatements.verdicts.intro"), className="note"),
        *counts(answers.changes, t),
        *(change_card(change, answers.quoted, pair, t) for change in touched),
    )
    country = with_pair(Address("restatements", lang), pair)
    yield html.P(html.A(t("restatements.city.to_country"), href=href(country)), className="links")


def _breaks(t: Text, answers: CityRestated, pair: Pair) -> html.Section | None:
    name = answers.municipality.name
    notes = [
        note
        for starts, sectors, release in (
            (answers.late_old, answers.old_sectors, pair.old),
            (answers.late_new, answers.new_sectors, pair.new),
        )
        for note in local_break_notes(starts, sectors, (release_title(release, t), name), t)
    ]
    if not notes:
        return None
    return section("breaks", t("breaks.heading"), html.Ul([html.Li(note) for note in notes]))
