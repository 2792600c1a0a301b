"""The inside pages in a browser: no barriers, by keyboard, without scripts, and really left."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from callbacks.first_response import KlimatDash
from tests.answering import served
from tests.browser.axe import ALL, CONTRAST, LAYOUT, violations
from tests.browser.conftest import Visit, Visitor
from tests.browser.shapes import Shape, fewest, shapes
from tests.browser.test_ways_of_reading import REACHABLE, tabbed
from tests.callbacks.inside.conftest import (
    app_on,
    either_url,
    plant_drafts,
    provider,
    signed_in,
    with_drafts,
)
from tests.data_access.drafts import MARKER, NOTE
from tests.load.serving import free_port

__all__ = ["either_url", "provider"]

INSIDE, CITY, MEETING = "/sv/inne", "/sv/kommun/provkoping", "/sv/kommun/provkoping/mote"
STATUSES, PARTY = "/sv/inne/lagen?id=PROV-1", "/sv/part/provkopings-kommun"
WIDE, PHONE, REFLOW = 1440, 390, 320
SNAPSHOT = "form[action='/auth/publish']:has(input[value='snapshot-1']) button"


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, provider: str
) -> Iterator[tuple[KlimatDash, str]]:
    store = with_drafts(tmp_path_factory.mktemp("inside"))
    port = free_port()
    app = app_on(store, provider, PUBLIC_URL=f"http://127.0.0.1:{port}")
    with served(app.server, port) as base:
        yield app, base


Enter = Callable[..., Visit]


@pytest.fixture
def enter(visitor: Visitor, site: tuple[KlimatDash, str], provider: str) -> Enter:
    """Opens a window in which somebody has signed in; nobody, for the empty name."""
    return entering(visitor, site, provider)


@pytest.fixture
def enter_either(visitor: Visitor, either_url: str, provider: str) -> Iterator[Enter]:
    """The same, of a store of the test's own on either engine."""
    plant_drafts(either_url)
    port = free_port()
    app = app_on(either_url, provider, PUBLIC_URL=f"http://127.0.0.1:{port}")
    with served(app.server, port) as base:
        yield entering(visitor, (app, base), provider)


def entering(visitor: Visitor, site: tuple[KlimatDash, str], provider: str) -> Enter:
    app, base = site

    def entered(subject: str, **settings: object) -> Visit:
        visit = visitor(base, **settings)
        cookie = signed_in(app, provider, subject).get_cookie("klimat") if subject else None
        if cookie is not None:
            visit.page.context.add_cookies([{"name": "klimat", "value": cookie.value, "url": base}])
        return visit

    return entered


SUBJECTS = ("", "lasare", "publicist")
PATHS = (INSIDE, "/en/inside", CITY, "/en/municipality/provkoping", STATUSES)


@pytest.fixture(scope="module")
def showing_all(site: tuple[KlimatDash, str], provider: str) -> set[tuple[str, str]]:
    """Whose pages show, between them, all that there is."""
    documents: dict[tuple[str, str], set[Shape]] = {}
    for subject in SUBJECTS:
        client = signed_in(site[0], provider, subject)
        documents |= {(subject, path): shapes(client.get(path).text) for path in PATHS}
    return set(fewest(documents))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_who_is_signed_in_meets_no_barriers(
    enter: Enter, showing_all: set[tuple[str, str]], subject: str, path: str
) -> None:
    visit = enter(subject, bypass_csp=True)  # axe is written into the page by hand
    page = visit.page
    visit.open(path)
    for width in (WIDE, REFLOW, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if (subject, path) in showing_all:
        assert violations(page, ALL) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, CONTRAST) == []
    else:
        assert violations(page, LAYOUT) == []
    assert (NOTE in page.content()) == (bool(subject) and path != STATUSES)


def test_forms_and_grids_meet_no_barriers(enter: Enter) -> None:
    """What a reader reports and its answer, and a kind's form with its grid of years."""
    visit = enter("publicist", bypass_csp=True)
    page = visit.page
    own_figures = "/sv/inne/lagg-till?owner=9001&kind=own-series"
    for path in ("/sv/stammer-inte", "/sv/inne/stammer-inte", own_figures):
        visit.open(path)
        for width in (WIDE, REFLOW):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert violations(page, ALL) == [], path
        page.emulate_media(color_scheme="dark")
        assert violations(page, CONTRAST) == [], path
        page.emulate_media(color_scheme="light")


