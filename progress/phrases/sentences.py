"""A verdict in one sentence or two, in plain words: needed and done, then what that gives (§5)."""

from progress.emissions.series import Status
from progress.goals.goal import GoalKind, GoalScope
from progress.goals.verdict_model import Attainment, Basis, Reason, Verdict
from progress.phrases.clauses import clauses_of
from progress.phrases.formats import day, percent, year_span
from progress.phrases.formats import tonnes as in_words
from progress.phrases.wording import (
    amount,
    done_clause,
    goal_name,
    in_tonnes,
    named,
    needed_words,
    promised_and_needed,
    rate_decimals,
)
from progress.phrases.words import (
    emissions_phrase,
    plain_word,
    scope_word,
    series_phrase,
    variant_phrase,
)


def sentence(verdict: Verdict, lang: str) -> str:
    """What a verdict says, in one sentence or two: `lang` is sv or en.

    Needed and done as one pair, what that gives and whether it is uncertain; or why the goal cannot
    be assessed. An indicative verdict says so first, and names its series.
    """
    return _capital(_with_basis(verdict, _with_owner(verdict, _say(verdict, lang), lang), lang))


def _with_basis(verdict: Verdict, text: str, lang: str) -> str:
    if verdict.basis is Basis.OWN or verdict.attainment is Attainment.NOT_ASSESSABLE:
        return text
    if verdict.basis is Basis.INDICATIVE:
        return clauses_of(lang)["prefix.indicative"] + text
    return clauses_of(lang)["prefix.near"].format(series=series_phrase(verdict, lang)) + text


def _with_owner(verdict: Verdict, text: str, lang: str) -> str:
    """Names first whose figures they are, where they are a city's own."""
    if verdict.own is None or verdict.attainment is Attainment.NOT_ASSESSABLE:
        return text
    return clauses_of(lang)["prefix.own"].format(publisher=verdict.own.publisher) + text


def _say(verdict: Verdict, lang: str) -> str:
    match verdict.attainment:
        case Attainment.NOT_ASSESSABLE:
            return _why_not(verdict, lang)
        case Attainment.REACHED | Attainment.MISSED | Attainment.AWAITING:
            return settled(verdict, lang)
        case _ if verdict.budget is not None:
            return f"{_budget(verdict, lang)} {_outcome(verdict, lang)}"
        case _:
            return f"{needs_and_done(verdict, lang)} {_outcome(verdict, lang)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def needs_and_done(verdict: Verdict, lang: str) -> str:
    """“… kräver 7,6 % mindre om året från 2024; 2015–2024 minskade utsläppen 1,1 % om året.”"""
    clauses = clauses_of(lang)
    goal, needed = named(verdict.goal, lang), needed_words(verdict, lang)
    if needed is None:
        head = clauses["enough"].format(goal=goal)
    elif verdict.goal.kind is GoalKind.ANNUAL_RATE:
        head = promised_and_needed(verdict, needed, lang)
    else:
        head = clauses["needs"].format(goal=goal, needed=needed, year=verdict.latest_year)
    if verdict.own_rate is not None:
        rate = percent(verdict.own_rate, lang, rate_decimals(verdict.own_rate))
        head += f" ({clauses['rate.own'].format(rate=rate)})"
    done = done_phrase(verdict, lang)
    return f"{head}; {done}." if done else f"{head}."


def done_phrase(verdict: Verdict, lang: str) -> str | None:
    """What has been done, in tonnes where needed is, and since a tested base year."""
    clauses = clauses_of(lang)
    if in_tonnes(verdict) and verdict.done_tonnes_per_year is not None:
        tonnes = verdict.done_tonnes_per_year
        key = "pace.tonnes" if tonnes >= 0 else "pace.tonnes.rise"
        return clauses[key].format(
            first=verdict.first_year,
            last=verdict.latest_year,
            tonnes=amount(abs(tonnes), verdict.unit, lang),
        )
    clause = done_clause(verdict, lang, emissions_phrase(verdict, lang))
    tested = verdict.tested_rate
    if clause is None or tested is None or verdict.tested_from == verdict.first_year:
        return clause
    key = "rate.since" if tested >= 0 else "rate.since.rise"
    since = clauses[key].format(year=verdict.tested_from, rate=percent(abs(tested), lang, 1))
    return f"{clause} ({since})"


def _budget(verdict: Verdict, lang: str) -> str:
    """How much of a budget is used, when it runs out at today's level, and the pair."""
    account, clauses = verdict.budget, clauses_of(lang)
    assert account is not None
    text = clauses["budget.used"].format(
        span=year_span(account.first_year, account.last_year),
        share=percent(account.share_used, lang),
        year=verdict.latest_year,
        time=percent(account.share_of_time, lang),
    )
    out = account.run_out_if_level
    if out is not None and verdict.latest_year is not None:
        key = "run_out.past" if out.year <= verdict.latest_year else "run_out"
        text += clauses[key].format(day=day(out, lang), year=verdict.latest_year)
    return f"{text}. {_capital(needs_and_done(verdict, lang))}"


