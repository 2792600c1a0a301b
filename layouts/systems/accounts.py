"""The environmental account of a year (miljöbokslut): emissions, goals, indicators, activities and
decisions in the year's own figures, with the city's comments on each."""

from collections.abc import Callable
from typing import Any

from layouts import html
from layouts.html.cards import key_figures, notice, section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address
from layouts.links.years import year_links
from layouts.phrases.pledges import party_words, promise_title, status_words
from layouts.phrases.text import Text, text
from layouts.systems.account_goals import goal_rows
from layouts.systems.answers import Account, SystemsAnswers
from layouts.systems.model import indicator_rows
from layouts.systems.system import State, Summary, waits
from progress.phrases.formats import day, number, signed_percent, tonnes
from progress.phrases.words import sector_word
from progress.promises.contract_systems import AccountSection
from progress.promises.pledge_status import Standing


def account_name(year: int) -> str:
    """The name under which a city freezes the figures of its account of a year."""
    return f"Miljöbokslut {year}"


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """The newest account: whether it is frozen, how many sections have the city's comment."""
    account = answers.account
    if account is None:
        return Summary(State.WAITS, t("systems.accounts.none"))
    comments = len(_comments(answers, account))
    key = "systems.accounts.open" if account.frozen is None else "systems.accounts.frozen.short"
    words = t(key, year=account.year) + " " + t("systems.accounts.comments", n=comments)
    return Summary(State.SHOWN if comments or account.frozen else State.PART, words)


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """The account of the year that the address chooses, section by section."""
    t = text(address.lang)
    account = answers.account
    if account is None:
        return [html.P(t("systems.accounts.none"))]
    comments = _comments(answers, account)
    makers: dict[AccountSection, Callable[[SystemsAnswers, Account, Text], list[Any]]] = {
        AccountSection.WHOLE: _whole,
        AccountSection.EMISSIONS: _emissions,
        AccountSection.GOALS: _goals,
        AccountSection.INDICATORS: _indicators,
        AccountSection.ACTIVITIES: _activities,
        AccountSection.DECISIONS: _decisions,
    }
    years = year_links(
        account.years,
        account.year,
        lambda year: address.with_query(year=year),
        t("systems.years"),
    )
    parts: list[Any] = [years, _standing(answers, account, t)]
    for name, maker in makers.items():
        comment = comments.get(name)
        remark = (
            html.Blockquote(html.P(comment, lang="sv"), className="comment")
            if comment
            else html.P(t("systems.accounts.no_comment"), className="note")
        )
        heading = t(f"systems.accounts.section.{name}", year=account.year)
        parts.append(section(name, heading, *maker(answers, account, t), remark))
    if not comments:
        parts.append(waits(address, t("systems.accounts.waits"), "account-comments"))
    return parts


def _comments(answers: SystemsAnswers, account: Account) -> dict[str, str]:
    return {each.section: each.text for each in answers.comments if each.year == account.year}


def _standing(answers: SystemsAnswers, account: Account, t: Text) -> Any:
    """Whether the figures are frozen, and if not, how they become so."""
    if account.frozen is not None:
        when = day(account.frozen.taken.date(), t.lang)
        return html.P(t("systems.accounts.frozen", name=account.frozen.name, day=when))
    name = account_name(account.year)
    command = f'klimat snapshot take --city {answers.code} --name "{name}"'
    return notice(html.P([t("systems.accounts.not_frozen", name=name), " ", html.Code(command)]))


def _whole(answers: SystemsAnswers, account: Account, t: Text) -> list[Any]:
    counts = dict.fromkeys(Standing, 0)
    for row in account.promises:
        for standing, number_of in row.by_standing.items():
            counts[standing] += number_of
    late = counts[Standing.LATE] + counts[Standing.OVERDUE]
    taken = _taken(answers, account)
    figures = [
        (t("systems.accounts.figure.done"), str(counts[Standing.DONE]), ""),
        (t("systems.accounts.figure.late"), str(late), ""),
        (t("systems.accounts.figure.unknown"), str(counts[Standing.UNKNOWN]), ""),
        (t("systems.accounts.figure.decisions"), str(len(taken)), ""),
    ]
    value = _tonnes(account)
    if value is not None:
        figures.insert(0, (t("systems.accounts.figure.emissions"), tonnes(value, t.lang), ""))
    return [key_figures(figures)]


