"""Measures the sheets of an XLSX workbook before it is opened."""

from array import array
from collections.abc import Mapping
from posixpath import join, normpath
from zipfile import ZipFile

from data_access.imports.files.bounds import TEXT_LIMIT, Measured, TooLarge
from data_access.imports.files.sheet import Merged
from data_access.imports.files.xml_parts import (
    Markup,
    NotAWorkbook,
    attribute,
    is_xml,
    place_of,
    walk,
)
from progress.i18n import say

SHEET_ROOT = "worksheet"
SHARED_ROOT = "sst"
BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


class Part:
    """Goes through one part: what it is follows from its outermost element."""

    def __init__(self, lengths: "array[int]") -> None:
        self.root = ""
        self.measured = Measured()
        self.elements: list[Mapping[str, str]] = []
        self._lengths = lengths
        self._row = self._column = 0
        self._kind = ""
        self._formula = self._within = False
        self._text: list[str] = []
        self._characters = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self.root:
            self.root = name
        if self.root == SHEET_ROOT:
            self._start_in_sheet(name, attributes)
        elif self.root == SHARED_ROOT:
            if name == "si":
                self._characters = 0
            self._within = name == "t"
        elif name in ("sheet", "Relationship"):
            self.elements.append(attributes)

    def _start_in_sheet(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            if reference := attributes.get("r"):
                self._row, self._column = place_of(reference)
            else:
                self._column += 1
            self._kind = attributes.get("t", "")
            self._formula = False
            self._text, self._characters = [], 0
            self.measured.name(self._row)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdigit() and len(number) < 12 else self._row + 1
            self._column = -1
            self.measured.name(self._row)
        elif name in ("v", "t"):
            self._within = True
        elif name == "f":
            self._formula = True
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            if last:
                self.measured.merged.append(Merged(*place_of(first), *place_of(last)))

    def text(self, data: str) -> None:
        if self._within:
            self._characters += len(data)
            if self.root == SHEET_ROOT and self._kind in ("e", "s") and self._characters < 30:
                self._text.append(data)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._within = False
        elif name == "c" and self.root == SHEET_ROOT:
            self._end_cell()
        elif name == "si" and self.root == SHARED_ROOT:
            self._lengths.append(self._characters)
            if len(self._lengths) > TEXT_LIMIT // 4:
                raise TooLarge(
                    say("import.more_texts"), say("import.at_most", text_limit=TEXT_LIMIT // 4)
                )

    def _end_cell(self) -> None:
        cell = (self._row, self._column)
        if not self._characters:
            if self._formula and self._kind != "str":
                self.measured.formulas.add(cell)
            return
        characters = self._characters
        word = "".join(self._text)
        if self._kind == "e":
            self.measured.errors[cell] = word
        elif self._kind == "s" and word.isdigit() and int(word) < len(self._lengths):
            characters = self._lengths[int(word)]
        self.measured.fill(*cell, characters)


def sheets_of(packed: ZipFile) -> dict[str, Measured]:
    """Each sheet by its name, measured. Raises TooLarge or NotAWorkbook.

    Every part is gone through, also what no sheet is known by: libraries find parts in ways of
    their own.
    """
    lengths: array[int] = array("I")
    parts: dict[str, Part] = {}
    markup = Markup()
    names = sorted(packed.namelist(), key=lambda name: "sharedstrings" not in name.casefold())
    for name in names:
        if is_xml(name):
            part = Part(lengths)
            with packed.open(name) as stream:
                walk(stream, markup, part.start, part.end, part.text)
            parts[name.casefold()] = part
    if BOOK not in parts:
        raise NotAWorkbook(say("import.no_workbook_within"))
    relations = parts.get(RELATIONS)
    targets = {
        attributes.get("Id", ""): normpath(
            join("xl", attributes.get("Target", "").lstrip("/"))
        ).casefold()
        for attributes in (relations.elements if relations else ())
    }
    result = {}
    for attributes in parts[BOOK].elements:
        target = targets.get(attribute(attributes, "id") or "", "")
        sheet = parts.get(target) or parts.get(target.removeprefix("xl/"))
        if sheet is not None and "name" in attributes:
            result[attributes["name"]] = sheet.measured
    return result
