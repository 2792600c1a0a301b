"""What a template is: its columns with a guide, and rows that show how they are filled."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: whether every row needs it, and what it holds, in both languages."""

    name: str
    sv: str
    en: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """`kind` is the KIND of `klimat import` that reads the filled file."""

    kind: str
    columns: tuple[TemplateColumn, ...]
    examples: tuple[Mapping[str, str], ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)
