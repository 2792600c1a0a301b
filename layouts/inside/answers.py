"""What the page asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from progress.drafts import Held
from progress.notes import Note
from progress.people import Person


@dataclass(frozen=True, slots=True)
class InsideAnswers:
    """Who is signed in and what they see. `names` and `slugs` by owner; `token` is for forms.

    `cities` are whom a note can be about: their names by code.
    `uploads_for` are the agencies whose lists of grants the person can load.
    """

    person: Person | None
    held: tuple[Held, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    slugs: Mapping[str, str] = field(default_factory=dict)
    token: str = ""
    by_session: bool = True
    notes: tuple[Note, ...] = ()
    cities: Mapping[str, str] = field(default_factory=dict)
    uploads_for: tuple[str, ...] = ()
