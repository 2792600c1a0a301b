"""The questions of a city's contract as systems of follow-up."""

from callbacks.bindings import city, follow_up
from callbacks.bindings.common import common, own_rows
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
from progress.promises.yearly_promises import newest_until


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
    account = _account(conn, code, address) if _shows_account(address) else None
    texts = shared.once(questions.contract_texts, conn)
    versions = follow_up.versions_of(code, shared.once(questions.goal_history, conn), texts)
    return SystemsAnswers(
        city=shown,
        today=today(),
        actions=own_rows(code, shared.once(questions.investment_actions, conn)),
        roles=own_rows(code, shared.once(questions.contract_roles, conn)),
        obstacles=shared.once(questions.obstacles, conn),
        documents=own_rows(code, shared.once(questions.contract_documents, conn)),
        comments=own_rows(code, shared.once(questions.account_comments, conn)),
        national=shared.once(questions.national_figures, conn),
        people=shared.once(_people, conn),
        cities={each.code: each for each in shared.municipalities},
        texts=own_rows(code, texts),
        versions=versions.versions,
        steps=versions.steps,
        decisions=questions.decisions(conn, code),
        account=account,
        problems=_no_such_year(address, account),
    )


def _shows_account(address: Address) -> bool:
    """Whether the page tells of an account: the list, the account's own, and where a year is named
    that may not be followed. It rests on the follow-up of all cities, which others do without."""
    return address.get("system") in (None, "accounts") or address.get("year") is not None


def _account(conn: Connection, code: str, address: Address) -> Account | None:
    """The account of the year that the address names, the newest where it names none; None where
    none is followed.

    A year that is not followed is the newest."""
    named = address.get("year")
    year = None if named is None else int(named)
    gathered = follow_up.gather(conn, year) or follow_up.gather(conn, None)
    if gathered is None:
        return None
    chosen = gathered.year
    names = snapshot_names(conn, code)
    wanted = account_name(chosen).casefold()
    frozen = next((each for each in names if each.name.casefold() == wanted), None)
    statuses = {
        key: newest
        for key, reports in gathered.reports.items()
        if (newest := newest_until(reports, gathered.day)) is not None
        and newest.status_date.year == chosen
    }
    return Account(
        year=chosen,
        years=gathered.years,
        goals=gathered.goals_of(code),
        area=gathered.area(code),
        causes=gathered.causes.get(code),
        promises=own_rows(code, (*gathered.parties, *gathered.activities)),
        statuses=statuses,
        frozen=frozen,
        snapshot=None if frozen is None else read_snapshot(conn, frozen.snapshot_id),
    )


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
