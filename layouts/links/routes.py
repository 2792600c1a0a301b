"""The one list of pages: what each is called, its paths, what it takes and who asks for it.

Routing, files, sitemap, hreflang, menu, footer and tests read `ROUTES`. A new page is an entry
here, a binding in `callbacks/bindings/` and its words; see docs/extending.md.
"""

from collections.abc import Mapping

from layouts.links.explore_parameters import EXPLORE
from layouts.links.query import ONLY_ON_SCREEN, WEIGHTS
from layouts.links.route import Kind as Kind
from layouts.links.route import Route as Route
from progress.money.filters import MANY, WITHOUT

_CITY = ("/sv/kommun/{slug}", "/en/municipality/{slug}")
_FIGURES = ("scope", "gas", "release")
_CITY_BOARD = (
    *("gas", "release", "year", "goal", "funder"),
    *("second", "sector", "as_of", "per_person", "industry"),
)
_WHAT_IF = (
    *("year", "goal", "rate", "start", "levers", "lever", "own", "scenario"),
    *("new_action", "new_low", "new_high", "new_cost", "new_from", "new_to", "new_group"),
    "new_scenario",
)
_PORTFOLIO = (
    *("title_search", "prices", "money_kind", "allocation", "climate"),
    *(*MANY, *WITHOUT.values(), "from_year", "to_year", "largest"),
)

