"""Work packages with their check-ins, and the local climate contract: on a city's page and its
party's."""

from collections.abc import Sequence
from typing import Any

from layouts import html
from layouts.follow_up.words import contract_source, signatories
from layouts.html.cards import disclosure, section
from layouts.html.markup import Element, Raw
from layouts.html.tables import Column, table
from layouts.phrases.corrections import corrected_words
from layouts.phrases.goal_words import quote_language
from layouts.phrases.pledges import freshness_words, promise_title, standing_badge, status_words
from layouts.phrases.status_lines import FORMS, status_lines_svg
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital, in_language
from progress.corrections import Correction
from progress.phrases.formats import part_of_date
from progress.promises.local_contracts import LocalContract, LocalContracts, WorkPackage
from progress.promises.pledge_status import standing
from progress.records import StatusReport


def packages_section(
    contracts: LocalContracts | None, lang: str, corrections: Sequence[Correction] = ()
) -> html.Section | None:
    """Each work package: where it stands, its line over time, every check-in, and what of it was
    corrected."""
    if contracts is None or not contracts.packages:
        return None
    t = text(lang)
    reported = sum(
        bool(contracts.reports.get(package.package_id)) for package in contracts.packages
    )
    message = t("packages.lead", n=len(contracts.packages), told=reported)
    parts: list[Any] = [html.P(message)]
    parts += [html.P(words, className="note", lang="sv") for words in _notes(contracts.packages)]
    drawing = status_lines_svg(
        [
            (_name(package, lang), contracts.reports.get(package.package_id, ()))
            for package in contracts.packages
        ],
        contracts.today,
        message,
        t,
    )
    if drawing:
        legend = "  ".join(f"{sign} {t(f'word.progress.{name}')}" for name, sign in FORMS.items())
        parts.append(
            html.Figure(
                [
                    html.H3(t("packages.chart")),
                    html.Figcaption(t("packages.reading")),
                    html.Div(Raw(drawing), className="chart-drawing"),
                    html.P(legend, className="note"),
                ],
                className="chart",
            )
        )
    columns = [
        Column(t("packages.column.package")),
        Column(t("packages.column.standing")),
        Column(t("packages.column.told")),
        Column(t("packages.column.all"), wide=True),
    ]
    rows = [_package(package, contracts, corrections, t) for package in contracts.packages]
    caption = t("packages.caption")
    parts = [*parts[:1], disclosure(caption, *parts[1:], table(caption, columns, rows, stack=True))]
    return section("packages", t("city.packages.heading"), *parts)


def local_section(contracts: LocalContracts | None, name: str, lang: str) -> html.Section | None:
    """How many have signed over time, as the sources give it, and who, where a list is loaded."""
    if contracts is None or not (contracts.local or contracts.signatories):
        return None
    t = text(lang)
    parts: list[Any] = []
    if contracts.local:
        newest = contracts.local[-1]
        parts.append(
            html.P(
                t(
                    "local.lead",
                    name=name,
                    count=capital(signatories(newest, t)),
                    when=part_of_date(newest.at, lang),
                )
            )
        )
        if newest.approximate:
            parts.append(html.P(t("local.approximate"), className="note"))
        columns = [
            Column(t("local.column.when")),
            Column(t("local.column.count")),
            Column(t("local.column.covers")),
            Column(t("local.column.quote"), wide=True),
        ]
        rows = [_local(contract, t) for contract in contracts.local]
        parts.append(table(t("local.caption", name=name), columns, rows, stack=True))
    if contracts.signatories:
        items = [
            html.Li(
                signatory.organisation
                if not signatory.signed
                else f"{signatory.organisation} ({part_of_date(signatory.signed, lang)})"
            )
            for signatory in contracts.signatories
        ]
        source = contracts.signatories[0].source_title
        parts.append(
            disclosure(
                t("local.list", n=len(items)),
                html.P(t("local.source", source=source), className="note"),
                _incomplete(contracts, t),
                html.Ul(items),
            )
        )
    else:
        parts.append(html.P(t("local.no_list"), className="note"))
    return section("local", t("city.local.heading"), *parts)


def _incomplete(contracts: LocalContracts, t: Text) -> html.P | None:
    """That the list names fewer than were last told to have signed."""
    if not contracts.local or len(contracts.signatories) >= contracts.local[-1].signatories:
        return None
    count = signatories(contracts.local[-1], t)
    return html.P(t("local.incomplete", n=len(contracts.signatories), of=count), className="note")


def _package(
    work_package: WorkPackage,
    contracts: LocalContracts,
    corrections: Sequence[Correction],
    t: Text,
) -> list[Any]:
    corrected = corrected_words(corrections, work_package.package_id, t)
    reports = contracts.reports.get(work_package.package_id, ())
    fresh = freshness_words(
        work_package.status,
        work_package.status_date,
        work_package.status_source,
        contracts.today,
        t,
    )
    return [
        promise_title(work_package.title_sv, work_package.title_en, t.lang),
        standing_badge(standing(work_package.status, work_package.end, contracts.today), t),
        html.Span([fresh, html.Br(), html.Small(corrected)]) if corrected else fresh,
        _check_ins(reports, t),
    ]


def _check_ins(reports: Sequence[StatusReport], t: Text) -> Any:
    if not reports:
        return t("packages.never")
    return html.Ul([html.Li(_check_in(report, t)) for report in reversed(reports)])


def _check_in(status_report: StatusReport, t: Text) -> Any:
    words = status_words(status_report.status, status_report.status_date, status_report.source, t)
    if not status_report.comment:
        return words
    comment = Element("span", status_report.comment, lang=quote_language(status_report.comment))
    return html.Span([f"{words}. ", comment])


def _local(local_contract: LocalContract, t: Text) -> list[Any]:
    quoted: list[Any] = []
    if local_contract.quote_sv:
        quoted = [
            Element("q", local_contract.quote_sv, lang=quote_language(local_contract.quote_sv)),
            " ",
        ]
    where = Element(
        "span", f"({contract_source(local_contract, t)})", lang=None if t.lang == "sv" else "sv"
    )
    return [
        part_of_date(local_contract.at, t.lang),
        signatories(local_contract, t),
        Element(
            "span", local_contract.note or t("word.none"), lang=None if t.lang == "sv" else "sv"
        ),
        Element("span", [*quoted, where], className="note"),
    ]


def _notes(packages: Sequence[WorkPackage]) -> list[str]:
    """What the source says of the packages, each remark once."""
    return list(dict.fromkeys(package.note for package in packages if package.note))


def _name(work_package: WorkPackage, lang: str) -> str:
    return in_language(work_package.title_sv, work_package.title_en, lang)
