"""What a template is: its columns with a guide, and rows that show how they are filled."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data_access.imports.words import shown_word
from data_access.records import Record


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: its name, and its heading in Swedish; whether every row needs it, what it holds, in
    both languages, and the words that it can be where it is one of some, with what the product
    shows for each in Swedish."""

    name: str
    heading_sv: str
    sv: str
    en: str
    required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    def heading(self, lang: str) -> str:
        """What a workbook in the language calls it."""
        return self.heading_sv if lang == "sv" else self.name

    def word(self, cell: str, lang: str) -> str:
        """A cell as a workbook in the language has it."""
        return self.words.get(cell, cell) if lang == "sv" else cell


@dataclass(frozen=True, slots=True)
class Template:
    """`kind` is the KIND of `klimat import` that reads the filled file."""

    kind: str
    columns: tuple[TemplateColumn, ...]
    examples: tuple[Mapping[str, str], ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def template_of(record: Record) -> Template:
    """The template of a record: the columns that its files need first, then the others."""
    worded = [each for each in record.fields if each.sv]
    fields = sorted(worded, key=lambda each: not each.needed)
    rows = max(len(each.examples) for each in fields)
    return Template(
        record.kind,
        tuple(
            TemplateColumn(
                each.column,
                each.heading_in("sv"),
                each.sv,
                each.en,
                each.needed,
                {word: shown_word(each.name, word) for word in each.words if word},
            )
            for each in fields
        ),
        tuple(
            {
                each.column: cell
                for each in fields
                if (cell := "".join(each.examples[row : row + 1]))
            }
            for row in range(rows)
        ),
    )
