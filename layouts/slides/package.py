"""A presentation as it is packed: the same slides on the same day are the same bytes anywhere.

python-pptx and XlsxWriter, which writes the numbers behind each chart, pack the moment at which
they ran. An answer's tag names its content, so that the moment is taken out of it.
"""

import re
from datetime import date
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
PROPERTIES = "docProps/core.xml"
WORKBOOK = ".xlsx"


def packed(source: IO[bytes], target: IO[bytes], day: date) -> None:
    """Packs a package anew: no moments, and `day` as the day when it was made."""
    with ZipFile(source) as package, ZipFile(target, "w", ZIP_DEFLATED) as anew:
        for info in package.infolist():
            content = package.read(info)
            if info.filename.endswith(WORKBOOK):
                inner = BytesIO()
                packed(BytesIO(content), inner, day)
                content = inner.getvalue()
            elif info.filename == PROPERTIES:
                written = rf"\g<1>{day.isoformat()}T00:00:00Z".encode()
                content = MOMENT.sub(written, content)
            entry = ZipInfo(info.filename)
            entry.compress_type = ZIP_DEFLATED
            anew.writestr(entry, content)
