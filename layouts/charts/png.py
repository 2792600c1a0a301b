"""Our SVG as a PNG picture, drawn with the fonts that come with the product and no others."""

from pathlib import Path

import resvg_py

VENDOR = Path(__file__).resolve().parents[2] / "assets" / "vendor"
FONTS = [str(VENDOR / f"klimatkontrakt-sans-{weight}.otf") for weight in ("regular", "semibold")]
FAMILY = "Klimatkontrakt Sans"


def png(svg: str, *, zoom: int = 1) -> bytes:
    """The picture, `zoom` times the size that the SVG names.

    No font of the machine is used, so that every machine draws the same. Raises ValueError for
    what is no SVG.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=FONTS,
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            zoom=zoom,
        )
    )
