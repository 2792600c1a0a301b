"""Indicators and their values."""

from sqlalchemy import Connection, select

from data_access.questions.newest import newest
from data_access.tables import indicator, indicator_value, source
from progress.records import IndicatorDefinition, IndicatorValue, Source


def indicator_definitions(conn: Connection) -> tuple[IndicatorDefinition, ...]:
    """What is followed, in which unit, which way is wanted, and who publishes it."""
    source_columns = [column.label(f"source_{column.name}") for column in source.columns]
    rows = conn.execute(
        select(indicator, *source_columns)
        .join(source, source.c.source_id == indicator.c.source_id)
        .order_by(indicator.c.indicator_id)
    )
    return tuple(
        IndicatorDefinition(
            **{c.name: row._mapping[c.name] for c in indicator.columns if c.name != "source_id"},
            source=Source(**{c.name: row._mapping[f"source_{c.name}"] for c in source.columns}),
        )
        for row in rows
    )


def indicator_values(conn: Connection, indicator_id: str) -> tuple[IndicatorValue, ...]:
    """All municipalities' values of one indicator, by municipality and year."""
    value = indicator_value.c
    rows = conn.execute(
        newest(
            indicator_value,
            value.indicator_id,
            value.municipality_code,
            value.year,
            where=value.indicator_id == indicator_id,
        )
    )
    return tuple(
        sorted(
            (
                IndicatorValue(row.municipality_code, row.year, row.value, row.status)
                for row in rows
            ),
            key=lambda value: (value.municipality_code, value.year),
        )
    )
