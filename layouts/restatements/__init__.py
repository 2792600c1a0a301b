"""What a newer release changed in years already published, for the country and for one city."""

from layouts.restatements.answers import CityRestated, CountryRestated
from layouts.restatements.city import city_page
from layouts.restatements.country import country_page
from layouts.restatements.pair import ChosenPair, Pair, choose_pair

__all__ = [
    "ChosenPair",
    "CityRestated",
    "CountryRestated",
    "Pair",
    "choose_pair",
    "city_page",
    "country_page",
]
