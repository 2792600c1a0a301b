"""The data page: every loaded release with its origin, the sources, and what to know about them."""

from typing import Any

from layouts import html
from layouts.data.answers import DataAnswers
from layouts.frame.page import Page
from layouts.html.cards import disclosure, section
from layouts.html.folded import folded
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.breaks import break_notes
from layouts.phrases.corrections import corrections_section
from layouts.phrases.releases import provenance, release_table, release_title, with_licence
from layouts.phrases.text import Text, text
from progress.phrases.formats import number
from progress.records import Source

CAVEATS = (
    "gas",
    "releases",
    "gaps",
    "waste",
    "industry",
    "national",
    "outside",
    "rise",
    "estimates",
    "grants",
    "goals",
)

COMMANDS = (
    "klimat releases",
    "klimat releases --compare smhi-co2e-2025 smhi-co2e-2026",
    "klimat export emissions --format csv --output emissions.csv",
    "klimat export verdicts --format json --output verdicts.json",
)


def page(address: Address, answers: DataAnswers) -> Page:
    """What is loaded, from where, under which licence, and with which reservations."""
    t = text(address.lang)
    body = html.Div(
        [
            html.H1(t("data.title")),
            html.P(t("data.lead"), className="lead"),
            section(
                "caveats",
                t("data.caveats.heading"),
                html.Ul(
                    [
                        *(html.Li(t(f"data.caveat.{name}")) for name in CAVEATS),
                        *(html.Li(note) for note in _breaks(answers, t)),
                    ]
                ),
                html.P(
                    html.A(
                        t("restatements.link.data"),
                        href=href(Address("restatements", address.lang)),
                    )
                ),
            ),
            _releases(answers, t),
            _sources(answers, t),
            corrections_section(answers.corrections, t),
            section(
                "open-data",
                t("open_data.title"),
                html.P(t("open_data.lead")),
                html.P(
                    html.A(
                        t("open_data.description"), href=href(Address("open_data", address.lang))
                    )
                ),
            ),
            section(
                "download",
                t("data.download.heading"),
                html.P(t("data.download.intro")),
                html.Pre(html.Code("\n".join(COMMANDS)), tabIndex="0"),
            ),
        ],
        className="page page-data",
    )
    return Page(
        title=t("data.title"),
        description=t("data.description"),
        lang=address.lang,
        address=address,
        body=body,
    )


def _breaks(answers: DataAnswers, t: Text) -> list[str]:
    return [
        note
        for release in answers.releases
        for note in break_notes(
            answers.late_sectors.get(release.label, ()), release_title(release, t), t
        )
    ]


def _releases(answers: DataAnswers, t: Text) -> html.Section:
    releases = sorted(answers.releases, key=lambda release: release.kind != "emissions")
    rows = sum(release.rows for release in answers.releases)
    return section(
        "releases",
        t("data.releases.heading"),
        html.P(
            t("data.releases.intro", n=len(answers.releases), rows=number(rows, t.lang)),
        ),
        disclosure(
            f"{t('data.releases.caption')} ({len(releases)})",
            release_table(t("data.releases.caption"), releases, t),
        ),
    )


def _sources(answers: DataAnswers, t: Text) -> html.Section:
    columns = [
        Column(t("data.sources.column.source"), wide=True),
        Column(t("sources.column.publisher"), wide=True),
        Column(t("data.sources.column.note")),
    ]
    rows = [_source(source, t) for source in answers.sources.values()]
    return section(
        "all-sources",
        t("data.sources.heading"),
        html.P(t("data.sources.intro")),
        folded(t("data.sources.caption"), columns, rows),
    )


def _source(source: Source, t: Text) -> list[Any]:
    linked = source.address.startswith(("https://", "http://"))
    words = provenance(source.title, t)
    title: Any = html.A(words, href=source.address) if linked else words
    notes: list[Any] = [provenance(source.note, t)] if source.note else []
    if source.file_url and source.file_url != source.address:
        notes += [" ", html.A(t("data.sources.file"), href=source.file_url)]
    return [
        title,
        with_licence(provenance(source.publisher, t), source, t),
        notes or "",
    ]
