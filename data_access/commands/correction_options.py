"""The options of the commands that take back what went wrong."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from typing import TypeAlias

from data_access.commands import correcting
from data_access.commands.language import translated
from data_access.corrections.stored import STORED_IN

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
Add: TypeAlias = Callable[[Commands, str, Callable[[Namespace], int], str], ArgumentParser]

KINDS = ", ".join(sorted(("releases", "statuses", *STORED_IN)))


def add_corrections(commands: Commands, add: Add) -> None:
    """Adds correct, withdraw, merge, undo, discard and erase."""
    summary = translated("klimat.help.give_row_status_or_release_other")
    command = add(commands, "correct", correcting.correct, summary)
    command.add_argument("kind", metavar="KIND", help=translated("klimat.help.one_of", kinds=KINDS))
    command.add_argument(
        "key", metavar="KEY", help=translated("klimat.help.rows_id_a07_2024_05_31")
    )
    command.add_argument(
        "values", metavar="FIELD=VALUE", nargs="+", help=translated("klimat.help.as_file_has_them")
    )
    command.add_argument(
        "--yes", action="store_true", help=translated("klimat.help.figures_are_right")
    )
    _reason(command)
    summary = translated("klimat.help.take_row_status_or_release_out")
    command = add(commands, "withdraw", correcting.withdraw, summary)
    command.add_argument(
        "name", metavar="NAME", help=translated("klimat.help.releases_label_or_kind", kinds=KINDS)
    )
    command.add_argument(
        "key", metavar="KEY", nargs="?", help=translated("klimat.help.rows_id_after_its_kind")
    )
    command.add_argument(
        "--back", action="store_true", help=translated("klimat.help.put_it_back_in_use")
    )
    _reason(command)
    command = add(commands, "merge", correcting.merge, translated("klimat.help.merge"))
    command.add_argument("kind", metavar="KIND", help=translated("klimat.help.one_of", kinds=KINDS))
    command.add_argument("key", metavar="KEY", help=translated("klimat.help.merge.key"))
    command.add_argument(
        "--into", metavar="KEY", required=True, help=translated("klimat.help.merge.into")
    )
    _reason(command)
    summary = translated("klimat.help.take_whole_import_back_where_nothing")
    command = add(commands, "undo", correcting.undo, summary)
    command.add_argument(
        "name", metavar="NAME", help=translated("klimat.help.release_or_name_of_statuses")
    )
    _reason(command)
    summary = translated("klimat.help.take_draft_out_of_store")
    command = add(commands, "discard", correcting.discard, summary)
    command.add_argument(
        "name", metavar="NAME", help=translated("klimat.help.as_klimat_drafts_lists_it")
    )
    _dry_run(command)
    summary = translated("klimat.help.erase_words_about_person_read_from")
    _dry_run(add(commands, "erase", correcting.erase, summary))


def _reason(command: ArgumentParser) -> None:
    command.add_argument(
        "--reason", required=True, help=translated("klimat.help.why_for_everyone_to_read")
    )
    _dry_run(command)


def _dry_run(command: ArgumentParser) -> None:
    command.add_argument(
        "--dry-run", action="store_true", help=translated("klimat.help.only_say_what_would_happen")
    )
