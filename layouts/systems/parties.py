"""Who takes part: the parties of the city's project by name, with what they have promised, and how
many have signed its local contract over time."""

from typing import Any

from layouts import html
from layouts.follow_up.words import signatories
from layouts.html.cards import section
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.local_contracts import local_section
from layouts.phrases.text import Text, text
from layouts.phrases.wording import in_language
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import State, Summary, quoted, waits
from progress.phrases.formats import part_of_date
from progress.promises.contract_systems import ContractRole, RoleKind
from progress.records import Activity


def summary(answers: SystemsAnswers, t: Text) -> Summary:
    """How many parties are known by name, and how many signed last."""
    parties = _parties(answers)
    local = answers.city.local_contracts
    counts = local.local if local is not None else ()
    if not parties and not counts:
        return Summary(State.WAITS, t("systems.parties.none"))
    words = [t("systems.parties.n", n=len(parties))] if parties else []
    if counts:
        row = counts[-1]
        number, at = signatories(row, t), part_of_date(row.at, t.lang)
        words.append(t("systems.parties.signed", number=number, at=at))
    return Summary(State.SHOWN if parties else State.PART, " ".join(words))


def view(address: Address, answers: SystemsAnswers) -> list[Any]:
    """The parties as a table, then the signatories over time."""
    t = text(address.lang)
    parties = _parties(answers)
    columns = [
        Column(t("systems.parties.column.name")),
        Column(t("systems.parties.column.promised")),
        Column(t("systems.parties.column.in")),
        Column(t("systems.column.source"), wide=True),
    ]
    rows = [
        [
            _name(each, address),
            in_language(each.promised_sv, each.promised_en, t.lang) or t("word.none"),
            _activities(each, answers, t),
            source_cell(each),
        ]
        for each in parties
    ]
    caption = t("systems.parties.caption", n=len(rows))
    local = local_section(answers.city.local_contracts, answers.name, address.lang)
    return [
        section(
            "parties",
            t("systems.parties.heading"),
            table(caption, columns, rows, stack=True)
            if rows
            else waits(address, t("systems.parties.none"), "contract-roles"),
        ),
        local,
    ]


def source_cell(role: ContractRole) -> html.Span:
    """The source's own words and where they stand."""
    place = ", ".join(filter(None, (role.source_title, role.section)))
    where: Any = html.Span(place, lang="sv")
    if role.source_ref.startswith("https://"):
        where = html.A(place, href=role.source_ref, lang="sv")
    return html.Span([quoted(role.quote_sv), " (", where, ")"], className="note")


def _parties(answers: SystemsAnswers) -> list[ContractRole]:
    own = f"municipality-{answers.code}"
    parties = [role for role in answers.roles if role.role == RoleKind.PARTY]
    return sorted(parties, key=lambda role: (role.organisation_id != own, role.name.casefold()))


def _name(role: ContractRole, address: Address) -> Any:
    if role.organisation_id.startswith("municipality-"):
        return html.A(role.name, href=href(Address("city", address.lang, slug=address.slug)))
    return html.Span(role.name, lang="sv")


def _activities(role: ContractRole, answers: SystemsAnswers, t: Text) -> Any:
    """The activities of the contract that name the party."""
    titles = [
        in_language(each.title_sv, each.title_en, t.lang)
        for each in answers.city.activities
        if names(each, role.name)
    ]
    return html.Ul([html.Li(title) for title in titles]) if titles else t("systems.parties.in.none")


def names(activity: Activity, party: str) -> bool:
    """Whether an activity names the party as responsible or as a partner."""
    every = f"{activity.responsible}, {activity.partners}".replace(" och ", ", ")
    listed = {each.partition(" (")[0].strip().casefold() for each in every.split(",")}
    return party.casefold() in listed
