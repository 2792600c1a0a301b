"""Texts of a city's money page."""

SV = {
    "money.title": "Pengarna: {name}",
    "money.description": (
        "Vem som betalar klimatomställningen {in_name}: stöd, investeringsplan och kronor per "
        "ton, med källor och täckning."
    ),
    "money.back": "Till sidan om {name}",
    # lead
    "money.lead.own": "Kommunen har beviljats {sum} i stöd ({grants}), enligt de källor som är inlästa.",
    "money.lead.climate": "Av det är {sum} ({grants}) märkt som klimat.",
    "money.lead.climate.none": "Inget av det är märkt som klimat.",
    "money.lead.own.none": (
        "I de källor som är inlästa finns inget känt belopp som kommunen har beviljats."
    ),
    "money.lead.single": "Andra mottagare {in_name} har beviljats {sum} ({grants}).",
    "money.lead.applied": (
        "Den har sökt {sum} ({grants}) utan att källorna visar något beslut, så det räknas för sig."
    ),
    "money.lead.no_paid": "Ingen källa visar vad som har betalats ut.",
    "money.lead.paid.own": "Utbetalt till kommunen är {sum} ({grants}).",
    "money.lead.paid.single": "Utbetalt till andra mottagare {in_name} är {sum} ({grants}).",
    "money.lead.plan": (
        "Investeringsplanen anger en kostnad för {known} av {of} åtgärder. Vilka av dem som har "
        "säkrad finansiering står inte i den."
    ),
    "money.lead.plan.gap": (
        "Investeringsplanen anger en kostnad för {known} av {of} åtgärder. För {secured} av dem "
        "står vad som är säkrat: där fattas {gap}."
    ),
    "money.lead.plan.uncosted": (
        "Investeringsplanen har {of} åtgärder men anger ingen kostnad för någon av dem."
    ),
    "money.lead.plan.summary": (
        "Investeringsplanen anger kostnader bara för hela områden, inte för enskilda åtgärder."
    ),
    "money.lead.plan.none": "Ingen investeringsplan är inläst.",
    "money.lead.stocks": "Kommunens gröna obligationer var {sum} vid den senaste uppgiften ({at}).",
    "money.lead.unknown": "Det som inte är känt är inte noll.",
    "money.nothing": (
        "Ingen inläst källa har någon uppgift om pengar till {name}. Det betyder inte att inga "
        "pengar finns. Längst ned på sidan står vilka källor som är inlästa och vilka som saknas."
    ),
    "money.grant.one": "{n} bidrag",
    "money.grant.many": "{n} bidrag",
    "money.action.one": "{n} åtgärd",
    "money.action.many": "{n} åtgärder",
    # kinds
    "money.kind.announced": "utlyst",
    "money.kind.applied": "sökt",
    "money.kind.granted": "beviljat",
    "money.kind.paid": "utbetalt",
    "money.kind.estimated": "uppskattat",
    "money.kind.cofunding": "medfinansiering",
    "money.kind.unknown": "belopp saknas",
    "money.kinds.heading": "Vad källorna vet",
    "money.kinds.caption": "Kända belopp per slag och mottagare, {prices}",
    "money.kinds.kind": "Slag",
    "money.kinds.own": "Till kommunen",
    "money.kinds.single": "Till andra i kommunen",
    "money.kinds.multi": "Delas av flera kommuner",
    "money.kinds.none": "ingen uppgift",
    "money.kinds.unseen": "Utan en enda rad i de inlästa källorna: {kinds}.",
    "money.kinds.unsummed": "{grants}, belopp okänt",
    "money.kinds.unconverted": "{grants}, går inte att räkna om till kronor",
    "money.kinds.sum": "{sum} ({grants})",
    "money.kinds.partly": "{sum} ({known} av {grants})",
    "money.kinds.counted": "{grants}, summeras inte",
    "money.kinds.note": (
        "Slagen läggs aldrig ihop: samma kronor kan först vara utlysta, sedan sökta, beviljade "
        "och utbetalda. Ett bidrag som delas av flera kommuner räknas men läggs inte på någon av "
        "dem, eftersom fördelningen inte är känd."
    ),
    "money.cofunding": (
        "I de bidrag där hela projektets kostnad är känd ({known} av {of} beviljade) står andra "
        "än finansiären för {share} av kostnaden."
    ),
    # prices
    "money.prices.current": "löpande priser",
    "money.prices.constant": "{year} års priser",
    "money.prices.label": "Prisnivå",
    "money.prices.kept": (
        "{n} av bidragen är från år utan konsumentprisindex i källan och står i löpande priser."
    ),
    # flow
    "money.flow.heading": "Varifrån pengarna kommer och vart de går",
    "money.flow.title": "Från finansiär till mottagare: {kind}, {prices}",
    "money.flow.funder": "Finansiär",
    "money.flow.programme": "Program",
    "money.flow.theme": "Tema",
    "money.flow.recipient": "Mottagare",
    "money.flow.message": "{sum} ({kind}) i {n}. Störst är {funder} med {largest}.",
    "money.flow.none": (
        "De inlästa källorna har inga belopp av slaget ”{kind}” för {name}. Det är okänt, inte "
        "noll."
    ),
    "money.flow.no_theme": "Tema ej angivet",
    "money.flow.no_programme": "Program ej angivet",
    "money.flow.others": "Övriga",
    "money.flow.form": "Välj vad diagrammen visar",
    "money.flow.kind": "Slag av belopp",
    "money.flow.recipients": "Mottagare",
    "money.flow.recipients.all": "kommunen och andra i kommunen",
    "money.flow.recipients.own": "bara kommunen",
    "money.flow.recipients.single": "bara andra i kommunen",
    "money.flow.show": "Visa",
    "money.flow.left_out": "Inte med i diagrammet: {parts}.",
    "money.flow.left.multi": "{n} bidrag som delas av flera kommuner",
    "money.flow.left.no_amount": "{n} utan belopp",
    "money.flow.left.no_year": "{n} i annan valuta utan år, som därför inte kan räknas om",
    "money.flow.left.no_rate": "{n} i annan valuta utan årskurs",
    "money.flow.left.repeated": "{n} som upprepar samma pengar från en annan källa",
    "money.measure.axis": "miljoner kronor",
    "money.measure.unit": "kr",
    "money.measure.short": "mn kr",
    # years
    "money.years.heading": "År för år",
    "money.years.title": "Kända belopp per år och slag, {prices}",
    "money.years.own": "Till kommunen",
    "money.years.single": "Till andra mottagare i kommunen",
    "money.years.message": (
        "Uppgifterna gäller {first}–{last}. Hela beloppet står på beslutsåret, eller startåret "
        "där beslutsåret inte är känt, också när pengarna fördelas över flera år."
    ),
    "money.years.message.one": (
        "Uppgifterna gäller {first}. Hela beloppet står på beslutsåret, eller startåret där "
        "beslutsåret inte är känt."
    ),
    "money.years.undated": "{grants} saknar år och är inte med i diagrammet.",
    "money.years.gaps": "Ett år utan stapel är ett år som källorna inte säger något om.",
    # plan
    "money.plan.heading": "Investeringsplanen",
    "money.plan.none": (
        "Ingen investeringsplan för {name} är inläst. Vad omställningen kostar här är därför okänt."
    ),
    "money.plan.coverage": (
        "{known} av {of} åtgärder har en kostnad. Summorna gäller bara dem; resten är okänt, "
        "inte noll."
    ),
    "money.plan.uncosted": (
        "Ingen av planens {of} åtgärder har en kostnad. Behovet är okänt, inte noll."
    ),
    "money.plan.only_summary": (
        "Planen har inga kostnader för enskilda åtgärder, bara sammanställningar för hela "
        "områden. De visas nedan som planen anger dem och summeras inte här."
    ),
    "money.plan.title": "Kostnad per område: {class_name}",
    "money.plan.message": (
        "{low_high} för {n} av planens {of} åtgärder. Störst är {sector} med {largest}."
    ),
    "money.plan.sector": "Område",
    "money.plan.row_note": "{n} av {of} åtgärder",
    "money.plan.classes": "Planens kostnader, slag för slag",
    "money.plan.class": "Slag av kostnad",
    "money.plan.sum": "Summa, lägst–högst",
    "money.plan.actions": "Åtgärder",
    "money.plan.kind.capex": "investering",
    "money.plan.kind.opex": "driftkostnad",
    "money.plan.kind.total": "total kostnad",
    "money.plan.kind.unknown": "slag ej angivet",
    "money.plan.period.total": "hela åtgärden",
    "money.plan.period.per_year": "per år",
    "money.plan.period.unknown": "period ej angiven",
    "money.plan.class_name": "{kind}, {period}",
    "money.plan.class_note": (
        "Raderna läggs inte ihop: investering och drift är olika slag, och en kostnad per år är "
        "inte en kostnad för hela åtgärden. Belopp i euro räknas inte om, eftersom planen inte "
        "anger kurs eller prisår."
    ),
    "money.plan.repeated": (
        "{titles} har samma kostnad som en annan åtgärd med samma effekt (ett projekt infört två "
        "gånger) och räknas en gång."
    ),
    "money.plan.open": "{n} av åtgärderna anger bara en lägsta kostnad.",
    "money.plan.by_sector": "Område för område",
    "money.plan.by_sector.caption": "Kostnader per område och slag",
    "money.plan.known": "Har kostnad",
    "money.plan.n_of": "{known} av {of}",
    "money.plan.gap.heading": "Behov, säkrat och gap",
    "money.plan.gap.known": (
        "För {known} av {of} åtgärder är både kostnaden och det som är säkrat känt: behovet är "
        "{need}, säkrat är {secured} och gapet {gap}. Resten är okänt, inte noll."
    ),
    "money.plan.gap.title": "Behov per betalare, och vad som är säkrat av det",
    "money.plan.gap.payer": "Betalare",
    "money.plan.gap.sector": "Område",
    "money.plan.gap.year": "Första år",
    "money.plan.gap.no_year": "År ej angivet",
    "money.plan.gap.need": "Behov",
    "money.plan.gap.secured": "Säkrat",
    "money.plan.gap.gap": "Gap",
    "money.plan.gap.coverage": "Båda kända",
    "money.plan.gap.by_payer": "Behov, säkrat och gap per betalare",
    "money.plan.gap.by_sector": "Behov, säkrat och gap per område",
    "money.plan.gap.by_year": "Behov, säkrat och gap efter åtgärdens första år",
    "money.plan.gap.note": (
        "Ett spann är behovets lägsta och högsta. Överskott i en åtgärd täcker inte en annan. "
        "Hela åtgärden står på sitt första år. Kostnader per år är inte med."
    ),
    "money.payer.municipality": "Kommunen",
    "money.payer.region": "Regionen",
    "money.payer.state": "Staten",
    "money.payer.eu": "EU",
    "money.payer.private": "Näringslivet",
    "money.payer.other": "Annan",
    "money.payer.unknown": "Betalare ej angiven",
    "money.plan.gap.unknown": (
        "Gapet är behov minus säkrad finansiering, åtgärd för åtgärd. Planen säger inte hur "
        "mycket som är säkrat för någon av sina {of} åtgärder ({known} av {of}). Därför är både "
        "säkrat och gap okända – inte noll."
    ),
    "money.plan.gap.said": "Vad planen säger om finansieringen",
    "money.plan.gap.said.caption": "Planens egna ord om finansiering",
    "money.plan.responsible": "Ansvarig",
    "money.plan.by_responsible": "Vem som ansvarar",
    "money.plan.words": "Planens ord",
    "money.plan.action": "Åtgärd",
    "money.plan.running": "Löpande kostnader vid sidan av investeringen",
    "money.plan.running.caption": "Driftkostnad som planen anger bredvid en investering",
    "money.plan.running.per_year": "Per år",
    "money.plan.summaries": "Planens egna sammanställningar ({n} rader, summeras inte)",
    "money.plan.summaries.caption": "Sammanställningar, totaler och scenarier som planen anger dem",
    "money.plan.summaries.note": (
        "De innehåller åtgärder som också står för sig, eller är modellräkningar. Att lägga dem "
        "till åtgärderna vore att räkna samma pengar två gånger."
    ),
    "money.level.portfolio": "område",
    "money.level.programme_total": "planens total",
    "money.level.scenario": "modellerat scenario",
    "money.level.rejected": "oanvändbar rad",
    "money.plan.level": "Nivå",
    "money.plan.cost": "Kostnad",
    "money.plan.effect": "Effekt",
    "money.plan.note": "Anmärkning",
    # cost per tonne
    "money.tonne.heading": "Kronor per ton",
    "money.tonne.lead": (
        "Kronor per ton räknas bara där en åtgärd har både kostnad och effekt, och där "
        "uppgifterna är entydiga. Planens tal är summa kostnad delad med summa effekt över samma "
        "åtgärder, aldrig ett medelvärde av kvoter."
    ),
    "money.tonne.none": (
        "Ingen åtgärd har både en kostnad och en effekt som går att dela med varandra. Kronor "
        "per ton är därför okänt."
    ),
    "money.tonne.caption": "Planens kronor per ton, effekt för effekt",
    "money.tonne.effect": "Effekt",
    "money.tonne.cost": "Summa kostnad",
    "money.tonne.tonnes": "Summa effekt, ton",
    "money.tonne.quotient": "Kronor per ton",
    "money.tonne.quotient_in": "{number} {unit}",
    "money.tonne.coverage": "Täckning",
    "money.tonne.coverage_of": "{known} av {of} åtgärder",
    "money.tonne.name": "{measure}, {period} ({kind})",
    "money.measure.reduction": "minskade utsläpp",
    "money.measure.sink": "upptag av koldioxid",
    "money.period.annual": "per år",
    "money.period.by2030": "till 2030",
    "money.period.cumulative": "sammanlagt",
    "money.period.unknown": "period ej angiven",
    "money.tonne.annual": (
        "Där effekten är per år delas hela kostnaden med ett enda års minskning: åtgärden kostar "
        "så många kronor för varje ton som minskningen är om året, inte för varje ton under hela "
        "sin livslängd."
    ),
    "money.problem.no_cost": "kostnad saknas",
    "money.problem.no_effect": "effekt saknas",
    "money.problem.doubtful": "osäker uppgift",
    "money.problem.cost_not_for_whole": "kostnaden gäller inte hela åtgärden",
    "money.problem.two_effects": "både minskning och upptag",
    "money.problem.member_without_cost": "kostnad saknas för en av åtgärderna",
    "money.problem.mixed_kinds": "olika slag av kostnad eller effekt",
    "money.problem.zero": "ingen effekt angiven som större än noll",
    # ranking
    "money.rank.heading": "Åtgärderna sida vid sida",
    "money.rank.lead": (
        "Kostnadseffektivitet, potential och tid är tre av de kriterier som Örebros "
        "klimatkontrakt (avsnitt 3.5) vill ranka investeringar efter. De två andra, "
        "samhällsnyttor och genomförbarhet, är inte uppgifter i de inlästa planerna och kan "
        "därför inte sorteras."
    ),
    "money.rank.lead.all": (
        "De fem kriterierna är de som Örebros klimatkontrakt (avsnitt 3.5) vill ranka "
        "investeringar efter. Samhällsnytta och genomförbarhet är kommunens egna omdömen, 1 "
        "(minst) till 5."
    ),
    "money.rank.co_benefits": "Samhällsnytta, 1–5",
    "money.rank.feasibility": "Genomförbarhet, 1–5",
    "money.rank.sort.co_benefits": "samhällsnytta",
    "money.rank.sort.feasibility": "genomförbarhet",
    "money.rank.caption": "Planens åtgärder, sorterade efter {sort}",
    "money.rank.sort": "Sortera efter",
    "money.rank.falling": "{name}, störst först",
    "money.rank.rising": "{name}, minst först",
    "money.rank.sort.cost_per_tonne": "kronor per ton",
    "money.rank.sort.potential": "effekt",
    "money.rank.sort.cost": "kostnad",
    "money.rank.sort.time": "tid",
    "money.rank.sort.name": "namn",
    "money.rank.action": "Åtgärd",
    "money.rank.cost": "Kostnad",
    "money.rank.potential": "Effekt, ton",
    "money.rank.cost_per_tonne": "Kronor per ton",
    "money.rank.time": "Tid",
    "money.rank.shared": "Gemensam effekt: {titles}",
    "money.rank.unknown": "okänt",
    "money.rank.without": "Rader där {figure} är okänt: {n}",
    "money.rank.rest": "Åtgärder utan vare sig kostnad eller effekt: {n}",
    "money.rank.from": "från {year}",
    "money.rank.to": "till {year}",
    "money.rank.at_least": "minst {amount}",
    "money.rank.per_year": "{amount} per år",
    # stocks
    "money.stocks.heading": "Gröna obligationer",
    "money.stocks.lead": (
        "Ett obligationsbelopp är en skuld vid en tidpunkt, inte pengar som flyter in ett år. "
        "Det läggs därför aldrig till bidragen."
    ),
    "money.stocks.caption": "Utestående gröna obligationer",
    "money.stocks.at": "Tidpunkt",
    "money.stocks.issued": "Nytt",
    "money.stocks.total": "Utestående",
    "money.stocks.note": "Källans ord",
    # rows
    "money.rows.heading": "Raderna bakom siffrorna",
    "money.rows.caption": "Bidrag, som de står i källan",
    "money.rows.some": "De {shown} nyaste av {of}.",
    "money.rows.all": "Visa alla rader på sidan",
    "money.rows.own": "Bidrag till kommunen ({n})",
    "money.rows.single": "Bidrag till andra mottagare i kommunen ({n})",
    "money.rows.multi": "Bidrag som delas av flera kommuner ({n}, summeras inte)",
    "money.rows.programmes": (
        "Program och utlysningar som nämner kommunen ({n}, räknas aldrig ihop med projekt)"
    ),
    "money.rows.actions": "Planens rader ({n})",
    "money.rows.actions.caption": "Åtgärder, som de står i planen",
    "money.rows.project": "Projekt",
    "money.rows.funder": "Finansiär och program",
    "money.rows.recipient": "Mottagare",
    "money.rows.year": "År",
    "money.rows.amount": "Belopp i källan",
    "money.rows.sek": "I kronor",
    "money.rows.source": "Källa",
    "money.rows.rate": "{amount} (kurs {rate}, årsmedel {year})",
    "money.rows.not_converted.no_year": "räknas inte om: år saknas",
    "money.rows.not_converted.no_rate": "räknas inte om: årskurs saknas",
    "money.rows.not_converted.no_amount": "–",
    "money.rows.no_amount": "belopp saknas",
    "money.rows.repeats": "Samma pengar som {title}; räknas en gång.",
    "money.rows.places": "{n} kommuner",
    "money.quality.ok": "inga anmärkningar",
    "money.quality.range": "spann",
    "money.quality.tbd": "kostnad eller effekt återstår att ange",
    "money.quality.source_error": "källan motsäger sig själv",
    "money.quality.shared_effect": "effekten delas med andra åtgärder",
    "money.quality.ocr_gap": "delar föll bort när dokumentet lästes in",
    "money.quality.ocr_uncertain": "osäker läsning av dokumentet",
    "money.quality.coordinator_only": (
        "bara projektets samordnare är publicerad: beloppet gäller alla deltagare tillsammans"
    ),
    "money.quality.unconfirmed": "obekräftad uppgift",
    "money.quality.other_scope": "effekten räknas utanför kommunens egna utsläpp",
    "money.duplicates.heading": "Möjliga dubbletter",
    "money.duplicates.lead": (
        "De här raderna kommer från olika källor men har samma mottagare, överlappande tid och "
        "nästan samma belopp. De slås inte ihop av sig själva."
    ),
    "money.duplicates.caption": "Möjliga dubbletter",
    "money.duplicates.first": "Rad",
    "money.duplicates.second": "Liknar",
    "money.duplicates.state": "Räknas",
    "money.duplicates.known": "en gång: källorna anger att det är samma pengar",
    "money.duplicates.open": "båda, tills någon har granskat dem",
    # sources
    "money.sources.heading": "Vilka källor som är inlästa",
    "money.sources.lead": (
        "Saknade belopp betyder oftast saknade källor. Det här är allt som är inläst om bidrag, "
        "för hela landet."
    ),
    "money.sources.caption": "Inlästa källor till bidrag",
    "money.sources.source": "Källa",
    "money.sources.rows": "Rader",
    "money.sources.years": "År",
    "money.sources.here": "Varav här",
    "money.sources.licence": "Licens",
    "money.sources.note": "Anmärkning",
    "money.sources.missing": "Inte inläst: {names}.",
    "money.source.klimatklivet": "Klimatklivet per kommun (Naturvårdsverket)",
    "money.source.kohesio": "EU:s sammanhållningsfonder 2021–2027 (Kohesio)",
    "money.source.gdp": (
        "den gemensamma projektdatabasen (Vinnova, Formas, Energimyndigheten m.fl.)"
    ),
    "money.source.swecris": "Swecris",
    "money.source.cordis": "EU:s ramprogram per organisation (CORDIS)",
    "money.source.call14": "Viable Cities beslut per stad från 2024",
    # sectors of investment plans
    "money.sector.transport": "Transporter",
    "money.sector.energy": "Energi",
    "money.sector.waste_and_circular": "Avfall och cirkulär ekonomi",
    "money.sector.buildings": "Byggnader",
    "money.sector.construction": "Bygg och anläggning",
    "money.sector.land_use_and_sinks": "Markanvändning och kolsänkor",
    "money.sector.cross_cutting": "Övergripande",
    "money.sector.agriculture": "Jordbruk",
    "money.sector.industry": "Industri",
    "money.sector.consumption": "Konsumtion",
    "money.sector.all": "Alla områden",
    "money.sector.unknown": "Område ej angivet",
}

