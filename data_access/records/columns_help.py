"""The columns of a record's files as lines for a terminal."""

from textwrap import wrap

from data_access.records.field import Record
from progress.i18n import language, say

NAME_WIDTH, LINE_WIDTH = 17, 96


def columns_help(record: Record, about: str) -> str:
    """What each column holds, those that a file needs first."""
    lines = [str(say("klimat.help.columns_of", kind=record.kind, about=about))]
    for field in sorted(record.fields, key=lambda field: not field.needed):
        text = field.meaning_in(language())
        text = text if field.needed else str(say("klimat.help.optional", text=text))
        first, *rest = wrap(text, LINE_WIDTH - NAME_WIDTH)
        lines.append(f"  {field.column:<{NAME_WIDTH}} {first}")
        lines += [f"  {'':<{NAME_WIDTH}} {line}" for line in rest]
    return "\n".join(lines) + "\n"
