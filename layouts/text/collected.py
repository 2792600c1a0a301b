"""Titles and notes of the sources in the seed, in Swedish, and titles of its releases, in English.

The store holds sources in English and releases in Swedish. A phrase that is not here, such as a
source that an operator has added, is shown as it stands in the store.
"""

_CONTRACTS = {
    "Gävle": "documents/gavle.md",
    "Göteborg": "documents/gothenburg.md",
    "Helsingborg": "documents/helsingborg.md",
    "Lund": "documents/lund.md",
    "Malmö": "documents/malmo.md",
    "Stockholm": "documents/stockholm.md",
    "Umeå": "documents/Umea.md",
}

_SOURCES: dict[str, str] = {
    **{
        f"EU Climate City Contract, {city}": f"EU:s klimatkontrakt för städer: {city} (på engelska)"
        for city in _CONTRACTS
    },
    **{
        f"{file}, a machine-read PDF: cells can be lost at page breaks": (
            f"{file}, en maskinläst PDF: celler kan ha fallit bort vid sidbrytningar"
        )
        for file in _CONTRACTS.values()
    },
    "Files imported by the operator of this site": "Filer som den som driver webbplatsen har läst in",
    "stated by the operator": "anges av den som driver webbplatsen",
    "Climate goals of the 23 contract cities": "De 23 kontraktsstädernas klimatmål",
    "each goal names its own source": "varje mål anger sin egen källa",
    "ERUF 2014-2020: list of projects, 14 October 2016": "Regionalfonden (ERUF) 2014–2020: projektlista 14 oktober 2016",
    "a snapshot from early in the period; decided sums, probably of the whole project and not the EU part": "en ögonblicksbild från början av perioden; beslutade belopp, troligen för hela projektet och inte EU-delen",
    "EU projects of Uppsala kommun; exchange rates of Riksbanken": "Uppsala kommuns EU-projekt; Riksbankens växelkurser",
    "Uppsala only; rates from data/vaxelkurs.csv @ 4594e1989034a4b18864daef7d27f5d88f6f593f": "bara Uppsala; kurserna ur data/vaxelkurs.csv @ 4594e1989034a4b18864daef7d27f5d88f6f593f",
    "Grants and investment actions, collected by row": "Bidrag och investeringsåtgärder, insamlade rad för rad",
    "each row names its own source": "varje rad anger sin egen källa",
    "Klimatkontrakt 2030 for 2024: Borlänge and Örebro": "Klimatkontrakt 2030 för 2024: Borlänge och Örebro",
    "version 2023, valid 2024; read whole": "version 2023, gäller 2024; läst i sin helhet",
    "The 23 contract cities: year of joining, EU mission": "De 23 kontraktsstäderna: när de gick med, EU-uppdraget",
    "list agrees in three sources; nine cities joined in 2019, fourteen in 2021": "listan är densamma i tre källor; nio städer gick med 2019, fjorton 2021",
    "National procurement survey 2022: climate requirements": "Nationella upphandlingsenkäten 2022: klimatkrav",
    "162 municipalities answered; no answer is not a no; the publisher counts 2.4 or more as yes": "162 kommuner svarade; ett uteblivet svar är inget nej; utgivaren räknar 2,4 eller mer som ja",
    "Örebro's green bonds 2014-2022: stated totals": "Örebros gröna obligationer 2014–2022: angivna totalbelopp",
    "totals for 2017 differ between two pages (1 750 and 1 800 million SEK)": "beloppen för 2017 skiljer sig mellan två sidor (1 750 och 1 800 miljoner kronor)",
    "Chargeable vehicles and charge points by municipality, December 2023-2025 (ELIS)": "Laddbara fordon och laddpunkter per kommun, december 2023–2025 (ELIS)",
    "2023 from Klimatbyran/klimatkollen, 2024 from an older commit of the same repository": "2023 ur Klimatbyran/klimatkollen, 2024 ur en äldre version av samma filsamling",
    "Konsumentprisindex, annual means, 1980=100": "Konsumentprisindex, årsmedel, 1980 = 100",
    "2006-2023; later years were not found": "2006–2023; senare år hittades inte",
    "Municipalities and counties of Sweden": "Sveriges kommuner och län",
    "data/municipality_county.csv": "data/municipality_county.csv",
    "Population 31 December by municipality, 1990-2025": "Folkmängd 31 december per kommun, 1990–2025",
    "division of municipalities of 1 January 2023; December 2025 from the monthly table": "kommunindelning 1 januari 2023; december 2025 ur månadstabellen",
    "Nationella emissionsdatabasen: territorial CO2, release 2023, totals": "Nationella emissionsdatabasen: territoriell koldioxid, utgåva 2023, summor",
    "totals per municipality only, no sectors; file data/tests/reference_dataframes/df_smhi.xlsx; repository MIT": "bara summor per kommun, inga sektorer; filen data/tests/reference_dataframes/df_smhi.xlsx; filsamlingen har MIT-licens",
    "Nationella emissionsdatabasen: Länsrapport 2024-04-18, territorial CO2": "Nationella emissionsdatabasen: Länsrapport 2024-04-18, territoriell koldioxid",
    "SMHI's own export, tests/reference_dataframes/df_municipalities_2022.xlsx. The sector Avfall spreads one incineration plant's CO2 over the country in 2005 and 2018-2021": "SMHI:s egen export, tests/reference_dataframes/df_municipalities_2022.xlsx. Sektorn Avfall sprider en förbränningsanläggnings koldioxid över landet 2005 och 2018–2021",
    "Nationella emissionsdatabasen: territorial CO2, release 2025, main sectors": "Nationella emissionsdatabasen: territoriell koldioxid, utgåva 2025, huvudsektorer",
    "output/sector-emissions.json": "output/sector-emissions.json",
    "Nationella emissionsdatabasen: territorial CO2e, release 2025, main sectors": "Nationella emissionsdatabasen: territoriella växthusgaser, utgåva 2025, huvudsektorer",
    "output/municipality-sector-emissions.json": "output/municipality-sector-emissions.json",
    "Nationella emissionsdatabasen: territorial CO2e, release 2026, main sectors": "Nationella emissionsdatabasen: territoriella växthusgaser, utgåva 2026, huvudsektorer",
    "2016-2019 are not in the file; Utrikes transporter is filled for 2023 and 2024 only: a break in the series": "2016–2019 finns inte i filen; Utrikes transporter är ifylld bara för 2023 och 2024: ett brott i serien",
    "New passenger cars by municipality and fuel, 2015-2025": "Nya personbilar per kommun och drivmedel, 2015–2025",
    "counts of new electric, plug-in hybrid and all passenger cars": "antal nya elbilar, laddhybrider och personbilar i allt",
    "Metres of cycle network by municipality and road keeper, 2020-2025 (NVDB)": "Meter cykelvägnät per kommun och väghållare, 2020–2025 (NVDB)",
    "registration practice changes: Karlskrona 7 014 m in 2021, 65 069 m in 2022": "sättet att registrera ändras: Karlskrona 7 014 m 2021, 65 069 m 2022",
    "Viable Cities: 38 projects 2017-2021": "Viable Cities: 38 projekt 2017–2021",
    "sums for the whole consortium": "beloppen gäller hela konsortiet",
    "Press and programme pages": "Press och programsidor",
    "the address is in the row's source_ref; read as stored excerpts": "adressen står i radens source_ref; lästa som sparade utdrag",
}
"""As in the store → in Swedish."""

