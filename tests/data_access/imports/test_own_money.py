"""A city's own plan and grants: bad cells are named, nothing half comes in, and no contacts do."""

import logging

import pytest
from sqlalchemy import Engine, text

from data_access.imports import ImportProblems, run
from data_access.questions import grants, investment_actions
from tests.data_access.imports.conftest import Write, counts

PLAN = (
    "municipality_code,action_id,row_level,title,cost_low,cost_high,cost_currency,cost_period,"
    "payer,secured,co_benefits,feasibility,note,source_id\n"
)
GRANTS = "grant_id,level,funder,title,amount,currency,amount_kind,note,source_id\n"
CONTACTS = ("prov.person@provmail.se", "070-123 45 67", "+46701234567")


def actions(*rows: str) -> str:
    return PLAN + "".join(f"9001,{row},prov\n" for row in rows)


@pytest.mark.parametrize(
    ("row", "column", "todo"),
    [
        ("a,action,P,5 Mkr,5 Mkr,SEK,total,landstinget,,,,", "payer", "kommun"),
        ("a,action,P,5 Mkr,5 Mkr,SEK,total,state,6 Mkr,,,", "secured", "correct its cost"),
        ("a,action,P,5 Mkr,5 Mkr,SEK,total,state,1–2 Mkr,,,", "secured", "what is certain"),
        ("a,action,P,5 Mkr,5 Mkr,EUR,total,state,4 MSEK,,,", "cost_currency", "one currency"),
        ("a,action,P,,,,total,state,6,,,", "cost_currency", "a currency"),
        ("a,action,P,5 Mkr,5 Mkr,SEK,total,state,,6,,", "co_benefits", "1 to 5"),
        ("a,action,P,5 Mkr,5 Mkr,SEK,total,state,,,0,", "feasibility", "1 to 5"),
        ("a,action,P,-5 Mkr,,SEK,total,state,,,,", "cost_low", "not negative"),
    ],
)
def test_a_bad_cell_is_named_with_what_to_do_and_nothing_is_kept(
    small: Engine, write: Write, row: str, column: str, todo: str
) -> None:
    before = counts(small)
    path = write("plan.csv", actions("good,action,P,1 Mkr,1 Mkr,SEK,total,,,,,", row))
    with pytest.raises(ImportProblems) as told:
        run("investment-actions", [path], small)
    (problem,) = told.value.problems
    assert (problem.row, problem.column) == (3, column)
    assert todo in f"{problem.expected} {problem.todo}"
    assert counts(small) == before


@pytest.mark.parametrize(
    ("said", "payer"),
    [("kommun", "municipality"), ("Staten", "state"), ("näringslivet", "private"), ("eu", "eu")],
)
def test_who_pays_may_be_said_in_swedish(
    small: Engine, write: Write, said: str, payer: str
) -> None:
    row = f"a,action,P,5 Mkr,5 Mkr,SEK,total,{said},0,1,5,"
    run("investment-actions", [write("plan.csv", actions(row))], small)
    with small.connect() as conn:
        (found,) = investment_actions(conn, "9001")
    assert (found.payer, found.co_benefits, found.feasibility) == (payer, 1, 5)
    assert found.secured == 0


def test_a_citys_own_plan_leaves_no_other_citys_out(small: Engine, write: Write) -> None:
    row = "a,action,P,5 Mkr,5 Mkr,SEK,total,,,,,"
    run("investment-actions", [write("one.csv", actions(row))], small)
    other = actions(row).replace("9001,", "9002,")
    shown = run("investment-actions", [write("two.csv", other)], small).difference
    assert (shown.new, shown.missing) == (1, 0)
    less = actions(row.replace("a,", "b,", 1))
    assert run("investment-actions", [write("three.csv", less)], small).difference.missing == 1


def test_contacts_in_free_text_are_neither_kept_nor_told(
    small: Engine, write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = " ".join(CONTACTS)
    row = f"a,action,Bro {told},5 Mkr,5 Mkr,SEK,total,,,,,fråga {told}"
    run("investment-actions", [write("plan.csv", actions(row))], small)
    row = f"g1,project,Provfonden {told},Prov {told},5,SEK,granted,fråga {told},prov\n"
    run("grants", [write("grants.csv", GRANTS + row)], small)
    with small.connect() as conn:
        assert investment_actions(conn, "9001")[0].title.startswith("Bro …")
        assert grants(conn)[0].note.startswith("fråga …")
        kept = [
            str(value)
            for table in ("investment_action", '"grant"', "release", "change_log")
            for found in conn.execute(text(f"SELECT * FROM {table}"))
            for value in found
        ]
    said = "\n".join(kept) + caplog.text
    assert not [contact for contact in CONTACTS if contact in said]


@pytest.mark.parametrize("contact", CONTACTS)
def test_an_error_does_not_repeat_a_contact(small: Engine, write: Write, contact: str) -> None:
    row = f"a,action,P,5 Mkr,5 Mkr,SEK,total,{contact},,,,"
    with pytest.raises(ImportProblems) as told:
        run("investment-actions", [write("plan.csv", actions(row))], small)
    assert contact not in str(told.value)
    assert told.value.problems[0].value == "…"


@pytest.mark.parametrize(
    ("kind", "decision", "told"),
    [
        ("granted", "", "granted"),
        ("paid", "", "granted"),
        ("applied", "", "applied"),
        ("applied", "granted", "granted"),
        ("announced", "", "unknown"),
        ("estimated", "withdrawn", "withdrawn"),
    ],
)
def test_a_decision_is_read_and_else_told_by_the_kind_of_the_amount(
    small: Engine, write: Write, kind: str, decision: str, told: str
) -> None:
    head = "grant_id,level,funder,title,amount,currency,amount_kind,decision,source_id\n"
    row = f"g1,project,Provverket,Prov,1000,SEK,{kind},{decision},prov\n"
    run("grants", [write("g.csv", head + row)], small)
    with small.connect() as conn:
        (found,) = grants(conn)
    assert found.decision == told
