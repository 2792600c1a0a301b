"""A reader of the product with the seeded store, and each language."""

import pytest

from tests.callbacks.conftest import reader

__all__ = ["reader"]


@pytest.fixture(params=["sv", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)
