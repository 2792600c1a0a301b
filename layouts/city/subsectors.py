"""What the sectors are made of, a row each that unfolds, where a release says so."""

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.cards import disclosure
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text
from progress.phrases.formats import number, tonnes
from progress.phrases.words import sector_word
from progress.records import Subsector

ROUNDING_TONNES = 1.0
"""The publisher's parts add up to their sector but for rounding, where nothing else is said."""


def subsectors(address: Address, answers: CityAnswers, t: Text) -> html.Div | html.P | None:
    """The sectors that have parts, the largest first; where the page's release tells of none, the
    way to the newest that does."""
    parts: dict[str, list[Subsector]] = {}
    for part in answers.subsectors:
        parts.setdefault(part.sector, []).append(part)
    if not parts:
        return _elsewhere(address, answers, t)
    latest = answers.years[-1]
    whole = {(row.sector, row.year): row.tonnes for row in answers.sectors}
    order = sorted(parts, key=lambda code: -whole.get((code, latest), 0.0))
    return html.Div(
        [
            html.H3(t("city.subsectors.heading")),
            *(_row(code, parts[code], whole, answers, t) for code in order),
        ],
        className="subsectors",
    )


def _elsewhere(address: Address, answers: CityAnswers, t: Text) -> html.P | None:
    if not answers.divided_releases:
        return None
    release = answers.divided_releases[0]
    there = href(address.with_query(release=release.label, gas=None, series=None))
    words = t("city.subsectors.elsewhere", release=release_title(release, t))
    return html.P(html.A(words, href=f"{there}#sectors"))


def _row(
    code: str,
    parts: list[Subsector],
    whole: dict[tuple[str, int], float],
    answers: CityAnswers,
    t: Text,
) -> html.Details:
    """A sector with its latest figure; unfolded its parts in every year, the largest first."""
    years, name = answers.years, sector_word(code, t.lang)
    latest = years[-1]
    parts = sorted(parts, key=lambda part: (-part.tonnes.get(latest, 0.0), part.name))
    rows = [
        [html.Span(part.name, lang="sv"), *(number(part.tonnes.get(y), t.lang) for y in years)]
        for part in parts
    ]
    columns = [Column(t("city.subsectors.part"))]
    columns += [Column(str(year), numeric=True) for year in years]
    caption = t("city.subsectors.caption", sector=name, name=answers.municipality.name)
    figure = tonnes(whole.get((code, latest), 0.0), t.lang)
    return disclosure(
        t("city.subsectors.row", sector=name, tonnes=figure, year=latest, n=len(parts)),
        table(caption, columns, rows),
        _note(code, parts, whole, years, t),
    )


def _note(
    code: str,
    parts: list[Subsector],
    whole: dict[tuple[str, int], float],
    years: tuple[int, ...],
    t: Text,
) -> html.P | None:
    """The years in which the parts do not add up to their sector, as it was published."""
    apart = [
        year
        for year in years
        if (code, year) in whole
        and abs(sum(part.tonnes.get(year, 0.0) for part in parts) - whole[code, year])
        >= ROUNDING_TONNES
    ]
    if not apart:
        return None
    words = t("city.subsectors.apart", years=", ".join(map(str, apart)))
    return html.P(words, className="note")
