"""The follow-up's figures as rows of a workbook: numbers as numbers, an explaining sheet first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.areas import named
from layouts.follow_up.gaps import data_words
from layouts.follow_up.promises import counts_of
from layouts.follow_up.words import stand_words
from layouts.links.addresses import Address, href
from layouts.phrases.goal_words import title
from layouts.phrases.pledges import party_words
from layouts.phrases.text import Text, text
from layouts.restatements.verdicts import causes_words
from progress.data_coverage import Subject
from progress.goals.goal_years import CITIES, NATION, GoalYear, Stand
from progress.money.year_money import Total
from progress.promises.yearly_promises import PromiseYear

Record = Mapping[str, Any]
Rows = Callable[["Setting"], Iterator[list[Any]]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What every sheet needs: the answers, the reader's language, and the cities' names."""

    answers: FollowUpAnswers
    lang: str
    t: Text
    names: Mapping[str, str]

    def area(self, code: str) -> str:
        whole = {NATION: "nation", CITIES: "the_cities"}
        return self.t(f"follow_up.area.{whole[code]}") if code in whole else self.names[code]


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """A sheet of the workbook: its name, its headings, and its rows by heading."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Record]


def sheets(address: Address, answers: FollowUpAnswers) -> tuple[RecordSheet, ...]:
    """The explaining sheet, then one sheet for each part of the page."""
    t = text(address.lang)
    names = {city.code: city.name for city in answers.cities}
    setting = Setting(answers, address.lang, t, names)
    return (_guide(address, setting), *(_sheet(name, setting) for name in SHEETS))


def _guide(address: Address, setting: Setting) -> RecordSheet:
    t, answers = setting.t, setting.answers
    columns = (t("follow_up.file.guide.what"), t("follow_up.file.guide.words"))

    def rows() -> Iterator[Record]:
        about = {
            "address": href(Address("follow_up", address.lang, year=answers.year)),
            "year": str(answers.year),
            "releases": "; ".join(
                named(release.label, answers, t) for release in answers.stands.releases
            ),
            **{name: t(f"follow_up.file.guide.{name}.words") for name in GUIDE},
        }
        pairs = [(t(f"follow_up.file.guide.{name}"), words) for name, words in about.items()]
        pairs += [
            (t(f"follow_up.file.sheet.{name}"), t(f"follow_up.file.rows.{name}")) for name in SHEETS
        ]
        for pair in pairs:
            yield dict(zip(columns, pair, strict=True))

    return RecordSheet(t("follow_up.file.guide"), columns, rows())


def _sheet(name: str, setting: Setting) -> RecordSheet:
    fields, rows = SHEETS[name]
    columns = tuple(setting.t(f"follow_up.file.{field}") for field in fields)
    records = (dict(zip(columns, row, strict=True)) for row in rows(setting))
    return RecordSheet(setting.t(f"follow_up.file.sheet.{name}"), columns, records)


def _areas(setting: Setting) -> Iterator[list[Any]]:
    order = (NATION, CITIES, *setting.names)
    for area in sorted(setting.answers.stands.areas, key=lambda area: order.index(area.code)):
        code = "" if area.code in (NATION, CITIES) else area.code
        yardstick = setting.answers.yardstick(area.code)
        yield [
            setting.area(area.code),
            code,
            area.tonnes,
            area.before,
            area.change,
            area.earlier,
            area.restated,
            None if yardstick is None else _attainment(yardstick.now, setting.t),
            None if yardstick is None else _attainment(yardstick.before, setting.t),
        ]


def _goals(setting: Setting) -> Iterator[list[Any]]:
    t = setting.t
    for goal_year in setting.answers.own_goals:
        goal = setting.answers.goals.get((goal_year.municipality_code, goal_year.goal_id))
        reading = goal_year.now.reading
        yield [
            setting.names[goal_year.municipality_code],
            goal_year.municipality_code,
            goal_year.goal_id,
            None if goal is None else title(goal, setting.lang),
            _attainment(goal_year.now, t),
            goal_year.now.indicative,
            None if reading.direction is None else t(f"word.direction.{reading.direction}"),
            None if reading.reason is None else t(f"word.reason.short.{reading.reason}"),
            goal_year.now.year,
            _attainment(goal_year.before, t),
            t(f"follow_up.step.{goal_year.step}"),
            goal_year.now.gap,
            _unit(goal_year, setting),
            *_restated(goal_year, t),
        ]


def _restated(goal_year: GoalYear, t: Text) -> list[Any]:
    """What was told of the year before, and why that is another now."""
    change = goal_year.restated
    if change is None:
        return [None, None]
    return [_attainment(Stand(change.old), t), causes_words(change, t) if change.changed else None]


def _promises(setting: Setting) -> Iterator[list[Any]]:
    answers, t = setting.answers, setting.t
    for kind, counted in (("commitments", answers.parties), ("activities", answers.activities)):
        for row in counted:
            yield [t(f"follow_up.file.kind.{kind}"), *_counted(row, setting)]


def _counted(promise_year: PromiseYear, setting: Setting) -> list[Any]:
    name = party_words(promise_year.party, setting.t) or setting.names.get(
        promise_year.municipality_code or "", ""
    )
    return [
        name,
        promise_year.of,
        *counts_of(promise_year).values(),
        promise_year.silent,
        promise_year.reported,
    ]


def _money(setting: Setting) -> Iterator[list[Any]]:
    t = setting.t
    order = (None, *setting.names)
    for row in sorted(setting.answers.money, key=lambda each: order.index(each.city)):
        yield [
            t("follow_up.area.the_cities") if row.city is None else setting.names[row.city],
            t(f"word.amount.{row.kind}"),
            t(f"follow_up.file.allocation.{row.allocation}"),
            *_sum(row.now),
            *_sum(row.before),
        ]


def _sum(total: Total) -> list[Any]:
    """Kronor, rows with an amount, all rows; unknown kronor are an empty cell."""
    return [total.sek if total.coverage.known else None, total.coverage.known, total.coverage.of]


def _data(setting: Setting) -> Iterator[list[Any]]:
    t = setting.t
    for city in setting.answers.data:
        for subject in Subject:
            yield [
                setting.names[city.code],
                t(f"follow_up.data.{subject}"),
                t(f"follow_up.file.known.{city.known(subject)}"),
                data_words(city, subject, t),
            ]


def _contracts(setting: Setting) -> Iterator[list[Any]]:
    t, lang = setting.t, setting.lang
    for city in setting.answers.versions:
        for version in city.versions:
            whole = t(f"follow_up.file.text.{'whole' if version.whole else 'quoted'}")
            yield [setting.names[city.code], version.year, whole, len(version.goals)] + [None] * 3
        for step in city.steps:
            for change in step.changes:
                yield [
                    setting.names[city.code],
                    step.new.year,
                    t("follow_up.contracts.between", old=step.old.year, new=step.new.year),
                    None,
                    t(f"follow_up.file.change.{change.change}"),
                    None if change.old is None else title(change.old, lang),
                    None if change.new is None else title(change.new, lang),
                ]


def _local(setting: Setting) -> Iterator[list[Any]]:
    for contract in setting.answers.local:
        yield [
            setting.names.get(contract.municipality_code, contract.municipality_code),
            contract.at,
            contract.signatories,
            contract.approximate,
            contract.name,
            contract.note,
            contract.quote_sv,
            contract.source_title,
        ]


def _attainment(stand: Stand, t: Text) -> str:
    return stand_words(stand, t)


def _unit(goal_year: GoalYear, setting: Setting) -> str | None:
    if goal_year.now.gap is None:
        return None
    goal = setting.answers.goals.get((goal_year.municipality_code, goal_year.goal_id))
    per_person = goal is not None and goal.per_person
    return setting.t(f"word.unit.{'tonnes_per_person' if per_person else 'tonnes'}")


GUIDE = ("movement", "restated", "indicative", "unknown", "sums")

SHEETS: Mapping[str, tuple[tuple[str, ...], Rows]] = {
    "areas": (
        ("area", "code", "tonnes", "before", "change", "told", "restated", "yardstick", "was"),
        _areas,
    ),
    "goals": (
        (
            "city",
            "code",
            "goal_id",
            "goal",
            "verdict",
            "indicative",
            "direction",
            "reason",
            "statistics",
            "was",
            "step",
            "gap",
            "unit",
            "verdict_told",
            "why",
        ),
        _goals,
    ),
    "promises": (
        (
            "what",
            "party",
            "of",
            "done",
            "running",
            "late",
            "not_begun",
            "stopped",
            "unknown",
            "silent",
            "reported",
        ),
        _promises,
    ),
    "money": (
        (
            "area",
            "kind",
            "recipient",
            "sek",
            "known",
            "rows",
            "sek_before",
            "known_before",
            "rows_before",
        ),
        _money,
    ),
    "data": (("city", "subject", "there", "words"), _data),
    "contracts": (
        ("city", "version", "read", "goals", "changed", "old_goal", "new_goal"),
        _contracts,
    ),
    "local": (
        ("city", "when", "signatories", "about", "name", "covers", "quote", "source"),
        _local,
    ),
}
"""Sheet → its fields and its rows."""
