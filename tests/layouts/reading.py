"""A page's tables and key figures as a reader sees them, for tests that reckon them again."""

import re
from html import unescape

TABLE = re.compile(r"<table.*?</table>", re.S)
ROW = re.compile(r"<tr.*?</tr>", re.S)
CELL = re.compile(r"<t([hd])\b[^>]*>(.*?)</t\1>", re.S)
FIGURE = re.compile(r"<dt[^>]*>(.*?)</dt>\s*((?:<dd[^>]*>.*?</dd>\s*)+)", re.S)


def plain(markup: str) -> str:
    """The words without markup, with single plain spaces."""
    text = unescape(re.sub(r"<[^>]+>", " ", markup)).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text).strip()


def table(html: str, caption: str) -> list[dict[str, str]]:
    """The rows of the table with that caption: heading → cell."""
    for markup in TABLE.findall(html):
        words = re.search(r"<caption[^>]*>(.*?)</caption>", markup, re.S)
        if words is None or not plain(words[1]).startswith(caption):
            continue
        head, *rows = (
            [plain(cell) for _, cell in CELL.findall(row)] for row in ROW.findall(markup)
        )
        return [dict(zip(head, row, strict=True)) for row in rows]
    raise AssertionError(f"no table {caption!r}")


def figures(html: str) -> dict[str, list[str]]:
    """Name → what stands under it, of pairs of names and values."""
    return {
        plain(name): [plain(value) for value in re.findall(r"<dd[^>]*>(.*?)</dd>", values, re.S)]
        for name, values in FIGURE.findall(html)
    }


def as_swedish(words: str) -> str:
    """English words with their figures as Swedish writes them, for `number`."""
    spaced = re.sub(r"(?<=\d),(?=\d{3})", " ", words)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", spaced).replace(" thousand", " tusen")


def number(words: str) -> float:
    """The first number of Swedish words, in full: "−1 234,5 ton", "71,5 tusen ton"."""
    match = re.search(r"[−-]?\d[\d ]*(?:,\d+)?", words)
    assert match is not None, words
    scale = 1000 if words[match.end() :].lstrip().startswith("tusen") else 1
    return scale * float(match[0].replace(" ", "").replace("−", "-").replace(",", "."))
