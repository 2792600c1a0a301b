"""Words about a person are erased: what goes, the words typed once more, and what was done."""

from collections.abc import Sequence

from dash.development.base_component import Component

from layouts import html
from layouts.frame.page import Page
from layouts.html.forms import hidden_field, labelled
from layouts.html.markup import Input
from layouts.html.tables import Column, table
from layouts.inside.answers import ErasureAnswers, Signed
from layouts.inside.frame import form, inside_page, options_of
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text

ERASE = "/auth/erase"
MOST_SHOWN = 100


def erasure_page(address: Address, answers: ErasureAnswers) -> Page:
    """What would be erased, and the button that does it; or what was."""
    t = text(address.lang)
    back = html.P(html.A(t("inside.corrections.all"), href=href(address)))
    parts: list[Component | None] = [back, html.H2(t("inside.erase"))]
    if answers.fault or answers.mistyped:
        words = answers.fault or t("inside.erase.mistyped")
        parts.append(html.P(words, className="notice", role="alert"))
    if answers.made:
        owner = answers.signed.names.get(answers.owner, answers.owner)
        parts.append(
            html.P(
                t("inside.erase.made", n=len(answers.texts), owner=owner),
                className="lead",
                role="status",
            )
        )
        if answers.asks:
            state = "requested" if answers.requested else "not_requested"
            parts.append(html.P(t(f"inside.erase.{state}")))
    elif answers.fault:
        parts.append(erase_form(address, answers.signed, (answers.owner,), t))
    else:
        parts += _preview(address, answers, t)
    status = 422 if answers.fault or answers.mistyped else 200
    return inside_page(address, t("inside.corrections.title"), parts, status=status)


def erase_form(address: Address, signed: Signed, owners: Sequence[str], t: Text) -> Component:
    """The form of what is to be erased, by whose it is."""
    labels = {owner: signed.names.get(owner, owner) for owner in owners}
    words = Input(type="text", name="words", required=True, maxLength=200, autoComplete="off")
    ask = Input(type="checkbox", name="request", value="yes")
    return html.Div(
        [
            html.P(t("inside.erase.lead")),
            form(
                ERASE,
                address.lang,
                signed,
                labelled(
                    t("inside.upload.owner"), html.Select(options_of(labels, None), name="owner")
                ),
                labelled(t("inside.erase.words"), words, note=t("inside.erase.words.note")),
                html.P(html.Label([ask, " ", t("inside.erase.request")])),
                html.Button(t("inside.upload.check"), type="submit", name="do", value="check"),
                className="entry",
            ),
        ]
    )


def _preview(address: Address, answers: ErasureAnswers, t: Text) -> list[Component | None]:
    """Every text as it would be, and the field in which the words are typed once more."""
    again = Input(type="text", name="again", required=True, maxLength=200, autoComplete="off")
    columns = [
        Column(t("inside.upload.what")),
        Column(t("inside.upload.row")),
        Column(t("inside.corrections.field")),
        Column(t("inside.upload.becomes"), wide=True),
    ]
    rows = [
        [_kind(kind, t), key, name, words] for kind, key, name, words in answers.texts[:MOST_SHOWN]
    ]
    more = len(answers.texts) - MOST_SHOWN
    caption = t("inside.erase.goes")
    return [
        html.P(t("inside.erase.previewed", n=len(answers.texts)), className="lead", role="status"),
        table(caption, columns, rows, stack=True, caption_hidden=True) if rows else None,
        html.P(t("inside.upload.more", n=more)) if more > 0 else None,
        html.P(t("inside.erase.for_good"), className="notice"),
        form(
            ERASE,
            address.lang,
            answers.signed,
            hidden_field("owner", answers.owner),
            hidden_field("words", answers.words),
            hidden_field("request", "yes" if answers.asks else ""),
            labelled(t("inside.erase.again"), again),
            html.Button(t("inside.erase.make"), type="submit", name="do", value="make"),
            className="entry",
        ),
    ]


def _kind(kind: str, t: Text) -> str:
    for key in (f"inside.upload.kind.{kind}", f"inside.erase.kind.{kind}"):
        if key in t:
            return t(key)
    return t("inside.erase.kind.other")
