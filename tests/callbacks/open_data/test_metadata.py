"""What programs are told of the data holds in the eyes of other people's parsers."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import csvw
import frictionless
import pyshacl
import pytest
from flask.testing import FlaskClient
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, XSD

from app import Settings, create_app
from data_access import questions
from data_access.open_data import DATASETS
from data_access.reading import StoreReader
from layouts.frame.site import Site
from layouts.metadata.licences import common_licence
from layouts.metadata.rests import rests_on
from tests.callbacks.open_data.test_api import as_problem

PLACE = "https://klimat.example"
ATOM = "{http://www.w3.org/2005/Atom}"
SHAPES = Path(__file__).parent / "dcat-ap-3.0.1"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = "http://publications.europa.eu/resource/authority"
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
MANDATORY = {
    DCAT.Catalog: {
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCTERMS.license,
        DCAT.dataset,
    },
    DCAT.Dataset: {DCTERMS.title, DCTERMS.description, DCTERMS.publisher},
    DCAT.Distribution: {DCAT.accessURL},
    DCAT.DataService: {DCTERMS.title, DCAT.endpointURL},
    FOAF.Agent: {FOAF.name},
    VCARD.Organization: {VCARD.fn, VCARD.hasEmail},
}
RECOMMENDED = {
    DCAT.Catalog: {FOAF.homepage, DCTERMS.language, DCTERMS.modified, DCAT.themeTaxonomy},
    DCAT.Dataset: {
        DCAT.contactPoint,
        DCAT.distribution,
        DCAT.keyword,
        DCAT.theme,
        DCTERMS.accessRights,
        DCTERMS.accrualPeriodicity,
        DCTERMS.spatial,
    },
    DCAT.Distribution: {DCTERMS.description, DCTERMS.format, DCTERMS.title},
    DCAT.DataService: {DCAT.endpointDescription, DCTERMS.accessRights, DCAT.contactPoint},
}
"""What DCAT-AP-SE 3.0.1 asks for, by class."""


@pytest.fixture(scope="module")
def named(store_url: str) -> Iterator[FlaskClient]:
    """A client of a site whose operator has said who and where it is."""
    settings = Settings(store_url, "Provbolaget", "prov@example.org", PLACE, "212000-0000")
    with create_app(settings).server.test_client() as client:
        yield client


@pytest.fixture(scope="module")
def graph(named: FlaskClient) -> Graph:
    response = named.get("/datasets/dcat")
    assert (response.status_code, response.mimetype) == (200, "application/rdf+xml")
    return Graph().parse(data=response.data, format="xml")


@pytest.mark.parametrize("asked", [MANDATORY, RECOMMENDED])
def test_everything_has_the_properties_that_the_profile_asks_for(
    graph: Graph, asked: dict[URIRef, set[URIRef]]
) -> None:
    for kind, properties in asked.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            assert properties <= set(graph.predicates(thing)), thing


def test_nothing_is_nameless_and_every_address_is_whole(graph: Graph) -> None:
    nodes = {node for triple in graph for node in triple}
    assert not any(isinstance(node, BNode) for node in nodes)
    addresses = {str(node) for node in nodes if isinstance(node, URIRef)}
    assert all(address.startswith(("http://", "https://", "mailto:")) for address in addresses)
    ours = {address for address in addresses if "/datasets/dcat#" in address}
    assert ours <= {str(subject) for subject in graph.subjects()}


def test_what_readers_see_is_in_swedish_and_english(graph: Graph) -> None:
    for what in (DCTERMS.title, DCTERMS.description, DCAT.keyword):
        for thing in {*graph.subjects(what)}:
            said = [
                object_ for object_ in graph.objects(thing, what) if isinstance(object_, Literal)
            ]
            languages = {one.language for one in said}
            assert languages in ({"sv", "en"}, {None}), (thing, what)


def test_the_catalogue_holds_every_dataset_in_each_form(graph: Graph, named: FlaskClient) -> None:
    catalogue = next(graph.subjects(RDF.type, DCAT.Catalog))
    assert next(graph.objects(catalogue, DCTERMS.license)) == CC0
    assert len(list(graph.objects(catalogue, DCAT.dataset))) == len(DATASETS)
    where = [str(object_) for object_ in graph.objects(None, DCAT.accessURL)]
    assert len(where) == 3 * len(DATASETS)
    where += [str(object_) for object_ in graph.objects(None, DCAT.endpointDescription)]
    where += [str(object_) for object_ in graph.objects(None, DCAT.landingPage)]
    where += [str(object_) for object_ in graph.objects(None, DCTERMS.conformsTo)]
    for address in where:
        answer = named.get(address.removeprefix(PLACE), buffered=True)
        assert answer.status_code == 200, address


def test_themes_and_frequencies_are_those_of_the_eu(graph: Graph) -> None:
    themes = {str(object_) for object_ in graph.objects(None, DCAT.theme)}
    assert themes <= {f"{EU}/data-theme/{code}" for code in ("ENVI", "REGI", "GOVE", "ECON")}
    result = {str(object_) for object_ in graph.objects(None, DCTERMS.accrualPeriodicity)}
    assert result == {f"{EU}/frequency/{code}" for code in ("ANNUAL", "IRREG")}


def test_years_and_publishers_come_from_the_releases(graph: Graph) -> None:
    emissions = URIRef(f"{PLACE}/datasets/dcat#emissions")
    period = next(graph.objects(emissions, DCTERMS.temporal))
    assert next(graph.objects(period, DCAT.startDate)) == Literal("1990", datatype=XSD.gYear)
    assert next(graph.objects(period, DCAT.endDate)) == Literal("2023", datatype=XSD.gYear)
    told = next(graph.objects(emissions, DCTERMS.provenance))
    assert any("Provverket" in str(object_) for object_ in graph.objects(told))


def test_a_licence_has_an_address_only_where_it_is_stated_beyond_doubt(graph: Graph) -> None:
    """The made-up publisher states none: readers are told so instead."""
    for thing in graph.subjects(RDF.type, DCAT.Distribution):
        assert not list(graph.objects(thing, DCTERMS.license))
        assert list(graph.objects(thing, DCTERMS.rights))
    assert common_licence(["CC0 1.0", "CC0"]) == str(CC0)
    assert common_licence(["CC0 1.0", "CC BY 4.0"]) is None
    assert common_licence(["CC0 (to be verified)"]) is None
    assert common_licence([]) is None


def test_the_publisher_is_known_by_its_organisation_number(graph: Graph) -> None:
    known = URIRef("http://dataportal.se/organisation/SE2120000000")
    assert (known, RDF.type, FOAF.Agent) in graph


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({"operator": "Provbolaget"}, "PUBLIC_URL"),
        ({"public_url": PLACE}, "OPERATOR"),
        ({"operator": "Provbolaget", "public_url": "klimat.example"}, "https://"),
        (
            {"operator": "Provbolaget", "public_url": PLACE, "organisation_number": "12"},
            "ORGANISATION_NUMBER",
        ),
    ],
)
def test_without_its_settings_there_is_no_catalogue_and_it_says_which(
    store_url: str, settings: dict[str, Any], missing: str
) -> None:
    client = create_app(Settings(store_url, **settings)).server.test_client()
    response = client.get("/datasets/dcat", headers={"Host": "elsewhere.example"})
    assert missing in as_problem(response, 404)["detail"]
    assert "elsewhere" not in response.text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own
@pytest.mark.parametrize("mime", ["text/turtle", "application/ld+json"])
def test_the_catalogue_says_the_same_in_each_form(
    named: FlaskClient, graph: Graph, mime: str
) -> None:
    response = named.get("/datasets/dcat", headers={"Accept": mime})
    assert response.mimetype == mime
    assert set(Graph().parse(data=response.data, format=mime)) == set(graph)


def test_the_catalogue_conforms_to_the_european_shapes(named: FlaskClient, graph: Graph) -> None:
    """Of the Swedish profile the form of formats alone does not: there it is a name."""
    shapes = Graph()
    for part in ("shapes", "range"):
        shapes.parse(SHAPES / f"{part}.ttl")
    of_vcard = Graph().add((VCARD.Organization, RDFS.subClassOf, VCARD.Kind))
    european = Graph().parse(data=named.get("/datasets/dcat?profile=eu").data, format="xml")
    conforms, _, report = pyshacl.validate(european, shacl_graph=shapes, ont_graph=of_vcard)
    assert conforms, report
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=of_vcard)
    assert {*results.objects(None, SH.resultPath)} == {DCTERMS["format"]}
    as_problem(named.get("/datasets/dcat?profile=us"), 400)


def test_days_and_licences_are_those_of_the_publishers(store_url: str) -> None:
    with StoreReader(store_url).connection() as conn:
        releases = questions.releases(conn)
    dataset, site = DATASETS["emissions"], Site(())
    loaded = rests_on(dataset, releases, None, site)
    assert [release.label for release in loaded.releases] == ["prov-co2e-2"]
    assert loaded.issued == loaded.releases[0].imported.date()
    assert loaded.licence is None  # what the made-up publisher states is no licence
    source = replace(loaded.releases[0].source, licence="CC BY 4.0")
    release = replace(loaded.releases[0], released=date(2026, 2, 3), source=source)
    rests = rests_on(dataset, [release], None, site)
    assert rests.issued == date(2026, 2, 3)
    assert rests.licence == "http://creativecommons.org/licenses/by/4.0/"


def test_files_have_media_types_with_an_address(graph: Graph) -> None:
    media = {str(value) for value in graph.objects(None, DCAT.mediaType)}
    assert "https://www.iana.org/assignments/media-types/text/csv" in media


def test_what_the_site_works_out_itself_has_its_operators_licence(store_url: str) -> None:
    settings = Settings(store_url, "Provbolaget", public_url=PLACE, licence="CC BY 4.0")
    client = create_app(settings).server.test_client()
    graph = Graph().parse(data=client.get("/datasets/dcat").data, format="xml")
    licensed = {
        str(thing).partition("#")[2]: str(licence)
        for thing, licence in graph.subject_objects(DCTERMS.license)
    }
    licence = "http://creativecommons.org/licenses/by/4.0/"
    assert licensed["verdicts-csv"] == licence
    assert "grants-csv" not in licensed
    page = "/en/data/open-data"
    (told,) = told_on(client, page)
    names = list(DATASETS)
    of = {name: each.get("license") for name, each in zip(names, told["dataset"], strict=True)}
    assert (of["verdicts"], of["grants"]) == (licence, None)
    assert client.get(page).text.count(f'<a href="{licence}">CC-BY-4.0</a>') == sum(
        dataset.subject.own_work for dataset in DATASETS.values()
    )


def test_the_catalogue_is_sent_again_only_when_it_is_new(named: FlaskClient) -> None:
    tag = named.get("/datasets/dcat").headers["ETag"]
    assert named.get("/datasets/dcat", headers={"If-None-Match": tag}).status_code == 304
    as_problem(named.get("/datasets/dcat", headers={"Accept": "image/png"}), 406)
    as_problem(named.post("/datasets/dcat"), 405)


@pytest.mark.parametrize("name", list(DATASETS))
def test_a_csv_file_is_as_its_description_says(
    client: FlaskClient, tmp_path: Path, name: str
) -> None:
    file = client.get(f"/data/{name}.csv", buffered=True)
    described = f"/data/{name}.csv-metadata.json"
    assert f"<{described}>" in file.headers["Link"]
    (tmp_path / f"{name}.csv").write_bytes(file.data)
    (tmp_path / "described.json").write_bytes(client.get(described).data)
    table = csvw.Table.from_file(tmp_path / "described.json")
    rows = list(table.iterdicts(strict=True))
    assert len(rows) == len(file.text.splitlines()) - 1
    assert table.tableSchema.primaryKey == list(DATASETS[name].key)
    assert [column.name for column in table.tableSchema.columns] == list(DATASETS[name].fields)


def test_a_data_package_names_every_file_with_its_columns_and_keys(client: FlaskClient) -> None:
    package: Any = client.get("/data/datapackage.json").json
    resources = {one["name"]: one for one in package["resources"]}
    assert list(resources) == list(DATASETS)
    rows = {
        name: list(csv.DictReader(StringIO(client.get(f"/data/{one['path']}", buffered=True).text)))
        for name, one in resources.items()
    }
    for name, resource in resources.items():
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(list(row) == fields for row in rows[name])
        assert resource["schema"]["primaryKey"] == list(DATASETS[name].key)
        for foreign in resource["schema"]["foreignKeys"]:
            column, reference = foreign["fields"], foreign["reference"]
            known = {row[reference["fields"]] for row in rows[reference["resource"]]}
            assert {row[column] for row in rows[name]} - {""} <= known, (name, column)


def test_frictionless_finds_every_file_as_the_data_package_says(
    client: FlaskClient, tmp_path: Path
) -> None:
    package: Any = client.get("/data/datapackage.json").json
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    for resource in package["resources"]:
        file = client.get(f"/data/{resource['path']}", buffered=True)
        (tmp_path / resource["path"]).write_bytes(file.data)
    report = frictionless.validate(tmp_path / "datapackage.json")
    assert report.valid, [task.errors for task in report.tasks if not task.valid]
    assert len(report.tasks) == len(DATASETS)


def test_the_file_of_a_release_is_described_too(client: FlaskClient) -> None:
    file = client.get("/data/emissions/prov-co2e-2.csv", buffered=True)
    path = file.headers["Link"].partition("<")[2].partition(">")[0]
    assert client.get(path).json["url"] == "prov-co2e-2.csv"  # type: ignore[index]
    as_problem(client.get("/data/emissions/nothing.csv-metadata.json"), 404)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_pages_lead_to_feeds_of_what_is_new(named: FlaskClient, lang: str) -> None:
    changes: Any = named.get("/api/v1/changes?limit=1000").json
    rows = changes["items"]
    for page, codes in (
        (f"/{lang}/", None),
        ("/sv/kommun/provkoping" if lang == "sv" else "/en/municipality/provkoping", "9001"),
    ):
        mark = '<link rel="alternate" type="application/atom+xml" href="'
        address = named.get(page).text.partition(mark)[2].partition('"')[0]
        assert address.startswith(f"{PLACE}/data/changes/{lang}")
        response = named.get(address.removeprefix(PLACE))
        assert response.mimetype == "application/atom+xml"
        entries = ElementTree.fromstring(response.data).findall(f"{ATOM}entry")
        titles = [entry.findtext(f"{ATOM}title") for entry in entries]
        expected = [
            row for row in rows if codes is None or row["municipality_code"] in (codes, None)
        ]
        assert titles == [row[f"title_{lang}"] for row in reversed(expected)]
        for entry in entries:
            link = entry.find(f"{ATOM}link")
            assert link is not None
            assert named.get(link.attrib["href"].removeprefix(PLACE)).status_code == 200
    as_problem(named.get("/data/changes/sv/nowhere.atom"), 404)


def test_what_has_changed_since_a_day_is_asked_for(client: FlaskClient) -> None:
    everything: Any = client.get("/api/v1/changes?limit=1000").json
    days = sorted({row["at"] for row in everything["items"]})
    assert {"release", "status"} <= {row["kind"] for row in everything["items"]}
    for day in (days[-1][:10], "2000-01-01", "2100-01-01"):
        since: Any = client.get(f"/api/v1/changes?limit=1000&since={day}").json
        assert since["items"] == [row for row in everything["items"] if row["at"] >= day]
    as_problem(client.get("/api/v1/changes?since=yesterday"), 400)


def test_programs_find_the_api_and_whom_to_tell(named: FlaskClient, client: FlaskClient) -> None:
    catalogue = named.get("/.well-known/api-catalog")
    assert catalogue.mimetype == "application/linkset+json"
    (api,) = json.loads(catalogue.data)["linkset"]
    targets = [link["href"] for links in api.values() if isinstance(links, list) for link in links]
    guide = named.get("/llms.txt").text
    written = re.findall(r"\]\((https://[^)]+)\)", guide)
    assert len(written) > len(DATASETS)
    for address in (api["anchor"], *targets, *written):
        answer = named.get(address.removeprefix(PLACE), buffered=True)
        assert answer.status_code == 200, address
    told = named.get("/.well-known/security.txt").text
    assert "Contact: mailto:prov@example.org\n" in told
    expires = datetime.fromisoformat(told.partition("Expires: ")[2].partition("\n")[0])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=366)
    assert client.get("/.well-known/security.txt").status_code == 404


def told_on(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    """What a page tells search engines, read as they read it."""
    text = client.get(path).text
    before, mark, after = text.partition('<script type="application/ld+json">')
    assert mark, path
    assert "</head>" not in before
    result: list[dict[str, Any]] = json.loads(after.partition("</script>")[0])["@graph"]
    return result


@pytest.mark.parametrize("path", ["/sv/kommun/provkoping", "/en/municipality/testvik"])
def test_a_citys_page_tells_search_engines_of_its_emissions(named: FlaskClient, path: str) -> None:
    (told,) = told_on(named, path)
    assert told["@type"] == "Dataset"
    assert told["url"] == PLACE + path
    assert told["creator"]["name"] == "Provverket"
    assert told["publisher"]["name"] == "Provbolaget"
    assert len(told["description"]) >= 50  # below that search engines leave it out
    for one in told["distribution"]:
        answer = named.get(one["contentUrl"].removeprefix(PLACE))
        assert (answer.status_code, answer.mimetype) == (200, one["encodingFormat"])


def test_the_page_on_open_data_tells_search_engines_of_every_dataset(named: FlaskClient) -> None:
    (told,) = told_on(named, "/en/data/open-data")
    assert len(told["dataset"]) == len(DATASETS)
    assert all(50 <= len(one["description"]) <= 5000 for one in told["dataset"])
    assert "licence:own" not in json.dumps(told)
    variables = {each["name"] for one in told["dataset"] for each in one["variableMeasured"]}
    assert {"tonnes", "amount", "value", "inhabitants"} <= variables


def test_a_name_that_looks_like_markup_cannot_leave_the_data(store_url: str) -> None:
    settings = Settings(store_url, operator="</script><script>alert(1)</script>")
    client = create_app(settings).server.test_client()
    assert "<script>alert" not in client.get("/en/data/open-data").text
    assert told_on(client, "/en/data/open-data")[0]["publisher"]["name"] == settings.operator
