"""What the portfolio's board shows, in words: the answer, what rules it, and what is chosen."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.bars import label_of
from layouts.boards.portfolio.choice import chooses, reversed_choice, toggled
from layouts.boards.portfolio.tiles import money
from layouts.html.markup import aria
from layouts.links.addresses import Address, href
from layouts.phrases import kronor
from progress.money.filters import MANY, WITHOUT
from progress.money.kinds import Kind
from progress.money.portfolio import NOTHING, added, rules
from progress.phrases.formats import percent


def sentence(view: View) -> list[Any]:
    """The answer, and what rules it, with the way to see the rest without it."""
    return [answer_words(view), *_ruling(view)]


def answer_words(view: View) -> str:
    """The answer: what goes to municipalities first, of how much in all (RULES §7.12)."""
    t, summary = view.t, view.summary
    if not summary.total.known:
        words = [t("portfolio.lead.none")]
    else:
        own = summary.classes.get("own", NOTHING)
        chosen = view.answers.choice.allocation
        key = "board.portfolio.sentence" if chosen is None else "board.portfolio.sentence.class"
        words = [
            t(
                key,
                kind=view.kind,
                own=_kronor(own.sek, view.lang),
                own_grants=view.grants(own.known),
                sum=_kronor(summary.total.sek, view.lang),
                grants=view.grants(summary.total.known),
                funders=t("portfolio.funder", n=summary.funders),
            )
        ]
    unknown = summary.total.unknown - summary.unconverted
    if unknown and view.answers.choice.kind is Kind.GRANTED:
        words.append(t("board.portfolio.granted_unknown", n=unknown))
    return " ".join(words)


def notes(view: View) -> str:
    """What the sums leave out, and how an empty place is read."""
    t, summary = view.t, view.summary
    words = [t("portfolio.lead.reading"), t("board.portfolio.shared.note")]
    if summary.unconverted:
        words.append(t("portfolio.lead.unconverted", n=summary.unconverted))
    if summary.kept_nominal:
        words.append(t("money.prices.kept", n=summary.kept_nominal))
    undated = added(each for (year, _), each in summary.years.items() if not year)
    if undated.of:
        known = money(undated.sek, view.lang) if undated.known else t("board.portfolio.no_sum")
        words.append(t("board.portfolio.undated", n=undated.of, sum=known))
    if view.answers.row_count != summary.total.of:
        counted = {"rows": view.answers.row_count, "grants": summary.total.of}
        words.append(t("board.portfolio.rows.more", **counted))
    return " ".join(words)


def chips(view: View) -> list[Component]:
    """What is chosen, each with the way to take it back; how to choose where nothing is."""
    made = [part for chip in _chosen(view) for part in _chip(view, chip)]
    if not made:
        return [html.Span(view.t("board.portfolio.how"), className="note")]
    return [
        *made,
        chooses(view.t("portfolio.filter.clear"), view.address.without_query(), class_name="clear"),
        *_city_link(view),
    ]


def chosen_words(view: View) -> tuple[str, ...]:
    """What is chosen, in words."""
    return tuple(chip.label for chip in _chosen(view))


class _Chip(NamedTuple):
    """What is chosen: its words, the address without it, and what would say the opposite."""

    label: str
    without: Address
    opposite: tuple[str, Address] | None = None


def _chip(view: View, chip: _Chip) -> Iterator[Component]:
    yield chooses(
        [
            chip.label,
            html.Span(" ✕", **aria(hidden="true")),
            html.Span(view.t("board.portfolio.take_back"), className="visually-hidden"),
        ],
        chip.without.with_query(page=None),
        class_name="chip",
    )
    if chip.opposite is not None:
        words, there = chip.opposite
        yield chooses(words, there.with_query(page=None), class_name="opposite")


def _chosen(view: View) -> Iterator[_Chip]:
    t, address = view.t, view.address
    kind, prices = address.get("money_kind"), address.get("prices")
    if kind not in (None, Kind.GRANTED):
        yield _Chip(view.kind, address.with_query(money_kind=None))
    if allocation := address.get("allocation"):
        yield _Chip(t(f"portfolio.allocation.{allocation}"), address.with_query(allocation=None))
    if search := address.get("title_search"):
        yield _Chip(
            t("board.portfolio.searched", text=search), address.with_query(title_search=None)
        )
    for name in MANY:
        label = _chip_label(view, name)
        for word in address.all(name):
            opposite = t("board.portfolio.leave_out"), reversed_choice(address, name, word)
            yield _Chip(label(word), toggled(address, **{name: word}), opposite)
        for word in address.all(WITHOUT[name]):
            there = toggled(address, **{WITHOUT[name]: word})
            opposite = (
                t("board.portfolio.choose_instead"),
                reversed_choice(address, WITHOUT[name], word),
            )
            yield _Chip(t("board.portfolio.without", name=label(word)), there, opposite)
    first, last = address.get("from_year"), address.get("to_year")
    if first or last:
        span = first if first == last else f"{first or ''}–{last or ''}"
        yield _Chip(str(span), address.with_query(from_year=None, to_year=None))
    if climate := address.get("climate"):
        yield _Chip(t(f"portfolio.climate.{climate}"), address.with_query(climate=None))
    if address.get("largest"):
        yield _Chip(t("board.portfolio.without_largest"), address.with_query(largest=None))
    if prices == "constant":
        yield _Chip(view.prices, address.with_query(prices=None))


def _chip_label(view: View, name: str) -> Callable[[str], str]:
    """How a chip writes a column's words: a decision has the words of a kind of money, and says
    that it is one."""
    label = label_of(view, name)
    if name != "decision":
        return label
    return lambda word: f"{view.t('portfolio.filter.decision')}: {label(word)}"


def _ruling(view: View) -> list[Any]:
    """A single amount that rules the sum, and the way to see the rest without it."""
    largest, t = view.summary.largest, view.t
    if (
        largest is None
        or not rules(largest, view.summary.total)
        or view.answers.choice.without_largest
    ):
        return []
    words = t(
        "portfolio.lead.largest",
        sum=_kronor(largest.sek, view.lang),
        share=percent(largest.sek / view.summary.total.sek, view.lang),
        programme=view.registry.programme_name(largest.programme, view.lang)
        or view.registry.funder_name(largest.funder, view.lang),
    )
    there = view.address.with_query(largest="without", page=None)
    return [" ", words, " ", chooses(t("board.portfolio.see_without"), there), "."]


def _city_link(view: View) -> list[Component]:
    codes = view.address.all("place")
    city = next((city for city in view.answers.cities if (city.code,) == codes), None)
    if city is None:
        return []
    there = href(Address("money", view.lang, slug=city.slug))
    return [html.A(view.t("board.portfolio.city", name=city.name), href=there, className="clear")]


def _kronor(sek: float, lang: str) -> str:
    return kronor.words(Decimal(round(sek)), lang)
