"""The questions of a city's contract as systems of follow-up."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from callbacks.bindings import city, follow_up
from callbacks.bindings.common import common
from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from data_access.snapshots import read_snapshot, snapshot_names
from layouts.frame.page import Page
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from layouts.systems import Account, SystemsAnswers
from layouts.systems import page as layout
from layouts.systems.accounts import account_name
from progress.promises.yearly_promises import end_of


class _OfMunicipality(Protocol):
    @property
    def municipality_code(self) -> str | None: ...


Row = TypeVar("Row", bound=_OfMunicipality)


def ask(conn: Connection, address: Address) -> Page | None:
    """The systems of the contract city that the slug names; None where it has no contract."""
    answers = answers_of(conn, address)
    return None if answers is None else layout(address, answers)


def answers_of(conn: Connection, address: Address) -> SystemsAnswers | None:
    """What the pages show; None where there is no contract city of that slug."""
    shown = city.answers_of(conn, Address("city", address.lang, address.slug))
    if shown is None or not shown.municipality.is_contract_city:
        return None
    shared = common(conn)
    code = shown.municipality.code
    year = address.get("year")
    account = _account(conn, code, None if year is None else int(year))
    texts = shared.once(questions.contract_texts, conn)
    versions = follow_up.versions_of(code, shared.once(questions.goal_history, conn), texts)
    return SystemsAnswers(
        city=shown,
        today=today(),
        actions=_own(code, shared.once(questions.investment_actions, conn)),
        roles=_own(code, shared.once(questions.contract_roles, conn)),
        obstacles=shared.once(questions.obstacles, conn),
        documents=_own(code, shared.once(questions.contract_documents, conn)),
        comments=_own(code, shared.once(questions.account_comments, conn)),
        national=shared.once(questions.national_figures, conn),
        people=shared.once(_people, conn),
        cities={each.code: each for each in shared.municipalities},
        texts=_own(code, texts),
        versions=versions.versions,
        steps=versions.steps,
        decisions=questions.decisions(conn, code),
        account=account,
        problems=_no_such_year(address, account),
    )


def _account(conn: Connection, code: str, year: int | None) -> Account | None:
    """The account of a followed year, the newest where none is named; None where none is followed.

    A year that is not followed is the newest."""
    gathered = follow_up.gather(conn, year) or follow_up.gather(conn, None)
    if gathered is None:
        return None
    chosen = gathered.year
    names = snapshot_names(conn, code)
    wanted = account_name(chosen).casefold()
    frozen = next((each for each in names if each.name.casefold() == wanted), None)
    first, last = end_of(chosen - 1, gathered.day), end_of(chosen, gathered.day)
    of_year = {
        key: [report for report in reports if first < report.status_date <= last]
        for key, reports in gathered.reports.items()
    }
    statuses = {
        key: max(reports, key=lambda report: report.status_date)
        for key, reports in of_year.items()
        if reports
    }
    return Account(
        year=chosen,
        years=gathered.years,
        goals=gathered.goals_of(code),
        area=gathered.area(code),
        causes=gathered.causes.get(code),
        promises=_own(code, (*gathered.parties, *gathered.activities)),
        statuses=statuses,
        frozen=frozen,
        snapshot=None if frozen is None else read_snapshot(conn, frozen.snapshot_id),
    )


def _own(code: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    """What is of the municipality."""
    return tuple(each for each in rows if each.municipality_code == code)


def _no_such_year(address: Address, account: Account | None) -> tuple[QueryProblem, ...]:
    """A year of an account that is not followed: the newest is shown in its place."""
    year = address.get("year")
    if year is None or (account is not None and str(account.year) == year):
        return ()
    return (QueryProblem(PARAMETERS["year"].name(address.lang), year, "no_such_year"),)


def _people(conn: Connection) -> dict[int, int]:
    """The country's inhabitants on 31 December, of the years in which every municipality has
    some."""
    by_code = questions.populations_of_years(conn, range(1900, 2200)).values()
    years = {year for people in by_code for year in people}
    return {
        year: sum(people[year] for people in by_code)
        for year in sorted(years)
        if all(year in people for people in by_code)
    }
