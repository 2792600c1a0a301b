"""Every year's value of every municipality, as a table and as a file."""

from typing import Any

from layouts import html
from layouts.compare.answers import View
from layouts.compare.charts import reference_points
from layouts.compare.figures import Figures
from layouts.compare.words import exact, group_name
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.releases import provenance, release_title, ways_to
from layouts.phrases.text import Text, text
from progress.emissions.series import Point
from progress.records import Release


def years_section(address: Address, view: View, figures: Figures) -> html.Section:
    """Years down, municipalities across, in the measure shown; the file holds all measures."""
    t = text(address.lang)
    lang, answers = address.lang, figures.answers
    series = _columns(view, figures, t)
    columns = [Column(t("word.year"))]
    columns += [Column(name, numeric=True) for name, _ in series]
    columns.append(Column(t("compare.column.status")))
    shown = sorted({point.year for _, points in series for point in points})
    rows = [_row(year, [points for _, points in series], view, t) for year in shown]
    caption = t(f"compare.years.caption.{view.measure}", year=view.base_year)
    file = href(address.file("csv"))
    return section(
        "years",
        t("compare.years.heading"),
        folded(caption, columns, rows, stack=False),
        html.P(
            [
                html.A(
                    t("compare.years.download"), href=file, download="", className="button plain"
                ),
                " ",
                html.Span(t("compare.years.download.note"), className="note"),
            ]
        ),
        html.P(
            [
                t("compare.years.source", release=release_title(answers.release, t)),
                *ways_to([answers.release], lang),
                *_publisher(answers.release, t),
                t("sources.licence", licence=""),
                provenance(answers.release.source.licence, t),
                ". ",
                t("compare.years.population"),
            ],
            className="source",
        ),
    )


def _columns(view: View, figures: Figures, t: Text) -> list[tuple[str, tuple[Point, ...]]]:
    chosen = figures.answers.chosen
    result = [(city.name, figures.cities[city.code].of(view.measure)) for city in chosen]
    if view.against is None:
        return result
    references = {
        group_name(view.against, city, t): reference_points(city, view, figures) for city in chosen
    }
    return result + [(name, points) for name, points in references.items() if points]


def _row(year: int, series: list[tuple[Point, ...]], view: View, t: Text) -> list[Any]:
    result = [next((p for p in points if p.year == year), None) for points in series]
    statuses = dict.fromkeys(t(f"word.status.{p.status}") for p in result if p is not None)
    values = [exact(None if p is None else p.value, view.measure, t) for p in result]
    return [str(year), *values, ", ".join(statuses)]


def _publisher(release: Release, t: Text) -> list[Any]:
    """Who published the release, unless its title says so already."""
    publisher = release.source.publisher
    if publisher in release_title(release, t):
        return [". "]
    return [". ", provenance(publisher, t), ". "]
