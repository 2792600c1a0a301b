"""Licences by what publishers say: only words that name one beyond doubt have an address."""

from collections.abc import Iterable

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
CC_BY = "http://creativecommons.org/licenses/by/4.0/"
CC_BY_SA = "http://creativecommons.org/licenses/by-sa/4.0/"
ADDRESSES = {
    "CC0": CC0,
    "CC0 1.0": CC0,
    "CC BY 4.0": CC_BY,
    "CC BY-SA 4.0": CC_BY_SA,
}
"""The addresses are written as dataportal.se knows them: http, with a final slash."""

NAMES = {CC0: "CC0-1.0", CC_BY: "CC-BY-4.0", CC_BY_SA: "CC-BY-SA-4.0"}
"""Address → the short name of the SPDX list."""


def operators_licence(stated: str) -> str | None:
    """The address of the licence that the operator has set by name or address; None where none."""
    return ADDRESSES.get(stated, stated) or None


def common_licence(stated: Iterable[str]) -> str | None:
    """The address of the one licence that all state; None where they differ or one is unknown."""
    result = {ADDRESSES.get(words.strip()) for words in stated}
    return result.pop() if len(result) == 1 else None
