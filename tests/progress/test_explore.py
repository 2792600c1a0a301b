"""The figures of exploring, each worked out again by the rule that the rest of the product has."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from progress.emissions.sector_profile import nearest_by_sector_shares, shares
from progress.emissions.series import Point
from progress.emissions.series_breaks import SectorStart
from progress.explore import (
    INDICATORS,
    Cube,
    Group,
    Grouping,
    group_values,
    indicator,
    largest_steps,
    members,
    spread,
    steps,
    total_of,
)
from progress.explore.density import cells, stand_ins
from progress.goals.done import done_over, from_first_year
from progress.indicators import quartiles

YEARS = (2010, 2011, 2015, 2016, 2017, 2018, 2019, 2020)
CODES = ("0114", "0115", "0180", "1280")
SECTORS = ("transport", "industry", "international_transport")


def made_up() -> Cube:
    """Four municipalities: the third without industry in the last year, the fourth unknown before
    2015; a sector that begins in 2018."""
    rows = np.arange(1, len(CODES) + 1)[:, None, None]
    steps = np.arange(len(YEARS))[None, :, None]
    tonnes = 1000.0 * rows + 100 * steps * np.array([1.0, -0.5 * 1, 0.0])[None, None, :]
    tonnes[:, :, 2] = np.where(np.array(YEARS) >= 2018, 700.0, 0.0)
    tonnes[2, -1, 1] = np.nan
    tonnes[3, :2, :] = np.nan
    people = np.add([[10_000.0], [20_000.0], [60_000.0], [120_000.0]], steps[:, :, 0] * 10.0)
    return Cube(
        codes=CODES,
        years=YEARS,
        sectors=SECTORS,
        tonnes=tonnes,
        starts=(SectorStart("international_transport", 2018),),
        people=people,
        pace_gaps=np.array([0.05, np.nan, -0.01, 0.02]),
        standings={},
        grants={"granted": np.array([1e6, np.nan, np.nan, 6e6])},
        plans=np.array([np.nan, np.nan, np.nan, 0.5]),
        indicators={"cars": np.full((4, len(YEARS)), 0.25)},
    )


CUBE = made_up()


def points(place: int, without: tuple[str, ...]) -> tuple[Point, ...]:
    """The yearly sums of a municipality without these sectors, as records."""
    chosen = [SECTORS.index(sector) for sector in SECTORS if sector not in without]
    result = []
    for column, year in enumerate(YEARS):
        known = [value for value in CUBE.tonnes[place, column, chosen].tolist() if value == value]
        if known:
            result.append(Point(year, sum(known)))
    return tuple(result)


@pytest.mark.parametrize("place", range(len(CODES)))
def test_the_done_rate_is_the_rule_of_done_without_what_begins(place: int) -> None:
    done = indicator(CUBE, "done")
    for column, year in enumerate(YEARS):
        late = ("international_transport",) if year >= 2018 else ()
        known = from_first_year(point for point in points(place, late) if point.year <= year)
        expected = done_over(known)
        if expected is None or expected.latest.year != year:
            assert np.isnan(done[place, column])
        else:
            assert done[place, column] == pytest.approx(expected.rate)


def test_a_change_leaves_out_what_begins_and_a_level_keeps_it() -> None:
    level, change, index, apart = (
        indicator(CUBE, name, since=2015)[0]
        for name in ("tonnes", "change", "index", "change_per_person")
    )
    last, base = YEARS.index(2020), YEARS.index(2015)
    assert level[last] == 1700 + 650 + 700
    assert change[last] == pytest.approx((1700 + 650) / (1200 + 900) - 1)
    assert index[last] == pytest.approx(100 * (1 + change[last]))
    assert apart[last] == pytest.approx(2350 / CUBE.people[0, last] - 2100 / CUBE.people[0, base])
    assert np.isnan(indicator(CUBE, "change", sector="international_transport")[:, last]).all()


def test_what_is_not_held_is_unknown_and_never_zero() -> None:
    assert np.isnan(indicator(CUBE, "tonnes")[3, :2]).all()
    assert np.isnan(indicator(CUBE, "grants")[1]).all()
    assert np.isnan(indicator(CUBE, "grants", kind="paid")).all()
    assert np.isnan(indicator(CUBE, "tonnes", sector="waste")).all()
    assert np.isnan(indicator(CUBE, "change", since=1990)).all()
    with pytest.raises(KeyError):
        indicator(CUBE, "no such thing")
    assert (indicator(CUBE, "cars") == 0.25).all()
    for name in INDICATORS:
        assert indicator(CUBE, name).shape == (len(CODES), len(YEARS))


def test_grants_are_per_inhabitant_of_the_year_and_of_one_kind() -> None:
    assert indicator(CUBE, "grants")[3, 0] == 6e6 / 120_000


def test_groups_are_who_they_say() -> None:
    def of(grouping: Grouping) -> list[str]:
        mask = members(CUBE, grouping, {"0180", "1280"}, 2020)
        return [code for code, inside in zip(CODES, mask, strict=True) if inside]

    assert of(Grouping()) == list(CODES)
    assert of(Grouping(Group.CONTRACT)) == ["0180", "1280"]
    assert of(Grouping(Group.COUNTY, county="01")) == ["0114", "0115", "0180"]
    assert of(Grouping(Group.SIZE, size="large")) == ["0180"]
    assert of(Grouping(Group.CHOSEN, chosen=("0115",))) == ["0115"]
    assert of(Grouping(Group.SIMILAR)) == list(CODES)


def test_similar_ones_are_those_of_the_one_rule_of_sector_profiles() -> None:
    profiles = {
        code: shares(
            {
                sector: value
                for sector, value in zip(SECTORS, CUBE.tonnes[place, -1].tolist(), strict=True)
                if value == value
            }
        )
        for place, code in enumerate(CODES)
    }
    near = [each.code for each in nearest_by_sector_shares("0114", profiles, 12)]
    mask = members(CUBE, Grouping(Group.SIMILAR, chosen=("0114",)), (), 2020)
    assert {code for code, inside in zip(CODES, mask, strict=True) if inside} == {"0114", *near}


def test_a_group_lies_by_its_median_and_quartiles_of_those_who_have_a_value() -> None:
    values = indicator(CUBE, "tonnes")
    everybody = np.ones(4, dtype=bool)
    of_years = {each.year: each for each in spread(CUBE, values, everybody)}
    assert of_years[2010].known == 3
    assert of_years[2010].quartiles == quartiles(values[:3, 0].tolist())
    assert of_years[2020].quartiles == quartiles(values[:, -1].tolist())


def test_a_group_per_person_is_the_quotient_of_sums() -> None:
    group = np.array([True, True, False, False])
    tonnes, per_person = group_values(CUBE, group)
    sums, people = indicator(CUBE, "tonnes")[:2].sum(axis=0), CUBE.people[:2].sum(axis=0)
    np.testing.assert_allclose(tonnes, sums)
    np.testing.assert_allclose(per_person, sums / people)


def test_sectors_step_from_one_sum_to_the_other() -> None:
    group = np.array([True, True, False, False])
    result = steps(CUBE, group, 2015, 2020)
    assert [(step.sector, step.tonnes) for step in result] == [
        ("industry", -500.0),
        ("transport", 1000.0),
    ]
    left_out = frozenset({"international_transport"})
    assert result[0].before == total_of(CUBE, group, 2015, left_out)
    assert result[-1].after == total_of(CUBE, group, 2020, left_out)
    assert result[0].after == result[1].before


def test_no_steps_are_told_where_a_sector_is_known_in_one_year_alone() -> None:
    assert steps(CUBE, np.array([False, False, True, False]), 2015, 2020) == ()
    assert steps(CUBE, np.array([False, False, False, True]), 2010, 2020) == ()
    nothing = replace(CUBE, tonnes=np.full_like(CUBE.tonnes, np.nan))
    assert steps(nothing, np.ones(4, dtype=bool), 2015, 2020) == ()


def test_the_sector_that_moved_most_is_per_person_and_none_that_begins() -> None:
    first, *_ = largest_steps(CUBE, 2015, 2020)
    then, now = (CUBE.tonnes[0, YEARS.index(year)] for year in (2015, 2020))
    people = [CUBE.people[0, YEARS.index(year)] for year in (2015, 2020)]
    moved = {s: now[p] / people[1] - then[p] / people[0] for p, s in enumerate(SECTORS[:2])}
    sector = max(moved, key=lambda sector: abs(moved[sector]))
    assert first is not None
    assert first[0] == sector
    assert first[1] == pytest.approx(moved[sector])


def test_cells_hold_all_places_whose_values_are_known_and_lie_among_them() -> None:
    chance = np.random.default_rng(7)
    x, y = chance.normal(size=5000), chance.normal(size=5000)
    x[:40] = np.nan
    y[20:100] = np.nan
    held = cells(x, y)
    assert sum(cell.count for cell in held) == 4900
    assert [cell.count for cell in held] == sorted((c.count for c in held), reverse=True)
    assert all(np.nanmin(x) < cell.x < np.nanmax(x) for cell in held)
    fullest, step = held[0], (np.nanmax(x[100:]) - np.nanmin(x[100:])) / 48
    near = np.abs(x - fullest.x) <= step / 2
    high = (np.nanmax(y[100:]) - np.nanmin(y[100:])) / 24
    assert int((near & (np.abs(y - fullest.y) <= high / 2))[100:].sum()) == fullest.count
    assert cells(np.full(3, np.nan), np.zeros(3)) == ()


def test_of_a_long_order_both_ends_and_places_evenly_apart_are_drawn() -> None:
    assert stand_ins(290) == tuple(range(290))
    drawn = stand_ins(10_000)
    assert (drawn[0], drawn[-1], len(drawn)) == (0, 9_999, 120)
    assert {b - a for a, b in pairwise(drawn)} == {84, 85}
