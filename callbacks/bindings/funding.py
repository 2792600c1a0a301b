"""Asks for the pages of a grant, and of its funder, its recipient and its programme."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from callbacks.bindings.common import common
from callbacks.bindings.portfolio import grants_in_kronor
from data_access import frames, questions
from data_access.reading import Connection
from layouts import funding
from layouts.frame.page import Page
from layouts.funding.group import COLUMN
from layouts.links.addresses import KEY, Address
from layouts.money.view import pricing_for
from progress.money.duplicates import whole_id
from progress.money.kinds import Allocation, Kind
from progress.money.placing import Stated, place_of
from progress.money.portfolio import by, total
from progress.money.pricing import Pricing, priced
from progress.money.registry import Organisation, Programme, programme_slug, recipient_slug
from progress.promises.parties import party_slug
from progress.records import Grant

MOST_ROWS = 25
MOST_OTHERS = 10

OTHERS = {
    "funder": ("programme", "beneficiary"),
    "recipient": ("funder", "programme"),
    "programme": ("funder", "beneficiary"),
}
"""The kind of page → the columns whose largest words it shows."""


def ask_grant(conn: Connection, address: Address) -> Page | None:
    """The page of a grant; one of its years leads to the whole."""
    key = address.slug or ""
    rows = questions.grant_parts(conn, key)
    if not rows:
        return None
    shared, first = common(conn), rows[0]
    counted = shared.once(questions.repeats, conn).get(first.grant_id, "")
    others = {
        grant.grant_id: grant
        for grant in questions.grant_rows(conn, [each for each in (counted, first.part_of) if each])
    }
    return funding.grant_page(
        address,
        funding.GrantAnswers(
            rows=priced(rows, _pricing(conn, address)),
            allocation=class_of(first),
            registry=shared.once(questions.registry, conn),
            places=tuple(each for each in shared.municipalities if each.code in first.places),
            counted=others.get(counted),
            frame=others.get(first.part_of),
            sources=shared.sources,
            corrections=shared.once(questions.corrections, conn),
        ),
    )


def class_of(grant: Grant) -> Allocation | None:
    """The class of a grant wherever it is read (RULES §7.3, §7.10)."""
    stated = Stated(
        grant.beneficiary_municipality_code or "",
        grant.allocation,
        grant.places,
        bool(grant.places),
        grant.amount_kind,
        grant.decision,
    )
    return place_of(stated, frozenset(grant.places))[0]


def ask_group(conn: Connection, address: Address) -> Page | None:
    """The page of a funder, alone and jointly, of a recipient, or of a programme with its parts."""
    shared, key = common(conn), address.slug or ""
    registry = shared.once(questions.registry, conn)
    names = names_at(conn, address)
    if not names:
        return None
    programme = registry.programme_by_id.get(key) if address.page == "programme" else None
    known = registry.by_id.get(key) if address.page != "programme" else None
    positions = _positions(conn, address, names)
    if known is None and programme is None and not len(positions):
        return None
    pricing = _pricing(conn, address)
    rows = grants_in_kronor(conn, pricing).iloc[positions]
    counted = rows[~rows["repeats"]]
    granted = counted[counted["kind"] == Kind.GRANTED]
    years = rows["year"][rows["year"] > 0]
    order = np.argsort(-np.nan_to_num(rows["sek"].to_numpy(), nan=-np.inf), kind="stable")
    ids = frames.grant_ids(conn).take(positions[order[:MOST_ROWS]])
    code = "" if known is None else known.municipality_code
    return funding.group_page(
        address,
        funding.GroupAnswers(
            what=address.page,
            name=_name(known or programme, names[0], address.lang),
            names=names,
            registry=registry,
            sums={
                str(kind): total(of_kind)
                for kind, of_kind in counted.groupby("kind", observed=True)
                if kind
            },
            classes=by(granted, "allocation"),
            others={column: by(granted, column, MOST_OTHERS) for column in OTHERS[address.page]},
            rows=priced(questions.grant_rows(conn, ids), pricing),
            row_count=len(positions),
            years=(int(years.min()), int(years.max())) if len(years) else None,
            organisation=known,
            programme=programme,
            spellings=_other_spellings(conn, address.page, names),
            municipality=next((each for each in shared.municipalities if each.code == code), None),
            frames=questions.programme_frames(conn, _spellings(programme)) if programme else (),
            sources=shared.sources,
        ),
    )


def names_at(conn: Connection, address: Address) -> tuple[str, ...]:
    """The names in the frame that an address means: the register's, else as published."""
    registry = common(conn).once(questions.registry, conn)
    page, key = address.page.removesuffix("_csv"), address.slug or ""
    if page == "programme" and key in registry.programme_by_id:
        parts = registry.part_of(key)
        return (registry.programme_by_id[key].name, *(each.name for each in parts[1:]))
    if page == "funder" and key in registry.by_id:
        others = (each.name for each in registry.gives_as(key) if each.organisation_id != key)
        return (registry.by_id[key].name, *others)
    if page == "recipient" and key in registry.by_id:
        return (registry.by_id[key].name,)
    return _published(conn, page).get(key, ())


