"""Words on promises: where they stand and how fresh the news of them is."""

SV: dict[str, str] = {
    "pledge.all_of": "Allt som parten har lovat, med alla rapporter:",
    "pledge.contract": "enligt kontraktet",
    "pledge.never": "aldrig rapporterat",
    "pledge.old": "{told} (äldre än ett år)",
    "pledge.standing.late": "försenat",
    "pledge.standing.overdue": "tiden har gått ut",
    "pledge.standing.unknown": "går inte att bedöma",
    "pledge.standing.stopped": "avbrutet",
    "pledge.standing.not_begun": "ej påbörjat",
    "pledge.standing.running": "pågår",
    "pledge.standing.done": "klart",
}

EN: dict[str, str] = {
    "pledge.all_of": "All that the party has promised, with every report:",
    "pledge.contract": "by the contract",
    "pledge.never": "never reported",
    "pledge.old": "{told} (more than a year old)",
    "pledge.standing.late": "late",
    "pledge.standing.overdue": "its time has run out",
    "pledge.standing.unknown": "cannot be assessed",
    "pledge.standing.stopped": "stopped",
    "pledge.standing.not_begun": "not started",
    "pledge.standing.running": "running",
    "pledge.standing.done": "done",
}
