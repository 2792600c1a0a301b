"""What a party's page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from progress.corrections import Correction
from progress.promises.local_contracts import LocalContracts
from progress.promises.parties import PartyKinds
from progress.records import Activity, Commitment, Municipality, Party, StatusReport


@dataclass(frozen=True, slots=True)
class PartyAnswers:
    """What a party's page shows. `own` are its commitments, `shared` those that it has with all
    municipalities; `reports` holds every status by promise; ages are counted to `today`."""

    party: Party
    parties: tuple[Party, ...]
    kinds: PartyKinds
    municipality: Municipality | None
    own: tuple[Commitment, ...]
    shared: tuple[Commitment, ...]
    activities: tuple[Activity, ...]
    reports: Mapping[str, tuple[StatusReport, ...]]
    today: date
    local_contracts: LocalContracts | None = None
    corrections: tuple[Correction, ...] = ()
