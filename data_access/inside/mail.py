"""Mail by the operator's own server: off until it is set up."""

import smtplib
import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage

from data_access.engine import StoreError
from progress.i18n import say

SECONDS = 20
SECURITY = ("starttls", "tls", "none")


class MailRefused(StoreError):  # noqa: N818
    """The settings are not whole, or the server did not take the mail; the message says why."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The server that takes mail, who sends it, and to which addresses an owner's goes.

    `security` is how the line is kept secret: `starttls`, `tls` from the start, or `none` (a server
    on the same machine).
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    security: str = "starttls"
    recipients: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def mail_settings(environment: Mapping[str, str]) -> MailSettings | None:
    """What SMTP_HOST and its fellows say; None where there is no SMTP_HOST. Raises MailRefused."""
    host, sender = environment.get("SMTP_HOST", ""), environment.get("MAIL_FROM", "")
    if not host:
        return None
    security = environment.get("SMTP_SECURITY", "starttls")
    port = environment.get("SMTP_PORT", "") or ("465" if security == "tls" else "587")
    user = environment.get("SMTP_USER", "")
    if not (sender and "@" in sender and security in SECURITY and port.isdecimal()):
        raise MailRefused(say("reminder.settings"))
    if user and security == "none":
        raise MailRefused(say("reminder.password_in_the_open"))
    return MailSettings(
        host,
        int(port),
        sender,
        user,
        environment.get("SMTP_PASSWORD", ""),
        security,
        _recipients(environment.get("REMINDERS", "")),
    )


def _recipients(text: str) -> dict[str, tuple[str, ...]]:
    """Owner → addresses, of `1880=klimat@example.se; energimyndigheten=a@example.se,b@example.se`.

    Raises MailRefused.
    """
    result = {}
    for part in filter(None, map(str.strip, text.replace("\n", ";").split(";"))):
        owner, _, addresses = part.partition("=")
        several = tuple(filter(None, map(str.strip, addresses.split(","))))
        if not several or any("@" not in each or " " in each for each in several):
            raise MailRefused(say("reminder.recipients", part=part))
        result[owner.strip()] = several
    return result


def send(messages: Iterable[EmailMessage], settings: MailSettings) -> int:
    """Hands the messages to the server; how many. Raises MailRefused at the first it refuses."""
    number = 0
    try:
        with _server(settings) as server:
            for message in messages:
                server.send_message(message)
                number += 1
    except (OSError, smtplib.SMTPException) as error:
        raise MailRefused(
            say("reminder.not_sent", host=settings.host, number=number, error=error)
        ) from None
    return number


@contextmanager
def _server(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    place = (settings.host, settings.port)
    with (
        smtplib.SMTP_SSL(*place, timeout=SECONDS, context=context)
        if settings.security == "tls"
        else smtplib.SMTP(*place, timeout=SECONDS)
    ) as server:
        if settings.security == "starttls":
            server.starttls(context=context)
        if settings.user:
            server.login(settings.user, settings.password)
        yield server
