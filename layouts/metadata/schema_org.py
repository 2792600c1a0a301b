"""Datasets in schema.org's words, for search engines: data in the page, nothing that runs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from layouts.frame.site import Site
from layouts.links.addresses import Address, href
from layouts.metadata.licences import common_licence, operators_licence
from layouts.metadata.rests import Rests
from layouts.phrases.text import text
from progress.dataset import Column, Dataset, Kind
from progress.media_types import CSV, JSON, XLSX
from progress.records import Municipality, Release

SITE = "site:"
"""Begins an address of ours until a document knows the site's scheme and host."""

OWN_LICENCE = "licence:own"
"""Stands for the operator's licence until a document knows the site."""

StructuredData = Mapping[str, Any]


def words_of(structured_data: Sequence[StructuredData], lang: str, site: Site) -> str:
    """What a page tells as JSON, with `SITE` before its addresses; empty where it tells nothing."""
    if not structured_data:
        return ""
    ours: dict[str, Any] = {"inLanguage": lang, "isAccessibleForFree": True}
    if site.operator:
        ours["publisher"] = {"@type": "Organization", "name": site.operator}
    graph = {
        "@context": "https://schema.org",
        "@graph": [{**entity, **ours} for entity in structured_data],
    }
    graph = _with_licence(graph, operators_licence(site.licence))
    words = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return words.replace("<", "\\u003c")


def _with_licence(value: Any, licence: str | None) -> Any:
    """The same with the operator's licence in its places; without one they are left out."""
    if isinstance(value, list):
        return [_with_licence(each, licence) for each in value]
    if not isinstance(value, Mapping):
        return licence if value == OWN_LICENCE else value
    return {
        name: _with_licence(each, licence)
        for name, each in value.items()
        if licence or each != OWN_LICENCE
    }


def script(words: str, base: str) -> str:
    """The element for a page's head. `base`: the site's scheme and host."""
    if not words:
        return ""
    whole = words.replace(f'"{SITE}', json.dumps(base).replace("<", "\\u003c")[:-1])
    return f'<script type="application/ld+json">{whole}</script>'


def catalogue_structured_data(
    datasets: Sequence[Dataset], rests: Mapping[str, Rests], address: Address
) -> StructuredData:
    """All datasets, for the page that lists them. `rests`: dataset → what its rows come from."""
    t = text(address.lang)
    about = t("catalogue.description")
    return {
        "@type": "DataCatalog",
        "name": t("catalogue.title"),
        "description": about,
        "url": _page(address),
        "dataset": [
            {
                "@type": "Dataset",
                "name": dataset.title(address.lang),
                "description": f"{dataset.description(address.lang)} {about}",
                "url": f"{_page(address)}#{dataset.name}",
                "keywords": [t(f"catalogue.keyword.{word}") for word in dataset.subject.keywords],
                **_rests(rests[dataset.name]),
                **({"license": OWN_LICENCE} if dataset.subject.own_work else {}),
                "variableMeasured": [
                    _variable(column)
                    for column in dataset.columns
                    if column.unit or column.kind in (Kind.NUMBER, Kind.DECIMAL)
                ],
                "distribution": [
                    _download(f"/data/{dataset.name}.csv", CSV),
                    _download(f"/data/{dataset.name}.xlsx", XLSX),
                    _download(f"/api/v1/{dataset.name}", JSON),
                ],
            }
            for dataset in datasets
        ],
    }


def _variable(column: Column) -> dict[str, str]:
    """A column of figures."""
    unit = {"unitText": column.unit} if column.unit else {}
    return {
        "@type": "PropertyValue",
        "name": column.name,
        "description": column.description,
        **unit,
    }


def _rests(rests: Rests) -> dict[str, Any]:
    """Who published the figures, when, for which years, under which licence."""
    described: dict[str, Any] = {}
    if rests.publishers:
        described["creator"] = [{"@type": "Organization", "name": who} for who in rests.publishers]
    if rests.issued is not None:
        described["datePublished"] = rests.issued.isoformat()
    if rests.changed is not None:
        described["dateModified"] = rests.changed.date().isoformat()
    if rests.years is not None:
        described["temporalCoverage"] = "{}/{}".format(*rests.years)
    if rests.licence is not None:
        described["license"] = rests.licence
    return described


def city_structured_data(place: Municipality, release: Release, address: Address) -> StructuredData:
    """A municipality's emissions in the release that its page shows."""
    t = text(address.lang)
    query = f"municipality={place.code}&release={release.label}"
    return {
        "@type": "Dataset",
        "name": t("city.title", name=place.name),
        "description": t("city.description", name=place.name),
        "url": _page(address.without_query()),
        "spatialCoverage": {"@type": "AdministrativeArea", "name": place.name},
        **_origin(release),
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": t(f"word.gas.title.{release.gas}"),
            "unitText": "tonnes",
        },
        "distribution": [
            _download(f"/api/v1/emissions.csv?{query}&limit=1000", CSV),
            _download(f"/api/v1/emissions?{query}", JSON),
        ],
    }


def release_structured_data(release: Release, title: str, address: Address) -> StructuredData:
    """A release with its file, for its own page."""
    return {
        "@type": "Dataset",
        "name": title,
        "description": text(address.lang)("origin.description", title=title),
        "url": _page(address),
        "identifier": release.label,
        **_origin(release),
        "distribution": [
            _download(f"/data/emissions/{release.label}.csv", CSV)
            if release.kind == "emissions"
            else _download(f"/api/v1/releases/{release.label}", JSON)
        ],
    }


def _origin(release: Release) -> dict[str, Any]:
    """Who made the figures, their years, and their licence where it has an address."""
    structured_data: dict[str, Any] = {
        "creator": {"@type": "Organization", "name": release.source.publisher},
        "dateModified": release.imported.date().isoformat(),
    }
    if release.year_first is not None and release.year_last is not None:
        structured_data["temporalCoverage"] = f"{release.year_first}/{release.year_last}"
    if release.source.address.startswith(("https://", "http://")):
        structured_data["isBasedOn"] = release.source.address
    if release.released is not None:
        structured_data["datePublished"] = release.released.isoformat()
    if (licence := common_licence([release.source.licence])) is not None:
        structured_data["license"] = licence
    return structured_data


def _download(path: str, mime: str) -> dict[str, str]:
    return {"@type": "DataDownload", "encodingFormat": mime, "contentUrl": SITE + path}


def _page(address: Address) -> str:
    return SITE + href(address)
