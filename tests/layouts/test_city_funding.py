"""The municipality's own grants on its page: the same words as its money page has, and no zero."""

from dataclasses import replace
from decimal import Decimal

from layouts.city.funding import funding_words
from layouts.city.funds import money_known
from layouts.html.to_html import to_html
from layouts.links.addresses import Address
from layouts.phrases import kronor
from layouts.phrases.text import text
from tests.layouts.city_facts import CODE, answers
from tests.progress.test_money import ROW

OWN = replace(ROW, beneficiary_municipality_code=CODE)


def test_a_sum_is_written_as_on_the_money_page() -> None:
    billion = Decimal(1_250_000_000)
    told = " ".join(funding_words("sv", replace(answers(), grants=(replace(OWN, amount=billion),))))
    assert kronor.words(billion, "sv") in told


def test_granted_with_an_unknown_sum_is_said_to_be_granted() -> None:
    granted = replace(OWN, amount=None, decision="granted")
    facts = replace(answers(), grants=(granted,))
    (section,) = money_known(Address("city", "sv", slug="prov"), facts, text("sv"))
    assert "1 bidrag är beviljat, okänd summa." in to_html(section)
    unknown = replace(OWN, amount=None, grant_id="another")
    facts = replace(answers(), grants=(unknown,))
    (section,) = money_known(Address("city", "sv", slug="prov"), facts, text("sv"))
    assert "beviljat" not in to_html(section)
    facts = replace(answers(), grants=(granted, unknown))
    (section,) = money_known(Address("city", "sv", slug="prov"), facts, text("sv"))
    assert "2 bidrag utan känd summa, varav 1 är beviljat." in to_html(section)


def test_a_kind_whose_sums_are_all_unknown_is_not_nothing() -> None:
    told = " ".join(funding_words("sv", replace(answers(), grants=(replace(OWN, amount=None),))))
    assert "0\u00a0kronor" not in told
    assert "uppgift saknas" in told