_PAGES = (
    Route(
        "overview",
        "/sv/",
        "/en/",
        "overview.ask",
        (*_FIGURES, "search", "sort", "order", "attainment", "county", "year"),
        menu=True,
    ),
    Route(
        "city",
        *_CITY,
        "city.ask",
        (*_FIGURES, "series", "from_year", "year", "prices"),
        view="series",
        embeds=True,
    ),
    Route(
        "money",
        f"{_CITY[0]}/pengar",
        f"{_CITY[1]}/money",
        "money.ask",
        (
            *_FIGURES,
            "year",
            "prices",
            "money_kind",
            "allocation",
            "largest",
            "sort",
            "order",
            "rows",
        ),
        files={"csv": "money.city_csv", "xlsx": "money.city_workbook"},
        only_on_screen=(*_FIGURES, "year", "largest"),
        embeds=True,
    ),
    Route(
        "what_if",
        f"{_CITY[0]}/vad-kravs",
        f"{_CITY[1]}/what-would-it-take",
        "what_if.ask",
        _WHAT_IF,
        kind=Kind.BOARD,
        embeds=True,
    ),
    Route(
        "city_board",
        f"{_CITY[0]}/utforska",
        f"{_CITY[1]}/explore",
        "city_board.ask",
        _CITY_BOARD,
        kind=Kind.BOARD,
    ),
    Route(
        "city_restatements",
        f"{_CITY[0]}/revideringar",
        f"{_CITY[1]}/restatements",
        "restatements.ask_city",
        ("year", "from_release", "to_release"),
        embeds=True,
    ),
    Route(
        "meeting",
        f"{_CITY[0]}/mote",
        f"{_CITY[1]}/meeting",
        "meeting.ask",
        (*_FIGURES, "prices", "meeting", "view", "part", "goal", "scenario"),
        files={"pptx": "meeting.slides", "xlsx": "meeting.numbers"},
        indexed=False,
    ),
    Route(
        "systems",
        f"{_CITY[0]}/kontraktet",
        f"{_CITY[1]}/contract",
        "systems.ask",
        ("system", "year", *WEIGHTS, "template"),
        view="system",
        files={"xlsx": "systems.template"},
        only_on_screen=("system", *WEIGHTS),
    ),
    Route("party", "/sv/part/{slug}", "/en/party/{slug}", "party.ask"),
    Route(
        "map",
        "/sv/karta",
        "/en/map",
        "map.ask",
        ("indicator", "release", "year", "sort", "order"),
        menu=True,
    ),
    Route(
        "compare",
        "/sv/jamfor",
        "/en/compare",
        "compare.ask",
        (*_FIGURES, "municipality", "measure", "base_year", "against"),
        files={"csv": "comparison.table"},
        menu=True,
    ),
    Route(
        "explore",
        "/sv/utforska",
        "/en/explore",
        "explore.ask",
        EXPLORE,
        kind=Kind.BOARD,
        menu=True,
        embeds=True,
    ),
    Route(
        "portfolio",
        "/sv/portfolj",
        "/en/portfolio",
        "portfolio.ask",
        (*_PORTFOLIO, "first_funder", "second_funder", "shown", "page"),
        files={
            "csv": "money.portfolio_csv",
            "xlsx": "money.portfolio_workbook",
            "pptx": "money.portfolio_slides",
        },
        kind=Kind.BOARD,
        menu=True,
    ),
    Route(
        "grant",
        "/sv/bidrag/{key}",
        "/en/grant/{key}",
        "funding.ask_grant",
        files={"csv": "money.funding_csv"},
    ),
    *(
        Route(
            name,
            f"/sv/{word}/{{key}}",
            f"/en/{name}/{{key}}",
            "funding.ask_group",
            files={"csv": "money.funding_csv"},
        )
        for name, word in (
            ("recipient", "mottagare"),
            ("funder", "finansiar"),
            ("programme", "program"),
        )
    ),
    Route(
        "newest_follow_up",
        "/sv/uppfoljning",
        "/en/follow-up",
        "follow_up.ask_newest",
        menu=True,
        indexed=False,
    ),
    Route(
        "follow_up",
        "/sv/uppfoljning/{year}",
        "/en/follow-up/{year}",
        "follow_up.ask",
        files={"xlsx": "follow_up.book"},
        menu_as="newest_follow_up",
    ),
    Route(
        "data",
        "/sv/data",
        "/en/data",
        "data.ask",
        ("search", "release"),
        menu=True,
        footer=True,
    ),
    Route("open_data", "/sv/data/oppna-data", "/en/data/open-data", "open_data.ask"),
    Route("release", "/sv/data/utgava/{label}", "/en/data/release/{label}", "data.ask_release"),
    Route(
        "restatements",
        "/sv/revideringar",
        "/en/restatements",
        "restatements.ask_country",
        ("from_release", "to_release", "sort", "rows"),
    ),
    Route("search", "/sv/sok", "/en/search", "search.ask", ("search",), indexed=False),
    Route("method", "/sv/metod", "/en/method", "fixed.ask_method", menu=True, footer=True),
    Route(
        "accessibility",
        "/sv/tillganglighet",
        "/en/accessibility",
        "fixed.ask_accessibility",
        footer=True,
    ),
    Route("about", "/sv/om", "/en/about", "fixed.ask_about", footer=True),
    Route("inside", "/sv/inne", "/en/inside", indexed=False),
    Route("inside-statuses", "/sv/inne/lagen", "/en/inside/statuses", indexed=False),
    Route("inside-upload", "/sv/inne/lagg-till", "/en/inside/add", indexed=False),
    Route("inside-corrections", "/sv/inne/ratta", "/en/inside/correct", indexed=False),
    Route("inside-reports", "/sv/inne/stammer-inte", "/en/inside/reports", indexed=False),
    Route("status-link", "/sv/rapportera", "/en/report-status", indexed=False),
    Route("error-report", "/sv/stammer-inte", "/en/report-error", indexed=False),
)


def files_of(route: Route) -> tuple[Route, ...]:
    """The page's own files: its path with an ending, its choices but those of the screen."""
    left_out = {*ONLY_ON_SCREEN, *route.only_on_screen}
    return tuple(
        Route(
            f"{route.name}_{form}",
            f"{route.sv}.{form}",
            f"{route.en}.{form}",
            maker,
            tuple(name for name in route.parameters if name not in left_out),
            kind=Kind.FILE,
            indexed=False,
        )
        for form, maker in route.files.items()
    )


ROUTES: Mapping[str, Route] = {
    route.name: route for page in _PAGES for route in (page, *files_of(page))
}
"""By name, in the order of the menu."""
