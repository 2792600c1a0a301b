"""Stored totals are the sums of a release's values: as exact, as sure, and with the same gaps."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select, update

from data_access import questions as ask
from data_access.derived.emission_totals import _added_up, put_totals, refresh_totals, wrong_totals
from data_access.tables import emission, emission_total, release
from progress.emissions.series import Point, Status, least_sure

LABEL = "prov-co2e-2"

VALUES = st.lists(
    st.tuples(
        st.sampled_from(["9001", "9002"]),
        st.integers(1990, 1993),
        st.floats(-1e9, 1e9, allow_subnormal=False),
        st.sampled_from([status.value for status in Status]),
    )
)


@given(VALUES)
def test_a_total_is_the_sum_of_its_parts_as_sure_as_the_least_sure(
    values: list[tuple[str, int, float, str]],
) -> None:
    values.sort(key=lambda value: value[:2])
    parts: dict[tuple[str, int], list[tuple[float, str]]] = defaultdict(list)
    for code, year, tonnes, status in values:
        parts[code, year].append((tonnes, status))
    result = {(code, year): (tonnes, status) for code, year, tonnes, status in _added_up(values)}
    assert result == {
        key: (sum(one for one, _ in cells), least_sure(Status(word) for _, word in cells))
        for key, cells in parts.items()
    }


def test_every_release_has_the_totals_of_its_values_and_of_nothing_else(store: Connection) -> None:
    assert list(wrong_totals(store)) == []
    summed: dict[tuple[int, str, int], float] = defaultdict(float)
    for row in store.execute(select(emission).order_by(emission.c.sector_id)):
        summed[row.release_id, row.municipality_code, row.year] += row.tonnes
    stored = {
        (row.release_id, row.municipality_code, row.year): row.tonnes
        for row in store.execute(select(emission_total))
    }
    assert summed
    assert stored == summed  # a year without values has no total; zero is one


def test_totals_of_some_municipalities_are_those_of_all(store: Connection) -> None:
    everyone = ask.totals(store, LABEL)
    assert ask.totals(store, LABEL, ("9002", "9999")) == {"9002": everyone["9002"]}
    assert ask.totals(store, LABEL, ()) == {}
    years = {point.year for points in everyone.values() for point in points}
    assert ask.national(store, LABEL) == tuple(
        Point(
            year,
            sum(one.value for one in of_year),
            least_sure(one.status for one in of_year),
        )
        for year in sorted(years)
        for of_year in [[p for points in everyone.values() for p in points if p.year == year]]
    )


def test_totals_that_are_not_the_sums_are_found_and_made_anew(scratch: Connection) -> None:
    release_id = scratch.scalar(select(release.c.release_id).where(release.c.label == LABEL))
    assert release_id is not None
    before = ask.totals(scratch, LABEL)
    scratch.execute(
        update(emission_total)
        .where(emission_total.c.release_id == release_id)
        .values(tonnes=emission_total.c.tonnes + 1)
    )
    assert list(wrong_totals(scratch)) == [LABEL]
    assert put_totals(scratch, release_id) == sum(map(len, before.values()))
    assert ask.totals(scratch, LABEL) == before
    scratch.execute(delete(emission_total))
    refresh_totals(scratch)
    assert list(wrong_totals(scratch)) == []
    assert ask.totals(scratch, LABEL) == before
