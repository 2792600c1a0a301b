"""The portfolio's cells are stored at import, never stale, and the same as when folded anew."""

from sqlalchemy import Connection, update

from data_access import grant_cells
from data_access.grant_cells_json import from_payload, to_payload
from data_access.questions import folded_grants
from data_access.tables import municipality, release
from progress.money.cube import Folded, cells, slim
from tests import seed_money


def test_stored_cells_are_what_folding_gives(scratch: Connection) -> None:
    assert grant_cells.stored(scratch) is None
    folded = grant_cells.fold(scratch)
    assert folded.cells
    assert grant_cells.refresh_grant_cells(scratch) == len(folded.cells)
    assert grant_cells.stored(scratch) == folded == folded_grants(scratch)


def test_real_grants_come_back_from_json_as_they_were() -> None:
    cities = frozenset(seed_money.contract_cities())
    folded = Folded(
        cells([slim(grant, cities) for grant in seed_money.grants()], cities),
        (),
    )
    assert from_payload(to_payload(folded)) == folded


def test_cells_of_another_state_are_not_used(scratch: Connection) -> None:
    grant_cells.refresh_grant_cells(scratch)
    assert grant_cells.stored(scratch) is not None
    scratch.execute(update(release).where(release.c.kind == "grants").values(published=False))
    assert grant_cells.stored(scratch) is None
    assert folded_grants(scratch).cells == ()


def test_another_contract_city_makes_other_cells(scratch: Connection) -> None:
    grant_cells.refresh_grant_cells(scratch)
    scratch.execute(update(municipality).values(contract_since=None))
    assert grant_cells.stored(scratch) is None
