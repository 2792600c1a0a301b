"""The meeting to take along: the same views as slides, each with its rule and its sources."""

from collections.abc import Iterator

from layouts.charts.rows import rows as chart_rows
from layouts.html.blocks import Block, Grid, Items, inside
from layouts.html.tables import Column
from layouts.html.text_runs import plain
from layouts.links.addresses import Address, href
from layouts.meeting.answers import MeetingAnswers
from layouts.meeting.foot import (
    all_releases,
    foot_words,
    page_address,
    release_words,
    rests_on,
    since_words,
    state_words,
)
from layouts.meeting.view import Setting, View
from layouts.meeting.views import VIEW_IDS, all_views
from layouts.phrases.releases import provenance
from layouts.slides import Cover, Deck, Leaf
from progress.phrases.formats import day

METHOD = {
    "position": "verdict",
    "exceptions": "trend",
    "goals": "verdict",
    "budget": "budget",
}
"""Where the method page tells the rule of a view."""


def deck(address: Address, answers: MeetingAnswers, site: str) -> Deck:
    """The deck of slides. `site` is where the product is served, such as https://example.org."""
    there = page_address(address)
    setting = Setting(there, answers)
    t = setting.t
    views = all_views(setting)
    lines = [t("pack.cover.day", day=day(answers.today, setting.lang))]
    if answers.since is not None:
        lines.append(since_words(answers.since, t))
    lines += [
        state_words(answers, t),
        t("pack.cover.figures", release=release_words(answers.city.release, t)),
        site + href(there),
    ]
    leaves = [_leaf(view, setting, site) for view in views]
    return Deck(
        setting.lang,
        Cover(t("meeting.title", name=setting.name), tuple(lines)),
        (*leaves, _sources(views, setting, site)),
        t("meeting.description", name=setting.name),
    )


def _leaf(view: View, setting: Setting, site: str) -> Leaf:
    where = site + href(_own_address(view, setting))
    foot = foot_words(setting.answers, view, setting.t)
    return Leaf(view.heading, view.body, tuple(_notes(view, setting, site)), f"{foot} {where}")


def _own_address(view: View, setting: Setting) -> Address:
    """The view's own page."""
    known = view.view_id in VIEW_IDS
    number = str(VIEW_IDS.index(view.view_id) + 1) if known else view.view_id
    return setting.address.with_query(view=number)


def _notes(view: View, setting: Setting, site: str) -> Iterator[str]:
    """What the speaker can be asked about: the rule, what the slide has no room for, sources."""
    t, lang = setting.t, setting.lang
    yield t("pack.notes.rule", rule=t(f"pack.rule.{view.view_id}"))
    if view.view_id in METHOD:
        yield f"{site}{href(Address('method', lang))}#{METHOD[view.view_id]}"
    for block in inside(view.body):
        yield from _withheld(block, setting)
    for chart in view.charts:
        yield f"{chart.title}: {chart.message}"
        yield from chart_rows(chart).notes
        if chart.source:
            yield chart.source
    for release in rests_on(setting.answers, view.kinds):
        yield t(
            "pack.notes.source",
            release=release_words(release, t),
            publisher=plain(provenance(release.source.publisher, t)),
            licence=plain(provenance(release.source.licence, t)),
        )


def _withheld(block: Block, setting: Setting) -> Iterator[str]:
    if not isinstance(block, Items | Grid) or not block.withheld:
        return
    yield setting.t("pack.notes.more")
    if isinstance(block, Grid):
        for row in block.withheld:
            yield "– " + "; ".join(plain(cell) for cell in row)
    else:
        for item in block.withheld:
            yield f"– {plain(item)}"


def _sources(views: list[View], setting: Setting, site: str) -> Leaf:
    """Every release that some view rests on, with publisher and licence."""
    t, lang = setting.t, setting.lang
    columns = tuple(
        Column(t(f"pack.sources.{column}")) for column in ("release", "publisher", "licence")
    )
    rows = tuple(
        (
            release_words(release, t),
            provenance(release.source.publisher, t),
            provenance(release.source.licence, t),
        )
        for release in all_releases(setting.answers, views)
    )
    foot = f"{state_words(setting.answers, t)} {site}{href(Address('data', lang))}"
    grid = Grid(t("pack.sources"), columns, rows)
    return Leaf(t("pack.sources"), (grid,), (t("pack.sources.note"),), foot)
