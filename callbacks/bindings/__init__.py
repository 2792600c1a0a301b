"""Which function answers for each page: one module a page, listed here.

A binding `ask(conn, address) -> Page | None` asks the questions that its layout's answers hold and
calls the layout; None means that the address names something that does not exist. A page that is
not listed does not exist: no menu leads to it and its address is a 404.
"""

from collections.abc import Mapping

from callbacks.bindings import (
    city,
    compare,
    data,
    fixed,
    follow_up,
    map,
    meeting,
    money,
    open_data,
    overview,
    party,
    portfolio,
    restatements,
    what_if,
)
from callbacks.pages import Binding

BINDINGS: Mapping[str, Binding] = {
    "overview": overview.ask,
    "city": city.ask,
    "money": money.ask,
    "meeting": meeting.ask,
    "compare": compare.ask,
    "party": party.ask,
    "portfolio": portfolio.ask,
    "map": map.ask,
    "newest_follow_up": follow_up.ask_newest,
    "follow_up": follow_up.ask,
    "what_if": what_if.ask,
    "data": data.ask,
    "release": data.ask_release,
    "open_data": open_data.ask,
    "restatements": restatements.ask_country,
    "city_restatements": restatements.ask_city,
    "method": fixed.ask_method,
    "accessibility": fixed.ask_accessibility,
    "about": fixed.ask_about,
}
