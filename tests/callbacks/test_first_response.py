"""The first response: a whole page with the right status, language, links and headers."""

import re
from html.parser import HTMLParser
from importlib.metadata import version

import pytest
from flask.testing import FlaskClient

from tests.made_up import HOSTILE


class Elements(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, wanted: str, **having: str) -> list[dict[str, str | None]]:
        return [
            attributes
            for tag, attributes in self.found
            if tag == wanted and all(attributes.get(k) == v for k, v in having.items())
        ]


@pytest.mark.parametrize(
    ("accept", "where"),
    [("", "/sv/"), ("en-GB,en;q=0.9", "/en/"), ("de,sv;q=0.5,en;q=0.4", "/sv/"), ("fi", "/sv/")],
)
def test_the_root_leads_to_the_readers_language(
    client: FlaskClient, accept: str, where: str
) -> None:
    response = client.get("/", headers={"Accept-Language": accept})
    assert (response.status_code, response.location) == (302, where)
    assert "Accept-Language" in response.headers["Vary"]


def test_the_page_is_in_the_first_response(client: FlaskClient) -> None:
    response = client.get("/sv/kommun/provkoping")
    page = Elements(response.text)
    assert response.status_code == 200
    assert page.all("html") == [{"lang": "sv"}]
    assert "<title>Provköping – Klimatkontrakt 2030</title>" in response.text
    assert "<h1>Provköping</h1>" in response.text
    assert page.all("main") == [{"id": "page", "tabindex": "-1"}]
    assert response.headers["Content-Language"] == "sv"


def test_both_languages_name_each_other(client: FlaskClient) -> None:
    for path in ("/sv/kommun/provkoping", "/en/municipality/provkoping"):
        page = Elements(client.get(path + "?gas=co2").text)
        links = [link for link in page.all("link", rel="alternate") if "hreflang" in link]
        alternates = {link["hreflang"]: link["href"] for link in links}
        assert alternates == {
            "sv": "/sv/kommun/provkoping",
            "en": "/en/municipality/provkoping",
            "x-default": "/sv/kommun/provkoping",
        }
        assert page.all("link", rel="canonical")[0]["href"] == path


def test_a_request_never_decides_which_address_a_page_says_it_has(client: FlaskClient) -> None:
    text = client.get("/sv/kommun/provkoping", headers={"Host": "elsewhere.example"}).text
    assert "elsewhere.example" not in text
    assert "localhost" not in text
    assert not Elements(text).all("meta", property="og:url")
    assert not Elements(text).all("meta", property="og:image")


def test_the_language_link_keeps_what_was_chosen(client: FlaskClient) -> None:
    page = Elements(client.get("/sv/?sok=prov").text)
    assert page.all("a", hreflang="en")[0]["href"] == "/en/?q=prov"


