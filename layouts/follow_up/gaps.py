"""What is missing where: each city against each kind of data, in words."""

from layouts import html
from layouts.follow_up.answers import FollowUpAnswers
from layouts.follow_up.words import signatories
from layouts.html.cards import section
from layouts.html.folded import folded
from layouts.html.markup import Element, data
from layouts.html.tables import Column
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from progress.data_coverage import CityData, Known, Subject
from progress.phrases.formats import part_of_date

MOST_NAMED = 4


def gaps_section(address: Address, answers: FollowUpAnswers) -> html.Section:
    """The matrix, with what most cities lack said first."""
    t, lang = text(address.lang), address.lang
    names = {city.code: city for city in answers.cities}
    columns = [
        Column(t("follow_up.column.city")),
        *(Column(t(f"follow_up.data.{subject}")) for subject in Subject),
        Column(t("follow_up.data.column.missing"), numeric=True),
    ]
    rows = []
    for city_data in answers.data:
        city = names[city_data.code]
        cells = [_cell(city_data, subject, t) for subject in Subject]
        missing = t("follow_up.data.missing", n=city_data.missing, of=len(Subject))
        link = href(Address("city", lang, city.slug))
        rows.append([html.A(city.name, href=link), *cells, missing])
    return section(
        "data",
        t("follow_up.data.heading"),
        html.P(t("follow_up.data.intro")),
        html.P(_summary(answers, t)),
        folded(t("follow_up.data.caption", year=answers.year), columns, rows, stack=False),
    )


def data_words(city_data: CityData, subject: Subject, t: Text) -> str:
    """What is there, in words; "missing" where nothing is."""
    if city_data.known(subject) is Known.NONE:
        return t("follow_up.data.none")
    match subject:
        case Subject.STATISTICS:
            return t("follow_up.data.statistics.words")
        case Subject.OWN_SERIES:
            return ", ".join([t(f"word.scope.{scope}") for scope in city_data.own_series])
        case Subject.CONTRACT:
            key = "words" if city_data.contract else "quoted"
            years = ", ".join([str(year) for year in city_data.contract or city_data.quoted])
            return t(f"follow_up.data.contract.{key}", years=years)
        case Subject.GRANTS:
            return t("follow_up.data.grants.rows", n=city_data.grants.n)
        case Subject.LOCAL:
            assert city_data.local is not None
            return t(
                "follow_up.data.local.words",
                count=signatories(city_data.local, t),
                when=part_of_date(city_data.local.at, t.lang),
            )
    count = city_data.of(subject)
    if subject is Subject.PLAN:
        return t("follow_up.data.plan.words", known=count.n, n=count.of)
    if subject is Subject.GOALS and city_data.indicative:
        return t(
            "follow_up.data.goals.indicative", n=count.n, of=count.of, more=city_data.indicative
        )
    return t("follow_up.data.of", n=count.n, of=count.of)


def _cell(city_data: CityData, subject: Subject, t: Text) -> Element:
    words = data_words(city_data, subject, t)
    return Element("span", words, className="known", **data(known=str(city_data.known(subject))))


def _summary(answers: FollowUpAnswers, t: Text) -> str:
    lacking = {
        subject: sum(city.known(subject) is Known.NONE for city in answers.data)
        for subject in Subject
    }
    worst = sorted(lacking, key=lambda subject: -lacking[subject])[:MOST_NAMED]
    named = [
        t(
            "follow_up.data.worst",
            subject=t(f"follow_up.data.{subject}").lower(),
            n=lacking[subject],
            of=len(answers.data),
        )
        for subject in worst
        if lacking[subject]
    ]
    return t("follow_up.data.summary", worst=", ".join(named) or t("word.none"))
