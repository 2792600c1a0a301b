"""The rows that hold now: what was loaded last wins, key by key, and nothing older is lost."""

from sqlalchemy import Column, ColumnElement, Select, Table, func, select

from data_access.tables import release


def newest(
    table: Table, *keys: Column[str] | Column[int], where: ColumnElement[bool] | None = None
) -> Select[tuple[object, ...]]:
    """All columns of `table`, one row for each value of `keys`: that of the last published release.

    A city that loads its own file thus replaces its own rows and no one else's. Emissions are not
    read like this: they are always read from one release (RULES §1.3). To put such a question
    together takes longer than to answer it: what pages ask is put together when it is imported.
    """
    rank = (
        func.row_number()
        .over(partition_by=keys, order_by=table.c.release_id.desc())
        .label("newest_first")
    )
    ranked = (
        select(table, rank)
        .join(release, release.c.release_id == table.c.release_id)
        .where(release.c.published)
    )
    if where is not None:
        ranked = ranked.where(where)
    inner = ranked.subquery()
    columns = [inner.c[column.name] for column in table.columns]
    return select(*columns).where(inner.c.newest_first == 1)
