"""The year in one picture: what each city did, what its leading goal asked of it, and why."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from layouts import html
from layouts.charts.scale import Values
from layouts.charts.svg_row import Pace, pace_axis
from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.words import stand_words
from layouts.html.cards import badge
from layouts.html.dense import SHOWN_FIRST, dense_table, pace_cell, pace_head, row_key
from layouts.html.markup import Element, aria
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.emissions.change_causes import ChangeCauses
from progress.goals.goal_years import GoalYear, Step
from progress.goals.verdict_model import Attainment, Reason
from progress.phrases.formats import signed, signed_percent, year_span
from progress.phrases.wording import goal_name, rate_words
from progress.phrases.words import attainment_word, counted_word, sector_phrase
from progress.records import Municipality

THOUSAND = 1000.0


@dataclass(frozen=True, slots=True)
class CityYear:
    """A city's year: its leading goal (None: none can be assessed) and the yardstick."""

    city: Municipality
    leading: GoalYear | None
    yardstick: GoalYear | None
    has_goals: bool
    change: float | None
    causes: ChangeCauses | None

    @property
    def pace(self) -> Pace:
        """What the year did, as a share of the year before, beside what was asked of it."""
        required = None if self.leading is None else self.leading.required
        even = None if self.yardstick is None else self.yardstick.required
        return Pace(
            done=self.fall,
            needed=None if required is None else required.needed,
            yardstick=None if even is None else even.needed,
            of_latest=required is not None and required.of_latest,
        )

    @property
    def fall(self) -> float | None:
        """The fall of the leading goal's own series, else of all emissions."""
        if self.leading is not None and self.leading.fall is not None:
            return self.leading.fall
        return None if self.change is None else -self.change

    @property
    def gap(self) -> float:
        """How much less the year did than was asked; what nothing asks for comes last."""
        pace = self.pace
        required = pace.needed if pace.needed is not None else pace.yardstick
        return -99.0 if required is None or pace.done is None else required - pace.done

    @property
    def attainment(self) -> Attainment:
        return Attainment.NOT_ASSESSABLE if self.leading is None else self.leading.now.effective

    @property
    def uncertain(self) -> bool:
        """Whether the verdict may not be told without that it is uncertain."""
        return self.leading is not None and self.leading.now.reading.uncertain

    @property
    def order(self) -> tuple[bool, bool, float]:
        """Those with a goal of their own first, of them what is reached last; then by the gap."""
        return (self.leading is None, self.attainment is Attainment.REACHED, -self.gap)


def city_years(answers: FollowUpAnswers) -> list[CityYear]:
    """Each contract city's year, farthest from what was asked of it first."""
    rows = []
    for city in answers.cities:
        goals, area = answers.goals_of(city.code), answers.area(city.code)
        rows.append(
            CityYear(
                city,
                next((goal for goal in goals if goal.leads), None),
                answers.yardstick(city.code),
                bool(goals),
                None if area is None else area.change,
                answers.causes.get(city.code),
            )
        )
    return sorted(rows, key=lambda row: row.order)


def standing_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """Counts, the key to the marks, and one row for each city."""
    t = text(address.lang)
    rows = city_years(answers)
    heading = t("follow_up.standing.heading", year=answers.year)
    return html.Section(
        [
            html.H2(heading, id="standing", className="visually-hidden"),
            html.Div([_counts(rows, t), _key(answers.year, t)], className="overview-bar"),
            _table(address, answers, rows, t),
            html.P(" ".join(_notes(answers, t)), className="note"),
        ],
        className="of-year",
        **aria(labelledby="standing"),
    )


def _notes(answers: FollowUpAnswers, t: Text) -> list[str]:
    """What a reader must know of the rows: the order, and verdicts that rest on earlier years."""
    words = [t("follow_up.standing.note", year=answers.year)]
    late = answers.without_new_statistics
    if late:
        last = max(goal.now.year or 0 for goal in late)
        words.append(t("follow_up.lead.no_new", n=len(late), last=last))
    few = sum(goal.now.reading.reason is Reason.NO_DONE_RATE for goal in answers.own_goals)
    if few:
        words.append(t("follow_up.lead.few_years", n=few))
    return words


