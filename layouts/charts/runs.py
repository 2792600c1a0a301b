"""Which marks of a line may be joined: never across a year without a value."""

from collections.abc import Iterator

from layouts.charts.description import Mark


def unbroken_runs(marks: tuple[Mark, ...]) -> Iterator[tuple[Mark, ...]]:
    """Runs of marks that may be joined by a line: following years, all observed or of one status.

    A missing year ends the run: a line across it would show values that nobody has measured.
    """
    run: list[Mark] = []
    for mark in sorted(marks, key=lambda each: each.year):
        if run and (mark.year != run[-1].year + 1 or kind(mark) != kind(run[-1])):
            yield tuple(run)
            run = []
        run.append(mark)
    if run:
        yield tuple(run)


def kind(mark: Mark) -> str:
    """What the line at a mark is: observed, forecast or estimate."""
    return "observed" if mark.status.observed else str(mark.status)
