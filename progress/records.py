"""What the store knows, as frozen records: the answers that travel to rules and pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from progress.emissions.series import Point
from progress.sources import Source as Source  # asked for here as the other answers are


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 290, with its county.

    `contract_since` is the year it joined the contract cities, `joined` and `signed` are when it
    did so and when it first signed a contract, as exactly as is known here (ISO, or a part of it);
    `contract_ref` tells where, read on `contract_read`.
    """

    code: str
    name: str
    slug: str
    county_code: str
    county_name: str
    contract_since: int | None = None
    eu_mission: bool = False
    joined: str = ""
    signed: str = ""
    contract_ref: str = ""
    contract_read: str = ""

    @property
    def is_contract_city(self) -> bool:
        return self.contract_since is not None


@dataclass(frozen=True, slots=True)
class Release:
    """One edition of a publisher's figures. `label` is the address (`smhi-co2e-2026`)."""

    label: str
    kind: str
    title: str
    source: Source
    released: date | None
    imported: datetime
    file_name: str
    sha256: str
    rows: int
    gas: str | None = None
    scope: str | None = None
    year_first: int | None = None
    year_last: int | None = None
    unit: str | None = None
    edition: int | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class OwnSeries:
    """A city's own release: its yearly totals in the release's unit, in order of year.

    `continues` is the label of the release that a file of forecasts alone continues; a series of
    its own continues none.
    """

    release: Release
    municipality_code: str
    points: tuple[Point, ...]
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class SectorValue:
    """One sector's tonnes in one year of one release."""

    year: int
    sector: str
    tonnes: float
    status: str


@dataclass(frozen=True, slots=True)
class Subsector:
    """A part of a sector in one release, by the publisher's own name: year → tonnes."""

    sector: str
    name: str
    tonnes: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class IndicatorDefinition:
    """`desired` is up, down or none; `kind` tells how values are shown (count, share, ratio)."""

    indicator_id: str
    name_sv: str
    name_en: str
    unit_sv: str
    unit_en: str
    desired: str
    decimals: int
    source: Source
    note_sv: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """An indicator's value of a municipality in a year, in the unit of its definition."""

    municipality_code: str
    year: int
    value: float
    status: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """A party's promise with its newest dated status (`unknown` until somebody reports one).
    `status_resources` is a word of `pledge_status.Resources`, empty where it is not told."""

    commitment_id: str
    party_kind: str
    party: str
    municipality_code: str | None
    contract: str
    section: str
    title_sv: str
    title_en: str
    quote_sv: str
    due: str
    theme: str
    status: str
    status_date: date | None
    status_comment: str
    status_source: str
    contract_id: str = ""
    status_resources: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One that has promised something: a municipality, Viable Cities or an agency.

    `municipality_code` is a municipality's own; `slug` is its place in an address.
    """

    slug: str
    name: str
    kind: str
    municipality_code: str | None = None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One dated status of a commitment or an activity. Reports are added, never changed."""

    pledge_id: str
    status_date: date
    status: str
    comment: str = ""
    source: str = ""
    resources: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """A city's activity with its newest status; `priority` is in the plan's own words."""

    activity_id: str
    municipality_code: str
    title_sv: str
    title_en: str
    work_package: str
    focus_area: str
    responsible: str
    partners: str
    financed_by: str
    start: str
    end: str
    section: str
    quote_sv: str
    status: str
    status_date: date | None
    status_source: str
    status_comment: str = ""
    status_resources: str = ""
    decision: str = ""
    priority: str = ""
    cost_sek: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant row as published. `amount`: exact, in `currency`; None where the source has no sum.

    `allocation` is own, single_municipality, multi_municipality or empty (RULES §7.3).
    `part_year` is the year of a yearly part, which is none of decision; `amount_basis` is eu_part,
    whole or empty.
    """

    grant_id: str
    level: str
    funder: str
    programme: str
    call: str
    title: str
    beneficiary: str
    beneficiary_orgnr: str
    beneficiary_municipality_code: str | None
    allocation: str
    theme: str
    priority: str
    is_climate: bool | None
    decision_year: int | None
    start: str
    end: str
    amount: Decimal | None
    currency: str
    amount_kind: str
    amount_note: str
    total_cost: Decimal | None
    same_as: str
    part_of: str
    quality_flag: str
    note: str
    source_id: str
    source_ref: str
    decision: str = "unknown"
    case_number: str = ""
    part_year: int | None = None
    amount_basis: str = ""
    places: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The year the money is dated: that of a yearly part, the decision, else the start."""
        if self.part_year is not None:
            return self.part_year
        if self.decision_year is not None:
            return self.decision_year
        return int(self.start[:4]) if self.start[:4].isdigit() else None


@dataclass(frozen=True, slots=True)
class InvestmentAction:
    """A row of a city's investment plan as published; ranges stay ranges, None is unknown.

    `payer` and `secured` tell who pays and how much of the cost is secured, in its currency.
    `co_benefits` and `feasibility` are the city's own ratings, 1 (least) to 5.
    """

    municipality_code: str
    action_id: str
    row_level: str
    title: str
    field: str
    sector: str
    responsible: str
    cost_low: Decimal | None
    cost_high: Decimal | None
    cost_currency: str
    cost_kind: str
    cost_period: str
    cost_text: str
    opex_per_year: Decimal | None
    opex_text: str
    reduction_low_t: float | None
    reduction_high_t: float | None
    reduction_period: str
    reduction_text: str
    sink_low_t: float | None
    sink_high_t: float | None
    sink_period: str
    sink_text: str
    shared_effect_group: str
    funding_source_text: str
    start_year: int | None
    end_year: int | None
    quality_flag: str
    note: str
    source_id: str
    section: str
    payer: str = ""
    secured: Decimal | None = None
    co_benefits: int | None = None
    feasibility: int | None = None


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """Kronor for one unit of a currency in a year; `kind` tells what mean it is."""

    year: int
    currency: str
    sek_per_unit: Decimal
    kind: str
    source_ref: str
