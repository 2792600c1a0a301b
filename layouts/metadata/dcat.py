"""The catalogue of the datasets in DCAT-AP-SE 3, for dataportal.se and others that collect."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from urllib.parse import quote

from layouts.frame.site import Site
from layouts.links.addresses import Address, href
from layouts.metadata.licences import CC0
from layouts.metadata.rdf import Link, Said, Thing, Typed, Words, rdf_xml
from layouts.metadata.rests import Rests, rests_on
from layouts.phrases.text import text
from progress.dataset import Dataset
from progress.media_types import CSV, JSON, XLSX
from progress.records import Release

PATH = "/datasets/dcat"
EU = "http://publications.europa.eu/resource/authority"
ORGANISATION = "http://dataportal.se/organisation/SE"
NUMBER = re.compile(r"[0-9]{10}")
LANGUAGES = ("sv", "en")
MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
SWEDISH, EUROPEAN = "se", "eu"
PROFILES = (SWEDISH, EUROPEAN)
"""DCAT-AP-SE, and DCAT-AP where the two cannot be met at once: how a format is written."""

THEMES = {
    "ENVI": ("Miljö", "Environment"),
    "REGI": ("Regioner och städer", "Regions and cities"),
    "GOVE": ("Regeringen och den offentliga sektorn", "Government and public sector"),
    "ECON": ("Ekonomi och finans", "Economy and finance"),
}
"""The EU's data themes that are used here, as its list names them in Swedish and English."""

RANGES = {
    "dcterms:language": "dcterms:LinguisticSystem",
    "dcterms:spatial": "dcterms:Location",
    "dcterms:accessRights": "dcterms:RightsStatement",
    "dcterms:accrualPeriodicity": "dcterms:Frequency",
    "dcterms:license": "dcterms:LicenseDocument",
    "dcat:mediaType": "dcterms:MediaType",
    "dcterms:format": "dcterms:MediaTypeOrExtent",
    "dcat:landingPage": "foaf:Document",
    "foaf:homepage": "foaf:Document",
    "foaf:page": "foaf:Document",
}
"""Property → the class of what it leads to outside the catalogue, which DCAT-AP wants told."""

FORMS = {"csv": "CSV", "xlsx": "XLSX", "api": "JSON"}
"""The forms of a dataset, with the name that each is shown under."""


def missing_settings(site: Site) -> list[str]:
    """The settings without which there is no catalogue: its addresses and publisher need them."""
    needed = {"PUBLIC_URL": site.public_url, "OPERATOR": site.operator}
    missing = [name for name, value in needed.items() if not value]
    if site.public_url and not site.public_url.startswith(("https://", "http://")):
        missing.append("PUBLIC_URL beginning with https://")
    if site.organisation_number and not NUMBER.fullmatch(site.organisation_number):
        missing.append("ORGANISATION_NUMBER of ten digits")
    return missing


def catalogue(
    site: Site,
    datasets: Sequence[Dataset],
    releases: Sequence[Release],
    changed: datetime | None,
    profile: str = SWEDISH,
) -> str:
    """The document in one of `PROFILES`. Needs what `missing_settings` names."""
    things = list(_Catalogue(site, datasets, releases, changed, profile).things())
    return rdf_xml([*things, *_themes(datasets), *_referenced(things)])


