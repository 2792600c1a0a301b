"""The questions of a municipality's page."""

from collections import defaultdict
from dataclasses import replace

from callbacks.bindings.common import Indicator, common, indicators, own_rows
from callbacks.bindings.local_contracts import local_contracts_of
from callbacks.bindings.search import places
from callbacks.bindings.statistics import chosen_release, newest_release
from data_access import questions
from data_access.clock import today
from data_access.questions.estimate_record import estimate_basis, estimate_record
from data_access.reading import Connection
from data_access.shapes import outlines
from layouts import city
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.emissions.events import events_at
from progress.emissions.sector_profile import nearest_by_sector_shares
from progress.emissions.series import STATUSES, Gas, Point, least_sure
from progress.emissions.series_breaks import not_comparable
from progress.goals.hindcast import NO_BAND
from progress.goals.verdict_model import Verdict
from progress.promises.parties import owner_names
from progress.records import Grant, Release, SectorValue
from progress.releases.next_statistics import next_statistics


def ask(conn: Connection, address: Address) -> Page | None:
    """The page of the municipality that the slug names; None where there is none."""
    answers = answers_of(conn, address)
    if answers is None:
        return None
    answers = _as_the_lead_says(conn, address, with_surroundings(conn, answers))
    return city.page(address, _with_notes(conn, answers))


def _as_the_lead_says(
    conn: Connection, address: Address, answers: city.CityAnswers
) -> city.CityAnswers:
    """The figures that the leading verdict rests on, unless the address asks for others (RULES §4):
    a goal on carbon dioxide opens the chart on carbon dioxide. The newest change stays that of all
    greenhouse gases."""
    verdict = answers.leading
    label = None if verdict is None else verdict.effective.release
    chosen = any(address.get(name) is not None for name in ("release", "gas", "scope"))
    known = {release.label for release in answers.releases}
    if chosen or label is None or label == answers.release.label or label not in known:
        return answers
    other = answers_of(conn, address.with_query(release=label))
    if other is None:
        return answers
    return replace(with_surroundings(conn, other), newest_change=answers.causes)


def answers_of(conn: Connection, address: Address) -> city.CityAnswers | None:
    """What the pages on one municipality show; None where there is none or no emissions."""
    municipality = questions.municipality_by_slug(conn, address.slug or "")
    if municipality is None:
        return None
    shared = common(conn)
    has_own = municipality.code in shared.once(questions.with_own_series, conn)
    own = questions.own_series(conn, municipality.code) if has_own else ()
    drawn = tuple(series.release for series in own if series.continues is None)
    chosen = chosen_release(conn, address, drawn, municipality.code)
    if chosen is None:
        return None
    code, label = municipality.code, chosen.release.label
    sectors = questions.sectors(conn, label, code)
    divided = shared.once(questions.divided_releases, conn)
    contract = bool(municipality.signed)
    promised = shared.once(questions.commitments, conn)
    return city.CityAnswers(
        municipality=municipality,
        release=chosen.release,
        releases=chosen.releases,
        all_releases=tuple(
            release
            for release in shared.releases
            if release.kind != "own-series" or release in [series.release for series in own]
        ),
        own=own,
        points=yearly_totals(sectors),
        sectors=sectors,
        subsectors=questions.subsectors(conn, label, code) if label in divided else (),
        divided_releases=tuple(each for each in chosen.releases if each.label in divided),
        populations=questions.population(conn, code),
        goals=own_rows(code, shared.once(questions.goals, conn)),
        verdicts=_verdicts(conn, code, label),
        indicators=tuple(_figures(each, code) for each in shared.once(indicators, conn)),
        commitments=((*own_rows(code, promised), *own_rows(None, promised)) if contract else ()),
        activities=own_rows(code, shared.once(questions.activities, conn)),
        party_kinds=shared.once(questions.party_kinds, conn),
        grants=_counted_grants(conn, code),
        exchange_rates=shared.exchange_rates,
        price_index=shared.price_index,
        sources=shared.sources,
        contract_codes=shared.contract_codes,
        current_year=today().year,
        band=shared.once(questions.bands, conn).get(Gas(chosen.release.gas or Gas.CO2E), NO_BAND),
        problems=chosen.problems,
        late_sectors=shared.once(questions.late_sectors, conn, label),
        local_contracts=local_contracts_of(conn, code),
        meetings=questions.meetings(conn, code),
        namesakes=places(conn).namesakes(municipality),
    )


