"""Reminders by mail: off until set up; what waits for an owner and nobody else, to its address."""

import socketserver
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread

import pytest
from sqlalchemy import insert

from data_access.command import main
from data_access.engine import open_store
from data_access.inside.error_reports import NewReport, receive
from data_access.inside.mail import MailRefused, mail_settings
from data_access.releases import NewRelease, record_release
from data_access.tables import meeting
from progress.promises.decisions import Meeting
from progress.promises.digest import digest_of, next_meeting
from tests.data_access.drafts import MARKER, plant
from tests.data_access.made_up import NOW, fill
from tests.stores import new_store

TODAY = date(2026, 6, 1)


class Server(socketserver.ThreadingTCPServer):
    """Takes mail, and says nothing else than what SMTP wants."""

    allow_reuse_address = True
    refuses = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.mails: list[tuple[list[str], EmailMessage]] = []


class Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        self.say("220 test")
        recipients: list[str] = []
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word.startswith("RCPT TO:") and server.refuses and server.refuses in line:
                self.say("550 no such person")
                continue
            if word.startswith("RCPT TO:"):
                recipients.append(line[8:].strip("<> "))
            if word == "DATA":
                self.say("354 go on")
                body = b"".join(iter(self.rfile.readline, b".\r\n"))
                mail = message_from_bytes(body, policy=policy.default)
                assert isinstance(mail, EmailMessage)
                server.mails.append((recipients, mail))
                recipients = []
            self.say("221 bye" if word == "QUIT" else "250 ok")
            if word == "QUIT":
                return

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The made-up country, with drafts of 9001 and a meeting of 9002 that is near."""
    url = new_store(f"sqlite:///{tmp_path_factory.mktemp('reminders') / 'store.db'}", fill, plant)
    engine = open_store(url, read_only=False)
    with engine.begin() as conn:
        new = NewRelease("moten", "meetings", "Möten", "prov", "m.csv", "0" * 64, 1)
        values = {"release_id": record_release(conn, new, now=NOW), "municipality_code": "9002"}
        values |= {"day": date(2026, 6, 10), "body": "Kommunstyrelsen", "source_title": "Prov"}
        conn.execute(insert(meeting).values(values))
        receive(conn, NewReport("9002", "/sv/kommun/x", "/sv/kommun/x", MARKER, MARKER), NOW)
    engine.dispose()
    return url


@pytest.fixture
def set_up(store: str, server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    settings = {
        "DATABASE_URL": store,
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(server.server_address[1]),
        "SMTP_SECURITY": "none",
        "MAIL_FROM": "klimat@example.se",
        "REMINDERS": "9001=a@example.se, b@example.se; 9002=c@example.se",
        "PUBLIC_URL": "https://klimat.example",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("data_access.commands.reminding.today", lambda: TODAY)
    return server


def test_each_owners_people_are_sent_what_waits_for_them_and_nothing_of_others(
    set_up: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "sv", "remind", "--dry-run"]) == 0
    assert "Ingenting är skickat" in capsys.readouterr().out
    assert set_up.mails == []
    assert main(["--lang", "sv", "remind"]) == 0
    mails = {tuple(to): mail for to, mail in set_up.mails}
    assert set(mails) == {("a@example.se", "b@example.se"), ("c@example.se",)}
    of_9001 = mails["a@example.se", "b@example.se"]
    text = of_9001.get_content()
    assert "Utkast att publicera:" in text
    assert "Frågor från läsare: 1" in text
    assert "https://klimat.example/sv/inne" in text
    other = mails[("c@example.se",)].get_content()
    assert "Utkast att publicera" not in other
    for mail in mails.values():
        assert MARKER not in str(mail)  # what a draft or a reader says is in no mail
        assert mail["Auto-Submitted"] == "auto-generated"


def test_before_a_meeting_only_those_who_have_one_near_are_reminded(set_up: Server) -> None:
    assert main(["--lang", "sv", "remind", "--before-meeting", "7"]) == 0
    assert set_up.mails == []
    assert main(["--lang", "sv", "remind", "--before-meeting", "14"]) == 0
    ((to, mail),) = set_up.mails
    assert to == ["c@example.se"]
    assert "Kommunstyrelsen 2026-06-10" in mail["Subject"]


def test_what_the_server_refuses_is_told(
    set_up: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up.refuses = "example.se"
    assert main(["remind"]) == 2
    assert "did not take the mail" in capsys.readouterr().err
    assert main(["remind", "--owner", "9101"]) == 2
    assert "REMINDERS has no address for 9101" in capsys.readouterr().err


@pytest.mark.parametrize(
    "settings",
    [
        {"MAIL_FROM": ""},
        {"SMTP_SECURITY": "maybe"},
        {"SMTP_PORT": "many"},
        {"SMTP_SECURITY": "none", "SMTP_USER": "klimat"},
        {"REMINDERS": "9001"},
        {"REMINDERS": "9001=a b@example.se"},
    ],
)
def test_settings_that_are_not_whole_are_refused(settings: dict[str, str]) -> None:
    whole = {"SMTP_HOST": "mail.example", "MAIL_FROM": "klimat@example.se"}
    assert mail_settings({}) is None
    assert mail_settings(whole) is not None
    with pytest.raises(MailRefused):
        mail_settings({**whole, **settings})


def test_a_meeting_is_the_next_one_and_near() -> None:
    def of(day: int) -> Meeting:
        return Meeting("9001", date(2026, 6, day), "Styrgruppen")

    meetings = [of(20), of(3), of(1)]
    assert next_meeting(meetings, date(2026, 6, 2), 7) == of(3)
    assert next_meeting(meetings, date(2026, 6, 1), 0) == of(1)
    assert next_meeting(meetings, date(2026, 6, 4), 7) is None


def test_nothing_waits_where_nothing_does() -> None:
    assert digest_of((), TODAY).is_empty
    assert not digest_of((), TODAY, drafts=1).is_empty
