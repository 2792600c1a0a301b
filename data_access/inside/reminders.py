"""Reminders to an owner's people: what waits for them, as a mail without anyone's name in it."""

from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage

from sqlalchemy import Connection

from data_access import questions
from progress.i18n import say
from progress.people import is_city
from progress.promises.digest import Digest, digest_of, next_meeting
from progress.promises.parties import owner_names
from progress.promises.reporting import Promise

MOST_LISTED = 30
"""Promises of one heading that are named; of the others the number is told."""


def digest(conn: Connection, owner: str, today: date, days: int, drafts: int) -> Digest:
    """What waits for an owner's people beside their drafts, on a connection that shows what they
    may see; with the city's next meeting where it is within so many days."""
    promises = questions.promises_by_owner(conn, {owner})[owner]
    meetings = questions.meetings(conn, owner) if is_city(owner) else ()
    return digest_of(
        promises,
        today,
        drafts=drafts,
        error_reports=sum(report.owner == owner for report in questions.error_reports(conn)),
        meeting=next_meeting(meetings, today, days),
    )


def message(
    conn: Connection, owner: str, digest: Digest, *, sender: str, to: Sequence[str], base: str
) -> EmailMessage:
    """The digest as a mail in the language that is spoken; `base` is the site's scheme and host."""
    names = owner_names(questions.parties(conn), questions.municipalities(conn))
    name = names.get(owner, owner)
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, ", ".join(to)
    mail["Auto-Submitted"] = "auto-generated"
    number = len(digest.late) + len(digest.overdue) + len(digest.to_report)
    meeting = digest.meeting
    mail["Subject"] = str(
        say("reminder.subject", name=name, number=number)
        if meeting is None
        else say("reminder.subject.meeting", name=name, body=meeting.body, day=meeting.day)
    )
    lines = [str(say("reminder.lead", name=name))]
    if meeting is not None:
        lines += ["", str(say("reminder.meeting", body=meeting.body, day=meeting.day))]
    for key in ("late", "overdue", "to_report"):
        lines += _promises(key, getattr(digest, key))
    if digest.drafts:
        lines += ["", str(say("reminder.drafts", number=digest.drafts))]
    if digest.error_reports:
        lines += ["", str(say("reminder.error_reports", number=digest.error_reports))]
    lines += ["", f"{base}{say('reminder.path')}", "", str(say("reminder.why"))]
    mail.set_content("\n".join(lines) + "\n")
    return mail


def _promises(key: str, promises: Sequence[Promise]) -> list[str]:
    if not promises:
        return []
    lines = ["", str(say(f"reminder.{key}", number=len(promises)))]
    for promise in promises[:MOST_LISTED]:
        due = f" ({promise.due})" if promise.due else ""
        lines.append(f"  {promise.pledge_id}  {promise.title_sv}{due}")
    if len(promises) > MOST_LISTED:
        lines.append(str(say("reminder.more", number=len(promises) - MOST_LISTED)))
    return lines
