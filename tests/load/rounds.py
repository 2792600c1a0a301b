"""The benchmark's visits: loads and steps of each kind of page in turns, so that whatever else the
machine does falls on all alike. Gives medians, with how many loads each is of."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from statistics import median, quantiles
from typing import TypeVar

from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from tests.load.budget import Budget
from tests.load.report import Figures
from tests.load.visits import PATIENCE, Kind, Load, cold_load, switches

DESK, PHONE = "desk", "slow 4G, 4 × slower processor"

SEEN = "chart and key figure seen, ms"
TITLES = (
    (SEEN, "seen"),
    ("links and forms answer, ms", "ready"),
    ("transferred, kB", "kilobytes"),
    ("requests", "requests"),
    ("long tasks before it answers, ms", "long_before"),
    ("long tasks in sum, ms", "long_tasks"),
    ("layout shift (CLS)", "shift"),
)

Found = TypeVar("Found")

Steps = Mapping[str, list[tuple[str, str]]]
"""For each kind of page, what is clicked and the heading that follows (`visits.switches`)."""


class Visits:
    """What was measured so far, by where the reader sits and the name of the kind of page."""

    def __init__(self, browser: Browser, kinds: Sequence[Kind], budget: Budget) -> None:
        self._browser, self._kinds, self._budget = browser, kinds, budget
        self._loads: dict[tuple[bool, str], list[Load]] = defaultdict(list)
        self._steps: dict[tuple[bool, str], list[float]] = defaultdict(list)

    def load(
        self, rounds: int, *, phone: bool, until: float, only_first: Mapping[str, int]
    ) -> None:
        """Cold loads of all kinds; those in `only_first` in so many of the first rounds."""
        where = PHONE if phone else DESK
        for number in self._budget.rounds(f"{where}: cold loads", rounds, until):
            for place in range(len(self._kinds)):
                kind = self._kinds[(place + number) % len(self._kinds)]
                if number < only_first.get(kind.name, rounds):
                    # What a phone fetches when nobody waits for it, one load tells as well as all.
                    self.load_once(kind, phone=phone, whole=number == 0 or not phone)

    def load_once(
        self, kind: Kind, *, phone: bool, whole: bool = True, patience: float = PATIENCE
    ) -> None:
        """One cold load; said to be left out where the page is not seen in time."""
        visit = partial(cold_load, self._browser, kind, phone=phone, whole=whole, patience=patience)
        result = self._tried(f"{PHONE if phone else DESK}: a load of {kind.name}", visit)
        if result is not None:
            self._loads[phone, kind.name].append(result)

    def go_on(self, rounds: int, steps: Steps, *, phone: bool, until: float) -> None:
        """Steps of the kinds that have any, after a load each."""
        where = PHONE if phone else DESK
        for _ in self._budget.rounds(f"{where}: changes of municipality", rounds, until):
            for kind in self._kinds:
                if kind.name in steps:
                    visit = partial(switches, self._browser, kind, steps[kind.name], phone=phone)
                    result = self._tried(f"{where}: steps of {kind.name}", visit)
                    self._steps[phone, kind.name] += result or []

    def _tried(self, what: str, visit: Callable[[], Found]) -> Found | None:
        try:
            return visit()
        except (TimeoutError, PlaywrightError) as error:
            self._budget.left_out.append(f"{what}: {str(error).splitlines()[0]}")
            return None

    def figures(self) -> Figures:
        """The medians of what was measured."""
        figures: Figures = {}
        for phone, where in ((False, DESK), (True, PHONE)):
            for title, field in TITLES:
                row = {}
                for kind in self._kinds:
                    values = [getattr(load, field) for load in self._loads[phone, kind.name]]
                    known = [value for value in values if value is not None]
                    if known:
                        row[kind.name] = median(known)
                figures[f"{where}: {title}"] = row
            figures[f"{where}: municipality changed, ms"] = {
                kind.name: median(times)
                for kind in self._kinds
                if (times := self._steps[phone, kind.name])
            }
        return figures

    def spread(self) -> list[str]:
        """How many loads and steps the medians are of, and between what the middle half lies."""
        lines = []
        for phone, where in ((False, DESK), (True, PHONE)):
            for kind in self._kinds:
                seen = [load.seen for load in self._loads[phone, kind.name]]
                steps = self._steps[phone, kind.name]
                told = [_middle(f"{len(seen)} loads, seen after", seen)] if seen else []
                told += [_middle(f"{len(steps)} steps of", steps)] if steps else []
                if told:
                    lines.append(f"{where}, {kind.name}: {'; '.join(told)}")
        return lines


def _middle(words: str, times: list[float]) -> str:
    if len(times) == 1:
        return f"{words} {times[0]:.0f} ms"
    lower, _, upper = quantiles(times, n=4, method="inclusive")
    return f"{words} {lower:.0f}–{upper:.0f} ms (middle half)"
