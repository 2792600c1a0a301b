"""The form that chooses two releases, and the links that carry the choice along."""

from typing import Any

from layouts import html
from layouts.html.cards import notice
from layouts.html.forms import form, select
from layouts.links.addresses import Address
from layouts.phrases.releases import release_choices, release_title
from layouts.phrases.text import Text
from layouts.restatements.pair import ChosenPair, Pair


def with_pair(address: Address, pair: Pair) -> Address:
    """The address that names both releases, whatever was left to choose by itself."""
    return address.with_query(from_release=pair.old.label, to_release=pair.new.label)


def choice(address: Address, chosen: ChosenPair, t: Text, *, keep: tuple[str, ...] = ()) -> Any:
    """Two selects of the releases, under their gases, and what to know about the choice."""
    if chosen.pair is None:
        return html.P(t("restatements.nothing"), className="alert")
    shown = with_pair(address, chosen.pair)
    choices = release_choices(chosen.releases, t)[1:]
    return html.Div(
        [
            notice(html.P(t("restatements.mixed"))) if chosen.mixed else None,
            form(
                shown,
                [
                    select(shown, "from_release", t("restatements.from"), choices),
                    select(shown, "to_release", t("restatements.to"), choices),
                ],
                t("word.show"),
                label=t("restatements.choose"),
                keep=keep,
            ),
            html.P(
                t(
                    "restatements.compared",
                    old=release_title(chosen.pair.old, t),
                    new=release_title(chosen.pair.new, t),
                    gas=t(f"word.gas.{chosen.pair.new.gas}"),
                ),
                className="note",
            ),
        ]
    )
