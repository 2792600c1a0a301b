"""Texts of the portfolio page, the agencies' money across the cities."""

SV = {
    "portfolio.title": "Portföljen: pengarna i alla städer",
    "portfolio.description": (
        "Vilka finansiärer som stöder vilka städer och teman, med täckning: vad som är inläst "
        "och var kända bidrag saknas."
    ),
    "portfolio.lead": (
        "De inlästa källorna visar {grants} på sammanlagt {sum} ({kind}), från {funders}. Av "
        "summan gäller {own} kontraktsstäderna själva."
    ),
    "portfolio.funder.one": "{n} finansiär",
    "portfolio.funder.many": "{n} finansiärer",
    "portfolio.lead.none": (
        "De inlästa källorna har inga belopp som passar urvalet. Det är okänt, inte noll."
    ),
    "portfolio.lead.largest": (
        "Ett enda bidrag, {sum} inom {programme}, är en stor del av summan."
    ),
    "portfolio.lead.shared": (
        "{grants} på tillsammans {sum} delas av flera kommuner; de räknas men läggs inte på "
        "någon stad."
    ),
    "portfolio.lead.unconverted": (
        "{n} bidrag saknar belopp eller kan inte räknas om till kronor och är inte med i summan."
    ),
    "portfolio.lead.reading": (
        "En tom ruta betyder att ingen inläst källa säger något, inte att det inte finns pengar."
    ),
    "portfolio.coverage.heading": "Vad som är inläst",
    "portfolio.coverage.lead": (
        "Läs allt annat på sidan mot den här tabellen: en finansiär eller ett år som inte står "
        "här är inte inläst."
    ),
    "portfolio.coverage.caption": "Finansiärer med inlästa bidrag, alla slag",
    "portfolio.coverage.rows": "Bidrag",
    "portfolio.coverage.known": "Med belopp",
    "portfolio.coverage.years": "År",
    "portfolio.coverage.kinds": "Slag",
    "portfolio.coverage.sources": "Källor som är inlästa: {names}.",
    "portfolio.filter": "Välj ur portföljen",
    "portfolio.filter.funder": "Finansiär",
    "portfolio.filter.programme": "Program",
    "portfolio.filter.theme": "Tema",
    "portfolio.filter.kind": "Slag",
    "portfolio.filter.allocation": "Mottagare",
    "portfolio.filter.climate": "Klimat",
    "portfolio.filter.from": "Från år",
    "portfolio.filter.to": "Till år",
    "portfolio.filter.all": "alla",
    "portfolio.filter.any": "–",
    "portfolio.filter.show": "Visa",
    "portfolio.filter.clear": "Visa allt",
    "portfolio.climate.yes": "märkt som klimat",
    "portfolio.climate.no": "inte märkt som klimat",
    "portfolio.allocation.own": "kommunen själv",
    "portfolio.allocation.single": "andra i en kommun",
    "portfolio.allocation.multi": "delas av flera kommuner",
    "portfolio.matrix.heading": "Finansiär och stad",
    "portfolio.matrix.caption": "{kind}, {prices}: till kommunen och andra mottagare i kommunen",
    "portfolio.matrix.city": "Stad",
    "portfolio.matrix.sum": "Summa",
    "portfolio.matrix.person": "Kronor per invånare",
    "portfolio.matrix.multi": "Delade bidrag",
    "portfolio.matrix.others": "Övriga",
    "portfolio.matrix.unknown": "–",
    "portfolio.matrix.note": (
        "– betyder att inget sådant bidrag är känt. Per invånare räknas med folkmängden den 31 "
        "december {year}. Delade bidrag räknas i antal, eftersom fördelningen inte är känd."
    ),
    "portfolio.sort": "Sortera efter",
    "portfolio.sort.amount": "summa",
    "portfolio.sort.per_person": "kronor per invånare",
    "portfolio.sort.name": "namn",
    "portfolio.flow.heading": "Från finansiär till stad",
    "portfolio.flow.title": "Finansiär, tema och stad: {kind}, {prices}",
    "portfolio.flow.city": "Stad",
    "portfolio.flow.message": "{sum} i {grants}. Störst är {funder} med {largest}.",
    "portfolio.flow.other_cities": "Övriga kontraktsstäder",
    "portfolio.flow.others": "Övriga kommuner",
    "portfolio.flow.shared": "Delas av flera kommuner",
    "portfolio.flow.nowhere": "Ingen plats angiven",
    "portfolio.years.heading": "År för år",
    "portfolio.years.title": "{kind} per år, {prices}",
    "portfolio.years.panel": "Alla mottagare i urvalet",
    "portfolio.years.message": (
        "{first}–{last}. Hela beloppet står på beslutsåret, eller startåret där beslutsåret inte "
        "är känt."
    ),
    "portfolio.spots.heading": "Vita fläckar",
    "portfolio.spots.lead": (
        "{n} av {of} kontraktsstäder har inget känt bidrag i urvalet, vare sig till kommunen "
        "eller till andra i den. Det kan bero på att källan inte är inläst."
    ),
    "portfolio.spots.none": "Alla {of} kontraktsstäder har något känt bidrag i urvalet.",
    "portfolio.spots.caption": "Städer utan känt bidrag i urvalet",
    "portfolio.spots.emissions": "Utsläpp {year}, ton CO2e",
    "portfolio.spots.share": "Andel av städernas utsläpp",
    "portfolio.spots.gap": "Gap enligt planen, ton CO2e",
    "portfolio.spots.no_gap": "ingen tabell inläst",
    "portfolio.spots.gap_not_divided": "inte angivet per sektor",
    "portfolio.spots.gap_after": "{tonnes} (efter planens åtgärder)",
    "portfolio.spots.plan": "Åtgärder med kostnad i planen",
    "portfolio.spots.no_plan": "ingen plan inläst",
    "portfolio.spots.shared": "Delade bidrag",
    "portfolio.sectors.lead": (
        "{n} av {of} sektorer har inget känt bidrag i urvalet vars tema anger sektorn. De står för "
        "{share} av städernas utsläpp."
    ),
    "portfolio.sectors.none": "Alla {of} sektorer har något känt bidrag i urvalet.",
    "portfolio.sectors.caption": "Sektorer: utsläpp, gap och känt bidrag i urvalet",
    "portfolio.sectors.gap": "Gap enligt planerna, ton CO2e",
    "portfolio.sectors.known": "Känt bidrag med ett tema i sektorn",
    "portfolio.sectors.no_gap": "inte angivet",
    "portfolio.sectors.plans": "{tonnes} (planer: {n})",
    "portfolio.sectors.nothing": "inget känt",
    "portfolio.sectors.support": "{sum} ({grants}; {known} av {of} städer)",
    "portfolio.sectors.note": (
        "Bidrag placeras bara efter källans tema. I urvalet har {grants} ett tema som inte anger "
        "någon sektor, eller inget tema alls: de kan gälla vilken sektor som helst. Gapet är det "
        "som planernas tabeller lämnar att minska före planens egna åtgärder, i de planer som "
        "delar upp det på sektorer."
    ),
    "portfolio.themes.caption": "Teman i urvalet",
    "portfolio.themes.theme": "Tema",
    "portfolio.themes.cities": "Kontraktsstäder med känt bidrag",
    "portfolio.themes.note": (
        "Temat är källans eget ord; {known} av {of} bidrag i urvalet har ett tema."
    ),
    "portfolio.overlaps.heading": "Flera finansiärer, samma stad och tema",
    "portfolio.overlaps.lead": (
        "Här kan stöden förstärka varandra eller överlappa. Bara bidrag med ett angivet tema kan "
        "jämföras."
    ),
    "portfolio.overlaps.none": (
        "I urvalet har ingen stad känt stöd från flera finansiärer inom samma angivna tema."
    ),
    "portfolio.overlaps.caption": "Samma stad och tema, flera finansiärer",
    "portfolio.overlaps.more": "De största visas. {n} till finns i raderna som kan hämtas.",
    "portfolio.overlaps.funders": "Finansiärer",
}

