"""All that the portfolio's board shows of a choice, grouped once.

Each view leaves its own choice aside, so that what is chosen stands out among what could be, and
every count tells how many rows a further choice would leave.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from progress.money.choice import Chosen
from progress.money.filters import WORDS
from progress.money.portfolio import (
    SUMMED,
    Largest,
    Sum,
    by,
    by_both,
    by_year,
    counts,
    largest,
    of_cities,
    shared_with,
    total,
)

MOST_CHOICES = 30
"""Of one kind in a list of choices; the rest are found by searching."""
MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Summary:
    """Sums and counts of a choice.

    `classes` are by class of recipient, `kinds` by kind of money (never added to each other),
    `cities` by contract city's code (empty for other municipalities), `years` by (year, class),
    `cells` by (city's code, funder) of rows that belong to one municipality, `bars` by column and
    word, the largest first; `shared`
    counts by contract city the rows that name it and are not its own. `counts` are by column and
    word, the most first; `funders` is how many have a row; `unconverted` rows have an amount and no
    rate. `span` is the first and last year of all rows of the kind.
    """

    total: Sum
    classes: Mapping[str, Sum]
    kinds: Mapping[str, Sum]
    cities: Mapping[str, Sum]
    years: Mapping[tuple[int, str], Sum]
    cells: Mapping[tuple[str, ...], Sum]
    shared: Mapping[str, int]
    bars: Mapping[str, Mapping[str, Sum]]
    counts: Mapping[str, Mapping[str, int]]
    funders: int
    unconverted: int
    largest: Largest | None
    span: tuple[int, int] | None
    kept_nominal: int


def summary(chosen: Chosen) -> Summary:
    """The groupings of a choice."""
    rows = chosen.rows()

    def but(*names: str, columns: tuple[str, ...]) -> pd.DataFrame:
        if not chosen.masks.keys() & set(names):
            return rows
        return chosen.rows(*names, columns=(*columns, "sek"))

    of = {name: but(name, columns=(name,)) for name in WORDS}
    cells = but("place", "funder", columns=("city", "funder", "allocation"))
    places = but("place", columns=("city", "allocation", "shared"))
    cities = by(of_cities(places, "city", *SUMMED), "city")
    kinds = by(but("kind", columns=("kind",)), "kind")
    dated = chosen.frame["year"].to_numpy()[chosen.masks["kind"]]
    dated = dated[dated > 0]
    return Summary(
        total=total(rows),
        classes=by(but("allocation", columns=("allocation",)), "allocation"),
        kinds=kinds,
        cities=cities,
        years=by_year(but("years", columns=("year", "allocation"))),
        cells=by_both(of_cities(cells, "city", "funder", *SUMMED), "city", "funder"),
        shared=shared_with(places),
        bars={
            name: by(of[name], name, MOST_BARS) for name in ("beneficiary", "programme", "theme")
        },
        counts={
            **{name: counts(of[name], name, MOST_CHOICES) for name in WORDS},
            "funder": _with_groups(counts(of["funder"], "funder"), chosen.funder_groups),
            "city": {code: each.of for code, each in cities.items()},
            "kind": {kind: each.of for kind, each in kinds.items()},
        },
        funders=len(counts(rows, "funder")),
        unconverted=int((rows["sek"].isna() & rows["amount"].notna()).sum()),
        largest=largest(rows),
        span=(int(dated.min()), int(dated.max())) if len(dated) else None,
        kept_nominal=int(rows["kept_nominal"].sum()),
    )


def _with_groups(
    counted: Mapping[str, int], groups: Mapping[str, frozenset[str]]
) -> dict[str, int]:
    """With each who gives under several names, as many as under all of these; the most first."""
    under = {
        name: number
        for name, names in groups.items()
        if (number := sum(counted.get(each, 0) for each in names))
    }
    both = {**counted, **under}
    return dict(sorted(both.items(), key=lambda pair: -pair[1])[:MOST_CHOICES])
