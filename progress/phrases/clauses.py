"""The clauses that sentences on goals are made of, from the catalog `sentence`."""

from collections.abc import Mapping
from functools import cache

from progress.i18n import messages

BEGINNING = "sentence."


@cache
def clauses_of(lang: str) -> Mapping[str, str]:
    """The clauses of a language by what follows `sentence.` in their keys."""
    return {
        key.removeprefix(BEGINNING): message.forms[0]
        for key, message in messages(lang).items()
        if key.startswith(BEGINNING)
    }
