"""The meeting page: one view at a time, or all of them one after the other for paper."""

from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.html.blocks import Block
from layouts.html.markup import Input, aria, data
from layouts.links.addresses import Address, href
from layouts.links.languages import language_links
from layouts.links.routes import ROUTES
from layouts.meeting.answers import MeetingAnswers
from layouts.meeting.changes import changes
from layouts.meeting.foot import release_words, rests_on, state_words
from layouts.meeting.frozen import frozen
from layouts.meeting.minutes import minutes
from layouts.meeting.parts import first_part, later_part, part_count
from layouts.meeting.road_view import road
from layouts.meeting.screen import screen
from layouts.meeting.view import CHANGES, Setting, View
from layouts.meeting.views import BUILDERS, VIEW_IDS, all_views
from layouts.phrases.text import Text, text

ALL = "all"
UNNUMBERED = {CHANGES: changes, "frozen": frozen, "road": road, "minutes": minutes}
"""Views beside the numbered ones: of an earlier meeting, of scenarios, and for the minutes."""
KEYS = ("next", "previous", "number", "first", "last", "help")


def page(address: Address, answers: MeetingAnswers) -> Page:
    """The view that the address names, the first where it names none."""
    t = text(address.lang)
    name = answers.city.municipality.name
    chosen = address.get("view") or (CHANGES if address.get("meeting") else "1")
    if chosen == ALL:
        body, views = _all(address, answers, t)
        title = t("meeting.title", name=name)
    else:
        body, views = _one(address, answers, chosen, t)
        title = f"{views[0].heading} – {t('meeting.title', name=name)}"
    return Page(
        title,
        t("meeting.description", name=name),
        address.lang,
        address,
        body,
        (*answers.city.problems, *answers.problems),
        stylesheet="meeting.css",
    )


def _one(
    address: Address, answers: MeetingAnswers, chosen: str, t: Text
) -> tuple[html.Div, list[View]]:
    number = 0 if chosen in UNNUMBERED else int(chosen)
    builder = BUILDERS[number - 1] if number else UNNUMBERED[chosen]
    view = builder(Setting(address, answers))
    of = part_count(view.body) if number else 1
    part = min(int(address.get("part") or 1), of)
    parts = [
        _top(address, answers, t),
        html.Div(
            [
                html.H1(_heading(view, part, of, t)),
                *screen(_blocks(view, part, of, address), address, 2),
                _take(address, t) if part == 1 and number in (1, len(VIEW_IDS)) else None,
            ],
            className="meeting-view",
        ),
        _steps(address, number, part, of, t),
        _foot(address, answers, view, t),
    ]
    return html.Div(parts, className="meeting", **data(view=str(number))), [view]


def _heading(view: View, part: int, of: int, t: Text) -> str:
    """The view's heading, with which of its parts it is in the later ones."""
    return view.heading if part == 1 else t("meeting.part", heading=view.heading, n=part, of=of)


def _blocks(view: View, part: int, of: int, address: Address) -> tuple[Block, ...]:
    """What the part shows; a list that goes on leads to the next part."""
    if of == 1:
        return view.body
    if part > 1:
        return later_part(view.body, part)
    there = href(address.with_query(part=2))
    return first_part(view.body, lambda more: html.A(more, href=there))


def _all(address: Address, answers: MeetingAnswers, t: Text) -> tuple[html.Div, list[View]]:
    views = all_views(Setting(address, answers))
    name = answers.city.municipality.name
    first = address.with_query(view="1")
    parts: list[Any] = [
        html.Header(
            [
                html.H1(t("meeting.title", name=name)),
                html.P(t("meeting.all.intro", n=len(views))),
                html.P(
                    [
                        html.A(t("meeting.start"), href=href(first), className="button"),
                        " ",
                        html.Button(
                            t("meeting.print"),
                            type="button",
                            hidden=True,
                            className="plain",
                            **data(print=""),
                        ),
                    ],
                    className="no-print",
                ),
                _take(address, t),
            ],
            className="meeting-cover",
        )
    ]
    parts += [
        html.Section(
            [
                html.H2(view.heading, id=view.view_id),
                *screen(view.body, address, 3),
                _foot(address, answers, view, t),
            ],
            className="meeting-view",
            **aria(labelledby=view.view_id),
        )
        for view in views
    ]
    return html.Div(parts, className="meeting meeting-all"), views


