"""Texts of kronor and tonnes by sector, on a city's money page."""

SV = {
    "money.sectors.heading": "Kronor och ton per sektor",
    "money.sectors.sector": "Sektor",
    "money.sectors.sum": "Summa",
    "money.sectors.caption": "Andelar per sektor; varje kolumn för sig är 100 %",
    "money.sectors.no_row": "ingen uppgift",
    "money.sectors.nothing": "–",
    "money.sectors.transport": "Transporter och arbetsmaskiner",
    "money.sectors.energy": "El, fjärrvärme och uppvärmning",
    "money.sectors.industry": "Industri och produktanvändning",
    "money.sectors.agriculture": "Jordbruk",
    "money.sectors.waste": "Avfall och avlopp",
    "money.sectors.abroad": "Utrikes transporter",
    "money.sectors.unplaced": "Ej hänförbart till sektor",
    "money.sectors.head.emissions": "Utsläpp {year}",
    "money.sectors.head.emissions.none": "Utsläpp",
    "money.sectors.head.gap": "Gap enligt planen",
    "money.sectors.head.gap.after": "Gap kvar efter planens åtgärder",
    "money.sectors.head.cost": "Planerad kostnad",
    "money.sectors.head.money": "{kind} stöd",
    "money.sectors.of.emissions": "{share} av utsläppen",
    "money.sectors.of.gap": "{share} av gapet",
    "money.sectors.of.gap.after": "{share} av gapet efter planens åtgärder",
    "money.sectors.of.cost": "{share} av den planerade kostnaden",
    "money.sectors.of.money.announced": "{share} av det utlysta stödet",
    "money.sectors.of.money.applied": "{share} av det sökta stödet",
    "money.sectors.of.money.granted": "{share} av det beviljade stödet",
    "money.sectors.of.money.paid": "{share} av det utbetalda stödet",
    "money.sectors.of.money.estimated": "{share} av det uppskattade stödet",
    "money.sectors.of.money.cofunding": "{share} av medfinansieringen",
    "money.sectors.largest": "{sector}, som släpper ut mest, står för {parts}.",
    "money.sectors.left": "Ej hänförbart till någon sektor: {parts}.",
    "money.sectors.base.emissions": "Utsläpp: {release}, {year}. {sum} inom kommunens gräns.",
    "money.sectors.base.gap": (
        "Gap: planens tabell ”{basis}”. {known} av {of} rader har ett gap, sammanlagt {sum}."
    ),
    "money.sectors.base.gap.before": (
        "Det är vad som återstår att minska när tidigare beslut har verkat, före planens åtgärder."
    ),
    "money.sectors.base.gap.after": (
        "Det är vad som återstår när också planens egna åtgärder har verkat."
    ),
    "money.sectors.base.gap.core": "Tabellen gäller stadskärnan, inte hela kommunen.",
    "money.sectors.base.gap.doubtful": "{n} av raderna motsäger sig själva i planen.",
    "money.sectors.base.gap.printed": "Planens egen summa är {sum}.",
    "money.sectors.base.gap.aside": "Utanför planens summa och därför inte med: {names}.",
    "money.sectors.base.gap.others": "Planen har också en tabell för ett annat mål: {names}.",
    "money.sectors.base.cost": (
        "Planerad kostnad: {class_name}, för {known} av planens {of} åtgärder, sammanlagt {sum}."
    ),
    "money.sectors.base.cost.other": (
        "Andra slag av kostnad läggs inte till och är inte med i andelarna: {names}."
    ),
    "money.sectors.base.money": (
        "{kind} stöd: belopp är känt för {known} av {of}, sammanlagt {sum} i {prices}."
    ),
    "money.sectors.base.money.multi": "{grants} som delas av flera kommuner är inte med.",
    "money.sectors.not_assessable": "{what}: går inte att bedöma, eftersom {why}.",
    "money.sectors.none.emissions.nothing_loaded": "ingen utsläppsstatistik är inläst",
    "money.sectors.none.emissions.no_sectors": "utgåvan inte har några sektorer",
    "money.sectors.none.emissions.no_figure": "ingen utsläppsstatistik är inläst",
    "money.sectors.none.emissions.sum_is_zero": "utsläppen är noll",
    "money.sectors.none.emissions.below_zero": "en sektor har utsläpp under noll",
    "money.sectors.none.gap.nothing_loaded": (
        "ingen plan med ett gap per sektor är inläst, och ett mål för alla utsläpp inte säger "
        "hur mycket varje sektor ska minska"
    ),
    "money.sectors.none.gap.no_sectors": "planens tabell inte har några sektorer",
    "money.sectors.none.gap.no_figure": (
        "planens mål inte är uppdelat på sektorer: tabellen anger inget gap för någon av dem"
    ),
    "money.sectors.none.gap.sum_is_zero": "planens gap är noll i alla sektorer",
    "money.sectors.none.gap.below_zero": "en sektor i planens tabell har ett gap under noll",
    "money.sectors.none.cost.nothing_loaded": "ingen investeringsplan är inläst",
    "money.sectors.none.cost.no_sectors": "planen inte har några områden",
    "money.sectors.none.cost.no_figure": "ingen enskild åtgärd i planen har en kostnad",
    "money.sectors.none.cost.sum_is_zero": "planens kända kostnader är noll",
    "money.sectors.none.cost.below_zero": "en kostnad är under noll",
    "money.sectors.none.money.nothing_loaded": (
        "de inlästa källorna inte har något bidrag av det slaget. Det är okänt, inte noll"
    ),
    "money.sectors.none.money.no_sectors": "inget bidrag har ett tema",
    "money.sectors.none.money.no_figure": "inget av bidragen har ett känt belopp",
    "money.sectors.none.money.sum_is_zero": "de kända beloppen är noll",
    "money.sectors.none.money.below_zero": "ett belopp är under noll",
    "money.sectors.unplaced.heading": "Vad som inte kan hänföras till en sektor, och varför",
    "money.sectors.unplaced.caption": "Belopp utan sektor, med källans ord",
    "money.sectors.unplaced.what": "Källans tema eller område",
    "money.sectors.unplaced.measure": "I kolumnen",
    "money.sectors.unplaced.amount": "Belopp",
    "money.sectors.unplaced.why": "Varför",
    "money.sectors.why.several": "Omfattar flera av statistikens sektorer.",
    "money.sectors.why.all": "Gäller alla sektorer.",
    "money.sectors.why.land": (
        "Skog och markanvändning ingår inte i kommunernas utsläppsstatistik."
    ),
    "money.sectors.why.outside": "Utsläppen sker till stor del utanför kommunen.",
    "money.sectors.why.no_sector": "Temat säger inte i vilken sektor utsläppen minskar.",
    "money.sectors.why.not_told": "Källan anger inget tema eller område.",
    "money.sectors.why.unknown": "Källans ord finns inte i vår tabell över sektorer.",
}

