"""The collection's own remarks on grants, in Swedish; the store holds them in English.

They tell what an amount covers and what was seen in the source. A publisher's text is never here:
it is shown as published.
"""

_NOTES: dict[str, str] = {
    "beviljat belopp, ERUF support to the whole project": (
        "beviljat belopp, stöd från ERUF till hela projektet"
    ),
    "support to the whole project consortium": "stöd till hela projektets konsortium",
    "grant applied for by the consortium, as the project page states it; the projects were granted": "det konsortiet sökte enligt projektsidan; projekten beviljades",
    "EU contribution": "EU:s bidrag",
    "about; amount requested": "ungefär; sökt belopp",
    "EU contribution to the municipality (partner)": "EU:s bidrag till kommunen (partner)",
    "upper limit of the call, at most 50 % of the cost; the decision is not known": "utlysningens tak, högst 50 % av kostnaden; beslutet är inte känt",
    "net EU contribution to the municipality (partner)": (
        "EU:s nettobidrag till kommunen (partner)"
    ),
    "EU contribution, 39 % of the total": "EU:s bidrag, 39 % av det hela",
    "EU contribution, 90 % of the total": "EU:s bidrag, 90 % av det hela",
    "EU contribution, 100 %": "EU:s bidrag, 100 %",
    "the whole pilot, shared with Uppsala Vatten och Avfall, Uppsalahem and STUNS": "hela piloten, delas med Uppsala Vatten och Avfall, Uppsalahem och STUNS",
    "ERDF budget of the municipality; partner budget 423 219 EUR": "kommunens ERUF-budget; partnerbudget 423 219 EUR",
    "EU contribution by Kohesio; a press release says 13.5 MSEK": "EU:s bidrag enligt Kohesio; ett pressmeddelande anger 13,5 miljoner kronor",
    "ESF support; EU contribution by Kohesio 18 065 EUR": "stöd från ESF; EU:s bidrag enligt Kohesio 18 065 EUR",
    "EU contribution by Kohesio": "EU:s bidrag enligt Kohesio",
    "ESF support including national co-financing; EU part 7 648 379 SEK (40 % of the total budget)": "stöd från ESF med nationell medfinansiering; EU:s del 7 648 379 kr (40 % av hela budgeten)",
    "share of the municipality, estimated by the list; the whole project has an EU contribution of 40 777 110 SEK": "kommunens andel, uppskattad i listan; hela projektet har ett EU-bidrag på 40 777 110 kr",
    "support from Jordbruksverket; Leader Upplandsbygd 1 169 148 SEK and the municipality 126 000 SEK besides": "stöd från Jordbruksverket; därtill Leader Upplandsbygd 1 169 148 kr och kommunen 126 000 kr",
    "ESF support including national co-financing; EU part 4 438 625 SEK (40 %)": "stöd från ESF med nationell medfinansiering; EU:s del 4 438 625 kr (40 %)",
    "ESF support including national co-financing; EU part 8 812 541 SEK (90 %)": "stöd från ESF med nationell medfinansiering; EU:s del 8 812 541 kr (90 %)",
    "ESF support including national co-financing; EU part 4 476 515 SEK (90 %)": "stöd från ESF med nationell medfinansiering; EU:s del 4 476 515 kr (90 %)",
    "spread over twelve years; includes co-financing by participants": "fördelat på tolv år; deltagarnas medfinansiering ingår",
    "close to 29 million; participants add as much": "nära 29 miljoner; deltagarna skjuter till lika mycket",
    "about; closed 2019-03-28; 35 million was granted in the end (vc-nine-2019)": "ungefär; stängde 2019-03-28; till slut beviljades 35 miljoner (vc-nine-2019)",
    "total for the nine cities": "summan för de nio städerna",
    "the cities put in the corresponding sum": "städerna skjuter till motsvarande summa",
    "about; closed 2019-08-30": "ungefär; stängde 2019-08-30",
    "available for grants; the often quoted 200 million is the budget with co-financing": "för bidrag; de ofta nämnda 200 miljonerna är budgeten med medfinansiering",
    "co-financing of 50 % gives a total budget of 200 million": "med 50 % medfinansiering blir hela budgeten 200 miljoner",
    "about; 1 to 1.5 million per project; 15 pre-studies were funded": "ungefär; 1 till 1,5 miljoner per projekt; 15 förstudier fick stöd",
    "about; 3 to 4.5 million SEK per project, at most 50 % support": "ungefär; 3 till 4,5 miljoner kronor per projekt, högst 50 % stöd",
    "about; 1.5 to 2.5 million per project; open to the 48 cities of the third phase": "ungefär; 1,5 till 2,5 miljoner per projekt; öppen för tredje fasens 48 städer",
    "about 45 million for the three cities together": (
        "omkring 45 miljoner för de tre städerna tillsammans"
    ),
    "as pilot city": "som pilotstad",
    "about; two-year pilot": "ungefär; tvåårig pilot",
    "for all 53 cities in 21 countries": "för alla 53 städer i 21 länder",
    "nearly 15 million for all 26 cities, in packages of 0.5–0.6, 1 or 1.5 million": "nästan 15 miljoner för alla 26 städer, i poster på 0,5–0,6, 1 eller 1,5 miljoner",
    "over two years, fully EU financed": "under två år, helt finansierat av EU",
    "construction of the capture plant": "bygget av avskiljningsanläggningen",
    "an additional 34 million from the agency; date not given": "ytterligare 34 miljoner från myndigheten; datum anges inte",
    "approximately 600 million SEK": "omkring 600 miljoner kronor",
    "funding sought; selected for grant agreement negotiation": "sökt stöd; utvalt för förhandling om bidragsavtal",
    "next project phase before an investment decision in 2027": "nästa projektfas före investeringsbeslut 2027",
    "about": "ungefär",
    "paid out over at most 15 years of operation": "betalas ut under högst 15 års drift",
    "at most 50 % of the cost; seven cities including Luleå": "högst 50 % av kostnaden; sju städer med Luleå",
    "just over 825 million for 43 measures": "drygt 825 miljoner till 43 åtgärder",
    "just over 15 million": "drygt 15 miljoner",
    "no amount in the list; only the programme period is given": "inget belopp i listan; bara programperioden anges",
    "place as given: platsuppgift saknas": "plats enligt källan: platsuppgift saknas",
    "date not in the excerpt seen": "datum står inte i det utdrag som lästs",
    "also in the Uppsala list with an EU contribution of 193 232.26 EUR of a total of 210 308.48 EUR: the amount here equals the total at 9.416 SEK per EUR, not the EU part": "finns också i Uppsalas lista med ett EU-bidrag på 193 232,26 EUR av totalt 210 308,48 EUR: beloppet här motsvarar det hela till kursen 9,416 kr per EUR, inte EU:s del",
    "the list says role and amount should be confirmed by the municipality; cascade funding, so not in CORDIS": "listan säger att kommunen bör bekräfta roll och belopp; vidareförmedlat stöd, därför inte i CORDIS",
    "ESF dnr 2018/00076; listed in Kohesio under Äldreförvaltningen without organisation number": "ESF dnr 2018/00076; står i Kohesio under Äldreförvaltningen utan organisationsnummer",
    "ESF dnr 2020/00692": "ESF dnr 2020/00692",
    "ESF dnr 2015/00969": "ESF dnr 2015/00969",
    "dnr 24-030-S04": "dnr 24-030-S04",
    "Region Uppsala is the project owner; total_cost is the whole project": "Region Uppsala är projektägare; totalkostnaden gäller hela projektet",
    "dnr 24-056-S07": "dnr 24-056-S07",
    "dnr 24-063-S05": "dnr 24-063-S05",
    "dnr 25-031-S02; continues uppsala-eu-04": "dnr 25-031-S02; fortsätter uppsala-eu-04",
    "end date in the source is 2021-13-31": "slutdatum i källan är 2021-13-31",
    "place as given: Övre Norrland": "plats enligt källan: Övre Norrland",
    "the source uses project number 2018-04500 twice": (
        "källan har projektnummer 2018-04500 två gånger"
    ),
    "another page speaks of one billion, half from the state": "en annan sida talar om en miljard, hälften från staten",
    "the nine project rows of the source vc-viz add to 37 417 666 SEK; a newspaper page says three to five million each": "källan vc-viz nio projektrader blir tillsammans 37 417 666 kr; en tidningssida säger tre till fem miljoner var",
    "title from a machine-translated page": "titel från en maskinöversatt sida",
    "a study for the whole Gothenburg region": "en studie för hela Göteborgsregionen",
    "the machine-translated English page says million euros: the Swedish page has kronor": "den maskinöversatta engelska sidan säger miljoner euro: den svenska sidan har kronor",
    "the three single rows add to about 43 MSEK (15 + 11 + 1.5 million EUR)": "de tre enskilda raderna blir omkring 43 miljoner kronor (15 + 11 + 1,5 miljoner EUR)",
    "title from the Umeå Climate City Contract": "titel ur Umeås klimatkontrakt med EU",
    "date and programme name are not in the excerpt seen; probably the third pilot cohort, late 2024": "datum och programnamn står inte i det utdrag som lästs; troligen tredje pilotomgången, sent 2024",
    "funds action HBG-01 of investment_actions.csv": "finansierar åtgärd HBG-01 i investeringsplanen",
    "the programme name is not in the excerpt for this part": "programmets namn står inte i utdraget för den här delen",
    "plant in Malmö, owned by several Scanian municipalities; prepares action MAL-08": "anläggning i Malmö som ägs av flera skånska kommuner; förbereder åtgärd MAL-08",
    "municipalities are those of the partners Växjö Energi, Sysav, Kraftringen and Öresundskraft": "kommunerna är de där parterna Växjö Energi, Sysav, Kraftringen och Öresundskraft finns",
    "the Gävle plan mentions the same support without a sum": "Gävles plan nämner samma stöd utan belopp",
    "the Stockholm contract can be read as 1.1 billion EUR for this project: that sum is shared by seven projects; funds action STO-05": "Stockholms kontrakt kan läsas som 1,1 miljarder EUR till det här projektet: den summan delas av sju projekt; finansierar åtgärd STO-05",
    "year inferred from the page; same plant as eif-stockholm-exergi": "året är härlett ur sidan; samma anläggning som eif-stockholm-exergi",
    "BRT concept; sections 2 and 3 are action HBG-14": "BRT-koncept; etapp 2 och 3 är åtgärd HBG-14",
    "the excerpt names Borås, Eskilstuna and Helsingborg among the receivers without sums": "utdraget nämner Borås, Eskilstuna och Helsingborg bland mottagarna, utan belopp",
    "title in own words": "titel med egna ord",
    "the contract names the funder and no sum": "kontraktet nämner finansiären men ingen summa",
}
"""As in the store → in Swedish."""

