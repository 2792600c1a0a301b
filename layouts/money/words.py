"""How names and effects from the sources are written on money pages."""

from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.phrases import kronor
from layouts.phrases.text import Text
from layouts.phrases.wording import capital
from progress.i18n import messages
from progress.money.cost_per_tonne import Effect, effects_of
from progress.money.plan import CostClass, CostRange
from progress.money.registry import Registry
from progress.phrases.formats import number
from progress.records import Grant, InvestmentAction

IN_ENGLISH = "ccc-"
"""How the ids of the EU's Climate City Contracts begin: those plans are written in English."""

NOTE = "money.note."
BEGINNINGS = tuple(
    sorted(key.removeprefix(f"{NOTE}of.") for key in messages("en") if key.startswith(f"{NOTE}of."))
)
"""How the remarks of imports begin, before what the publisher has."""

FUNDS = {
    "Europeiska regionala utvecklingsfonden (ERUF)": "ERUF",
    "European Regional Development Fund (ERDF)": "ERDF",
}
"""A fund's full name → how it is written briefly."""

THEMES: dict[str, str] = {
    "Att öka konkurrenskraften hos SMF": "small_firms",
    "Att stärka forskning": "research",
    "Att stödja övergången till en koldioxidsnål": "low_carbon",
    "Att öka tillgången till, användningen av": "digital",
    "Att främja hållbara transporter": "transport",
    "Tekniskt stöd": "assistance",
    "Förstudie": "pre_study",
    "Innovationsprojekt": "innovation_project",
    "Forskningsprojekt": "research_project",
    "Demonstrationsprojekt": "demonstration_project",
}
"""How a publisher's theme begins → its short name's key; tables keep the publisher's words."""


NO_REGISTRY = Registry()


def funder(grant: Grant, lang: str, registry: Registry = NO_REGISTRY) -> str:
    """The funder's name in the register."""
    return registry.funder_name(grant.funder, lang)


def span(first: int, last: int) -> str:
    """A span of years that no line breaks; one year where they are alike."""
    return str(first) if first == last else f"{first}\u2060–\u2060{last}"


def programme(grant: Grant, t: Text, registry: Registry = NO_REGISTRY) -> str:
    """The programme's name in the register, briefly."""
    return programme_name(grant.programme, t, registry)


def programme_name(name: str, t: Text, registry: Registry = NO_REGISTRY) -> str:
    """A programme's name, shortened where a fund's full name repeats on every row."""
    name = registry.programme_name(name, t.lang)
    for whole, short in FUNDS.items():
        name = name.replace(whole, short)
    return name or t("money.flow.no_programme")


def theme(grant: Grant, t: Text) -> str:
    """The theme, briefly."""
    return theme_name(grant.theme, t)


def theme_name(published: str, t: Text) -> str:
    """A publisher's theme, briefly."""
    for beginning, name in THEMES.items():
        if published.startswith(beginning):
            return t(f"money.theme.{name}")
    return published or t("money.flow.no_theme")


def sector(code: str, t: Text) -> str:
    """A plan's field in words; one that we have no words for stands as it is."""
    key = f"money.sector.{code or 'unknown'}"
    return t(key) if key in t else code


def class_name(each: CostClass, t: Text) -> str:
    """A class of cost in words: "investering, hela åtgärden"."""
    kind = t(f"money.plan.kind.{each.kind}")
    name = t("money.plan.class_name", kind=kind, period=t(f"money.plan.period.{each.period}"))
    name = capital(name)
    return name if each.currency == "SEK" else f"{name} ({each.currency})"


def cost(each: CostRange, lang: str, currency: str) -> str:
    """A range of cost."""
    return kronor.brief_range(each.low, each.high, lang, currency)


def action_cost(row: InvestmentAction, t: Text) -> str:
    """An action's cost as published, with what it is where that is not the whole cost."""
    if row.cost_low is None:
        return t("money.rank.unknown")
    high = row.cost_low if row.cost_high is None else row.cost_high
    amount = kronor.brief_range(row.cost_low, high, t.lang, row.cost_currency)
    if row.cost_high is None:
        amount = t("money.rank.at_least", amount=amount)
    if row.cost_period == "per_year":
        amount = t("money.rank.per_year", amount=amount)
    return amount


def tonnes(low: Decimal, high: Decimal, lang: str) -> str:
    """Tonnes, low to high; fractions only below ten."""
    ends = [
        number(float(end), lang, 1 if 0 < end < 10 and end != int(end) else 0)
        for end in (low, high)
    ]
    return ends[0] if low == high else f"{ends[0]}–{ends[1]}"


def effect(each: Effect, t: Text) -> str:
    """An effect with its kind: "7 000–20 000 per år"; uptake is named."""
    figure = f"{tonnes(each.low, each.high, t.lang)} ({t(f'money.period.{each.period}')})"
    return figure if each.measure == "reduction" else f"{figure}, {t('money.measure.sink')}"


def action_effect(row: InvestmentAction, t: Text) -> str:
    """All effects of an action, or that they are unknown."""
    result = [effect(each, t) for each in effects_of(row)]
    return "; ".join(result) or t("money.rank.unknown")


def quality(flags: str, t: Text) -> str:
    """Quality flags in words; one that we have no words for stands as it is."""
    return ", ".join(
        t(f"money.quality.{flag}") if f"money.quality.{flag}" in t else flag
        for flag in (each.strip() for each in flags.split(";"))
        if flag
    )


def note(remark: str, t: Text) -> str:
    """A remark on a grant in the reader's language, where it is the collection's or an import's
    own; anybody else's stands as written.
    """
    if f"{NOTE}{remark}" in t:
        return t(f"{NOTE}{remark}")
    return "; ".join(_part(part, t) for part in remark.split("; "))


def _part(part: str, t: Text) -> str:
    if f"{NOTE}{part}" in t:
        return t(f"{NOTE}{part}")
    beginning = next(
        (each for each in BEGINNINGS if part.startswith((f"{each}: ", f"{each} "))), None
    )
    return part if beginning is None else t(f"{NOTE}of.{beginning}") + part[len(beginning) :]


def of_plan(text_of_plan: str, row: InvestmentAction) -> Component | str:
    """A plan's own text, marked with its language where we know it."""
    if not text_of_plan.strip("–") or not row.source_id.startswith(IN_ENGLISH):
        return text_of_plan
    return html.Span(text_of_plan, lang="en")


def kind_of(grant: Grant, t: Text) -> str:
    """What kind of amount a grant's is; below zero it was paid back."""
    back = grant.amount is not None and grant.amount < 0
    return t(f"money.kind.{'paid_back' if back else grant.amount_kind or 'unknown'}")
