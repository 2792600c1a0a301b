"""An empty 16:9 presentation: a title and up to four contents, each in a placeholder.

Plain on purpose. Texts take their fonts and colours from the theme, so that slides that are pasted
into a municipality's own template take on its looks; only the colours in charts mean something and
are fixed.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from layouts.charts.palette import LIGHT
from layouts.phrases.text import text
from layouts.slides.flow import ASIDE, GAP, HEIGHT, LEFT, ROOM, TALL, TOP, WIDTH
from layouts.slides.frame import Place
from progress.i18n import language_tag

FONT = "Arial"
TITLE = Place(LEFT, 20.0, ROOM, 60.0)
FOOTER = Place(LEFT, 496.0, 790.0, 36.0)
NUMBER = Place(LEFT + ROOM - 80.0, 496.0, 80.0, 36.0)
BAND = Place(0.0, 0.0, WIDTH, 6.0)
TITLE_SIZE, BODY_SIZE, FOOTER_SIZE = 28, 18, 10
NUMBER_ID = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
KINDS = ("obj", "twoObj", None, "fourObj")
"""The layouts for one to four contents, as the format names them; three has no name there."""


def empty(lang: str) -> Any:
    """A presentation without slides. Its layouts: a cover, then one, two, three, four contents."""
    made = Presentation()
    _, _, made.slide_width, made.slide_height = Place(0, 0, WIDTH, HEIGHT).emu
    master = made.slide_masters[0]
    _theme(master)
    _styles(master._element)
    for layout in list(made.slide_layouts)[5:]:
        made.slide_layouts.remove(layout)
    t = text(lang)
    _shapes(master._element, [
        _band(),
        _text("title", 0, TITLE, t("slides.layout.title"), lang, anchor="b"),
        _text("body", 1, Place(LEFT, TOP, ROOM, TALL), t("slides.layout.content"), lang),
        *_footers(2, lang),
    ])  # fmt: skip
    cover, *contents = made.slide_layouts
    _named(cover, t("slides.layout.cover"), "title")
    _shapes(cover._element, [
        _text("ctrTitle", 0, Place(LEFT, 130, ROOM, 130), t("slides.layout.title"), lang,
              anchor="b", size=40),
        _text("subTitle", 1, Place(LEFT, 276, ROOM, 190), t("slides.layout.content"), lang),
        *_footers(10, lang),
    ])  # fmt: skip
    for number, layout in enumerate(contents, start=1):
        _named(layout, t(f"slides.layout.{number}"), KINDS[number - 1])
        places = [
            _text(None, place, where, t("slides.layout.content"), lang)
            for place, where in enumerate(rooms(number), start=1)
        ]
        title = _text("title", 0, None, t("slides.layout.title"), lang)
        _shapes(layout._element, [title, *places, *_footers(10, lang)])
    return made


def rooms(number: int) -> list[Place]:
    """Where the contents of a layout stand: beside each other, four of them two by two."""
    across = 2 if number == 4 else number
    wide = (ROOM - ASIDE * (across - 1)) / across
    tall = (TALL - GAP) / 2 if number == 4 else TALL
    return [
        Place(
            LEFT + place % across * (wide + ASIDE), TOP + place // across * (tall + GAP), wide, tall
        )
        for place in range(number)
    ]


def _band() -> str:
    """A band along the upper edge, in the theme's first colour."""
    left, top, wide, tall = BAND.emu
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="band"/><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext '
        f'cx="{wide}" cy="{tall}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{_fill('accent1')}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _footers(first: int, lang: str) -> list[str]:
    return [
        _text("ftr", first + 1, FOOTER, "", lang, size=FOOTER_SIZE),
        _text("sldNum", first + 2, NUMBER, "#", lang, size=FOOTER_SIZE, align="r"),
    ]


def _text(
    kind: str | None,
    place: int,
    where: Place | None,
    words: str,
    lang: str,
    *,
    anchor: str = "t",
    size: int | None = None,
    align: str = "l",
) -> str:
    """A placeholder. Without a `where` it stands where the master has it."""
    frame, style, body = "", "<a:lstStyle/>", "<a:bodyPr/>"
    if where is not None:
        left, top, wide, tall = where.emu
        frame = (
            f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        )
        body = (
            f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
            "<a:normAutofit/></a:bodyPr>"
        )
    if size is not None:
        colour = "" if kind == "ctrTitle" else _fill("tx2")
        style = (
            f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="{size * 100}">{colour}'
            "</a:defRPr></a:lvl1pPr></a:lstStyle>"
        )
    named = f'type="{kind}" idx="{place}"' if kind else f'idx="{place}"'
    run = (
        f'<a:r><a:rPr lang="{language_tag(lang)}"/><a:t>{escape(words)}</a:t></a:r>'
        if words
        else ""
    )
    if kind == "sldNum":
        run = f'<a:fld id="{NUMBER_ID}" type="slidenum">{run[5:-6]}</a:fld>'
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{place + 2}" name="{kind or "content"} '
        f'{place}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {named}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody>{body}{style}<a:p>{run}</a:p></p:txBody></p:sp>"
    )


def _shapes(element: Any, shapes: Sequence[str]) -> None:
    tree = element.find(qn("p:cSld")).find(qn("p:spTree"))
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _named(layout: Any, name: str, kind: str | None) -> None:
    layout._element.find(qn("p:cSld")).set("name", name)
    if kind is None:
        layout._element.attrib.pop("type", None)
    else:
        layout._element.set("type", kind)


def _styles(master: Any) -> None:
    """Titles to the left and bold; contents in letters for the back of a room."""
    styles = master.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(TITLE_SIZE * 100))
    title.find(qn("a:defRPr")).set("b", "1")
    for level in styles.find(qn("p:bodyStyle")):
        level.find(qn("a:defRPr")).set("sz", str(BODY_SIZE * 100))
    first = styles.find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    first.set("marL", "203200")
    first.set("indent", "-203200")


def _fill(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def _theme(master: Any) -> None:
    """Our colours and a font that every office has; another template's theme takes their place."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    elements = theme.find(qn("a:themeElements"))
    colours = elements.find(qn("a:clrScheme"))
    values = [LIGHT.ink, LIGHT.ground, LIGHT.quiet, LIGHT.rule, *LIGHT.tones[:6]]
    values += [LIGHT.tones[0], LIGHT.quiet]
    for colour, value in zip(colours, values, strict=True):
        for child in list(colour):
            colour.remove(child)
        colour.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{value[1:].upper()}"/>'))
    for fonts in elements.find(qn("a:fontScheme")):
        latin = fonts.find(qn("a:latin"))
        if latin is not None:
            latin.set("typeface", FONT)
    part.blob = serialize_part_xml(theme)
