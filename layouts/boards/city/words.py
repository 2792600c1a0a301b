"""What a city's board shows, in words."""

from dataclasses import replace
from decimal import Decimal

from layouts.boards.city.answers import CityBoardAnswers
from layouts.boards.city.marks import MARKS
from layouts.boards.city.money import sums
from layouts.boards.city.outlook import what_is_ahead
from layouts.city.emissions import newest_value
from layouts.links.addresses import Address
from layouts.phrases import kronor
from layouts.phrases.changes import observed_years, value_in
from layouts.phrases.releases import release_title
from layouts.phrases.text import Text, text
from progress.emissions.series import Unit
from progress.emissions.series_breaks import not_comparable
from progress.money.kinds import Kind
from progress.phrases.formats import tonnes, tonnes_per_person
from progress.phrases.lead import about_goal
from progress.phrases.words import sector_word


def sentence(address: Address, answers: CityBoardAnswers) -> str:
    """What the drawn goal needs and what has been done; then what is drawn: whose emissions of
    what, counted how, by which statistics."""
    t = text(address.lang)
    ahead = what_is_ahead(address, answers)
    counted = "per_person" if answers.per_person else "total"
    words = t(
        "board.city.sentence",
        name=answers.municipality.name,
        gas=t(f"word.gas.{answers.gas}"),
        counted=t(f"board.city.sentence.{counted}"),
        industry=t("board.city.without_industry") if answers.without_industry else "",
        release=release_title(answers.release, t),
    )
    if answers.other is not None:
        words += t("board.city.sentence.second", other=answers.other.name)
    words += "."
    if answers.as_of is not None:
        words = t("board.city.sentence.as_of", year=answers.as_of) + " " + words
        statistics, pledges = answers.first_known
        words += " " + t("board.city.sentence.known", statistics=statistics, pledges=pledges)
    if ahead is not None and ahead.verdict is not None:
        return f"{about_goal(ahead.verdict.effective, address.lang)} {words}"
    if address.get("goal") is not None:
        words += " " + t("board.city.sentence.no_goal")
    return f"{_newest(answers, t)} {words}".lstrip()


def _newest(answers: CityBoardAnswers, t: Text) -> str:
    """The newest value and how it has changed since the first; nothing where there is none."""
    years = observed_years(answers.points)
    if not years:
        return ""
    unit = Unit.TONNES_PER_PERSON if answers.per_person else Unit.TONNES
    begun = not_comparable(answers.city.late_sectors, years[0], years[-1])
    compared = tuple(
        replace(
            point,
            value=point.value - sum(answers.sectors.get((point.year, each), 0.0) for each in begun),
        )
        for point in answers.points
        if point.status.observed
    )
    return newest_value(answers.points, compared, unit, t)


def year_words(address: Address, answers: CityBoardAnswers) -> str:
    """The marked year's figures, or how one is marked."""
    t, chosen = text(address.lang), address.get("year")
    if chosen is None:
        marks = any(address.get(name) for name in MARKS)
        return "" if marks else t("board.city.year.none")
    year, lang = int(chosen), address.lang
    value = value_in(answers.points, year)
    write = tonnes_per_person if answers.per_person else tonnes
    words = [
        t("board.city.year.none_known", year=year)
        if value is None
        else t("board.city.year.emissions", year=year, value=write(value, lang))
    ]
    sector = address.get("sector")
    if sector is not None and (year, sector) in answers.sectors:
        value = answers.sectors[year, sector]
        words.append(
            t("board.city.year.part", what=sector_word(sector, lang), value=write(value, lang))
        )
    money: dict[Kind, float] = {}
    for (of, _, kind), sek in sums(answers.grants).items():
        if of == year:
            money[kind] = money.get(kind, 0.0) + sek
    words += [
        t(
            "board.city.year.part",
            what=t(f"word.amount.{kind}"),
            value=kronor.words(Decimal(round(sek)), lang),
        )
        for kind, sek in money.items()
    ]
    due = sum(commitment.due.startswith(chosen) for commitment in answers.commitments)
    goals = sum(goal.target_year == year for goal in answers.goals)
    if goals:
        words.append(t("board.city.year.goals", n=goals))
    if due:
        words.append(t("board.city.year.promises", n=due))
    return "; ".join(words) + "."
