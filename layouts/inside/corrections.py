"""What everyone sees is corrected: choose a row or an import, see what changes, give the reason."""

from collections.abc import Callable, Sequence
from itertools import groupby
from urllib.parse import urlencode

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Input
from layouts.html.tables import Column, table
from layouts.inside.answers import CorrectionAnswers, CorrectionTarget
from layouts.inside.erasing import erase_form
from layouts.inside.faults import fault_parts
from layouts.inside.fields import FIELD, label_of, row_fields
from layouts.inside.frame import confirmation, form, inside_page, options_of
from layouts.inside.previews import lines_under
from layouts.links.addresses import Address, href
from layouts.phrases.corrections import sentence
from layouts.phrases.text import Text, text
from progress.corrections import LONGEST_REASON, same_titles
from progress.phrases.formats import day

ACTION = "/auth/correct"


def corrections_page(address: Address, answers: CorrectionAnswers) -> Page:
    """One correction, from its form over its preview to its being made; else what can be made."""
    t = text(address.lang)
    title = t("inside.corrections.title")
    target = answers.target
    status = 422 if answers.faults else 200
    if not target.key:
        return inside_page(address, title, _choice(address, answers, t), status=status)
    back = html.P(html.A(t("inside.corrections.all"), href=href(address)))
    parts: list[Component | None] = [back, html.H2(_name(target, t)), _title(answers)]
    if answers.faults:
        parts.append(html.Div(fault_parts(answers.faults, t), role="alert"))
    if answers.previewed:
        parts += _preview(address, answers, t)
    if not answers.made:
        parts += _forms(address, answers, t)
    return inside_page(address, title, parts, status=status)


def _name(target: CorrectionTarget, t: Text) -> str:
    return f"{_kind(target.kind, t)}: {target.key}"


def _title(answers: CorrectionAnswers) -> Component | None:
    """What the row is called, besides its key."""
    target = answers.target
    titles = (
        title
        for kind, key, title in answers.rows.get(target.owner, ())
        if (kind, key) == (target.kind, target.key)
    )
    title = next(titles, "")
    return html.P(title) if title else None


def _kind(kind: str, t: Text) -> str:
    """What rows of a kind are called; its name for those that nobody here corrects."""
    key = "inside.corrections.import" if kind == "import" else f"inside.upload.kind.{kind}"
    return t(key) if key in t else kind


def _preview(address: Address, answers: CorrectionAnswers, t: Text) -> list[Component | None]:
    """What the correction changes, and the button that makes it."""
    state = "made" if answers.made else "previewed"
    target = answers.target
    parts: list[Component | None] = [
        html.P(t(f"inside.corrections.{state}.{target.action}"), className="lead", role="status")
    ]
    if answers.changes:
        merges = target.action == "merge"
        columns = [
            Column(t("inside.corrections.field")),
            Column(target.key if merges else t("inside.upload.old"), wide=True),
            Column(
                t("inside.corrections.kept", key=target.into)
                if merges
                else t("inside.upload.becomes"),
                wide=True,
            ),
        ]
        labels = {field.name: label_of(field, t) for field in answers.fields}
        none = t("word.none")
        rows = [
            [labels.get(name, name), old or none, new or none] for name, old, new in answers.changes
        ]
        caption = t("inside.corrections.changes")
        parts.append(table(caption, columns, rows, stack=True, caption_hidden=True))
    parts += lines_under(t("inside.upload.shown"), answers.shown)
    if not answers.made:
        values = [hidden_field(FIELD + name, value) for name, value in target.values.items()]
        parts.append(
            form(
                ACTION,
                address.lang,
                answers.signed,
                *_hidden(target, target.action),
                hidden_field("reason", target.reason),
                hidden_field("confirmed", "yes" if target.confirmed else ""),
                hidden_field("into", target.into) if target.into else None,
                *values,
                html.Button(
                    t(f"inside.corrections.make.{target.action}"),
                    type="submit",
                    name="do",
                    value="make",
                ),
            )
        )
    return parts


def _hidden(target: CorrectionTarget, action: str) -> list[Component]:
    pairs = (("owner", target.owner), ("kind", target.kind), ("key", target.key))
    return [*(hidden_field(name, value) for name, value in pairs), hidden_field("action", action)]


