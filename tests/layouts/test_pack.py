"""The meeting to take along says what its pages say, with the same numbers, in both languages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from layouts.charts.description import TimeChart
from layouts.charts.records import records
from layouts.charts.rows import rows as chart_rows
from layouts.html.blocks import Grid, Items, Pairs, Words, inside
from layouts.html.text_runs import plain
from layouts.links.addresses import Address
from layouts.meeting.pack import deck
from layouts.meeting.sheets import SheetOf, sheets
from layouts.meeting.view import Setting, View
from layouts.meeting.views import all_views
from layouts.slides.series import native
from progress.snapshot_difference import difference
from progress.snapshots import FrozenFigure, FrozenGoal, Snapshot, SnapshotName
from tests.layouts.city_facts import HERE, answers
from tests.layouts.slides.reading import all_words, charts, faults, opened
from tests.layouts.test_meeting import meeting

SITE = "https://exempel.se"
TAKEN = SnapshotName(3, "Provmöte", "0001", datetime(2026, 3, 1, tzinfo=UTC))
OLD = Snapshot("0001", goals=(FrozenGoal("G", "Provmål", attainment="no"),))
NEW = replace(
    OLD,
    goals=(FrozenGoal("G", "Provmål", attainment="yes", terms=("rate=1",)),),
    figures=(FrozenFigure(2022, 73_000.0),),
)
SINCE = {"since": TAKEN, "snapshots": (TAKEN,), "difference": difference(OLD, NEW)}


def address(lang: str, kind: str = "pptx") -> Address:
    return Address(f"meeting_{kind}", lang, HERE.slug)


def views(lang: str, **fields: object) -> list[View]:
    return all_views(Setting(Address("meeting", lang, HERE.slug), meeting(**fields)))


def flat(words: str) -> str:
    return " ".join(words.replace("\xa0", " ").split())


def told(view: View) -> list[str]:
    """Every sentence and cell that the room sees in a view."""
    result: list[str] = [view.heading, *(chart.message for chart in view.charts)]
    for block in inside(view.body):
        match block:
            case Words():
                result.append(plain(block.words))
            case Items():
                result += [plain(one) for one in block.shown]
            case Grid():
                result += [plain(cell) for row in block.shown for cell in row]
            case Pairs():
                result += [word for name, value in block.rows for word in (name, plain(value))]
    return [flat(one) for one in result]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("bare", [False, True])
def test_every_view_stands_in_the_slides_with_all_it_says(lang: str, bare: bool) -> None:
    fields = {"city": answers()} if bare else {}
    made = opened(deck(address(lang), meeting(**fields), SITE))
    said = flat(all_words(made))
    for view in views(lang, **fields):
        for words in told(view):
            assert words in said, words
    assert faults(made) == []
    assert len(made.slides) >= 1 + 9 + 1


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_charts_hold_the_numbers_of_the_tables(lang: str) -> None:
    every = [chart for view in views(lang) for chart in view.charts]
    described = [chart for chart in every if isinstance(chart, TimeChart)]
    drawn = charts(opened(deck(address(lang), meeting(), SITE)))
    assert len(drawn) == len(described) >= 3
    for chart, shown in zip(described, drawn, strict=True):
        first, last = chart.years
        years = list(range(first, last + 1))
        assert [int(float(category)) for category in shown.plots[0].categories] == years
        series = [list(one.values) for one in shown.plots[0].series]
        assert series == [list(one.values) for one in native(chart.panels[0], tuple(years), lang)]
        for column in chart_rows(chart).columns:
            for head, values in column.in_file:
                numbers = [value for value in values if isinstance(value, float)]
                if not numbers or head.startswith(("Summa", "Total")):
                    continue
                table_years = chart_rows(chart).columns[0].values[0][1]
                pairs = zip(table_years, values, strict=True)
                at = {y: v for y, v in pairs if v is not None and y in years}
                assert any(
                    {y: v for y, v in zip(years, one, strict=True) if y in at} == at
                    for one in series
                ), head


def test_each_slide_says_where_it_comes_from_and_its_notes_tell_the_rule() -> None:
    made = opened(deck(address("sv"), meeting(), SITE))
    slides = list(made.slides)[1:-1]
    for slide in slides:
        foot = next(p for p in slide.placeholders if p.placeholder_format.idx == 11)
        words = foot.text_frame.text
        assert "Dataversion 7 (1\u00a0juni\u00a02026)" in words
        assert f"{SITE}/sv/kommun/provkoping/mote?vy=" in words
        notes = slide.notes_slide.notes_text_frame.text
        assert "Regel: " in notes
        assert ("Källa: Provutgåva 2024" in notes) == ("Provutgåva 2024" in words)
    assert "CC0 1.0" in all_words(made)


def test_the_earlier_meeting_stands_first_when_the_address_names_one() -> None:
    where = address("sv").with_query(meeting="3")
    made = opened(deck(where, meeting(**SINCE), SITE))
    assert "Jämfört med ”Provmöte”" in flat(all_words(made))
    assert made.slides[1].shapes.title.text_frame.text == "Sedan förra mötet"
    assert "nås inte → nås" in flat(all_words(made))
    assert "mote?sedan=3" in all_words(made)


def found(lang: str, **fields: object) -> dict[str, SheetOf]:
    made = sheets(address(lang, "xlsx"), meeting(**fields), SITE)
    assert len({one.title for one in made}) == len(made)
    assert all(len(one.title) <= 31 and not set(one.title) & set("[]:*?/\\") for one in made)
    return {one.title: one for one in made}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_workbook_holds_every_table_and_every_chart_of_the_views(lang: str) -> None:
    made = list(found(lang).values())
    contents = [[tuple(map(str, row.values())) for row in one.rows] for one in made]
    for view in views(lang):
        for chart in view.charts:
            columns, rows = records(chart_rows(chart))
            assert any(one.columns == columns and list(one.rows) == list(rows) for one in made)
        for block in inside(view.body):
            if isinstance(block, Grid):
                cells = [tuple(plain(cell) for cell in row) for row in block.rows]
                assert cells in contents


def test_the_workbook_explains_itself_and_its_numbers_are_numbers() -> None:
    made = found("sv")
    guide = " ".join(str(cell) for row in made["Om filen"].rows for cell in row.values())
    for words in ("Dataversion 7", f"{SITE}/sv/kommun/provkoping/mote", "CC0 1.0", "inte noll"):
        assert words in guide
    for one in made.values():
        assert one.title == "Om filen" or one.title in guide
    goals = made["4 Mål, tal"].rows
    assert all(
        isinstance(row["Senaste år"], int)
        for row in goals
        if row["Bedömning"] != "Kan inte bedömas"
    )
    assert any(isinstance(row["Avstånd"], float) for row in goals)
    half = next(row for row in goals if row["Mål"] == "Provmål 0001-G01")
    assert (half["Målvärde"], half["Målbanan senaste året"]) == pytest.approx((50_000, 60_000)), (
        "half of 100 000 t, from 1990 to 2030; 32 of the 40 years have gone"
    )
    counted = made["6 Åtaganden, tabell"].rows
    assert isinstance(counted[0]["försenat"], int)
    assert len(made["6 Åtaganden, tal"].rows) == 3


def test_what_the_room_sees_the_beginning_of_is_whole_in_workbook_and_notes() -> None:
    deed = meeting().city.activities[0]
    many = tuple(replace(deed, activity_id=f"A-{n}", title_sv=f"Provdåd {n:02}") for n in range(9))
    city = replace(meeting().city, activities=many)
    rows = found("sv", city=city)["2 Avvikelser"].rows
    listed = " ".join(str(row["Text"]) for row in rows)
    made = opened(deck(address("sv"), meeting(city=city), SITE))
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in list(made.slides)[1:])
    for one in many:
        assert one.title_sv in listed
        assert one.title_sv in notes + all_words(made)


def test_what_has_changed_is_numbers_in_the_workbook_and_unknown_stays_empty() -> None:
    rows = found("sv", **SINCE)["0 Sedan förra mötet, tal"].rows
    assert [(row["År"], row["Då"], row["Nu"]) for row in rows] == [(2022, None, 73_000.0)]
