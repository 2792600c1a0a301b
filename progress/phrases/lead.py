"""A city's lead: two or three sentences, its two rates marked (RULES §5)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from progress.emissions.change_causes import ChangeCauses
from progress.goals.goal import Goal
from progress.goals.leading import following, leading, named_beside
from progress.goals.verdict_model import Attainment, Verdict
from progress.goals.yardstick import is_yardstick
from progress.phrases.clauses import clauses_of
from progress.phrases.formats import percent
from progress.phrases.lead_goal import STRONG, goal_sentence, nearly_all_before
from progress.phrases.lead_others import beside_sentence, following_sentence, unassessed_sentence
from progress.phrases.places import in_place
from progress.phrases.wording import has_fallen, rate_decimals
from progress.records import Municipality

ROOM = {"sv": 185, "en": 200}
"""§5: about so many characters in all; English needs more. On a phone `PHONE_ROOM`."""

YARDSTICK_ROOM = {"sv": 204, "en": 205}
"""§5: Örebro's lead, which says why the yardstick is told, has 204 in RULES."""

PHONE_ROOM = 140


def room(lang: str, *, yardstick: bool = False) -> int:
    """About how many characters a lead may have."""
    rooms = YARDSTICK_ROOM if yardstick else ROOM
    return rooms.get(lang, rooms["en"])