def with_surroundings(conn: Connection, answers: city.CityAnswers) -> city.CityAnswers:
    """The answers with what stands around the figures: events, the country, all other places."""
    shared = common(conn)
    code, release = answers.municipality.code, answers.release
    latest = answers.years[-1] if answers.years else None
    return replace(
        answers,
        events=events_at(shared.once(questions.events, conn), code),
        today=today(),
        corrections=tuple(
            correction
            for correction in shared.once(questions.corrections, conn)
            if correction.municipality_code in (code, None)
        ),
        outline=shared.once(outlines, conn).get(code, ""),
        national=shared.once(_national, conn, release.label),
        peers=None if answers.shows_own or latest is None else _peers(conn, code, release, latest),
        carried_forward=shared.once(questions.carried_forward, conn, release.label),
        estimate_rows=estimate_record(conn, code, today().year, shared.once(estimate_basis, conn)),
        next_statistics=None
        if latest is None
        else next_statistics(shared.releases, release, latest, today()),
    )


def _peers(conn: Connection, code: str, release: Release, year: int) -> city.Peers:
    """Everybody's figures of the year, and whose emissions come from the same sectors."""
    shared = common(conn)
    profiles = shared.once(questions.sector_shares, conn, release.label, year)
    by_code = {municipality.code: municipality for municipality in shared.municipalities}
    cache = shared.cache_for(f"nearest {release.label} {year}")
    nearest = cache.get(code) or cache.setdefault(code, nearest_by_sector_shares(code, profiles))
    return city.Peers(
        year,
        shared.once(_per_person, conn, release.label, year),
        tuple((by_code[each.code], each.distance) for each in nearest if each.code in by_code),
    )


def _national(conn: Connection, label: str) -> tuple[Point, ...]:
    """The country's sums, without the sectors that begin after the release's first year (§1.6)."""
    shared = common(conn)
    points = shared.once(questions.national, conn, label)
    starts = shared.once(questions.late_sectors, conn, label)
    begun = not_comparable(starts, points[0].year, points[-1].year) if points else ()
    new: dict[int, float] = defaultdict(float)
    for sector in begun:
        codes = [municipality.code for municipality in shared.municipalities]
        for of_year in questions.sector_tonnes(conn, label, sector, codes).values():
            for year, tonnes in of_year.items():
                new[year] += tonnes
    return tuple(replace(point, value=point.value - new[point.year]) for point in points)


def _per_person(conn: Connection, label: str, year: int) -> dict[str, float]:
    """Everybody's tonnes per person in a year of a release."""
    totals = questions.totals_of_year(conn, label, year)
    people = questions.populations(conn, year)
    return {code: point.value / people[code] for code, point in totals.items() if people.get(code)}


def _with_notes(conn: Connection, answers: city.CityAnswers) -> city.CityAnswers:
    """The answers with the internal notes that the reader may see: everyone sees none."""
    shared = common(conn)
    notes = own_rows(answers.municipality.code, shared.once(questions.notes, conn))
    if not notes:
        return answers
    names = owner_names(questions.parties(conn), shared.municipalities)
    return replace(
        answers, notes=notes, note_owners={note.owner: names.get(note.owner, "") for note in notes}
    )


def yearly_totals(sectors: tuple[SectorValue, ...]) -> tuple[Point, ...]:
    """The sum of the sectors for each year, as sure as its least sure part."""
    years: dict[int, list[SectorValue]] = defaultdict(list)
    for sector in sectors:
        years[sector.year].append(sector)
    return tuple(
        Point(
            year,
            sum(part.tonnes for part in parts),
            least_sure(STATUSES[part.status] for part in parts),
        )
        for year, parts in sorted(years.items())
    )


def _verdicts(conn: Connection, code: str, label: str) -> tuple[Verdict, ...]:
    """Each goal on the chosen release if that is of the goal's gas, else on its newest."""
    in_use = [each for gas in Gas if (each := newest_release(conn, gas, code)) is not None]
    newest = {verdict.goal.goal_id: verdict for verdict in questions.verdicts(conn, code, in_use)}
    if label in in_use:
        return tuple(newest.values())  # each goal of its gas is read against it already
    on_release = {
        verdict.goal.goal_id: verdict for verdict in questions.verdicts(conn, code, label)
    }
    return tuple((newest | on_release).values())


def _figures(indicator: Indicator, code: str) -> city.IndicatorFigures:
    own = indicator.own.get(code, ())
    same_year = indicator.by_year[own[-1].year] if own else {}
    return city.IndicatorFigures(indicator.definition, own, same_year)


def _counted_grants(conn: Connection, code: str) -> tuple[Grant, ...]:
    """The grants that touch the municipality, each money once."""
    shared = common(conn)
    repeats = shared.once(questions.repeats, conn)
    grants = questions.grants(conn, code, shared.once(questions.grants_of_many, conn))
    return tuple(grant for grant in grants if grant.grant_id not in repeats)