class _Catalogue:
    def __init__(
        self,
        site: Site,
        datasets: Sequence[Dataset],
        releases: Sequence[Release],
        changed: datetime | None,
        profile: str,
    ) -> None:
        self._profile = profile
        self._site = site
        self._base = quote(site.public_url, safe=":/%[]@")
        self._datasets = datasets
        self._releases = releases
        self._changed = changed
        number = site.organisation_number
        self._publisher = ORGANISATION + number if number else self._here("publisher")

    def things(self) -> Iterator[Thing]:
        yield self._catalogue()
        yield Thing(self._publisher, "foaf:Agent", [("foaf:name", Words(self._site.operator))])
        if self._site.contact:
            mail = Link("mailto:" + quote(self._site.contact, safe="@+"))
            says: list[Said] = [
                ("vcard:fn", Words(self._site.operator)),
                ("vcard:hasEmail", mail),
            ]
            yield Thing(self._here("contact"), "vcard:Organization", says)
        yield Thing(
            self._here("rights"),
            "dcterms:RightsStatement",
            self._translated("rdfs:label", "rights"),
        )
        yield self._service()
        for dataset in self._datasets:
            yield from self._dataset(dataset)

    def _catalogue(self) -> Thing:
        says = [
            *self._translated("dcterms:title", "title"),
            *self._translated("dcterms:description", "description"),
            ("dcterms:publisher", Link(self._publisher)),
            ("dcterms:license", Link(CC0)),
            ("foaf:homepage", Link(f"{self._base}/sv/")),
            ("dcat:themeTaxonomy", Link(f"{EU}/data-theme")),
            ("dcterms:spatial", Link(f"{EU}/country/SWE")),
            *_languages(),
            *_day("dcterms:modified", self._changed),
            *(("dcat:dataset", Link(self._here(dataset.name))) for dataset in self._datasets),
        ]
        return Thing(self._here("catalogue"), "dcat:Catalog", says)

    def _service(self) -> Thing:
        says = [
            *self._translated("dcterms:title", "service.title"),
            *self._translated("dcterms:description", "service.description"),
            ("dcat:endpointURL", Link(f"{self._base}/api/v1")),
            ("dcat:endpointDescription", Link(f"{self._base}/api/v1/openapi.json")),
            ("dcterms:publisher", Link(self._publisher)),
            *self._contact(),
            ("dcterms:accessRights", Link(f"{EU}/access-right/PUBLIC")),
            *self._pages("foaf:page"),
            *(("dcat:servesDataset", Link(self._here(dataset.name))) for dataset in self._datasets),
        ]
        return Thing(self._here("api"), "dcat:DataService", says)

    def _dataset(self, dataset: Dataset) -> Iterator[Thing]:
        name, subject = dataset.name, dataset.subject
        rests = rests_on(dataset, self._releases, self._changed, self._site)
        frequency = "ANNUAL" if subject.yearly else "IRREG"
        period: list[Said] = []
        if rests.years is not None:
            yield _period(self._here(f"{name}-period"), *rests.years)
            period = [("dcterms:temporal", Link(self._here(f"{name}-period")))]
        says: list[Said] = [
            *(("dcterms:title", Words(dataset.title(lang), lang)) for lang in LANGUAGES),
            *(
                ("dcterms:description", Words(dataset.description(lang), lang))
                for lang in LANGUAGES
            ),
            ("dcterms:identifier", Words(self._here(name))),
            ("dcterms:publisher", Link(self._publisher)),
            *self._contact(),
            *(("dcat:theme", Link(f"{EU}/data-theme/{code}")) for code in subject.themes),
            *(
                ("dcat:keyword", Words(text(lang)(f"catalogue.keyword.{word}"), lang))
                for word in subject.keywords
                for lang in LANGUAGES
            ),
            *_languages(),
            ("dcterms:spatial", Link(f"{EU}/country/SWE")),
            *period,
            ("dcterms:accrualPeriodicity", Link(f"{EU}/frequency/{frequency}")),
            ("dcterms:accessRights", Link(f"{EU}/access-right/PUBLIC")),
            *_day("dcterms:issued", rests.issued),
            *_day("dcterms:modified", rests.changed),
            *self._pages("dcat:landingPage"),
            ("dcterms:provenance", Link(self._here(f"{name}-provenance"))),
            *(("dcat:distribution", Link(self._here(f"{name}-{form}"))) for form in FORMS),
        ]
        yield Thing(self._here(name), "dcat:Dataset", says)
        yield self._provenance(name, rests)
        yield self._schema(dataset)
        for form in FORMS:
            yield self._distribution(name, form, rests)

    def _provenance(self, name: str, rests: Rests) -> Thing:
        key = "provenance" if rests.publishers else "provenance.own"
        says = self._translated("rdfs:label", key, publishers=", ".join(rests.publishers))
        return Thing(self._here(f"{name}-provenance"), "dcterms:ProvenanceStatement", says)

    def _schema(self, dataset: Dataset) -> Thing:
        says: list[Said] = [
            (
                "dcterms:title",
                Words(text(lang)("catalogue.schema", title=dataset.title(lang)), lang),
            )
            for lang in LANGUAGES
        ]
        return Thing(self._schema_address(dataset.name), "dcterms:Standard", says)

    def _distribution(self, name: str, form: str, rests: Rests) -> Thing:
        file = f"{self._base}/data/{name}.{form}"
        where: dict[str, list[Said]] = {
            "csv": [
                *self._media_type("csv", CSV),
                ("dcat:accessURL", Link(file)),
                ("dcat:downloadURL", Link(file)),
                ("dcterms:conformsTo", Link(self._schema_address(name))),
            ],
            "xlsx": [
                *self._media_type("xlsx", XLSX),
                ("dcat:accessURL", Link(file)),
                ("dcat:downloadURL", Link(file)),
            ],
            "api": [
                *self._media_type("api", JSON),
                ("dcat:accessURL", Link(f"{self._base}/api/v1/{name}")),
                ("dcat:accessService", Link(self._here("api"))),
            ],
        }
        terms: list[Said] = [("dcterms:rights", Link(self._here("rights")))]
        if rests.licence is not None:
            terms = [("dcterms:license", Link(rests.licence))]
        says = [
            ("dcterms:title", Words(FORMS[form])),
            *self._translated("dcterms:description", form),
            *where[form],
            *terms,
            *_day("dcterms:modified", rests.changed),
        ]
        return Thing(self._here(f"{name}-{form}"), "dcat:Distribution", says)

    def _media_type(self, form: str, mime: str) -> list[Said]:
        """The format by its name as dataportal.se reads it, in the European profile by the EU's
        list; and the media type by its address."""
        of_eu = self._profile == EUROPEAN
        format_ = Link(f"{EU}/file-type/{FORMS[form]}") if of_eu else Words(mime)
        return [("dcterms:format", format_), ("dcat:mediaType", Link(MEDIA_TYPE + mime))]

    def _here(self, name: str) -> str:
        return f"{self._base}{PATH}#{name}"

    def _schema_address(self, name: str) -> str:
        return f"{self._base}/data/{name}.csv-metadata.json"

    def _translated(self, what: str, key: str, **values: object) -> list[Said]:
        return [(what, Words(text(lang)(f"catalogue.{key}", **values), lang)) for lang in LANGUAGES]

    def _contact(self) -> list[Said]:
        return [("dcat:contactPoint", Link(self._here("contact")))] if self._site.contact else []

    def _pages(self, what: str) -> list[Said]:
        return [(what, Link(self._base + href(Address("open_data", lang)))) for lang in LANGUAGES]


