"""Every sector has its place in the GPC, by numbers that the protocol has."""

import re

from progress.emissions.gpc import GPC
from progress.emissions.sectors import SECTORS

NUMBER = re.compile(r"(?:I\.[1-8]|II\.[1-5]|III\.[1-4])\.[1-4]|IV\.[12]|V\.[1-3]")
"""Sector, subsector and scope; of industry and land there is scope 1 alone."""


def test_every_sector_is_spread_over_numbers_of_the_gpc_and_says_what_is_lost() -> None:
    assert list(GPC) == SECTORS
    for counterpart in GPC.values():
        assert all(NUMBER.fullmatch(number) for number in counterpart.numbers)
        assert counterpart.loss
