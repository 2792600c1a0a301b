"""What an import of emissions changes of what everyone sees: for whom, which release, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access.questions.releases import emission_standings, releases_in_use
from data_access.tables import goal, municipality, own_series, release, verdict
from progress.emissions.series import Gas, Scope
from progress.goals.goal import YARDSTICK_ID
from progress.i18n import LazyText, say
from progress.releases.order import Standing

SAMPLE = 10

Verdicts = Mapping[tuple[str, str], str]
"""Municipality and goal → attainment, of the release that the municipality is read from."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What everyone sees of emissions: the release in use by gas, scope and municipality."""

    in_use: Mapping[tuple[Gas, Scope], Mapping[str, Standing]]
    verdicts: Verdicts


def what_is_shown(conn: Connection) -> Shown:
    """What the store shows everyone now."""
    in_use = {
        (gas, scope): codes
        for gas in Gas
        for scope in Scope
        if (codes := releases_in_use(conn, gas, scope))
    }
    read = {
        (code, standing.release_id)
        for (_, scope), codes in in_use.items()
        if scope is Scope.TERRITORIAL
        for code, standing in codes.items()
    }
    held = verdict.c
    rows = conn.execute(
        select(held.municipality_code, held.goal_id, held.release_id, held.attainment)
    )
    return Shown(
        in_use,
        {
            (row.municipality_code, row.goal_id): row.attainment
            for row in rows
            if (row.municipality_code, row.release_id) in read
        },
    )


def lines_of(conn: Connection, label: str, before: Shown, after: Shown) -> Iterator[LazyText]:
    """The lines that say what the release changes of what is shown, and why."""
    new = conn.execute(select(release).where(release.c.label == label)).one()
    gas, scope = Gas(new.gas), Scope(new.scope)
    if new.published:
        now = after.in_use.get((gas, scope), {})
    else:
        yield say("import.shown_to_people_of_only_until", owner=new.owner, label=label)
        now = releases_in_use(conn, gas, scope, draft=label)
    old = before.in_use.get((gas, scope), {})
    mine = [code for code, standing in now.items() if standing.label == label]
    others: dict[str, int] = defaultdict(int)
    for standing in now.values():
        others[standing.label] += standing.label != label
    standings = {
        standing.label: standing for standing in emission_standings(conn, gas, scope, drafts=True)
    }
    if mine:
        replaced: dict[str | None, int] = defaultdict(int)
        for code in mine:
            replaced[old[code].label if code in old else None] += 1
        for instead, number in replaced.items():
            yield _line(standings[label], number, gas, standings.get(instead or ""))
    for other, number in others.items():
        if number and mine:
            yield say("import.others_from_as_before", number=number, other=other)
        elif number:
            why = say(f"import.newer.{standings[other].newer_than(standings[label])}")
            yield (
                say(
                    "import.is_shown_to_nobody",
                    label=label,
                    gas=gas,
                    number=number,
                    other=_named(standings[other]),
                    why=why,
                )
            )
    if new.published:
        yield from turned(conn, before.verdicts, after.verdicts)


def _line(new: Standing, number: int, gas: Gas, old: Standing | None) -> LazyText:
    from_now = say("import.shown_from_now_on", gas=gas, number=number, release=_named(new))
    if old is None:
        return say("import.shown_where_nothing_was", from_now=from_now)
    return say(
        "import.shown_instead_of",
        from_now=from_now,
        other=_named(old),
        why=say(f"import.newer.{new.newer_than(old)}"),
    )


def _named(standing: Standing) -> LazyText:
    label, edition, released = standing.label, standing.edition, standing.released
    if released is None:
        return say("import.of_edition", label=label, edition=edition)
    return say("import.of_edition_released", label=label, edition=edition, released=released)


def codes_of(conn: Connection, label: str) -> list[str]:
    """The municipalities of a release of goals or of a city's own figures."""
    of_release = select(release.c.release_id).where(release.c.label == label).scalar_subquery()
    codes = set()
    for table in (goal, own_series):
        code = table.c.municipality_code
        codes |= set(conn.scalars(select(code).where(table.c.release_id == of_release)))
    return sorted(codes)


def goals_of(conn: Connection, label: str) -> set[str]:
    """The ids of the goals that a release holds."""
    goals = select(goal.c.goal_id).join(release, release.c.release_id == goal.c.release_id)
    return set(conn.scalars(goals.where(release.c.label == label)))


def turned(conn: Connection, before: Verdicts, after: Verdicts) -> Iterator[LazyText]:
    """How many verdicts are others than before, and the first of them; and of goals that had none.

    `after` are those of the goals that are held against each other.
    """
    changed = [key for key, word in after.items() if before.get(key, word) != word]
    of_goals = [key for key in changed if key[1] != YARDSTICK_ID]
    new = [key for key in after if key not in before and key[1] != YARDSTICK_ID]
    goals = sum(goal_id != YARDSTICK_ID for _, goal_id in after)
    yield (
        say(
            "import.verdicts_that_turn",
            number=len(of_goals),
            goals=goals,
            of_yardstick=len(changed) - len(of_goals),
            yardsticks=len(after) - goals,
        )
    )
    names = {row.code: row.name for row in conn.execute(select(municipality))}
    for code, goal_id in sorted(of_goals)[:SAMPLE]:
        yield say(
            "import.turned",
            code=code,
            name=names[code],
            goal=goal_id,
            before=_attainment(before[code, goal_id]),
            after=_attainment(after[code, goal_id]),
        )
    if len(of_goals) > SAMPLE:
        yield say("import.more_verdicts", more=len(of_goals) - SAMPLE)
    for code, goal_id in sorted(new)[:SAMPLE]:
        verdict = _attainment(after[code, goal_id])
        yield say("import.new_verdict", name=names[code], goal=goal_id, verdict=verdict)


def _attainment(word: str) -> LazyText:
    return say(f"verdict.attainment.{word}")
