"""Every address that the product answers on the made-up store, found and not listed."""

from collections.abc import Iterator
from itertools import islice

from callbacks.bindings import BINDINGS
from callbacks.boards.place import prefix
from callbacks.first_response import KlimatDash
from data_access import questions
from data_access.open_data import DATASETS
from data_access.reading import StoreReader
from layouts.links.addresses import Address, href, parse_href
from layouts.links.page_files import WORDS
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES, Kind
from tests.data_access.drafts import LABEL

KEYS = {
    "grant": ["prov-1"],
    "recipient": ["provhogskolan"],
    "funder": ["provverket"],
    "programme": [],
}
"""Of grants and organisations of the published store; no grant of it names a programme."""


def in_a_draft_too(address: str) -> bool:
    """Whether a page is there for who sees the draft: its grants go to other recipients."""
    return "/mottagare/" not in address and "/recipient/" not in address


def pages(store: str) -> Iterator[str]:
    """Every page in both languages; where it takes a release or a snapshot, of the draft too."""
    reader = StoreReader(store)
    with reader.connection() as conn:
        parties = [party.slug for party in islice(questions.parties(conn), 3)]
    reader.close()
    for page in BINDINGS:
        needed = ROUTES[page].varies_by
        slugs = parties if page == "party" else ["provkoping", "ovre-prov"]
        if page == "systems":
            slugs = ["provkoping"]  # the other has no contract
        if needed == "key":
            slugs = KEYS[page]
        if needed == "label":
            slugs = ["prov-co2e-2"]
        for slug in slugs if needed else [None]:
            for lang in LANGUAGES:
                year = 2023 if needed == "year" else None
                address = Address(page, lang, slug=slug, year=year)
                yield href(address)
                for name, value in (("release", LABEL), ("meeting", "1")):
                    if name in ROUTES[page].parameters:
                        yield href(address.with_query(**{name: value}))


def with_label() -> list[str]:
    """The pages of which each is about one release."""
    return [page for page in BINDINGS if ROUTES[page].varies_by == "label"]


def parts(app: KlimatDash, store: str) -> Iterator[str]:
    """What can be taken along from the pages: tables, pictures, charts in their forms, embeds."""
    for there in pages(store):
        parsed = parse_href(there)
        if "?" in there or "ovre-prov" in there or parsed is None:
            continue
        lang = parsed.address.lang
        words = {kind: both[LANGUAGES.index(lang)] for kind, both in WORDS.items()}
        base = there.rstrip("/")
        yield f"{base}/{words['tables']}.xlsx"
        if lang == "sv":
            yield f"{base}/{words['picture']}.png"
        page = app.pages_of_everyone.page(parsed)
        for name in () if page is None else page.charts:
            for form in ("csv", "svg") if lang == "sv" else ("csv", "xlsx"):
                yield f"{base}/{words['chart']}/{name}.{form}"
            if parsed.address.page == "city":
                yield f"/{lang}/{words['embed']}/provkoping/{name}"


def all_addresses(app: KlimatDash, store: str) -> list[str]:
    """The pages, and every route without a part that varies, and what is known to vary."""
    result = [*pages(store), *parts(app, store)]
    result += ["/sv/jamfor?kommun=9001&kommun=9002", "/en/compare?municipality=9001"]
    result += [f"/sv/kommun/provkoping/mote.{form}?sedan=1" for form in ("pptx", "xlsx")]
    result += ["/sv/uppfoljning/2023.xlsx", "/en/follow-up/2023.xlsx"]
    result += [href(Address(page, "sv", slug=LABEL)) for page in with_label()]
    place = {"slug": "provkoping", "dataset": "", "name": "", "year": "2023", "release": LABEL}
    for rule in app.server.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.rule.startswith(("/auth/", "/_dash")):
            continue
        if not rule.arguments:
            result.append(rule.rule)
        elif rule.arguments <= {"slug"}:
            result.append(rule.rule.replace("<slug>", place["slug"]))
    for name in DATASETS:
        result += [f"/api/v1/{name}", f"/api/v1/{name}.csv", f"/data/{name}.csv"]
        result += [f"/api/v1/{name}?limit=1000"]
        result += [f"/data/{name}.xlsx", f"/data/{name}.csv-metadata.json"]
    result += [f"/api/v1/emissions?release={LABEL}", f"/api/v1/releases/{LABEL}"]
    result += [f"/data/emissions/{label}.csv" for label in (LABEL, "prov-co2e-2")]
    result += ["/data/changes/sv.atom", "/data/changes/en/provkoping.atom"]
    result += ["/data/emissions-wide.csv", "/data/population.json-stat", "/data/emissions/all.csv"]
    result += [f"/data/verdicts/{LABEL}.csv", f"/data/emissions/{LABEL}.xlsx"]
    result += [f"/api/v1/verdicts?release={LABEL}", "/api/v1/grants?limit=1000"]
    return list(dict.fromkeys(result))


def boards(store: str) -> Iterator[str]:
    """What the requests of every board begin with, in both languages."""
    for there in pages(store):
        parsed = parse_href(there)
        if parsed is not None and ROUTES[parsed.address.page].kind is Kind.BOARD:
            yield prefix(there)
