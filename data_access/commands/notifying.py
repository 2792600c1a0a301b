"""`klimat notify`: what is new for everyone, sent to the operator's web hooks."""

import os
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable

from data_access.clock import now
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.exports.changes import change_rows
from data_access.readers import OPERATOR
from data_access.web_hooks import (
    Change,
    HookRefused,
    HookSettings,
    deliver,
    hook_settings,
    new_changes,
    remember,
)
from progress.i18n import say


def notify(arguments: Namespace) -> int:
    """Tell each address what it does not know yet; one that is new begins with what comes next."""
    settings = hook_settings(os.environ)
    if settings is None:
        raise HookRefused(say("klimat.web_hooks_off"))
    with opened(read_only=True) as engine, engine.connect() as conn:
        changes = change_rows(conn)
    failures = [
        failure
        for address in settings.addresses
        if (failure := _notify(address, changes, settings, arguments.dry_run)) is not None
    ]
    if failures:
        raise HookRefused("\n".join(map(str, failures)))
    return 0


def _notify(
    address: str, changes: list[Change], settings: HookSettings, dry_run: bool
) -> HookRefused | None:
    """Tells one address; why it could not be told. Others are told all the same."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        new = new_changes(conn, address, changes)
    if dry_run:
        print(say("klimat.web_hook_would_tell", address=address, number=len(new or ())))
        return None
    try:
        if new:
            deliver(address, new, os.environ.get("PUBLIC_URL", "").rstrip("/"), settings, now())
    except HookRefused as error:
        return error
    if new is None or new:
        with opened(read_only=False) as engine, engine.begin() as conn:
            remember(conn, address, changes, now())
    print(say("klimat.web_hook_was_told", address=address, number=len(new or ())))
    return None


def add_notify(
    commands: "_SubParsersAction[ArgumentParser]", add: Callable[..., ArgumentParser]
) -> None:
    """The options of `klimat notify`."""
    parser = add(commands, "notify", notify, translated("klimat.help.notify"))
    parser.add_argument(
        "--dry-run", action="store_true", help=translated("klimat.help.only_say_what_would_happen")
    )
