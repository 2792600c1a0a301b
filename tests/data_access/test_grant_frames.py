"""The frame of grants has every project once, as the rules of money count it."""

import re
from decimal import Decimal

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, update

from callbacks.bindings.funding import ask_group
from data_access import frames, questions
from data_access.derived.grant_columns import refresh_columns, wrong_columns
from data_access.derived.texts import Texts
from data_access.frames.grants import _build
from data_access.tables import grant, grant_place, municipality, release
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from progress.money.kinds import PROJECT, repeated
from progress.money.placing import Stated, counted
from progress.records import Grant
from tests.data_access.made_up import release as new_release
from tests.statements import heard


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
            *months_of(one),
        )
    return result


def months_of(one: Grant) -> tuple[int, int]:
    """The first and last month, zeros where either is not told."""
    if not one.start or not one.end:
        return 0, 0
    (year, month), (last_year, last_month) = (
        [int(part) for part in f"{day}{rest}".split("-")[:2]]
        for day, rest in ((one.start, "-01"), (one.end, "-12"))
    )
    return year * 12 + month - 1, last_year * 12 + last_month - 1


COLUMNS = (
    *("funder", "programme", "theme", "beneficiary", "currency", "climate"),
    *("kind", "allocation", "city", "shared", "year", "amount", "repeats"),
    *("first_month", "last_month"),
)
SPAN = {"start": "2019-03", "end": "2020"}
REPEATS = COLUMNS.index("repeats")


def rows_of(conn: Connection) -> dict[str, tuple[object, ...]]:
    """The frame's rows as they are in the store now, by id."""
    made = _build(conn)
    columns = [made.frame[name].tolist() for name in COLUMNS]
    return {
        grant_id: tuple(None if isinstance(v, float) and pd.isna(v) else v for v in values)
        for grant_id, *values in zip(made.ids.to_list(), *columns, strict=True)
    }


def newer_edition(conn: Connection) -> int:
    """A release in which one grant has become more and names its twin, another is a programme."""
    release_id = new_release(conn, "prov-grants-2", "grants")
    common = {"release_id": release_id, "funder": "Provfonden", "source_id": "prov"}
    more = {"amount": Decimal(5), "currency": "SEK", "amount_kind": "granted"}
    rows = (
        {"grant_id": "prov-1", "level": "project", "title": "Å\x1eB", **more, **SPAN},
        {"grant_id": "prov-2", "level": "programme"},
        {"grant_id": "prov-4", "level": "project", "same_as": "prov-1", **more},
    )
    for row in rows:
        conn.execute(insert(grant).values({**common, **row}))
    place = {"release_id": release_id, "grant_id": "prov-4", "municipality_code": "9002"}
    conn.execute(insert(grant_place).values(place))
    return release_id


def test_a_frame_of_grants_has_every_project_as_it_is_counted(store: Connection) -> None:
    assert rows_of(store) == expected_rows(store) != {}


def test_ids_and_titles_stand_in_the_order_of_the_grants(store: Connection) -> None:
    titles = {each.grant_id: each.title.casefold() for each in questions.grants(store)}
    assert len(frames.grants(store)) == len(frames.grant_ids(store))
    ids = frames.grant_ids(store).to_list()
    assert frames.grant_titles(store).to_list() == [titles[grant_id] for grant_id in ids]


def test_what_is_not_published_and_who_is_followed_decide_the_frame(scratch: Connection) -> None:
    grant_id = scratch.scalar(grant.select().with_only_columns(grant.c.grant_id).limit(1))
    scratch.execute(update(grant).where(grant.c.grant_id == grant_id).values(decision="granted"))
    refresh_columns(scratch, all_of_them=True)
    scratch.execute(update(municipality).values(contract_since=None))
    assert rows_of(scratch) == expected_rows(scratch)
    assert set(_build(scratch).frame["city"]) == {""}
    scratch.execute(update(release).where(release.c.kind == "grants").values(published=False))
    assert _build(scratch).frame.empty


def test_the_last_release_has_the_row_that_holds(scratch: Connection) -> None:
    newer_edition(scratch)
    rows = rows_of(scratch)
    assert rows == expected_rows(scratch)
    assert rows.keys() == {"prov-1", "prov-3", "prov-4"}
    assert rows["prov-1"][-2:] == (2019 * 12 + 2, 2020 * 12 + 11)
    assert [grant_id for grant_id, row in rows.items() if row[REPEATS]] == ["prov-4"]


def test_stored_columns_are_the_rows_and_are_read_in_place_of_them(scratch: Connection) -> None:
    newer_edition(scratch)
    before = rows_of(scratch), questions.loaded_sources(scratch)
    assert list(wrong_columns(scratch)) == ["prov-grants-2"]
    refresh_columns(scratch)
    assert list(wrong_columns(scratch)) == []
    with heard(scratch) as asked:
        assert (rows_of(scratch), questions.loaded_sources(scratch)) == before
    assert not any("is_climate" in statement for statement, _ in asked)  # no whole rows
    assert sum("FROM grant_column" in statement for statement, _ in asked) == 2
    assert object not in set(_build(scratch).frame.dtypes)  # nothing for each row


def test_columns_that_no_longer_fit_their_rows_are_made_anew(scratch: Connection) -> None:
    release_id = newer_edition(scratch)
    refresh_columns(scratch)
    of_place = grant_place.c.grant_id == "prov-4", grant_place.c.release_id == release_id
    scratch.execute(delete(grant_place).where(*of_place))
    gone = grant.c.grant_id == "prov-4", grant.c.release_id == release_id
    scratch.execute(delete(grant).where(*gone))
    assert rows_of(scratch) == expected_rows(scratch)
    assert list(wrong_columns(scratch)) == ["prov-grants-2"]
    refresh_columns(scratch)
    assert list(wrong_columns(scratch)) == []
    assert rows_of(scratch) == expected_rows(scratch)


def test_a_number_alone_holds_a_recipients_spellings_together_on_its_page(
    scratch: Connection,
) -> None:
    """Whichever spelling leads to it."""
    release_id = new_release(scratch, "prov-grants-2", "grants")
    common = {"release_id": release_id, "funder": "Provfonden", "source_id": "prov"}
    of_it = {"beneficiary_orgnr": "556000-0001", "amount": Decimal(5), "amount_kind": "granted"}
    for number, name in enumerate(("Provbolaget AB", "PROVBOLAGET", "Provbolaget AB")):
        row = {"grant_id": f"bolag-{number}", "level": "project", "currency": "SEK", **of_it}
        scratch.execute(insert(grant).values({**common, **row, "beneficiary": name}))
    assert [*_build(scratch).frame["beneficiary"]].count("Provbolaget AB") == 3
    for slug in ("provbolaget-ab", "provbolaget"):
        page = ask_group(scratch, Address("recipient", "sv", slug=slug))
        assert page is not None
        words = re.sub(r"<[^>]+>|\s", " ", to_html(page.body))
        assert re.search("15 kr +\\(3 bidrag", words)
        assert re.search("Andra stavningar i källorna +PROVBOLAGET", words)


@given(st.lists(st.text()), st.text(max_size=2))
def test_texts_in_one_run_of_bytes_are_the_texts(words: list[str], wanted: str) -> None:
    column = Texts.of(words)
    shown = [word.replace("\x1e", " ") for word in words]
    assert column.to_list() == column.take(range(len(column))) == shown
    assert column.lengths.tolist() == [len(word.encode()) for word in shown]
    held = column.containing(wanted)
    assert held.tolist() == [wanted in word for word in shown]
    assert column.only(held).to_list() == [word for word in shown if wanted in word]
