"""The frame of grants has every project once, as the rules of money count it."""

import pandas as pd
from sqlalchemy import Connection, update

from data_access import frames, questions
from data_access.tables import grant, municipality, release
from progress.money.kinds import PROJECT, repeated
from progress.money.placing import Stated, counted


def expected_rows(conn: Connection) -> dict[str, tuple[object, ...]]:
    """The same from whole records, one by one."""
    followed = frozenset(
        city.code for city in questions.municipalities(conn) if city.is_contract_city
    )
    grants = [one for one in questions.grants(conn) if one.level == PROJECT]
    left_out = repeated(grants)
    result: dict[str, tuple[object, ...]] = {}
    for one in grants:
        stated = Stated(
            one.beneficiary_municipality_code or "",
            one.allocation,
            tuple(code for code in one.places if code in followed),
            bool(one.places),
            one.amount_kind,
            one.decision,
            one.amount,
        )
        count = counted(stated, followed)
        climate = "" if one.is_climate is None else "yes" if one.is_climate else "no"
        result[one.grant_id] = (
            *(one.funder, one.programme, one.theme, one.beneficiary, one.currency, climate),
            *(count.kind, str(count.allocation or ""), count.city or "", ";".join(count.shared)),
            *(one.year or 0, float(one.amount or 0) if count.sum_known else None),
            one.grant_id in left_out,
        )
    return result


COLUMNS = (
    *("funder", "programme", "theme", "beneficiary", "currency", "climate"),
    *("kind", "allocation", "city", "shared", "year", "amount", "repeats"),
)


def rows_of(frame: pd.DataFrame) -> dict[str, tuple[object, ...]]:
    columns = [frame[name].tolist() for name in COLUMNS]
    return {
        grant_id: tuple(None if isinstance(v, float) and pd.isna(v) else v for v in values)
        for grant_id, *values in zip(frame["grant_id"], *columns, strict=True)
    }


def test_a_frame_of_grants_has_every_project_as_it_is_counted(store: Connection) -> None:
    expected = expected_rows(store)
    rows = rows_of(frames.grants(store))
    for grant_id, values in expected.items():
        assert rows.pop(grant_id) == values
    assert expected
    assert not rows


def test_titles_stand_in_the_order_of_the_grants(store: Connection) -> None:
    titles = {one.grant_id: one.title for one in questions.grants(store)}
    ids = frames.grants(store)["grant_id"]
    assert list(frames.grant_titles(store)) == [titles[one] for one in ids]


def test_what_is_not_published_and_who_is_followed_decide_the_frame(scratch: Connection) -> None:
    from data_access.frames.grants import _build

    grant_id = scratch.scalar(grant.select().with_only_columns(grant.c.grant_id).limit(1))
    scratch.execute(update(grant).where(grant.c.grant_id == grant_id).values(decision="granted"))
    scratch.execute(update(municipality).values(contract_since=None))
    frame = _build(scratch)
    assert rows_of(frame) == expected_rows(scratch)
    assert set(frame["city"]) == {""}
    scratch.execute(update(release).where(release.c.kind == "grants").values(published=False))
    assert _build(scratch).empty