def _outcome(verdict: Verdict, lang: str) -> str:
    """What the same pace gives, with what makes it uncertain: never the one without the other."""
    clauses = clauses_of(lang)
    capped = any(note.code == "at_best_close" for note in verdict.assumptions)
    outcome = verdict.attainment.value
    if capped and verdict.attainment is Attainment.CLOSE:
        text = clauses["outcome.capped"]
    elif verdict.attainment is Attainment.DEPENDS:
        text = clauses["outcome.depends"]
    elif verdict.budget is None:
        text = clauses[f"outcome.{outcome}"]
    else:
        text = clauses[f"outcome.budget.{outcome}"]
    if verdict.bounds is not None and verdict.attainment is Attainment.DEPENDS:
        text += clauses["bounds"].format(
            lenient=amount(verdict.bounds.lenient.target, verdict.unit, lang),
            lenient_outcome=plain_word(verdict.bounds.lenient.attainment, lang),
            strict_outcome=plain_word(verdict.bounds.strict.attainment, lang),
        )
    return f"{text}{uncertainty(verdict, lang)}."


def uncertainty(verdict: Verdict, lang: str) -> str:
    """“, men det är osäkert: från 2020 blir det …”; or that it holds in every recount."""
    clauses = clauses_of(lang)
    if verdict.robustness is None:
        return ""
    if not verdict.fragile:
        return clauses["stable"]
    if not verdict.fragile_variants:
        return clauses["uncertain.few"]
    first = verdict.fragile_variants[0]
    moved = verdict.bounds is not None and (
        first.attainment is verdict.bounds.lenient.attainment and first.strict is not None
    )
    other = first.strict if moved and first.strict is not None else first.attainment
    return clauses["uncertain"].format(
        variant=variant_phrase(first.code, lang), other=plain_word(other, lang)
    )


def settled(verdict: Verdict, lang: str) -> str:
    """A goal that observed values have decided, or whose statistics are awaited."""
    clauses = clauses_of(lang)
    if verdict.budget is not None:
        within = verdict.attainment is Attainment.REACHED
        return clauses["budget.kept" if within else "budget.broken"].format(
            span=year_span(verdict.budget.first_year, verdict.budget.last_year),
            used=in_words(verdict.budget.used_tonnes, lang),
            budget=in_words(verdict.budget.budget_tonnes, lang),
        )
    if verdict.awaiting:
        return awaiting(verdict, lang) + "."
    year, actual = _decided(verdict)
    early = (verdict.target_year or 0) > (verdict.latest_year or 0)
    key = "missed"
    if verdict.attainment is Attainment.REACHED:
        key = "reached.early" if early else "reached"
        key = "reached.rises" if verdict.fragile else key
    return (
        clauses[key].format(
            goal=named(verdict.goal, lang),
            actual=amount(actual, verdict.unit, lang),
            year=year,
            target=amount(verdict.target, verdict.unit, lang),
        )
        + "."
    )


def awaiting(verdict: Verdict, lang: str) -> str:
    """A target year that has passed without statistics: what was left in the latest year."""
    left = verdict.left
    key = "awaiting" if left is None else "awaiting.left"
    return clauses_of(lang)[key].format(
        target_year=verdict.target_year,
        year=verdict.latest_year,
        left=amount(left, verdict.unit, lang),
        goal=goal_name(verdict.goal, lang),
    )


def _decided(verdict: Verdict) -> tuple[int | None, float | None]:
    """The year and value that decided: the target year's, the first after it, else the latest."""
    after = (p for p in verdict.points if p.year >= (verdict.target_year or 0))
    point = next(after, None)
    if point is None:
        return verdict.latest_year, verdict.actual
    return point.year, point.value


def _why_not(verdict: Verdict, lang: str) -> str:
    clauses, goal = clauses_of(lang), verdict.goal
    match verdict.reason:
        case Reason.NO_DONE_RATE:
            return f"{_actual(verdict, lang)} {clauses['no_done_rate']}"
        case Reason.NO_SERIES:
            note = goal.series_note_sv if lang == "sv" else goal.series_note_en
            if note:
                return clauses["no_series.note"].format(note=note)
            if verdict.scope is None or goal.scope is GoalScope.OTHER:
                return clauses["no_series.other"]
            return clauses["no_series"].format(scope=scope_word(verdict.scope, lang))
        case Reason.SCOPE_MISMATCH:
            near = verdict.indicative is not None
            return clauses["scope_mismatch.near" if near else "scope_mismatch"]
        case Reason.OTHER_SIZE:
            share = verdict.effective.covers
            key = "other_size" if share is None else "other_size.share"
            return clauses[key].format(share=percent(share, lang))
        case Reason.NO_BASE:
            key = "no_base" if verdict.base_year is None else "no_base.year"
            return clauses[key].format(base_year=verdict.base_year)
        case Reason.NO_TARGET_VALUE:
            return _no_target(verdict, lang)
        case _:
            return clauses["narrative"]


def _actual(verdict: Verdict, lang: str) -> str:
    key = "actual.preliminary" if verdict.latest_status == Status.PRELIMINARY else "actual"
    text = clauses_of(lang)[key].format(
        year=verdict.latest_year,
        what=emissions_phrase(verdict, lang),
        actual=amount(verdict.actual, verdict.unit, lang),
    )
    return f"{_capital(text)}."


def _no_target(verdict: Verdict, lang: str) -> str:
    clauses, goal = clauses_of(lang), verdict.goal
    if goal.kind is GoalKind.BUDGET:
        return clauses["no_target.budget"]
    return clauses["no_target.year" if goal.target_year is None else "no_target.value"]
