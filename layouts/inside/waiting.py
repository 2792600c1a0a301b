"""What waits for somebody: late promises, reports that are due, drafts, new statistics."""

from dash.development.base_component import Component

from layouts import html
from layouts.inside.answers import InsideAnswers
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text
from progress.promises.reporting import Waiting


def waiting_parts(answers: InsideAnswers, t: Text) -> list[Component]:
    """Counts for each owner, each leading to where the work is done, and the statistics."""
    several = len(answers.waiting) > 1
    parts: list[Component] = []
    for owner, waiting in answers.waiting.items():
        if several:
            parts.append(html.H2(answers.signed.names.get(owner, owner)))
        drafts = sum(not item.published and item.owner == owner for item in answers.held)
        reports = sum(report.owner == owner for report in answers.error_reports)
        counts = _counts(owner, waiting, drafts, reports, t)
        parts.append(html.Ul(counts, className="counts"))
    return [*parts, *_newest(answers, t)]


def _counts(owner: str, waiting: Waiting, drafts: int, reports: int, t: Text) -> list[Component]:
    statuses = f"{href(Address('inside-statuses', t.lang))}#{owner}"
    counts = (
        ("late", waiting.late, statuses),
        ("overdue", waiting.overdue, statuses),
        ("to_report", waiting.to_report, statuses),
        ("drafts", drafts, "#waiting"),
        ("error_reports", reports, href(Address("inside-reports", t.lang))),
    )
    return [
        html.Li(html.A([html.Strong(str(number)), words.removeprefix(str(number))], href=there))
        for name, number, there in counts
        for words in [t(f"inside.waits.{name}", n=number)]
    ]


def _newest(answers: InsideAnswers, t: Text) -> list[Component]:
    """The newest statistics, with what they changed and where they show."""
    release = answers.newest
    if release is None:
        return []
    links = [html.A(t("inside.waits.restated"), href=href(Address("restatements", t.lang)))]
    links += [
        html.A(answers.signed.names[owner], href=href(Address("city", t.lang, slug=slug)))
        for owner, slug in answers.signed.slugs.items()
    ]
    apart = [part for link in links for part in (" · ", link)]
    return [html.P([t("inside.waits.newest", title=release.title), *apart])]