PASTE = """text => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = {clipboardData: data, bubbles: true, cancelable: true};
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
}"""


def test_a_column_is_pasted_in_the_grid_and_taken_back_and_its_preview_stands_beside(
    enter: Enter,
) -> None:
    visit = enter("redaktor")
    visit.forgiving = True  # a preview of what is half written is answered as refused
    page = visit.page
    visit.open("/sv/inne/lagg-till?owner=9001&kind=own-series")
    rows = page.locator("table[data-cells] tbody tr")
    before = rows.count()
    column = [f"{40 - number},5\tdefinitiv" for number in range(before + 2)]
    page.locator("[name=cell-2-1]").focus()
    page.evaluate(PASTE, "\n".join(column))
    assert rows.count() == before + 2
    assert (
        page.locator("[data-pasted]").text_content() == f"Inklistrade celler: {2 * (before + 2)}."
    )
    last = page.locator(f"[name=cell-{before + 3}-1]")
    assert last.input_value() == column[-1].partition("\t")[0]
    assert last.get_attribute("aria-label") == f"rad {before + 3}, Värde"
    assert page.locator("[name=cell-2-2]").input_value() == "final"
    page.keyboard.press("Control+z")
    assert [last.input_value(), page.locator("[name=cell-2-1]").input_value()] == ["", ""]
    page.keyboard.type("40,5")
    for key, place in (("ArrowRight", "2-2"), ("ArrowLeft", "2-1"), ("Enter", "3-1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.name") == f"cell-{place}", key
    busy = iter([True])  # the first preview: another writes just then
    page.route(
        "**/auth/upload",
        lambda route: (
            route.fulfill(status=503, body="upptaget") if next(busy, False) else route.continue_()
        ),
    )
    page.keyboard.type("många")
    faults = page.locator("#live-preview tbody th")
    faults.filter(has_text="rad 3, Värde").wait_for()
    page.locator("[name=cell-3-1]").fill("39")
    for name in ("scope", "gas", "unit"):
        page.locator(f"[name=field-{name}]").select_option(index=1)
    for name in ("source_title", "source_publisher"):
        page.locator(f"[name=field-{name}]").fill("Prov")
    page.locator("#live-preview").get_by_text("Vad läsarna kommer att se").wait_for()


def test_who_is_refused_meets_no_barriers_and_finds_the_way_on(enter: Enter) -> None:
    visit = enter("", bypass_csp=True)
    visit.forgiving = True  # a refusal is no success, and the browser says so
    visit.open("/auth/back?code=x&state=x")
    visit.page.set_viewport_size({"width": REFLOW, "height": 800})
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= REFLOW
    assert violations(visit.page, ALL) == []
    visit.page.locator("main a").click()
    visit.at(INSIDE)


def test_the_tab_key_reaches_every_button_and_shows_where_it_is(enter: Enter) -> None:
    visit = enter("publicist")
    visit.open(INSIDE)
    reachable = visit.page.evaluate(REACHABLE)
    result = tabbed(visit, reachable + 20)
    assert len(result) >= reachable
    assert [item["name"] for item in result if not item["seen"] or not item["outlined"]] == []
    names = " ".join(str(item["name"]) for item in result)
    for word in ("Publicera", "Frys", "Spara anteckningen", "Ta bort", "Logga ut"):
        assert f"BUTTON {word}" in names


@pytest.mark.parametrize("scripts", [True, False])
def test_a_publisher_publishes_and_takes_back_by_keyboard(enter: Enter, scripts: bool) -> None:
    visit = enter("publicist", java_script_enabled=scripts)
    page = visit.page
    visit.open(INSIDE, ready=scripts)
    for wanted, done in (("Publicera", "published"), ("Ta tillbaka", "unpublished")):
        button = page.locator(SNAPSHOT)
        assert button.text_content() == wanted
        named = button.get_attribute("aria-label")
        assert named is not None
        assert named.startswith(f"{wanted}: ")
        button.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url == f"{visit.base}{INSIDE}?done={done}"
        assert page.get_by_role("status").first.is_visible()
    assert page.locator(SNAPSHOT).text_content() == "Publicera"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_editor_writes_a_note_and_takes_it_away(enter: Enter, scripts: bool) -> None:
    visit = enter("redaktor", java_script_enabled=scripts)
    page = visit.page
    visit.open(INSIDE, ready=scripts)
    page.get_by_label(re.compile("^Anteckning")).fill("<i>Prov</i>\nrad två " + "å" * 200)
    assert page.get_by_label("Om vilken kommun").input_value() == "9001"
    with page.expect_navigation():
        page.get_by_role("button", name="Spara anteckningen").press("Enter")
    visit.open(CITY, ready=scripts)
    page.set_viewport_size({"width": PHONE, "height": 800})
    assert page.get_by_text("<i>Prov</i>").is_visible()
    assert page.locator("html").evaluate("element => element.scrollWidth") <= PHONE
    visit.open(INSIDE, ready=scripts)
    with page.expect_navigation():
        page.get_by_role("button", name="Ta bort Redaktors").first.press("Enter")
    assert page.get_by_text("<i>Prov</i>").count() == 0


def test_signing_in_and_out_with_a_provider_on_another_site(
    visitor: Visitor, site: tuple[KlimatDash, str]
) -> None:
    visit = visitor(site[1])
    visit.forgiving = True  # the provider's page is its own affair, but for what it would fetch
    page, context = visit.page, visit.page.context
    page.route(re.compile(r"^https://"), lambda route: route.abort())
    visit.open(INSIDE)
    page.locator("#sign-in").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/oauth2/authorize"), wait_until="commit")
    page.locator("input[name=sub]").first.fill("lasare")
    page.locator("input[name=sub]").first.press("Enter")
    page.wait_for_url(visit.base + INSIDE)
    page.get_by_text("Du är inloggad som Lasare.").wait_for()
    (cookie,) = context.cookies(visit.base)
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    visit.open(MEETING, ready=False)
    assert MARKER in page.content()
    visit.open(INSIDE)
    page.locator("#sign-out").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#sign-in").wait_for()
    assert context.cookies(visit.base) == []
    page.go_back(wait_until="load")
    assert "Lasare" not in page.content()
    page.goto(visit.base + MEETING)
    assert MARKER not in page.content()


def test_a_page_of_another_site_can_neither_frame_the_buttons_nor_press_them(
    enter: Enter, site: tuple[KlimatDash, str], tmp_path: Path
) -> None:
    visit = enter("publicist")
    visit.forgiving = True  # what another site tries is refused aloud
    page = visit.page
    visit.open(INSIDE)
    token = page.locator("input[name=token]").first.get_attribute("value")
    evil = tmp_path / "evil.html"
    fields = {"name": "snapshot-1", "to": "published", "token": token}
    inputs = "".join(f"<input name={name} value='{value}'>" for name, value in fields.items())
    evil.write_text(
        f"<iframe src='{site[1]}{INSIDE}'></iframe>"
        f"<form method=post action='{site[1]}/auth/publish'>{inputs}<button>x</button></form>"
    )
    page.goto(evil.as_uri())
    frame = page.frames[-1]
    assert "Publicist" not in frame.content()
    with page.expect_navigation():
        page.locator("button").click()
    visit.open(INSIDE)
    assert page.locator(SNAPSHOT).text_content() == "Publicera"


def test_a_strategists_year_beside_anothers_of_another_city(enter_either: Enter) -> None:
    visit = enter_either("publicist", bypass_csp=True)  # for axe
    colleague, neighbour, anyone = (enter_either(subject) for subject in ("lasare", "granne", ""))
    visit.forgiving = True  # a file with faults is answered as such
    page = visit.page

    def press(name: str, page: Page = page) -> None:
        with page.expect_navigation():
            page.get_by_role("button", name=name, exact=True).first.press("Enter")

    def shown(reader: Visit, path: str, words: str) -> bool:
        reader.page.goto(reader.base + path)
        return words in reader.page.content()

    def sees(reader: Visit, path: str, words: str) -> None:
        """Soon: what is new is asked for twice a second."""
        reader.wait(lambda: shown(reader, path, words), words)

    def no_longer_sees(reader: Visit, path: str, words: str) -> None:
        reader.wait(lambda: not shown(reader, path, words), f"no {words}")

    # A file with two mistakes, mended where it was pasted.
    visit.open("/sv/inne/lagg-till")
    why = "Upphandlingen pågår"
    rows = f"Beteckning\tDag\tLäge\tKommentar\nPROV-1\t2026-05-04\tpågår\t{why}\n"
    pasted = page.get_by_label("Eller klistra in rader")
    pasted.fill(rows.replace("pågår", "färdigbyggd").replace("05-04", "05-34"))
    press("Förhandsgranska")
    faults = page.locator("table:not([data-cells]) tbody th").all_text_contents()
    assert sorted(faults) == ["rad 2, Dag", "rad 2, Läge"]
    assert violations(page, ALL) == []
    wrong = page.locator("table[data-cells] [aria-invalid]")
    assert wrong.evaluate_all("cells => cells.map(cell => cell.value)") == [
        "2026-05-34",
        "färdigbyggd",
    ]
    # Cells of a spreadsheet are pasted on the first of them; below it lies no other row.
    wrong.first.focus()
    page.evaluate(PASTE, f"2026-05-04\tpågår\t{why}\n")
    page.keyboard.press("ArrowDown")
    assert wrong.first.evaluate("cell => cell === document.activeElement")
    press("Kontrollera igen")
    assert page.get_by_text("Ingenting är skrivet än").is_visible()
    press("Lägg till som utkast")
    sees(colleague, PARTY, why)
    assert not shown(anyone, PARTY, why)
    # Another city's publisher has a draft at the same time: neither sees the other's.
    theirs = "Grannens bokslut"
    neighbour.page.goto(f"{visit.base}/sv/inne/lagg-till")
    neighbour.page.get_by_label("Eller klistra in rader").fill(
        "Kommunkod\tOmfattning\tGas\tÅr\tVärde\tEnhet\tKälla\tUtgivare\n"
        f"9002\tkoncern\tco2e\t2024\t100\tton\t{theirs}\tÖvre Prov\n"
    )
    press("Förhandsgranska", neighbour.page)
    press("Lägg till som utkast", neighbour.page)
    sees(neighbour, INSIDE, theirs)
    for reader, hidden in ((neighbour, why), (colleague, theirs), (anyone, theirs)):
        for path in (PARTY, INSIDE, "/sv/kommun/ovre-prov", CITY):
            assert not shown(reader, path, hidden), (path, hidden)
    batch = page.locator("form[action='/auth/publish'] input[name=name]").get_attribute("value")
    press("Publicera")
    sees(anyone, PARTY, why)
    # A promise is late, and why: everyone can read it.
    visit.open("/sv/inne/lagen")
    page.locator("a[href*='id=PROV-1#']").click()
    page.locator("select[name=status]").select_option("late")
    page.get_by_label("Dag", exact=True).fill("2026-05-06")
    page.get_by_label(re.compile("^Kommentar")).fill("Överklagat i tingsrätten")
    press("Publicera direkt")
    sees(anyone, PARTY, "Överklagat i tingsrätten")
    sees(anyone, f"{MEETING}?vy=2", "Överklagat i tingsrätten")
    # It was another court; and that file was of another city.
    page.goto(f"{visit.base}/sv/inne/ratta?owner=9001&kind=statuses&key=PROV-1%202026-05-06")
    page.get_by_label(re.compile("^Kommentar")).fill("Överklagat i förvaltningsrätten")
    page.get_by_label(re.compile("^Skäl")).first.fill("Fel domstol")
    press("Förhandsgranska")
    press("Rätta")
    sees(anyone, PARTY, "Överklagat i förvaltningsrätten")
    page.goto(f"{visit.base}/sv/inne/ratta?owner=9001&kind=import&key={batch}")
    page.get_by_label(re.compile("^Skäl")).fill("Fel fil")
    press("Förhandsgranska")
    press("Ta tillbaka filen")
    no_longer_sees(anyone, PARTY, why)
