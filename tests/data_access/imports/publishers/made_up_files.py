"""Small made-up files in the publishers' own shapes, with made-up persons who must not get in."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl

PERSON = "Påhittade Personsson"
EMAIL = "pahittad.personsson@prov.example"
PHONE = "070-000 00 01"
SOLE_NUMBER = "800101-0019"
"""The form of a person's number; the month and day say so."""

SECRETS = (PERSON, "Personsson", EMAIL, "prov.example", PHONE, "0700000001", SOLE_NUMBER[:6])

TOWN = "212000-9010"
"""Made up: Provköping's number in the made-up store. Its last digit follows from the others."""

UNIVERSITY = "202100-9994"
"""Made up too, and known to nobody."""

ACTIVITY: dict[str, Any] = {
    "diarienummer": "2099-00001",
    "finansiarNamn": "Provverket",
    "finansiarOrganisationsnummer": "202100-0000",
    "typ": "Projekt",
    "titel": f"Provprojekt, frågor till {EMAIL}",
    "startdatum": "2021-01-01T00:00:00",
    "slutdatum": "2022-12-31T00:00:00",
    "status": "Pågående",
    "forskningsamnen": [{"namn": "Provteknik"}],
    "utlysning": {"diarienummer": "2098-00001", "titel": "Provutlysning"},
    "personer": [{"namn": PERSON, "epost": EMAIL}],
    "beslutadFinansiering": [
        {
            "ar": 2021,
            "belopp": 100_000,
            "valuta": "SEK",
            "stodgrund": "Prov 1",
            "finansieradOrganisation": {
                "namn": "Provköpings kommun",
                "organisationsnummer": TOWN.replace("-", ""),
                "typ": "Kommun",
            },
        },
        {
            "ar": 2021,
            "belopp": 50_000.5,
            "valuta": "SEK",
            "stodgrund": "Prov 2",
            "finansieradOrganisation": {
                "namn": "Provköpings kommun",
                "organisationsnummer": TOWN,
            },
        },
        {
            "ar": 2022,
            "belopp": 0,
            "valuta": "SEK",
            "finansieradOrganisation": {
                "namn": "Provköpings kommun",
                "organisationsnummer": TOWN,
            },
        },
        {
            "ar": 2021,
            "belopp": 7,
            "valuta": "SEK",
            "finansieradOrganisation": {"namn": PERSON, "organisationsnummer": SOLE_NUMBER},
        },
    ],
}

VINNOVA = {
    "Diarienummer": "2099-00002",
    "Ärenderubrik": "Provlabb",
    "BeviljatBidrag": 500_000,
    "ProjektStart": "2020-09-01T00:00:00",
    "ProjektSlut": "2021-06-30T00:00:00",
    "KoordinatorOrg": "Provköpings kommun",
    "KoordinatorArb": f"Avdelningen, {PERSON}",
    "KontaktLista": [{"Namn": PERSON, "Epost": EMAIL, "Telefon": PHONE}],
    "Status": "Avslutat",
}

FORMAS = {
    "diarienummer": "2099-00003",
    "ärenderubrik": "Provskog",
    "beviljatDatum": "2021-11-24T00:00:00",
    "projektStart": "2022-01-01T00:00:00",
    "projektSlut": "2024-12-31T00:00:00",
    "beviljatBidrag": 3_000_000,
    "medelsförvaltareNamn": "Provuniversitetet",
    "medelsförvaltareOrgnr": UNIVERSITY,
    "status": "Öppen",
}

ERUF = {
    "ärende-id": "99200001",
    "stödmottagare": "Provbolaget AB",
    "beviljat_belopp_sek": 2_000_000,
    "beviljat_belopp_eur": 0,
    "projektnamn": "Provbuss",
    "projekt_starttid": "2017-01-02",
    "projekt_sluttid": "2019-12-31",
    "projektledare": PERSON,
    "telnr": PHONE,
    "e-post": EMAIL,
    "kommuner": "Provköping, TestStad, Ingenstad",
    "område": "Provregionen",
    "insatsområde": "Provinsats",
    "tematiskt_mål": "Att främja hållbara transporter",
}

