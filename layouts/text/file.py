"""Texts of the files of rows: links to them, what stops them, what their columns mean."""

SV = {
    "file.link.csv": "Hämta raderna (CSV)",
    "file.link.xlsx": "Hämta raderna (Excel)",
    "file.lead": (
        "Varje rad med kod, slag, ursprungligt belopp och valuta, kronor med kurs, kvalitet, källa "
        "och licens. Arbetsboken förklarar kolumnerna på sitt sista blad."
    ),
    "file.problem.item": "”{value}” är inget värde för ”{name}”. Ta bort det eller välj ett annat.",
    "file.problem.repeated": "”{value}” står flera gånger för ”{name}”. Ta bort det ena.",
    "file.problem.no_such_year": "Utgåvan har inget värde för ”{value}”, som står som ”{name}”.",
    "file.problem.too_many": "”{value}” får inte plats: adressen har redan så många ”{name}” som går.",
    "file.problem.unknown_municipality": (
        "”{value}” är inte koden för någon av städerna här (”{name}”)."
    ),
    "file.no_municipality": "Det finns ingen sådan kommun.",
    "file.too_many": (
        "Urvalet har fler än {most} rader, vilket är för många för en arbetsbok. Välj färre rader "
        "eller hämta CSV-filen, som tar hur många som helst."
    ),
    "file.sheet.grants": "Bidrag",
    "file.sheet.actions": "Investeringsplan",
    "file.sheet.stocks": "Obligationer",
    "file.sheet.guide": "Kolumnerna",
    "file.guide.sheet": "Blad",
    "file.guide.column": "Kolumn",
    "file.guide.meaning": "Betydelse",
    "file.guide.about": "Om filen",
    "file.guide.address.name": "adress",
    "file.guide.reading.name": "urval",
    "file.guide.reading": (
        "Raderna är de som adressen väljer. Samma adress utan filändelse är sidan med samma urval."
    ),
    "file.guide.unknown.name": "tom cell",
    "file.guide.unknown": "Källan säger inget. Det är okänt, inte noll.",
    "file.guide.sums.name": "summor",
    "file.guide.sums": (
        "Lägg aldrig ihop olika amount_kind, och bara rader med counted_in_sums. Rader med "
        "allocation multi delas av flera kommuner och hör inte till någon av dem ensam."
    ),
    "file.column.grant_id": "Radens id.",
    "file.column.level": "project: ett bidrag. programme: en ram eller utlysning, som innehåller bidrag.",
    "file.column.funder": "Finansiären, med källans ord.",
    "file.column.programme": "Programmet eller fonden.",
    "file.column.call": "Utlysningen.",
    "file.column.title": "Projektets eller åtgärdens namn, med källans ord.",
    "file.column.beneficiary": "Den som får pengarna.",
    "file.column.beneficiary_orgnr": "Mottagarens organisationsnummer, där källan har det.",
    "file.column.beneficiary_municipality_code": "Kommunkod, där en kommun är mottagare.",
    "file.column.municipality_codes": "Kommunkoder för platser som raden nämner, med semikolon emellan.",
    "file.column.allocation": (
        "own: kommunen är mottagare. single: någon annan, en kommun nämns. multi: flera kommuner. "
        "Tomt: ingen plats angiven."
    ),
    "file.column.theme": "Tema, med källans ord.",
    "file.column.priority": "Källans finare indelning av temat.",
    "file.column.is_climate": "Om källan märker bidraget som klimat.",
    "file.column.decision_year": "Beslutsår.",
    "file.column.start": "Start. Kan vara bara år eller månad.",
    "file.column.end": "Slut. Kan vara bara år eller månad.",
    "file.column.year": "Året som beloppet räknas till: beslutet, annars starten.",
    "file.column.amount_kind": (
        "Slag: announced utlyst, applied sökt, granted beviljat, paid utbetalt, estimated uppskattat, "
        "cofunding medfinansiering."
    ),
    "file.column.amount": "Beloppet som det är publicerat, i valutan i kolumnen currency.",
    "file.column.currency": "Beloppets valuta.",
    "file.column.amount_sek": "Beloppet i kronor, vid prisnivån i price_level, avrundat till öre.",
    "file.column.price_level": "nominal: löpande priser. Ett årtal: fasta priser, det årets kronor.",
    "file.column.price_index_missing": (
        "true: fasta priser begärdes men året saknar prisindex, så beloppet är i löpande priser."
    ),
    "file.column.sek_per_unit": "Kronor för en enhet av valutan: årsmedelkursen för year.",
    "file.column.rate_source": "Var kursen kommer från.",
    "file.column.no_sek_because": (
        "Varför kronor saknas: no_amount inget belopp, no_year inget år, no_rate ingen årsmedelkurs."
    ),
    "file.column.total_cost": "Hela projektets kostnad, i samma valuta som beloppet.",
    "file.column.amount_note": "Vad beloppet omfattar.",
    "file.column.counted_in_sums": "true: raden är med i sidans summor för sitt slag.",
    "file.column.repeats": "Id för raden som räknas i stället: samma pengar från en annan källa.",
    "file.column.part_of": "Id för programraden som bidraget hör till.",
    "file.column.quality_flag": "Radens kvalitet: ok, eller vad som är osäkert.",
    "file.column.note": "Anmärkning.",
    "file.column.source_id": "Källans id.",
    "file.column.source_title": "Källans namn.",
    "file.column.publisher": "Utgivare.",
    "file.column.licence": "Licens, som utgivaren anger den.",
    "file.column.source_ref": "Var i källan raden står.",
    "file.column.municipality_code": "Kommunkod.",
    "file.column.action_id": "Radens id i planen.",
    "file.column.row_level": (
        "action: en åtgärd. Bara de läggs ihop; portfolio, programme_total och scenario innehåller "
        "åtgärder, rejected är orimlig."
    ),
    "file.column.field": "Planens eget namn på området.",
    "file.column.sector": "Planens område, samma indelning för alla städer.",
    "file.column.responsible": "Ansvarig.",
    "file.column.cost_low": "Lägsta kostnad, i cost_currency.",
    "file.column.cost_high": "Högsta kostnad, i cost_currency. Tomt med en lägsta: inget tak anges.",
    "file.column.cost_currency": "Kostnadens valuta.",
    "file.column.cost_kind": "capex investering, opex drift, total båda, unknown okänt. Läggs inte ihop.",
    "file.column.cost_period": "total: hela åtgärden. per_year: per år.",
    "file.column.cost_text": "Planens ord om kostnaden.",
    "file.column.opex_per_year": "Driftkostnad per år, i cost_currency.",
    "file.column.opex_text": "Planens ord om driften.",
    "file.column.reduction_low_t": "Lägsta minskning, ton CO2e.",
    "file.column.reduction_high_t": "Högsta minskning, ton CO2e.",
    "file.column.reduction_period": "annual: per år. by2030: till 2030. cumulative: samlat.",
    "file.column.reduction_text": "Planens ord om minskningen.",
    "file.column.sink_low_t": "Lägsta upptag, ton CO2e.",
    "file.column.sink_high_t": "Högsta upptag, ton CO2e.",
    "file.column.sink_period": "Som reduction_period.",
    "file.column.sink_text": "Planens ord om upptaget.",
    "file.column.shared_effect_group": "Åtgärder med samma ord här delar effekt: räkna den en gång.",
    "file.column.funding_source_text": "Planens ord om vem som betalar.",
    "file.column.payer": "Vem som betalar: municipality kommunen, region, state staten, eu, private näringslivet, other annan.",
    "file.column.secured": "Säkrat av kostnaden, i cost_currency. Tomt är okänt, inte noll.",
    "file.column.co_benefits": "Kommunens omdöme om samhällsnyttan, 1 (minst) till 5.",
    "file.column.feasibility": "Kommunens omdöme om genomförbarheten, 1 (minst) till 5.",
    "file.column.start_year": "Första år.",
    "file.column.end_year": "Sista år.",
    "file.column.section": "Avsnitt i planen.",
    "file.column.kind": "green_bond: gröna obligationer. Ett tillstånd, läggs aldrig till flöden.",
    "file.column.at": "Tidpunkt. Kan vara bara år eller månad.",
    "file.column.issued": "Nytt vid tidpunkten.",
    "file.column.total": "Utestående vid tidpunkten.",
}