_RELEASES: dict[str, str] = {
    "Kommuner och län": "Municipalities and counties",
    "Folkmängd 31 december 1990–2025": "Population on 31 December, 1990–2025",
    "Nya personbilar 2015–2025": "New passenger cars 2015–2025",
    "Laddbara bilar och laddpunkter 2023–2025": "Chargeable cars and charge points 2023–2025",
    "Cykelvägnät 2020–2025": "Cycle network 2020–2025",
    "Nationella upphandlingsenkäten 2022": "National procurement survey 2022",
    "De 23 städernas klimatmål": "Climate goals of the 23 cities",
    "Åtaganden i Klimatkontrakt 2030 för 2024": "Commitments in Climate Contract 2030 for 2024",
    "Aktiviteter i Klimatkontrakt 2030 för 2024": "Activities in Climate Contract 2030 for 2024",
    "Arbetspaket i Klimatkontrakt 2030 för 2024": "Work packages in Climate Contract 2030 for 2024",
    "Lokala klimatkontrakt i Klimatkontrakt 2030 för 2024": (
        "Local climate contracts in Climate Contract 2030 for 2024"
    ),
    "Beviljade och utlysta medel": "Money granted and announced",
    "Städernas klimatinvesteringsplaner": "The cities’ climate investment plans",
    "Städernas tabeller över vad som återstår att minska": (
        "The cities’ tables of what is left to cut"
    ),
    "Växelkurser, årsmedel": "Exchange rates, yearly means",
    "Konsumentprisindex, årsmedel": "Consumer price index, yearly means",
    "Örebros gröna obligationer": "Örebro’s green bonds",
}
"""As in the store → in English."""

SV: dict[str, str] = {
    **{f"provenance.{english}": swedish for english, swedish in _SOURCES.items()},
    **{f"release.title.{swedish}": swedish for swedish in _RELEASES},
}

EN: dict[str, str] = {
    **{f"provenance.{english}": english for english in _SOURCES},
    **{f"release.title.{swedish}": english for swedish, english in _RELEASES.items()},
}
