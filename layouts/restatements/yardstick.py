"""The yardstick's verdicts that a newer release moved: how many each way, and in which places."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from layouts import html
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from layouts.restatements.choice import with_pair
from layouts.restatements.pair import Pair
from layouts.restatements.verdicts import reading_words
from layouts.restatements.words import edition
from progress.goals.verdict_change import VerdictChange
from progress.phrases.formats import number
from progress.records import Municipality


def yardstick_changes(
    address: Address,
    changes: Sequence[VerdictChange],
    municipalities: Mapping[str, Municipality],
    pair: Pair,
    t: Text,
) -> list[Any]:
    """How often each verdict became which; every municipality where the address asks for all."""
    changed = [change for change in changes if change.changed]
    if not changed:
        return []
    ways = Counter((reading_words(each.old, t), reading_words(each.new, t)) for each in changed)
    columns = [
        Column(capital(edition(pair.old, pair, t))),
        Column(capital(edition(pair.new, pair, t))),
        Column(t("restatements.column.municipalities"), numeric=True),
    ]
    rows = [[*way, number(times, address.lang)] for way, times in ways.most_common()]
    caption = t("restatements.yardstick.ways")
    parts: list[Any] = [table(caption, columns, rows, stack=True)]
    if address.get("rows") == "all":
        parts.append(_places(address, changed, municipalities, pair, t))
    else:
        there = href(address.with_query(rows="all")) + "#verdicts"
        words = t("restatements.yardstick.all", n=len(changed))
        parts.append(html.P(html.A(words, href=there), className="links"))
    return parts


def _places(
    address: Address,
    changed: Sequence[VerdictChange],
    municipalities: Mapping[str, Municipality],
    pair: Pair,
    t: Text,
) -> html.Div:
    columns = [
        Column(t("restatements.column.municipality")),
        Column(capital(edition(pair.old, pair, t))),
        Column(capital(edition(pair.new, pair, t))),
        Column(t("restatements.column.cause")),
    ]
    rows = []
    for change in changed:
        place = municipalities[change.municipality_code]
        there = with_pair(Address("city_restatements", address.lang, place.slug), pair)
        rows.append(
            [
                html.A(place.name, href=href(there)),
                reading_words(change.old, t),
                reading_words(change.new, t),
                ", ".join(t(f"restatements.cause.{cause}") for cause in change.causes),
            ]
        )
    caption = t("restatements.yardstick.caption", n=len(changed))
    return table(caption, columns, rows, stack=True)
