"""What the addresses of money choose of grants."""

from typing import Any

from layouts.links.parameter import FREE_TEXT, LONG_TEXT, MUNICIPALITY_CODE, YEAR, Parameter

NAMED_OR_NOT: dict[str, Any] = {
    "words": {"": ("ej-angivet", "not-stated")},
    "others": True,
    "form": LONG_TEXT,
    "many": True,
    "most": 12,
}
"""What a grant may name, or not: both can be chosen."""

MONEY_PARAMETERS: dict[str, Parameter] = {
    "money_kind": Parameter(
        "belopp",
        "amounts",
        words={
            "announced": ("utlyst", "announced"),
            "applied": ("sokt", "applied"),
            "granted": ("beviljat", "granted"),
            "paid": ("utbetalt", "paid"),
            "estimated": ("uppskattat", "estimated"),
            "cofunding": ("medfinansiering", "co-funding"),
        },
    ),
    "allocation": Parameter(
        "mottagare",
        "recipient",
        words={
            "own": ("kommunen", "municipality"),
            "single": ("andra", "others"),
            "multi": ("flera-kommuner", "several-municipalities"),
        },
    ),
    "climate": Parameter("klimat", "climate", words={"yes": ("ja", "yes"), "no": ("nej", "no")}),
    "title_search": Parameter("sok", "q", form=FREE_TEXT),
    "place": Parameter("kommun", "municipality", form=MUNICIPALITY_CODE, many=True, most=40),
    "funder": Parameter("finansiar", "funder", form=LONG_TEXT, many=True, most=12),
    "programme": Parameter("program", "programme", **NAMED_OR_NOT),
    "theme": Parameter("tema", "theme", **NAMED_OR_NOT),
    "beneficiary": Parameter("organisation", "organisation", **NAMED_OR_NOT),
    "decision": Parameter(
        "beslut",
        "decision",
        words={
            "granted": ("beviljat", "granted"),
            "applied": ("sokt", "applied"),
            "rejected": ("avslaget", "rejected"),
            "withdrawn": ("atertaget", "withdrawn"),
            "unknown": ("okant", "unknown"),
        },
        many=True,
        most=5,
    ),
    "from_year": Parameter("fran", "from", form=YEAR),
    "to_year": Parameter("till", "to", form=YEAR),
    "largest": Parameter("storsta", "largest", words={"without": ("utan", "without")}),
    "shown": Parameter(
        "vy",
        "view",
        words={
            "result": ("resultat", "results"),
            "needs": ("behov", "needs"),
            "flow": ("floden", "flows"),
            "pair": ("tva-finansiarer", "two-funders"),
            "rows": ("rader", "rows"),
        },
    ),
    "first_funder": Parameter("ena", "one", form=LONG_TEXT),
    "second_funder": Parameter("andra", "other", form=LONG_TEXT),
}
"""Our name → the parameter, in the order in which addresses are written."""
