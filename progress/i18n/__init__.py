"""Words for readers, from gettext catalogs: `text("sv")("city.goals.heading", n=3)`.

A language is a folder in `locale/`; a catalog there is named after the first word of its keys.
"""

from progress.i18n.catalogs import Message, languages, messages
from progress.i18n.lazy import LazyText, Words, figure, language, say, speaking
from progress.i18n.locales import language_tag, locale_of
from progress.i18n.text import Text, text

__all__ = [
    "LazyText",
    "Message",
    "Text",
    "Words",
    "figure",
    "language",
    "language_tag",
    "languages",
    "locale_of",
    "messages",
    "say",
    "speaking",
    "text",
]
