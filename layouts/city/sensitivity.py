"""What would change a verdict, and where its rules are told."""

from typing import Any

from layouts import html
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text
from progress.emissions.series import Unit
from progress.goals.verdict_model import Attainment, Robustness, Verdict
from progress.phrases.formats import number, tonnes
from progress.phrases.words import plain_word, variant_phrase


def rules(verdict: Verdict, t: Text) -> html.Span:
    """The sections of the method page that the verdict follows."""
    middle = "budget" if verdict.budget is not None else "path"
    method = href(Address("method", t.lang))
    links: list[Any] = []
    for part in ("done", middle, "verdict"):
        links += [", ", html.A(t(f"method.{part}.heading"), href=f"{method}#{part}")]
    return html.Span(links[1:])


def what_changes(verdict: Verdict, t: Text) -> str:
    """The margin to another answer, and whether another choice of years gives one.

    Empty where there is no attainment that could change.
    """
    if verdict.attainment in (Attainment.REACHED, Attainment.MISSED, Attainment.AWAITING):
        return t("city.how.changes.observed")
    sentences = [words for words in (_margin(verdict, t), _years(verdict, t)) if words]
    return " ".join(sentences)


def _margin(verdict: Verdict, t: Text) -> str:
    account = verdict.budget
    if verdict.attainment is Attainment.NOT_ASSESSABLE:
        return ""
    if account is not None:
        over = account.projected_sum_tonnes - account.budget_tonnes
        key = "city.how.changes.sum.less" if over > 0 else "city.how.changes.sum.more"
        return t(key, margin=tonnes(abs(over), t.lang))
    if verdict.projected is None or verdict.target is None:
        return ""
    over = verdict.projected - verdict.target
    if over == 0:
        return ""
    decimals = 0 if verdict.unit is Unit.TONNES else 3
    margin = f"{number(abs(over), t.lang, decimals)} {t(f'word.unit.{verdict.unit}')}"
    key = "city.how.changes.pace.less" if over > 0 else "city.how.changes.pace.more"
    return t(key, year=verdict.target_year, margin=margin)


def _years(verdict: Verdict, t: Text) -> str:
    if verdict.robustness is Robustness.FRAGILE and not verdict.variants:
        return t("city.how.changes.few")
    if verdict.robustness is Robustness.FRAGILE:
        listed = ", ".join(
            f"{variant_phrase(variant.code, t.lang)} ({plain_word(variant.attainment, t.lang)})"
            for variant in verdict.variants
        )
        return t("city.how.changes.fragile", variants=listed)
    return t("city.how.changes.stable") if verdict.variants else ""
