"""What must hold of a city's own series as a whole: its totals, its forecasts, its options."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.imports.draft import Options, Problems
from data_access.imports.emission_files import Entry
from data_access.imports.own_series_ties import Continued
from progress.series import Gas, Scope, Status, Unit


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The checked head of a file."""

    file: str
    code: str
    scope: Scope
    gas: Gas
    unit: Unit
    source: Mapping[str, str]
    continues: str
    label: str | None
    forecast_only: bool


def check_options(head: OwnFile, options: Options, problems: Problems) -> None:
    """What is said beside the file does not contradict it."""
    for what, stated, option in (
        ("gas", head.gas, options.gas),
        ("scope", head.scope, options.scope),
    ):
        if option is not None and option != stated:
            problems.add(head.file, None, what, stated, f"{option}, as --{what} says")


def check_totals(
    head: OwnFile, entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """A year's emissions are not negative, whatever a sector takes up; a year has one status."""
    for (_, year), group in entries.items():
        first = group[0]
        total = sum(entry.tonnes for entry in group)
        if total < 0:
            expected = f"{head.scope} emissions that are not negative in {year}"
            todo = "uptake is no emission: leave it out of the series"
            problems.add(first.file, first.row, "value", f"{total:g}", expected, todo)
        forecasts = [entry for entry in group if entry.status == Status.FORECAST]
        if forecasts and len(forecasts) < len(group):
            forecast = forecasts[0]
            expected = f"forecasts only, or none, in {year}"
            problems.add(forecast.file, forecast.row, "status", forecast.status, expected)


def check_forecasts(
    head: OwnFile, entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """Within a series, forecasts come after what is observed; such a file continues no other."""
    if head.forecast_only:
        return
    if head.continues:
        expected = "an empty cell: only a file of forecasts alone continues a release"
        problems.add(head.file, None, "continues", head.continues, expected)
    observed = [year for (_, year), group in entries.items() if group[0].status != Status.FORECAST]
    check_years_ahead(max(observed), "this file", entries, problems)


def check_against_continued(
    tie: Continued | None,
    head: OwnFile,
    entries: Mapping[tuple[str, int], list[Entry]],
    problems: Problems,
) -> None:
    """Forecasts alone need a release to continue, and begin after its last observed year."""
    if tie is None:
        what = f"{head.scope} {head.gas} in {head.unit} with figures for {head.code}"
        expected = f"the label of a loaded release of {what}"
        todo = "import the observed series first, or see `klimat releases`"
        problems.add(head.file, None, "continues", head.continues, expected, todo)
    else:
        check_years_ahead(tie.last_observed, tie.label, entries, problems)


def check_years_ahead(
    last: int, where: str, entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """A problem for each forecast of a year up to `last`, which `where` has observed."""
    for (_, year), group in sorted(entries.items()):
        if group[0].status == Status.FORECAST and year <= last:
            expected = f"a forecast for a year after {last}, the last one observed in {where}"
            todo = "leave the row out: that year has an outcome"
            problems.add(group[0].file, group[0].row, "year", year, expected, todo)
