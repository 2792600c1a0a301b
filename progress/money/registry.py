"""The registers of funders, recipients and programmes: no spelling is an identity (RULES §7.9)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from progress.promises.parties import party_slug
from progress.records import Grant


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who gives or receives money. `parent_id` is what it belongs to, `member_ids` are those who
    give together under its name; both name other organisations of the register.
    """

    organisation_id: str
    kind: str
    name: str
    name_en: str = ""
    orgnr: str = ""
    municipality_code: str | None = None
    parent_id: str = ""
    member_ids: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    source_id: str | None = None
    source_ref: str = ""

    def name_in(self, lang: str) -> str:
        """Its name in a language; the Swedish one where it has no other."""
        return self.name if lang == "sv" else self.name_en or self.name


@dataclass(frozen=True, slots=True)
class Programme:
    """A funder's programme; `parent_id` is the programme that it is a part of."""

    programme_id: str
    name: str
    name_en: str = ""
    funder_ids: tuple[str, ...] = ()
    parent_id: str = ""
    spellings: tuple[str, ...] = ()
    source_id: str | None = None
    source_ref: str = ""
    note: str = ""

    def name_in(self, lang: str) -> str:
        """Its name in a language; the Swedish one where it has no other."""
        return self.name if lang == "sv" else self.name_en or self.name


def key(spelling: str) -> str:
    """What two spellings share that differ in case and spaces alone."""
    return " ".join(spelling.casefold().split())


Entry = TypeVar("Entry", bound=Organisation | Programme)


def _spelled(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Each under every spelling of its name; under one that several have, the first of them."""
    result: dict[str, Entry] = {}
    for each in entries:
        for name in filter(None, (*each.spellings, each.name_en, each.name)):
            result.setdefault(key(name), each)
    return result


@dataclass(frozen=True)
class Registry:
    """All organisations and programmes, found by id, number, municipality or spelling."""

    organisations: tuple[Organisation, ...] = ()
    programmes: tuple[Programme, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Organisation]:
        """Organisation's id → the organisation."""
        return {each.organisation_id: each for each in self.organisations}

    @cached_property
    def programme_by_id(self) -> Mapping[str, Programme]:
        """Programme's id → the programme."""
        return {each.programme_id: each for each in self.programmes}

    @cached_property
    def _by_spelling(self) -> Mapping[str, Organisation]:
        return _spelled(self.organisations)

    @cached_property
    def _by_number(self) -> Mapping[str, Organisation]:
        return {each.orgnr: each for each in self.organisations if each.orgnr}

    @cached_property
    def _by_code(self) -> Mapping[str, Organisation]:
        return {
            each.municipality_code: each
            for each in self.organisations
            if each.municipality_code and each.kind == "municipality" and not each.parent_id
        }

    @cached_property
    def _programme_by_spelling(self) -> Mapping[str, Programme]:
        return _spelled(self.programmes)

    def organisation(self, spelling: str, orgnr: str = "", code: str = "") -> Organisation | None:
        """Whom a publisher means: by municipality's code, else by number, else by spelling."""
        return (
            self._by_code.get(code)
            or self._by_number.get(orgnr)
            or self._by_spelling.get(key(spelling))
        )

    def programme(self, spelling: str) -> Programme | None:
        """The programme that a publisher means."""
        return self._programme_by_spelling.get(key(spelling))

    def funder_name(self, spelling: str, lang: str = "sv") -> str:
        """A funder's name in the register, else as published."""
        known = self.organisation(spelling)
        return spelling if known is None else known.name_in(lang)

    def programme_name(self, spelling: str, lang: str = "sv") -> str:
        """A programme's name in the register, else as published."""
        known = self.programme(spelling)
        return spelling if known is None else known.name_in(lang)

    def recipient_name(self, spelling: str, orgnr: str = "", code: str = "") -> str:
        """A recipient's name in the register, else as published."""
        known = self.organisation(spelling, orgnr, code)
        return " ".join(spelling.split()) if known is None else known.name

    def recipient_of(self, grant: Grant) -> Organisation | None:
        """Who receives a grant, where the register has it."""
        return self.organisation(
            grant.beneficiary, grant.beneficiary_orgnr, grant.beneficiary_municipality_code or ""
        )

    @cached_property
    def _givers(self) -> Mapping[str, frozenset[str]]:
        """Organisation's id → the ids under which it gives: its own, those that it is a member of
        and those that belong to it."""
        under: dict[str, set[str]] = defaultdict(set)
        for each in self.organisations:
            for above in (each.parent_id, *each.member_ids):
                under[above].add(each.organisation_id)
        result = {}
        for each in self.organisations:
            ids, new = {each.organisation_id}, {each.organisation_id}
            while new:
                new = {below for above in new for below in under.get(above, ())} - ids
                ids |= new
            result[each.organisation_id] = frozenset(ids)
        return result

    def gives_as(self, organisation_id: str) -> tuple[Organisation, ...]:
        """The organisation and those whose grants are its own too: jointly with others, or through
        what belongs to it."""
        ids = self._givers.get(organisation_id, frozenset())
        return tuple(each for each in self.organisations if each.organisation_id in ids)

    @cached_property
    def funder_groups(self) -> Mapping[str, frozenset[str]]:
        """Name of each who gives under several names → these names."""
        return {
            each.name: frozenset(giver.name for giver in self.gives_as(each.organisation_id))
            for each in self.organisations
            if len(self._givers[each.organisation_id]) > 1
        }

    def part_of(self, programme_id: str) -> tuple[Programme, ...]:
        """The programme and all that are parts of it."""
        ids, new = {programme_id}, {programme_id}
        while new:
            new = {each.programme_id for each in self.programmes if each.parent_id in new} - ids
            ids |= new
        return tuple(each for each in self.programmes if each.programme_id in ids)


def recipient_slug(name: str, known: Organisation | None) -> str:
    """What stands for a recipient in addresses: its id, else its name as published."""
    return party_slug(name) if known is None else known.organisation_id


def programme_slug(name: str, known: Programme | None) -> str:
    """What stands for a programme in addresses: its id, else its name as published."""
    return party_slug(name) if known is None else known.programme_id
