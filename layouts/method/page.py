"""The method page: rules, their reasons and limits, and what the statistics do not say."""

from collections.abc import Mapping

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.links.addresses import Address
from layouts.phrases.text import Text, text
from progress import constants
from progress.emissions.series import Gas
from progress.goals.hindcast import Band
from progress.money.duplicates import TOLERANCE
from progress.phrases.formats import number, percent
from progress.road.scenario import LAST_YEAR_TOLD

PARTS: dict[str, int] = {
    "series": 4,
    "goals": 4,
    "done": 4,
    "path": 4,
    "budget": 2,
    "verdict": 4,
    "none": 2,
    "indicators": 1,
    "money": 5,
    "compare": 1,
    "what_if": 2,
    "plan": 3,
    "sources": 14,
}
"""Part of the page → how many rules, or caveats, it tells."""

WITHOUT_REASON = frozenset({"sources"})
"""Parts that are limits themselves."""


def page(address: Address, bands: Mapping[Gas, Band]) -> Page:
    """Every rule behind a verdict; `bands` are those of the estimates of each gas."""
    t = text(address.lang)
    numbers = rule_numbers(address.lang) | {"bands": band_words(bands, t)}
    parts = [
        section(
            name,
            t(f"method.{name}.heading"),
            html.Ul(
                [html.Li(t(f"method.{name}.{place}", **numbers)) for place in range(1, count + 1)]
            ),
            None if name in WITHOUT_REASON else _reason(name, t),
        )
        for name, count in PARTS.items()
    ]
    return Page(
        title=t("method.title"),
        description=t("method.description"),
        lang=address.lang,
        address=address,
        body=html.Div(
            [html.H1(t("method.title")), html.P(t("method.lead"), className="lead"), *parts],
            className="page page-method",
        ),
    )


def _reason(name: str, t: Text) -> html.P:
    return html.P([html.Strong(t("method.why")), " ", t(f"method.{name}.why")])


def band_words(bands: Mapping[Gas, Band], t: Text) -> str:
    """How wide the bands are, one to so many years ahead: "växthusgaser 11, 14, 14 och 16 %"."""
    items = []
    for gas in (Gas.CO2E, Gas.CO2):
        band = bands.get(gas)
        if band is None or not band.shares:
            continue
        shares = ", ".join(number(share * 100, t.lang) for share in band.shares[:-1])
        last = percent(band.shares[-1], t.lang)
        listed = f"{shares} {t('word.and')} {last}" if shares else last
        items.append(t("method.done.band", gas=t(f"word.gas.short.{gas}"), shares=listed))
    return "; ".join(items) if items else t("word.missing")


def rule_numbers(lang: str) -> dict[str, str]:
    """The numbers of the rules as readers see them, by the names that the texts use."""
    return {
        "reduction": percent(constants.YARDSTICK_REDUCTION, lang),
        "target": str(constants.YARDSTICK_TARGET_YEAR),
        "base": str(constants.YARDSTICK_BASE_YEAR),
        "first": str(constants.DONE_FIRST_YEAR),
        "points": str(constants.DONE_MIN_POINTS),
        "level": percent(constants.LEVEL_SHARE_PER_YEAR, lang),
        "close": percent(constants.CLOSE_SHARE, lang),
        "band": percent(constants.BAND_SHARE, lang),
        "over": percent(constants.BUDGET_CLOSE_SHARE, lang),
        "lenient": percent(constants.LENIENT_SHARE, lang),
        "last": str(constants.LAST_YEARS),
        "plan": str(constants.PLAN_YEAR),
        "told": str(LAST_YEAR_TOLD),
        "alike": percent(float(TOLERANCE), lang),
    }
