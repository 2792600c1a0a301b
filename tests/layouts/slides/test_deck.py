"""Slides say what the blocks say: all of it, natively, inside the slide, whatever the words are."""

import re
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml.ns import qn

from layouts import html
from layouts.charts.description import (
    Bar,
    BarPanel,
    FlowChart,
    GoalPath,
    Line,
    LinePanel,
    Link,
    Mark,
    Measure,
    Node,
    Part,
    PathPoint,
    TimeChart,
)
from layouts.html.blocks import Block, Drawing, Grid, Heading, Items, Links, Pairs, Side, Words
from layouts.html.tables import Column
from layouts.slides import Cover, Deck, Leaf, write_deck
from progress.emissions.series import Status
from tests.layouts.slides.reading import DAY, all_words, charts, faults, opened, words

TONNES = Measure("ton", "tusen ton per år", 1000.0)
LINES = TimeChart(
    "prov",
    "Provutsläpp",
    "sv",
    "Utsläppen minskar i provet.",
    (
        LinePanel(
            "Utsläpp",
            TONNES,
            (
                Line(
                    "Utsläpp",
                    (
                        Mark(2015, 9000.0),
                        Mark(2016, 0.0),
                        Mark(2018, 7000.0, Status.PRELIMINARY),
                    ),
                ),
                Line("Prognos", (Mark(2019, 6500.0, Status.FORECAST, 6000.0, 7000.0),)),
            ),
            (GoalPath("Provmål 2020", tuple(PathPoint(y, 100.0 * y) for y in range(2015, 2021))),),
        ),
    ),
)
BARS = TimeChart(
    "prov-bars",
    "Provsektorer",
    "sv",
    "Sektor ett är störst.",
    (
        BarPanel(
            "Sektorer",
            TONNES,
            (Part("Sektor ett", 1), Part("Sektor två", 2, hollow=True)),
            (Bar(2020, (5.0, None)), Bar(2022, (0.0, 3.0), Status.PRELIMINARY)),
            stacked=True,
        ),
    ),
)


def deck(*blocks: Block, heading: str = "Provvy", lang: str = "sv", **fields: Any) -> Deck:
    leaf = Leaf(heading, blocks, ("Provregel.",), "Provunderlag 2024")
    return Deck(lang, Cover("Provmöte", ("Provrad",)), (leaf,), **fields)


def values(chart: Any) -> dict[str, list[float | None]]:
    return {one.name: list(one.values) for one in chart.plots[0].series}


def test_a_line_chart_is_native_with_a_row_a_year_and_no_value_where_there_is_none() -> None:
    (chart,) = charts(opened(deck(Drawing(LINES))))
    assert [int(float(category)) for category in chart.plots[0].categories] == list(
        range(2015, 2021)
    )
    assert values(chart) == {
        "Utsläpp": [9000.0, 0.0, None, 7000.0, None, None],
        "Prognos": [None, None, None, None, 6500.0, None],
        "Prognos, lägst": [None, None, None, None, 6000.0, None],
        "Prognos, högst": [None, None, None, None, 7000.0, None],
        "Provmål 2020": [100.0 * year for year in range(2015, 2021)],
    }
    assert chart.value_axis.tick_labels.number_format == "#,##0,"
    assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"


def test_bars_keep_unknown_apart_from_zero_and_say_what_is_not_final() -> None:
    made = opened(deck(Drawing(BARS)))
    (chart,) = charts(made)
    assert values(chart) == {"Sektor ett": [5.0, None, 0.0], "Sektor två": [None, None, 3.0]}
    assert "Sektor ett är störst. 2022: preliminär." in all_words(made)
    assert chart.has_legend


def test_the_numbers_can_be_edited_each_chart_has_its_own_workbook(tmp_path: Any) -> None:
    made = opened(deck(Side(((Drawing(LINES),), (Drawing(BARS),)))))
    made.save(tmp_path / "prov.pptx")
    with ZipFile(tmp_path / "prov.pptx") as package:
        names = [PurePosixPath(name) for name in package.namelist()]
    assert len([name for name in names if name.suffix == ".xlsx"]) == 2


def test_a_deck_tells_the_day_it_was_made_and_no_moment() -> None:
    """python-pptx writes 2013, zip files and the numbers behind a chart the moment."""
    file = BytesIO()
    write_deck(deck(Drawing(LINES)), file, DAY)
    with ZipFile(file) as package:
        (numbers,) = (name for name in package.namelist() if name.endswith(".xlsx"))
        with ZipFile(BytesIO(package.read(numbers))) as workbook:
            packages = (package, workbook)
            moments = [info.date_time for each in packages for info in each.infolist()]
            told = [
                moment
                for each in packages
                for moment in re.findall(rb"W3CDTF\">([^<]*)", each.read("docProps/core.xml"))
            ]
    assert set(moments) == {(1980, 1, 1, 0, 0, 0)}
    assert len(told) == 4
    assert set(told) == {b"2026-11-30T00:00:00Z"}


def test_a_chart_tells_screen_readers_what_it_says_and_is_held_by_the_layout() -> None:
    made = opened(deck(Drawing(LINES)))
    frame = next(shape for shape in made.slides[1].shapes if shape.has_chart)
    told = frame._element.nvGraphicFramePr.cNvPr
    assert told.get("descr") == "Provutsläpp. Utsläppen minskar i provet."
    assert frame.is_placeholder
    assert frame.placeholder_format.idx == 1


def test_what_has_no_native_chart_stands_as_a_table_with_the_same_numbers() -> None:
    flow = FlowChart(
        "f", "Provflöde", "sv", "Pengar rinner.", Measure("kr", "kr"), ("a", "b"),
        (Node("x", "Provfonden", 0), Node("y", "Provköping", 1)), (Link("x", "y", 1200.0),),
    )  # fmt: skip
    made = opened(deck(Drawing(flow)))
    assert "Provfonden" in all_words(made)
    assert "1 200" in all_words(made)
    assert faults(made) == []


