"""Places, sources and organisations, and the releases that every figure belongs to."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from data_access.columns import (
    Instant,
    a_year,
    digits,
    municipality_code,
    not_negative,
    one_of,
    owner,
    published,
    source_id,
)
from data_access.records import (
    EARLIER_CODE,
    MUNICIPALITY,
    ORGANISATION,
    ORGANISATION_KIND,
    PROGRAMME,
    RELEASE_KINDS,
    SOURCES,
)
from data_access.records.sql import Release, record_table
from data_access.tables.base import metadata
from progress.emissions.series import Gas, Scope, Unit

county = Table(
    "county",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    digits("code", 2),
)

municipality = record_table(
    "municipality",
    metadata,
    MUNICIPALITY,
    UniqueConstraint("name"),
    UniqueConstraint("slug"),
    digits("code", 4),
    release=Release.NONE,
)

municipality_spelling = Table(
    "municipality_spelling",
    metadata,
    Column("spelling", Text, primary_key=True),
    municipality_code(),
)

# Codes that files of earlier years have: of municipalities that got another, or were merged.
earlier_code = record_table(
    "earlier_code", metadata, EARLIER_CODE, digits("earlier_code", 4), release=Release.NONE
)

source = record_table("source", metadata, SOURCES, release=Release.NONE)

organisation_kind = record_table(
    "organisation_kind", metadata, ORGANISATION_KIND, release=Release.NONE
)

organisation = record_table(
    "organisation",
    metadata,
    ORGANISATION,
    Index("uq_organisation_name_orgnr", "name", "orgnr", unique=True),
    release=Release.NONE,
)

programme = record_table("programme", metadata, PROGRAMME, release=Release.NONE)

release = Table(
    "release",
    metadata,
    Column("release_id", Integer, primary_key=True),
    Column("label", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("gas", Text),
    Column("scope", Text),
    Column("unit", Text),
    # The year the publisher names the edition by orders releases, however late they are loaded.
    Column("edition", Integer),
    Column("year_first", Integer),
    Column("year_last", Integer),
    Column("released", Date),
    source_id(),
    Column("imported", Instant, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    # Emissions of some municipalities alone: the newest release of these, not of the country.
    Column("partial", Boolean, nullable=False, server_default=false()),
    published(),
    owner(),
    one_of("kind", RELEASE_KINDS),
    one_of("gas", Gas),
    one_of("scope", Scope),
    one_of("unit", Unit),
    a_year("edition"),
    a_year("year_first"),
    a_year("year_last"),
    not_negative("rows"),
    CheckConstraint("length(sha256) = 64", name="sha256_length"),
    CheckConstraint(
        "kind <> 'emissions' OR (gas IS NOT NULL AND scope IS NOT NULL AND unit IS NOT NULL)",
        name="emissions_say_what",
    ),
    Index("ix_release_kind_sha256", "kind", "sha256"),
)
