"""The registers: spellings are one organisation, and whoever gives jointly is found."""

from collections import Counter

import pandas as pd
import pytest

from data_access.derived.texts import Texts
from data_access.imports.publishers import PUBLISHERS
from progress.money.choice import GrantChoice, choose
from progress.money.registered import registered, spellings_of_numbers
from progress.money.registry import Organisation, Programme, Registry, recipient_slug
from tests import seed_money

JOINT = Organisation("alla", "joint", "Alla", "All", member_ids=("a", "b"), spellings=("A & B",))
REGISTRY = Registry(
    (
        Organisation("a", "agency", "Verket A", orgnr="202100-5216", spellings=("A-verket",)),
        Organisation("b", "agency", "Verket B"),
        JOINT,
        Organisation("eu", "eu", "Europeiska unionen", "European Union", spellings=("EU",)),
        Organisation("pilot", "eu", "EU genom piloten", parent_id="eu"),
        Organisation("municipality-9001", "municipality", "Provs kommun", municipality_code="9001"),
    ),
    (
        Programme("fond", "Fonden", "The Fund"),
        Programme("fond-1", "Fonden 1", parent_id="fond", spellings=("Fonden, ett",)),
    ),
)


@pytest.mark.parametrize(
    ("spelling", "orgnr", "code", "expected"),
    [
        ("A-VERKET", "", "", "a"),
        ("verket  a", "", "", "a"),
        ("okänd stavning", "202100-5216", "", "a"),
        ("European Union", "", "", "eu"),
        ("City of Prov", "", "9001", "municipality-9001"),
        ("A & B", "", "", "alla"),
    ],
)
def test_an_organisation_is_found_by_municipality_number_or_any_spelling(
    spelling: str, orgnr: str, code: str, expected: str
) -> None:
    known = REGISTRY.organisation(spelling, orgnr, code)
    assert known is not None
    assert recipient_slug(spelling, known) == expected


def test_what_is_not_registered_stands_as_published() -> None:
    assert REGISTRY.organisation("Ny finansiär") is None
    assert REGISTRY.funder_name("Ny finansiär", "en") == "Ny finansiär"
    assert REGISTRY.funder_name("EU", "en") == "European Union"
    assert recipient_slug("Åbo Ö AB", None) == "abo-o-ab"


def test_whoever_gives_jointly_or_through_another_gives_under_both_names() -> None:
    assert REGISTRY.funder_groups == {
        "Verket A": {"Verket A", "Alla"},
        "Verket B": {"Verket B", "Alla"},
        "Europeiska unionen": {"Europeiska unionen", "EU genom piloten"},
    }
    assert [each.programme_id for each in REGISTRY.part_of("fond")] == ["fond", "fond-1"]


def test_spellings_in_a_frame_become_one_word_and_a_member_chooses_the_joint_grants() -> None:
    columns = {
        "funder": ["A-verket", "Verket A", "A & B", "Annan", "Annan"],
        "programme": ["Fonden, ett", "Fonden 1", "", "Nytt", "Nytt"],
        "beneficiary": ["Miljönämnden, Prov", "PROVS KOMMUN", "Bolag", "Bolag", "Swedish A"],
        "beneficiary_orgnr": ["", "", "", "", "202100-5216"],
        "beneficiary_municipality_code": ["9001", "", "", "", ""],
        "kind": ["granted"] * 5,
    }
    frame = pd.DataFrame({name: pd.Categorical(words) for name, words in columns.items()})
    frame["year"] = 2020
    result = registered(frame, REGISTRY)
    assert list(result["funder"]) == ["Verket A", "Verket A", "Alla", "Annan", "Annan"]
    assert list(result["programme"]) == ["Fonden 1", "Fonden 1", "", "Nytt", "Nytt"]
    recipients = ["Provs kommun", "Provs kommun", "Bolag", "Bolag", "Verket A"]
    assert list(result["beneficiary"]) == recipients
    assert set(result) == {"funder", "programme", "beneficiary", "kind", "year"}
    asked = GrantChoice(named={"funder": ("Verket B",)})
    chosen = choose(result, asked, Texts.of([""] * 5).containing, REGISTRY.funder_groups)
    assert chosen.mask().tolist() == [False, False, True, False, False]


