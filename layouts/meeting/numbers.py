"""The numbers behind the words of a meeting's views, for its workbook: unrounded, with units."""

from collections.abc import Iterator
from typing import Any

from layouts.links.addresses import Address
from layouts.meeting.view import Setting
from layouts.money.view import view as money_view
from layouts.phrases.goal_words import title
from layouts.phrases.pledges import party_words
from layouts.phrases.wording import in_language
from progress.emissions.turning_points import Turn
from progress.goals.verdict_model import Verdict
from progress.money.kinds import Kind
from progress.money.sums import kind_sum
from progress.phrases.words import badge_of, sector_word
from progress.promises.matters import due_of
from progress.promises.pledge_status import standing
from progress.records import Commitment

Record = dict[str, Any]
"""Column → value; None where nothing is known. Columns are keys of `pack.column`."""


def numbers(setting: Setting) -> dict[str, tuple[Record, ...]]:
    """View → the rows of its numbers, for the views whose words hold any."""
    result = {
        "exceptions": tuple(_turns(setting)),
        "goals": tuple(_goals(setting)),
        "budget": tuple(_budgets(setting)),
        "promises": tuple(_promises(setting)),
        "money": tuple(_money(setting)),
        "changes": tuple(_changes(setting)),
    }
    return {view: rows for view, rows in result.items() if rows}


def _turns(setting: Setting) -> Iterator[Record]:
    answers = setting.answers
    turns: list[tuple[str, str, Turn]] = []
    tonnes = setting.t("word.unit.tonnes")
    if answers.turn is not None:
        turns.append((setting.t("meeting.turn.total"), tonnes, answers.turn))
    turns += [
        (sector_word(code, setting.lang), tonnes, turn) for code, turn in answers.sector_turns
    ]
    for figures, turn in answers.indicator_turns:
        definition = figures.definition
        name = in_language(definition.name_sv, definition.name_en, setting.lang)
        unit = in_language(definition.unit_sv, definition.unit_en, setting.lang)
        turns.append((name, unit, turn))
    for what, unit, turn in turns:
        yield {
            "what": what,
            "unit": unit,
            "year": turn.year,
            "value": turn.value,
            "before": turn.before,
            "difference": turn.difference,
            "share": turn.share,
            "first_year": turn.first_year,
        }


def _goals(setting: Setting) -> Iterator[Record]:
    """Every verdict; an indicative one on a row of its own."""
    for verdict in setting.answers.verdicts:
        yield _goal(verdict, setting, indicative=False)
        if verdict.indicative is not None:
            yield _goal(verdict.indicative, setting, indicative=True)


def _goal(verdict: Verdict, setting: Setting, *, indicative: bool) -> Record:
    t = setting.t
    return {
        "goal_id": verdict.goal.goal_id,
        "goal": title(verdict.goal, setting.lang),
        "attainment": badge_of(verdict.attainment, t.lang, uncertain=verdict.fragile),
        "indicative": t("pack.yes" if indicative else "pack.no"),
        "reason": t(f"word.reason.short.{verdict.reason}") if verdict.reason else None,
        "release": verdict.release,
        "unit": t(f"word.unit.{verdict.unit}"),
        "base_year": verdict.base_year,
        "base": verdict.base,
        "target_year": verdict.target_year,
        "target": verdict.target,
        "latest_year": verdict.latest_year,
        "status": t(f"word.status.{verdict.latest_status}") if verdict.latest_status else None,
        "value": verdict.actual,
        "path": verdict.path,
        "gap": verdict.path_gap,
        "gap_share": verdict.gap_share,
        "years_behind": verdict.years_behind,
        "needed_rate": verdict.needed_rate,
        "done_rate": verdict.done_rate,
        "needed_tonnes_per_year": verdict.needed_tonnes_per_year,
        "done_tonnes_per_year": verdict.done_tonnes_per_year,
        "projected": verdict.projected,
    }


def _budgets(setting: Setting) -> Iterator[Record]:
    for goal in setting.answers.city.own_verdicts:
        for verdict in (goal, goal.indicative):
            if verdict is None or verdict.budget is None:
                continue
            account = verdict.budget
            yield {
                "goal": title(verdict.goal, setting.lang),
                "indicative": setting.t("pack.yes" if verdict is not goal else "pack.no"),
                "release": verdict.release,
                "unit": setting.t("word.unit.tonnes"),
                "budget": account.budget_tonnes,
                "first_year": account.first_year,
                "last_year": account.last_year,
                "latest_year": verdict.latest_year,
                "used": account.used_tonnes,
                "left": account.remaining_tonnes,
                "share_used": account.share_used,
                "share_of_time": account.share_of_time,
                "run_out_if_level": account.run_out_if_level,
                "run_out_at_done_rate": account.run_out_at_done_rate,
                "needed_rate": verdict.needed_rate,
                "done_rate": verdict.done_rate,
            }


def _promises(setting: Setting) -> Iterator[Record]:
    """Every promise with where it stands."""
    t = setting.t
    for promise in setting.answers.promises:
        promised = isinstance(promise, Commitment)
        english = setting.lang == "en" and promise.title_en
        where = standing(promise.status, due_of(promise), setting.answers.today)
        yield {
            "id": promise.commitment_id if isinstance(promise, Commitment) else promise.activity_id,
            "party": party_words(promise.party, t)
            if isinstance(promise, Commitment)
            else t("meeting.party.activities"),
            "what": promise.title_en if english else promise.title_sv,
            "due": due_of(promise) or None,
            "standing": t(f"pledge.standing.{where}"),
            "status_day": promise.status_date,
            "resources": t(f"pack.resources.{promise.status_resources}")
            if promise.status_resources
            else None,
            "financed_by": None if promised else getattr(promise, "financed_by", None) or None,
        }


def _money(setting: Setting) -> Iterator[Record]:
    """Kronor of each kind, never added together; how many rows have a known sum."""
    answers, t = setting.answers, setting.t
    shown = money_view(
        Address("money", setting.lang, answers.city.municipality.slug), answers.money
    )
    for recipient, rows in (("own", shown.own), ("single", shown.single)):
        for kind in Kind:
            result = kind_sum(rows, kind)
            if result.coverage.of:
                yield {
                    "recipient": t(f"pack.recipient.{recipient}"),
                    "kind": t(f"word.amount.{kind}"),
                    "kronor": result.sek if result.coverage.known else None,
                    "known": result.coverage.known,
                    "of": result.coverage.of,
                }
    plan = answers.plan
    if plan is not None:
        for what, known in (("cost", plan.costed), ("secured", plan.funded)):
            yield {
                "recipient": t("pack.recipient.plan"),
                "kind": t(f"pack.plan.{what}"),
                "kronor": None,
                "known": known,
                "of": plan.actions,
            }


def _changes(setting: Setting) -> Iterator[Record]:
    """Years and sums that are others than at the earlier meeting, in tonnes and kronor."""
    t, difference = setting.t, setting.answers.difference
    if difference is None:
        return
    for figure in difference.figures:
        yield {
            "year": figure.year,
            "kind": t("word.unit.tonnes"),
            "old": figure.old,
            "new": figure.new,
            "cause": t(f"meeting.cause.{figure.cause}"),
        }
    for sums in difference.money:
        old, new = sums.old, sums.new
        shown = new or old
        assert shown is not None
        yield {
            "year": None,
            "kind": t("pack.kronor", kind=t(f"word.amount.{shown.kind}")),
            "old": float(old.sek) if old is not None and old.known else None,
            "new": float(new.sek) if new is not None and new.known else None,
            "cause": None,
        }
