"""Population, indicators, money and pledges: good rows come in, faults are named."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine, insert

from data_access import imports, tables
from data_access.imports import ImportProblems, ImportRefused
from data_access.imports.publishers import PUBLISHERS
from data_access.imports.statistics import STATISTICS
from data_access.questions import (
    activities,
    commitments,
    decisions,
    exchange_rates,
    grants,
    indicator_values,
    investment_actions,
    meetings,
    municipalities,
    parties,
    party_kinds,
    population,
    price_index,
    stocks,
)
from tests.data_access.imports.conftest import Write, counts

GOOD = {
    "population": "municipality_code,year,persons\n9001,2020,1000\n9001,2021,1010\n",
    "indicators": "indicator_id,municipality_code,year,value,numerator,denominator\n"
    "prov,9001,2020,0.5,1,2\nprov,9002,2020,0,0,2\n",
    "grants": "grant_id,level,funder,title,amount,currency,amount_kind,source_id,municipalities\n"
    "g1,project,Provverket,Prov,1000,SEK,granted,prov,9001;9002\n"
    "g2,project,Provverket,Prov,,,,prov,\n",
    "investment-actions": "municipality_code,action_id,row_level,title,cost_low,cost_high,"
    "cost_currency,source_id\n9001,a1,action,Prov,100,200,SEK,prov\n9001,a2,action,Prov,,,,prov\n",
    "commitments": "commitment_id,party_kind,party,municipality_code,title_sv\n"
    "c1,municipality,Provköping,9001,Prov\nc2,agency,Provverket,,Prov\n",
    "activities": "activity_id,municipality_code,title_sv,status,status_date,decision,priority,"
    "cost_sek\na1,9001,Prov,running,2024-05-31,Prov 1 §,1,1000\na2,9001,Prov,,,,,\n",
    "events": "event_id,year,municipality_code,sectors,way,title_sv,title_en,text_sv,text_en,"
    "source_title\n"
    "e1,2020,9001,energy;waste,down,prov,trial,Prov.,Trial.,Provbladet\n"
    "e2,2021,9001,,,prov,trial,Prov.,Trial.,Provbladet\n",
    "decisions": "decision_id,municipality_code,text,state,meeting_day,cost_sek,effect_low_t,"
    "effect_high_t,snapshot,source_title\n"
    "d1,9001,Prov.,decided,2026-03-26,1000,1,2,Provmöte,Protokoll\n"
    "d2,9001,Prov.,proposed,,,,,,Kallelse\n",
    "meetings": "municipality_code,day,body,snapshot,source_title\n"
    "9001,2026-03-26,Styrgruppen,Provmöte,Protokoll\n9001,2026-11-26,Styrgruppen,,Kallelse\n",
    "contract-roles": "municipality_code,role,name,proposed,source_title\n"
    "9001,steering,Styrgruppen,false,Provkontrakt\n9001,party,Provbolaget,false,Provkontrakt\n",
    "obstacles": "obstacle_id,municipality_code,title_sv,rule,state,area,source_title\n"
    "h1,9001,Prov.,provlagen,named,energy,Prov\nh2,9001,Prov.,testlagen,lab,land,Prov\n",
    "contract-documents": "municipality_code,version_year,place,title_sv,address\n"
    "9001,2023,1,Provplan,https://example.org/1\n9001,2023,2,Prov,https://example.org/2\n",
    "account-comments": "municipality_code,year,section,text,source_title\n"
    "9001,2024,whole,Ett provår.,Provbokslut\n9001,2024,goals,Prov.,Provbokslut\n",
    "national-figures": "series,year,tonnes\nbiogenic,2020,100\nbiogenic,2021,90.5\n",
    "exchange-rates": "year,base_currency,quote_currency,rate,rate_kind\n"
    "2020,EUR,SEK,10.5,annual_mean\n2021,EUR,SEK,10.25,annual_mean\n",
    "price-index": "year,base,value\n2020,1980=100,335.92\n2021,1980=100,343.19\n",
    "stocks": "municipality_code,kind,at,total,currency,source_id\n"
    "9001,green_bond,2020-12,1000,SEK,prov\n9001,green_bond,2021-12,0,SEK,prov\n",
    "emission-gaps": "municipality_code,basis,sector,unit,gap,source_id\n"
    "9001,prov 2030,Provtransport,kt CO2e,1.5,prov\n9001,prov 2030,Provavfall,t CO2e,,prov\n",
    "local-contracts": "municipality_code,at,signatories,source_title\n"
    "9001,2023-11,cirka 40,Provkontrakt\n9001,2024-05-31,43,Provkontrakt\n",
    "local-signatories": "municipality_code,organisation,orgnr,source_title\n"
    "9001,Provbolaget,,Provlista\n9001,Testföreningen,,Provlista\n",
    "work-packages": "package_id,municipality_code,title_sv,start,status,status_date\n"
    "p1,9001,Prov,2024,running,2024-05-31\np2,9001,Prov,,,\n",
    "contracts": "contract_id,municipality_code,title,version_year,valid_year,source_id\n"
    "prov-9001-2026,9001,Provkontrakt,2026,2026,prov\nprov-9002-2026,9002,Provkontrakt,2026,,prov\n",
    "sources": "source_id,title,publisher,licence\n"
    "prov-2,Provbok,Provverket,CC0\nprov-3,Provblad,Provverket,none stated\n",
    "organisations": "organisation_id,name,kind,orgnr,municipality_code\n"
    "prov-1,Provmyndigheten,agency,,\nprov-2,Provköpings kommun,municipality,,9001\n",
    "organisation-kinds": "kind_id,place,party,name_sv,name_en,plural_sv,plural_en,together_sv,"
    "together_en\nregion,20,true,region,region,regioner,regions,regionerna,the regions\n"
    "school,21,false,skola,school,skolor,schools,,\n",
    "earlier-codes": "earlier_code,municipality_code,name,change,since,source_title\n"
    "8000,9001,Provköping,renumbered,2007-01-01,Prov\n8001,9001,Gamleby,merged,2009-01-01,Prov\n",
    "programmes": "programme_id,name,funder_ids\n"
    "prov-1,Provprogrammet,prov-1;prov-2\nprov-2,Provklivet,\n",
    "indicator-definitions": "indicator_id,name_sv,name_en,unit_sv,unit_en,desired,decimals,"
    "source_id\nprov-1,Prov,Trial,st,pcs,up,0,prov\nprov-2,Prov,Trial,st,pcs,none,2,prov\n",
    "municipalities": "municipality_code,name,county_code,contract_since,eu_mission\n"
    "9001,Provköping,90,2021,true\n9003,Nyå,90,,false\n",
}

BAD = {
    "population": ("9001,2020,1000", "9001,2020,-5", "persons"),
    "indicators": ("prov,9001,2020", "other,9001,2020", "indicator_id"),
    "grants": ("1000,SEK,granted", "1000,SEK,given", "amount_kind"),
    "investment-actions": ("100,200,SEK", "300,200,SEK", "cost_high"),
    "commitments": ("c1,municipality", "c1,king", "party_kind"),
    "activities": ("running,2024-05-31", "running,", "status_date"),
    "events": ("energy;waste", "energy;vaste", "sectors"),
    "decisions": ("decided,2026-03-26", "decided,", "meeting_day"),
    "meetings": ("9001,2026-03-26", "9001,snart", "day"),
    "contract-roles": ("9001,steering", "9001,kung", "role"),
    "obstacles": ("named,energy", "named,kosmos", "area"),
    "contract-documents": ("9001,2023,1", "9001,snart,1", "version_year"),
    "account-comments": ("whole,Ett", "allt,Ett", "section"),
    "national-figures": ("biogenic,2020", "skog,2020", "series"),
    "exchange-rates": ("EUR,SEK,10.5", "EUR,SEK,0", "rate"),
    "price-index": ("1980=100,335.92", "2020=100,100", "base"),
    "stocks": ("2020-12,1000", "2020-12,", "total"),
    "emission-gaps": ("kt CO2e,1.5", "kt CO2e,en", "gap"),
    "local-contracts": ("cirka 40", "rätt många", "signatories"),
    "local-signatories": ("Provbolaget", "prov@example.org", "organisation"),
    "work-packages": ("p1,9001", "p1,9009", "municipality_code"),
    "contracts": ("2026,2026,prov", "snart,2026,prov", "version_year"),
    "sources": ("prov-2,Provbok", "own-2,Provbok", "source_id"),
    "organisations": ("agency,,", "agency,19121212-1212,", "orgnr"),
    "organisation-kinds": ("region,20,true", "region,20,kanske", "party"),
    "earlier-codes": ("Provköping,renumbered", "Provköping,moved", "change"),
    "programmes": ("prov-1,Provp", "prov 1,Provp", "programme_id"),
    "indicator-definitions": ("up,0,prov", "åt sidan,0,prov", "desired"),
    "municipalities": ("9001,Provköping,90", "9001,Provköping,80", "county_code"),
}

THEIRS = {
    "grants": "g9,project,Provfonden,Prov,5,SEK,granted,,9002",
    "investment-actions": "9002,a1,action,Prov,,,,prov",
    "activities": "a9,9002,Prov,,,,,",
    "events": "e9,2020,9002,energy,up,prov,trial,Prov.,Trial.,Provbladet",
    "decisions": "d9,9002,Prov.,proposed,,,,,,Kallelse",
    "meetings": "9002,2026-03-26,Styrgruppen,,Kallelse",
    "contract-roles": "9002,steering,Styrgruppen,false,Provkontrakt",
    "obstacles": "h9,9002,Prov.,provlagen,named,energy,Prov",
    "contract-documents": "9002,2023,1,Prov,https://example.org/3",
    "account-comments": "9002,2024,whole,Prov.,Provbokslut",
    "stocks": "9002,green_bond,2020-12,1,SEK,prov",
    "emission-gaps": "9002,prov 2030,Provtransport,kt CO2e,1,prov",
    "local-contracts": "9002,2023-11,40,Provkontrakt",
    "local-signatories": "9002,Provbolaget,,Provlista",
    "work-packages": "p9,9002,Prov,2024,,",
}
"""A row of another city or publisher than those of the same kind above."""


def test_every_kind_has_its_test() -> None:
    others = {*PUBLISHERS, *STATISTICS, "emissions", "goals", "own-series"}
    assert {*GOOD, *others} == set(imports.KINDS)
    assert set(GOOD) == set(BAD)


@pytest.mark.parametrize("kind", GOOD)
def test_good_rows_come_in_and_a_dry_run_then_shows_no_change(
    small: Engine, write: Write, kind: str
) -> None:
    before = counts(small)
    path = write("good.csv", GOOD[kind])
    assert imports.run(kind, [path], small, dry_run=True).rows == 2
    assert counts(small) == before
    imports.run(kind, [path], small)
    assert counts(small)["release"] == 1
    again = write("again.csv", GOOD[kind].replace("\n", "\r\n"))
    shown = imports.run(kind, [again], small, dry_run=True).difference
    assert (shown.new, shown.restated, shown.unchanged) == (0, 0, 2)


@pytest.mark.parametrize("kind", THEIRS)
def test_what_a_file_leaves_out_of_others_is_not_missing(
    small: Engine, write: Write, kind: str
) -> None:
    header, first, _second = GOOD[kind].splitlines()
    imports.run(kind, [write("ours.csv", GOOD[kind])], small)
    theirs = write("theirs.csv", f"{header}\n{THEIRS[kind]}\n")
    other = imports.run(kind, [theirs], small, dry_run=True).difference
    assert (other.new, other.missing) == (1, 0)
    less = write("less.csv", f"{header}\n{first}\n")
    left = imports.run(kind, [less], small, dry_run=True).difference
    assert (left.unchanged, left.missing) == (1, 1)


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_row_is_named_and_nothing_is_written(small: Engine, write: Write, kind: str) -> None:
    good, bad, column = BAD[kind]
    assert good in GOOD[kind]
    before = counts(small)
    with pytest.raises(ImportProblems) as caught:
        imports.run(kind, [write("bad.csv", GOOD[kind].replace(good, bad))], small)
    assert counts(small) == before
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(2, column)]


@pytest.mark.parametrize("kind", GOOD)
def test_a_repeated_row_is_named(small: Engine, write: Write, kind: str) -> None:
    first = GOOD[kind].splitlines()[1]
    with pytest.raises(ImportProblems) as caught:
        imports.run(kind, [write("bad.csv", f"{GOOD[kind]}{first}\n")], small)
    assert {problem.row for problem in caught.value.problems} == {4}


def test_what_came_in_is_what_the_questions_answer(small: Engine, write: Write) -> None:
    for kind, content in GOOD.items():
        imports.run(kind, [write(f"{kind}.csv", content)], small)
    with small.connect() as conn:
        assert population(conn, "9001") == {2020: 1000, 2021: 1010}
        assert [indicator_value.value for indicator_value in indicator_values(conn, "prov")] == [
            0.5,
            0.0,
        ]
        known, unknown = grants(conn)
        assert known.amount == 1000
        assert known.places == ("9001", "9002")
        assert unknown.amount is None
        assert [investment_action.cost_high for investment_action in investment_actions(conn)] == [
            200,
            None,
        ]
        begun, other = activities(conn)
        assert (begun.status, begun.decision, begun.priority) == ("running", "Prov 1 §", "1")
        assert (begun.cost_sek, other.cost_sek) == (Decimal(1000), None)
        assert [commitment.commitment_id for commitment in commitments(conn)] == ["c1", "c2"]
        assert [str(exchange_rate.sek_per_unit) for exchange_rate in exchange_rates(conn)] == [
            "10.5",
            "10.25",
        ]
        assert str(price_index(conn)[2021]) == "343.19"
        taken, proposed = decisions(conn, "9001")
        assert (taken.effect, taken.cost_sek) == ((1.0, 2.0), Decimal(1000))
        assert taken.snapshot == "Provmöte"
        assert (proposed.state, proposed.meeting_day) == ("proposed", None)
        assert [meeting.day.month for meeting in meetings(conn, "9001")] == [3, 11]
        assert [stock.total for stock in stocks(conn, "9001")] == [1000, 0]
        assert {municipality.slug for municipality in municipalities(conn)} >= {"nya", "provköping"}


def test_a_new_kind_of_party_promises_by_data_alone(small: Engine, write: Write) -> None:
    content = GOOD["commitments"].replace("c2,agency,Provverket", "c2,region,Region Prov")
    promises = write("promises.csv", content)
    with pytest.raises(ImportProblems) as caught:
        imports.run("commitments", [promises], small)
    assert [problem.column for problem in caught.value.problems] == ["party_kind"]
    imports.run("organisation-kinds", [write("k.csv", GOOD["organisation-kinds"])], small)
    imports.run("commitments", [promises], small)
    with small.connect() as conn:
        assert [(party.name, party.kind) for party in parties(conn)][-1] == (
            "Region Prov",
            "region",
        )
        assert list(party_kinds(conn))[-1] == "region"  # a school can be no party
    no_party = write("no.csv", content.replace("c2,region", "c2,school"))
    with pytest.raises(ImportProblems):
        imports.run("commitments", [no_party], small)


def test_a_new_status_is_added_and_the_old_one_kept(small: Engine, write: Write) -> None:
    imports.run("activities", [write("a.csv", GOOD["activities"])], small)
    later = GOOD["activities"].replace("running,2024-05-31", "done,2025-01-31")
    imports.run("activities", [write("b.csv", later)], small)
    with small.connect() as conn:
        first = activities(conn)[0]
    assert (first.status, first.status_date) == ("done", date(2025, 1, 31))
    assert counts(small)["activity_status"] == 2


def test_a_source_that_the_store_does_not_know_is_refused(small: Engine, write: Write) -> None:
    path = write("a.csv", GOOD["population"])
    with pytest.raises(ImportRefused, match="prov"):
        imports.run("population", [path], small, source_id="nowhere")
    with pytest.raises(ImportRefused, match="prov"):
        imports.run("population", [path], small, source_id="nowhere", dry_run=True)
    imports.run("population", [path], small, source_id="prov")


def test_an_empty_store_asks_to_be_seeded(small: Engine, write: Write) -> None:
    with small.begin() as conn:
        conn.execute(tables.sector.delete())
    with pytest.raises(ImportRefused, match="klimat seed"):
        imports.run("population", [write("a.csv", GOOD["population"])], small)
    with small.begin() as conn:
        conn.execute(insert(tables.sector).values(sector_id=0, code="total"))
    imports.run("population", [write("a.csv", GOOD["population"])], small)


@pytest.mark.parametrize("release", ["Stor Bokstav", "../x", "", "å"])
def test_a_label_that_is_no_address_is_refused(small: Engine, write: Write, release: str) -> None:
    path = write("a.csv", GOOD["population"])
    with pytest.raises(ImportRefused, match="a-z"):
        imports.run("population", [path], small, release=release)


def test_unknown_kinds_gases_and_no_files_are_refused(small: Engine, write: Write) -> None:
    path = write("a.csv", GOOD["population"])
    with pytest.raises(ImportRefused, match="the kinds are"):
        imports.run("weather", [path], small)
    with pytest.raises(ImportRefused, match="gas"):
        imports.run("emissions", [path], small, gas="helium", edition=2026)
    with pytest.raises(ImportRefused, match="no file"):
        imports.run("population", [], small)


GRANT = (
    "grant_id,level,funder,title,amount,currency,amount_kind,beneficiary_orgnr,start\n"
    '{grant_id},project,Provverket,Prov,"{amount}",{currency},granted,{number},{start}\n'
)
KNOWN = {
    "grant_id": "g1",
    "amount": "12,5 Mkr",
    "currency": "",
    "number": "162120003005",
    "start": "31/05/2024",
}


def test_grants_are_read_as_people_write_them(small: Engine, write: Write) -> None:
    imports.run("grants", [write("g.csv", GRANT.format(**KNOWN))], small)
    with small.connect() as conn:
        (one,) = grants(conn)
    assert (one.amount, one.currency) == (Decimal(12_500_000), "SEK")
    assert (one.beneficiary_orgnr, one.start) == ("212000-3005", "2024-05-31")
    assert one.source_id == "operator"


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"amount": "10–20 Mkr"}, "amount"),
        ({"amount": "5 MEUR", "currency": "SEK"}, "currency"),
        ({"amount": "1,234 Mkr"}, "amount"),
        ({"number": "212000-3006"}, "beneficiary_orgnr"),
        ({"number": "800101-0019"}, "beneficiary_orgnr"),
        ({"start": "31/02/2024"}, "start"),
        ({"grant_id": "EXEMPEL-1"}, "grant_id"),
    ],
)
def test_what_a_grant_cannot_be_is_named_and_no_persons_number_is_told(
    small: Engine, write: Write, change: dict[str, str], column: str
) -> None:
    path = write("g.csv", GRANT.format(**{**KNOWN, **change}))
    with pytest.raises(ImportProblems) as caught:
        imports.run("grants", [path], small)
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(2, column)]
    assert "800101" not in str(caught.value)
    assert counts(small)["grant"] == 0


def test_a_range_in_one_cell_is_both_ends_of_a_cost(small: Engine, write: Write) -> None:
    content = (
        "municipality_code,action_id,row_level,title,cost_low,cost_high,opex_per_year\n"
        "9001,a1,action,Prov,10–20 Mkr,,300 tkr\n9001,a2,action,Prov,1 MSEK,,\n"
    )
    imports.run("investment-actions", [write("a.csv", content)], small)
    with small.connect() as conn:
        ranged, alone = investment_actions(conn)
    assert (ranged.cost_low, ranged.cost_high) == (Decimal(10_000_000), Decimal(20_000_000))
    assert (ranged.opex_per_year, ranged.cost_currency) == (Decimal(300_000), "SEK")
    assert (alone.cost_low, alone.cost_high) == (Decimal(1_000_000), None)