def test_a_number_that_the_register_does_not_have_holds_its_spellings_together() -> None:
    """The commonest is shown; what the register knows by its spelling stays what it is."""
    beneficiaries = ["Bolag AB", "BOLAGET", "Bolag  AB", "Bolaget", "Verket A", "BOLAGET"]
    numbers = ["556000-0001", "556000-0001", "556000-0001", "", "556000-0001", "556000-0002"]
    columns = {
        "funder": ["Verket A"] * 6,
        "programme": [""] * 6,
        "beneficiary": beneficiaries,
        "beneficiary_orgnr": numbers,
        "beneficiary_municipality_code": [""] * 6,
    }
    frame = pd.DataFrame({name: pd.Categorical(words) for name, words in columns.items()})
    assert spellings_of_numbers(frame, REGISTRY) == {"556000-0001": ("Bolag AB", "BOLAGET")}
    assert list(registered(frame, REGISTRY)["beneficiary"]) == [
        *("Bolag AB", "Bolag AB", "Bolag AB", "Bolaget", "Verket A", "BOLAGET")
    ]
    assert spellings_of_numbers(frame.iloc[:0], REGISTRY) == {}


def test_a_frame_knows_the_recipients_that_their_pages_know() -> None:
    registry, grants = seed_money.registry(), seed_money.grants()
    columns = {
        "funder": [g.funder for g in grants],
        "programme": [g.programme for g in grants],
        "beneficiary": [g.beneficiary for g in grants],
        "beneficiary_orgnr": [g.beneficiary_orgnr for g in grants],
        "beneficiary_municipality_code": [g.beneficiary_municipality_code or "" for g in grants],
    }
    frame = pd.DataFrame({name: pd.Categorical(words) for name, words in columns.items()})
    recipients = registered(frame, registry)["beneficiary"]
    assert list(recipients) == [
        registry.recipient_name(
            g.beneficiary, g.beneficiary_orgnr, g.beneficiary_municipality_code or ""
        )
        for g in grants
    ]
    assert set(recipients.cat.categories) == set(recipients)


def test_every_funder_and_programme_of_the_seed_is_registered_once() -> None:
    registry = seed_money.registry()
    grants = seed_money.grants()
    assert {g.funder for g in grants if registry.organisation(g.funder) is None} == set()
    named = {g.programme for g in grants if g.programme}
    assert {name for name in named if registry.programme(name) is None} == set()
    ids = Counter(each.organisation_id for each in registry.organisations)
    assert max(ids.values()) == 1
    known = set(ids)
    for each in registry.organisations:
        assert {*each.member_ids, *filter(None, [each.parent_id])} <= known, each
    for programme in registry.programmes:
        assert set(programme.funder_ids) <= known, programme
        assert not programme.parent_id or programme.parent_id in registry.programme_by_id


def test_numbers_are_right_and_no_municipality_is_given_one_that_no_source_has() -> None:
    municipalities = [o for o in seed_money.registry().organisations if o.kind == "municipality"]
    assert len(municipalities) == 290
    numbers = [each.orgnr for each in municipalities if each.orgnr]
    assert len(numbers) == len(set(numbers)) == 290


def test_rows_entered_by_hand_have_ids_that_no_importer_gives() -> None:
    """The regional fund's rows are the publisher's own: a newer list renews them."""
    by_hand = [grant for grant in seed_money.grants() if grant.source_id != "eruf-2016"]
    prefixes = tuple(publisher.prefix for publisher in PUBLISHERS.values())
    assert [grant.grant_id for grant in by_hand if grant.grant_id.startswith(prefixes)] == []
