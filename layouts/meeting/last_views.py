"""The last views of a meeting: the budget, the promises, the money and the questions."""

from layouts import html
from layouts.charts.description import Line, LinePanel, Mark, Measure, TimeChart
from layouts.city.budget import account_facts, account_words, indicative_words
from layouts.city.funding import funding_panel
from layouts.html.blocks import Block, Drawing, Grid, Heading, Items, Links, Pairs, Side, Words
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.meeting.matter_words import matter_words
from layouts.meeting.view import Setting, View, short_list
from layouts.meeting.words import needed_words, pace_words, question_words
from layouts.money.lead import sentences
from layouts.money.view import view as money_view
from layouts.phrases.editions import edition_of
from layouts.phrases.goal_words import title, title_span
from layouts.phrases.pledges import promise_title
from layouts.phrases.wording import capital
from progress.emissions.series import Status
from progress.goals.verdict_model import CONTINUED, Verdict
from progress.phrases.wording import pair
from progress.promises.matters import Promise
from progress.promises.pledge_status import Resources, Standing

THOUSAND = 1000.0
MOST_PROMISES = 2
MOST_OF_RESOURCES = 3
MOST_QUESTIONS = 8
MOST_GOALS = 5
SHOWN = (
    Standing.LATE,
    Standing.OVERDUE,
    Standing.UNKNOWN,
    Standing.NOT_BEGUN,
    Standing.RUNNING,
    Standing.DONE,
    Standing.STOPPED,
)


def budget(setting: Setting) -> View:
    """The budget account: what is used, what is left, when it runs out."""
    t = setting.t
    accounts = [
        candidate
        for verdict in setting.answers.city.own_verdicts
        for candidate in (verdict, verdict.indicative)
        if candidate is not None and candidate.budget is not None
    ]
    goals = [v for v in setting.answers.city.own_verdicts if v.goal.kind == "budget"]
    heading = t("meeting.budget")
    if not accounts:
        key = "meeting.budget.unknown" if goals else "meeting.budget.none"
        words = Words(t(key, name=setting.name), "lead")
        return View("budget", heading, (words, *_pairs(setting)), ("emissions", "goals"))
    verdict = accounts[0]
    account = verdict.budget
    assert account is not None
    near = all(verdict is not own for own in setting.answers.city.own_verdicts)
    aside: list[Block] = [
        Words(account_words(verdict, account, t), "lead"),
        Pairs(tuple(account_facts(verdict, account, t)[2:])),
    ]
    if near:
        aside.append(Words(indicative_words(verdict, t), "note"))
    body = Side((tuple(aside), (Drawing(_budget_chart(verdict, setting)),)), "split")
    return View("budget", heading, (body,), ("emissions", "goals"))


def _pairs(setting: Setting) -> list[Block]:
    """Without a budget to count down: what each goal needs, and what has been done."""
    t, lang = setting.t, setting.lang
    rows = [
        (title_span(goal.goal.goal, lang), needed_words(goal, t), pace_words(goal, t))
        for goal in setting.answers.assessed[:MOST_GOALS]
        if pair(goal.verdict, lang) is not None
    ]
    if not rows:
        return []
    columns = (
        Column(t("word.goal")),
        Column(t("meeting.goals.column.needed")),
        Column(t("meeting.goals.column.done")),
    )
    return [Grid(t("meeting.budget.pairs"), columns, tuple(rows))]


def _budget_chart(verdict: Verdict, setting: Setting) -> TimeChart:
    """What is left of the budget at the end of each year, as long as every year is known."""
    t, lang = setting.t, setting.lang
    account = verdict.budget
    assert account is not None
    left = account.budget_tonnes
    marks = [Mark(account.first_year - 1, left, Status.FINAL)]
    for year in account.years:
        if year.tonnes is None:
            break
        left -= year.tonnes
        marks.append(
            Mark(
                year.year,
                left,
                Status.ESTIMATE if year.status == CONTINUED else Status(year.status),
            )
        )
    observed = tuple(mark for mark in marks if mark.status.observed)
    coming = tuple(mark for mark in marks if not mark.status.observed)
    lines = [Line(t("meeting.budget.left"), observed, 1)]
    if coming:
        lines.append(Line(t("city.emissions.estimate"), coming, 1))
    return TimeChart(
        chart_id="budget-chart",
        title=title(verdict.goal, lang),
        lang=lang,
        message=t("meeting.budget.message", last=account.last_year),
        source=t(
            "sharing.source",
            source=t("sharing.source.budget", release=edition_of(verdict, t)),
        ),
        releases=verdict.release_names,
        panels=(
            LinePanel(
                t("meeting.budget.left"),
                Measure(t("word.unit.tonnes"), t("meeting.budget.axis"), THOUSAND, 0),
                tuple(lines),
                holds=(0.0,),
            ),
        ),
        last_year=account.last_year,
    )