def grants_at(conn: Connection, address: Address) -> list[str]:
    """The ids of the grants of a page, in order."""
    if address.page == "grant_csv":
        return [grant.grant_id for grant in questions.grant_parts(conn, address.slug or "")]
    positions = _positions(conn, address, names_at(conn, address))
    return sorted(frames.grant_ids(conn).take(positions))


def keys_of(conn: Connection, page: str) -> tuple[str, ...]:
    """What stands in the addresses of all pages of a kind: of grants, and of those who give and
    receive them, each once."""
    if page == "grant":
        ids = map(whole_id, frames.grant_ids(conn).to_list())
        return tuple(dict.fromkeys(one for one in ids if KEY.fullmatch(one)))
    registry = common(conn).once(questions.registry, conn)
    names = frames.grants(conn)[COLUMN[page]].cat.categories
    if page == "programme":
        keys = [each.programme_id for each in registry.programmes]
        keys += [programme_slug(name, registry.programme(name)) for name in names]
    else:
        keys = [recipient_slug(name, registry.organisation(name)) for name in names]
    return tuple(dict.fromkeys(filter(None, keys)))


def _positions(conn: Connection, address: Address, names: tuple[str, ...]) -> np.ndarray:
    column = frames.grants(conn)[COLUMN[address.page.removesuffix("_csv")]]
    wanted = column.cat.categories.get_indexer(pd.Index(names, dtype=object))
    return np.flatnonzero(np.isin(column.cat.codes.to_numpy(), wanted[wanted >= 0]))


def _published(conn: Connection, page: str) -> Mapping[str, tuple[str, ...]]:
    """Address → the names as published that the register does not have, of a kind of page."""

    def build(conn: Connection) -> dict[str, tuple[str, ...]]:
        registry = questions.registry(conn)
        find = registry.programme if page == "programme" else registry.organisation
        result: dict[str, tuple[str, ...]] = {}
        for name in frames.grants(conn)[COLUMN[page]].cat.categories:
            if find(name) is None and (slug := party_slug(name)):
                result[slug] = (*result.get(slug, ()), name)
        if page == "recipient":
            for name, others in frames.recipient_spellings(conn).items():
                for slug in filter(None, map(party_slug, others)):
                    result.setdefault(slug, (name,))
        return result

    return frames.cached(conn, ("published names", page), build)


def _other_spellings(conn: Connection, page: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """What the sources call a recipient besides, where its number alone holds them together."""
    if page != "recipient":
        return ()
    others = frames.recipient_spellings(conn)
    return tuple(each for name in names for each in others.get(name, ()))


def _name(known: Organisation | Programme | None, published: str, lang: str) -> str:
    return published if known is None else known.name_in(lang)


def _spellings(programme: Programme) -> tuple[str, ...]:
    return (programme.name, programme.name_en, *programme.spellings)


def _pricing(conn: Connection, address: Address) -> Pricing:
    shared = common(conn)
    return pricing_for(address, shared.exchange_rates, shared.price_index)
