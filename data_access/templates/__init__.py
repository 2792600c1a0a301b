"""Templates for a city's or funder's own figures, with filled examples and a column guide."""

from data_access.records import EVENT, GRANT
from data_access.templates.form import Template, template_of
from data_access.templates.investment_actions import INVESTMENT_ACTIONS
from data_access.templates.joined import LOCAL_CONTRACTS, LOCAL_SIGNATORIES, WORK_PACKAGES

TEMPLATES: dict[str, Template] = {
    one.kind: one
    for one in (
        template_of(EVENT),
        template_of(GRANT),
        INVESTMENT_ACTIONS,
        LOCAL_CONTRACTS,
        LOCAL_SIGNATORIES,
        WORK_PACKAGES,
    )
}
"""WHAT of `klimat template`."""
