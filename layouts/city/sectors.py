"""Where the emissions come from: the nine main sectors, stacked, and what drives the change."""

from dataclasses import replace

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import Bar, BarPanel, Measure, TimeChart, sector_parts
from layouts.city.answers import CityAnswers
from layouts.city.breaks import series_break
from layouts.city.emissions import FIRST_YEAR
from layouts.city.funding import funding_panel
from layouts.city.subsectors import subsectors
from layouts.html.cards import section
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_title, source_line
from layouts.phrases.text import Text, text
from progress.emissions.sectors import SECTORS
from progress.emissions.series import Status, Unit
from progress.phrases.formats import number, percent, tonnes
from progress.phrases.words import sector_phrase, sector_word
from progress.records import SectorValue

THOUSAND = 1000.0
MONEY_BY_SECTOR = "sektorer"
"""The part of the money page that has the same sectors."""


def sector_chart(address: Address, answers: CityAnswers) -> TimeChart | None:
    """Stacked bars of the sectors; None where the release has no sectors for the municipality."""
    cells = {
        (sector.year, sector.sector): sector
        for sector in answers.sectors
        if sector.sector in SECTORS
    }
    if not cells or answers.unit is Unit.TONNES_PER_PERSON:
        return None
    t = text(address.lang)
    years = sorted({year for year, _ in cells})
    order = _by_size(cells, years[-1])
    named = dict(zip(SECTORS, sector_parts(address.lang), strict=True))
    bars = []
    for year in years:
        result = [cells.get((year, code)) for code in order]
        statuses = {row.status for row in result if row is not None}
        status = Status.PRELIMINARY if Status.PRELIMINARY in statuses else Status.FINAL
        bars.append(Bar(year, tuple(None if row is None else row.tonnes for row in result), status))
    return TimeChart(
        chart_id="sectors-chart",
        title=t("city.sectors.title", name=answers.municipality.name),
        lang=address.lang,
        message=_message(answers, t),
        panels=(
            BarPanel(
                t(f"word.gas.title.{answers.gas}"),
                Measure(
                    t("word.unit.tonnes"),
                    t("city.emissions.axis"),
                    THOUSAND,
                    0,
                ),
                tuple(named[code] for code in order),
                tuple(bars),
                stacked=True,
            ),
        ),
        source=source_line([answers.release], t),
        releases=(answers.release,),
    )


def _by_size(cells: dict[tuple[int, str], SectorValue], latest: int) -> list[str]:
    """The sectors, largest of the latest year first: at the bottom of the stack."""
    values = {code: cells.get((latest, code)) for code in SECTORS}
    sizes = {code: 0.0 if row is None else row.tonnes for code, row in values.items()}
    return sorted(SECTORS, key=lambda code: -sizes[code])


def with_money(chart: TimeChart, address: Address, answers: CityAnswers) -> TimeChart:
    """The sectors with the municipality's money under them, on the first screen's axis."""
    money = funding_panel(address.lang, answers)
    value = address.get("from_year")
    first = max(chart.years[0], FIRST_YEAR if value is None else int(value))
    panels = chart.panels if money is None else (*chart.panels, money)
    return replace(chart, panels=panels, first_year=first)


def sectors_section(
    address: Address, answers: CityAnswers, chart: TimeChart | None, *, drawn: bool = False
) -> html.Section | None:
    """The `sector_chart` with its break told, or that the release has no sectors. Where the chart
    is `drawn` on the first screen, what must be known of it alone; None where that is nothing."""
    t = text(address.lang)
    if not answers.years:
        return None
    if chart is None:
        words = t("city.sectors.none", release=release_title(answers.release, t))
        return section("sectors", t("city.sectors.heading"), html.P(words))
    notes = [words for words in (_break(answers, t), *_carried(answers, t)) if words]
    if drawn and not (notes or answers.subsectors):
        return None
    return section(
        "sectors",
        t("city.sectors.heading"),
        None if drawn else chart_block(chart, address),
        subsectors(address, answers, t),
        *(html.P(words, className="note") for words in notes),
        _money_link(address, answers, t),
    )


def _money_link(address: Address, answers: CityAnswers, t: Text) -> html.P | None:
    """To the same sectors beside the money, where that is followed."""
    if not answers.municipality.is_contract_city:
        return None
    money = href(Address("money", address.lang, slug=answers.municipality.slug))
    return html.P(html.A(t("city.sectors.money"), href=f"{money}#{MONEY_BY_SECTOR}"))


def _break(answers: CityAnswers, t: Text) -> str:
    result = series_break(answers)
    if result is None:
        return ""
    added = tonnes(result.tonnes, t.lang)
    return t(
        "city.sectors.break",
        sector=sector_word(result.sector, t.lang),
        year=result.first_year,
        latest=result.latest_year,
        tonnes=added,
    )


def _carried(answers: CityAnswers, t: Text) -> list[str]:
    """Sectors whose latest figures are those of the year before in nearly all municipalities."""
    return [
        t(
            "city.sectors.carried",
            sector=sector_word(row.sector, t.lang),
            year=row.year,
            unchanged=number(row.unchanged, t.lang),
            municipalities=number(row.municipalities, t.lang),
        )
        for row in answers.carried_forward
        if row.year == answers.years[-1]
    ]


def _message(answers: CityAnswers, t: Text) -> str:
    latest = max(sector.year for sector in answers.sectors)
    values = {sector.sector: sector.tonnes for sector in answers.sectors if sector.year == latest}
    total = sum(values.values())
    if total <= 0:
        return t("city.sectors.message.zero", year=latest)
    largest = sorted(values, key=lambda code: -values[code])[:2]
    names = [sector_phrase(code, t.lang) for code in largest]
    words = t(
        "city.sectors.message",
        year=latest,
        first=names[0],
        first_share=percent(values[largest[0]] / total, t.lang),
        second=names[-1],
        second_share=percent(values[largest[-1]] / total, t.lang),
    )
    return words + _driver(answers, latest, values, t)


def _driver(answers: CityAnswers, latest: int, values: dict[str, float], t: Text) -> str:
    """Which sector changed most since the year before, if the years compare."""
    earlier_years = [sector.year for sector in answers.sectors if sector.year < latest]
    if not earlier_years:
        return ""
    before = max(earlier_years)
    earlier = {sector.sector: sector.tonnes for sector in answers.sectors if sector.year == before}
    moves = {code: values[code] - earlier[code] for code in values if code in earlier}
    if not moves:
        return ""
    code = max(moves, key=lambda move: abs(moves[move]))
    way = "up" if moves[code] > 0 else "down"
    return " " + t(
        f"city.sectors.driver.{way}",
        before=before,
        sector=sector_phrase(code, t.lang),
        tonnes=tonnes(abs(moves[code]), t.lang),
    )
