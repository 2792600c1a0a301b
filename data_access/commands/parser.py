"""The commands of `klimat` and their options, in the language that is spoken."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from data_access.commands import (
    backup,
    data,
    error_reports,
    hindcast,
    notes,
    publishing,
    snapshots,
    store,
)
from data_access.commands.answering import add_answering
from data_access.commands.correction_options import add_corrections
from data_access.commands.dumping import add_dump
from data_access.commands.file_options import add_export, add_fetch, add_import, add_money
from data_access.commands.language import a_day, translated
from data_access.commands.notifying import add_notify
from data_access.commands.reminding import add_remind
from progress.i18n import languages

Command = Callable[[Namespace], int]


def parser() -> ArgumentParser:
    """The commands and their options."""
    top = ArgumentParser(
        prog="klimat",
        description=translated("klimat.help.store_of_follow_up_filled_fed"),
    )
    top.add_argument(
        "--as",
        dest="actor",
        metavar="NAME",
        help=translated("klimat.help.who_does_it_for_klimat_log"),
    )
    top.add_argument("--lang", choices=languages(), help=translated("klimat.help.language"))
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "seed", store.seed, translated("klimat.help.make_store_if_it_is_missing"))
    add_import(commands, _add)
    add_fetch(commands, _add)
    _add_releases(commands)
    add_corrections(commands, _add)
    _add_publishing(commands)
    _add_snapshots(commands)
    _add_notes(commands)
    _add_error_reports(commands)
    add_export(commands, _add)
    add_money(commands, _add)
    add_dump(commands, _add)
    add_remind(commands, _add)
    add_notify(commands, _add)
    add_answering(commands, _add)
    _add(commands, "check", store.check, translated("klimat.help.look_store_through_exit_code_1"))
    anew = _add(
        commands, "refresh", store.refresh, translated("klimat.help.work_out_anew_what_rests_on")
    )
    anew.add_argument(
        "--daily",
        action="store_true",
        help=translated("klimat.help.only_where_day_has_made_verdicts"),
    )
    summary = translated("klimat.help.how_far_estimates_have_missed_and")
    record = _add(commands, "hindcast", hindcast.hindcast, summary)
    record.add_argument(
        "--city", metavar="CODE", help=translated("klimat.help.record_of_one_municipality")
    )
    record.add_argument(
        "--all", action="store_true", help=translated("klimat.help.record_of_every_contract_city")
    )
    copy = _add(
        commands, "backup", backup.backup, translated("klimat.help.copy_sqlite_store_while_it_is")
    )
    copy.add_argument("file", metavar="FILE", type=Path, help=translated("klimat.help.new_file"))
    up = _add(
        commands, "upgrade", store.upgrade, translated("klimat.help.bring_tables_to_newest_version")
    )
    up.add_argument(
        "version", nargs="?", help=translated("klimat.help.another_version_than_newest")
    )
    down = _add(
        commands,
        "downgrade",
        store.downgrade,
        translated("klimat.help.bring_tables_back_to_version"),
    )
    down.add_argument("version", help=translated("klimat.help.version_base_takes_all_tables_and"))
    down.add_argument("--yes", action="store_true", help=translated("klimat.help.may_be_destroyed"))
    return top


def _add_snapshots(commands: "_SubParsersAction[ArgumentParser]") -> None:
    top = commands.add_parser(
        "snapshot", help=translated("klimat.help.freeze_municipalitys_facts_or_list_what")
    )
    actions = top.add_subparsers(required=True, metavar="ACTION")
    parser = _add(
        actions,
        "take",
        snapshots.take,
        translated("klimat.help.freeze_municipalitys_facts_under_name"),
    )
    parser.add_argument(
        "--city", metavar="CODE", required=True, help=translated("klimat.help.municipalitys_code")
    )
    parser.add_argument(
        "--name", required=True, help=translated("klimat.help.meetings_name_such_as_with_its")
    )
    parser.add_argument(
        "--internal", action="store_true", help=translated("klimat.help.only_citys_people_see_it")
    )
    _add(actions, "list", snapshots.list_all, translated("klimat.help.every_snapshot_newest_first"))


def _add_notes(commands: "_SubParsersAction[ArgumentParser]") -> None:
    top = commands.add_parser(
        "note", help=translated("klimat.help.write_internal_note_about_municipality")
    )
    actions = top.add_subparsers(required=True, metavar="ACTION")
    parser = _add(
        actions, "add", notes.add, translated("klimat.help.write_note_that_only_its_owners")
    )
    parser.add_argument(
        "text", metavar="TEXT", help=translated("klimat.help.what_it_says_reads_it_from")
    )
    parser.add_argument(
        "--city", metavar="CODE", required=True, help=translated("klimat.help.whom_it_is_about")
    )
    parser.add_argument(
        "--for", dest="owner", metavar="OWNER", help=translated("klimat.help.else_citys_own_people")
    )
    parser = _add(actions, "list", notes.list_all, translated("klimat.help.notes_newest_first"))
    parser.add_argument(
        "--city", metavar="CODE", help=translated("klimat.help.about_one_municipality")
    )
    parser.add_argument(
        "--all", action="store_true", help=translated("klimat.help.also_those_that_were_taken_away")
    )
    parser = _add(
        actions,
        "withdraw",
        notes.withdraw,
        translated("klimat.help.take_note_away_store_remembers_it"),
    )
    parser.add_argument(
        "number",
        metavar="NUMBER",
        type=int,
        help=translated("klimat.help.as_klimat_note_list_has_it"),
    )


def _add_error_reports(commands: "_SubParsersAction[ArgumentParser]") -> None:
    top = commands.add_parser("error-report", help=translated("klimat.help.error_reports"))
    actions = top.add_subparsers(required=True, metavar="ACTION")
    parser = _add(
        actions, "list", error_reports.list_all, translated("klimat.help.error_reports.list")
    )
    parser.add_argument(
        "--all", action="store_true", help=translated("klimat.help.error_reports.all")
    )
    parser = _add(
        actions, "answer", error_reports.answer, translated("klimat.help.error_reports.answer")
    )
    _number(parser)
    parser.add_argument(
        "text", metavar="TEXT", help=translated("klimat.help.what_it_says_reads_it_from")
    )
    parser.add_argument(
        "--about", required=True, help=translated("klimat.help.error_reports.about")
    )
    for name in ("close", "reopen"):
        _number(
            _add(
                actions,
                name,
                getattr(error_reports, name),
                translated(f"klimat.help.error_reports.{name}"),
            )
        )


def _number(parser: ArgumentParser) -> None:
    parser.add_argument(
        "number", metavar="NUMBER", type=int, help=translated("klimat.help.error_reports.number")
    )


def _add_publishing(commands: "_SubParsersAction[ArgumentParser]") -> None:
    parser = _add(
        commands,
        "publish",
        publishing.publish,
        translated("klimat.help.let_everyone_see_what_has_been"),
    )
    parser.add_argument(
        "name", metavar="NAME", help=translated("klimat.help.as_klimat_drafts_lists_it")
    )
    summary = translated("klimat.help.take_what_everyone_sees_back_so")
    parser = _add(commands, "unpublish", publishing.unpublish, summary)
    parser.add_argument(
        "name", metavar="NAME", help=translated("klimat.help.release_or_as_klimat_drafts_all")
    )
    parser.add_argument(
        "--for",
        dest="owner",
        metavar="OWNER",
        help=translated("klimat.help.whose_draft_it_becomes"),
    )
    parser = _add(
        commands,
        "drafts",
        publishing.list_drafts,
        translated("klimat.help.list_what_is_not_published"),
    )
    parser.add_argument(
        "--difference",
        metavar="NAME",
        help=translated("klimat.help.what_a_fetched_draft_changes"),
    )
    parser.add_argument(
        "--all", action="store_true", help=translated("klimat.help.what_has_been_published_of_it")
    )
    summary = translated("klimat.help.end_sessions_of_who_is_signed")
    parser = _add(commands, "sign-out", publishing.sign_out, summary)
    parser.add_argument(
        "subject", metavar="SUBJECT", help=translated("klimat.help.as_klimat_log_names_them")
    )
    parser = _add(
        commands, "log", publishing.show_log, translated("klimat.help.who_did_what_and_when_newest")
    )
    parser.add_argument(
        "--by", metavar="NAME", help=translated("klimat.help.what_this_person_or_program_did")
    )
    parser.add_argument(
        "--action", metavar="WORD", help=translated("klimat.help.import_draft_publish_unpublish")
    )
    parser.add_argument(
        "--release", metavar="LABEL", help=translated("klimat.help.what_was_done_with_release")
    )
    parser.add_argument(
        "--since",
        type=a_day,
        metavar="DATE",
        help=translated("klimat.help.from_this_day_on"),
    )
    parser.add_argument(
        "--until",
        type=a_day,
        metavar="DATE",
        help=translated("klimat.help.to_this_day"),
    )
    parser.add_argument(
        "--limit", type=int, metavar="N", help=translated("klimat.help.at_most_so_many_lines")
    )
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")


def _add_releases(commands: "_SubParsersAction[ArgumentParser]") -> None:
    summary = translated("klimat.help.list_what_has_been_imported_or")
    parser = _add(commands, "releases", data.list_releases, summary)
    parser.add_argument(
        "--compare",
        nargs=2,
        metavar="LABEL",
        help=translated("klimat.help.what_newer_of_two_releases_restated"),
    )
    parser.add_argument(
        "--city", metavar="CODE", help=translated("klimat.help.with_compare_one_municipality_2081")
    )


def _add(
    commands: "_SubParsersAction[ArgumentParser]", name: str, run: Command, summary: str
) -> ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser
