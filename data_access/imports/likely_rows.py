"""Rows of every kind held against what is likely, before they are written: one rule for each table
that has figures. Emissions and cities' own series are held as totals (`doubts`)."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Table

from data_access.imports.doubts import Figure, doubt
from data_access.imports.draft import Draft, Options, Problems, Rows
from data_access.imports.likely_known import (
    Known,
    Question,
    Questions,
    Row,
    YearlyFigures,
    basis,
    histories,
)
from data_access.imports.read_row import ReadRow
from data_access.tables import (
    activity,
    decision,
    emission_gap,
    exchange_rate,
    goal,
    grant,
    indicator_value,
    investment_action,
    local_contract,
    national_figure,
    population,
    price_index,
    stock,
)
from progress import plausibility as likely
from progress.emissions.series import Scope
from progress.goals.goal import GoalKind
from progress.i18n import say

WHOLE = frozenset({Scope.TERRITORIAL.value, Scope.BUDGET.value})
GRANT_TO_ITSELF = "own"
PERIODS_OF_A_YEAR = frozenset({"annual", "by2030"})


def check_rows(
    conn: Connection, draft: Draft, file: str, options: Options, problems: Problems
) -> None:
    """Every figure of the draft that is hardly possible: a problem, or a notice where confirmed."""
    for table, rows in (*draft.inserts, *draft.renewed):
        rule = RULES.get(table.name)
        if rule is None or not rows:
            continue
        for row, question in rule(rows, Known(conn, rows)):
            where = row.at if isinstance(row, ReadRow) else (file, None)
            figure = Figure(*where, question.column, question.name, question.value)
            doubt(problems, options, figure, question.why)


def _population(rows: Rows, known: Known) -> Questions:
    in_file = histories(rows, ("municipality_code", "year"), "inhabitants")
    for row in rows:
        code, year, number = row["municipality_code"], row["year"], float(row["inhabitants"])
        people = basis(known.people.get(code), in_file[code,], year)
        why = likely.inhabitants(number, year, people)
        yield row, Question("persons", f"{code} {year}", number, why)


def _indicators(rows: Rows, known: Known) -> Questions:
    keys = ("indicator_id", "municipality_code", "year")
    history, in_file = known.history(indicator_value, keys, "value"), histories(rows, keys, "value")
    everywhere: dict[str, list[float]] = defaultdict(list)
    for (indicator, _), years in history.items():
        everywhere[indicator] += years.values()
    for row in rows:
        key = (row["indicator_id"], row["municipality_code"])
        name = f"{key[0]} {key[1]} {row['year']}"
        years = basis(history.get(key), in_file[key], row["year"])
        why = likely.indicator(row["value"], row["year"], years, everywhere[row["indicator_id"]])
        yield row, Question("value", name, row["value"], why)


def _grants(rows: Rows, known: Known) -> Questions:
    for row in rows:
        people = None
        if row["allocation"] == GRANT_TO_ITSELF:
            people = known.latest_people(row["beneficiary_municipality_code"])
        for column in ("amount", "total_cost"):
            if row[column] is not None:
                sek = likely.in_sek(float(row[column]), row["currency"])
                why = likely.sum_of_money(sek, people, likely.MOST_GRANT_PER_PERSON)
                held = known.grants.get(row["grant_id"])
                if column == "amount" and held is not None and not why:
                    why = likely.against_earlier(float(row[column]), held)
                yield row, Question(column, row["grant_id"], float(row[column]), why)


def _stocks(rows: Rows, known: Known) -> Questions:
    keys = ("municipality_code", "kind", "at")
    history, in_file = known.history(stock, keys, "total"), histories(rows, keys, "total")
    for row in rows:
        code, year = row["municipality_code"], int(row["at"][:4])
        name = f"{code} {row['kind']} {row['at']}"
        for column in ("issued", "total"):
            if row[column] is None:
                continue
            value = float(row[column])
            sek = likely.in_sek(value, row["currency"])
            people = known.latest_people(code)
            why = likely.sum_of_money(sek, people, likely.MOST_STOCK_PER_PERSON)
            if column == "total":
                key = (code, row["kind"])
                years = basis(history.get(key), in_file[key], year)
                why = why or likely.against_history(value, year, years)
            yield row, Question(column, name, value, why)


def _plans(rows: Rows, known: Known) -> Questions:
    for row in rows:
        name = row["action_id"]
        for column in ("cost_low", "cost_high", "opex_per_year", "secured"):
            yield from _cost(row, column, name, row["cost_currency"], known)
        for effect in ("reduction", "sink"):
            yearly = effect == "reduction" and row["reduction_period"] in PERIODS_OF_A_YEAR
            factor = 1.0 if yearly else likely.MOST_EFFECT_YEARS
            for column in (f"{effect}_low_t", f"{effect}_high_t"):
                yield from _effect(row, column, name, known, factor)


def _decisions(rows: Rows, known: Known) -> Questions:
    for row in rows:
        name = row["decision_id"]
        yield from _cost(row, "cost_sek", name, "SEK", known)
        for column in ("effect_low_t", "effect_high_t"):
            yield from _effect(row, column, name, known, 1.0)


def _activities(rows: Rows, known: Known) -> Questions:
    for row in rows:
        yield from _cost(row, "cost_sek", row["activity_id"], "SEK", known)


def _cost(row: Row, column: str, name: str, currency: str, known: Known) -> Questions:
    """What a measure costs, of the municipality that the row is of."""
    if row[column] is not None:
        sek = likely.in_sek(float(row[column]), currency)
        people = known.latest_people(row["municipality_code"])
        why = likely.sum_of_money(sek, people, likely.MOST_COST_PER_PERSON, likely.MOST_PLAN_SEK)
        yield row, Question(column, name, float(row[column]), why)


def _effect(row: Row, column: str, name: str, known: Known, factor: float) -> Questions:
    """What a measure takes off, of the municipality that the row is of."""
    if row[column] is not None:
        territory = known.territory.get(row["municipality_code"], {})
        why = likely.within_territory(row[column], territory, factor)
        yield row, Question(column, name, row[column], why)


def _goals(rows: Rows, known: Known) -> Questions:
    for row in rows:
        code, name = row["municipality_code"], row["goal_id"]
        territory = known.territory.get(code, {})
        consumed = row["scope"] == Scope.CONSUMPTION
        most = likely.MOST_CONSUMED_PER_PERSON if consumed else likely.MOST_TONNES_PER_PERSON
        if row["budget_tonnes"] is not None and row["scope"] in WHOLE:
            why = likely.budget(row["budget_tonnes"], territory)
            yield row, Question("budget_tonnes", name, row["budget_tonnes"], why)
        columns: tuple[str, ...] = ("base_value", "residual_tonnes", "budget_tonnes")
        if row["kind"] != GoalKind.BUDGET:
            columns = (*columns, "value")
        for column in columns:
            value = row[column]
            if value is None or (column == "budget_tonnes" and row["scope"] in WHOLE):
                continue
            years = likely.MOST_BUDGET_YEARS if column == "budget_tonnes" else 1.0
            each = bool(row["per_person"])
            latest = known.latest_people(code)
            people = {0: 1.0} if each else {0: latest} if latest else {}
            why = likely.per_person(value, 0, people, most * years)
            yield row, Question(column, name, value, why)


def _gaps(rows: Rows, known: Known) -> Questions:
    for row in rows:
        code = row["municipality_code"]
        tonnes = 1000.0 if row["unit"].startswith("kt") else 1.0
        for column in GAP_FIGURES:
            if row[column] is not None:
                territory = known.territory.get(code, {})
                why = likely.within_territory(row[column] * tonnes, territory, likely.UNIT_FACTOR)
                yield row, Question(column, f"{code} {row['sector']}", row[column], why)


def _rates(rows: Rows, known: Known) -> Questions:
    of_years = _of_years(rows, known, exchange_rate, "currency", "sek_per_unit")
    for row, name, rate, years in of_years:
        why = likely.against_history(rate, row["year"], years, likely.RATE_FACTOR)
        yield row, Question("rate", name, rate, why)


def _prices(rows: Rows, known: Known) -> Questions:
    history = known.history(price_index, ("year",), "value").get(())
    in_file = histories(rows, ("year",), "value")[()]
    for row in rows:
        value = float(row["value"])
        why = likely.price_index(value, row["year"], basis(history, in_file, row["year"]))
        yield row, Question("value", str(row["year"]), value, why)


def _nation(rows: Rows, known: Known) -> Questions:
    for row, name, tonnes, years in _of_years(rows, known, national_figure, "series", "tonnes"):
        why = likely.against_history(tonnes, row["year"], years)
        yield row, Question("tonnes", name, tonnes, why)


def _of_years(
    rows: Rows, known: Known, table: Table, key: str, value: str
) -> Iterator[tuple[Row, str, float, YearlyFigures]]:
    """Rows with one value for each year of a key, with what each is called and held against."""
    keys = (key, "year")
    history, in_file = known.history(table, keys, value), histories(rows, keys, value)
    for row in rows:
        series = (row[key],)
        years = basis(history.get(series), in_file[series], row["year"])
        yield row, f"{row[key]} {row['year']}", float(row[value]), years


def _signatories(rows: Rows, known: Known) -> Questions:
    for row in rows:
        number = row["signatories"]
        if number is not None:
            people = known.latest_people(row["municipality_code"])
            most = min(likely.MOST_SIGNATORIES, people or likely.MOST_SIGNATORIES)
            why = say("import.why.more_signatories", most=most) if number > most else None
            name = f"{row['municipality_code']} {row['at']}"
            yield row, Question("signatories", name, float(number), why)


GAP_FIGURES = (
    "baseline",
    "latest",
    "target_level",
    "target_reduction",
    "existing_strategies_reduction",
    "gap",
    "action_plan_reduction",
    "remaining_after_actions",
    "residual",
)

RULES: dict[str, Callable[[Rows, Known], Questions]] = {
    population.name: _population,
    indicator_value.name: _indicators,
    grant.name: _grants,
    stock.name: _stocks,
    investment_action.name: _plans,
    activity.name: _activities,
    decision.name: _decisions,
    goal.name: _goals,
    emission_gap.name: _gaps,
    exchange_rate.name: _rates,
    price_index.name: _prices,
    national_figure.name: _nation,
    local_contract.name: _signatories,
}
"""Table → the figures of its rows that have limits, each with why it must be asked about."""
