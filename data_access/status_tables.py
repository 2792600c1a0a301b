"""Which table keeps the dated statuses of each kind of promise, and under which id."""

from sqlalchemy import Table

from data_access.tables import activity_status, commitment_status, work_package_status

STATUS_TABLES: dict[str, tuple[Table, str]] = {
    "commitment": (commitment_status, "commitment_id"),
    "activity": (activity_status, "activity_id"),
    "work package": (work_package_status, "package_id"),
}
"""Kind of promise → its table of statuses and the column of its ids."""
