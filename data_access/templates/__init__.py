"""Templates for a city's or funder's own figures, with filled examples and a column guide."""

from data_access.templates.form import Template
from data_access.templates.grants import GRANTS
from data_access.templates.investment_actions import INVESTMENT_ACTIONS

TEMPLATES: dict[str, Template] = {one.kind: one for one in (GRANTS, INVESTMENT_ACTIONS)}
"""WHAT of `klimat template`."""
