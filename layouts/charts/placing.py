"""Where labels go: near what they name, off the marks and off each other."""

from dataclasses import dataclass, field
from typing import NamedTuple

STEPS = (9, 20, 34, 50, 70, 92, 118, 150)
SIDES = (
    *((1, 0), (0, -1), (1, -1), (-1, -1), (-1, 0), (0, 1), (1, 1), (-1, 1)),
    *((0.2, -1), (-0.2, -1), (0.2, 1), (-0.2, 1), (0.06, -1), (-0.06, -1)),
)
"""Directions in order of liking: right, above, their corners, left, below."""

LIKING = 4.0
APART = 5.0
"""So far from each other labels stand beside each other."""

COVERS_LABEL = 400.0
COVERS_MARK = 80.0
COVERS_GUIDE = 0.6
OUTSIDE = 1000.0


Edges = tuple[float, float, float, float]
"""Left, top, right and bottom: a label is held against hundreds of them in hundreds of places."""


class Box(NamedTuple):
    """A rectangle by its corner and size."""

    left: float
    top: float
    width: float
    height: float

    @property
    def edges(self) -> Edges:
        return self.left, self.top, self.left + self.width, self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return bool(_met(self.edges, [other.edges]))


@dataclass(slots=True)
class Room:
    """The area of a drawing, with what already stands in it."""

    bounds: Box
    marks: list[Edges] = field(default_factory=list)
    labels: list[Edges] = field(default_factory=list)
    guides: list[Edges] = field(default_factory=list)

    def mark(self, x: float, y: float, size: float = 8.0) -> None:
        """Take the place of a mark, so that labels avoid it."""
        self.mark_box(Box(x - size / 2, y - size / 2, size, size))

    def mark_box(self, box: Box) -> None:
        """As `mark`, of one with sides of its own."""
        self.marks.append(box.edges)

    def label_box(self, box: Box) -> None:
        """Take the place of a label that stands where it must."""
        self.labels.append(box.edges)

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], guide: bool = False
    ) -> None:
        """Take the places along a line; a label may rather cover a guide than a line of data."""
        reach = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        count = max(1, int(reach / 7))
        (x, y), wide, tall = start, end[0] - start[0], end[1] - start[1]
        taken = self.guides if guide else self.marks
        for n in range(count + 1):
            left, top = x + wide * n / count - 2.5, y + tall * n / count - 2.5
            taken.append((left, top, left + 5.0, top + 5.0))

    def free(self, box: Box) -> bool:
        """Whether nothing stands in a box but guides."""
        return not (_met(box.edges, self.labels) or _met(box.edges, self.marks))

    def place(self, x: float, y: float, width: float, height: float) -> Box:
        """The best box of this size near a point; it is taken at once."""
        return self.place_along([(x, y)], width, height)

    def place_along(self, points: list[tuple[float, float]], width: float, height: float) -> Box:
        """The best box of this size near any of the points of a line; it is taken at once."""
        box, least = None, float("inf")
        for x, y in points:
            better = self._better(x, y, width, height, least)
            if better is not None:
                box, least = better
        assert box is not None
        self.label_box(Box(box.left - APART, box.top, box.width + 2 * APART, box.height))
        return box

    def _better(
        self, x: float, y: float, width: float, height: float, least: float
    ) -> tuple[Box, float] | None:
        """The best box near a point, and what it costs; None where none costs less than `least`.

        Written out in one piece: a page's labels are tried in some five hundred places.
        """
        steps = [step for step in STEPS if step < least]  # each costs at least its distance
        if not steps:
            return None
        in_way: Edges = (
            x,
            y,
            x,
            y,
        )  # what was met last: mostly it is in the next place's way as well
        near = self._near(x, y, steps[-1] + width, steps[-1] + height)
        first_left, first_top, last_right, last_bottom = self.bounds.edges
        best: Edges | None = None
        for distance in steps:
            if distance >= least:
                break
            for rank, (aside, down) in enumerate(SIDES):
                liking = distance + rank * LIKING
                if liking >= least:
                    break
                left, top = x + aside * distance, y + down * distance
                left -= width if aside < 0 else 0.0 if aside else width / 2
                top -= height if down < 0 else 0.0 if down else height / 2
                right, bottom = left + width, top + height
                limit = least - liking
                if (
                    limit <= COVERS_MARK
                    and left < in_way[2]
                    and in_way[0] < right
                    and top < in_way[3]
                    and in_way[1] < bottom
                ):
                    continue
                cost = 0.0
                if (
                    left < first_left
                    or right > last_right
                    or top < first_top
                    or bottom > last_bottom
                ):
                    if limit <= OUTSIDE:
                        continue
                    cost = OUTSIDE + 10 * (
                        max(0.0, first_left - left)
                        + max(0.0, right - last_right)
                        + max(0.0, first_top - top)
                        + max(0.0, bottom - last_bottom)
                    )
                for weight, others in near:
                    if cost >= limit:
                        break
                    for start, upper, end, lower in others:
                        if left < end and start < right and top < lower and upper < bottom:
                            cost += weight
                            if cost >= limit:
                                if weight >= COVERS_MARK:
                                    in_way = start, upper, end, lower
                                break
                if cost + liking < least:
                    best, least = (left, top, right, bottom), cost + liking
        if best is None:
            return None
        return Box(best[0], best[1], width, height), least

    def _near(
        self, x: float, y: float, aside: float, down: float
    ) -> tuple[tuple[float, list[Edges]], ...]:
        """What stands within reach of a point, each kind with the cost of covering one."""
        reach = x - aside, y - down, x + aside, y + down
        return (
            (COVERS_LABEL, _met(reach, self.labels)),
            (COVERS_MARK, _met(reach, self.marks)),
            (COVERS_GUIDE, _met(reach, self.guides)),
        )


def _met(edges: Edges, others: list[Edges]) -> list[Edges]:
    """Those that share any area with a box: written out, for a label is tried in many places."""
    left, top, right, bottom = edges
    return [
        each
        for each in others
        if left < each[2] and each[0] < right and top < each[3] and each[1] < bottom
    ]
