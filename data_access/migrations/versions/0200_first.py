"""The first version: all tables."""

import sqlalchemy as sa
from alembic import op

from data_access.columns import Exact, Instant

revision = "0200"
down_revision = None
branch_labels = None
depends_on = None

# The log of changes is append only: nothing that was done can be undone in silence.
KEEP_LOG_SQLITE = (
    "CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log "
    "BEGIN SELECT RAISE(ABORT, 'change_log is append only'); END",
    "CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log "
    "BEGIN SELECT RAISE(ABORT, 'change_log is append only'); END",
    "CREATE TRIGGER change_log_no_replace BEFORE INSERT ON change_log "
    "WHEN EXISTS (SELECT 1 FROM change_log WHERE change_id = NEW.change_id) "
    "BEGIN SELECT RAISE(ABORT, 'change_log is append only'); END",
)
KEEP_LOG_POSTGRESQL = (
    "CREATE FUNCTION change_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'change_log is append only'; END $$",
    "CREATE TRIGGER change_log_kept BEFORE UPDATE OR DELETE ON change_log "
    "FOR EACH ROW EXECUTE FUNCTION change_log_is_append_only()",
    "CREATE TRIGGER change_log_not_emptied BEFORE TRUNCATE ON change_log "
    "FOR EACH STATEMENT EXECUTE FUNCTION change_log_is_append_only()",
)

TABLES = (
    "work_package_status",
    "commitment_status",
    "work_package",
    "grant_place",
    "commitment",
    "activity_status",
    "verdict",
    "stock",
    "snapshot",
    "sector_start",
    "release_comparison",
    "price_index",
    "population",
    "own_series",
    "organisation",
    "note",
    "national_emission",
    "municipality_spelling",
    "local_signatory",
    "local_contract",
    "investment_action",
    "indicator_value",
    "grant",
    "goal",
    "exchange_rate",
    "event",
    "emission_total",
    "emission_gap",
    "emission",
    "contract",
    "change_log",
    "carried_forward",
    "activity",
    "release",
    "municipality",
    "indicator",
    "source",
    "sector",
    "hindcast",
    "grant_cells",
    "goal_years",
    "ended_session",
    "county",
)
"""In the order in which they can be taken away."""


