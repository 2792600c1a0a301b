"""Places in a page for what only the site knows: who runs it and the address that readers use.

Layouts do not know the site. They leave a slot, an HTML comment with a name and values, which is
filled when the page is written. Text is escaped when it is written, so that nothing but a slot of
ours can look like one.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from layouts.frame.error_reports import form_href
from layouts.frame.site import Site
from layouts.html.markup import Raw
from layouts.metadata.licences import NAMES, operators_licence
from layouts.phrases.text import text

FRAME_SCRIPT = "/embed.js"
"""What pages that frame a chart may load."""


def report_slot(figure: str, address: str, lang: str) -> Raw:
    """A link that reports an error in a figure: to its owner's people where they sign in, else by
    mail to the operator; nothing where there is no one."""
    return _slot("report", figure, address, lang)


def embed_slot(title: str, address: str, lang: str, height: int) -> Raw:
    """The code of a frame, so many pixels high, that shows the chart at `address` elsewhere."""
    return _slot("embed", title, address, lang, str(height))


def citation_slot(words: str, address: str) -> Raw:
    """How something is cited: words that end in where it is, with the site's address."""
    return _slot("citation", words, address)


def tables_slot(address: str, lang: str) -> Raw:
    """A link to the page's tables as a file, where the page has a table."""
    return _slot("tables", address, lang)


def operator_slot(lang: str) -> Raw:
    """Who is behind the site, in a sentence, or that this has not been filled in."""
    return _slot("operator", lang)


def contact_slot(lang: str) -> Raw:
    """Where to write for the content in another form, or that this has not been filled in."""
    return _slot("contact", lang)


def own_licence_slot(lang: str) -> Raw:
    """The operator's licence for what the site works out itself; nothing where none is set."""
    return _slot("licence", lang)


def example_slot(code: str, stand_in: str) -> Raw:
    """Code to copy, in which `stand_in` is written for the site's address where that is known."""
    return _slot("example", code, stand_in)


def stand_in_slot(words: str) -> Raw:
    """What to put in place of the stand-in, where the site's address is not known."""
    return _slot("stand-in", words)


def filled(html: str, site: Site) -> str:
    """The page with its slots filled."""
    has_table = "<table" in html

    def fill(match: re.Match[str]) -> str:
        values = json.loads(b64decode(match[2]))
        if match[1] == "tables" and not has_table:
            return ""
        return _FILLERS[match[1]](site, *values)

    return _SLOT.sub(fill, html)


_SLOT = re.compile(
    r"<!--(report|embed|citation|tables|operator|contact|example|stand-in) ([^ ]*)-->"
)


def _slot(name: str, *values: str) -> Raw:
    packed = b64encode(json.dumps(values, ensure_ascii=False).encode()).decode()
    return Raw(f"<!--{name} {packed}-->")


def _report(site: Site, figure: str, address: str, lang: str) -> str:
    t = text(lang)
    if site.sign_in:
        there = form_href(address, figure, lang)
        return f'<a href="{escape(there)}" rel="nofollow">{escape(t("error_report.title"))}</a>'
    if not site.contact:
        return ""
    subject = t("sharing.report.subject", figure=figure)
    body = t("sharing.report.body", figure=figure, address=site.public_url + address)
    there = f"mailto:{site.contact}?subject={quote(subject)}&body={quote(body)}"
    return f'<a href="{escape(there)}">{escape(t("sharing.report"))}</a>'


def frame_code(address: str, title: str, height: str) -> str:
    """The code that frames a chart on another site, as wide as there is room."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%"'
        f' height="{height}" style="border:0" loading="lazy"></iframe>'
    )


def frame_script(base: str) -> str:
    """The code that makes frames as high as their charts, where the page may run it."""
    return f'<script src="{escape(base)}{FRAME_SCRIPT}" async></script>'


def _embed(site: Site, title: str, address: str, lang: str, height: str) -> str:
    """Where the site does not know its address the browser does: a script shows the code.

    No field of text holds it: browsers lay out all that is folded around one, tables too.
    """
    frame = frame_code(site.public_url + address, title, height)
    code = f"{frame}\n{frame_script(site.public_url)}"
    hidden = "" if site.public_url else " data-embed hidden"
    label = escape(text(lang)("sharing.embed"))
    return (
        f'<div class="field"{hidden}><span>{label}</span>'
        f'<pre class="code" role="group" aria-label="{label}" tabindex="0">{escape(code)}</pre>'
        "</div>"
    )


def _citation(site: Site, words: str, address: str) -> str:
    return f'<p class="note cite">{escape(words)} {escape(site.public_url + address)}</p>'


def _tables(_site: Site, address: str, lang: str) -> str:
    words = escape(text(lang)("sharing.tables"))
    return f'<a href="{escape(address)}" download>{words}</a>'


def _operator(site: Site, lang: str) -> str:
    t = text(lang)
    if not site.operator:
        return escape(t("accessibility.who.unknown"))
    return escape(t("accessibility.who.operator", operator=site.operator))


def _contact(site: Site, lang: str) -> str:
    t = text(lang)
    if not site.contact:
        return escape(t("accessibility.contact.unknown"))
    address = escape(site.contact)
    words = escape(t("accessibility.contact.mail"))
    return f'{words} <a href="mailto:{address}">{address}</a>.'


def _licence(site: Site, lang: str) -> str:
    address = operators_licence(site.licence)
    if address is None:
        return ""
    link = f'<a href="{escape(address)}">{escape(NAMES.get(address, address))}</a>'
    return f"<p>{escape(text(lang)('open_data.licence'))}: {link}</p>"


def _example(site: Site, code: str, stand_in: str) -> str:
    own = code.replace(stand_in, site.public_url) if site.public_url else code
    return f'<pre tabindex="0"><code>{escape(own)}</code></pre>'


def _stand_in(site: Site, words: str) -> str:
    return "" if site.public_url else f"<p>{escape(words)}</p>"


_FILLERS: dict[str, Callable[..., str]] = {
    "report": _report,
    "embed": _embed,
    "citation": _citation,
    "tables": _tables,
    "operator": _operator,
    "contact": _contact,
    "licence": _licence,
    "example": _example,
    "stand-in": _stand_in,
}

_SLOT = re.compile(rf"<!--({'|'.join(_FILLERS)}) ([^ ]*)-->")
