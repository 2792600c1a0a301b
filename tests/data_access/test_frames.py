"""Frames say what the questions say, once for each state of the store and each reader."""

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Connection, func, select, update

from data_access import frames, questions, tables
from data_access.frames import cache
from data_access.frames.cache import size_of
from data_access.readers import MARK
from data_access.releases import record_change
from progress.emissions.frames import by_sector, of_release, per_person, statuses, yearly


def test_a_frame_of_emissions_has_every_value_of_every_territorial_release(
    store: Connection,
) -> None:
    frame = frames.emissions(store)
    expected = {
        (release.label, code, value.year, value.sector): (value.tonnes, value.status)
        for release in questions.releases(store)
        if release.kind == "emissions" and release.scope == "territorial"
        for code in ("9001", "9002", "9101")
        for value in questions.sectors(store, release.label, code)
    }
    rows = frame.itertuples(index=False)
    result = {(r.release, r.municipality, r.year, r.sector): (r.tonnes, r.status) for r in rows}
    assert result == expected
    assert len(frame) == len(expected) > 0


def test_a_frame_of_some_municipalities_has_theirs_alone(store: Connection) -> None:
    whole, some = frames.emissions(store), frames.emissions(store, ["9001"])
    expected = whole[whole["municipality"] == "9001"].reset_index(drop=True)
    pd.testing.assert_frame_equal(some, expected)


def test_a_municipality_without_figures_has_an_empty_frame(store: Connection) -> None:
    frame = frames.emissions(store, ["0000"])
    assert list(frame.columns) == list(frames.emissions(store).columns)
    assert yearly(frame) == ()
    assert by_sector(frame).empty
    assert statuses(frame) == {}


def test_the_cube_holds_what_the_questions_answer_and_nothing_for_the_rest(
    store: Connection,
) -> None:
    label = "prov-co2e-2"
    cube = frames.cube(store, label)
    rows = {code: place for place, code in enumerate(cube.codes)}
    columns = {year: place for place, year in enumerate(cube.years)}
    tonnes = np.full((len(rows), len(columns)), np.nan)
    for code, points in questions.totals(store, label).items():
        for point in points:
            if point.status.observed:
                tonnes[rows[code], columns[point.year]] = point.value
    np.testing.assert_allclose(cube.emissions(), tonnes)
    assert np.isnan(tonnes).any()
    assert not np.isnan(tonnes).all()
    people = np.full_like(tonnes, np.nan)
    for code, years in questions.populations_of_years(store, cube.years).items():
        for year, inhabitants in years.items():
            people[rows[code], columns[year]] = inhabitants
    np.testing.assert_array_equal(cube.people, people)
    for name, values in cube.indicators.items():
        for row in questions.indicator_values(store, name):
            if row.status in ("final", "preliminary"):
                assert values[rows[row.municipality_code], columns[row.year]] == row.value
    gaps = dict(zip(cube.codes, cube.pace_gaps.tolist(), strict=True))
    known = {code: gap for code, gap in gaps.items() if gap == gap}
    assert known == questions.pace_gaps(store, label)


def test_a_forecast_is_none_of_the_cubes_values(scratch: Connection) -> None:
    """The same year is final for one municipality and a forecast for another."""
    label, values = "prov-co2-1", tables.emission
    release_id = scratch.scalar(
        select(tables.release.c.release_id).where(tables.release.c.label == label)
    )
    of_place = (values.c.release_id == release_id, values.c.municipality_code == "9101")
    latest = scratch.scalar(select(func.max(values.c.year)).where(*of_place))
    scratch.execute(
        update(values).where(*of_place, values.c.year == latest).values(status="forecast")
    )
    record_change(scratch, "refresh")
    cube = frames.cube(scratch, label)
    place = cube.codes.index("9101")
    assert np.isnan(cube.emissions()[place, cube.years.index(latest)])
    assert not np.isnan(cube.emissions()[place, cube.years.index(latest - 1)])


def test_years_are_summed_as_the_question_sums_them(store: Connection) -> None:
    for label in ("prov-co2e-1", "prov-co2e-2", "prov-co2-1"):
        for code, points in questions.totals(store, label).items():
            assert yearly(of_release(frames.emissions(store), label, code)) == points


def test_who_changes_a_frame_changes_no_other(store: Connection) -> None:
    first = frames.emissions(store, ["9001"])
    before = first.copy()
    first.loc[:, "tonnes"] = 0.0
    pd.testing.assert_frame_equal(frames.emissions(store, ["9001"]), before)


def test_a_frame_is_read_once_for_a_state_of_the_store(store: Connection) -> None:
    asked = []

    def build(_conn: Connection) -> pd.DataFrame:
        asked.append(1)
        return pd.DataFrame({"x": [1]})

    for _ in range(3):
        frames.cached(store, "made-up", build)
    assert len(asked) == 1


def test_all_frames_together_have_a_bound_whoever_they_are_for(
    store: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pd.DataFrame({"x": np.zeros(1000)})
    room = 3 * size_of(made)
    monkeypatch.setattr(cache, "MOST_BYTES", room)
    built = []

    def build(_conn: Connection) -> pd.DataFrame:
        built.append(1)
        return made

    for group in (*range(20), 19, 18, 17, 0):
        frames.cached(store.execution_options(**{MARK: f"group-{group}"}), "made-up", build)
        assert sum(size for _, _, size in cache._FRAMES.values()) <= room
    assert len(built) == 21  # the latest three were kept, the first was not


def test_a_year_that_is_not_divided_into_sectors_cannot_lack_one() -> None:
    frame = pd.DataFrame(
        [
            ("r", "m", 2020, "total", 10.0, "final"),
            ("r", "m", 2021, "industry", 4.0, "final"),
            ("r", "m", 2021, "waste", 3.0, "preliminary"),
        ],
        columns=["release", "municipality", "year", "sector", "tonnes", "status"],
    )
    (point,) = yearly(frame, without=("industry",))
    assert (point.year, point.value, str(point.status)) == (2021, 3.0, "preliminary")
    (person,) = per_person((point,), {2021: 6})
    assert person.value == 0.5
    assert per_person((point,), {}) == ()


def test_goals_and_promises_are_known_since_their_release(store: Connection) -> None:
    goals, promises = frames.goals(store), frames.promises(store)
    assert list(goals["goal"]) == [one.goal_id for one in questions.goal_history(store)]
    held = {commitment.commitment_id for commitment in questions.commitments(store)}
    assert set(promises["promise"]) == held
    assert goals["known_from"].between(2000, 2100).all()
    assert promises["known_from"].between(2000, 2100).all()