EN = {
    "file.link.csv": "Fetch the rows (CSV)",
    "file.link.xlsx": "Fetch the rows (Excel)",
    "file.lead": (
        "Every row with code, kind, original amount and currency, kronor with the rate, quality, "
        "source and licence. The workbook explains the columns on its last sheet."
    ),
    "file.problem.item": "“{value}” is no value for “{name}”. Take it away or choose another.",
    "file.problem.repeated": "“{value}” stands several times for “{name}”. Take one away.",
    "file.problem.no_such_year": "The release has no value for “{value}”, given as “{name}”.",
    "file.problem.too_many": "There is no room for “{value}”: the address has as many “{name}” as it can.",
    "file.problem.unknown_municipality": "“{value}” is not the code of any of the cities here (“{name}”).",
    "file.no_municipality": "There is no such municipality.",
    "file.too_many": (
        "The choice has more than {most} rows, too many for a workbook. Choose fewer rows or fetch "
        "the CSV file, which takes any number."
    ),
    "file.sheet.grants": "Grants",
    "file.sheet.actions": "Investment plan",
    "file.sheet.stocks": "Bonds",
    "file.sheet.guide": "Columns",
    "file.guide.sheet": "Sheet",
    "file.guide.column": "Column",
    "file.guide.meaning": "Meaning",
    "file.guide.about": "This file",
    "file.guide.address.name": "address",
    "file.guide.reading.name": "choice",
    "file.guide.reading": (
        "The rows are those that the address chooses. The same address without the file’s ending is "
        "the page with the same choice."
    ),
    "file.guide.unknown.name": "empty cell",
    "file.guide.unknown": "The source says nothing. That is unknown, not zero.",
    "file.guide.sums.name": "sums",
    "file.guide.sums": (
        "Never add different amount_kind, and only rows with counted_in_sums. Rows with allocation "
        "multi are shared by several municipalities and belong to none of them alone."
    ),
    "file.column.grant_id": "The row’s id.",
    "file.column.level": "project: a grant. programme: a frame or call, which holds grants.",
    "file.column.funder": "The funder, in the source’s words.",
    "file.column.programme": "The programme or fund.",
    "file.column.call": "The call.",
    "file.column.title": "The name of the project or action, in the source’s words.",
    "file.column.beneficiary": "Who gets the money.",
    "file.column.beneficiary_orgnr": "The recipient’s organisation number, where the source has it.",
    "file.column.beneficiary_municipality_code": "Municipality code, where a municipality is the recipient.",
    "file.column.municipality_codes": "Codes of the municipalities that the row names, with semicolons between.",
    "file.column.allocation": (
        "own: the municipality is the recipient. single: another, one municipality named. multi: "
        "several municipalities. Empty: no place given."
    ),
    "file.column.theme": "Theme, in the source’s words.",
    "file.column.priority": "The source’s finer division of the theme.",
    "file.column.is_climate": "Whether the source marks the grant as climate.",
    "file.column.decision_year": "Year of the decision.",
    "file.column.start": "Start. May be a year or month only.",
    "file.column.end": "End. May be a year or month only.",
    "file.column.year": "The year that the amount counts in: the decision, else the start.",
    "file.column.amount_kind": "Kind: announced, applied, granted, paid, estimated or cofunding.",
    "file.column.amount": "The amount as published, in the currency of the column currency.",
    "file.column.currency": "The amount’s currency.",
    "file.column.amount_sek": "The amount in kronor, at the level in price_level, rounded to öre.",
    "file.column.price_level": "nominal: current prices. A year: fixed prices, that year’s kronor.",
    "file.column.price_index_missing": (
        "true: fixed prices were asked for but the year has no price index, so the amount is nominal."
    ),
    "file.column.sek_per_unit": "Kronor for one unit of the currency: the annual mean rate of year.",
    "file.column.rate_source": "Where the rate comes from.",
    "file.column.no_sek_because": "Why there are no kronor: no_amount, no_year or no_rate (annual mean).",
    "file.column.total_cost": "The whole project’s cost, in the amount’s currency.",
    "file.column.amount_note": "What the amount covers.",
    "file.column.counted_in_sums": "true: the row is in the page’s sums for its kind.",
    "file.column.repeats": "Id of the row that counts instead: the same money from another source.",
    "file.column.part_of": "Id of the programme row that the grant belongs to.",
    "file.column.quality_flag": "The row’s quality: ok, or what is uncertain.",
    "file.column.note": "Remark.",
    "file.column.source_id": "The source’s id.",
    "file.column.source_title": "The source’s name.",
    "file.column.publisher": "Publisher.",
    "file.column.licence": "Licence, as the publisher states it.",
    "file.column.source_ref": "Where in the source the row stands.",
    "file.column.municipality_code": "Municipality code.",
    "file.column.action_id": "The row’s id in the plan.",
    "file.column.row_level": (
        "action: one action. Only these are added; portfolio, programme_total and scenario hold "
        "actions, rejected is implausible."
    ),
    "file.column.field": "The plan’s own name of the field.",
    "file.column.sector": "The plan’s field, divided alike for all cities.",
    "file.column.responsible": "Responsible.",
    "file.column.cost_low": "Lowest cost, in cost_currency.",
    "file.column.cost_high": "Highest cost, in cost_currency. Empty beside a lowest: no ceiling given.",
    "file.column.cost_currency": "The cost’s currency.",
    "file.column.cost_kind": "capex, opex, total (both) or unknown. Not to be added together.",
    "file.column.cost_period": "total: the whole action. per_year: each year.",
    "file.column.cost_text": "The plan’s words on the cost.",
    "file.column.opex_per_year": "Running cost per year, in cost_currency.",
    "file.column.opex_text": "The plan’s words on running costs.",
    "file.column.reduction_low_t": "Lowest reduction, tonnes of CO2e.",
    "file.column.reduction_high_t": "Highest reduction, tonnes of CO2e.",
    "file.column.reduction_period": "annual: per year. by2030: until 2030. cumulative: in all.",
    "file.column.reduction_text": "The plan’s words on the reduction.",
    "file.column.sink_low_t": "Lowest uptake, tonnes of CO2e.",
    "file.column.sink_high_t": "Highest uptake, tonnes of CO2e.",
    "file.column.sink_period": "As reduction_period.",
    "file.column.sink_text": "The plan’s words on the uptake.",
    "file.column.shared_effect_group": "Actions with the same word here share an effect: count it once.",
    "file.column.funding_source_text": "The plan’s words on who pays.",
    "file.column.payer": "Who pays: municipality, region, state, eu, private or other.",
    "file.column.secured": "Secured of the cost, in cost_currency. Empty is unknown, not zero.",
    "file.column.co_benefits": "The city’s rating of co-benefits, 1 (least) to 5.",
    "file.column.feasibility": "The city’s rating of feasibility, 1 (least) to 5.",
    "file.column.start_year": "First year.",
    "file.column.end_year": "Last year.",
    "file.column.section": "Section of the plan.",
    "file.column.kind": "green_bond. A state, never added to flows.",
    "file.column.at": "When. May be a year or month only.",
    "file.column.issued": "New at that time.",
    "file.column.total": "Outstanding at that time.",
}
