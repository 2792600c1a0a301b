"""Where every figure on the page comes from: release, date, licence and the file's fingerprint."""

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.cards import disclosure, section
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_table, release_title
from layouts.phrases.text import text
from progress.records import Release

CONTRACT = {"commitments", "activities", "work-packages", "local-contracts"}
MONEY = {"grants", "exchange-rates", "price-index"}


def sources_section(address: Address, answers: CityAnswers) -> html.Section:
    """The releases that the page rests on, the shown emission release first."""
    t = text(address.lang)
    shown = answers.release.label
    releases = sorted(used(answers), key=lambda release: release.label != shown)
    return section(
        "sources",
        t("city.sources.heading"),
        html.P(t("city.sources.intro", release=release_title(answers.release, t))),
        disclosure(
            t("city.sources.caption"),
            release_table(t("city.sources.caption"), releases, t),
        ),
        html.P(
            [
                html.A(t("city.sources.data"), href=href(Address("data", address.lang))),
                " · ",
                html.A(t("city.sources.method"), href=href(Address("method", address.lang))),
            ],
            className="links",
        ),
    )


def used(answers: CityAnswers) -> list[Release]:
    """The releases that the page took figures from: of emissions those of its series and verdicts,
    of a contract those of who has one, of money where there is any."""
    verdicts = [each for v in answers.verdicts for each in (v, v.indicative) if each is not None]
    series = {answers.release.label, *(verdict.release for verdict in verdicts)}
    kinds = {"population", "indicators", "goals", "municipalities"}
    if answers.municipality.is_contract_city:
        kinds |= CONTRACT
    if answers.grants:
        kinds |= MONEY
    if answers.events:
        kinds.add("events")
    own = {series.release.label for series in answers.own}
    return [
        release
        for release in answers.all_releases
        if release.label in series or release.label in own or release.kind in kinds
    ]
