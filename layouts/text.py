"""What pages say: the words are in the catalogs of `i18n`."""

from i18n import Text, text

__all__ = ["Text", "text"]
