"""The few words that charts and their tables need by themselves, in both languages."""

SV: dict[str, str] = {
    "year": "År",
    "status": "Status",
    "final": "definitiv",
    "preliminary": "preliminär",
    "forecast": "prognos",
    "estimate": "uppskattning",
    "band": "{label}, spann",
    "path": "Målbana: {label}",
    "total": "Summa",
    "from": "Från",
    "to": "Till",
    "amount": "Belopp",
    "low": "Lägst",
    "high": "Högst",
    "note": "Anmärkning",
    "unknown": "okänt",
    "none": "–",
    "dash_means": "– betyder att det inte finns något värde.",
    "show_table": "Visa siffrorna i en tabell",
    "explore": "Utforska diagrammet",
    "goal_path": "målbana",
    "unit": "Enhet: {unit}",
    "day": "Dag",
    "range": "spann lägst–högst",
    "trend_band": "uppskattningens spann",
    "of_which": "varav {label}",
}

EN: dict[str, str] = {
    "year": "Year",
    "status": "Status",
    "final": "final",
    "preliminary": "preliminary",
    "forecast": "forecast",
    "estimate": "estimate",
    "band": "{label}, range",
    "path": "Goal path: {label}",
    "total": "Total",
    "from": "From",
    "to": "To",
    "amount": "Amount",
    "low": "Low",
    "high": "High",
    "note": "Note",
    "unknown": "unknown",
    "none": "–",
    "dash_means": "– means that there is no value.",
    "show_table": "Show the figures in a table",
    "explore": "Explore the chart",
    "goal_path": "goal path",
    "unit": "Unit: {unit}",
    "day": "Day",
    "range": "range low–high",
    "trend_band": "the estimate’s range",
    "of_which": "of which {label}",
}


def word(key: str, lang: str, **fields: str) -> str:
    """A word by its key; `lang` is sv or en. Raises KeyError for a key that is not here."""
    return (SV if lang == "sv" else EN)[key].format(**fields)
