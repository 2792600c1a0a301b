"""Whose figures a money chart shows: the sources that its own rows name."""

from collections import Counter
from collections.abc import Iterable

from layouts.html.text_runs import plain
from layouts.money.view import View
from layouts.phrases.releases import provenance


def origin(view: View, source_ids: Iterable[str]) -> str:
    """The sources of the drawn rows as a line of words, that of most rows first."""
    names = []
    for source_id, _ in Counter(source_ids).most_common():
        source = view.answers.sources.get(source_id)
        title = source_id if source is None else source.title
        names.append(plain(provenance(title, view.t)))
    return view.t("sharing.source", source="; ".join(names)) if names else ""
