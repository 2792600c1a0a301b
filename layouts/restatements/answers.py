"""What the pages about restatements need to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layouts.restatements.pair import ChosenPair
from progress.emissions.series_breaks import SectorStart
from progress.goals.verdict_change import VerdictChange
from progress.goals.verdict_model import Verdict
from progress.records import Municipality, SectorValue
from progress.releases.comparison import ReleaseComparison
from progress.releases.restatement import TwoReleases

Key = tuple[str, str]
"""(municipality code, goal id)."""


@dataclass(frozen=True, slots=True)
class QuotedVerdicts:
    """The verdicts whose sentences the page quotes, as each release gave them."""

    old: Mapping[Key, Verdict]
    new: Mapping[Key, Verdict]


@dataclass(frozen=True, slots=True)
class CountryRestated:
    """Two releases for all municipalities. `comparison` is None where there is no pair.

    `late_old` and `late_new` are the sectors that each release fills in only from some year on.
    """

    chosen: ChosenPair
    municipalities: Mapping[str, Municipality]
    comparison: ReleaseComparison | None = None
    quoted: QuotedVerdicts = QuotedVerdicts({}, {})
    late_old: tuple[SectorStart, ...] = ()
    late_new: tuple[SectorStart, ...] = ()


@dataclass(frozen=True, slots=True)
class CityRestated:
    """Two releases for one municipality; sectors are empty where a release only has totals."""

    chosen: ChosenPair
    municipality: Municipality
    years: TwoReleases = field(default_factory=TwoReleases)
    old_sectors: tuple[SectorValue, ...] = ()
    new_sectors: tuple[SectorValue, ...] = ()
    changes: tuple[VerdictChange, ...] = ()
    quoted: QuotedVerdicts = QuotedVerdicts({}, {})
    late_old: tuple[SectorStart, ...] = ()
    late_new: tuple[SectorStart, ...] = ()
