"""The options of the commands by which files come in and go out."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path

from data_access.commands import data, fetching, money
from data_access.commands.correction_options import Add, Commands
from data_access.commands.language import a_day, translated
from data_access.exports import EXPORTS
from data_access.imports import KINDS
from data_access.imports.statuses import KIND as STATUSES
from data_access.records import OWN_SERIES
from data_access.records.columns_help import columns_help
from data_access.templates import TEMPLATES
from progress.emissions.series import Gas, Scope


def add_import(commands: Commands, add: Add) -> None:
    """Adds import."""
    parser = add(
        commands,
        "import",
        data.import_files,
        translated("klimat.help.check_files_and_make_them_release"),
    )
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = columns_help(
        OWN_SERIES, translated("klimat.help.citys_own_figures_one_series_municipality")
    )
    kinds = sorted((*KINDS, STATUSES))
    parser.add_argument("kind", metavar="KIND", choices=kinds, help=", ".join(kinds))
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument(
        "--release", metavar="LABEL", help=translated("klimat.help.releases_label_smhi_co2e_2027")
    )
    parser.add_argument(
        "--gas", choices=[*Gas], help=translated("klimat.help.what_emissions_count")
    )
    parser.add_argument(
        "--scope", choices=[*Scope], help=translated("klimat.help.whose_emissions_they_are")
    )
    parser.add_argument(
        "--source", metavar="ID", help=translated("klimat.help.source_that_store_knows")
    )
    parser.add_argument("--title", help=translated("klimat.help.what_readers_see_as_releases_name"))
    summary = translated("klimat.help.year_by_which_publisher_names_statistics")
    parser.add_argument("--edition", type=int, metavar="YEAR", help=summary)
    summary = translated("klimat.help.day_they_were_published_yyyy_mm")
    parser.add_argument("--released", type=a_day, metavar="DATE", help=summary)
    parser.add_argument(
        "--sheet", metavar="NAME", help=translated("klimat.help.which_sheet_of_workbook_also_file")
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help=translated("klimat.help.figures_that_look_wrong_are_right"),
    )
    summary = translated("klimat.help.emissions_of_some_municipalities_alone_are")
    parser.add_argument("--partial", action="store_true", help=summary)
    parser.add_argument(
        "--draft-for",
        metavar="OWNER",
        help=translated("klimat.help.only_people_of_this_city_its"),
    )
    parser.add_argument(
        "--replaces", metavar="NAME", help=translated("klimat.help.with_draft_for_instead_of_this")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=translated("klimat.help.only_say_what_would_change")
    )


def add_fetch(commands: Commands, add: Add) -> None:
    """Adds fetch."""
    summary = translated("klimat.help.fetch")
    parser = add(commands, "fetch", fetching.fetch_files, summary)
    summary = translated("klimat.help.fetch.publishers")
    parser.add_argument("publishers", metavar="SOURCE", nargs="*", help=summary)
    parser.add_argument("--all", action="store_true", help=translated("klimat.help.fetch.all"))
    parser.add_argument("--list", action="store_true", help=translated("klimat.help.fetch.list"))
    summary = translated("klimat.help.fetch.into_draft")
    parser.add_argument("--into-draft", action="store_true", help=summary)
    summary = translated("klimat.help.fetch.draft_for")
    parser.add_argument("--draft-for", metavar="OWNER", help=summary)


def add_export(commands: Commands, add: Add) -> None:
    """Adds export."""
    parser = add(
        commands, "export", data.export_rows, translated("klimat.help.write_figures_as_csv_or_json")
    )
    parser.add_argument("what", metavar="WHAT", choices=[*EXPORTS], help=", ".join(EXPORTS))
    parser.add_argument("--format", choices=("csv", "json", data.GIVING), default="csv")
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help=translated("klimat.help.default_terminal")
    )
    parser.add_argument(
        "--release",
        metavar="LABEL",
        help=translated("klimat.help.emissions_and_verdicts_of_one_release"),
    )


def add_money(commands: Commands, add: Add) -> None:
    """Adds grants and template."""
    about = commands.add_parser("grants", help=translated("klimat.help.look_grants_through"))
    under = about.add_subparsers(required=True, metavar="COMMAND")
    summary = translated("klimat.help.list_rows_of_two_publishers_that")
    pairs = add(under, "duplicates", money.list_duplicates, summary)
    pairs.add_argument("--format", choices=("text", "csv"), default="text")
    pairs.add_argument(
        "--output", metavar="FILE", type=Path, help=translated("klimat.help.default_terminal")
    )
    summary = translated("klimat.help.write_template_to_fill_in_with")
    parser = add(commands, "template", money.write_template, summary)
    parser.add_argument("what", metavar="WHAT", choices=[*TEMPLATES], help=", ".join(TEMPLATES))
    parser.add_argument("--format", choices=("csv", "xlsx"), default="csv")
    parser.add_argument(
        "--guide",
        action="store_true",
        help=translated("klimat.help.what_each_column_holds_instead"),
    )
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help=translated("klimat.help.default_terminal")
    )
