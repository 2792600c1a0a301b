"""The page about restatements in the whole country."""

from collections.abc import Iterable

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import TimeChart
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.links.addresses import Address, href
from layouts.phrases.breaks import break_notes
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from layouts.restatements.answers import CountryRestated
from layouts.restatements.choice import choice, with_pair
from layouts.restatements.pair import Pair
from layouts.restatements.ranking import ranking_section
from layouts.restatements.verdicts import change_line, counts
from layouts.restatements.words import edition
from layouts.restatements.yardstick import yardstick_changes
from layouts.restatements.years import years_apart, years_chart, years_table
from progress.goals.goal import YARDSTICK_ID
from progress.phrases.formats import number, percent
from progress.releases.comparison import ReleaseComparison

MILLION = 1_000_000.0


def country_page(address: Address, answers: CountryRestated) -> Page:
    """What a newer release restated in the whole country, where most, and what that moved."""
    t = text(address.lang)
    pair, comparison = answers.chosen.pair, answers.comparison
    chart: TimeChart | None = None
    parts: Iterable[html.Section | None] = ()
    lead = t("restatements.nothing.lead")
    if pair is not None and comparison is not None:
        chart = _chart(t, comparison, pair)
        parts = _parts(address, answers, comparison, pair, chart)
        lead = _lead(t, comparison, pair)
    body = html.Div(
        [
            html.H1(t("restatements.title")),
            html.P(lead, className="lead"),
            html.P(t("restatements.what")),
            choice(address, answers.chosen, t, keep=("sort",)),
            *parts,
        ],
        className="page page-restatements",
    )
    return Page(
        title=t("restatements.title"),
        description=t("restatements.description"),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.chosen.problems,
    )


def _lead(t: Text, comparison: ReleaseComparison, pair: Pair) -> str:
    if comparison.restated == 0 or comparison.median_share is None:
        return t("restatements.lead.same", new=capital(edition(pair.new, pair, t)))
    return t(
        "restatements.lead",
        new=edition(pair.new, pair, t),
        n=number(comparison.restated, t.lang),
        all=number(comparison.values, t.lang),
        median=percent(comparison.median_share, t.lang, 1),
    )


def _chart(t: Text, comparison: ReleaseComparison, pair: Pair) -> TimeChart | None:
    largest = comparison.national.largest
    message = (
        t("restatements.country.message.same")
        if largest is None
        else t(
            "restatements.country.message",
            year=largest.year,
            share=percent(abs(largest.share or 0.0), t.lang, 1),
            way=t("restatements.up" if (largest.difference or 0.0) > 0 else "restatements.down"),
        )
    )
    title = t("restatements.country.chart")
    return years_chart(t, comparison.national, pair, title, message, MILLION)


def _parts(
    address: Address,
    answers: CountryRestated,
    comparison: ReleaseComparison,
    pair: Pair,
    chart: TimeChart | None,
) -> Iterable[html.Section | None]:
    lang = address.lang
    t = text(lang)
    shown = with_pair(address, pair)
    lacking = [answers.municipalities[code].name for code in comparison.lacking]
    yield section(
        "years",
        t("restatements.country.heading"),
        None if chart is None else chart_block(chart, shown),
        years_table(t, comparison.national, pair, t("restatements.country.caption")),
        years_apart(t, comparison.national, pair),
        html.P(t("restatements.lacking", names=", ".join(lacking))) if lacking else None,
    )
    notes = [
        note
        for starts, release in ((answers.late_old, pair.old), (answers.late_new, pair.new))
        for note in break_notes(starts, release_title(release, t), t)
    ]
    if notes:
        items = html.Ul([html.Li(note) for note in notes])
        yield section("breaks", t("breaks.heading"), items)
    yield ranking_section(shown, comparison, answers.municipalities, t)
    yield _verdicts(shown, answers, comparison, pair, t)


def _verdicts(
    address: Address,
    answers: CountryRestated,
    comparison: ReleaseComparison,
    pair: Pair,
    t: Text,
) -> html.Section:
    """The cities' own goals one by one; the yardstick, which all have, as a table."""
    lang = address.lang
    own = [change for change in comparison.verdicts if change.goal_id != YARDSTICK_ID]
    common = [change for change in comparison.verdicts if change.goal_id == YARDSTICK_ID]
    cards = []
    for change in own:
        if not change.changed:
            continue
        place = answers.municipalities[change.municipality_code]
        there = with_pair(Address("city_restatements", lang, place.slug), pair)
        link = html.A(place.name, href=href(there) + "#verdicts")
        cards.append(change_line(change, answers.quoted, pair, t, link))
    return section(
        "verdicts",
        t("restatements.verdicts.heading"),
        html.P(t("restatements.verdicts.intro"), className="note"),
        html.H3(t("restatements.verdicts.own")),
        *counts(own, t),
        html.P(t("restatements.verdicts.more"), className="note") if cards else None,
        *cards,
        *(
            [
                html.H3(t("restatements.verdicts.yardstick")),
                *counts(common, t),
                *yardstick_changes(address, common, answers.municipalities, pair, t),
            ]
            if common
            else []
        ),
    )