def _counts(rows: list[CityYear], t: Text) -> html.Ul:
    counted = Counter(row.attainment for row in rows)
    doubtful = Counter(row.attainment for row in rows if row.uncertain)
    return html.Ul(
        [
            html.Li(counted_word(word, n, doubtful[word], t.lang))
            for word in SHOWN_FIRST
            if (n := counted[word])
        ],
        className="row-key",
    )


def _key(year: int, t: Text) -> html.Ul:
    return row_key(
        (
            ("done", t("follow_up.standing.key.done", year=year)),
            ("needed", t("follow_up.standing.key.needed", year=year)),
            ("of-latest", t("overview.key.of_latest")),
            ("yardstick", t("overview.key.yardstick")),
        )
    )


def _table(address: Address, answers: FollowUpAnswers, rows: list[CityYear], t: Text) -> html.Div:
    lang, year = address.lang, answers.year
    axis = pace_axis([row.pace for row in rows])
    head = [
        _head(t("follow_up.column.city")),
        pace_head(axis, t("follow_up.standing.column.pace", year=year), lang),
        _head(year_span(year - 1, year), "num"),
        _head(t("follow_up.standing.column.cause"), "cause"),
        _head(t("follow_up.standing.column.asked", year=year), "needs"),
        _head(t("follow_up.standing.column.verdict", year=year), "says"),
    ]
    body = [_row(row, answers, axis, t) for row in rows]
    return dense_table(t("follow_up.standing.caption", year=year), head, body)


def _head(words: str, css: str | None = None) -> Element:
    return Element("th", words, scope="col", className=css)


def _row(row: CityYear, answers: FollowUpAnswers, axis: Values, t: Text) -> Element:
    link = html.A(row.city.name, href=href(Address("city", t.lang, row.city.slug)))
    change = None if row.fall is None else -row.fall
    return Element(
        "tr",
        [
            Element("th", link, scope="row"),
            pace_cell(row.pace, axis, t.lang, t("overview.key.yardstick")),
            Element("td", signed_percent(change, t.lang, 1), className="num"),
            Element("td", _cause(row, t), className="cause"),
            Element("td", _required(row, answers, t), className="needs"),
            Element("td", _verdict(row, t), className="says"),
        ],
    )


def _cause(row: CityYear, t: Text) -> str:
    """The sector that moved most the way of the whole, in thousand tonnes."""
    if row.causes is None or not row.causes.sectors:
        return t("word.missing")
    first = row.causes.sectors[0]
    size = signed(first.tonnes / THOUSAND, t.lang, 1)
    return t("follow_up.standing.cause", sector=sector_phrase(first.sector, t.lang), tonnes=size)


def _required(row: CityYear, answers: FollowUpAnswers, t: Text) -> Any:
    """What the leading goal asked of the year with its name; else why there is nothing."""
    if row.leading is None:
        key = "overview.needed.not_assessable" if row.has_goals else "overview.needed.no_goal"
        return html.Span(t(key), className="quiet")
    goal = answers.goals.get((row.city.code, row.leading.goal_id))
    name = row.leading.goal_id if goal is None else goal_name(goal, t.lang)
    required = row.leading.required
    if required is None:
        return name
    return t(
        "overview.needed", needed=rate_words(required.needed, required.at_least, t.lang), goal=name
    )


def _verdict(row: CityYear, t: Text) -> Any:
    """The verdict on the leading goal at the end of the year, and what it was where it moved."""
    if row.leading is None:
        return html.Span(attainment_word(row.attainment, t.lang), className="quiet")
    reading = row.leading.now.reading
    shown = badge(reading.effective, t, fragile=reading.uncertain, indicative=reading.indication)
    if row.leading.step in (Step.SAME, Step.DIRECTION):
        return shown
    was = t("follow_up.standing.was", before=stand_words(row.leading.before, t))
    return html.Span([shown, " ", was])
