"""Goes through the XML of a packed workbook as a stream: no entities, nothing kept in memory."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from data_access.imports.files.bounds import (
    MARKUP_LIMIT,
    SHEET_LIMIT,
    TOKEN_LIMIT,
    UNPACKED_LIMIT,
    TooLarge,
)
from progress.i18n import say

CHUNK = 1 << 18
XML_ENDINGS = (".xml", ".rels", ".vml")
PLACE = re.compile(r"([A-Za-z]{1,3})(\d{1,10})$")

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class NotAWorkbook(ValueError):  # noqa: N818
    """The file is damaged, locked, or something else than a workbook."""


@dataclass(slots=True)
class Markup:
    """How many elements a workbook has had so far."""

    count: int = 0

    def add(self) -> None:
        """Notes one more. Raises TooLarge."""
        self.count += 1
        if self.count > MARKUP_LIMIT:
            raise TooLarge(
                say("import.more_markup"), say("import.at_most", text_limit=MARKUP_LIMIT)
            )


def walk(stream: IO[bytes], markup: Markup, start: Start, end: End, text: Text) -> None:
    """Calls back for each element, named without its namespace. Raises NotAWorkbook, TooLarge.

    A document type is refused: no workbook declares entities, what explodes or reads files does.
    `markup` is that of the workbook, whose parts share it.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    local: dict[str, str] = {}

    def refuse(*_: object) -> None:
        raise NotAWorkbook(say("import.xml_with_entities_of_its_own"))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse

    def begin(name: str, attributes: dict[str, str]) -> None:
        markup.add()
        if name not in local:
            local[name] = name.rpartition(":")[2]
        start(local[name], attributes)

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: end(local[name])
    parser.CharacterDataHandler = text
    try:
        read = 0
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
            read += len(chunk)
            if read - parser.CurrentByteIndex > TOKEN_LIMIT:
                raise TooLarge(
                    say("import.endless_markup"), say("import.at_most", text_limit=TOKEN_LIMIT)
                )
        parser.Parse(b"", True)
    except ExpatError as error:
        raise NotAWorkbook(str(error)) from None


def check_parts(packed: ZipFile) -> None:
    """Bounds of the packing itself. Raises TooLarge or NotAWorkbook."""
    entries = packed.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > UNPACKED_LIMIT:
        raise TooLarge(
            say("import.bytes_unpacked", unpacked=unpacked),
            say("import.at_most", text_limit=UNPACKED_LIMIT),
        )
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise NotAWorkbook(say("import.part_twice"))
    if sum("worksheets/" in name and name.endswith(".xml") for name in names) > SHEET_LIMIT:
        raise TooLarge(say("import.more_sheets"), say("import.at_most", text_limit=SHEET_LIMIT))


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """The attribute of that name, with whatever prefix."""
    result = attributes.get(name)
    if result is None:
        ending = ":" + name
        result = next((attributes[key] for key in attributes if key.endswith(ending)), None)
    return result


def is_xml(name: str) -> bool:
    """Whether a part is XML by its name."""
    return name.lower().endswith(XML_ENDINGS)


def place_of(reference: str) -> tuple[int, int]:
    """Row (from 1) and column (from 0) of a reference as AB12. Raises NotAWorkbook."""
    match = PLACE.match(reference)
    if match is None:
        raise NotAWorkbook(say("import.cell_at", reference=reference[:20]))
    return int(match[2]), column_of(match[1])


@cache
def column_of(letters: str) -> int:
    """A column's letters as its number from 0."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1
