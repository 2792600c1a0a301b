"""Three cards: goals by verdict, the budget, the commitments."""

from collections import Counter
from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.pieces import cards
from layouts.phrases.text import Text
from layouts.phrases.wording import uncapital
from progress.goals.verdict_model import Attainment
from progress.phrases.formats import day, percent, tonnes
from progress.phrases.words import badge
from progress.promises.matters import Promise, is_own, standings
from progress.promises.pledge_status import Standing


def summary(answers: CityAnswers, t: Text) -> html.Div | None:
    """Where each of the three stands, with the way to its section."""
    result = [
        (t("city.card.goals"), "#goals", _goals(answers, t)),
        (t("city.card.budget"), "#budget", _budget(answers, t)),
        (t("city.card.commitments"), "#commitments", _commitments(answers, t)),
    ]
    if not answers.municipality.is_contract_city:
        result[2] = (t("city.card.commitments"), "", [t("city.card.no_contract")])
    if not any(v.goal.kind == "budget" for v in answers.own_verdicts):
        result[1] = (t("city.card.budget"), "", [t("city.card.no_budget")])
    return cards(result)


def _goals(answers: CityAnswers, t: Text) -> list[Any]:
    effective = [v.indicative or v for v in answers.own_verdicts]
    order = list(Attainment)
    effective.sort(key=lambda verdict: order.index(verdict.attainment))
    counts = Counter(badge(verdict, t.lang) for verdict in effective)
    if not effective:
        return [t("city.card.no_goals")]
    words = [f"{count} {uncapital(label)}" for label, count in counts.items()]
    return [" · ".join(words)]


def _budget(answers: CityAnswers, t: Text) -> list[Any]:
    lang = t.lang
    lines: list[Any] = []
    for verdict in answers.own_verdicts:
        if verdict.goal.kind != "budget":
            continue
        account = verdict.budget
        if account is None:
            reason = t(f"word.reason.{verdict.reason}") if verdict.reason else ""
            size = tonnes(verdict.goal.budget_tonnes, lang)
            lines.append(t("city.card.budget.unknown", size=size, reason=uncapital(reason)))
            continue
        lines.append(
            t(
                "city.card.budget.used",
                size=tonnes(account.budget_tonnes, lang),
                share=percent(account.share_used, lang),
                time=percent(account.share_of_time, lang),
            )
        )
        if account.run_out_if_level is not None:
            lines.append(t("city.card.budget.out", day=day(account.run_out_if_level, lang)))
    return lines[:3]


def _commitments(answers: CityAnswers, t: Text) -> list[Any]:
    """The municipality's own promises by where they stand; those without a report are told so."""
    every: tuple[Promise, ...] = (*answers.commitments, *answers.activities)
    promises = [promise for promise in every if is_own(promise)]
    if not promises or answers.today is None:
        return [t("city.card.no_commitments")]
    counts = standings(promises, answers.today)
    unreported = sum(promise.status == Standing.UNKNOWN for promise in promises)
    named = [
        (counts[Standing.LATE], "late"),
        (counts[Standing.OVERDUE], "overdue"),
        (counts[Standing.STOPPED], "stopped"),
        (counts[Standing.DONE], "done"),
        (unreported, "unreported"),
    ]
    words = [t(f"city.card.commitments.{key}", n=n) for n, key in named if n]
    return [" · ".join([t("city.card.commitments.all", n=len(promises)), *words])]
