"""The records of the store: one list of fields each, from which all that tells of them is made."""

from data_access.records.events import EVENT
from data_access.records.field import Bound, Field, Kind, Record, swedish_headers
from data_access.records.grants import GRANT
from data_access.records.population import POPULATION

RECORDS: dict[str, Record] = {record.kind: record for record in (EVENT, GRANT, POPULATION)}
"""By the KIND of `klimat import`."""

__all__ = [
    "EVENT",
    "GRANT",
    "POPULATION",
    "RECORDS",
    "Bound",
    "Field",
    "Kind",
    "Record",
    "swedish_headers",
]
