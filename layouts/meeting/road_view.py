"""The scenarios of the road to a goal, as the board of what it would take has them."""

from layouts import html
from layouts.boards.what_if import scenario_grid, view
from layouts.html.blocks import Links, Words
from layouts.links.addresses import Address, href
from layouts.meeting.view import Setting, View

CHOICES = ("goal", "scenario")
KINDS = ("emissions", "goals", "investment-actions")


def board_address(setting: Setting) -> Address:
    """The board with the choices that the meeting's address has taken from it."""
    address = setting.address
    query = tuple((name, value) for name, value in address.query if name in CHOICES)
    return Address("what_if", address.lang, address.slug, query=query)


def road(setting: Setting) -> View:
    """What is needed over the named scenarios, and what they come to."""
    t, there = setting.t, board_address(setting)
    answers = setting.answers.what_if
    shown = None if answers is None else view(there, answers)
    here, caption = t("meeting.road.needed"), t("meeting.road.caption")
    grid = None if answers is None else scenario_grid(there, answers, here, caption, t)
    link = Links(html.A(t("meeting.road.link"), href=href(there)))
    if shown is None or grid is None:
        return View("road", t("meeting.road"), (Words(t("meeting.road.none")), link), KINDS)
    body = (Words(shown.words.first), grid, Words(t("what_if.caution"), "note"), link)
    return View("road", t("meeting.road"), body, KINDS)
