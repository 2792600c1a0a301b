"""Commands on drafts: publish, take back, list; who is signed out; the log of who did what."""

import sys
from argparse import Namespace
from itertools import chain

from data_access.clock import now
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.exports import write_csv, write_json
from data_access.fetching.stored import report_on
from data_access.inside.publishing import held, set_shown
from data_access.inside.sessions import end_sessions_of
from data_access.log import LOG_FIELDS, Wanted, changes
from data_access.readers import OPERATOR
from progress.i18n import language, messages, say

ACTION = "klimat.action."
"""Begins the keys of what the log's actions are called."""


def publish(arguments: Namespace) -> int:
    """Let everyone see a draft."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        set_shown(conn, arguments.name, True, now())
    print(say("klimat.is_published", name=arguments.name))
    return 0


def unpublish(arguments: Namespace) -> int:
    """Take back what everyone sees."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        draft = set_shown(conn, arguments.name, False, now(), owner=arguments.owner)
    seen_by = (
        say("klimat.seen_by_only", owner=draft.owner)
        if draft.owner
        else say("klimat.seen_by_nobody")
    )
    print(say("klimat.is_no_longer_published", name=arguments.name, seen_by=seen_by))
    return 0


def list_drafts(arguments: Namespace) -> int:
    """Every draft, newest first; with --all also what has been published of them."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        if arguments.difference is not None:
            print(report_on(conn, arguments.difference) or say("klimat.difference_was_not_kept"))
            return 0
        result = [draft for draft in held(conn) if arguments.all or not draft.published]
    print(
        f"{translated('klimat.head.name'):<40}{translated('klimat.head.what'):<10}"
        f"{translated('klimat.head.owner'):<20}{translated('klimat.head.state'):<13}"
        f"{translated('klimat.head.made'):<12}{translated('klimat.head.title')}"
    )
    for draft in result:
        state = translated("klimat.state.published" if draft.published else "klimat.state.draft")
        print(
            f"{draft.name:<39} {draft.kind:<10}{draft.owner:<19} {state:<13}"
            f"{draft.made:%Y-%m-%d}  {draft.title}"
        )
    return 0


def sign_out(arguments: Namespace) -> int:
    """End all sessions that somebody has begun."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        end_sessions_of(conn, arguments.subject, now())
    print(say("klimat.is_signed_out_if_they_were", subject=arguments.subject))
    return 0


def _action_words() -> dict[str, str]:
    """What the log's words for what was done are in the language that is spoken."""
    keys = (key for key in messages(language()) if key.startswith(ACTION))
    return {key.removeprefix(ACTION): translated(key) for key in keys}


def show_log(arguments: Namespace) -> int:
    """The log of changes: text for people, CSV and JSON with every column."""
    words = _action_words()
    wanted = Wanted(
        arguments.by,
        next((each for each, word in words.items() if word == arguments.action), arguments.action),
        arguments.release,
        arguments.since,
        arguments.until,
        arguments.limit,
    )
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        rows = changes(conn, wanted)
        if arguments.format == "csv":
            write_csv(LOG_FIELDS, rows, sys.stdout)
        elif arguments.format == "json":
            write_json(LOG_FIELDS, rows, sys.stdout)
        else:
            head = (
                f"{translated('klimat.head.when'):<21}{translated('klimat.head.who'):<20}"
                f"{translated('klimat.head.what'):<22}{translated('klimat.head.detail')}"
            )
            lines = (
                f"{row['at']:%Y-%m-%d %H:%M:%S}  {row['actor']:<19} "
                f"{words.get(row['action'], row['action']):<21} "
                f"{row['detail'] or row['release']}"
                for row in rows
            )
            for line in chain((head,), lines):
                print(line)
    return 0
