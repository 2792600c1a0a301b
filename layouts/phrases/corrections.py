"""What has been corrected: a sentence at the row, and the list of a page."""

from collections.abc import Iterable, Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.html.cards import section
from layouts.phrases.pledges import KNOWN_STATUSES
from layouts.phrases.text import Text
from progress.corrections import Action, Correction, FieldChange
from progress.phrases.formats import day

AT_A_ROW = (Action.CORRECT, Action.RESTORE)
"""What is told at a row that is still there."""

MOST = 3
"""Fields told in a sentence; the rest stand in the open data."""


def corrected_words(corrections: Iterable[Correction], identity: str, t: Text) -> str:
    """What was last done with a row, or with a status of it: "Rättad 30 november 2026: fel målår
    i filen."; empty where nothing was."""
    done = [
        correction
        for correction in corrections
        if f"{correction.key} ".startswith(f"{identity} ") and correction.action in AT_A_ROW
    ]
    if not done:
        return ""
    newest = max(done, key=lambda correction: correction.correction_id)
    return t(
        f"corrections.at_row.{newest.action}",
        day=day(newest.day, t.lang),
        reason=newest.reason.removesuffix("."),
    )


def corrections_section(corrections: Sequence[Correction], t: Text) -> Component | None:
    """All that was corrected, the newest first; None where nothing was."""
    if not corrections:
        return None
    return section(
        "corrections",
        t("corrections.heading"),
        html.P(t("corrections.intro")),
        html.Ul([html.Li(sentence(correction, t)) for correction in corrections]),
    )


def sentence(correction: Correction, t: Text) -> str:
    """One correction with its day, what it was of, what it changed and why."""
    known = f"corrections.kind.{correction.kind}" in t
    kind = t(f"corrections.kind.{correction.kind}" if known else "corrections.kind.other")
    if correction.action is Action.MERGE:
        return _merged(correction, kind, t)
    changes = "; ".join(_change(change, t) for change in correction.changes[:MOST])
    more = len(correction.changes) - MOST
    if more > 0:
        changes += t("corrections.more", n=more)
    words = t(
        f"corrections.done.{correction.action}",
        day=day(correction.day, t.lang),
        what=f"{kind} {correction.key}",
        title=f" ({correction.title})" if correction.title else "",
    )
    reason = t("corrections.reason", reason=correction.reason.removesuffix("."))
    changes = changes.removesuffix(".")
    return f"{words}: {changes}. {reason}" if changes else f"{words}. {reason}"


def _merged(correction: Correction, kind: str, t: Text) -> str:
    (change,) = correction.changes
    words = t(
        "corrections.done.merge",
        day=day(correction.day, t.lang),
        what=f"{kind} {correction.key}",
        title=f" ({correction.title})" if correction.title else "",
        into=change.new,
    )
    return f"{words}. {t('corrections.reason', reason=correction.reason.removesuffix('.'))}"


def _change(change: FieldChange, t: Text) -> str:
    name = change.name_sv.lower() if t.lang == "sv" else change.name_en
    old, new = (_value(change.field, value, t) for value in (change.old, change.new))
    return t("corrections.change", field=name or change.field, old=old, new=new)


def _value(field: str, value: str, t: Text) -> str:
    if field == "status" and value in KNOWN_STATUSES:
        return t(f"word.progress.{value}")
    return value or t("corrections.nothing")