def _themes(datasets: Sequence[Dataset]) -> Iterator[Thing]:
    """The EU's list of data themes and those of its themes that the datasets have."""
    scheme = f"{EU}/data-theme"
    yield Thing(scheme, "skos:ConceptScheme", [("dcterms:title", Words("Data theme"))])
    for code in dict.fromkeys(code for dataset in datasets for code in dataset.subject.themes):
        labels = zip(THEMES[code], LANGUAGES, strict=True)
        says: list[Said] = [("skos:prefLabel", Words(name, lang)) for name, lang in labels]
        yield Thing(f"{scheme}/{code}", "skos:Concept", says)


def _referenced(things: Sequence[Thing]) -> Iterator[Thing]:
    """What things lead to outside the catalogue, each once with its class."""
    classes = {
        value.address: RANGES[name]
        for thing in things
        for name, value in thing.says
        if name in RANGES and isinstance(value, Link)
    }
    for address, of_class in classes.items():
        yield Thing(address, of_class, [])


def _languages() -> list[Said]:
    return [("dcterms:language", Link(f"{EU}/language/{code}")) for code in ("SWE", "ENG")]


def _day(what: str, moment: date | datetime | None) -> list[Said]:
    if moment is None:
        return []
    day = moment.date() if isinstance(moment, datetime) else moment
    return [(what, Typed(day.isoformat(), "date"))]


def _period(address: str, first: int, last: int) -> Thing:
    says: list[Said] = [
        ("dcat:startDate", Typed(f"{first:04}", "gYear")),
        ("dcat:endDate", Typed(f"{last:04}", "gYear")),
    ]
    return Thing(address, "dcterms:PeriodOfTime", says)
