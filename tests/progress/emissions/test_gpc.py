"""Every sector has its place in the GPC, by numbers that the protocol has."""

import re

from progress.emissions.gpc import GPC
from progress.emissions.sectors import SECTORS

NUMBER = re.compile(
    r"I\.[1-6]\.[1-3]|I\.4\.4|I\.[78]\.1|II\.[1-4]\.[1-3]|II\.5\.[12]|III\.[1-4]\.[1-3]|IV\.[12]|V\.[1-3]"
)
"""The 51 numbers of the protocol's table, without those of other scope 3 (VI)."""


def test_every_sector_is_spread_over_numbers_of_the_gpc_and_says_what_is_lost() -> None:
    assert list(GPC) == SECTORS
    for counterpart in GPC.values():
        assert all(NUMBER.fullmatch(number) for number in counterpart.numbers)
        assert counterpart.loss