EN = {
    "portfolio.title": "The portfolio: the money in all cities",
    "portfolio.description": (
        "Which funders support which cities and themes, with coverage: what is loaded and where "
        "no grant is known."
    ),
    "portfolio.lead": (
        "The sources loaded show {grants}, {sum} in all ({kind}), from {funders}. Of that, "
        "{own} is for the contract cities themselves."
    ),
    "portfolio.funder.one": "{n} funder",
    "portfolio.funder.many": "{n} funders",
    "portfolio.lead.none": (
        "The loaded sources have no amounts that fit the choice. That is unknown, not zero."
    ),
    "portfolio.lead.largest": "A single grant, {sum} within {programme}, is a large part of the sum.",
    "portfolio.lead.shared": (
        "{grants}, {sum} in all, are shared by several municipalities; they are counted but "
        "given to no city."
    ),
    "portfolio.lead.unconverted": (
        "{n} grants lack an amount or cannot be converted to kronor and are not in the sum."
    ),
    "portfolio.lead.reading": (
        "An empty cell means that no loaded source says anything, not that there is no money."
    ),
    "portfolio.coverage.heading": "What is loaded",
    "portfolio.coverage.lead": (
        "Read everything else on the page against this table: a funder or year that is not here "
        "is not loaded."
    ),
    "portfolio.coverage.caption": "Funders with loaded grants, all kinds",
    "portfolio.coverage.rows": "Grants",
    "portfolio.coverage.known": "With amount",
    "portfolio.coverage.years": "Years",
    "portfolio.coverage.kinds": "Kinds",
    "portfolio.coverage.sources": "Sources that are loaded: {names}.",
    "portfolio.filter": "Choose from the portfolio",
    "portfolio.filter.funder": "Funder",
    "portfolio.filter.programme": "Programme",
    "portfolio.filter.theme": "Theme",
    "portfolio.filter.kind": "Kind",
    "portfolio.filter.allocation": "Recipient",
    "portfolio.filter.climate": "Climate",
    "portfolio.filter.from": "From year",
    "portfolio.filter.to": "To year",
    "portfolio.filter.all": "all",
    "portfolio.filter.any": "–",
    "portfolio.filter.show": "Show",
    "portfolio.filter.clear": "Show everything",
    "portfolio.climate.yes": "marked as climate",
    "portfolio.climate.no": "not marked as climate",
    "portfolio.allocation.own": "the municipality itself",
    "portfolio.allocation.single": "others in one municipality",
    "portfolio.allocation.multi": "shared by several municipalities",
    "portfolio.matrix.heading": "Funder and city",
    "portfolio.matrix.caption": "{kind}, {prices}: to the municipality and other recipients in it",
    "portfolio.matrix.city": "City",
    "portfolio.matrix.sum": "Sum",
    "portfolio.matrix.person": "Kronor per inhabitant",
    "portfolio.matrix.multi": "Shared grants",
    "portfolio.matrix.others": "Others",
    "portfolio.matrix.unknown": "–",
    "portfolio.matrix.note": (
        "– means that no such grant is known. Per inhabitant uses the population of 31 December "
        "{year}. Shared grants are counted only, since their split is not known."
    ),
    "portfolio.sort": "Sort by",
    "portfolio.sort.amount": "sum",
    "portfolio.sort.per_person": "kronor per inhabitant",
    "portfolio.sort.name": "name",
    "portfolio.flow.heading": "From funder to city",
    "portfolio.flow.title": "Funder, theme and city: {kind}, {prices}",
    "portfolio.flow.city": "City",
    "portfolio.flow.message": "{sum} in {grants}. The largest is {funder} with {largest}.",
    "portfolio.flow.other_cities": "Other contract cities",
    "portfolio.flow.others": "Other municipalities",
    "portfolio.flow.shared": "Shared by several municipalities",
    "portfolio.flow.nowhere": "No place given",
    "portfolio.years.heading": "Year by year",
    "portfolio.years.title": "{kind} per year, {prices}",
    "portfolio.years.panel": "All recipients in the choice",
    "portfolio.years.message": (
        "{first}–{last}. The whole amount stands on the year of the decision, or the start where "
        "that is not known."
    ),
    "portfolio.spots.heading": "White spots",
    "portfolio.spots.lead": (
        "{n} of {of} contract cities have no known grant in the choice, neither to the "
        "municipality nor to others in it. The source may simply not be loaded."
    ),
    "portfolio.spots.none": "All {of} contract cities have some known grant in the choice.",
    "portfolio.spots.caption": "Cities without a known grant in the choice",
    "portfolio.spots.emissions": "Emissions {year}, tonnes CO2e",
    "portfolio.spots.share": "Share of the cities’ emissions",
    "portfolio.spots.gap": "Gap in the plan, t CO2e",
    "portfolio.spots.no_gap": "no table loaded",
    "portfolio.spots.gap_not_divided": "not given by sector",
    "portfolio.spots.gap_after": "{tonnes} (after the plan’s actions)",
    "portfolio.spots.plan": "Actions with a cost in the plan",
    "portfolio.spots.no_plan": "no plan loaded",
    "portfolio.spots.shared": "Shared grants",
    "portfolio.sectors.lead": (
        "Sectors without any known grant in the choice whose theme names them: {n} of {of}. They "
        "have {share} of the cities’ emissions."
    ),
    "portfolio.sectors.none": "All {of} sectors have some known grant in the choice.",
    "portfolio.sectors.caption": "Sectors: emissions, gap and known grants in the choice",
    "portfolio.sectors.gap": "Gap in the plans, t CO2e",
    "portfolio.sectors.known": "Known grants with a theme in the sector",
    "portfolio.sectors.no_gap": "not given",
    "portfolio.sectors.plans": "{tonnes} (plans: {n})",
    "portfolio.sectors.nothing": "nothing known",
    "portfolio.sectors.support": "{sum} ({grants}; {known} of {of} cities)",
    "portfolio.sectors.note": (
        "Grants are placed by the source’s theme alone. Of those in the choice {grants} have a "
        "theme that names no sector, or no theme: they can concern any. The gap is what the plans’ "
        "tables leave to cut before the plans’ own actions, in the plans that divide it by sector."
    ),
    "portfolio.themes.caption": "Themes in the choice",
    "portfolio.themes.theme": "Theme",
    "portfolio.themes.cities": "Contract cities with a known grant",
    "portfolio.themes.note": (
        "The theme is the source’s own word; {known} of {of} grants in the choice have one."
    ),
    "portfolio.overlaps.heading": "Several funders, same city and theme",
    "portfolio.overlaps.lead": (
        "Here support may strengthen or overlap. Only grants with a stated theme can be compared."
    ),
    "portfolio.overlaps.none": (
        "In the choice no city has known support from several funders within the same stated theme."
    ),
    "portfolio.overlaps.caption": "Same city and theme, several funders",
    "portfolio.overlaps.more": "The largest are shown. {n} more are in the rows to fetch.",
    "portfolio.overlaps.funders": "Funders",
}
