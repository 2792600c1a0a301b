"""Who is signed in, and what each city or agency lets them do with what is not published."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """Each role may do what the ones before it may."""

    READER = 1
    """Sees the owner's drafts and internal notes."""
    EDITOR = 2
    """Freezes the owner's facts as an internal snapshot, and writes notes."""
    PUBLISHER = 3
    """Publishes the owner's drafts and takes them back."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone signed in. `roles` by owner: a municipality's code or an agency's name."""

    subject: str
    name: str
    roles: Mapping[str, Role]

    def owners(self, role: Role = Role.READER) -> frozenset[str]:
        """The owners that let the person do what the role does."""
        return frozenset(owner for owner, given in self.roles.items() if given >= role)


def is_city(owner: str) -> bool:
    """Whether an owner is a municipality, by its code; agencies have names."""
    return owner.isdecimal()
