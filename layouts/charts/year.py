"""What a chart says of one year: every series with its value, unit and status, from its table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from layouts.charts.columns import Role, Rows
from layouts.charts.words import word
from progress.phrases.formats import NBSP


@dataclass(frozen=True, slots=True)
class YearValue:
    """One series in one year, as text. `status` is empty where the value has none."""

    panel: str
    series: str
    value: str
    status: str


def year_values(content: Rows, year: int, lang: str) -> tuple[YearValue, ...]:
    """The series that have a value in the year, in the order of the table; `assets/live.js` reads
    the same from the table's markup."""
    names = content.columns[0].cells
    if str(year) not in names:
        return ()
    return tuple(_values(content, names.index(str(year)), word("none", lang)))


def _values(content: Rows, place: int, dash: str) -> Iterator[YearValue]:
    result: list[YearValue] = []
    waiting: list[int] = []
    for column in content.columns:
        reading, cell = column.reading, column.cells[place]
        if reading is None or cell == dash:
            continue
        if reading.role is Role.BAND:
            result[-1] = replace(result[-1], value=f"{result[-1].value} ({cell})")
        elif reading.role is Role.STATUS:
            for index in waiting:
                result[index] = replace(result[index], status=cell)
            waiting = []
        else:
            if reading.status is None:
                waiting.append(len(result))
            value = f"{cell}{NBSP}{reading.unit}" if reading.unit else cell
            result.append(YearValue(reading.panel, reading.series, value, reading.status or ""))
    yield from result


def year_words(content: Rows, year: int, lang: str) -> str:
    """The year in one line: "2021: Utsläpp 424 696 ton (definitiv) · Beviljat 4 kr"."""
    values = year_values(content, year, lang)
    if not values:
        return f"{year}: {word('no_value', lang)}"
    readings = (f"{v.series} {v.value}" + (f" ({v.status})" if v.status else "") for v in values)
    return f"{year}: {' · '.join(readings)}"