ESF = {
    "Diarienummer / Operation ID": "99-017-S01",
    "Stödmottagare / Beneficiary": "PROVKÖPINGS KOMMUN",
    "Projektägare organisationsnummer / Beneficiary ID": TOWN.replace("-", ""),
    "Projektägare ort / Beneficiary city": "PROVKÖPING",
    "Namn på insatsen / Operation Name": "Provinsats",
    "Programområde / Priority": "1",
    "Specifikt mål / Specific objective concerned": "ESO4.8",
    "Total projektbudget / Total budget SEK": "4 973 906",
    "Unionens medfinansieringsgrad / Union co-financing rate": "90%",
    "EU-stöd i SEK / EU contribution SEK": "4 476 515",
    "Sammanfattning / Summary": f"<p>{PERSON}, {EMAIL}</p>",
    "Startdatum / Start date": "2023-09-04",
    "Slutdatum / End date": "2028-03-31",
    "EU-fond / EU fund": "ESF+",
    "Program CCI / Program CCI": "2021SE05SFPR",
}

LONA = {
    "Ansökningsår": "2018",
    "Projektnummer": "18999999",
    "ProjektNamn": f"Provvåtmark, {EMAIL}",
    "LänsstyrelsensDiarienummer": "501-1-2018",
    "Projektstatus": "Beviljad",
    "Län": "Provlän",
    "Kommun": "Provköping",
    "DrivsAv": "Kommun",
    "Summa Beviljat Bidrag": "154350",
    "Tätortsnära": "Ja",
    "GottExempel": "Nej",
    "SyfteProjekt": "Våtmarksprojekt",
}

SWECRIS = {
    "ProjectId": "2099-00004_PROV",
    "ProjectTitleSv": "Provgrund",
    "ProjectTitleEn": "Trial ground",
    "ProjectAbstractSv": f"Kontakt: {PERSON}, {PHONE}",
    "ProjectStartDate": "2018-01-01 00:00:00",
    "ProjectEndDate": "2020-12-31 00:00:00",
    "CoordinatingOrganisationId": UNIVERSITY,
    "CoordinatingOrganisationNameSv": "Provuniversitetet",
    "FundingOrganisationId": "202100-0000",
    "FundingOrganisationNameSv": "Provrådet",
    "FundingsSek": "4900000",
    "FundingYear": "2018",
    "FundingStartDate": "2018-01-01",
    "FundingEndDate": "2020-12-31",
    "TypeOfAwardDescrSv": "Projektbidrag",
    "InvolvedPeople": f"¤¤¤1¤{PERSON}¤Projektledare",
    "Scbs": "¤¤¤ 1: Prov",
}

KLIMATKLIVET = {
    "Ärendenummer": "NV-00001-99",
    "Organisationsnamn": "Provköpings kommun",
    "Rubrik": "Provpanna",
    "Åtgärdskategori": "Energikonvertering",
    "Län": "Provlän",
    "Kommun": "Provköping",
    "Senast tillgängligt beviljat stödbelopp (kr)": 1_250_000,
    "Summering Antal laddpunkter": None,
    "Laddinfra Publik/Icke-publik": None,
    "Bifallsdatum": "2021-03-04",
    "Senast tillgängligt slutdatum enligt beslut": "2022-06-30",
    "Status": "Pågående",
    "Förordning": "SFS 0000:000",
}
CHARGING = {
    **KLIMATKLIVET,
    "Ärendenummer": "NV-00002-99",
    "Organisationsnamn": "Provladdarna AB",
    "Åtgärdskategori": "Laddinfrastruktur",
    "Län": None,
    "Kommun": None,
    "Senast tillgängligt beviljat stödbelopp (kr)": 0,
    "Summering Antal laddpunkter": 12,
}

