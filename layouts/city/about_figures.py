"""What the figures of a city's chart count, other statistics to choose, and what they leave out."""

from layouts import html
from layouts.city.answers import CityAnswers
from layouts.city.funding import funding_words
from layouts.city.own import own_choices
from layouts.city.tiles import RULE
from layouts.html.cards import disclosure
from layouts.html.forms import form, select
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_choices, release_title
from layouts.phrases.text import Text
from progress.emissions.series import Status
from progress.phrases.formats import signed_percent, tonnes


def about_figures(address: Address, answers: CityAnswers, t: Text) -> html.Details:
    """Folded under the chart: which series, the choice of another, notes, what the money covers."""
    lang, place = address.lang, answers.municipality
    choose = form(
        address,
        [
            select(
                address.with_query(release=answers.release.label),
                "release",
                t("city.emissions.release"),
                [*release_choices(answers.releases, t), *own_choices(answers, t)],
            )
        ],
        t("word.show"),
        label=t("city.emissions.choose"),
    )
    there = Address("city_restatements", lang, place.slug)
    revised = href(there.with_query(to_release=address.get("release")))
    return disclosure(
        t("city.emissions.notes"),
        choose,
        html.P(
            [
                _series_words(answers, t),
                " ",
                html.A(t("restatements.link.city"), href=revised),
            ]
        ),
        html.Ul(
            [
                html.Li(words)
                for words in (
                    *_notes(answers, t),
                    *_borders(answers, t),
                    *_estimates(answers, t),
                )
            ]
        ),
        html.P(" ".join(funding_words(lang, answers))),
        html.P(t("city.alike.rule.words", year=answers.years[-1]), id=RULE),
    )


def _borders(answers: CityAnswers, t: Text) -> list[str]:
    """What changed of the municipality itself since the series begins: an event of its own that
    moves no sector and changes what is counted."""
    return [
        f"{event.text(t.lang)} ({event.source_title})"
        for event in answers.events
        if event.municipality_code == answers.municipality.code
        and event.way is None
        and not event.sectors
        and event.year > answers.years[0]
    ]


def _estimates(answers: CityAnswers, t: Text) -> list[str]:
    """What the pace in earlier statistics pointed to for a year that has come, and what it was."""
    by_label = {release.label: release for release in answers.releases}
    return [
        t(
            "city.emissions.estimate.outcome",
            release=release_title(by_label[row.release], t),
            estimate=tonnes(row.estimate, t.lang),
            year=row.year,
            outcome=tonnes(row.outcome, t.lang),
            miss=signed_percent(row.share, t.lang),
        )
        for row in answers.estimate_rows
        if row.outcome is not None
        and row.release in by_label
        and by_label[row.release].gas == answers.gas
    ]


def _series_words(answers: CityAnswers, t: Text) -> str:
    if answers.shows_own:
        return t(
            "city.emissions.series.own",
            scope=t(f"word.scope.{answers.scope}"),
            gas=t(f"word.gas.{answers.gas}"),
            publisher=answers.release.source.publisher,
            title=answers.release.title,
            label=answers.release.label,
        )
    return t(
        "city.emissions.series",
        gas=t(f"word.gas.{answers.gas}"),
        release=release_title(answers.release, t),
        publisher=answers.release.source.publisher,
    )


def _notes(answers: CityAnswers, t: Text) -> list[str]:
    years = answers.years
    gaps = [year for year in range(years[0], years[-1]) if year not in years]
    notes = [t("city.emissions.gaps")] if gaps else []
    if any(point.status is Status.PRELIMINARY for point in answers.points):
        notes.append(t("city.emissions.preliminary"))
    counts = "not_national" if answers.shows_own else "not_included"
    notes.append(t(f"city.emissions.{counts}"))
    return notes
