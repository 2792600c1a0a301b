"""Words as they begin a sentence, and in the reader's language."""


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def in_language(swedish: str, english: str, lang: str) -> str:
    """The words in the reader's language; the Swedish ones where no English exist."""
    return english if lang == "en" and english else swedish