_MARKED = re.compile(f"{STRONG}([^{STRONG}]*){STRONG}")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; the two rates are strong."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """Sentences in order, each of runs of text that are read without a break between them."""

    sentences: tuple[tuple[Span, ...], ...]
    brief: tuple[Span, ...] = ()
    """The first sentence without what may go where there is little room."""
    pair: tuple[Span, ...] = ()
    """Needed and done where the first sentence has neither: it is what a phone must have."""

    @property
    def text(self) -> str:
        """The whole lead as plain words."""
        return " ".join("".join(span.text for span in sentence) for sentence in self.sentences)

    @property
    def short(self) -> "Lead":
        """The lead for a phone: without its last sentences where it is too long (§5)."""
        if self.pair and len(self.text) > PHONE_ROOM:
            return Lead((self.pair,))
        first = self.brief or self.sentences[0]
        shown = Lead((first, *self.sentences[1:])) if len(self.text) > PHONE_ROOM else self
        while len(shown.text) > PHONE_ROOM and len(shown.sentences) > 1:
            shown = Lead(shown.sentences[:-1])
        return shown


def lead(
    verdicts: Iterable[Verdict],
    municipality: Municipality,
    lang: str,
    causes: ChangeCauses | None = None,
) -> Lead:
    """A city in two or three sentences: what its leading goal needs and what has been done, what
    the aim leaves out or asks besides, and the newest change.

    `causes` are those of the newest change in all greenhouse gases, of the default release.
    """
    result = tuple(verdicts)
    yardstick = next((verdict for verdict in result if is_yardstick(verdict.goal)), None)
    own = leading(result)
    if own is not None:
        return _own(own, result, causes, lang)
    if yardstick is not None and yardstick.actual is not None:
        return _yardstick(yardstick, result, municipality, causes, lang)
    nothing = clauses_of(lang)["lead.nothing"]
    return _lead([nothing.format(in_place=in_place(municipality.name, lang))])


def about_goal(verdict: Verdict, lang: str) -> str:
    """What a single goal needs and what has been done, in plain words."""
    return _lead([goal_sentence(verdict, lang)]).text


def _own(
    shown: Verdict, verdicts: tuple[Verdict, ...], causes: ChangeCauses | None, lang: str
) -> Lead:
    clauses, goal, further = clauses_of(lang), shown.goal, []
    if goal.leaves_out_sv:
        further.append(_leaves_out(goal_sentence(shown, lang), goal, lang))
    if shown.own_rate is not None:
        rate = percent(shown.own_rate, lang, rate_decimals(shown.own_rate))
        further.append(clauses["lead.own_rate"].format(rate=rate) + ".")
    beside = named_beside(verdicts, shown)
    if beside is not None:
        further.append(beside_sentence(beside, shown, lang))
    if shown.attainment is Attainment.REACHED:
        after = following(verdicts, shown)
        if after is not None:
            further.append(following_sentence(after, lang))
    if shown.own is not None:
        further.append(clauses["lead.own"].format(publisher=shown.own.publisher) + ".")
    sentences = [goal_sentence(shown, lang), *further]
    early = nearly_all_before(shown)
    if early is not None:
        longer = [goal_sentence(shown, lang, early=early), *further]
        sentences = longer if len(_lead(longer).text) <= room(lang) else sentences
    made = _with_change(sentences, shown, causes, lang, follows=not further)
    return replace(made, brief=_spans(_capital(goal_sentence(shown, lang))))


def _leaves_out(before: str, goal: Goal, lang: str) -> str:
    """What is counted here beside what the goal counts; shorter where there is little room."""
    part = goal.leaves_out_sv if lang == "sv" else goal.leaves_out_en or goal.leaves_out_sv
    text = clauses_of(lang)["lead.leaves_out"].format(part=part) + "."
    if len(_lead([before, text]).text) <= room(lang):
        return text
    return clauses_of(lang)["lead.leaves_out.short"].format(part=part) + "."


def _yardstick(
    shown: Verdict,
    verdicts: tuple[Verdict, ...],
    municipality: Municipality,
    causes: ChangeCauses | None,
    lang: str,
) -> Lead:
    why = unassessed_sentence(verdicts, municipality.name, lang)
    same_year = causes is not None and causes.year == shown.latest_year and causes.change > 0
    text = goal_sentence(shown, lang)
    pair = _spans(_capital(text))
    if causes is not None and same_year and has_fallen(shown):
        rose = clauses_of(lang)["lead.rose"].format(
            year=causes.year, share=percent(causes.change, lang)
        )
        with_rise = _lead([why, text.removesuffix(".") + rose + "."])
        fits = len(with_rise.text) <= room(lang, yardstick=True)
        return replace(with_rise if fits else _lead([why, text]), pair=pair)
    return replace(_with_change([why, text], shown, causes, lang, follows=True), pair=pair)


def _with_change(
    sentences: list[str],
    shown: Verdict,
    causes: ChangeCauses | None,
    lang: str,
    *,
    follows: bool,
) -> Lead:
    """The newest change last, with its cause as far as there is room; never left out where the
    lead's statistics end before another release's. `follows` says whether the sentence before it
    is the goal's."""
    if causes is None or shown.latest_year is None or causes.year < shown.latest_year:
        return _lead(sentences)
    clauses = clauses_of(lang)
    newer = causes.year > shown.latest_year
    bare = change_sentence(causes, shown, lang, follows=follows)
    result = [bare]
    if causes.explanation is not None and not newer:
        cause = clauses["lead.cause"].format(cause=causes.explanation.title(lang))
        result.insert(0, bare + cause)
    for text in result:
        whole = _lead([*sentences, text + "."])
        if len(whole.text) <= room(lang, yardstick=is_yardstick(shown.goal)):
            return whole
    return _lead([*sentences, bare + "."]) if newer else _lead(sentences)


def change_sentence(
    causes: ChangeCauses, shown: Verdict, lang: str, *, follows: bool = True
) -> str:
    """“De ökade 20 % det året” after a sentence that ended in the year; else with the year, and
    with the gas where it is another release's: “2024 ökade växthusgaserna 18 %”. What “de” are is
    said where it does not follow on the goal's sentence."""
    clauses = clauses_of(lang)
    newer = causes.year > (shown.latest_year or 0)
    key = "lead.change.up" if causes.change > 0 else "lead.change.down"
    key += ".year" if newer or has_fallen(shown) or not follows else ""
    who = clauses["they"] if follows else clauses["emissions"]
    who = clauses["lead.gas.co2e"] if newer else who
    return clauses[key].format(who=who, year=causes.year, share=percent(abs(causes.change), lang))


def _lead(sentences: Iterable[str]) -> Lead:
    return Lead(tuple(_spans(_capital(text)) for text in sentences if text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _spans(text: str) -> tuple[Span, ...]:
    """The text's runs, those between two marks strong."""
    parts = _MARKED.split(text)
    return tuple(Span(part, strong=bool(place % 2)) for place, part in enumerate(parts) if part)