KOHESIO = {
    "Operation_Unique_Identifier": "https://prov.invalid/entity/Q1",
    "Operation_Local_Identifier": "PROV-1",
    "Operation_Name_English": "Trial street",
    "Operation_Name_Programme_Language": "Provgatan",
    "Country": "Sweden",
    "Operation_Start_Date": "04/09/2023",
    "Operation_End_Date": "",
    "Cofinancing_Rate": "40.0",
    "Total_Eligible_Expenditure_amount": "337478.4",
    "Total_Eligible_Expenditure_Currency": "EUR",
    "Project_EU_Budget": "134991.36",
    "Beneficiary_Name": "TESTSTADS KOMMUN",
    "Beneficiary_Local_Identifier": "",
    "Fund_Code": "ERDF",
    "Programme_Name": "Provprogrammet",
    "NUTS3_Code": "SE999",
    "LAU_Labels": "Teststad|Provköping",
    "Programming_Period": "2021-2027",
}

PROJECT = {
    "id": "999000001",
    "acronym": "PROV",
    "status": "SIGNED",
    "title": "Trial of trials",
    "startDate": "2022-09-01",
    "endDate": "2025-08-31",
    "totalCost": "2073781,25",
    "ecMaxContribution": "1000000",
    "legalBasis": "HORIZON.0.0",
    "topics": "TRIAL-1",
    "objective": 'To "try"; and try',
    "fundingScheme": "TRIAL",
}
PART = {
    "projectID": "999000001",
    "organisationID": "900000001",
    "vatNumber": f"SE{TOWN.replace('-', '')}01",
    "name": "PROVKÖPINGS KOMMUN",
    "activityType": "PUB",
    "city": "Provköping",
    "country": "SE",
    "contactForm": f"mailto:{EMAIL}",
    "role": "participant",
    "ecContribution": "299250,5",
    "netEcContribution": "199250,25",
    "totalCost": "400000",
    "endOfParticipation": "false",
}


def json_file(folder: Path, name: str, *records: dict[str, Any]) -> Path:
    path = folder / name
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    return path


def csv_file(folder: Path, name: str, *rows: dict[str, Any], separator: str = ",") -> Path:
    """With a byte order mark and line ends as spreadsheets write them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / name
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    return path


def xlsx_file(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    path = folder / name
    book.save(path)
    book.close()
    return path


def good_files(kind: str, folder: Path) -> list[Path]:
    """The made-up files of a kind."""
    if kind == "grants-cordis":
        # A field that opens with a doubled quotation mark and lacks the one around it.
        project = csv_file(folder, "project.csv", PROJECT, separator=";")
        text = project.read_text(encoding="utf-8")
        whole = '"To ""try""; and try"'
        assert whole in text
        project.write_text(text.replace(whole, '""To ""try""; and try""'), encoding="utf-8")
        abroad = {**PART, "country": "NO", "organisationID": "900000002"}
        return [project, csv_file(folder, "organization.csv", PART, abroad, separator=";")]
    made = {
        "grants-eruf": lambda: json_file(folder, "eruf.json", ERUF),
        "grants-esf": lambda: csv_file(folder, "esf.csv", ESF, separator=";"),
        "grants-formas": lambda: json_file(folder, "formas.json", FORMAS),
        "grants-gdp": lambda: json_file(folder, "gdp.json", ACTIVITY),
        "grants-klimatklivet": lambda: xlsx_file(folder, "kk.xlsx", KLIMATKLIVET, CHARGING),
        "grants-kohesio": lambda: csv_file(folder, "kohesio.csv", KOHESIO),
        "grants-lona": lambda: csv_file(folder, "lona.csv", LONA),
        "grants-swecris": lambda: csv_file(folder, "swecris.csv", SWECRIS),
        "grants-vinnova": lambda: json_file(folder, "vinnova.json", VINNOVA),
    }
    return [made[kind]()]
