"""The questions of the pages about restatements."""

from callbacks.bindings.city import yearly_totals
from data_access import questions
from data_access.derived.comparisons import compared
from data_access.reading import Connection
from layouts import restatements
from layouts.frame.page import Page
from layouts.links.addresses import Address
from layouts.restatements.answers import QuotedVerdicts
from progress.goals.goal import YARDSTICK_ID
from progress.goals.verdict_change import VerdictChange
from progress.releases.restatement import two_releases


def ask_country(conn: Connection, address: Address) -> Page | None:
    """All municipalities in two releases."""
    chosen = _chosen(conn, address)
    places = {municipality.code: municipality for municipality in questions.municipalities(conn)}
    if chosen.pair is None:
        return restatements.country_page(address, restatements.CountryRestated(chosen, places))
    old, new = chosen.pair.old.label, chosen.pair.new.label
    comparison = compared(conn, old, new)
    own = tuple(verdict for verdict in comparison.verdicts if verdict.goal_id != YARDSTICK_ID)
    return restatements.country_page(
        address,
        restatements.CountryRestated(
            chosen,
            places,
            comparison,
            QuotedVerdicts({}, questions.verdicts_on(conn, new, _keys(own, changed=True))),
            questions.late_sectors(conn, old),
            questions.late_sectors(conn, new),
        ),
    )


def ask_city(conn: Connection, address: Address) -> Page | None:
    """One municipality in two releases; None where the slug names none."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    chosen = _chosen(conn, address)
    if chosen.pair is None:
        return restatements.city_page(address, restatements.CityRestated(chosen, municipality))
    old, new = chosen.pair.old.label, chosen.pair.new.label
    changes = tuple(
        change
        for change in compared(conn, old, new).verdicts
        if change.municipality_code == municipality.code
    )
    old_sectors = questions.sectors(conn, old, municipality.code)
    new_sectors = questions.sectors(conn, new, municipality.code)
    return restatements.city_page(
        address,
        restatements.CityRestated(
            chosen,
            municipality,
            two_releases(yearly_totals(old_sectors), yearly_totals(new_sectors)),
            old_sectors,
            new_sectors,
            changes,
            _verdicts(conn, chosen.pair, changes),
            questions.late_sectors(conn, old),
            questions.late_sectors(conn, new),
        ),
    )


def _chosen(conn: Connection, address: Address) -> restatements.ChosenPair:
    loaded = [
        release
        for release in questions.releases(conn)
        if release.kind == "emissions" and release.scope == "territorial"
    ]
    return restatements.choose_pair(address, loaded)


def _verdicts(
    conn: Connection, pair: restatements.Pair, changes: tuple[VerdictChange, ...]
) -> QuotedVerdicts:
    """Both releases' verdicts on the goals that moved."""
    keys = _keys(changes, changed=False)
    return QuotedVerdicts(
        questions.verdicts_on(conn, pair.old.label, keys),
        questions.verdicts_on(conn, pair.new.label, keys),
    )


def _keys(changes: tuple[VerdictChange, ...], *, changed: bool) -> frozenset[tuple[str, str]]:
    """The goals whose verdict is another, or that any cause moved."""
    return frozenset(
        (change.municipality_code, change.goal_id)
        for change in changes
        if (change.changed if changed else change.causes)
    )
