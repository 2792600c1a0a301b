"""How long the benchmark may take, and what it left out for want of time."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass
class Budget:
    """Seconds that may pass from when it is made, told by `clock`; `say` hears how far it is."""

    seconds: float
    clock: Callable[[], float] = time.monotonic
    say: Callable[[str], None] = lambda words: print(words, file=sys.stderr, flush=True)
    left_out: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._begun = self.clock()

    @property
    def passed(self) -> float:
        """Seconds since the beginning."""
        return self.clock() - self._begun

    @property
    def left(self) -> float:
        """Seconds until the end, at least none."""
        return max(0.0, self.seconds - self.passed)

    def rounds(self, what: str, most: int, until: float = 1.0) -> Iterator[int]:
        """The numbers of the rounds there is time for: none begins after that share of the whole.

        The first is always there, so that there is something to tell.
        """
        for number in range(most):
            if number and self.passed >= until * self.seconds:
                self.left_out.append(f"{what}: {number} of {most} rounds")
                return
            self.tell(f"{what}, {number + 1} of {most}")
            yield number

    def tell(self, words: str) -> None:
        """Say what is done now, after how many seconds."""
        self.say(f"{self.passed:4.0f} s  {words}")
