"""What sources say of their publishers and licences, in Swedish; the store holds them in English.

A phrase that is not here is shown as it stands in the store, marked as English.
"""

SV: dict[str, str] = {
    "provenance.not stated": "ingen licens angiven",
    "provenance.none stated": "ingen licens angiven",
    "provenance.none looked up; single facts only": "licensen är inte undersökt; bara enstaka uppgifter",
    "provenance.none stated; short quotes and facts only": "ingen licens angiven; bara korta citat och uppgifter",
    "provenance.official statistics, licence not stated": "officiell statistik, licens inte angiven",
    "provenance.none seen there; SCB's statistics are generally CC0 (to be verified)": "ingen licens sedd där; SCB:s statistik är i allmänhet CC0 (bör kontrolleras)",
    "provenance.none stated where the files were found; SCB's open statistics are generally CC0 (to be verified)": "ingen licens angiven där filerna fanns; SCB:s öppna statistik är i allmänhet CC0 (bör kontrolleras)",
    "provenance.none stated where the file was found; SMHI's open data are generally CC BY 4.0 (to be verified)": "ingen licens angiven där filen fanns; SMHI:s öppna data är i allmänhet CC BY 4.0 (bör kontrolleras)",
    "provenance.as stated for the source of each row": "enligt källan till varje rad",
    "provenance.CC0 1.0": "CC0 1.0",
    "provenance.MIT (repository)": "MIT (för filsamlingen)",
    "provenance.Viable Cities and the parties": "Viable Cities och parterna",
    "provenance.as named in each row": "anges på varje rad",
    "provenance.the publishers named in each row": "anges på varje rad",
    "provenance.SMHI, by way of Klimatkollen": "SMHI, via Klimatkollen",
    "provenance.Viable Cities, by way of viable-cities-viz": "Viable Cities, via viable-cities-viz",
    "provenance.Statistics Sweden (SCB)": "Statistiska centralbyrån (SCB)",
    "provenance.Statistics Sweden (SCB), by way of swedish-geodata": "Statistiska centralbyrån (SCB), via swedish-geodata",
    "provenance.Örebro kommun and press": "Örebro kommun och pressen",
    "provenance.the cities, their contracts and public pages": "städerna, deras kontrakt och öppna sidor",
    "provenance.Viable Cities and public pages": "Viable Cities och öppna sidor",
}

EN: dict[str, str] = {key: key.removeprefix("provenance.") for key in SV}
