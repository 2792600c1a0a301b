"""Commands on internal notes: write one, list them, take one away."""

import sys
from argparse import Namespace

from data_access import questions
from data_access.clock import now
from data_access.commands.store import opened
from data_access.notes import add_note, withdraw_note
from data_access.readers import OPERATOR


def add(arguments: Namespace) -> int:
    """Write a note about a municipality."""
    words = sys.stdin.read() if arguments.text == "-" else arguments.text
    owner = arguments.owner or arguments.city
    with opened(read_only=False) as engine, engine.begin() as conn:
        number = add_note(conn, arguments.city, owner, words, now())
    print(f"note {number} about {arguments.city}; seen by {owner} only")
    return 0


def list_all(arguments: Namespace) -> int:
    """The notes, newest first, each on a line."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        result = questions.notes(conn, arguments.city, withdrawn=arguments.all)
    print(f"{'id':>5}  {'city':<6}{'owner':<20}{'written':<12}{'author':<20}text")
    for note in result:
        state = "" if note.withdrawn is None else f"(taken away {note.withdrawn:%Y-%m-%d}) "
        print(
            f"{note.note_id:>5}  {note.municipality_code:<6}{note.owner:<19} "
            f"{note.written:%Y-%m-%d}  {note.author:<19} {state}{' '.join(note.text.split())}"
        )
    return 0


def withdraw(arguments: Namespace) -> int:
    """Take a note away."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        withdraw_note(conn, arguments.number, now())
    print(f"note {arguments.number} is taken away")
    return 0
