"""What a template is: its columns with a guide, and rows that show how they are filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.records import Record


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: whether every row needs it, what it holds, in both languages, and the words
    that it can be where it is one of some."""

    name: str
    sv: str
    en: str
    required: bool = False
    words: tuple[str, ...] = ()


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
    worded = [field for field in record.fields if field.sv]
    fields = sorted(worded, key=lambda field: not field.needed)
    rows = max(len(field.examples) for field in fields)
    return Template(
        record.kind,
        tuple(
            TemplateColumn(
                field.column,
                field.sv,
                field.en,
                field.needed,
                tuple(word for word in field.words if word),
            )
            for field in fields
        ),
        tuple(
            {
                field.column: cell
                for field in fields
                if (cell := "".join(field.examples[row : row + 1]))
            }
            for row in range(rows)
        ),
    )