def _forms(address: Address, answers: CorrectionAnswers, t: Text) -> list[Component | None]:
    target = answers.target
    check = {"type": "submit", "name": "do", "value": "check"}

    def of(action: str, *fields: Component) -> Component:
        return form(
            ACTION,
            address.lang,
            answers.signed,
            *_hidden(target, action),
            *fields,
            _reason(target, action, t),
            html.Button(t("inside.upload.check"), **check),
            className="entry",
        )

    if target.action in ("undo", "restore"):
        return [html.P(t(f"inside.corrections.{target.action}.lead")), of(target.action)]
    fields = row_fields(answers.fields, target.values, t)
    confirmed = confirmation(target.confirmed, t)
    withdrawal = html.Details(
        [
            html.Summary(t("inside.corrections.withdraw")),
            html.P(t("inside.corrections.withdraw.lead")),
            of("withdraw"),
        ],
        open=target.action == "withdraw",
    )
    return [of("correct", *fields, confirmed), _merging(answers, of, t), withdrawal]


def _merging(answers: CorrectionAnswers, of: Callable[..., Component], t: Text) -> Component | None:
    """The form by which the row is merged into another of its kind."""
    if not answers.others:
        return None
    target = answers.target
    choices = {"": t("inside.corrections.merge.choose")}
    choices |= {key: f"{key} {title}" for key, title in answers.others}
    into = html.Select(options_of(choices, target.into), name="into", required=True)
    return html.Details(
        [
            html.Summary(t("inside.corrections.merge")),
            html.P(t("inside.corrections.merge.lead")),
            of("merge", labelled(t("inside.corrections.merge.into"), into)),
        ],
        open=target.action == "merge",
    )


def _possible_duplicates(
    address: Address, rows: Sequence[tuple[str, str, str]], owner: str, t: Text
) -> Component | None:
    """Rows of a kind that have the same title: each leads to its merging with the first."""
    links = [
        html.Li(
            [
                f"{_kind(kind, t)}: {title} ",
                _link(address, owner, kind, key, "merge", into=first),
                f" = {first}",
            ]
        )
        for kind, first, key, title in same_titles(rows)
    ]
    if not links:
        return None
    return html.Section(
        [html.H3(t("inside.corrections.duplicates")), html.Ul(links)], className="notice"
    )


def _reason(target: CorrectionTarget, action: str, t: Text) -> Component:
    field = Input(
        type="text", name="reason", value=target.reason, required=True, maxLength=LONGEST_REASON
    )
    # Several forms of one page ask for it: a note has its id once.
    note = "" if action in ("withdraw", "merge") else t("inside.corrections.reason.note")
    return labelled(t("inside.corrections.reason"), field, note=note)


def _choice(address: Address, answers: CorrectionAnswers, t: Text) -> list[Component | None]:
    """What can be corrected, row by row and import by import, and what was."""
    if not answers.rows:
        return [html.P(t("inside.corrections.nobody"), className="lead")]
    parts: list[Component | None] = [html.P(t("inside.corrections.lead"), className="lead")]
    parts.append(html.Div(fault_parts(answers.faults, t), role="alert") if answers.faults else None)
    for owner, rows in answers.rows.items():
        parts.append(html.H2(answers.signed.names.get(owner, owner)))
        for kind, group in groupby(rows, key=lambda row: row[0]):
            entries = [
                html.Li([_link(address, owner, kind, key), f" {title}"]) for _, key, title in group
            ]
            summary = html.Summary(f"{_kind(kind, t)} ({len(entries)})")
            parts.append(html.Details([summary, html.Ul(entries)]))
        parts.append(_possible_duplicates(address, rows, owner, t))
        if not rows:
            parts.append(html.P(t("inside.none")))
    parts.append(html.H2(t("inside.corrections.imports")))
    entries = [
        html.Li(
            [
                _link(address, item.owner, "import", item.name),
                f" {item.title}, {day(item.made.date(), t.lang)}",
            ]
        )
        for item in answers.imports
    ]
    parts.append(html.Ul(entries) if entries else html.P(t("inside.none")))
    back = [
        html.Li([_link(address, owner, kind, key, "restore"), f" {_kind(kind, t)}"])
        for owner, rows in answers.withdrawn.items()
        for kind, key in rows
    ]
    if back:
        parts += [html.H2(t("inside.corrections.withdrawn")), html.Ul(back)]
    parts.append(
        html.Details(
            [
                html.Summary(t("inside.erase")),
                erase_form(address, answers.signed, tuple(answers.rows), t),
            ],
            id="erase",
        )
    )
    parts.append(html.H2(t("inside.corrections.before")))
    made = [html.Li(sentence(correction, t)) for correction in answers.corrections]
    parts.append(html.Ul(made) if made else html.P(t("inside.none")))
    return parts


def _link(
    address: Address, owner: str, kind: str, key: str, action: str = "correct", *, into: str = ""
) -> Component:
    chosen = {"owner": owner, "kind": kind, "key": key, "action": action}
    query = urlencode({**chosen, "into": into} if into else chosen)
    return html.A(key, href=f"{href(address)}?{query}")
