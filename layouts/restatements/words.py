"""Small words on the pages about restatements: editions, differences, lists of years."""

from collections.abc import Iterable

from layouts.phrases import editions
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text
from layouts.restatements.pair import Pair
from progress.phrases.formats import day, number, signed_percent, year_span
from progress.records import Release
from progress.releases.restatement import Restatement


def edition(release: Release, pair: Pair, t: Text) -> str:
    """A release of a pair in a word or two: by its day where the other is of the same edition."""
    if pair.old.edition != pair.new.edition:
        return editions.edition(release, t)
    if release.released is None:
        return release_title(release, t)
    return t("restatements.edition.day", day=day(release.released, t.lang))


def signed(tonnes: float | None, lang: str) -> str:
    """A difference in whole tonnes with its sign; zero has none."""
    figure = number(tonnes, lang)
    return f"+{figure}" if tonnes is not None and round(tonnes) > 0 else figure


def share(restatement: Restatement, t: Text) -> str:
    """The difference in per cent, or a dash where the old value was zero."""
    return (
        t("word.none")
        if restatement.share is None
        else signed_percent(restatement.share, t.lang, 1)
    )


def year_list(years: Iterable[int]) -> str:
    """Years with those that follow on each other drawn together: "1990, 2016–2019"."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(year_span(run[0], run[-1]) for run in runs)