EN = {
    "money.sectors.heading": "Kronor and tonnes by sector",
    "money.sectors.sector": "Sector",
    "money.sectors.sum": "Sum",
    "money.sectors.caption": "Shares by sector; each column by itself is 100%",
    "money.sectors.no_row": "nothing stated",
    "money.sectors.nothing": "–",
    "money.sectors.transport": "Transport and machinery",
    "money.sectors.energy": "Electricity, district heating and heating",
    "money.sectors.industry": "Industry and product use",
    "money.sectors.agriculture": "Agriculture",
    "money.sectors.waste": "Waste and sewage",
    "money.sectors.abroad": "International transport",
    "money.sectors.unplaced": "Not attributable to a sector",
    "money.sectors.head.emissions": "Emissions {year}",
    "money.sectors.head.emissions.none": "Emissions",
    "money.sectors.head.gap": "Gap in the plan",
    "money.sectors.head.gap.after": "Gap left after the plan’s actions",
    "money.sectors.head.cost": "Planned cost",
    "money.sectors.head.money": "Support: {kind}",
    "money.sectors.of.emissions": "{share} of the emissions",
    "money.sectors.of.gap": "{share} of the gap",
    "money.sectors.of.gap.after": "{share} of the gap left after the plan’s actions",
    "money.sectors.of.cost": "{share} of the planned cost",
    "money.sectors.of.money.announced": "{share} of the support announced",
    "money.sectors.of.money.applied": "{share} of the support applied for",
    "money.sectors.of.money.granted": "{share} of the support granted",
    "money.sectors.of.money.paid": "{share} of the support paid",
    "money.sectors.of.money.estimated": "{share} of the support estimated",
    "money.sectors.of.money.cofunding": "{share} of the co-funding",
    "money.sectors.largest": "{sector}, which emits the most, has {parts}.",
    "money.sectors.left": "Not attributable to any sector: {parts}.",
    "money.sectors.base.emissions": (
        "Emissions: {release}, {year}. {sum} within the municipality’s border."
    ),
    "money.sectors.base.gap": (
        "Gap: the plan’s table “{basis}”. {known} of {of} rows have a gap, {sum} in all."
    ),
    "money.sectors.base.gap.before": (
        "It is what is left to cut when earlier decisions have taken effect, before the plan’s "
        "actions."
    ),
    "money.sectors.base.gap.after": (
        "It is what is left when the plan’s own actions have taken effect too."
    ),
    "money.sectors.base.gap.core": "The table is for the city core, not the whole municipality.",
    "money.sectors.base.gap.doubtful": "{n} of the rows contradict themselves in the plan.",
    "money.sectors.base.gap.printed": "The plan’s own sum is {sum}.",
    "money.sectors.base.gap.aside": "Outside the plan’s sum and therefore not here: {names}.",
    "money.sectors.base.gap.others": "The plan has a table for another target too: {names}.",
    "money.sectors.base.cost": (
        "Planned cost: {class_name}, for {known} of the plan’s {of} actions, {sum} in all."
    ),
    "money.sectors.base.cost.other": (
        "Other kinds of cost are not added and not in the shares: {names}."
    ),
    "money.sectors.base.money": (
        "{kind}: the sum is known for {known} of {of}, {sum} in all, {prices}."
    ),
    "money.sectors.base.money.multi": "{grants} shared by several municipalities not included.",
    "money.sectors.not_assessable": "{what}: not assessable, because {why}.",
    "money.sectors.none.emissions.nothing_loaded": "no emission statistics are loaded",
    "money.sectors.none.emissions.no_sectors": "the release has no sectors",
    "money.sectors.none.emissions.no_figure": "no emission statistics are loaded",
    "money.sectors.none.emissions.sum_is_zero": "emissions are zero",
    "money.sectors.none.emissions.below_zero": "a sector has emissions below zero",
    "money.sectors.none.gap.nothing_loaded": (
        "no plan with a gap for each sector is loaded, and a goal for all emissions does not say "
        "how much each sector is to cut"
    ),
    "money.sectors.none.gap.no_sectors": "the plan’s table has no sectors",
    "money.sectors.none.gap.no_figure": (
        "the plan’s target is not divided between sectors: its table has no gap for any of them"
    ),
    "money.sectors.none.gap.sum_is_zero": "the plan’s gap is zero in every sector",
    "money.sectors.none.gap.below_zero": "a sector of the plan’s table has a gap below zero",
    "money.sectors.none.cost.nothing_loaded": "no investment plan is loaded",
    "money.sectors.none.cost.no_sectors": "the plan has no fields",
    "money.sectors.none.cost.no_figure": "no single action of the plan has a cost",
    "money.sectors.none.cost.sum_is_zero": "the plan’s known costs are zero",
    "money.sectors.none.cost.below_zero": "a cost is below zero",
    "money.sectors.none.money.nothing_loaded": (
        "the loaded sources have no grant of that kind. It is unknown, not zero"
    ),
    "money.sectors.none.money.no_sectors": "no grant has a theme",
    "money.sectors.none.money.no_figure": "none of the grants has a known sum",
    "money.sectors.none.money.sum_is_zero": "the known sums are zero",
    "money.sectors.none.money.below_zero": "a sum is below zero",
    "money.sectors.unplaced.heading": "What cannot be attributed to a sector, and why",
    "money.sectors.unplaced.caption": "Amounts without a sector, in the source’s words",
    "money.sectors.unplaced.what": "The source’s theme or field",
    "money.sectors.unplaced.measure": "In the column",
    "money.sectors.unplaced.amount": "Amount",
    "money.sectors.unplaced.why": "Why",
    "money.sectors.why.several": "Covers several of the statistics’ sectors.",
    "money.sectors.why.all": "Concerns all sectors.",
    "money.sectors.why.land": (
        "Forests and land use are not in the municipalities’ emission statistics."
    ),
    "money.sectors.why.outside": "The emissions are largely outside the municipality.",
    "money.sectors.why.no_sector": "The theme does not say in which sector emissions fall.",
    "money.sectors.why.not_told": "The source states no theme or field.",
    "money.sectors.why.unknown": "The source’s word is not in our table of sectors.",
}
