"""Renewal of the contract: its versions, what was added, sharpened and dropped word by word, the
annexes' documents, and the cities around it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from layouts import html
from layouts.follow_up.contracts import change_words, version_words
from layouts.html.cards import section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.known_cities import cities_known
from layouts.phrases.text import Text, text
from layouts.phrases.wording import in_language
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, waits
from progress.phrases.formats import part_of_date
from progress.promises.contract_versions import Change, GoalChange, VersionStep
from progress.promises.matters import is_own
from progress.promises.promise_changes import PromiseChange, promise_changes, words_of
from progress.promises.word_difference import Part, word_difference

RENEWAL = "ALL-C03"
"""The commitment to renew the contracts before every new year: its statuses tell of renewals."""


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """Which versions are known, of how many words."""
    years = [str(version.year) for version in answers.versions]
    if not years:
        return Summary(State.WAITS, t("systems.renewal.none"))
    words = t("systems.renewal.versions", n=len(years), years=", ".join(years))
    if answers.texts:
        words += " " + t("systems.renewal.whole", n=len(answers.texts))
    return Summary(State.SHOWN if answers.steps else State.PART, words)


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """Versions, changes between them, documents, and who has a contract."""
    t = text(address.lang)
    place = answers.city.municipality
    dates = [
        t(f"systems.renewal.{what}", at=part_of_date(at, t.lang))
        for what, at in (("joined", place.joined), ("signed", place.signed))
        if at
    ]
    versions: list[Any] = [html.Ul([html.Li(version_words(v, t)) for v in answers.versions])]
    if not answers.steps:
        versions = [
            *(versions if answers.versions else []),
            waits(address, t("systems.renewal.waits"), "contracts"),
        ]
    parts = [
        section(
            "versions",
            t("systems.renewal.heading"),
            html.P(" ".join(dates)) if dates else None,
            *versions,
            *(_step(step, t) for step in answers.steps),
            *_promises(answers, t),
            _renewed(answers, t),
        )
    ]
    if answers.documents:
        items = [
            html.Li(html.A(in_language(each.title_sv, each.title_en, t.lang), href=each.address))
            for each in answers.documents
        ]
        note = html.P(t("systems.renewal.documents.note"), className="note")
        parts.append(section("documents", t("systems.renewal.documents"), html.Ul(items), note))
    link = html.A(t("systems.renewal.cities.link"), href=href(Address("newest_follow_up", t.lang)))
    around = section(
        "cities",
        t("systems.renewal.cities"),
        html.P(cities_known(answers.cities.values(), t)),
        html.P(t("systems.renewal.twins")) if answers.code in TWINS else None,
        html.P(link),
    )
    return [*parts, around]


TWINS = frozenset({"2081", "2084"})
"""Borlänge and Avesta are twins (klimatneutralaborlange2030.se, read on 30 November 2026)."""


def _renewed(answers: SystemsAnswers, t: Text) -> html.P | None:
    """What was last told of the renewal that all parties have promised."""
    promise = next(
        (each for each in answers.city.commitments if each.commitment_id == RENEWAL), None
    )
    if promise is None or not promise.status_comment:
        return None
    return html.P([t("systems.renewal.told"), " ", html.Span(promise.status_comment, lang="sv")])


def _step(step: VersionStep, t: Text) -> html.Div:
    heading = t("follow_up.contracts.between", old=step.old.year, new=step.new.year)
    columns = [
        Column(t("systems.renewal.column.change")),
        Column(t("systems.renewal.column.words"), wide=True),
    ]
    rows = [[change_words(change, t), _words(change)] for change in step.changes]
    return table(heading, columns, rows, stack=True)


def _promises(answers: SystemsAnswers, t: Text) -> Iterator[html.Div]:
    """The city's own commitments from each version to the next, where both are known."""
    own = [each for each in answers.city.commitments if is_own(each)]
    for old, new in pairwise(sorted(answers.texts, key=lambda each: each.version_year)):
        before = [each for each in own if each.contract_id == old.contract_id]
        after = [each for each in own if each.contract_id == new.contract_id]
        if not (before and after):
            continue
        changes = promise_changes(before, after)
        rows = [_promise(each, t) for each in changes if each.change is not Change.SAME]
        columns = [
            Column(t("systems.renewal.column.change")),
            Column(t("systems.renewal.column.section")),
            Column(t("systems.renewal.column.words"), wide=True),
        ]
        caption = t(
            "systems.renewal.promises",
            old=old.version_year,
            new=new.version_year,
            n=len(changes) - len(rows),
        )
        yield table(caption, columns, rows, stack=True)


def _promise(change: PromiseChange, t: Text) -> list[Any]:
    old = "" if change.old is None else words_of(change.old)
    new = "" if change.new is None else words_of(change.new)
    shown = change.new or change.old
    assert shown is not None
    return [
        t(f"systems.renewal.change.{change.change}"),
        shown.section,
        html.Span(_marked(word_difference(old, new)), lang="sv"),
    ]


def _words(change: GoalChange) -> html.Span:
    """The goal's own words in both versions: what is gone struck out, what is new underlined."""
    old = change.old.quote or change.old.title_sv if change.old else ""
    new = change.new.quote or change.new.title_sv if change.new else ""
    return html.Span(_marked(word_difference(old, new)), lang="sv")


def _marked(parts: Sequence[Part]) -> list[Any]:
    tags = {"gone": html.Del, "new": html.Ins}
    result: list[Any] = []
    for part in parts:
        result += [tags[part.kind](part.words) if part.kind in tags else part.words, " "]
    return result[:-1]
