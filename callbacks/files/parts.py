"""A page's charts, tables and picture as files, with the page's own choices."""

from collections.abc import Callable
from io import StringIO

from flask import request
from werkzeug.wrappers import Response

from callbacks.byte_cache import BoundedCache
from callbacks.files.flow import (
    PPTX,
    File,
    FileRequest,
    answer,
    presentation,
    workbook,
)
from callbacks.first_response import REVALIDATE, KlimatDash
from callbacks.plain_answers import NoSuchFile, why
from data_access.exports import Sheet, write_csv
from layouts.charts.description import Chart
from layouts.charts.png import png
from layouts.charts.records import records
from layouts.charts.rows import rows
from layouts.charts.standalone import standalone_svg
from layouts.frame.page import Page
from layouts.frame.picture import picture_svg
from layouts.html.page_tables import page_tables
from layouts.links.addresses import Parsed, href
from layouts.links.page_files import FORMS, WORDS, Part, parse_file
from layouts.links.query import LANGUAGES, word_of
from layouts.phrases.text import text
from progress.media_types import CSV, XLSX

TYPES = {"csv": CSV, "xlsx": XLSX, "svg": "image/svg+xml", "png": "image/png", "pptx": PPTX}
ZOOM = 2
MOST_PICTURE_BYTES = 4_000_000
"""Some sixty pictures."""

PICTURES = "public, max-age=3600, must-revalidate"
"""For an hour a site that shows our links need not ask for their picture again."""


class PageFiles:
    """Makes the files. Pictures take a third of a second to draw: the latest are kept."""

    def __init__(self, app: KlimatDash) -> None:
        self._app = app
        self._pictures: BoundedCache[str, bytes] = BoundedCache(MOST_PICTURE_BYTES)

    def answer(self) -> Response:
        """The file that the request names, or why there is none."""
        named = parse_file(request.path, request.query_string.decode("ascii", "replace"))
        if named is None or not self._app.pages.exists(named[1]):
            return answer(self._app, None, "", self._none)
        part, parsed = named
        cache = PICTURES if part.kind == "picture" else REVALIDATE
        return answer(
            self._app, parsed, repr(part), lambda _: self._make(part, parsed), cache=cache
        )

    def _none(self, _request: FileRequest) -> File:
        raise NoSuchFile("", 404)

    def _make(self, part: Part, parsed: Parsed) -> File:
        if part.kind == "picture":
            picture = self._drawn(part, lambda: png(picture_svg(self._page(parsed))))
            return File(picture, TYPES[part.form])
        content = self._tables(parsed) if part.kind == "tables" else self._chart(part, parsed)
        name = "-".join(name for name in (part.address.slug, part.name or part.kind) if name)
        return File(content, TYPES[part.form], f"{name}.{part.form}")

    def _chart(self, part: Part, parsed: Parsed) -> bytes:
        shown = self._app.pages.answer(parsed)
        if shown.problems:
            raise NoSuchFile(why(shown.problems, part.address.lang))
        chart: Chart | None = shown.charts.get(part.name)
        if chart is None:
            raise NoSuchFile(text(part.address.lang)("sharing.no_chart"), 404)
        match part.form:
            case "csv":
                written = StringIO()
                write_csv(*records(rows(chart)), written)
                return written.getvalue().encode("utf-8-sig")
            case "xlsx":
                return workbook(self._chart_sheets(chart, part))
            case "svg":
                return self._svg(chart, part).encode()
            case "pptx":
                from layouts.slides import chart_deck  # see `presentation`

                return presentation(chart_deck(chart, self._address(part) or href(part.address)))
            case _:
                return self._drawn(part, lambda: png(self._svg(chart, part), zoom=ZOOM))

    def _svg(self, chart: Chart, part: Part) -> str:
        site = text(part.address.lang)("shell.product")
        return standalone_svg(chart, site=site, address=self._address(part))

    def _drawn(self, part: Part, draw: Callable[[], bytes]) -> bytes:
        """A picture, kept for who asks next while the store is the same."""
        tag = self._app.tag(self._app.pages.version(), repr(part))
        known = self._pictures.get(tag)
        if known is not None:
            return known
        drawn = draw()
        self._pictures.put(tag, drawn, len(drawn))
        return drawn

    def _chart_sheets(self, chart: Chart, part: Part) -> list[Sheet]:
        t = text(part.address.lang)
        content = rows(chart)
        values = {
            "title": chart.title,
            "message": chart.message,
            "source": chart.source,
            "address": self._address(part) or href(part.address),
            "note": " ".join(content.notes),
        }
        what, words = t("sharing.about.what"), t("sharing.about.words")
        about = [{what: t(f"sharing.about.{key}"), words: value} for key, value in values.items()]
        return [
            Sheet(t("sharing.sheet.figures"), *records(content)),
            Sheet(
                t("sharing.sheet.about"), (what, words), [field for field in about if field[words]]
            ),
        ]

    def _tables(self, parsed: Parsed) -> bytes:
        page = self._page(parsed)
        tables = page_tables(page.body, page.lang)
        if not tables:
            raise NoSuchFile(text(page.lang)("sharing.no_tables"), 404)
        t = text(page.lang)
        what, words = t("sharing.about.what"), t("sharing.about.words")
        values = [("page", page.title), ("address", href(page.address))]
        about = [{what: t(f"sharing.about.{key}"), words: value} for key, value in values]
        about += [{what: table.name, words: table.caption} for table in tables]
        sheets = [Sheet(table.name, table.columns, table.rows) for table in tables]
        return workbook([*sheets, Sheet(t("sharing.sheet.about"), (what, words), about)])

    def _page(self, parsed: Parsed) -> Page:
        page = self._app.pages.page(parsed)
        if page is None:
            raise NoSuchFile(text(parsed.address.lang)("shell.404.lead"), 404)
        if page.problems:
            raise NoSuchFile(why(page.problems, page.lang))
        return page

    def _address(self, part: Part) -> str:
        """The page's whole address, where the operator has told it."""
        base = self._app.pages.site.public_url
        return f"{base}{href(part.address)}" if base else ""


def register(app: KlimatDash) -> None:
    """Add the addresses of files: under each page, whatever it is."""
    files = PageFiles(app)
    for kind in ("chart", "tables", "picture"):
        for lang in LANGUAGES:
            word = word_of(WORDS[kind], lang)
            last = f"{word}/<name>" if kind == "chart" else f"{word}.{FORMS[kind][0]}"
            for rule in (f"/{lang}/{last}", f"/{lang}/<path:page>/{last}"):
                app.server.add_url_rule(rule, rule, lambda **_: files.answer(), methods=["GET"])
