"""The national emission database's nine sectors: stable codes for its shifting spellings."""

SECTORS: list[str] = [
    "transport",
    "machinery",
    "industry",
    "energy",
    "heating",
    "agriculture",
    "waste",
    "products",
    "international_transport",
]
"""The codes in the order in which pages list them; their names are
`progress.phrases.words.sector_word`."""

PUBLISHED_NAMES: dict[str, str] = {
    "Transporter": "transport",
    "Arbetsmaskiner": "machinery",
    "Industri (energi + processer)": "industry",
    "El och fjärrvärme": "energy",
    "Egen uppvärmning av bostäder och lokaler": "heating",
    "Egen uppärmning av bostäder och lokaler": "heating",
    "Jordbruk": "agriculture",
    "Avfall (inkl.avlopp)": "waste",
    "Produktanvändning (inkl. lösningsmedel)": "products",
    "Utrikes transporter": "international_transport",
}
"""A publisher's spelling → our code. One that is not here is an import error, never a guess."""
