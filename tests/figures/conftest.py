"""A reader of the product with the seeded store."""

from tests.callbacks.conftest import reader

__all__ = ["reader"]
