"""The whole country: the sum of the municipalities beside the publisher's own total."""

from layouts import html
from layouts.charts.block import chart_block
from layouts.charts.description import Line, LinePanel, Measure, TimeChart, marks
from layouts.html.cards import section
from layouts.links.addresses import Address
from layouts.overview.answers import OverviewAnswers
from layouts.overview.lead import cities_sum
from layouts.phrases.breaks import break_notes
from layouts.phrases.changes import observed_years, value_in
from layouts.phrases.releases import release_title, source_line
from layouts.phrases.text import Text, text
from progress.phrases.formats import percent, tonnes

MILLION = 1_000_000.0


def national_chart(address: Address, answers: OverviewAnswers) -> TimeChart | None:
    """All municipalities and the contract cities together, or None with nothing loaded."""
    years = observed_years(answers.national_sum)
    if not years:
        return None
    t = text(address.lang)
    lines = [Line(t("overview.national.sum"), marks(answers.national_sum), 1)]
    together = cities_sum(answers.cities)
    if together:
        label = t("overview.national.cities", n=len(answers.cities))
        lines.append(Line(label, marks(together), 2))
    measure = Measure(
        t("word.unit.tonnes"), t("overview.national.axis"), MILLION, 0, t("overview.national.short")
    )
    gas = t(f"word.gas.title.{answers.release.gas}")
    return TimeChart(
        chart_id="national",
        title=t("overview.national.title"),
        lang=address.lang,
        message=_message(t, answers),
        panels=(LinePanel(gas, measure, tuple(lines), bridged=True),),
        source=source_line([answers.release], t),
        releases=(answers.release,),
    )


def national_section(
    address: Address, answers: OverviewAnswers, chart: TimeChart | None
) -> html.Section | None:
    """The chart, and what the publisher could not assign to a municipality."""
    if chart is None:
        return None
    t = text(address.lang)
    return section(
        "country",
        t("overview.national.heading"),
        chart_block(chart, address),
        html.P(_unallocated(t, answers)),
        html.P(t("overview.gap_note"), className="note"),
        *(html.P(note, className="note") for note in _breaks(answers, t)),
    )


def _breaks(answers: OverviewAnswers, t: Text) -> list[str]:
    release = release_title(answers.release, t)
    return break_notes(answers.late_sectors, release, t)


def _message(t: Text, answers: OverviewAnswers) -> str:
    year = observed_years(answers.national_sum)[-1]
    whole = value_in(answers.national_sum, year) or 0.0
    part = value_in(cities_sum(answers.cities), year)
    if part is None or whole == 0:
        return t("overview.national.message_sum", year=year, sum=tonnes(whole, t.lang))
    return t(
        "overview.national.message",
        year=year,
        sum=tonnes(whole, t.lang),
        n=len(answers.cities),
        share=percent(part / whole, t.lang),
    )


def _unallocated(t: Text, answers: OverviewAnswers) -> str:
    year = observed_years(answers.national_sum)[-1]
    published = value_in(answers.published_national, year)
    added = value_in(answers.national_sum, year)
    if published is None or added is None:
        return t("overview.national.no_published")
    return t(
        "overview.national.unallocated",
        year=year,
        published=tonnes(published, t.lang),
        difference=tonnes(published - added, t.lang),
    )
