"""A goal in words: its title in the reader's language, its quotation, where it stands."""

from layouts import html
from layouts.html.cards import quote
from layouts.phrases.text import Text
from layouts.phrases.wording import in_language
from progress.goals.goal import Goal

_SWEDISH = set("åäöÅÄÖ")
_ENGLISH_WORDS = frozenset({"the", "by", "will", "and", "emissions", "of", "to", "neutral"})


def title(goal: Goal, lang: str) -> str:
    """The goal's title; the Swedish one where no English exists."""
    return in_language(goal.title_sv, goal.title_en, lang)


def title_span(goal: Goal, lang: str) -> html.Span:
    """The title, marked as Swedish where that is not the page's language."""
    swedish = lang == "en" and not goal.title_en
    return html.Span(title(goal, lang), lang="sv" if swedish else None)


def quote_language(words: str) -> str:
    """Quotations are verbatim, so Swedish or English whatever the page's language is."""
    if _SWEDISH & set(words):
        return "sv"
    return "en" if _ENGLISH_WORDS & set(words.lower().split()) else "sv"


def source_words(goal: Goal, t: Text) -> str:
    """Where the goal is stated: title, section and year of the contract."""
    parts = [goal.source_title]
    if goal.source_section:
        parts.append(t("word.section", section=goal.source_section))
    if goal.contract_version_year is not None:
        parts.append(t("word.contract_year", year=goal.contract_version_year))
    return ", ".join(part for part in parts if part)


def goal_quote(goal: Goal, t: Text) -> html.Figure | html.P | None:
    """The goal verbatim with its source; the source alone where no words are held."""
    source = source_words(goal, t)
    if goal.quote:
        return quote(goal.quote, source, lang=quote_language(goal.quote))
    return html.P(source, className="note") if source else None
