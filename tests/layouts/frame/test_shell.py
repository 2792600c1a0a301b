"""The frame: where a reader is, ways on, what the address got wrong; nothing that is not there."""

import re
from pathlib import Path

from callbacks.bindings import BINDINGS
from layouts import html
from layouts.frame.document import document, write
from layouts.frame.page import Page
from layouts.frame.shell import failed, frame, not_found, store_unreachable
from layouts.frame.site import Site
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, QueryProblem

STYLES = Path(__file__).resolve().parents[3] / "assets" / "klimat.css"
SITE = Site(tuple(BINDINGS), operator="Provbolaget", contact="prov@example.org")


def page(problems: tuple[QueryProblem, ...] = (), title: str = "Metod") -> Page:
    return Page(title, "Påhittat", "sv", Address("method", "sv"), html.H1(title), problems=problems)


def test_the_menu_says_where_the_reader_is() -> None:
    markup = to_html(frame(page(), SITE))
    assert re.findall(r'<a aria-current="page" href="([^"]+)"', markup) == ["/sv/metod"]


def test_the_menu_leads_only_to_pages_that_exist() -> None:
    markup = to_html(frame(page(), Site(("overview", "method"))))
    result = set(re.findall(r'href="(/[^"]*)"', markup))
    assert result == {"/sv/", "/sv/metod", "/en/method"}


def test_every_page_has_a_skip_link_first_and_landmarks_in_order() -> None:
    markup = to_html(frame(page(), SITE))
    assert markup.startswith('<a class="skip-link" href="#page">')
    assert re.findall(r"<(header|nav|main|footer)[ >]", markup) == [
        "header",
        "nav",
        "main",
        "footer",
    ]


def test_a_value_that_could_not_be_used_is_named_above_the_page() -> None:
    markup = to_html(frame(page((QueryProblem("gas", "<b>metan"),)), SITE))
    assert "”&lt;b&gt;metan” är inget värde för ”gas”" in markup
    assert markup.index("metan") < markup.index("<h1>")


def test_who_runs_the_site_is_said_only_where_it_is_known() -> None:
    assert "Provbolaget" in to_html(frame(page(), SITE))
    assert "drivs av" not in to_html(frame(page(), Site(("overview",))))


def test_error_pages_have_their_status_and_words_in_both_languages() -> None:
    for lang in ("sv", "en"):
        pages = (not_found(lang, SITE), store_unreachable(lang, "/sv/"), failed(lang))
        assert [page.status for page in pages] == [404, 503, 500]
        for one in pages:
            written = write(one, SITE)
            assert written.canonical == ""
            assert written.html.count("<h1") == 1
            assert "aria-current" not in written.html


def test_the_head_holds_nothing_unescaped() -> None:
    hostile = '"><script>alert(1)</script>'
    text = document(write(page(title=hostile), SITE), base="https://x", css="", loader="")
    assert "<script>" not in text


def test_the_frame_uses_classes_that_the_styles_know() -> None:
    markup = to_html(frame(page((QueryProblem("gas", "metan"),)), SITE))
    used = {name for names in re.findall(r'class="([^"]*)"', markup) for name in names.split()}
    known = set(re.findall(r"\.([a-z][a-z-]*)", STYLES.read_text("utf-8")))
    assert used - known == set()
