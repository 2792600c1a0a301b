"""The budget account in words and as a table: what is used, what is left, and when it runs out."""

from typing import Any

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.html.cards import section
from layouts.html.tables import Column, facts, table
from layouts.links.addresses import Address
from layouts.phrases.goal_words import title
from layouts.phrases.text import Text, text
from layouts.phrases.wording import uncapital
from progress.emissions.sectors import SECTORS
from progress.goals.verdict_model import BudgetAccount, Verdict
from progress.phrases.formats import day, number, percent, tonnes
from progress.phrases.wording import done_label, done_words, needed_label, needed_words
from progress.phrases.words import sector_word


def budget_section(address: Address, answers: CityAnswers) -> html.Section | None:
    """One account for each budget goal; None for a municipality without a budget."""
    t = text(address.lang)
    goals = [v for v in answers.own_verdicts if v.goal.kind == "budget"]
    if not goals:
        return None
    parts: list[Any] = []
    for verdict in goals:
        parts += _account(verdict, t)
    return section("budget", t("city.budget.heading"), *parts)


def _account(verdict: Verdict, t: Text) -> list[Any]:
    heading = html.H3(title(verdict.goal, t.lang))
    if verdict.budget is not None:
        return [heading, *_full(verdict, verdict.budget, t)]
    near = verdict.indicative
    if near is not None and near.budget is not None:
        return [
            heading,
            html.Div(
                [
                    html.P(
                        [html.Strong(t("word.indicative")), ": ", indicative_words(near, t)],
                    ),
                    *_full(near, near.budget, t),
                ],
                className="indicative",
            ),
        ]
    reason = t(f"word.reason.{verdict.reason}") if verdict.reason else ""
    return [heading, html.P(t("city.budget.unknown", reason=uncapital(reason)))]


def indicative_words(near: Verdict, t: Text) -> str:
    """What the indicative series counts in place of what the budget covers."""
    left_out = [
        sector_word(sector, t.lang).lower() for sector in near.sectors_left_out if sector in SECTORS
    ]
    key = "city.budget.indicative.without" if left_out else "city.budget.indicative"
    return t(
        key,
        gas=t(f"word.gas.{near.gas}") if near.gas else "",
        sectors=", ".join(left_out),
        release=near.release or t("word.missing"),
    )


def _full(verdict: Verdict, account: BudgetAccount, t: Text) -> list[Any]:
    return [
        html.P(account_words(verdict, account, t)),
        *(html.P(words, className="note") for words in _whose(verdict, t.lang)),
        html.Div(
            [facts(account_facts(verdict, account, t)), _years(account, t)],
            className="columns",
        ),
    ]


def _whose(verdict: Verdict, lang: str) -> list[str]:
    """Whose figures the account rests on, where they are a city's own."""
    notes = [
        assumption
        for assumption in verdict.assumptions
        if assumption.code in ("own_figures", "own_forecasts")
    ]
    return [note.text_sv if lang == "sv" else note.text_en for note in notes]


def account_words(verdict: Verdict, account: BudgetAccount, t: Text) -> str:
    """How much of the budget is used in how much of its time, and when it runs out."""
    lang = t.lang
    sentences = [
        t(
            "city.budget.words",
            used=tonnes(account.used_tonnes, lang),
            budget=tonnes(account.budget_tonnes, lang),
            year=verdict.latest_year,
            share=percent(account.share_used, lang),
            time=percent(account.share_of_time, lang),
        )
    ]
    if account.remaining_tonnes < 0:
        words = tonnes(-account.remaining_tonnes, lang)
        sentences.append(t("city.budget.words.over", tonnes=words))
    elif account.run_out_if_level is not None:
        words = day(account.run_out_if_level, lang)
        sentences.append(t("city.budget.words.run_out", day=words))
    else:
        sentences.append(t("city.budget.words.lasts", last=account.last_year))
    return " ".join(sentences)


def account_facts(verdict: Verdict, account: BudgetAccount, t: Text) -> list[tuple[str, Any]]:
    """The account as pairs of a name and its value."""
    lang = t.lang
    lasts = t("city.budget.lasts", last=account.last_year)
    level = account.run_out_if_level
    pace = account.run_out_at_done_rate
    at_pace = lasts if verdict.done_rate is not None else t("city.budget.no_pace")
    rows: list[tuple[str, Any]] = [
        (
            t("city.budget.whole", first=account.first_year, last=account.last_year),
            tonnes(account.budget_tonnes, lang),
        ),
        (t("city.budget.used", year=verdict.latest_year), tonnes(account.used_tonnes, lang)),
        (t("city.budget.remaining"), tonnes(account.remaining_tonnes, lang)),
        (t("city.budget.share_used"), percent(account.share_used, lang)),
        (t("city.budget.share_time"), percent(account.share_of_time, lang)),
        (t("city.budget.level"), day(level, lang) if level else lasts),
        (t("city.budget.pace"), day(pace, lang) if pace else at_pace),
    ]
    needed, done = needed_words(verdict, lang), done_words(verdict, lang)
    if needed is not None:
        rows.append((needed_label(verdict, lang), t("city.budget.needed", rate=needed)))
    if done is not None:
        rows.append((done_label(verdict, lang), done))
    return rows


def _years(account: BudgetAccount, t: Text) -> html.Div:
    left = account.budget_tonnes
    known = True
    rows = []
    for year in account.years:
        known = known and year.tonnes is not None
        left -= year.tonnes or 0.0
        rows.append(
            [
                str(year.year),
                number(year.tonnes, t.lang),
                t(f"word.status.{year.status}"),
                number(left, t.lang) if known else t("word.missing"),
            ]
        )
    columns = [
        Column(t("word.year")),
        Column(t("city.budget.column.tonnes"), numeric=True),
        Column(t("city.budget.column.status")),
        Column(t("city.budget.column.left"), numeric=True),
    ]
    return table(t("city.budget.caption"), columns, rows)