def promises(setting: Setting) -> View:
    """Promises by party with where they stand; late and unassessable ones first."""
    t, answers = setting.t, setting.answers
    kinds = ("commitments", "activities")
    if not answers.promises:
        words = Words(t("meeting.promises.none", name=setting.name), "lead")
        return View("promises", t("meeting.promises"), (words,), kinds)
    paid = sum(bool(activity.financed_by) for activity in answers.city.activities)
    of = len(answers.city.activities)
    resources = t(
        "meeting.promises.resources" if of else "meeting.promises.unlisted", n=paid, of=of
    )
    there = href(Address("city", setting.lang, answers.city.municipality.slug))
    body = Side(
        (
            (
                *_by_standing(setting),
                Links(html.A(t("meeting.promises.link"), href=f"{there}#commitments")),
            ),
            (
                Heading(t("meeting.promises.resources.heading")),
                *_resources(setting),
                Words(resources),
            ),
        ),
        "split meeting-wide-first",
    )
    return View("promises", t("meeting.promises"), (_by_party(setting), body), kinds)


def _by_standing(setting: Setting) -> tuple[Block, ...]:
    """What of others' is past its time (the own is among the exceptions, as all that is late), and
    what cannot be assessed, which is counted and not listed."""
    t, every = setting.t, setting.answers.matters
    others = [
        matter_words(matter, setting)
        for matter in every
        if matter.standing is Standing.OVERDUE and not matter.own
    ]
    blocks: list[Block] = []
    if others:
        blocks.append(Heading(t("meeting.promises.overdue", n=len(others))))
        blocks.append(short_list(others, MOST_PROMISES, setting))
    unknown = [matter_words(each, setting) for each in every if each.standing is Standing.UNKNOWN]
    if unknown:
        words = t("meeting.promises.unknown", n=len(unknown))
        blocks.append(Items(tuple(unknown), 0, words))
    return tuple(blocks)


def _resources(setting: Setting) -> tuple[Block, ...]:
    """What existing resources are enough for and what must go to politics, as far as it is told."""
    t, promises = setting.t, setting.answers.promises
    by_need = {
        need: tuple(promise for promise in promises if promise.status_resources == need)
        for need in (Resources.POLITICS, Resources.ENOUGH)
    }
    known = sum(len(group) for group in by_need.values())
    if not known:
        return (Words(t("meeting.promises.politics")),)
    blocks: list[Block] = []
    for need, group in by_need.items():
        if group:
            names = [promise_title(each.title_sv, each.title_en, setting.lang) for each in group]
            blocks.append(Words(t(f"meeting.promises.resources.{need}", n=len(group))))
            blocks.append(short_list(names, MOST_OF_RESOURCES, setting))
    left = len(promises) - known
    if left:
        blocks.append(Words(t("meeting.promises.resources.left", n=left), "note"))
    return tuple(blocks)


def _by_party(setting: Setting) -> Grid:
    t, answers = setting.t, setting.answers
    groups: list[tuple[str, tuple[Promise, ...]]] = [
        (
            capital(words.together(t.lang)),
            tuple(
                commitment
                for commitment in answers.city.commitments
                if commitment.party_kind == kind
            ),
        )
        for kind, words in answers.city.party_kinds.items()
    ]
    groups.append((t("meeting.party.activities"), answers.city.activities))
    heads = [Column(t("meeting.promises.column.party"))]
    heads += [Column(t(f"pledge.standing.{where}"), numeric=True) for where in SHOWN]
    rows = []
    for name, members in groups:
        if members:
            counts = answers.counted(members).by_standing
            rows.append(
                (f"{name} ({len(members)})", *(str(counts[standing]) for standing in SHOWN))
            )
    return Grid(t("meeting.promises.caption"), tuple(heads), tuple(rows), stack=True)


def money(setting: Setting) -> View:
    """What is decided, what is asked for, and whether the gap is known."""
    t, lang, answers = setting.t, setting.lang, setting.answers
    slug = answers.city.municipality.slug
    texts = sentences(money_view(Address("money", lang, slug), answers.money))
    plan = answers.plan
    if plan is not None and plan.actions and not plan.funded:
        texts.append(t("money.plan.gap.unknown", known=plan.funded, of=plan.actions))
    panel = funding_panel(lang, answers.city)
    chart = None
    if panel is not None and panel.bars:
        name = setting.name
        chart = TimeChart(
            chart_id="money-chart",
            title=t("meeting.money.chart", name=name),
            lang=lang,
            message=t("meeting.money.message", name=name),
            panels=(panel,),
            source=t("sharing.source", source=t("sharing.source.money")),
        )
    link = Links(html.A(t("meeting.money.link"), href=href(Address("money", lang, slug))))
    words: tuple[Block, ...] = (Items(tuple(texts)), link)
    body = Side((words, () if chart is None else (Drawing(chart),)), "split")
    kinds = ("grants", "investment-actions", "stocks")
    return View("money", t("meeting.money"), (body,), kinds)


def questions(setting: Setting) -> View:
    """The questions that the facts raise, each with its fact."""
    t = setting.t
    rows = [
        question_words(question, setting) for question in setting.answers.questions[:MOST_QUESTIONS]
    ]
    items = tuple(
        html.Span([html.Strong(question), html.Br(), html.Span(fact, className="quiet")])
        for question, fact in rows
    )
    body = Items(items, numbered=True) if items else Words(t("meeting.questions.none"), "lead")
    note = Words(t("meeting.questions.note"), "note")
    kinds = ("emissions", "goals", "commitments", "activities", "investment-actions")
    return View("questions", t("meeting.questions"), (body, note), kinds)
