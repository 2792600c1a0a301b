"""What is known and not known of the money to the municipality, in few words."""

from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.pieces import known
from layouts.links.addresses import Address, href
from layouts.phrases import kronor
from layouts.phrases.text import Text
from progress.money.kinds import Kind, granted_unknown
from progress.money.sums import grant_count, kind_sum
from progress.phrases.formats import NBSP


def money_known(address: Address, answers: CityAnswers, t: Text) -> list[Any]:
    """Sums by kind, never added; how many amounts nobody has told; the way to all of it."""
    lang, place = address.lang, answers.municipality
    rows = answers.own_grants
    several = len(answers.grants_by_class.multi)
    parts = []
    for kind in Kind:
        result = kind_sum(rows, kind)
        if result.coverage.known:
            parts.append(
                f"{t(f'word.amount.{kind}')} {kronor.words(result.sek, lang)}".replace(" ", NBSP)
            )
    granted = grant_count(row for row in rows if granted_unknown(row.grant))
    unknown = grant_count(
        row for row in rows if row.grant.amount is None or granted_unknown(row.grant)
    )
    sentences = []
    if parts:
        sentences.append(t("city.funds.sums", sums=", ".join(parts)))
    elif not rows:
        sentences.append(t("city.funds.none"))
    if 0 < granted < unknown:
        sentences.append(t("city.funds.some_granted", of=unknown, n=granted))
    elif unknown:
        key = "granted_unknown" if granted else "unknown"
        sentences.append(t(f"city.funds.{key}", n=unknown))
    if several:
        sentences.append(t("city.funds.several", n=several))
    there = html.A(
        t("city.funds.link", name=place.name), href=href(Address("money", lang, slug=place.slug))
    )
    return [
        known(
            t("city.funds.heading"),
            grant_count(rows) - unknown,
            grant_count(rows),
            html.P([" ".join(sentences), " ", there]),
        )
    ]
