"""How levers and ranges of tonnes are written."""

from layouts.phrases.text import Text
from progress.money.sector_places import Group
from progress.road.levers import Lever


def lever_name(lever: Lever) -> str:
    """The plan's own title, or all of them where several actions share the effect; the reader's."""
    return " + ".join(lever.names)


def group_name(group: Group | None, t: Text) -> str:
    """A group of sectors in words; what cuts in no single group is named as that."""
    return t("what_if.group.none") if group is None else t(f"money.sectors.{group}")
