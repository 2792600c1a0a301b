"""Words of sources: ours in the reader's language, everybody else's as they stand."""

from dataclasses import replace

import pytest

from layouts.html.to_html import to_html
from layouts.money import words
from progress.i18n import text
from tests import seed_money
from tests.layouts.test_money import EMPTY, shown, with_grants
from tests.progress.test_money import ROW
from tests.progress.test_money_plan import ACTION

SV = text("sv")


def test_every_remark_of_the_loaded_grants_has_its_swedish() -> None:
    for grant in seed_money.grants():
        for remark in filter(None, (grant.amount_note, grant.note)):
            assert f"money.note.{remark}" in SV, remark


@pytest.mark.parametrize(
    ("remark", "swedish"),
    [
        (
            "status: Avslutad; place as published: Provdal",
            "status: Avslutad; plats enligt källan: Provdal",
        ),
        (
            "the EU's part of the project's budget; co-financing rate 40 %",
            "EU:s del av projektets budget; medfinansieringsgrad 40 %",
        ),
        ("egen anmärkning; statusen är oklar", "egen anmärkning; statusen är oklar"),
    ],
)
def test_remarks_that_imports_make_are_told_in_swedish(remark: str, swedish: str) -> None:
    assert words.note(remark, SV).endswith(swedish)
    assert words.note(remark, text("en")) == remark.replace("'", "’")


def test_a_flag_or_a_field_that_nobody_foresaw_stands_as_it_is() -> None:
    odd = replace(ROW, quality_flag="ok; granskas av ekonomen", note="egen anmärkning")
    html = shown(with_grants(odd))[1]
    assert "granskas av ekonomen" in html
    plan = replace(EMPTY, actions=(replace(ACTION, sector="Vattenbruk", quality_flag="egen"),))
    html = shown(plan)[1]
    assert "Vattenbruk" in html
    assert "egen" in html


def test_only_plans_that_are_known_to_be_english_are_marked_so() -> None:
    known = words.of_plan("Cycling", replace(ACTION, source_id="ccc-prov"))
    assert not isinstance(known, str)
    assert to_html(known) == '<span lang="en">Cycling</span>'
    assert words.of_plan("Cykling", replace(ACTION, source_id="prov")) == "Cykling"


def test_a_long_list_begins_with_its_newest_rows_and_leads_to_them_all() -> None:
    many = with_grants(
        *(
            replace(ROW, grant_id=f"g{n}", title=f"Prov {n:03}", decision_year=1950 + n % 70)
            for n in range(90)
        )
    )
    html = shown(many)[1]
    rows = html[html.index('id="rader"') : html.index('id="kallor"')]
    assert "De 40 nyaste av 90" in rows
    assert rows.count('data-label="År"') == 40
    assert 'href="/sv/kommun/provkoping/pengar?visa=alla#rader"' in rows
    whole = shown(many, query="visa=alla")[1]
    whole = whole[whole.index('id="rader"') : whole.index('id="kallor"')]
    assert whole.count('data-label="År"') == 90
    assert "nyaste av" not in whole
