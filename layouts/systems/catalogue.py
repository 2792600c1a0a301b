"""The systems by which the contracts say that cities follow themselves up, with their words."""

from collections.abc import Callable, Mapping

from layouts.links.addresses import Address, href
from layouts.links.routes import ROUTES
from layouts.phrases.text import Text
from layouts.systems import (
    accounts,
    activity_plan,
    budget,
    consumption,
    investment_plan,
    model,
    obstacles,
    other_goals,
    parties,
    renewal,
)
from layouts.systems.answers import SystemsAnswers
from layouts.systems.system import BORLANGE, OREBRO, State, Summary, System, both


def _to(page: str, anchor: str = "") -> Callable[[Address, SystemsAnswers], str]:
    """The way to a page of the city, or of all cities."""

    def there(address: Address, answers: SystemsAnswers) -> str:
        slug = address.slug if ROUTES[page].varies_by == "slug" else None
        to = Address(page, address.lang, slug=slug)
        if page == "portfolio":
            to = to.with_query(place=(answers.code,))
        return href(to) + anchor

    return there


def _always(system_id: str) -> Callable[[SystemsAnswers, Text], Summary]:
    """A system that is there for every city."""
    return lambda _answers, t: Summary(State.SHOWN, t(f"systems.{system_id}.shown"))


def _meeting(answers: SystemsAnswers, t: Text) -> Summary:
    return Summary(State.SHOWN, t("systems.meeting.shown", n=len(answers.decisions)))


def _packages(answers: SystemsAnswers, t: Text) -> Summary:
    local = answers.city.local_contracts
    packages = local.packages if local is not None else ()
    if not packages:
        return Summary(State.WAITS, t("systems.packages.none"))
    reported = sum(each.status != "unknown" for each in packages)
    return Summary(State.SHOWN, t("systems.packages.n", n=len(packages), reported=reported))


def _money(answers: SystemsAnswers, t: Text) -> Summary:
    n = len(answers.city.grants)
    return Summary(State.SHOWN if n else State.PART, t("systems.money.n", n=n))


def _labs(_answers: SystemsAnswers, t: Text) -> Summary:
    return Summary(State.PROGRAMME, t("systems.transition_lab.none"))


