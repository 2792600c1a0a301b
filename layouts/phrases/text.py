"""What pages say: the words are in the catalogs in `locale/`."""

from progress.i18n import Text, text

__all__ = ["Text", "text"]
