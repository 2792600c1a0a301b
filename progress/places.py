"""How a municipality is spoken of; the words are in `i18n.places`."""

from i18n.places import in_place

__all__ = ["in_place"]
