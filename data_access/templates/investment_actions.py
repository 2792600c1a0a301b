"""The template for the actions of an investment plan. Every figure in it is made up."""

from data_access.imports.tables import EXAMPLE
from data_access.templates.form import Template, TemplateColumn

C = TemplateColumn
PERIODS = "annual, cumulative, by2030, unknown"

INVESTMENT_ACTIONS = Template(
    "investment-actions",
    (
        C("municipality_code", "Kommunkod, fyra siffror", "Municipality code, four digits", True),
        C(
            "action_id",
            "Åtgärdens id, unikt i kommunen",
            "Id, unique in the city",
            True,
        ),
        C(
            "row_level",
            "action; portfolio, programme_total, scenario och rejected summeras inte",
            "action; portfolio, programme_total, scenario and rejected are not summed",
            True,
        ),
        C("title", "Åtgärden", "The action", True),
        C("field", "Planens område", "The plan's field"),
        C("sector", "Sektor", "Sector"),
        C("responsible", "Ansvarig organisation, ingen person", "Responsible organisation"),
        C("stakeholders", "Andra organisationer (sparas inte)", "Other organisations (not kept)"),
        C(
            "cost_low",
            "Kostnad, eller spannets lägre del: 10 Mkr eller 10–20 Mkr; tomt = okänt, inte noll",
            "Cost, or the lower end: 10 Mkr or 10–20 Mkr; empty = unknown, not zero",
        ),
        C(
            "cost_high",
            "Spannets övre del; för en ensam siffra samma",
            "The upper end, or the same",
        ),
        C("cost_currency", "SEK eller EUR", "SEK or EUR"),
        C("cost_kind", "capex, opex, total eller unknown", "capex, opex, total or unknown"),
        C("cost_period", "total, per_year eller unknown", "total, per_year or unknown"),
        C("cost_text", "Kostnaden med planens ord", "The cost in the plan's words"),
        C("opex_per_year", "Driftkostnad per år", "Running cost a year"),
        C("opex_text", "Driftkostnaden med planens ord", "Running cost in the plan's words"),
        C("reduction_low_t", "Minskning, ton CO2e, lägre del", "Reduction in t CO2e, lower end"),
        C("reduction_high_t", "Minskning, ton CO2e, övre del", "Reduction in t CO2e, upper end"),
        C("reduction_period", PERIODS, PERIODS),
        C("reduction_text", "Minskningen med planens ord", "Reduction in the plan's words"),
        C("sink_low_t", "Upptag, ton CO2e, lägre del", "Uptake in t CO2e, lower end"),
        C("sink_high_t", "Upptag, ton CO2e, övre del", "Uptake in t CO2e, upper end"),
        C("sink_period", PERIODS, PERIODS),
        C("sink_text", "Upptaget med planens ord", "Uptake in the plan's words"),
        C(
            "shared_effect_group",
            "Samma ord på åtgärder som delar en effekt: den räknas en gång",
            "The same word on actions that share an effect: it is counted once",
        ),
        C("funding_source_text", "Vem som betalar", "Who pays"),
        C("start_year", "Första året", "First year"),
        C("end_year", "Sista året", "Last year"),
        C(
            "quality_flag",
            "ok, range, tbd, source_error, shared_effect; flera skiljs av semikolon",
            "ok, range, tbd, source_error, shared_effect; several with semicolons",
        ),
        C("note", "Anmärkning", "Remark"),
        C(
            "source_id",
            "Inlagd källa; tomt = din fil",
            "A known source; empty = your file",
        ),
        C("section", "Avsnitt i planen", "Section of the plan"),
        C("source_line", "Rad i källan (sparas inte)", "Line of the source (not kept)"),
    ),
    (
        {
            "municipality_code": "0000",
            "action_id": f"{EXAMPLE}1",
            "row_level": "action",
            "title": "EXEMPEL, ta bort raden: laddgata i Exempelstad",
            "sector": "transport",
            "responsible": "Exempelstads kommun",
            "cost_low": "10–20 Mkr",
            "cost_currency": "SEK",
            "cost_kind": "capex",
            "cost_period": "total",
            "reduction_low_t": "100",
            "reduction_high_t": "100",
            "reduction_period": "annual",
            "quality_flag": "range",
        },
        {
            "municipality_code": "0000",
            "action_id": f"{EXAMPLE}2",
            "row_level": "action",
            "title": "EXEMPEL, ta bort raden: kostnaden är inte beräknad",
            "quality_flag": "tbd",
        },
    ),
)
