"""What the tools answer: rows of the open data, each with its release, its address and its status.

What is not known is the word `unknown`, never zero and never left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data_access import questions as ask
from data_access.exports.writing import known, plain
from data_access.open_data import DATASETS, Chosen, Found, Shelf, page_of
from data_access.open_data.items import address_of
from data_access.reading import Connection, StoreReader
from progress.dataset import Dataset
from progress.goals.verdict_model import Attainment
from progress.place_search import Places
from progress.records import Municipality

Answer = dict[str, Any]

UNKNOWN = "unknown"
NOT_APPLICABLE = "not applicable"
"""The reason why a goal that can be assessed could not be."""

MOST_ROWS = 200
MOST_DATASET_ROWS = 100

NOT_TO_BE_ADDED = (
    "Amounts are of different kinds (granted, applied for, frames) and currencies, and some rows "
    "tell the same money: do not add them up."
)
VERDICT_NOTE = (
    "A verdict holds at the pace of the emissions so far; tell an uncertain or indicative one as "
    "such. A reason is given where a goal cannot be assessed."
)
EMISSION_NOTE = (
    "Territorial emissions in tonnes. The newest year can be preliminary: tell its status. Never "
    "compare carbon dioxide (co2) with greenhouse gases (co2e)."
)

VERDICT = (
    "goal_id",
    "basis",
    "kind",
    "gas",
    "attainment",
    "robustness",
    "reason",
    "sentence_sv",
    "sentence_en",
    "latest_year",
    "actual_tonnes",
    "target_year",
    "target_tonnes",
    "needed_rate",
    "done_rate",
    "release",
)
GRANT = (
    "grant_id",
    "title",
    "funder",
    "beneficiary",
    "amount",
    "currency",
    "amount_kind",
    "level",
    "decision_year",
    "start",
    "end",
    "release",
    "licence",
)


class NoSuchPlace(LookupError):  # noqa: N818
    """No municipality has this name or code."""


class Questions:
    """The questions of one store. `base` is the site's scheme and host, or empty."""

    def __init__(self, store: StoreReader, base: str) -> None:
        self._store = store
        self._base = base
        self._shelf = Shelf()

    def find_city(self, name: str) -> Answer:
        """The municipalities that a name or code can mean, the likeliest first."""
        dataset = DATASETS["municipalities"]
        with self._store.connection() as conn:
            places = self._places(conn)
            matches = _exact(places, name) or places.search(name) or places.alike(name)
            codes = tuple(match.code for match in matches)
            chosen: dict[str, tuple[Any, ...]] = {"municipality": codes}
            page = self._rows(conn, dataset.name, MOST_ROWS, chosen)
        by_code = {row["code"]: self._told(dataset, row, dataset.fields) for row in page.rows}
        return {"matches": [by_code[code] for code in codes if code in by_code]}

    def verdicts(self, city: str) -> Answer:
        """A city's verdicts with their reasons."""
        answer = self._of_city("verdicts", city, VERDICT, VERDICT_NOTE)
        for row in answer["rows"]:
            if row["attainment"] != Attainment.NOT_ASSESSABLE:
                row["reason"] = NOT_APPLICABLE
        return answer

    def emissions(
        self, city: str, *, by_sector: bool, gas: str, year_from: int | None, year_to: int | None
    ) -> Answer:
        """A city's emissions by year, in total or by sector."""
        name = "emissions" if by_sector else "emission-totals"
        values: dict[str, tuple[Any, ...]] = {"gas": (gas,)}
        if year_from is not None:
            values["year_from"] = (year_from,)
        if year_to is not None:
            values["year_to"] = (year_to,)
        fields = ("year", "sector", "tonnes", "status", "gas", "release", "publisher", "licence")
        return self._of_city(name, city, fields, EMISSION_NOTE, values, 1000)

    def grants(self, city: str, words: str) -> Answer:
        """Grants with a city among their places."""
        return self._of_city("grants", city, GRANT, NOT_TO_BE_ADDED, words=words)

    def changes(self, city: str | None, since: Any) -> Answer:
        """What is new, of a city or of all, newest first."""
        values = {} if since is None else {"since": (since,)}
        fields = DATASETS["changes"].fields
        return self._of_city("changes", city, fields, "", values, sort=(("at", True),))

    def dataset(self, name: str, city: str | None, words: str, limit: int) -> Answer:
        """Rows of any dataset. Raises NoSuchPlace, LookupError."""
        dataset = DATASETS.get(name)
        if dataset is None:
            raise LookupError(f"no dataset {name!r}; there are {', '.join(DATASETS)}")
        limit = max(1, min(limit, MOST_DATASET_ROWS))
        note = dataset.description("en")
        return self._of_city(name, city, dataset.fields, note, limit=limit, words=words)

    def _of_city(
        self,
        name: str,
        city: str | None,
        fields: Sequence[str],
        note: str,
        values: Mapping[str, tuple[Any, ...]] | None = None,
        limit: int = MOST_ROWS,
        words: str = "",
        sort: tuple[tuple[str, bool], ...] = (),
    ) -> Answer:
        """Rows of a dataset: of the city where one is named and the rows are of cities."""
        dataset = DATASETS[name]
        chosen = dict(values or {})
        with self._store.connection() as conn:
            place = None if city is None else self._place(conn, city)
            if place is not None and dataset.has_filter("municipality"):
                chosen["municipality"] = (place.code,)
            page = self._rows(conn, name, limit, chosen, words, sort)
        rows = [self._told(dataset, row, fields) for row in page.rows]
        return self._answer(rows, page.cursor is not None, note, place)

    def _rows(
        self,
        conn: Connection,
        name: str,
        limit: int,
        values: Mapping[str, tuple[Any, ...]],
        words: str = "",
        sort: tuple[tuple[str, bool], ...] = (),
    ) -> Found:
        version = ask.store_version(conn)
        chosen = Chosen(values, None, limit, tuple(words.casefold().split()), sort)
        return page_of(conn, version, DATASETS[name], chosen, self._shelf)

    def _places(self, conn: Connection) -> Places:
        return Places(ask.municipalities(conn), ask.municipality_spellings(conn))

    def _place(self, conn: Connection, city: str) -> Municipality:
        places = self._places(conn)
        matches = _exact(places, city)
        if len(matches) != 1:
            others = matches or places.search(city) or places.alike(city)
            names = ", ".join(other.name for other in others[:10])
            hint = f": it can mean {names}" if names else ""
            raise NoSuchPlace(f"no one municipality is called {city!r}{hint}")
        return matches[0]

    def _told(self, dataset: Dataset, row: Mapping[str, Any], fields: Iterable[str]) -> Answer:
        """A row with its own address; what is not known as such."""
        answer: Answer = {}
        for name in fields:
            if name in row:
                value = known(row[name])
                answer[name] = UNKNOWN if value is None else _plain(value)
        return {**answer, "address": address_of(self._base, dataset, row)}

    def _answer(
        self, rows: list[Answer], more: bool, note: str, place: Municipality | None
    ) -> Answer:
        answer: Answer = {"rows": rows, "more_rows_than_shown": more}
        if place is not None:
            page = f"{self._base}/en/municipality/{place.slug}"
            answer["city"] = {"code": place.code, "name": place.name, "page": page}
        labels = {row["release"] for row in rows if row.get("release") not in (None, UNKNOWN)}
        answer["releases"] = [
            {"label": label, "address": f"{self._base}/api/v1/releases/{label}"}
            for label in sorted(labels)
        ]
        if note:
            answer["note"] = note
        return answer


def _exact(places: Places, name: str) -> tuple[Municipality, ...]:
    """By name as in addresses, or as a reader would write it; by code."""
    slug = name.strip().casefold()
    by_slug = tuple(each for each in places.municipalities if each.slug == slug)
    return by_slug or places.exact(name)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | list | dict):
        return value
    return list(value) if isinstance(value, tuple) else plain(value)
