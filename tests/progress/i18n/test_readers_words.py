"""Catalogs speak to readers: none of the builder's words, one kind of apostrophe and quote, dates
and numbers as one reads them, and one is one.
"""

import re

import pytest

from progress.i18n.catalogs import own_messages

BUILDERS_WORDS = {
    "sv": r"\binläs|utgåv|\bskör|(?<!sannolikt )\bframskriv|\bserie(n|r|rna)?\b|\bläst in\b"
    r"|utgivningsdag saknas|som den hittades|\bmätår|source_ref|\.csv som|\bvc-\w|\bomräknat med",
    "en": r"\bloaded\b|\bfragile\b|\bseries\b|\bopin(e|es)\b|\btold\b(?! apart)|\bcommit\b"
    r"|as it was found|source_ref|\bvc-\w",
}
"""How a builder speaks of what is in the store; a reader is told what is here, and from when."""

ONE_VOCABULARY = {
    "sv": r"\bej bedömbar|\bövertrasser|\bomräkning(?!ar\b)|\bstoppa(de|t)\b",
    "en": r"not assessable|\boverdrawn\b|\brecount|\bjudg(ed|ing)\b|\(indication\)",
}
"""A verdict is said to be impossible, a budget exceeded, a figure restated, in one way each."""

NOT_ENGLISH = (
    r"\b(else|another \w+|other \w+) than\b(?<!other than)(?<!another year than)"
    r"|\b(color|center|analyz\w*|organiz\w*|realiz\w*|toward)\b|\blikest\b|\binhabitor"
    r"|\beight cases of ten\b|\bdnr\b|\bplatsuppgift\b|\bstödgrunder\b"
)
"""What an English ear stops at; spelling is British."""

ALWAYS_SEVERAL = {
    "board.explore.map.message",
    "board.explore.ranking.message",
    "board.explore.sentence",
    "board.explore.similar.rule",
    "data.releases.intro",
    "follow_up.area.cities",
    "inside.note.text",
    "meeting.all.intro",
    "money.rows.places",
    "overview.description",
    "overview.national.cities",
    "overview.national.message",
    "restatements.lead",
    "restatements.ranking.all",
    "restatements.ranking.caption",
    "restatements.yardstick.all",
    "search.description",
}
"""Messages whose number is that of the municipalities, the contract cities, the views or more."""


OPERATORS = ("fetch.", "import.", "klimat.")
"""Catalogs of the command line and of what it says of files: a release is there what its option is
called, and what is to be typed has the quotes of a keyboard."""


def told(lang: str) -> list[tuple[str, str]]:
    """Every form of every message to readers, without what stands for a value."""
    return [
        (key, re.sub(r"\{\w+\}", "", form))
        for key, message in own_messages(lang).items()
        if not key.startswith(OPERATORS)
        for form in message.forms
    ]


@pytest.mark.parametrize("lang", BUILDERS_WORDS)
def test_no_message_has_a_builder_s_word(lang: str) -> None:
    builders = re.compile(BUILDERS_WORDS[lang], re.IGNORECASE)
    assert [(key, form) for key, form in told(lang) if builders.search(form)] == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_apostrophes_and_quotes_are_of_one_kind(lang: str) -> None:
    wrong = re.compile(r"""\w'\w|"|[“‘]""" if lang == "sv" else r"""\w'\w|\w' |"|„""")
    assert [(key, form) for key, form in told(lang) if wrong.search(form)] == []


def test_english_quotes_open_and_close() -> None:
    unclosed = [key for key, form in told("en") if form.count("“") != form.count("”")]
    assert unclosed == []


@pytest.mark.parametrize("lang", ONE_VOCABULARY)
def test_what_a_verdict_says_is_said_in_one_vocabulary(lang: str) -> None:
    other = re.compile(ONE_VOCABULARY[lang], re.IGNORECASE)
    assert [(key, form) for key, form in told(lang) if other.search(form)] == []


def test_a_badge_and_a_sentence_use_the_same_words_of_a_verdict() -> None:
    """Each sentence on an outcome holds the word that the badge has of it."""
    for lang, words in {
        "sv": {"yes": "nås", "no": "nås inte", "close": "nära", "depends": "beror på vad"},
        "en": {
            "yes": "will be met",
            "no": "will not be met",
            "close": "close",
            "depends": "depends",
        },
    }.items():
        messages = own_messages(lang)
        for attainment, word in words.items():
            badge = messages[f"verdict.attainment.{attainment}"].forms[0]
            assert badge.lower().startswith(word), (lang, badge)
            said = messages[f"sentence.outcome.{attainment}"].forms[0].lower()
            parts = ("nås", "inte") if word == "nås inte" else (word,)
            assert all(part in said for part in parts), (lang, said)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_dates_stand_in_words(lang: str) -> None:
    """A source's own mistaken date stands in quotes."""
    iso = re.compile(r"(?<![“”\w=-])\d{4}-\d\d-\d\d\b")
    assert [(key, form) for key, form in told(lang) if iso.search(form)] == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_spans_of_years_have_a_dash(lang: str) -> None:
    hyphen = re.compile(r"\b(19|20)\d\d-(19|20)\d\d\b")
    assert [(key, form) for key, form in told(lang) if hyphen.search(form)] == []


def test_english_sounds_english() -> None:
    foreign = re.compile(NOT_ENGLISH, re.IGNORECASE)
    assert [(key, form) for key, form in told("en") if foreign.search(form)] == []


def test_english_numbers_are_written_as_in_english() -> None:
    swedish = re.compile(r"\d (EUR|SEK|MSEK)\b|\bMSEK\b|\d %|\b(?!301 549)\d{1,3} \d{3}\b")
    assert [(key, form) for key, form in told("en") if swedish.search(form)] == []


def test_what_can_be_one_has_a_form_for_one() -> None:
    """“1 grants”, “1 of 6 goals do not say”: a number before its noun or verb has two forms."""
    several = re.compile(
        r"\{n\} (?!of\b)([a-z]+ )?[a-z-]+s\b"
        r"|\{n\} of \{\w+\} [a-z ,]+ (?<!there )(have|are|do|were)\b"
    )
    alone = {
        key
        for key, message in own_messages("en").items()
        if len(message.forms) == 1 and several.search(message.forms[0])
    }
    assert alone == ALWAYS_SEVERAL


@pytest.mark.parametrize(
    ("lang", "words"), [("sv", r"\bingen vet\b|\bvet ingen\b"), ("en", r"\bno ?(body|one) knows\b")]
)
def test_absence_here_is_never_told_as_absence_in_the_world(lang: str, words: str) -> None:
    """RULES §5: "ingen rapport finns här", never "ingen vet"."""
    absent = re.compile(words, re.IGNORECASE)
    assert [(key, form) for key, form in told(lang) if absent.search(form)] == []
    here = {"sv": "finns ingen rapport här", "en": "no report here"}[lang]
    assert here in own_messages(lang)["meeting.missing.never"].forms[0]
