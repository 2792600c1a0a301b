"""The series that cities have loaded themselves: which there are, and whose figures they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access.tables import own_series, release, source
from progress.emissions.series import Figures, Gas, Scope, Unit

KIND = "own-series"


@dataclass(frozen=True, slots=True)
class OwnHead:
    """An own release without its values. `continues_id` is set for a file of forecasts alone."""

    release_id: int
    label: str
    code: str
    scope: Scope
    gas: Gas
    unit: Unit
    continues_id: int | None
    figures: Figures


def own_heads(conn: Connection, code: str | None = None) -> Iterator[OwnHead]:
    """The published own releases of a municipality or of all, the one imported last first.

    For each municipality, scope, gas and unit the first one holds; the others are history.
    """
    question = (
        select(
            release.c.release_id,
            release.c.label,
            own_series.c.municipality_code,
            release.c.scope,
            release.c.gas,
            release.c.unit,
            own_series.c.continues_id,
            source.c.publisher,
            source.c.title,
        )
        .join(release, release.c.release_id == own_series.c.release_id)
        .join(source, source.c.source_id == release.c.source_id)
        .where(release.c.published)
        .order_by(release.c.release_id.desc())
    )
    if code is not None:
        question = question.where(own_series.c.municipality_code == code)
    for row in conn.execute(question):
        yield OwnHead(
            row.release_id,
            row.label,
            row.municipality_code,
            Scope(row.scope),
            Gas(row.gas),
            Unit(row.unit),
            row.continues_id,
            Figures(row.publisher, row.title),
        )
