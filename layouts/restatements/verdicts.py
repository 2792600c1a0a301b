"""The verdicts that a newer release moved: from what to what, and because of what."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.html.cards import badge, disclosure
from layouts.html.markup import aria
from layouts.html.tables import Column, table
from layouts.phrases.goal_words import title_span
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from layouts.restatements.answers import QuotedVerdicts
from layouts.restatements.pair import Pair
from layouts.restatements.words import edition
from progress.goals.verdict_change import Cause, Reading, VerdictChange, moved
from progress.goals.verdict_model import Attainment, Verdict


def counts(changes: Sequence[VerdictChange], t: Text) -> list[Any]:
    """How many verdicts are another, and how often each cause had a part in it."""
    number = sum(change.changed for change in changes)
    if not changes:
        return [html.P(t("restatements.verdicts.none"))]
    if not any(change.causes for change in changes):
        return [html.P(t("restatements.verdicts.same", n=len(changes)))]
    return [
        html.P(t("restatements.verdicts.changed", n=number, all=len(changes))),
        html.Ul(
            [
                html.Li(t(f"restatements.verdicts.cause.{cause}", n=times))
                for cause in (Cause.RESTATED, Cause.NEW_YEARS, Cause.LOST_YEARS)
                if (times := sum(1 for _ in moved(tuple(changes), cause)))
            ]
        ),
    ]


def change_card(
    change: VerdictChange, verdicts: QuotedVerdicts, pair: Pair, t: Text
) -> html.Article:
    """One goal: before and after, the cause, both sentences, and every step between."""
    old, new = verdicts.old.get(_key(change)), verdicts.new.get(_key(change))
    return html.Article(
        [
            html.H3(_title(change, verdicts, t.lang)),
            _before_and_after(change, t),
            _direction(change, t),
            html.P(causes_words(change, t)),
            _sentence(new, edition(pair.new, pair, t), t),
            disclosure(
                t("restatements.steps"),
                _steps(change, pair, t),
                _sentence(old, edition(pair.old, pair, t), t),
            ),
        ],
        className="goal",
    )


def change_line(
    change: VerdictChange, verdicts: QuotedVerdicts, pair: Pair, t: Text, place: html.A
) -> html.Article:
    """The same without the steps, among those of other municipalities."""
    return html.Article(
        [
            html.H4([place, ": ", _title(change, verdicts, t.lang)]),
            _before_and_after(change, t),
            _direction(change, t),
            html.P(causes_words(change, t)),
            _sentence(verdicts.new.get(_key(change)), edition(pair.new, pair, t), t),
        ],
        className="goal",
    )


def causes_words(change: VerdictChange, t: Text) -> str:
    """Why the verdict moved: every cause that had a part in it."""
    words = [t(f"restatements.cause.{cause}") for cause in change.causes]
    last = f" {t('word.and')} ".join(words[-2:])
    return t("restatements.because", causes=", ".join([*words[:-2], last]))


def reading_words(reading: Reading, t: Text) -> str:
    """The attainment in words and the direction, in a table's cell."""
    words = reading.label(t.lang)
    if reading.direction is None:
        return words
    return f"{words}, {t(f'word.direction.{reading.direction}')}"


def _key(change: VerdictChange) -> tuple[str, str]:
    return change.municipality_code, change.goal_id


def _before_and_after(change: VerdictChange, t: Text) -> html.P:
    if not change.changed:
        return html.P([_badge(change.new, t), " ", t("restatements.undone")])
    if _shown(change.old) == _shown(change.new):
        return html.P(_badge(change.new, t))
    return html.P(
        [
            _badge(change.old, t),
            html.Span(" → ", **aria(hidden="true")),
            html.Span(f" {t('restatements.became')} ", className="visually-hidden"),
            _badge(change.new, t),
        ]
    )


def _shown(reading: Reading) -> tuple[Attainment, Attainment | None]:
    return reading.attainment, reading.indicative


def _badge(reading: Reading, t: Text) -> Any:
    if reading.indicative is None:
        attainment = reading.effective
        return badge(attainment, t, fragile=reading.uncertain, indicative=reading.indication)
    return html.Span(reading.label(t.lang), className="badge")


def _direction(change: VerdictChange, t: Text) -> html.P | None:
    old, new = change.old.direction, change.new.direction
    if old == new or old is None or new is None:
        return None
    return html.P(
        t(
            "restatements.direction",
            old=t(f"word.direction.{old}"),
            new=t(f"word.direction.{new}"),
        )
    )


def _steps(change: VerdictChange, pair: Pair, t: Text) -> html.Div:
    old, new = edition(pair.old, pair, t), edition(pair.new, pair, t)
    rows = [
        [capital(old), reading_words(change.old, t)],
        [t("restatements.step.shared", edition=old), reading_words(change.old_shared, t)],
        [t("restatements.step.shared", edition=new), reading_words(change.new_shared, t)],
        [capital(new), reading_words(change.new, t)],
    ]
    columns = [Column(t("restatements.step")), Column(t("restatements.column.verdict"))]
    return table(t("restatements.steps.caption"), columns, rows, stack=True)


def _sentence(verdict: Verdict | None, statistics: str, t: Text) -> html.P | None:
    if verdict is None:
        return None
    near = verdict.indicative
    indicative = (
        near if near is not None and near.attainment is not Attainment.NOT_ASSESSABLE else None
    )
    said = indicative or verdict
    words = said.sentence_sv if t.lang == "sv" else said.sentence_en
    return html.P([html.Strong(f"{capital(statistics)}: "), words])


def _title(change: VerdictChange, verdicts: QuotedVerdicts, lang: str) -> Any:
    verdict = verdicts.new.get(_key(change)) or verdicts.old.get(_key(change))
    return change.goal_id if verdict is None else title_span(verdict.goal, lang)
