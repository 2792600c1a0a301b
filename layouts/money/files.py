"""Where the rows of a money page can be fetched, and what their columns mean."""

from collections.abc import Iterator, Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.links.addresses import Address, href
from layouts.links.routes import ROUTES
from layouts.phrases.text import text
from progress.money.records import Table


def links(address: Address) -> Component:
    """The same choices as files: CSV and workbook."""
    t = text(address.lang)
    return html.P(
        [
            part
            for ending in ROUTES[address.page].files
            for part in (
                html.A(
                    t(f"file.link.{ending}"),
                    href=href(address.file(ending)),
                    download="",
                    className="button plain",
                ),
                " ",
            )
        ],
        className="files",
    )


def guide(
    address: Address, tables: Sequence[Table]
) -> tuple[tuple[str, ...], Iterator[dict[str, str]]]:
    """A workbook's last sheet: where it comes from, how to read it, and every column."""
    t = text(address.lang)
    columns = (t("file.guide.sheet"), t("file.guide.column"), t("file.guide.meaning"))

    def rows() -> Iterator[dict[str, str]]:
        for key in ("address", "reading", "unknown", "sums"):
            words = href(address) if key == "address" else t(f"file.guide.{key}")
            name = t("file.guide.about")
            yield dict(zip(columns, (name, t(f"file.guide.{key}.name"), words), strict=True))
        for table in tables:
            sheet = t(f"file.sheet.{table.name}")
            for column in table.columns:
                words = t(f"file.column.{column}")
                yield dict(zip(columns, (sheet, column, words), strict=True))

    return columns, rows()
