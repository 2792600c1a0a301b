"""A tiny line for a table cell: the shape of a development, its last value as a dot."""

from layouts.charts import scale
from layouts.charts.description import Spark
from layouts.charts.markup import path, tag
from layouts.charts.runs import unbroken_runs

WIDTH, HEIGHT, EDGE = 120.0, 32.0, 4.0


def spark_svg(spark: Spark) -> str:
    """The spark on a true time axis from zero; gaps stay open, lone years are points."""
    if not spark.marks:
        return ""
    result = [mark.year for mark in spark.marks]
    first = spark.first_year if spark.first_year is not None else min(result)
    last = spark.last_year if spark.last_year is not None else max(result)
    years = scale.Years(first, last, EDGE - 2, WIDTH - EDGE + 2)
    highest = max(max(mark.value for mark in spark.marks), 0.0) or 1.0
    lowest = min(min(mark.value for mark in spark.marks), 0.0)
    axis = scale.Values(lowest, highest, HEIGHT - EDGE, EDGE, ())
    drawn = [tag("path", d=path([(0, axis.at(0)), (WIDTH, axis.at(0))]), class_="grid")]
    for run in unbroken_runs(spark.marks):
        places = [(years.middle(mark.year), axis.at(mark.value)) for mark in run]
        if len(places) > 1:
            drawn.append(tag("path", d=path(places), class_="ln t1"))
        else:
            drawn.append(tag("circle", cx=places[0][0], cy=places[0][1], r=1.4, class_="dot t1"))
    newest = max(spark.marks, key=lambda mark: mark.year)
    x, y = years.middle(newest.year), axis.at(newest.value)
    drawn.append(tag("circle", cx=x, cy=y, r=3, class_=f"mk t1 {newest.status}"))
    return tag(
        "svg",
        *drawn,
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        class_="spark",
        role="img",
        aria_label=spark.message,
    )
