"""The table behind a waterfall: each step's change, and where the sum stands after it."""

from layouts.charts import labels
from layouts.charts.columns import Column, Rows
from layouts.charts.description import RangeBars
from layouts.charts.words import word


def waterfall_rows(chart: RangeBars) -> Rows:
    """A row for the sum before, for each step, and for the sum after."""
    changes = tuple(row.change for row in chart.rows)
    after = tuple(
        row.low if row.change is not None and row.change < 0 else row.high for row in chart.rows
    )
    return Rows(
        chart.title,
        (
            Column(chart.label_head, tuple(row.label for row in chart.rows), False),
            *(
                Column(
                    head,
                    tuple(labels.plain(value, chart.measure, chart.lang) for value in values),
                    values=((head, values),),
                )
                for name, values in (("step", changes), ("after_step", after))
                for head in (f"{word(name, chart.lang)} ({chart.measure.unit})",)
            ),
        ),
    )
