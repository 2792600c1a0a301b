"""Commands on internal notes: write one, list them, take one away."""

import sys
from argparse import Namespace

from data_access import questions
from data_access.clock import now
from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.inside.notes import add_note, withdraw_note
from data_access.readers import OPERATOR
from progress.i18n import say


def add(arguments: Namespace) -> int:
    """Write a note about a municipality."""
    words = sys.stdin.read() if arguments.text == "-" else arguments.text
    owner = arguments.owner or arguments.city
    with opened(read_only=False) as engine, engine.begin() as conn:
        number = add_note(conn, arguments.city, owner, words, now())
    print(say("klimat.note_about_seen_by_only", number=number, city=arguments.city, owner=owner))
    return 0


def list_all(arguments: Namespace) -> int:
    """The notes, newest first, each on a line."""
    with opened(read_only=True, reader=OPERATOR) as engine, engine.connect() as conn:
        result = questions.notes(conn, arguments.city, withdrawn=arguments.all)
    print(
        f"{'id':>5}  {translated('klimat.head.city'):<7}{translated('klimat.head.owner'):<20}"
        f"{translated('klimat.head.written'):<12}{translated('klimat.head.author'):<20}"
        f"{translated('klimat.head.text')}"
    )
    for note in result:
        state = "" if note.withdrawn is None else say("klimat.taken_away", withdrawn=note.withdrawn)
        print(
            f"{note.note_id:>5}  {note.municipality_code:<7}{note.owner:<19} "
            f"{note.written:%Y-%m-%d}  {note.author:<19} {state}{' '.join(note.text.split())}"
        )
    return 0


def withdraw(arguments: Namespace) -> int:
    """Take a note away."""
    with opened(read_only=False) as engine, engine.begin() as conn:
        withdraw_note(conn, arguments.number, now())
    print(say("klimat.note_is_taken_away", number=arguments.number))
    return 0