def _top(address: Address, answers: MeetingAnswers, t: Text) -> html.Div:
    """Whose meeting it is, and the ways out."""
    place = answers.city.municipality
    links = [
        html.A(t("meeting.changes.link"), href=href(address.with_query(view=CHANGES))),
        html.A(t("meeting.road"), href=href(address.with_query(view="road")))
        if address.all("scenario")
        else None,
        html.A(t("meeting.minutes.link"), href=href(address.with_query(view="minutes"))),
        html.A(t("meeting.all"), href=href(address.with_query(view=ALL))),
        *language_links(address),
        html.A(t("meeting.leave"), href=href(Address("city", address.lang, place.slug))),
    ]
    return html.Div(
        [
            html.P(t("meeting.kicker", name=place.name)),
            html.Div(
                [
                    html.Button(
                        t("meeting.fullscreen"),
                        type="button",
                        hidden=True,
                        className="plain",
                        **data(fullscreen=""),
                    ),
                    *links,
                ]
            ),
        ],
        className="meeting-top",
    )


def _take(address: Address, t: Text) -> html.P:
    """The meeting as files, with the choices that the address makes, and for paper."""
    parts: list[Any] = [t("pack.take"), " "]
    for form in ROUTES["meeting"].files:
        link = href(address.file(form))
        parts += [html.A(t(f"pack.take.{form}"), href=link, download=""), " "]
    parts += [html.A(t("pack.take.print"), href=href(address.with_query(view=ALL))), " "]
    parts.append(html.A(t("meeting.minutes.link"), href=href(address.with_query(view="minutes"))))
    return html.P(parts, className="meeting-take no-print")


def _steps(address: Address, number: int, part: int, of: int, t: Text) -> html.Nav:
    """Back and on, the progress mark, and what the keys do."""
    last = len(VIEW_IDS)
    items = []
    for place, view_id in enumerate(VIEW_IDS, start=1):
        here = place == number
        label = t(f"meeting.step.{view_id}")
        link = html.A(
            [html.Span(str(place)), html.Span(label, className="step-name")],
            href=href(address.with_query(view=str(place), part=None)),
            title=label,
            **aria(current="step" if here else None),
            **data(go={1: "first", last: "last"}.get(place)),
        )
        items.append(html.Li(link))
    return html.Nav(
        [
            _step(_before(address, number, part), "previous", t),
            html.Ol(items),
            html.P(
                t("meeting.progress", n=number, of=last) if number else "",
                className="meeting-progress",
            ),
            _help(t),
            _step(_after(address, number, part, of), "next", t),
        ],
        className="meeting-steps",
        **aria(label=t("meeting.steps")),
    )


def _before(address: Address, number: int, part: int) -> Address | None:
    """The part before in a later part, else the view before; None where there is none."""
    if part > 1:
        return address.with_query(view=str(number), part=part - 1 if part > 2 else None)
    return _view(address, number - 1)


def _after(address: Address, number: int, part: int, of: int) -> Address | None:
    """The next part in a later part, else the next view; None where there is none."""
    if 1 < part < of:
        return address.with_query(view=str(number), part=part + 1)
    return _view(address, number + 1)


def _view(address: Address, number: int) -> Address | None:
    known = 1 <= number <= len(VIEW_IDS)
    return address.with_query(view=str(number), part=None) if known else None


def _step(there: Address | None, name: str, t: Text) -> Any:
    words = t(f"meeting.{name}")
    if there is None:
        return html.Span(words, className="button meeting-ended", **aria(hidden="true"))
    return html.A(
        words,
        href=href(there),
        rel="prev" if name == "previous" else "next",
        className="button",
        **data(go=name),
    )


def _help(t: Text) -> html.Details:
    keys = [
        cell
        for name in KEYS
        for cell in (
            html.Dt(html.Kbd(t(f"meeting.key.{name}"))),
            html.Dd(t(f"meeting.key.{name}.does")),
        )
    ]
    off = html.Label(
        [Input(type="checkbox", **data(help_key="")), " ", t("meeting.key.off")], hidden=True
    )
    return html.Details(
        [html.Summary(t("meeting.help")), html.Div([html.Dl(keys, className="pairs"), off])],
        className="meeting-help",
    )


def _foot(address: Address, answers: MeetingAnswers, view: View, t: Text) -> html.Footer:
    """Data version, the releases with their days, and the address: what the minutes need."""
    where, lang = href(address), address.lang
    parts: list[Any] = [state_words(answers, t), " "]
    if releases := rests_on(answers, view.kinds):
        before, after = t("meeting.foot.releases", releases="\0").split("\0")
        for release in releases:
            there = href(Address("release", lang, slug=release.label))
            words = release_words(release, t)
            parts += ["; " if release is not releases[0] else before, html.A(words, href=there)]
        parts += [after, " "]
    return html.Footer(
        html.P([*parts, html.Span(where, **data(address=where))]), className="meeting-foot"
    )