_OF_IMPORTS: dict[str, str] = {
    "EU contribution to the organisation": "EU:s bidrag till organisationen",
    "EU contribution to the organisation, net of what it passes on": "EU:s bidrag till organisationen, utom det som den för vidare",
    "the EU's part of the project's budget": "EU:s del av projektets budget",
    "beviljat belopp; check whether it is the EU's part or the whole budget": "beviljat belopp; oklart om det är EU:s del eller hela budgeten",
    "granted to the project, by its administering organisation": "beviljat till projektet, på medelsförvaltaren",
    "decided for the organisation and year, all stödgrunder": "beslutat för organisationen och året, alla stödgrunder",
    "latest granted support; dated by the decision": "senast beviljat stöd; daterat efter beslutet",
    "funding of the project, by its coordinating organisation": "projektets finansiering, på den samordnande organisationen",
    "support to the whole project; only its coordinator is published": "stöd till hela projektet; bara samordnaren är publicerad",
}
"""What imports of publishers' lists say of an amount → in Swedish."""

_NOTES |= _OF_IMPORTS

_PREFIXES: dict[str, str] = {
    "status": "status",
    "organisation number as published": "organisationsnummer enligt källan",
    "registration number as published": "registreringsnummer enligt källan",
    "place as published": "plats enligt källan",
    "co-financing rate": "medfinansieringsgrad",
}
"""How imports begin a remark, before what the publisher has → in Swedish."""

SV: dict[str, str] = {
    **{f"money.note.{english}": swedish for english, swedish in _NOTES.items()},
    **{f"money.note.of.{english}": swedish for english, swedish in _PREFIXES.items()},
}
EN: dict[str, str] = {
    **{f"money.note.{english}": english for english in _NOTES},
    **{f"money.note.of.{english}": english for english in _PREFIXES},
}