_LIST = (
    System(
        "follow_up",
        both(
            "7",
            "Viable Cities och kommunen är överens om att genomföra en årlig uppföljning av "
            "kommunens resultat inom ramen för Klimatkontrakt 2030.",
        ),
        _always("follow_up"),
        elsewhere=_to("newest_follow_up"),
    ),
    System(
        "meeting",
        {
            OREBRO: (
                "3.3",
                "bedöma vilka aktiviteter i planen som kan genomföras med befintliga resurser "
                "och vad som behöver lyftas till politiken",
            ),
            BORLANGE: ("3.3.4", "Projektets styrgrupp är koncernledningsgruppen"),
        },
        _meeting,
        elsewhere=_to("meeting"),
        template="decisions",
    ),
    System(
        "model",
        {
            OREBRO: (
                "3.10",
                "en ny uppföljningsmodell som ska synliggöra klimatutsläppen från Örebro "
                "kommunkoncern och det geografiska området, samt redovisa relevanta indikatorer",
            )
        },
        model.summary,
        model.view,
        kinds=("emissions", "own-series", "indicators", "national-figures"),
    ),
    System(
        "budget",
        {BORLANGE: ("3.10", "följs upp årligen i Borlänge kommuns koldioxidbudget")},
        budget.summary,
        budget.view,
        kinds=("emissions", "goals", "own-series"),
    ),
    System(
        "accounts",
        {BORLANGE: ("3.10", "Kommunens klimatmål följs upp i miljöbokslutet varje kalenderår.")},
        accounts.summary,
        accounts.view,
        kinds=(
            "emissions",
            "goals",
            "indicators",
            "commitments",
            "activities",
            "decisions",
            "account-comments",
        ),
    ),
    System(
        "consumption",
        {
            BORLANGE: (
                "3.10",
                "följs upp genom Stockholm Environment Institutes verktyg Konsumtionskompassen "
                "samt Naturvårdsverkets statistik",
            ),
            OREBRO: (
                "3.1",
                "Klimatmålen innefattar konsumtionsbaserade utsläpp, det vill säga utsläpp som "
                "uppstår genom hela värdekedjan.",
            ),
        },
        consumption.summary,
        consumption.view,
        kinds=("goals", "own-series", "national-figures"),
    ),
    System(
        "activity_plan",
        {
            OREBRO: (
                "3.2",
                "föreslås dock en årlig aktivitetsplan som syftar till att fånga upp de "
                "aktiviteter som är koncernövergripande",
            ),
            BORLANGE: (
                "3.3.7",
                "Arbetsgrupper formas utifrån behov kopplat till måluppfyllnad för respektive "
                "arbetspaket.",
            ),
        },
        activity_plan.summary,
        activity_plan.view,
        kinds=("activities", "contract-roles", "meetings"),
    ),
    System(
        "packages",
        {
            OREBRO: (
                "3.10",
                "följas upp genom regelbunden avstämning och rapportering till projektets "
                "styrgrupp",
            )
        },
        _packages,
        elsewhere=_to("city", "#packages"),
        template="work-packages",
    ),
    System(
        "investment_plan",
        {
            OREBRO: (
                "3.5",
                "kostnadseffektivitet, potential för utsläppsminskning och andra sidonyttor "
                "(samhällsnyttor), tidsperspektiv och genomförbarhet",
            ),
            BORLANGE: (
                "3.5",
                "ge en samlad bild av de kommunala, regionala, statliga och privata åtgärder och "
                "investeringar som kommer att behövas för att nå uppsatta mål",
            ),
        },
        investment_plan.summary,
        investment_plan.view,
        kinds=("investment-actions",),
    ),
    System(
        "money",
        both("6.2", "vidareutvecklas Viable Cities finansiella dashboard"),
        _money,
        elsewhere=_to("money"),
        template="grants",
    ),
    System(
        "portfolio",
        both(
            "5.3",
            "leverera sammanställda utdata från vissa av myndigheternas finansiering till "
            "samtliga 23 kommuner",
        ),
        _always("portfolio"),
        elsewhere=_to("portfolio"),
    ),
    System(
        "obstacles",
        both("5.1", "bidra till utvecklingen mot mer ändamålsenliga regelverk"),
        obstacles.summary,
        obstacles.view,
        kinds=("obstacles",),
    ),
    System(
        "other_goals",
        {
            BORLANGE: ("3.9", "öka andelen hållbara resor (gång, cykel och kollektivtrafik)"),
            OREBRO: (
                "3.9",
                "skapa incitament för att välja gång, cykel, kollektivtrafik eller andra "
                "delningstjänster framför privatbil",
            ),
        },
        other_goals.summary,
        other_goals.view,
        kinds=("goals", "indicators", "commitments", "activities"),
    ),
    System(
        "renewal",
        both("9", "Klimatkontraktet ska uppdateras och förnyas inför varje nytt år."),
        renewal.summary,
        renewal.view,
        kinds=("goals", "commitments", "contract-documents"),
    ),
    System(
        "parties",
        {
            BORLANGE: (
                "3.3.1",
                "Alla 13 organisationer i konsortiet har gjort åtagandet att bidra till projektet.",
            ),
            OREBRO: (
                "3.3",
                "samverkar Örebro kommun med de tre kommunala fastighetsbolagen",
            ),
        },
        parties.summary,
        parties.view,
        kinds=("contract-roles", "activities", "local-contracts", "local-signatories"),
    ),
    System(
        "open_data",
        {
            OREBRO: (
                "3.10",
                "det geografiska området ska göras mer visuella och tillgängliga för allmänheten",
            ),
            BORLANGE: (
                "3.6",
                "Digitala verktyg för att visualisera data inom prioriterade områden med särskild "
                "potential för omställningen ska användas.",
            ),
        },
        _always("open_data"),
        elsewhere=_to("open_data"),
    ),
    System(
        "transition_lab",
        both("7.3.1", "Viable Cities Transition Lab Forum"),
        _labs,
    ),
)

SYSTEMS: Mapping[str, System] = {system.system_id: system for system in _LIST}
"""By id, in the order in which they are shown."""

OWN_PAGES: tuple[str, ...] = tuple(each.system_id for each in _LIST if each.view is not None)
"""The systems that have a page of their own here."""
