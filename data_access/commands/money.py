"""Commands on money: possible duplicates between publishers, and templates to fill in."""

import sys
from argparse import Namespace
from pathlib import Path

from data_access.commands.data import target
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.exports import write_csv
from data_access.exports.duplicates import DUPLICATE_FIELDS, duplicate_rows
from data_access.templates import TEMPLATES
from progress.i18n import say


class NeedsFile(Exception):  # noqa: N818
    """A workbook cannot be written to the terminal."""


def list_duplicates(arguments: Namespace) -> int:
    """Pairs of rows from two publishers that may be one grant. Nothing is changed."""
    with opened(read_only=True) as engine, engine.connect() as conn:
        rows = list(duplicate_rows(conn))
    if arguments.format == "csv":
        with target(arguments.output) as stream:
            write_csv(DUPLICATE_FIELDS, rows, stream)
        return 0
    lines = []
    for row in rows:
        lines += [
            f"{row['state']:<6} {row['beneficiary']}",
            f"       {row['first_id']}  {row['first_sek']} kr  {row['first_title']}",
            f"       {row['second_id']}  {row['second_sek']} kr  {row['second_title']}",
        ]
    lines.append(translated("klimat.possible_duplicates_nothing_was_merged", number=len(rows)))
    with target(arguments.output) as stream:
        stream.write("\n".join(lines) + "\n")
    return 0


def write_template(arguments: Namespace) -> int:
    """The template of a kind, with made-up example rows; or the guide to its columns."""
    # What writes workbooks takes a tenth of a command's start: only this one loads it.
    from data_access.templates.writing import write_guide, write_template_csv, write_workbook

    template = TEMPLATES[arguments.what]
    if arguments.guide:
        with target(arguments.output) as stream:
            write_guide(template, stream)
    elif arguments.format == "csv":
        with target(arguments.output) as stream:
            write_template_csv(template, stream)
    elif arguments.output is None:
        raise NeedsFile(say("klimat.workbook_needs_output_file_xlsx"))
    else:
        write_workbook(template, Path(arguments.output))
        print(say("klimat.written", output=arguments.output), file=sys.stderr)
    return 0
