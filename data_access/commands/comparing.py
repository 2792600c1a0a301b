"""`klimat releases --compare`: what a newer release restated, and which verdicts that moved."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from data_access.commands.language import translated
from data_access.derived.comparisons import compared
from data_access.questions import municipalities, releases, totals, verdicts_on
from progress.goals.verdict_change import Cause, Reading, VerdictChange, moved
from progress.i18n import language, say
from progress.records import Release
from progress.releases.comparison import ReleaseComparison, largest_first, median_share
from progress.releases.restatement import Restatement, TwoReleases, two_releases

MOST_RANKED = 20


class ComparisonRefused(ValueError):  # noqa: N818
    """Two releases that cannot be held against each other; the message says why."""


def comparison_lines(
    conn: Connection, labels: tuple[str, str], city: str | None = None
) -> Iterator[str]:
    """The comparison as lines of text, for the country or for one municipality by code.

    Raises ComparisonRefused for labels that are unknown or of different gases, and for an unknown
    municipality.
    """
    old, new = _pair(conn, labels)
    names = {municipality.code: municipality.name for municipality in municipalities(conn)}
    if city is not None and city not in names:
        raise ComparisonRefused(say("klimat.no_municipality_has_code", code=city))
    comparison = compared(conn, old.label, new.label)
    yield translated("klimat.compared", old=old.label, new=new.label, gas=old.gas, scope=old.scope)
    if city is None:
        yield translated("klimat.sum_of_municipalities_of_both")
        yield from _years(comparison.national, old, new)
        yield from _spread(comparison, names)
        changes = comparison.verdicts
    else:
        yield f"{city} {names[city]}"
        both = two_releases(
            *(totals(conn, release.label, (city,)).get(city, ()) for release in (old, new))
        )
        yield from _years(both, old, new)
        median = _percent(median_share(both.shared), signed=False)
        yield translated("klimat.median_change", median=median)
        changes = tuple(
            verdict for verdict in comparison.verdicts if verdict.municipality_code == city
        )
    yield from _verdicts(conn, new, changes, names)


def _pair(conn: Connection, labels: tuple[str, str]) -> tuple[Release, Release]:
    """The older and the newer of the two, in whichever order they were named."""
    loaded = [release for release in releases(conn) if release.kind == "emissions"]
    known = {each.label: place for place, each in enumerate(loaded)}
    for label in labels:
        if label not in known:
            several = ", ".join(known)
            raise ComparisonRefused(say("klimat.no_such_emissions", label=label, known=several))
    if labels[0] == labels[1]:
        raise ComparisonRefused(say("klimat.compared_with_itself", label=labels[0]))
    new, old = (loaded[place] for place in sorted(known[label] for label in labels))
    if (old.gas, old.scope) != (new.gas, new.scope):
        raise ComparisonRefused(
            say(
                "klimat.cannot_be_compared",
                old=old.label,
                old_gas=old.gas,
                old_scope=old.scope,
                new=new.label,
                new_gas=new.gas,
                new_scope=new.scope,
            )
        )
    return old, new


def _years(both: TwoReleases, old: Release, new: Release) -> Iterator[str]:
    yield (
        f"{translated('klimat.head.year'):<6}{translated('klimat.head.old'):>14}{translated('klimat.head.new'):>14}"
        f"{translated('klimat.head.difference'):>14}{translated('klimat.head.change'):>10}"
    )
    for restatement in both.shared:
        yield f"{restatement.year:<6}{_figures(restatement)}"
    for label, years in ((old.label, both.only_old), (new.label, both.only_new)):
        if years:
            several = ", ".join(str(year.year) for year in years)
            yield translated("klimat.only_in", label=label, years=several)


def _spread(comparison: ReleaseComparison, names: dict[str, str]) -> Iterator[str]:
    median = _percent(comparison.median_share, signed=False)
    yield translated(
        "klimat.restated", number=comparison.restated, of=comparison.values, median=median
    )
    if comparison.lacking:
        yield translated("klimat.only_in_one", lacking=", ".join(comparison.lacking))
    ranked = largest_first(comparison.municipalities)[:MOST_RANKED]
    if ranked:
        yield ""
        yield translated("klimat.largest_restatements")
    for restated in ranked:
        if restated.largest is not None:
            name = f"{restated.code} {names.get(restated.code, '')}"
            yield f"{name:<24}{restated.largest.year:<6}{_figures(restated.largest)}"


def _verdicts(
    conn: Connection, new: Release, changes: tuple[VerdictChange, ...], names: dict[str, str]
) -> Iterator[str]:
    touched = [change for change in changes if change.causes]
    different = sum(change.changed for change in changes)
    yield ""
    yield translated("klimat.verdicts_are_another", number=different, of=len(changes))
    for cause in Cause:
        number = sum(1 for _ in moved(changes, cause))
        yield translated("klimat.moved_by", cause=_words(cause), number=number)
    keys = frozenset((change.municipality_code, change.goal_id) for change in touched)
    sentences = verdicts_on(conn, new.label, keys)
    for each in touched:
        name = names.get(each.municipality_code, each.municipality_code)
        causes = ", ".join(_words(cause) for cause in each.causes)
        yield f"{name} {each.goal_id}: {_reading(each.old)} → {_reading(each.new)} ({causes})"
        verdict = sentences.get((each.municipality_code, each.goal_id))
        if verdict is not None:
            shown = verdict.indicative or verdict
            yield f"  {shown.sentence_sv if language() == 'sv' else shown.sentence_en}"


def _reading(reading: Reading) -> str:
    parts: Iterable[str | None] = (reading.attainment, reading.direction, reading.reason)
    words = "/".join(str(part) for part in parts if part is not None)
    if reading.indicative is None:
        return words
    return translated("klimat.indicative", words=words, indicative=reading.indicative)


def _words(cause: Cause) -> str:
    return translated(f"klimat.cause.{cause.value}")


def _figures(restatement: Restatement) -> str:
    difference = f"{restatement.difference:+,.0f}" if restatement.difference is not None else ""
    old, new = (f"{value or 0.0:,.0f}" for value in (restatement.old, restatement.new))
    return f"{old:>14}{new:>14}{difference:>14}{_percent(restatement.share):>10}"


def _percent(share: float | None, *, signed: bool = True) -> str:
    if share is None:
        return "–"
    if round(share, 3) == 0:
        return "0.0%"
    return f"{share:+.1%}" if signed else f"{share:.1%}"
