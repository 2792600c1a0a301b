"""A municipality's page: where it stands, where the money comes in, and what has been promised."""

from layouts.city.answers import CityAnswers, IndicatorFigures, Peers
from layouts.city.page import page

__all__ = ["CityAnswers", "IndicatorFigures", "Peers", "page"]