EN = {
    "money.title": "The money: {name}",
    "money.description": (
        "Who pays for the climate transition {in_name}: support, investment plan and kronor per "
        "tonne, with sources and coverage."
    ),
    "money.back": "To the page about {name}",
    "money.lead.own": (
        "The municipality has been granted {sum} ({grants}), according to the sources loaded."
    ),
    "money.lead.climate": "Of that {sum} ({grants}) is marked as climate.",
    "money.lead.climate.none": "Nothing of it is marked as climate.",
    "money.lead.own.none": (
        "The sources loaded hold no known amount that the municipality has been granted."
    ),
    "money.lead.single": "Other recipients {in_name} have been granted {sum} ({grants}).",
    "money.lead.applied": (
        "It has applied for {sum} ({grants}) and the sources show no decision, so that is counted "
        "apart."
    ),
    "money.lead.no_paid": "No source shows what has been paid out.",
    "money.lead.paid.own": "{sum} has been paid out to the municipality ({grants}).",
    "money.lead.paid.single": "{sum} has been paid out to other recipients {in_name} ({grants}).",
    "money.lead.plan": (
        "The investment plan gives a cost for {known} of {of} actions. It does not say which of "
        "them have secured funding."
    ),
    "money.lead.plan.gap": (
        "The investment plan gives a cost for {known} of {of} actions. For {secured} of them it "
        "says what is secured: {gap} is missing there."
    ),
    "money.lead.plan.uncosted": (
        "The investment plan has {of} actions but gives no cost for any of them."
    ),
    "money.lead.plan.summary": (
        "The investment plan gives costs only for whole fields, not for single actions."
    ),
    "money.lead.plan.none": "No investment plan is loaded.",
    "money.lead.stocks": (
        "The municipality’s green bonds stood at {sum} at the latest report ({at})."
    ),
    "money.lead.unknown": "What is not known is not zero.",
    "money.nothing": (
        "No loaded source says anything about money to {name}. That does not mean that there is "
        "none. At the foot of the page you can see which sources are loaded and which are "
        "missing."
    ),
    "money.grant.one": "{n} grant",
    "money.grant.many": "{n} grants",
    "money.action.one": "{n} action",
    "money.action.many": "{n} actions",
    "money.kind.announced": "announced",
    "money.kind.applied": "applied for",
    "money.kind.granted": "granted",
    "money.kind.paid": "paid",
    "money.kind.estimated": "estimated",
    "money.kind.cofunding": "co-funding",
    "money.kind.unknown": "no amount",
    "money.kinds.heading": "What the sources know",
    "money.kinds.caption": "Known amounts by kind and recipient, {prices}",
    "money.kinds.kind": "Kind",
    "money.kinds.own": "To the municipality",
    "money.kinds.single": "To others in the municipality",
    "money.kinds.multi": "Shared by several municipalities",
    "money.kinds.none": "not known",
    "money.kinds.unseen": "Without a single row in the loaded sources: {kinds}.",
    "money.kinds.unsummed": "{grants}, amount unknown",
    "money.kinds.unconverted": "{grants}, cannot be converted to kronor",
    "money.kinds.sum": "{sum} ({grants})",
    "money.kinds.partly": "{sum} ({known} of {grants})",
    "money.kinds.counted": "{grants}, not summed",
    "money.kinds.note": (
        "Kinds are never added together: the same kronor may first be announced, then applied "
        "for, granted and paid. A grant shared by several municipalities is counted but given to "
        "none of them, since the split is not known."
    ),
    "money.cofunding": (
        "In the grants where the whole cost of the project is known ({known} of {of} granted), "
        "others than the funder carry {share} of the cost."
    ),
    "money.prices.current": "current prices",
    "money.prices.constant": "{year} prices",
    "money.prices.label": "Price level",
    "money.prices.kept": (
        "{n} of the grants are from years without a consumer price index in the source and stand "
        "in current prices."
    ),
    "money.flow.heading": "Where the money comes from and where it goes",
    "money.flow.title": "From funder to recipient: {kind}, {prices}",
    "money.flow.funder": "Funder",
    "money.flow.programme": "Programme",
    "money.flow.theme": "Theme",
    "money.flow.recipient": "Recipient",
    "money.flow.message": "{sum} ({kind}) in {n}. The largest is {funder} with {largest}.",
    "money.flow.none": (
        "The loaded sources have no amounts of the kind “{kind}” for {name}. That is unknown, "
        "not zero."
    ),
    "money.flow.no_theme": "No theme given",
    "money.flow.no_programme": "No programme given",
    "money.flow.others": "Others",
    "money.flow.form": "Choose what the charts show",
    "money.flow.kind": "Kind of amount",
    "money.flow.recipients": "Recipients",
    "money.flow.recipients.all": "the municipality and others in it",
    "money.flow.recipients.own": "the municipality only",
    "money.flow.recipients.single": "others only",
    "money.flow.show": "Show",
    "money.flow.left_out": "Not in the chart: {parts}.",
    "money.flow.left.multi": "{n} shared by several municipalities",
    "money.flow.left.no_amount": "{n} without amount",
    "money.flow.left.no_year": (
        "{n} in another currency without a year, which therefore cannot be converted"
    ),
    "money.flow.left.no_rate": "{n} in another currency without a rate for the year",
    "money.flow.left.repeated": "{n} repeating the same money from another source",
    "money.measure.axis": "million kronor",
    "money.measure.unit": "SEK",
    "money.measure.short": "mn SEK",
    "money.years.heading": "Year by year",
    "money.years.title": "Known amounts by year and kind, {prices}",
    "money.years.own": "To the municipality",
    "money.years.single": "To other recipients in the municipality",
    "money.years.message": (
        "The figures are for {first}–{last}. The whole amount stands on the year of the "
        "decision, or the start where that is not known, even when the money is spread over "
        "several years."
    ),
    "money.years.message.one": (
        "The figures are for {first}. The whole amount stands on the year of the decision, or "
        "the start where that is not known."
    ),
    "money.years.undated": "{grants} without a year are not in the chart.",
    "money.years.gaps": "A year without a bar is a year of which the sources say nothing.",
    "money.plan.heading": "The investment plan",
    "money.plan.none": (
        "No investment plan for {name} is loaded. What the transition costs here is therefore "
        "unknown."
    ),
    "money.plan.coverage": (
        "{known} of {of} actions have a cost. The sums are of those alone; the rest is unknown, "
        "not zero."
    ),
    "money.plan.uncosted": (
        "None of the plan’s {of} actions has a cost. The need is unknown, not zero."
    ),
    "money.plan.only_summary": (
        "The plan has no costs for single actions, only summaries of whole fields. They are "
        "shown below as the plan gives them and are not summed here."
    ),
    "money.plan.title": "Cost by field: {class_name}",
    "money.plan.message": (
        "{low_high} for {n} of the plan’s {of} actions. The largest is {sector} with {largest}."
    ),
    "money.plan.sector": "Field",
    "money.plan.row_note": "{n} of {of} actions",
    "money.plan.classes": "The plan’s costs, kind by kind",
    "money.plan.class": "Kind of cost",
    "money.plan.sum": "Sum, low–high",
    "money.plan.actions": "Actions",
    "money.plan.kind.capex": "investment",
    "money.plan.kind.opex": "running cost",
    "money.plan.kind.total": "total cost",
    "money.plan.kind.unknown": "kind not given",
    "money.plan.period.total": "whole action",
    "money.plan.period.per_year": "per year",
    "money.plan.period.unknown": "period not given",
    "money.plan.class_name": "{kind}, {period}",
    "money.plan.class_note": (
        "The rows are not added together: investment and running cost are different kinds, and a "
        "cost per year is not a cost of the whole action. Amounts in euro are not converted, "
        "since the plan gives neither rate nor price year."
    ),
    "money.plan.repeated": (
        "{titles} has the same cost as another action with the same effect (one project entered "
        "twice) and is counted once."
    ),
    "money.plan.open": "{n} of the actions give a lowest cost only.",
    "money.plan.by_sector": "Field by field",
    "money.plan.by_sector.caption": "Costs by field and kind",
    "money.plan.known": "Has a cost",
    "money.plan.n_of": "{known} of {of}",
    "money.plan.gap.heading": "Need, secured and gap",
    "money.plan.gap.known": (
        "For {known} of {of} actions both the cost and what is secured are known: the need is "
        "{need}, secured is {secured} and the gap {gap}. The rest is unknown, not zero."
    ),
    "money.plan.gap.title": "Need by payer, and what is secured of it",
    "money.plan.gap.payer": "Payer",
    "money.plan.gap.sector": "Field",
    "money.plan.gap.year": "First year",
    "money.plan.gap.no_year": "Year not given",
    "money.plan.gap.need": "Need",
    "money.plan.gap.secured": "Secured",
    "money.plan.gap.gap": "Gap",
    "money.plan.gap.coverage": "Both known",
    "money.plan.gap.by_payer": "Need, secured and gap by payer",
    "money.plan.gap.by_sector": "Need, secured and gap by field",
    "money.plan.gap.by_year": "Need, secured and gap by the action’s first year",
    "money.plan.gap.note": (
        "A range is the lowest and highest need. What one action has too much of covers no other. "
        "The whole action stands in its first year. Costs per year are not included."
    ),
    "money.payer.municipality": "The municipality",
    "money.payer.region": "The region",
    "money.payer.state": "The state",
    "money.payer.eu": "The EU",
    "money.payer.private": "Business",
    "money.payer.other": "Other",
    "money.payer.unknown": "Payer not given",
    "money.plan.gap.unknown": (
        "The gap is need minus secured funding, action by action. The plan does not say how much "
        "is secured for any of its {of} actions ({known} of {of}). Both secured money and gap "
        "are therefore unknown – not zero."
    ),
    "money.plan.gap.said": "What the plan says about funding",
    "money.plan.gap.said.caption": "The plan’s own words on funding",
    "money.plan.responsible": "Responsible",
    "money.plan.by_responsible": "Who is responsible",
    "money.plan.words": "The plan’s words",
    "money.plan.action": "Action",
    "money.plan.running": "Running costs beside the investment",
    "money.plan.running.caption": "Running cost that the plan states beside an investment",
    "money.plan.running.per_year": "Per year",
    "money.plan.summaries": "The plan’s own summaries ({n} rows, not summed)",
    "money.plan.summaries.caption": "Summaries, totals and scenarios as the plan gives them",
    "money.plan.summaries.note": (
        "They contain actions that also stand by themselves, or are model results. Adding them "
        "to the actions would count the same money twice."
    ),
    "money.level.portfolio": "field",
    "money.level.programme_total": "the plan’s total",
    "money.level.scenario": "modelled scenario",
    "money.level.rejected": "unusable row",
    "money.plan.level": "Level",
    "money.plan.cost": "Cost",
    "money.plan.effect": "Effect",
    "money.plan.note": "Note",
    "money.tonne.heading": "Kronor per tonne",
    "money.tonne.lead": (
        "Kronor per tonne is worked out only where an action has both a cost and an effect, and "
        "where the figures are unambiguous. The plan’s figure is total cost over total effect "
        "for the same actions, never a mean of quotients."
    ),
    "money.tonne.none": (
        "No action has both a cost and an effect that can be divided. Kronor per tonne is "
        "therefore unknown."
    ),
    "money.tonne.caption": "The plan’s cost per tonne, effect by effect",
    "money.tonne.effect": "Effect",
    "money.tonne.cost": "Total cost",
    "money.tonne.tonnes": "Total effect, tonnes",
    "money.tonne.quotient": "Cost per tonne",
    "money.tonne.quotient_in": "{unit} {number}",
    "money.tonne.coverage": "Coverage",
    "money.tonne.coverage_of": "{known} of {of} actions",
    "money.tonne.name": "{measure}, {period} ({kind})",
    "money.measure.reduction": "lower emissions",
    "money.measure.sink": "carbon uptake",
    "money.period.annual": "per year",
    "money.period.by2030": "by 2030",
    "money.period.cumulative": "accumulated",
    "money.period.unknown": "period not given",
    "money.tonne.annual": (
        "Where the effect is per year the whole cost is divided by a single year’s reduction: "
        "that is what the action costs for each tonne a year, not for each tonne over its whole "
        "life."
    ),
    "money.problem.no_cost": "no cost given",
    "money.problem.no_effect": "no effect given",
    "money.problem.doubtful": "doubtful figure",
    "money.problem.cost_not_for_whole": "the cost is not for the whole action",
    "money.problem.two_effects": "both reduction and uptake",
    "money.problem.member_without_cost": "one of the actions has no cost",
    "money.problem.mixed_kinds": "different kinds of cost or effect",
    "money.problem.zero": "no effect above zero given",
    "money.rank.heading": "The actions side by side",
    "money.rank.lead": (
        "Cost-effectiveness, potential and time are three of the criteria by which Örebro’s "
        "climate contract (section 3.5) wants to rank investments. The other two, co-benefits "
        "and feasibility, are not data in the loaded plans and so cannot be sorted on."
    ),
    "money.rank.lead.all": (
        "These five criteria are those by which Örebro’s climate city contract (section 3.5) wants to "
        "rank investments. Co-benefits and feasibility are the city’s own ratings, 1 (least) to 5."
    ),
    "money.rank.co_benefits": "Co-benefits, 1–5",
    "money.rank.feasibility": "Feasibility, 1–5",
    "money.rank.sort.co_benefits": "co-benefits",
    "money.rank.sort.feasibility": "feasibility",
    "money.rank.caption": "The plan’s actions, sorted by {sort}",
    "money.rank.sort": "Sort by",
    "money.rank.falling": "{name}, largest first",
    "money.rank.rising": "{name}, smallest first",
    "money.rank.sort.cost_per_tonne": "cost per tonne",
    "money.rank.sort.potential": "effect",
    "money.rank.sort.cost": "cost",
    "money.rank.sort.time": "time",
    "money.rank.sort.name": "name",
    "money.rank.action": "Action",
    "money.rank.cost": "Cost",
    "money.rank.potential": "Effect, tonnes",
    "money.rank.cost_per_tonne": "Cost per tonne",
    "money.rank.time": "Time",
    "money.rank.shared": "Shared effect: {titles}",
    "money.rank.unknown": "unknown",
    "money.rank.without": "Rows where {figure} is unknown: {n}",
    "money.rank.rest": "Actions with neither cost nor effect: {n}",
    "money.rank.from": "from {year}",
    "money.rank.to": "by {year}",
    "money.rank.at_least": "at least {amount}",
    "money.rank.per_year": "{amount} per year",
    "money.stocks.heading": "Green bonds",
    "money.stocks.lead": (
        "A bond total is a debt at a point in time, not money that flows in during a year. It is "
        "therefore never added to the grants."
    ),
    "money.stocks.caption": "Green bonds outstanding",
    "money.stocks.at": "Time",
    "money.stocks.issued": "New",
    "money.stocks.total": "Outstanding",
    "money.stocks.note": "The source’s words",
    "money.rows.heading": "The rows behind the figures",
    "money.rows.caption": "Grants as they stand in the source",
    "money.rows.some": "The newest {shown} of {of}.",
    "money.rows.all": "Show all rows on the page",
    "money.rows.own": "Grants to the municipality ({n})",
    "money.rows.single": "Grants to other recipients in the municipality ({n})",
    "money.rows.multi": "Grants shared by several municipalities ({n}, not summed)",
    "money.rows.programmes": (
        "Programmes and calls that name the municipality ({n}, never added to projects)"
    ),
    "money.rows.actions": "The plan’s rows ({n})",
    "money.rows.actions.caption": "Actions as they stand in the plan",
    "money.rows.project": "Project",
    "money.rows.funder": "Funder and programme",
    "money.rows.recipient": "Recipient",
    "money.rows.year": "Year",
    "money.rows.amount": "Amount in the source",
    "money.rows.sek": "In kronor",
    "money.rows.source": "Source",
    "money.rows.rate": "{amount} (rate {rate}, annual mean {year})",
    "money.rows.not_converted.no_year": "not converted: no year",
    "money.rows.not_converted.no_rate": "not converted: no rate for the year",
    "money.rows.not_converted.no_amount": "–",
    "money.rows.no_amount": "no amount",
    "money.rows.repeats": "Same money as {title}; counted once.",
    "money.rows.places": "{n} municipalities",
    "money.quality.ok": "no remarks",
    "money.quality.range": "range",
    "money.quality.tbd": "cost or effect still to be stated",
    "money.quality.source_error": "the source contradicts itself",
    "money.quality.shared_effect": "effect shared with other actions",
    "money.quality.ocr_gap": "parts were lost when the document was read in",
    "money.quality.ocr_uncertain": "doubtful reading of the document",
    "money.quality.coordinator_only": (
        "only the project’s coordinator is published: the sum is for all participants together"
    ),
    "money.quality.unconfirmed": "unconfirmed",
    "money.quality.other_scope": "the effect is counted outside the municipality’s own emissions",
    "money.duplicates.heading": "Possible duplicates",
    "money.duplicates.lead": (
        "These rows come from different sources but have the same recipient, overlapping time "
        "and nearly the same amount. They are not merged by themselves."
    ),
    "money.duplicates.caption": "Possible duplicates",
    "money.duplicates.first": "Row",
    "money.duplicates.second": "Resembles",
    "money.duplicates.state": "Counted",
    "money.duplicates.known": "once: the sources say that it is the same money",
    "money.duplicates.open": "both, until somebody has looked at them",
    "money.sources.heading": "Which sources are loaded",
    "money.sources.lead": (
        "Missing amounts mostly mean missing sources. This is all that is loaded about grants, "
        "for the whole country."
    ),
    "money.sources.caption": "Loaded sources of grants",
    "money.sources.source": "Source",
    "money.sources.rows": "Rows",
    "money.sources.years": "Years",
    "money.sources.here": "Of which here",
    "money.sources.licence": "Licence",
    "money.sources.note": "Note",
    "money.sources.missing": "Not loaded: {names}.",
    "money.source.klimatklivet": "Klimatklivet by municipality (Naturvårdsverket)",
    "money.source.kohesio": "the EU’s cohesion funds 2021–2027 (Kohesio)",
    "money.source.gdp": (
        "the funders’ joint project database (Vinnova, Formas, Energimyndigheten and others)"
    ),
    "money.source.swecris": "Swecris",
    "money.source.cordis": "the EU’s framework programmes by organisation (CORDIS)",
    "money.source.call14": "Viable Cities’ decisions by city from 2024",
    "money.sector.transport": "Transport",
    "money.sector.energy": "Energy",
    "money.sector.waste_and_circular": "Waste and circular economy",
    "money.sector.buildings": "Buildings",
    "money.sector.construction": "Construction",
    "money.sector.land_use_and_sinks": "Land use and sinks",
    "money.sector.cross_cutting": "Cross-cutting",
    "money.sector.agriculture": "Agriculture",
    "money.sector.industry": "Industry",
    "money.sector.consumption": "Consumption",
    "money.sector.all": "All fields",
    "money.sector.unknown": "No field given",
}
