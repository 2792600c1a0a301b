"""What readers ask for: mostly municipalities' pages, then the rest, as people and machines do."""

import json
import random
from urllib.request import urlopen

from layouts.links.addresses import Address, href
from tests.boards import ADDRESS, question
from tests.load.crowd import Question

KINDS = ("city", "money", "meeting", "what_if", "restatements")
PLAIN = ("overview", "portfolio", "data", "method", "about", "open_data", "compare")
OPEN_DATA = (
    "/api/v1/emissions?municipality={code}",
    "/api/v1/verdicts?municipality={code}",
    "/api/v1/goals?limit=50",
    "/api/v1/population.csv?municipality={code}",
)
UNUSUAL = (
    "/sv/finns-inte",
    "/sv/sok?sok=<prov>",
    "/sv/kommun/orebro?gas=fel",
    "/en/compare?kommun=x",
)


class Mix:
    """Questions about the municipalities of a running product."""

    def __init__(self, base: str, *, unusual: float = 0.0, even: bool = False) -> None:
        with urlopen(f"{base}/api/v1/municipalities?limit=1000") as answer:
            rows = json.load(answer)["items"]
        self._places = [(str(row["slug"]), str(row["code"])) for row in rows]
        self._unusual = unusual
        self._even = even

    def page(self, chance: random.Random) -> Question:
        """A page, as a person asks for it: seven of ten on a municipality, few places often."""
        lang = "sv" if chance.random() < 0.9 else "en"
        if chance.random() < 0.3:
            return Question(href(Address(chance.choice(PLAIN), lang)))
        # Some places are asked for much more than others, unless all are to be kept soon.
        skewed = min(int(chance.paretovariate(0.6)) - 1, len(self._places) - 1)
        place = chance.randrange(len(self._places)) if self._even else skewed
        kind = KINDS[min(int(chance.expovariate(1.2)), len(KINDS) - 1)]
        return Question(href(Address(kind, lang, slug=self._places[place][0])))

    def page_or_step(self, chance: random.Random) -> Question:
        """Nineteen pages to one step on a board, where a year is chosen."""
        if chance.random() >= 1 / 20:
            return self.page(chance)
        body = json.dumps(question(str(chance.randrange(2010, 2024)))).encode()
        return Question(ADDRESS, body)

    def anything(self, chance: random.Random) -> Question:
        """Pages, steps between them, open data, and what cannot be answered."""
        sort = chance.random()
        if sort < self._unusual:
            return Question(chance.choice(UNUSUAL))
        if sort < 0.15:
            code = chance.choice(self._places)[1]
            return Question(chance.choice(OPEN_DATA).format(code=code))
        return self.page(chance)
