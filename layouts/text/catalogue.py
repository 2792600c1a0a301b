"""Texts that catalogues of data show about ours."""

SV: dict[str, str] = {
    "catalogue.title": "Klimatkontrakt 2030: öppna data",
    "catalogue.description": "Utsläpp, klimatmål, bedömningar, åtaganden, indikatorer och pengar för Sveriges kommuner och städerna med klimatkontrakt, i varje utgåva för sig.",
    "catalogue.service.title": "Klimatkontrakt 2030: API för öppna data",
    "catalogue.service.description": "Datamängderna rad för rad som JSON eller CSV, med filter och sidor, utan konto och nyckel.",
    "catalogue.csv": "Hela datamängden som en CSV-fil i UTF-8.",
    "catalogue.xlsx": "Hela datamängden som en arbetsbok, med ett blad som förklarar kolumnerna.",
    "catalogue.api": "Datamängden rad för rad som JSON genom API:et.",
    "catalogue.schema": "Beskrivning av kolumnerna i {title} (CSV on the Web)",
    "catalogue.rights": "Siffrorna tillhör sina utgivare. Licensen står i varje rad eller i dess utgåva, med utgivarens egna ord, även där ingen licens är angiven.",
    "catalogue.provenance": "Sammanställd från: {publishers}. Varje inläst fil finns i datamängden Utgåvor med kontrollsumma och datum.",
    "catalogue.provenance.own": "Koder som den här webbplatsen använder.",
    "catalogue.limits": "Begränsningar: högst 1000 rader på en sida, 100 värden av en parameter och 3000 tecken efter frågetecknet; en begäran har ingen kropp.",
    "catalogue.empty": "En tom cell betyder att inget är känt; noll är ett värde.",
    "catalogue.exact": "Ett kalkylprogram räknar med femton siffror; CSV-filen har varje belopp exakt.",
    "catalogue.csvw.apostrophe": "En text som ett kalkylprogram skulle köra som en formel har en apostrof framför sig.",
}

EN: dict[str, str] = {
    "catalogue.title": "Klimatkontrakt 2030: open data",
    "catalogue.description": "Emissions, climate goals, verdicts, promises, indicators and money of Sweden's municipalities and the cities with a climate city contract, in each release by itself.",
    "catalogue.service.title": "Klimatkontrakt 2030: API for open data",
    "catalogue.service.description": "The datasets row by row as JSON or CSV, with filters and pages, with no account and no key.",
    "catalogue.csv": "The whole dataset as one CSV file in UTF-8.",
    "catalogue.xlsx": "The whole dataset as a workbook, with a sheet that explains the columns.",
    "catalogue.api": "The dataset row by row as JSON through the API.",
    "catalogue.schema": "Description of the columns of {title} (CSV on the Web)",
    "catalogue.rights": "The figures belong to their publishers. The licence stands in each row or its release, in the publisher's own words, also where none is stated.",
    "catalogue.provenance": "Collected from: {publishers}. Every loaded file is in the dataset Releases with its checksum and date.",
    "catalogue.provenance.own": "Codes that this site uses.",
    "catalogue.limits": "Limits: at most 1000 rows on a page, 100 values of a parameter and 3000 characters after the question mark; a request has no body.",
    "catalogue.empty": "An empty cell means that nothing is known; zero is a value.",
    "catalogue.exact": "A spreadsheet counts with fifteen figures; the CSV file has every amount exact.",
    "catalogue.csvw.apostrophe": "A text that a spreadsheet would run as a formula has an apostrophe before it.",
}
