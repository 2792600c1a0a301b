"""A release's page: who published it, under which licence, from which file, and its rows."""

from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.html.markup import Element
from layouts.html.tables import facts
from layouts.links.addresses import Address, href
from layouts.metadata.citing import cite_release
from layouts.metadata.schema_org import release_structured_data
from layouts.phrases.corrections import corrected_words, corrections_section
from layouts.phrases.releases import kind_words, linked_publisher, provenance, release_title
from layouts.phrases.text import Text, text
from layouts.release.answers import ReleaseAnswers
from progress.dataset import Match
from progress.phrases.formats import day, number, year_span
from progress.records import Release

EMISSIONS = "emissions"


def page(address: Address, answers: ReleaseAnswers) -> Page:
    """Where the figures of one release come from, and where they are."""
    t, lang = text(address.lang), address.lang
    release = answers.release
    title = release_title(release, t)
    rows = number(release.rows, lang)
    body = html.Div(
        [
            html.P(t("origin.kicker"), className="kicker"),
            html.H1(title),
            html.P(t("origin.lead", kind=kind_words(release.kind, t), rows=rows), className="lead"),
            html.P(corrected_words(answers.corrections, release.label, t), className="note")
            if answers.corrections
            else None,
            section("origin", t("origin.heading"), facts(_facts(release, t))),
            section(
                "check",
                t("origin.check.heading"),
                html.P(t("origin.check")),
                html.Pre(html.Code(f'sha256sum "{release.file_name}"'), tabIndex="0"),
                html.P(Element("code", release.sha256), className="note"),
            )
            if "," not in release.file_name
            else section(
                "check",
                t("origin.check.heading"),
                html.P(t("origin.check.several")),
                html.P(Element("code", release.sha256), className="note"),
            ),
            section(
                "rows",
                t("origin.rows.heading"),
                html.Ul([html.Li(way) for way in _ways(answers, lang)]),
            ),
            corrections_section(answers.corrections, t),
            html.P(
                html.A(t("origin.all"), href=href(Address("data", lang)) + "#releases"),
                className="links",
            ),
        ],
        className="page page-data",
    )
    return Page(
        title=title,
        description=t("origin.description", title=title),
        lang=lang,
        address=address,
        body=body,
        structured_data=(release_structured_data(release, title, address),),
    )


def _facts(release: Release, t: Text) -> list[tuple[str, Any]]:
    source = release.source
    unknown = t("sources.released.unknown")
    shown: list[tuple[str, Any]] = [
        (t("origin.label"), Element("code", release.label)),
        (t("sources.column.publisher"), linked_publisher(source, t)),
        (t("data.sources.column.source"), provenance(source.title, t)),
        (t("sources.column.licence"), provenance(source.licence, t)),
        (
            t("origin.released"),
            unknown if release.released is None else day(release.released, t.lang),
        ),
        (t("origin.edition"), unknown if release.edition is None else str(release.edition)),
        (t("origin.imported"), day(release.imported.date(), t.lang)),
        (t("origin.file"), release.file_name),
        (t("sources.column.rows"), number(release.rows, t.lang)),
    ]
    if span := year_span(release.year_first, release.year_last):
        shown.append((t("sources.column.covers"), span))
    if release.gas is not None:
        shown.append((t("origin.gas"), t(f"word.gas.title.{release.gas}")))
    if release.scope is not None:
        shown.append((t("origin.scope"), t(f"word.scope.{release.scope}")))
    if source.note:
        shown.append((t("data.sources.column.note"), provenance(source.note, t)))
    shown.append((t("catalogue.cite.heading"), cite_release(release, t.lang)))
    return shown


def _ways(answers: ReleaseAnswers, lang: str) -> list[Any]:
    """Where the rows are as data: by the release's own address, by dataset, as files."""
    label = answers.release.label
    ways: list[Any] = [_way(f"/api/v1/releases/{label}")]
    for dataset in answers.datasets:
        if dataset.name == "releases":
            continue
        choices = {choice.name: choice.match for choice in dataset.filters}
        chosen = choices.get("release")
        if chosen is Match.ONE_OF or (chosen is Match.READ_ON and answers.release.gas):
            ways.append(
                [f"{dataset.title(lang)}: ", _way(f"/api/v1/{dataset.name}?release={label}")]
            )
    if answers.release.kind == EMISSIONS:
        ways += [_way(f"/data/emissions/{label}.{form}") for form in ("csv", "xlsx")]
    return ways


def _way(path: str) -> html.A:
    return html.A(path, href=path)
