"""Component trees as HTML: nothing that a figure, a name or a form holds can break out."""

from html.parser import HTMLParser
from typing import Any

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from layouts.html.markup import Element, Input, Raw, aria, data
from layouts.html.to_html import to_html

HOSTILE = st.one_of(
    st.text(),
    st.sampled_from(
        [
            '"><script>alert(1)</script>',
            "' onload='alert(1)",
            "</textarea><img src=x onerror=alert(1)>",
            "<!--",
            "]]>",
            "&lt;",
            "&#0;",
        ]
    ),
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


def test_elements_alike_are_written_alike_and_others_are_not() -> None:
    """Opening tags are written once; 1, 1.0 and True are one key to a dictionary."""
    for _ in range(2):
        assert to_html(Element("td", "x", tabIndex=1)) == '<td tabindex="1">x</td>'
        assert to_html(Element("td", "x", tabIndex=True)) == '<td tabindex="true">x</td>'
        assert to_html(Element("td", "x", tabIndex=False)) == "<td>x</td>"
        assert to_html(Element("td", "x", tabIndex=0)) == '<td tabindex="0">x</td>'
        assert to_html(Element("td", "<", style={"top": 1})) == '<td style="top:1px">&lt;</td>'
        assert to_html(Element("br", className="a")) == '<br class="a">'
        with pytest.raises(TypeError):
            to_html(Element("script", "x"))


@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_text_stays_text(name: str, title: str, style: str) -> None:
    tree = html.Div(
        [name, html.P(name), Input(value=name), html.Td(name, colSpan=2)],
        title=title,
        style={"color": style},
        **data(name=name),
        **aria(label=title),
    )
    reader = read(to_html(tree))
    assert [tag for tag, _ in reader.elements] == ["div", "p", "input", "td"]
    assert set(reader.elements[0][1]) == {"title", "style", "data-name", "aria-label"}
    if name.isprintable() and "&" not in name:
        assert reader.text == name * 3
        assert reader.elements[0][1]["data-name"] == name


@given(st.sampled_from(["javascript", "JavaScript", "vbscript", "data", " javascript"]), HOSTILE)
def test_a_link_with_a_scheme_that_runs_loses_its_address(scheme: str, rest: str) -> None:
    markup = to_html(html.A("link", href=f"{scheme}:{rest}"))
    assert "href" not in read(markup).elements[0][1]


@pytest.mark.parametrize(
    "address",
    ["/sv/", "?gas=co2", "#page", "https://example.org/a:b", "mailto:a@example.org", "a/b:c", ""],
)
def test_ordinary_links_keep_their_address(address: str) -> None:
    assert read(to_html(html.A("link", href=address))).elements[0][1]["href"] == address


@pytest.mark.parametrize(
    ("tree", "markup"),
    [
        (html.P(0), "<p>0</p>"),
        (html.P(0.0), "<p>0.0</p>"),
        (html.P(None), "<p></p>"),
        (html.P(["a", None, html.B("b"), "c", 1]), "<p>a<b>b</b>c1</p>"),
        (html.Br(), "<br>"),
        (html.Label("x", htmlFor="y"), '<label for="y">x</label>'),
        (html.Div(className="a b", id="c"), '<div class="a b" id="c"></div>'),
        (html.Div(hidden=True), "<div hidden></div>"),
        (html.Div(hidden=False), "<div></div>"),
        (html.Details(open=True), "<details open></details>"),
        (html.Button("x", disabled=False, n_clicks=0), "<button>x</button>"),
        (html.Time("i", dateTime="2024"), '<time datetime="2024">i</time>'),
        (html.Div(tabIndex=-1), '<div tabindex="-1"></div>'),
        (html.Div(**aria(hidden=True)), '<div aria-hidden="true"></div>'),
        (html.Div(**data(n=0)), '<div data-n="0"></div>'),
        (
            html.Div(style={"marginTop": 4, "opacity": 0.5, "--share": 3, "width": "10%"}),
            '<div style="margin-top:4px;opacity:0.5;--share:3;width:10%"></div>',
        ),
        (html.Div(Raw("<svg/>")), "<div><svg/></div>"),
    ],
)
def test_components_become_the_html_that_they_say(tree: Any, markup: str) -> None:
    assert to_html(tree) == markup


@pytest.mark.parametrize(
    "tree",
    [
        html.Div(html.Script("alert(1)")),
        html.Iframe(src="/"),
        html.Base(href="/"),
        dcc.Graph(),
        dcc.Markdown("x"),
        dbc.Modal(),
        [html.P(), object()],
    ],
)
def test_what_a_page_may_not_hold_is_refused(tree: Any) -> None:
    with pytest.raises(TypeError, match="a page cannot hold"):
        to_html(tree)
