"""Where every figure on the page comes from: release, date, licence and the file's fingerprint."""

from dash import html

from layouts.addresses import Address, href
from layouts.cards import section
from layouts.city.answers import CityAnswers
from layouts.releases import release_table, release_title
from layouts.text import text


def sources_section(address: Address, answers: CityAnswers) -> html.Section:
    """The releases that the page rests on, the shown emission release first."""
    t = text(address.lang)
    shown = answers.release.label
    releases = sorted(answers.all_releases, key=lambda one: one.label != shown)
    return section(
        "sources",
        t("city.sources.heading"),
        html.P(t("city.sources.intro", release=release_title(answers.release, address.lang, t))),
        release_table(t("city.sources.caption"), releases, address.lang, t),
        html.P(
            [
                html.A(t("city.sources.data"), href=href(Address("data", address.lang))),
                " · ",
                html.A(t("city.sources.method"), href=href(Address("method", address.lang))),
            ],
            className="links",
        ),
    )
