"""Templates for a city's or funder's own figures, with filled examples and a column guide."""

from data_access.records import (
    ACCOUNT_COMMENT,
    ACTIVITY,
    CONTRACT,
    CONTRACT_ROLE,
    DECISION,
    EARLIER_CODE,
    EVENT,
    GRANT,
    INDICATOR,
    INVESTMENT_ACTION,
    LOCAL_CONTRACT,
    LOCAL_SIGNATORY,
    MEETING,
    OBSTACLE,
    ORGANISATION,
    ORGANISATION_KIND,
    OWN_SERIES,
    PROGRAMME,
    SOURCES,
    WORK_PACKAGE,
)
from data_access.templates.form import Template, template_of

TEMPLATES: dict[str, Template] = {
    record.kind: template_of(record)
    for record in (
        ACCOUNT_COMMENT,
        ACTIVITY,
        CONTRACT,
        CONTRACT_ROLE,
        DECISION,
        EARLIER_CODE,
        EVENT,
        GRANT,
        INDICATOR,
        INVESTMENT_ACTION,
        LOCAL_CONTRACT,
        LOCAL_SIGNATORY,
        MEETING,
        OBSTACLE,
        ORGANISATION,
        ORGANISATION_KIND,
        OWN_SERIES,
        PROGRAMME,
        SOURCES,
        WORK_PACKAGE,
    )
}
"""WHAT of `klimat template`."""
