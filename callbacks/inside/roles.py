"""From what a provider or a server in front says of a person to the roles they have here."""

import re
from collections.abc import Iterator
from typing import Any

from data_access.readers import OWNER
from progress.people import Role

MOST_ROLES = 400
_WORDS = {role.name.lower(): role for role in Role}


def roles_of(claim: Any) -> dict[str, Role]:
    """Owner → the highest role told. What is no role of ours is left aside.

    Understood: `{"1880": "publisher"}`, `{"1880": ["reader", "editor"]}`, `["1880:publisher"]` and
    `"1880:publisher, energimyndigheten:reader"`.
    """
    result: dict[str, Role] = {}
    for owner, word in _pairs(claim):
        role = _WORDS.get(word.strip().lower())
        if role is not None and OWNER.fullmatch(owner) and len(result) < MOST_ROLES:
            result[owner] = max(role, result.get(owner, role))
    return result


def _pairs(claim: Any) -> Iterator[tuple[str, str]]:
    if isinstance(claim, str):
        claim = re.split(r"[\s,;]+", claim)
    if isinstance(claim, dict):
        for owner, words in claim.items():
            for word in words if isinstance(words, list) else [words]:
                if isinstance(owner, str) and isinstance(word, str):
                    yield owner, word
    elif isinstance(claim, list):
        for entry in claim:
            if isinstance(entry, str):
                owner, _, word = entry.partition(":")
                yield owner, word
