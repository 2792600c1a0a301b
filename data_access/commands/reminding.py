"""`klimat remind`: a mail to each owner's people of what waits for them."""

import os
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from email.message import EmailMessage

from data_access.clock import today
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.inside.mail import MailRefused, MailSettings, mail_settings, send
from data_access.inside.publishing import check_owner, held
from data_access.inside.reminders import digest, message
from data_access.readers import OPERATOR, Reader
from progress.i18n import say


def remind(arguments: Namespace) -> int:
    """Send what waits to those who are to be reminded, or show it in a dry run."""
    settings = mail_settings(os.environ)
    if settings is None:
        raise MailRefused(say("reminder.off"))
    recipients = settings.recipients
    owners = [arguments.owner] if arguments.owner else sorted(recipients)
    if not owners or any(owner not in recipients for owner in owners):
        raise MailRefused(say("reminder.no_recipients", owner=arguments.owner or ""))
    mails = [mail for owner in owners for mail in _mails(owner, settings, arguments)]
    if arguments.dry_run:
        for mail in mails:
            print(f"{mail['To']}: {mail['Subject']}\n\n{mail.get_content()}")
        print(say("reminder.dry_run", number=len(mails)))
        return 0
    print(say("reminder.sent", number=send(mails, settings) if mails else 0))
    return 0


def _mails(owner: str, settings: MailSettings, arguments: Namespace) -> list[EmailMessage]:
    """The owner's mail; none where nothing waits, or no meeting is near where one should be."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        drafts = sum(not item.published for item in held(conn, {owner}))
    reader = Reader(frozenset({owner}))
    with opened(read_only=True, reader=reader) as engine, engine.connect() as conn:
        check_owner(conn, owner)
        days = arguments.before_meeting
        waiting = digest(conn, owner, today(), days or 0, drafts)
        if waiting.is_empty or (days is not None and waiting.meeting is None):
            return []
        base = os.environ.get("PUBLIC_URL", "").rstrip("/")
        to = settings.recipients[owner]
        return [message(conn, owner, waiting, sender=settings.sender, to=to, base=base)]


def add_remind(
    commands: "_SubParsersAction[ArgumentParser]", add: Callable[..., ArgumentParser]
) -> None:
    """The options of `klimat remind`."""
    parser = add(commands, "remind", remind, translated("klimat.help.remind"))
    parser.add_argument("--owner", metavar="OWNER", help=translated("klimat.help.remind.owner"))
    parser.add_argument(
        "--before-meeting",
        type=int,
        metavar="DAYS",
        help=translated("klimat.help.remind.before_meeting"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=translated("klimat.help.remind.dry_run")
    )
