"""Looks into the parts of a packed workbook before any of them is read as XML."""

from zipfile import ZipFile

DECLARATION = b"<!DOCTYPE"
"""No workbook declares entities of its own: they are for what explodes, or reads other files."""

WITHIN = 4096
"""Bytes of a part in which its declaration stands."""


def refuse_entities(packed: ZipFile) -> None:
    """Raises ValueError where a part is XML that declares a document type, in any encoding."""
    for entry in packed.infolist():
        with packed.open(entry) as part:
            if DECLARATION in part.read(WITHIN).replace(b"\0", b""):
                raise ValueError("XML with entities of its own")