def upgrade() -> None:
    op.create_table(
        "county",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(code) = 2 AND length(rtrim(code, '0123456789')) = 0",
            name=op.f("ck_county_code_digits"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_county")),
    )
    op.create_table(
        "ended_session",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("ended", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("who", name=op.f("pk_ended_session")),
    )
    op.create_table(
        "goal_years",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name=op.f("ck_goal_years_year_plausible")),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_goal_years")),
    )
    op.create_table(
        "grant_cells",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_grant_cells")),
    )
    op.create_table(
        "hindcast",
        sa.Column("gas", sa.Text(), nullable=False),
        sa.Column("horizon", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("median", sa.Double(), nullable=False),
        sa.Column("quantile", sa.Double(), nullable=False),
        sa.CheckConstraint(
            "gas IN ('co2', 'co2_biogenic', 'co2e')", name=op.f("ck_hindcast_gas_known")
        ),
        sa.PrimaryKeyConstraint("gas", "horizon", name=op.f("pk_hindcast")),
    )
    op.create_table(
        "sector",
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sector_id", name=op.f("pk_sector")),
        sa.UniqueConstraint("code", name=op.f("uq_sector_code")),
    )
    op.create_table(
        "source",
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("file_url", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_source")),
    )
    op.create_table(
        "indicator",
        sa.Column("indicator_id", sa.Text(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("unit_sv", sa.Text(), nullable=False),
        sa.Column("unit_en", sa.Text(), nullable=False),
        sa.Column("desired", sa.Text(), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("note_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("note_en", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "desired IN ('down', 'none', 'up')", name=op.f("ck_indicator_desired_known")
        ),
        sa.CheckConstraint("decimals >= 0", name=op.f("ck_indicator_decimals_not_negative")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_indicator_source_id")
        ),
        sa.PrimaryKeyConstraint("indicator_id", name=op.f("pk_indicator")),
    )
    op.create_table(
        "municipality",
        sa.Column("code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("county_code", sa.Text(), nullable=False),
        sa.Column("contract_since", sa.Integer(), nullable=True),
        sa.Column("joined", sa.Text(), server_default="", nullable=False),
        sa.Column("signed", sa.Text(), server_default="", nullable=False),
        sa.Column("contract_ref", sa.Text(), server_default="", nullable=False),
        sa.Column("contract_read", sa.Text(), server_default="", nullable=False),
        sa.Column("eu_mission", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "length(code) = 4 AND length(rtrim(code, '0123456789')) = 0",
            name=op.f("ck_municipality_code_digits"),
        ),
        sa.CheckConstraint(
            "contract_since BETWEEN 1900 AND 2200",
            name=op.f("ck_municipality_contract_since_plausible"),
        ),
        sa.ForeignKeyConstraint(
            ["county_code"], ["county.code"], name=op.f("fk_municipality_county_code")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality")),
        sa.UniqueConstraint("name", name=op.f("uq_municipality_name")),
        sa.UniqueConstraint("slug", name=op.f("uq_municipality_slug")),
    )
    op.create_table(
        "release",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("gas", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("year_first", sa.Integer(), nullable=True),
        sa.Column("year_last", sa.Integer(), nullable=True),
        sa.Column("released", sa.Date(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("imported", Instant(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("partial", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("published", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "gas IN ('co2', 'co2_biogenic', 'co2e')", name=op.f("ck_release_gas_known")
        ),
        sa.CheckConstraint(
            "kind <> 'emissions' OR (gas IS NOT NULL AND scope IS NOT NULL AND unit IS NOT NULL)",
            name=op.f("ck_release_emissions_say_what"),
        ),
        sa.CheckConstraint(
            "kind IN ('activities', 'commitments', 'emission-gaps', 'emissions', "
            "'events', 'exchange-rates', 'goals', 'grants', 'indicators', "
            "'investment-actions', 'local-contracts', 'local-signatories', "
            "'municipalities', 'own-series', 'population', 'price-index', 'stocks', "
            "'work-packages')",
            name=op.f("ck_release_kind_known"),
        ),
        sa.CheckConstraint(
            "scope IN ('budget', 'city_core', 'consumption', 'group', 'territorial')",
            name=op.f("ck_release_scope_known"),
        ),
        sa.CheckConstraint(
            "unit IN ('tonnes', 'tonnes_per_person')", name=op.f("ck_release_unit_known")
        ),
        sa.CheckConstraint(
            "edition BETWEEN 1900 AND 2200", name=op.f("ck_release_edition_plausible")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_release_sha256_length")),
        sa.CheckConstraint("rows >= 0", name=op.f("ck_release_rows_not_negative")),
        sa.CheckConstraint(
            "year_first BETWEEN 1900 AND 2200", name=op.f("ck_release_year_first_plausible")
        ),
        sa.CheckConstraint(
            "year_last BETWEEN 1900 AND 2200", name=op.f("ck_release_year_last_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_release_source_id")
        ),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_release")),
        sa.UniqueConstraint("label", name=op.f("uq_release_label")),
    )
    op.create_index("ix_release_kind_sha256", "release", ["kind", "sha256"], unique=False)
    op.create_table(
        "activity",
        sa.Column("activity_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("title_sv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("work_package", sa.Text(), server_default="", nullable=False),
        sa.Column("focus_area", sa.Text(), server_default="", nullable=False),
        sa.Column("responsible", sa.Text(), server_default="", nullable=False),
        sa.Column("partners", sa.Text(), server_default="", nullable=False),
        sa.Column("financed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("start", sa.Text(), server_default="", nullable=False),
        sa.Column("end", sa.Text(), server_default="", nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("quote_sv", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_activity_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_activity_release_id")
        ),
        sa.PrimaryKeyConstraint("activity_id", name=op.f("pk_activity")),
    )
    op.create_index(
        "ix_activity_municipality_code", "activity", ["municipality_code"], unique=False
    )
    op.create_table(
        "carried_forward",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("municipalities", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_carried_forward_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_carried_forward_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_carried_forward_sector_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "sector_id", "year", name=op.f("pk_carried_forward")),
    )
    op.create_table(
        "change_log",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=True),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("actor", sa.Text(), server_default="", nullable=False),
        sa.Column("shown", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_change_log_release_id")
        ),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_change_log")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contract",
        sa.Column("contract_id", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("version_year", sa.Integer(), nullable=False),
        sa.Column("valid_year", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "valid_year BETWEEN 1900 AND 2200", name=op.f("ck_contract_valid_year_plausible")
        ),
        sa.CheckConstraint(
            "version_year BETWEEN 1900 AND 2200", name=op.f("ck_contract_version_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_contract_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_contract_source_id")
        ),
        sa.PrimaryKeyConstraint("contract_id", name=op.f("pk_contract")),
    )
    op.create_table(
        "emission",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tonnes", sa.Double(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "status IN ('estimate', 'final', 'forecast', 'preliminary')",
            name=op.f("ck_emission_status_known"),
        ),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name=op.f("ck_emission_year_plausible")),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_emission_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_emission_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_emission_sector_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "year", "sector_id", name=op.f("pk_emission")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "emission_gap",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("basis", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("sector", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("scope", sa.Text(), server_default="", nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("baseline_year", sa.Integer(), nullable=True),
        sa.Column("baseline", sa.Double(), nullable=True),
        sa.Column("latest_year", sa.Integer(), nullable=True),
        sa.Column("latest", sa.Double(), nullable=True),
        sa.Column("target_level", sa.Double(), nullable=True),
        sa.Column("target_reduction", sa.Double(), nullable=True),
        sa.Column("existing_strategies_reduction", sa.Double(), nullable=True),
        sa.Column("gap", sa.Double(), nullable=True),
        sa.Column("action_plan_reduction", sa.Double(), nullable=True),
        sa.Column("remaining_after_actions", sa.Double(), nullable=True),
        sa.Column("residual", sa.Double(), nullable=True),
        sa.Column("quality_flag", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "unit IN ('kt CO2e', 't CO2e')", name=op.f("ck_emission_gap_unit_known")
        ),
        sa.CheckConstraint(
            "baseline_year BETWEEN 1900 AND 2200",
            name=op.f("ck_emission_gap_baseline_year_plausible"),
        ),
        sa.CheckConstraint(
            "latest_year BETWEEN 1900 AND 2200", name=op.f("ck_emission_gap_latest_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_emission_gap_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_emission_gap_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_emission_gap_source_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "basis", "sector", name=op.f("pk_emission_gap")
        ),
    )
    op.create_table(
        "emission_total",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tonnes", sa.Double(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "status IN ('estimate', 'final', 'forecast', 'preliminary')",
            name=op.f("ck_emission_total_status_known"),
        ),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_emission_total_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_emission_total_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_emission_total_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "year", name=op.f("pk_emission_total")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("way", sa.Text(), nullable=True),
        sa.Column("title_sv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("text_sv", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.Column("read_on", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("way IN ('down', 'up')", name=op.f("ck_event_way_known")),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name=op.f("ck_event_year_plausible")),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_event_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_event_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "event_id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_municipality_code", "event", ["municipality_code"], unique=False)
    op.create_table(
        "exchange_rate",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sek_per_unit", Exact(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "CAST(sek_per_unit AS REAL) >= 0",
            name=op.f("ck_exchange_rate_sek_per_unit_not_negative"),
        ),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_exchange_rate_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_exchange_rate_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "currency", "year", name=op.f("pk_exchange_rate")),
    )
    op.create_table(
        "goal",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("goal_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("gas", sa.Text(), nullable=False),
        sa.Column("title_sv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("base_year", sa.Integer(), nullable=True),
        sa.Column("base_value", sa.Double(), nullable=True),
        sa.Column("target_year", sa.Integer(), nullable=True),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("unit_text", sa.Text(), server_default="", nullable=False),
        sa.Column("per_person", sa.Boolean(), nullable=False),
        sa.Column("rate", sa.Double(), nullable=True),
        sa.Column("reduction", sa.Double(), nullable=True),
        sa.Column("residual_share", sa.Double(), nullable=True),
        sa.Column("residual_tonnes", sa.Double(), nullable=True),
        sa.Column("budget_tonnes", sa.Double(), nullable=True),
        sa.Column("budget_first_year", sa.Integer(), nullable=True),
        sa.Column("budget_last_year", sa.Integer(), nullable=True),
        sa.Column("strict", sa.Boolean(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_title", sa.Text(), server_default="", nullable=False),
        sa.Column("source_section", sa.Text(), server_default="", nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.Column("contract_version_year", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Text(), server_default="", nullable=False),
        sa.Column("coverage_differs", sa.Boolean(), nullable=False),
        sa.Column("near_gas", sa.Text(), nullable=True),
        sa.Column("near_sectors_left_out", sa.JSON(), nullable=False),
        sa.Column("near_reason_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("near_reason_en", sa.Text(), server_default="", nullable=False),
        sa.Column("series_note_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("series_note_en", sa.Text(), server_default="", nullable=False),
        sa.Column("defined_by", sa.Text(), server_default="", nullable=False),
        sa.Column("leaves_out_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("leaves_out_en", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "gas IN ('co2', 'co2_biogenic', 'co2e', 'unspecified')", name=op.f("ck_goal_gas_known")
        ),
        sa.CheckConstraint(
            "kind IN ('annual_rate', 'budget', 'level', 'narrative', 'reduction', 'state')",
            name=op.f("ck_goal_kind_known"),
        ),
        sa.CheckConstraint(
            "near_gas IN ('co2', 'co2_biogenic', 'co2e')", name=op.f("ck_goal_near_gas_known")
        ),
        sa.CheckConstraint(
            "scope IN ('budget', 'city_core', 'consumption', 'group', 'other', "
            "'territorial', 'transport')",
            name=op.f("ck_goal_scope_known"),
        ),
        sa.CheckConstraint(
            "state IN ('fossil_free', 'neutral', 'positive')", name=op.f("ck_goal_state_known")
        ),
        sa.CheckConstraint(
            "base_year BETWEEN 1900 AND 2200", name=op.f("ck_goal_base_year_plausible")
        ),
        sa.CheckConstraint(
            "budget_first_year <= budget_last_year", name=op.f("ck_goal_budget_years_in_order")
        ),
        sa.CheckConstraint(
            "budget_first_year BETWEEN 1900 AND 2200",
            name=op.f("ck_goal_budget_first_year_plausible"),
        ),
        sa.CheckConstraint(
            "budget_last_year BETWEEN 1900 AND 2200",
            name=op.f("ck_goal_budget_last_year_plausible"),
        ),
        sa.CheckConstraint("budget_tonnes >= 0", name=op.f("ck_goal_budget_tonnes_not_negative")),
        sa.CheckConstraint("rate BETWEEN 0 AND 1", name=op.f("ck_goal_rate_share")),
        sa.CheckConstraint(
            "residual_tonnes >= 0", name=op.f("ck_goal_residual_tonnes_not_negative")
        ),
        sa.CheckConstraint(
            "target_year BETWEEN 1900 AND 2200", name=op.f("ck_goal_target_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_goal_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_goal_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "goal_id", name=op.f("pk_goal")),
    )
    op.create_index("ix_goal_municipality_code", "goal", ["municipality_code"], unique=False)
    op.create_table(
        "grant",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("grant_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("funder", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), server_default="", nullable=False),
        sa.Column("call", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("beneficiary", sa.Text(), server_default="", nullable=False),
        sa.Column("beneficiary_orgnr", sa.Text(), server_default="", nullable=False),
        sa.Column("beneficiary_municipality_code", sa.Text(), nullable=True),
        sa.Column("allocation", sa.Text(), server_default="", nullable=False),
        sa.Column("theme", sa.Text(), server_default="", nullable=False),
        sa.Column("priority", sa.Text(), server_default="", nullable=False),
        sa.Column("is_climate", sa.Boolean(), nullable=True),
        sa.Column("decision_year", sa.Integer(), nullable=True),
        sa.Column("start", sa.Text(), server_default="", nullable=False),
        sa.Column("end", sa.Text(), server_default="", nullable=False),
        sa.Column("amount", Exact(), nullable=True),
        sa.Column("currency", sa.Text(), server_default="", nullable=False),
        sa.Column("amount_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("amount_note", sa.Text(), server_default="", nullable=False),
        sa.Column("total_cost", Exact(), nullable=True),
        sa.Column("same_as", sa.Text(), server_default="", nullable=False),
        sa.Column("part_of", sa.Text(), server_default="", nullable=False),
        sa.Column("quality_flag", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "allocation IN ('', 'multi_municipality', 'own', 'single_municipality')",
            name=op.f("ck_grant_allocation_known"),
        ),
        sa.CheckConstraint(
            "amount_kind IN ('', 'announced', 'applied', 'cofunding', 'estimated', "
            "'granted', 'paid')",
            name=op.f("ck_grant_amount_kind_known"),
        ),
        sa.CheckConstraint("level IN ('programme', 'project')", name=op.f("ck_grant_level_known")),
        sa.CheckConstraint("CAST(amount AS REAL) >= 0", name=op.f("ck_grant_amount_not_negative")),
        sa.CheckConstraint(
            "CAST(total_cost AS REAL) >= 0", name=op.f("ck_grant_total_cost_not_negative")
        ),
        sa.CheckConstraint(
            "decision_year BETWEEN 1900 AND 2200", name=op.f("ck_grant_decision_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["beneficiary_municipality_code"],
            ["municipality.code"],
            name=op.f("fk_grant_beneficiary_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_grant_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_grant_source_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "grant_id", name=op.f("pk_grant")),
    )
    op.create_index(
        "ix_grant_beneficiary_municipality_code",
        "grant",
        ["beneficiary_municipality_code"],
        unique=False,
    )
    op.create_index("ix_grant_grant_id", "grant", ["grant_id"], unique=False)
    op.create_table(
        "indicator_value",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("indicator_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("numerator", sa.Double(), nullable=True),
        sa.Column("denominator", sa.Double(), nullable=True),
        sa.CheckConstraint(
            "status IN ('estimate', 'final', 'forecast', 'preliminary')",
            name=op.f("ck_indicator_value_status_known"),
        ),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_indicator_value_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.indicator_id"],
            name=op.f("fk_indicator_value_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_indicator_value_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_indicator_value_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id",
            "indicator_id",
            "municipality_code",
            "year",
            name=op.f("pk_indicator_value"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_indicator_value_indicator_id", "indicator_value", ["indicator_id"], unique=False
    )
    op.create_table(
        "investment_action",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("action_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("row_level", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), server_default="", nullable=False),
        sa.Column("sector", sa.Text(), server_default="", nullable=False),
        sa.Column("responsible", sa.Text(), server_default="", nullable=False),
        sa.Column("cost_low", Exact(), nullable=True),
        sa.Column("cost_high", Exact(), nullable=True),
        sa.Column("cost_currency", sa.Text(), server_default="", nullable=False),
        sa.Column("cost_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("cost_period", sa.Text(), server_default="", nullable=False),
        sa.Column("cost_text", sa.Text(), server_default="", nullable=False),
        sa.Column("opex_per_year", Exact(), nullable=True),
        sa.Column("opex_text", sa.Text(), server_default="", nullable=False),
        sa.Column("reduction_low_t", sa.Double(), nullable=True),
        sa.Column("reduction_high_t", sa.Double(), nullable=True),
        sa.Column("reduction_period", sa.Text(), server_default="", nullable=False),
        sa.Column("reduction_text", sa.Text(), server_default="", nullable=False),
        sa.Column("sink_low_t", sa.Double(), nullable=True),
        sa.Column("sink_high_t", sa.Double(), nullable=True),
        sa.Column("sink_period", sa.Text(), server_default="", nullable=False),
        sa.Column("sink_text", sa.Text(), server_default="", nullable=False),
        sa.Column("shared_effect_group", sa.Text(), server_default="", nullable=False),
        sa.Column("funding_source_text", sa.Text(), server_default="", nullable=False),
        sa.Column("start_year", sa.Integer(), nullable=True),
        sa.Column("end_year", sa.Integer(), nullable=True),
        sa.Column("quality_flag", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("payer", sa.Text(), server_default="", nullable=False),
        sa.Column("secured", Exact(), nullable=True),
        sa.Column("co_benefits", sa.Integer(), nullable=True),
        sa.Column("feasibility", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "cost_kind IN ('', 'capex', 'opex', 'total', 'unknown')",
            name=op.f("ck_investment_action_cost_kind_known"),
        ),
        sa.CheckConstraint(
            "cost_period IN ('', 'per_year', 'total', 'unknown')",
            name=op.f("ck_investment_action_cost_period_known"),
        ),
        sa.CheckConstraint(
            "payer IN ('', 'eu', 'municipality', 'other', 'private', 'region', 'state')",
            name=op.f("ck_investment_action_payer_known"),
        ),
        sa.CheckConstraint(
            "reduction_period IN ('', 'annual', 'by2030', 'cumulative', 'unknown')",
            name=op.f("ck_investment_action_reduction_period_known"),
        ),
        sa.CheckConstraint(
            "row_level IN ('action', 'portfolio', 'programme_total', 'rejected', 'scenario')",
            name=op.f("ck_investment_action_row_level_known"),
        ),
        sa.CheckConstraint(
            "sink_period IN ('', 'annual', 'by2030', 'cumulative', 'unknown')",
            name=op.f("ck_investment_action_sink_period_known"),
        ),
        sa.CheckConstraint(
            "CAST(cost_high AS REAL) >= 0", name=op.f("ck_investment_action_cost_high_not_negative")
        ),
        sa.CheckConstraint(
            "CAST(cost_low AS REAL) >= 0", name=op.f("ck_investment_action_cost_low_not_negative")
        ),
        sa.CheckConstraint(
            "CAST(opex_per_year AS REAL) >= 0",
            name=op.f("ck_investment_action_opex_per_year_not_negative"),
        ),
        sa.CheckConstraint(
            "CAST(secured AS REAL) >= 0", name=op.f("ck_investment_action_secured_not_negative")
        ),
        sa.CheckConstraint(
            "co_benefits BETWEEN 1 AND 5", name=op.f("ck_investment_action_co_benefits_rated")
        ),
        sa.CheckConstraint(
            "end_year BETWEEN 1900 AND 2200", name=op.f("ck_investment_action_end_year_plausible")
        ),
        sa.CheckConstraint(
            "feasibility BETWEEN 1 AND 5", name=op.f("ck_investment_action_feasibility_rated")
        ),
        sa.CheckConstraint(
            "start_year BETWEEN 1900 AND 2200",
            name=op.f("ck_investment_action_start_year_plausible"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_investment_action_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_investment_action_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_investment_action_source_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "action_id", name=op.f("pk_investment_action")
        ),
    )
    op.create_index(
        "ix_investment_action_municipality_code",
        "investment_action",
        ["municipality_code"],
        unique=False,
    )
    op.create_table(
        "local_contract",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("signatories", sa.Integer(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("quote_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "signatories >= 0", name=op.f("ck_local_contract_signatories_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_local_contract_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_local_contract_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "at", name=op.f("pk_local_contract")
        ),
    )
    op.create_index(
        "ix_local_contract_municipality_code", "local_contract", ["municipality_code"], unique=False
    )
    op.create_table(
        "local_signatory",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("organisation", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("orgnr", sa.Text(), server_default="", nullable=False),
        sa.Column("signed", sa.Text(), server_default="", nullable=False),
        sa.Column("source_title", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_local_signatory_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_local_signatory_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "organisation", name=op.f("pk_local_signatory")
        ),
    )
    op.create_index(
        "ix_local_signatory_municipality_code",
        "local_signatory",
        ["municipality_code"],
        unique=False,
    )
    op.create_table(
        "municipality_spelling",
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_municipality_spelling_municipality_code"),
        ),
        sa.PrimaryKeyConstraint("spelling", name=op.f("pk_municipality_spelling")),
    )
    op.create_table(
        "national_emission",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tonnes", sa.Double(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "status IN ('estimate', 'final', 'forecast', 'preliminary')",
            name=op.f("ck_national_emission_status_known"),
        ),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_national_emission_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_national_emission_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_national_emission_sector_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "year", "sector_id", name=op.f("pk_national_emission")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "note",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("written", Instant(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawn", Instant(), nullable=True),
        sa.CheckConstraint("owner <> ''", name=op.f("ck_note_owned")),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_note_municipality_code")
        ),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_note")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_note_municipality_code", "note", ["municipality_code"], unique=False)
    op.create_table(
        "organisation",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("orgnr", sa.Text(), server_default="", nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_organisation_municipality_code"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_organisation")),
    )
    op.create_index("uq_organisation_name_orgnr", "organisation", ["name", "orgnr"], unique=True)
    op.create_table(
        "own_series",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("continues_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["continues_id"], ["release.release_id"], name=op.f("fk_own_series_continues_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_own_series_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_own_series_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_own_series")),
    )
    op.create_index(
        "ix_own_series_municipality_code", "own_series", ["municipality_code"], unique=False
    )
    op.create_table(
        "population",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=False),
        sa.CheckConstraint("inhabitants >= 0", name=op.f("ck_population_inhabitants_not_negative")),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name=op.f("ck_population_year_plausible")),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_population_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_population_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "year", name=op.f("pk_population")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_population_municipality_code", "population", ["municipality_code"], unique=False
    )
    op.create_index("ix_population_year", "population", ["year"], unique=False)
    op.create_table(
        "price_index",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", Exact(), nullable=False),
        sa.CheckConstraint(
            "CAST(value AS REAL) >= 0", name=op.f("ck_price_index_value_not_negative")
        ),
        sa.CheckConstraint(
            "year BETWEEN 1900 AND 2200", name=op.f("ck_price_index_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_price_index_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "year", name=op.f("pk_price_index")),
    )
    op.create_table(
        "release_comparison",
        sa.Column("old_release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("new_release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current_year", sa.Integer(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["new_release_id"],
            ["release.release_id"],
            name=op.f("fk_release_comparison_new_release_id"),
        ),
        sa.ForeignKeyConstraint(
            ["old_release_id"],
            ["release.release_id"],
            name=op.f("fk_release_comparison_old_release_id"),
        ),
        sa.PrimaryKeyConstraint(
            "old_release_id", "new_release_id", name=op.f("pk_release_comparison")
        ),
    )
    op.create_table(
        "sector_start",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "first_year BETWEEN 1900 AND 2200", name=op.f("ck_sector_start_first_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_sector_start_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sector.sector_id"], name=op.f("fk_sector_start_sector_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "sector_id", name=op.f("pk_sector_start")),
    )
    op.create_table(
        "snapshot",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=True),
        sa.Column("taken", Instant(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("published", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_snapshot_municipality_code")
        ),
        sa.PrimaryKeyConstraint("snapshot_id", name=op.f("pk_snapshot")),
    )
    op.create_index(
        "uq_snapshot_municipality_code_name", "snapshot", ["municipality_code", "name"], unique=True
    )
    op.create_table(
        "stock",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("issued", Exact(), nullable=True),
        sa.Column("total", Exact(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("source_ref", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("kind IN ('green_bond')", name=op.f("ck_stock_kind_known")),
        sa.CheckConstraint("CAST(issued AS REAL) >= 0", name=op.f("ck_stock_issued_not_negative")),
        sa.CheckConstraint("CAST(total AS REAL) >= 0", name=op.f("ck_stock_total_not_negative")),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_stock_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_stock_release_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.source_id"], name=op.f("fk_stock_source_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "kind", "at", name=op.f("pk_stock")
        ),
    )
    op.create_table(
        "verdict",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("goal_id", sa.Text(), nullable=False),
        sa.Column("attainment", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("current_year", sa.Integer(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "attainment IN ('awaiting', 'close', 'depends', 'missed', 'no', "
            "'not_assessable', 'reached', 'yes')",
            name=op.f("ck_verdict_attainment_known"),
        ),
        sa.CheckConstraint(
            "reason IN ('narrative', 'no_base', 'no_done_rate', 'no_series', "
            "'no_target_value', 'other_size', 'scope_mismatch')",
            name=op.f("ck_verdict_reason_known"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_verdict_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_verdict_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "municipality_code", "goal_id", name=op.f("pk_verdict")
        ),
    )
    op.create_index("ix_verdict_municipality_code", "verdict", ["municipality_code"], unique=False)
    op.create_table(
        "activity_status",
        sa.Column("activity_id", sa.Text(), nullable=False),
        sa.Column("status_date", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("resources", sa.Text(), server_default="", nullable=False),
        sa.Column("recorded", Instant(), nullable=False),
        sa.Column("published", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("batch", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "status IN ('done', 'late', 'not_begun', 'running', 'stopped', 'unknown')",
            name=op.f("ck_activity_status_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.activity_id"], name=op.f("fk_activity_status_activity_id")
        ),
        sa.PrimaryKeyConstraint("activity_id", "status_date", name=op.f("pk_activity_status")),
    )
    op.create_table(
        "commitment",
        sa.Column("commitment_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("party_kind", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("title_sv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("quote_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("due", sa.Text(), server_default="", nullable=False),
        sa.Column("theme", sa.Text(), server_default="", nullable=False),
        sa.Column("contract_id", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "party_kind IN ('agency', 'municipality', 'viable_cities')",
            name=op.f("ck_commitment_party_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.contract_id"], name=op.f("fk_commitment_contract_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_commitment_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_commitment_release_id")
        ),
        sa.PrimaryKeyConstraint("commitment_id", name=op.f("pk_commitment")),
    )
    op.create_index(
        "ix_commitment_municipality_code", "commitment", ["municipality_code"], unique=False
    )
    op.create_table(
        "grant_place",
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("grant_id", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_grant_place_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "grant_id"],
            ["grant.release_id", "grant.grant_id"],
            name=op.f("fk_grant_place_release_id_grant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_grant_place_release_id")
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "grant_id", "municipality_code", name=op.f("pk_grant_place")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_grant_place_municipality_code", "grant_place", ["municipality_code"], unique=False
    )
    op.create_table(
        "work_package",
        sa.Column("package_id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("release_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("contract_id", sa.Text(), nullable=True),
        sa.Column("title_sv", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("project", sa.Text(), server_default="", nullable=False),
        sa.Column("responsible", sa.Text(), server_default="", nullable=False),
        sa.Column("start", sa.Text(), server_default="", nullable=False),
        sa.Column("end", sa.Text(), server_default="", nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("quote_sv", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.contract_id"], name=op.f("fk_work_package_contract_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_work_package_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.release_id"], name=op.f("fk_work_package_release_id")
        ),
        sa.PrimaryKeyConstraint("package_id", name=op.f("pk_work_package")),
    )
    op.create_index(
        "ix_work_package_municipality_code", "work_package", ["municipality_code"], unique=False
    )
    op.create_table(
        "commitment_status",
        sa.Column("commitment_id", sa.Text(), nullable=False),
        sa.Column("status_date", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("resources", sa.Text(), server_default="", nullable=False),
        sa.Column("recorded", Instant(), nullable=False),
        sa.Column("published", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("batch", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "status IN ('done', 'late', 'not_begun', 'running', 'stopped', 'unknown')",
            name=op.f("ck_commitment_status_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"],
            ["commitment.commitment_id"],
            name=op.f("fk_commitment_status_commitment_id"),
        ),
        sa.PrimaryKeyConstraint("commitment_id", "status_date", name=op.f("pk_commitment_status")),
    )
    op.create_table(
        "work_package_status",
        sa.Column("package_id", sa.Text(), nullable=False),
        sa.Column("status_date", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("resources", sa.Text(), server_default="", nullable=False),
        sa.Column("recorded", Instant(), nullable=False),
        sa.Column("published", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("batch", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "status IN ('done', 'late', 'not_begun', 'running', 'stopped', 'unknown')",
            name=op.f("ck_work_package_status_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["package_id"],
            ["work_package.package_id"],
            name=op.f("fk_work_package_status_package_id"),
        ),
        sa.PrimaryKeyConstraint("package_id", "status_date", name=op.f("pk_work_package_status")),
    )
    postgresql = op.get_context().dialect.name == "postgresql"
    for statement in KEEP_LOG_POSTGRESQL if postgresql else KEEP_LOG_SQLITE:
        op.execute(statement)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION change_log_is_append_only()")