@pytest.mark.parametrize("path", ["/sv/finns-inte", "/finns-inte", "/sv/kommun/x", "/sv/metod"])
def test_an_unknown_address_is_a_real_404_with_ways_on(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "Sidan finns inte" in response.text
    page = Elements(response.text)
    assert page.all("a", href="/sv/")
    assert page.all("meta", name="robots")
    assert not page.all("link", rel="canonical")
    assert client.get("/en/nowhere").text.count("There is no such page") >= 1


def test_needless_slashes_are_led_right_with_their_query(client: FlaskClient) -> None:
    response = client.get("/sv/kommun/provkoping/?gas=co2")
    assert (response.status_code, response.location) == (301, "/sv/kommun/provkoping?gas=co2")
    assert client.get("/sv").location == "/sv/"


def test_a_bad_value_is_named_on_the_page(client: FlaskClient) -> None:
    response = client.get("/sv/kommun/provkoping?gas=%22%3E%3Cscript%3E")
    assert response.status_code == 200
    assert "”&quot;&gt;&lt;script&gt;” är inget värde för ”gas”" in response.text.replace(
        '"', "&quot;"
    )
    assert all(script for script in Elements(response.text).all("script"))


def test_hostile_text_stays_text(client: FlaskClient) -> None:
    for path in ("/sv/", "/sv/kommun/provkoping", "/sv/?sok=" + HOSTILE):
        response = client.get(path)
        assert response.status_code == 200
        assert "<script>" not in response.text


def loader_of(text: str) -> dict[str, str | None]:
    """The script of a document that fetches the others."""
    (loader,) = (element for element in Elements(text).all("script") if "data-scripts" in element)
    return loader


def scripts_of(text: str) -> list[str]:
    """The scripts that a document has fetched after its first paint."""
    return str(loader_of(text)["data-scripts"]).split(" ")


def test_a_document_has_one_script_that_waits_and_nothing_of_dash(client: FlaskClient) -> None:
    for path in ("/sv/", "/sv/kommun/provkoping"):
        text = client.get(path).text
        (first,) = Elements(text).all("script")
        assert "async" in first
        assert "data-dash" not in first
        assert "react-entry-point" not in text


def test_browsers_are_told_which_pages_to_fetch_ahead(client: FlaskClient) -> None:
    page = client.get("/sv/")
    assert "Speculation-Rules" not in page.headers  # fetched before the first paint, it delays that
    assert any(script.startswith("/assets/prefetch.js") for script in scripts_of(page.text))
    response = client.get("/speculation-rules.json")
    assert response.mimetype == "application/speculationrules+json"
    (rule,) = response.get_json()["prefetch"]
    shown, not_marked, not_named = rule["where"]["and"]
    assert shown == {"href_matches": ["/sv/*", "/en/*"]}
    assert "[download]" in not_marked["not"]["selector_matches"]
    left_out = not_named["not"]["href_matches"]
    assert "/*.xlsx" in left_out
    assert "/sv/kommun/*/utforska*" in left_out


BOARD = "/sv/kommun/malmo/utforska"


def test_every_script_of_a_board_waits_and_none_is_inline(reader: FlaskClient) -> None:
    text = reader.get(BOARD).text
    first, beside, settings = Elements(text).all("script")
    assert settings == {"id": "_dash-config", "type": "application/json"}
    assert "async" in first
    assert "async" in beside
    assert str(first["src"]).startswith("/assets/board.js")
    assert str(beside["src"]).startswith("/assets/pages/board.js")
    assert text.index("</style>") < text.index(str(first["src"])) < text.index("<body")
    sources = scripts_of(text)
    assert len(sources) > 5
    assert all(source.startswith("/") for source in sources)
    assert sources[0].startswith("/assets/vendor/plotly-")
    assert text.index("</footer>") < text.index('<script id="_dash-config"')
    for needless in ("dash_table", "plotly.min", "polyfill", "http:", "https:", "load.js"):
        assert not any(needless in source for source in sources)
    assert "python_version" not in text
    assert "end_id" not in text


@pytest.mark.parametrize(
    ("earlier", "there"),
    [
        ("/sv/kommun/malmo?utforska=emissions-chart", "/sv/kommun/malmo/utforska"),
        (
            "/en/municipality/malmo/money?explore=x&year=2021",
            "/en/municipality/malmo/explore?year=2021",
        ),
        ("/sv/jamfor?kommun=1280&utforska=compare-chart", "/sv/jamfor?kommun=1280"),
        ("/sv/portfolj?utforska=", "/sv/portfolj"),
    ],
)
def test_the_window_of_a_chart_leads_to_the_board_or_the_page(
    reader: FlaskClient, earlier: str, there: str
) -> None:
    response = reader.get(earlier)
    assert (response.status_code, response.headers["Location"]) == (301, there)


@pytest.mark.parametrize(
    ("earlier", "there"),
    [("/sv/?sok=prov", "/sv/sok?sok=prov"), ("/en/?q=a%20b&sort=name", "/en/search?q=a%20b")],
)
def test_a_search_of_the_overview_leads_to_the_matches(
    reader: FlaskClient, earlier: str, there: str
) -> None:
    response = reader.get(earlier)
    assert (response.status_code, response.headers["Location"]) == (301, there)


@pytest.mark.parametrize("path", ["/sv/", "/sv/?utgava=finns-inte", "/nowhere", "/api/v1/nowhere"])
def test_no_answer_tells_which_versions_it_was_made_with(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    told = f"{response.headers}\n{response.text}"
    for package in ("dash", "dash-bootstrap-components", "plotly", "flask", "werkzeug", "gunicorn"):
        result = version(package)
        assert result not in told
        assert result.replace(".", "_") not in told
    assert "_version" not in told


def test_scripts_are_served(reader: FlaskClient) -> None:
    for source in scripts_of(reader.get(BOARD).text):
        with reader.get(source) as response:
            assert response.status_code == 200, source
            assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_chart_that_asks_dash_for_plotly_gets_our_bundle(client: FlaskClient) -> None:
    with client.get("/_dash-component-suites/plotly/package_data/plotly.min.js") as response:
        assert response.status_code == 200
        assert len(response.data) < 2_000_000


@pytest.mark.parametrize("path", ["/sv/", "/nowhere", "/", "/healthz", "/assets/forms.js"])
def test_every_answer_has_security_headers_and_no_cookies(client: FlaskClient, path: str) -> None:
    with client.get(path) as response:
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self' 'inline-speculation-rules';" in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Referrer-Policy" in headers
    assert "Permissions-Policy" in headers
    assert "Set-Cookie" not in headers


def test_only_pages_that_anyone_may_have_share_a_process_with_others(client: FlaskClient) -> None:
    assert "Cross-Origin-Opener-Policy" not in client.get("/sv/").headers
    assert client.get("/nowhere").headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_page_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/sv/")
    again = client.get("/sv/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    assert "must-revalidate" in again.headers["Cache-Control"]
    other = client.get("/sv/?sok=x", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_a_page_is_written_the_same_each_time(client: FlaskClient) -> None:
    assert client.get("/sv/").data == client.get("/sv/").data


def test_without_a_store_there_is_a_503_in_the_readers_language(
    client_without_store: FlaskClient,
) -> None:
    for path, words in (("/sv/", "Siffrorna går inte att nå"), ("/en/", "cannot be reached")):
        response = client_without_store.get(path)
        assert response.status_code == 503
        assert int(response.headers["Retry-After"]) > 0
        assert words in response.text
        assert response.headers["Cache-Control"] == "no-store"
        assert "sqlite" not in response.text
        assert "Traceback" not in response.text


def test_an_error_of_ours_tells_the_reader_nothing_of_the_inside(client: FlaskClient) -> None:
    response = client.get("/en/about")
    assert response.status_code == 500
    assert "Something went wrong at our end" in response.text
    assert "secret" not in response.text


def test_other_methods_are_not_allowed(client: FlaskClient) -> None:
    assert client.post("/sv/").status_code == 405
    assert client.get("/_dash-update-component").status_code in (404, 405)
    assert client.head("/sv/").status_code == 200


def test_the_styles_are_in_the_document(client: FlaskClient) -> None:
    text = client.get("/sv/").text
    match = re.search("<style>(.*?)</style>", text, re.S)
    assert match is not None
    assert "--ink" in match[1]
    assert "stylesheet" not in text


READER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "title"),
    [
        ("POST", "/sv/", b"", 405, "Så kan den här adressen inte användas"),
        ("DELETE", "/en/about", b"", 405, "This address cannot be used that way"),
        ("GET", "/assets/nothing.css", b"", 404, "Sidan finns inte"),
    ],
)
def test_a_refusal_is_a_page_of_ours_for_a_reader_and_words_for_a_program(
    client: FlaskClient, method: str, path: str, body: bytes, status: int, title: str
) -> None:
    page = client.open(path, method=method, data=body, headers=READER)
    assert page.status_code == status
    assert f"<h1>{title}</h1>" in page.text
    detailed = {"Accept": "text/html;level=1, text/plain;q=0.5"}
    assert client.open(path, method=method, data=body, headers=detailed).text == page.text
    assert "site-menu" in page.text
    words = client.open(path, method=method, data=body)
    assert words.status_code == status
    assert words.mimetype == "text/plain"
    assert len(words.text) < 200
    assert ("Allow" in page.headers) == ("Allow" in words.headers) == (status == 405)
