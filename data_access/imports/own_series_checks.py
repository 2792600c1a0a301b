"""What must hold of a city's own series as a whole: its totals, its forecasts, its options."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.imports.draft import Options, Problems
from data_access.imports.emission_files import Entry
from data_access.imports.own_series_ties import Continued
from progress.emissions.series import Gas, Scope, Status, Unit
from progress.i18n import Words, say


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
            problems.add(
                head.file, None, what, stated, say("import.as_says", option=option, what=what)
            )


def check_totals(
    head: OwnFile, entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """A year's emissions are not negative, whatever a sector takes up; a year has one status."""
    for (_, year), group in entries.items():
        first = group[0]
        total = sum(entry.tonnes for entry in group)
        if total < 0:
            expected = say("import.emissions_that_are_not_negative_in", scope=head.scope, year=year)
            todo = say("import.uptake_is_no_emission_of_series")
            problems.add(first.file, first.row, "value", f"{total:g}", expected, todo)
        forecasts = [entry for entry in group if entry.status == Status.FORECAST]
        if forecasts and len(forecasts) < len(group):
            forecast = forecasts[0]
            expected = say("import.forecasts_only_or_none_in", year=year)
            problems.add(forecast.file, forecast.row, "status", forecast.status, expected)


def check_forecasts(
    head: OwnFile, entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """Within a series, forecasts come after what is observed; such a file continues no other."""
    if head.forecast_only:
        return
    if head.continues:
        expected = say("import.empty_cell_only_file_of_forecasts")
        problems.add(head.file, None, "continues", head.continues, expected)
    observed = [year for (_, year), group in entries.items() if group[0].status != Status.FORECAST]
    check_years_ahead(max(observed), say("import.this_file"), entries, problems)


def check_against_continued(
    tie: Continued | None,
    head: OwnFile,
    entries: Mapping[tuple[str, int], list[Entry]],
    problems: Problems,
) -> None:
    """Forecasts alone need a release to continue, and begin after its last observed year."""
    if tie is None:
        what = say(
            "import.in_with_figures_for",
            scope=head.scope,
            gas=head.gas,
            unit=head.unit,
            code=head.code,
        )
        expected = say("import.label_of_loaded_release_of", what=what)
        todo = say("import.import_observed_series_first_or_see")
        problems.add(head.file, None, "continues", head.continues, expected, todo)
    else:
        check_years_ahead(tie.last_observed, tie.label, entries, problems)


def check_years_ahead(
    last: int, where: Words, entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """A problem for each forecast of a year up to `last`, which `where` has observed."""
    for (_, year), group in sorted(entries.items()):
        if group[0].status == Status.FORECAST and year <= last:
            expected = say("import.forecast_for_year_after_last_one", last=last, where=where)
            todo = say("import.leave_row_out_that_year_has")
            problems.add(group[0].file, group[0].row, "year", year, expected, todo)
