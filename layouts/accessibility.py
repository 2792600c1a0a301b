"""The accessibility statement: what is done, what is not tested, whom to tell, who oversees."""

from layouts.addresses import Address
from layouts.page import Page
from layouts.prose import prose_page


def page(address: Address) -> Page:
    """The statement that the Swedish act asks for; the operator's contact stands in the footer."""
    parts = {"status": 2, "not": 3, "contact": 0, "oversight": 0, "tested": 0, "done": 4}
    return prose_page(address, parts)