def _tonnes(account: Account) -> float | None:
    """The year's tonnes as frozen, else as the newest statistics have them."""
    if account.snapshot is not None:
        return next((e.value for e in account.snapshot.figures if e.year == account.year), None)
    return None if account.area is None else account.area.tonnes


def _emissions(_answers: SystemsAnswers, account: Account, t: Text) -> list[Any]:
    value, area = _tonnes(account), account.area
    if value is None:
        return [html.P(t("systems.accounts.no_emissions", year=account.year))]
    words = [t("systems.accounts.emissions", year=account.year, tonnes=tonnes(value, t.lang))]
    if account.snapshot is None and area is not None and area.change is not None:
        change = signed_percent(area.change, t.lang)
        words.append(t("systems.accounts.change", change=change, before=account.year - 1))
    causes = account.causes
    rows = []
    if account.snapshot is None and causes is not None:
        rows = [
            [sector_word(each.sector, t.lang), number(each.tonnes, t.lang)]
            for each in causes.sectors
        ]
    columns = [
        Column(t("systems.accounts.column.sector")),
        Column(t("systems.accounts.column.change"), numeric=True),
    ]
    drawn = table(t("systems.accounts.causes"), columns, rows, small=True) if rows else None
    return [html.P(" ".join(words)), drawn]


def _goals(answers: SystemsAnswers, account: Account, t: Text) -> list[Any]:
    rows = goal_rows(answers, account, t)
    if not rows:
        return [html.P(t("systems.accounts.no_goals"))]
    columns = [Column(t("word.goal"))]
    columns += [
        Column(t(f"systems.accounts.column.{name}"))
        for name in ("verdict", "gap", "needed", "done")
    ]
    caption = t("systems.accounts.goals.caption", year=account.year)
    return [table(caption, columns, rows, stack=True)]


def _indicators(answers: SystemsAnswers, account: Account, t: Text) -> list[Any]:
    rows = indicator_rows(answers, t, account.year)
    if not rows:
        return [html.P(t("systems.model.indicators.none"))]
    columns = [
        Column(t("city.indicators.column.name")),
        Column(t("systems.accounts.column.value"), numeric=True),
        Column(t("word.year"), numeric=True),
    ]
    return [table(t("systems.accounts.indicators.caption"), columns, rows, stack=True)]


def _activities(answers: SystemsAnswers, account: Account, t: Text) -> list[Any]:
    """How the city's promises stood at the year's end, and the statuses of the year."""
    names = {each.commitment_id: each for each in answers.city.commitments}
    every: dict[str, Any] = names | {each.activity_id: each for each in answers.city.activities}
    rows = [
        [
            promise_title(every[key].title_sv, every[key].title_en, t.lang),
            status_words(report.status, report.status_date, report.source, t),
            html.Span(report.comment, lang="sv"),
        ]
        for key, report in account.statuses.items()
        if key in every
    ]
    counted = [
        html.Li(
            t(
                "systems.accounts.promises",
                party=party_words(row.party, t) or t("meeting.party.activities"),
                of=row.of,
                reported=row.reported,
            )
        )
        for row in account.promises
    ]
    parts: list[Any] = [html.Ul(counted)] if counted else []
    if not rows:
        return [*parts, html.P(t("systems.accounts.no_statuses", year=account.year))]
    columns = [
        Column(t("systems.promises.column.title")),
        Column(t("city.commitments.column.status")),
        Column(t("systems.accounts.column.comment"), wide=True),
    ]
    return [*parts, table(t("systems.accounts.statuses.caption"), columns, rows, stack=True)]


def _taken(answers: SystemsAnswers, account: Account) -> list[Any]:
    return [
        each
        for each in answers.decisions
        if each.meeting_day is not None and each.meeting_day.year == account.year
    ]


def _decisions(answers: SystemsAnswers, account: Account, t: Text) -> list[Any]:
    rows = [
        [
            html.Span(each.text, lang="sv"),
            day(each.meeting_day, t.lang),
            html.Span(each.body, lang="sv"),
            t(f"systems.decision.{each.state}"),
        ]
        for each in _taken(answers, account)
    ]
    if not rows:
        return [html.P(t("systems.accounts.no_decisions", year=account.year))]
    columns = [
        Column(t(f"systems.accounts.column.{name}"))
        for name in ("decision", "day", "body", "state")
    ]
    return [table(t("systems.accounts.decisions.caption"), columns, rows, stack=True)]
