"""What the chosen levers come to, in words."""

from collections.abc import Iterable

from layouts.boards.what_if.lever_words import group_name
from layouts.boards.what_if.levers import Levers, Road
from layouts.boards.what_if.words import goal_name
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text
from progress.money.sector_places import Group
from progress.phrases.formats import tonnes, tonnes_span
from progress.road.road import RoadEnd, Sufficiency


def result(chosen: Levers, road: Road | None, name: str, t: Text) -> str:
    """How many levers count, what they take off, and whether that is enough."""
    if not chosen.every:
        key = "no_effect" if chosen.effects.coverage.of else "no_plan"
        return t(f"what_if.levers.{key}", name=name)
    if road is None:
        return t("what_if.plan.no_gap_known")
    if not chosen.chosen:
        return t("what_if.levers.none_chosen", of=len(chosen.every))
    parts = [_cut(chosen, road, t), *_enough(road, t), _limited(road, t)]
    return " ".join(part for part in parts if part)


def _cut(chosen: Levers, road: Road, t: Text) -> str:
    end = road.years[-1]
    return t(
        "what_if.levers.cut",
        n=len(chosen.chosen),
        of=len(chosen.every),
        cut=tonnes_span(end.low, end.high, t.lang),
        year=end.year,
        pace=tonnes(end.pace, t.lang),
    )


def _enough(road: Road, t: Text) -> list[str]:
    """Against the goal by its name; with two readings of neutral both, where they differ."""
    goal = goal_name(road.held, t)
    if len({enough_words(end, road, t) for end in road.ends}) > 1:
        return [t("what_if.levers.readings", goal=goal), readings_words(road, t)]
    end = road.ends[-1]
    fields = {"goal": goal, "open": tonnes_span(*end.open, t.lang)}
    return [t(f"what_if.enough.{end.sufficiency}{_budget(end, road)}", **fields)]


def readings_words(road: Road, t: Text) -> str:
    """Whether it is enough, of each reading of the goal where they have different answers."""
    words = [enough_words(end, road, t) for end in road.ends]
    if len(set(words)) == 1:
        return words[0]
    keys = ("what_if.levers.strict", "what_if.levers.lenient")
    return " ".join(t(key, words=each) for key, each in zip(keys, words, strict=True))


def enough_words(end: RoadEnd, road: Road, t: Text) -> str:
    """In few words: whether it is enough, in the good and the bad case, or what is left to find."""
    key = f"what_if.short.{end.sufficiency}{_budget(end, road)}"
    return t(key, open=tonnes_span(*end.open, t.lang))


def _budget(end: RoadEnd, road: Road) -> str:
    exceeded = end.sufficiency is Sufficiency.NEITHER and road.held.verdict.budget is not None
    return ".budget" if exceeded else ""


def _limited(road: Road, t: Text) -> str:
    """Groups that hold less than the levers would take from them."""
    groups = limited_groups(road)
    return t("what_if.levers.limited", sectors=groups_words(groups, t)) if groups else ""


def limited_groups(road: Road) -> set[Group | None]:
    """Where the levers would take more than there is, in any year."""
    return {group for year in road.years for group in year.limited}


def groups_words(groups: Iterable[Group | None], t: Text) -> str:
    """Groups of sectors inside a sentence."""
    return enumerated([group_name(group, t).lower() for group in sorted(groups, key=str)], t)


def cases(chosen: Levers, road: Road | None, t: Text) -> str:
    """What the good and the bad case are, and how far the band is known."""
    if road is None or not chosen.chosen:
        return ""
    known = max(road.band, default=None)
    return t("what_if.levers.no_band") if known is None else t("what_if.levers.band", year=known)
