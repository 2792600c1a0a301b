"""The national emission database's nine sectors: stable codes for its shifting spellings."""

SECTORS: dict[str, tuple[str, str]] = {
    "transport": ("Inrikes transporter", "Domestic transport"),
    "machinery": ("Arbetsmaskiner", "Non-road machinery"),
    "industry": ("Industri", "Industry"),
    "energy": ("El och fjärrvärme", "Electricity and district heating"),
    "heating": ("Egen uppvärmning", "Own heating of buildings"),
    "agriculture": ("Jordbruk", "Agriculture"),
    "waste": ("Avfall och avlopp", "Waste and sewage"),
    "products": ("Produktanvändning", "Product use"),
    "international_transport": ("Utrikes transporter", "International transport"),
}
"""Code → (Swedish, English) name, in the order in which pages list them."""

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