def test_words_keep_their_emphasis_language_bullets_and_order() -> None:
    made = opened(
        deck(
            Words("Ledande", "lead"),
            Heading("Rubrik"),
            Items((html.Span([html.Strong("Fett"), html.Br(), "tunt"]),), more="och 3 till"),
            Links(html.A("Vidare", href="/")),
            Pairs((("Kvar", "12 ton"),)),
        )
    )
    slide = made.slides[1]
    assert words(slide).startswith("Provvy Ledande Rubrik Fett tunt och 3 till")
    assert "Vidare" not in words(slide)
    assert "Kvar 12 ton" in words(slide)
    body = slide.placeholders[1].text_frame
    assert [run.font.bold for run in body.paragraphs[2].runs] == [True, None]
    tags = {one.get("lang") for one in slide._element.iter(qn("a:rPr"))}
    assert tags == {"sv-SE"}


def test_an_english_deck_is_marked_as_english_and_swedish_words_in_it_as_swedish() -> None:
    made = opened(deck(Words(html.Span(["Goal: ", html.Span("Målet", lang="sv")])), lang="en"))
    tags = {run.text: run._r.rPr.get("lang") for run in
            made.slides[1].placeholders[1].text_frame.paragraphs[0].runs}  # fmt: skip
    assert tags == {"Goal: ": "en-GB", "Målet": "sv-SE"}
    assert made.core_properties.language == "en-GB"


def test_every_slide_has_title_footer_number_and_notes() -> None:
    made = opened(deck(*(Words("Provord " * 120) for _ in range(6))))
    assert len(made.slides) > 2
    for number, slide in enumerate(list(made.slides)[1:], start=1):
        assert slide.shapes.title.text_frame.text == f"Provvy ({number} av {len(made.slides) - 1})"
        assert "Provunderlag 2024" in words(slide)
        assert slide.notes_slide.notes_text_frame.text == "Provregel."
        kinds = {placeholder.placeholder_format.type for placeholder in slide.placeholders}
        assert {"FOOTER", "SLIDE_NUMBER"} <= {kind.name for kind in kinds}


def test_a_table_without_rows_shows_its_heads() -> None:
    made = opened(deck(Grid("Provtabell", (Column("Provnamn"), Column("Antal")), ())))
    (table,) = [s.table for slide in made.slides for s in slide.shapes if s.has_table]
    assert [cell.text_frame.text for row in table.rows for cell in row.cells] == [
        "Provnamn",
        "Antal",
    ]


def test_a_long_table_goes_on_under_the_same_heads() -> None:
    columns = (Column("Provnamn"), Column("Antal", numeric=True))
    rows = tuple((f"Provrad {n}", str(n)) for n in range(60))
    made = opened(deck(Grid("Provtabell", columns, rows)))
    tables = [s.table for slide in made.slides for s in slide.shapes if s.has_table]
    assert len(tables) > 2
    told = [table.cell(row, 0).text_frame.text for table in tables
            for row in range(1, len(table.rows))]  # fmt: skip
    assert told == [f"Provrad {n}" for n in range(60)]
    assert {table.cell(0, 0).text_frame.text for table in tables} == {"Provnamn"}
    assert faults(made) == []


def test_a_heading_goes_with_its_items_and_is_told_again_where_they_go_on() -> None:
    items = Items(tuple(f"Provpunkt {n} " + "med ord " * 30 for n in range(12)))
    made = opened(deck(Side(((Heading("Saknas: 12"), items), (Words("Kort"),)))))
    assert len(made.slides) > 2
    for slide in list(made.slides)[2:]:
        assert "Saknas: 12 (forts.)" in words(slide)
    assert all(f"Provpunkt {n} " in all_words(made) for n in range(12))
    assert faults(made) == []


def shown(text: str) -> str:
    """What of a text can be seen, without its spaces."""
    return "".join(one for one in text if one.isprintable() and not one.isspace())


MARK = "§"
WORDS = st.text(st.characters(exclude_characters=MARK), max_size=400)
HOSTILE = [
    "a\x00\x0b\x1b\ufffe\x7fb",
    "\ud800 ensam halva",
    "=1+1",
    "<b>&amp;</b> ]]> {0} {name}",
    "Ordutanslut" * 200,
    "Många ord " * 900,
    "📉 ‮bakvänt‬ العربية",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_from_data_break_no_file_and_are_not_cut(text: str) -> None:
    chart = TimeChart("x", text[:300], "sv", text[:300], LINES.panels)
    grid = Grid(text[:200], (Column(text[:200]), Column("B")), ((text, text), ("kort", "1")))
    made = opened(deck(Words(text), grid, Drawing(chart), heading=text[:300], subject=text[:300]))
    said = shown(all_words(made))
    assert shown(text)[:40] in said
    assert all(said.count(one) >= 3 * shown(text).count(one) for one in set(shown(text)))
    assert said.count("kort") == 1
    assert faults(made) == []


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.text(st.characters(exclude_characters=MARK), max_size=400), min_size=1, max_size=8),
    st.integers(1, 3),
)
def test_nothing_is_lost_or_stands_outside_whatever_the_words_are(
    texts: list[str], columns: int
) -> None:
    parts = tuple(
        (Heading(f"Del {n}"), Items(tuple(f"{text}{MARK}" for text in texts)))
        for n in range(columns)
    )
    made = opened(deck(Words("Början"), Side(parts), Words("Slutet", "note")))
    said = all_words(made)
    assert said.count(MARK) == columns * len(texts)
    assert "Slutet" in said
    assert faults(made) == []
