"""The meeting as the sheets of a workbook: what it rests on, then the words, tables, numbers and
charts of each view."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layouts.charts.description import Chart
from layouts.charts.records import records
from layouts.charts.rows import rows as chart_rows
from layouts.html.blocks import Block, Grid, Heading, Items, Pairs, Rates, Words, inside
from layouts.html.tables import Cell, Column
from layouts.html.text_runs import plain
from layouts.links.addresses import Address, href
from layouts.meeting.answers import MeetingAnswers
from layouts.meeting.foot import (
    all_releases,
    page_address,
    release_words,
    since_words,
    state_words,
)
from layouts.meeting.numbers import Record, numbers
from layouts.meeting.view import Setting, View
from layouts.meeting.views import VIEW_IDS, all_views
from layouts.phrases.releases import provenance
from layouts.phrases.text import Text
from progress.phrases.formats import day

STATUSES = ("final", "preliminary", "forecast", "estimate")


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A sheet: its title, its columns, and its rows as column → value; None is not known."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]


def sheets(address: Address, answers: MeetingAnswers, site: str) -> tuple[SheetOf, ...]:
    """All sheets, the one that explains the others first."""
    setting = Setting(page_address(address), answers)
    views = all_views(setting)
    behind = numbers(setting)
    result: list[SheetOf] = []
    for view in views:
        result += _of_view(view, behind.get(view.view_id, ()), setting.t)
    return (_guide(setting, views, result, site), *result)


def table_of(title: str, chart: Chart) -> SheetOf:
    """A chart's table with its numbers unrounded, as in the chart's own files."""
    columns, rows = records(chart_rows(chart))
    return SheetOf(title, columns, rows)


def _of_view(view: View, behind: Sequence[Record], t: Text) -> Iterator[SheetOf]:
    known = view.view_id in VIEW_IDS
    number = VIEW_IDS.index(view.view_id) + 1 if known else 0
    name = f"{number} {t(f'meeting.step.{view.view_id}') if known else view.heading}"
    yield _words(name, view, t)
    grids = [block for block in inside(view.body) if isinstance(block, Grid)]
    for grid in grids:
        yield _grid(t("pack.sheet.table", name=name), grid)
    for chart in view.charts:
        yield table_of(t("pack.sheet.chart", name=name), chart)
    if behind:
        columns = {column: t(f"pack.column.{column}") for column in behind[0]}
        rows = tuple({columns[key]: value for key, value in row.items()} for row in behind)
        yield SheetOf(t("pack.sheet.numbers", name=name), tuple(columns.values()), rows)


def _words(name: str, view: View, t: Text) -> SheetOf:
    columns = (t("pack.column.part"), t("pack.column.words"))
    part, rows = view.heading, []
    for block in inside(view.body):
        if isinstance(block, Heading):
            part = block.words
        for about, words in _told(block):
            rows.append(dict(zip(columns, (about or part, words), strict=True)))
    rows += [dict(zip(columns, (chart.title, chart.message), strict=True)) for chart in view.charts]
    return SheetOf(name, columns, tuple(rows))


def _told(block: Block) -> Iterator[tuple[str, str]]:
    """What a block says, all of it, with what it is about where the block tells that."""
    match block:
        case Words():
            yield "", plain(block.words)
        case Items():
            for item in block.items:
                yield "", plain(item)
        case Rates():
            for row in block.rows:
                yield row.name, row.words
        case Pairs():
            for name, value in block.rows:
                yield name, plain(value)


def _grid(title: str, grid: Grid) -> SheetOf:
    heads = tuple(plain(column.heading) for column in grid.columns)
    rows = (map(_cell, grid.columns, row) for row in grid.rows)
    return SheetOf(title, heads, tuple(dict(zip(heads, row, strict=True)) for row in rows))


def _cell(column: Column, cell: Cell) -> str | int:
    words = plain(cell)
    return int(words) if column.numeric and words.isdecimal() else words


def _guide(
    setting: Setting, views: Sequence[View], sheets: Sequence[SheetOf], site: str
) -> SheetOf:
    """Where the workbook comes from and how to read it."""
    t, lang, answers = setting.t, setting.lang, setting.answers
    columns = (t("file.guide.about"), t("file.guide.meaning"))
    rows: list[tuple[str, str]] = [
        (t("pack.about.meeting"), t("meeting.title", name=setting.name)),
        (t("file.guide.address.name"), site + href(setting.address)),
        (t("pack.about.state"), state_words(answers, t)),
        (t("pack.about.today"), day(answers.today, lang)),
    ]
    if answers.since is not None:
        rows.append((t("meeting.changes"), since_words(answers.since, t)))
    rows += [
        (t(f"pack.about.{name}"), t(f"pack.about.{name}.words")) for name in ("units", "empty")
    ]
    rows += [(t(f"word.status.{status}"), t(f"pack.status.{status}")) for status in STATUSES]
    for release in all_releases(answers, views):
        publisher = plain(provenance(release.source.publisher, t))
        licence = plain(provenance(release.source.licence, t))
        words = t("pack.about.source", publisher=publisher, licence=licence, label=release.label)
        rows.append((release_words(release, t), words))
    for view in views:
        rows.append((view.heading, t("pack.notes.rule", rule=t(f"pack.rule.{view.view_id}"))))
    rows += [(t("file.guide.sheet"), sheet.title) for sheet in sheets]
    table = tuple(dict(zip(columns, row, strict=True)) for row in rows)
    return SheetOf(t("pack.about"), columns, table)
