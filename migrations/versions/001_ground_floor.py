"""ground floor."""

import sqlalchemy as sa
from alembic import op

import portal.db.base

revision = "001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """ground floor."""
    op.create_table(
        "attempts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.create_index("ix_attempts_what", ["what", "digest", "at"], unique=False)

    op.create_table(
        "council",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_council_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council")),
    )
    op.create_table(
        "form_keys",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("location", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_form_keys")),
    )
    with op.batch_alter_table("form_keys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_form_keys_at"), ["at"], unique=False)

    op.create_table(
        "funds",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funds")),
        sa.UniqueConstraint("code", name=op.f("uq_funds_code")),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("verb", sa.String(length=60), nullable=False),
        sa.Column("from_state", sa.String(length=40), nullable=True),
        sa.Column("to_state", sa.String(length=40), nullable=True),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index("ix_history_subject", ["subject", "subject_id", "id"], unique=False)

    op.create_table(
        "jobs",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("next_run_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("leased_until", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("leased_by", sa.Text(), nullable=True),
        sa.Column("last_started_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("last_finished_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("failures", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_jobs")),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("to_address", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("template", sa.String(length=60), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=True),
        sa.Column("about_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("created_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("next_try_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("tries", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("leased_until", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("sent_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_letters_sent_has_date")),
        sa.CheckConstraint("status IN ('waiting', 'sent', 'failed')", name=op.f("ck_letters_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("ref", name=op.f("uq_letters_ref")),
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index("ix_letters_about", ["about", "about_id"], unique=False)
        batch_op.create_index("ix_letters_to", ["to_address", "status", "id"], unique=False)
        batch_op.create_index("ix_letters_waiting", ["status", "next_try_at", "id"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("legal_form", sa.String(length=60), nullable=False),
        sa.Column("charity_number", sa.String(length=12), nullable=True),
        sa.Column("company_number", sa.String(length=8), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("postcode", sa.String(length=8), nullable=False),
        sa.Column("ward_code", sa.String(length=9), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("income_band", sa.String(length=60), nullable=True),
        sa.Column("communities", sa.JSON(), nullable=False),
        sa.Column("wards", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("created_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("charity_number", name=op.f("uq_organisations_charity_number")),
        sa.UniqueConstraint("company_number", name=op.f("uq_organisations_company_number")),
        sa.UniqueConstraint("ref", name=op.f("uq_organisations_ref")),
    )
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.create_index("ix_organisations_name_key", ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisations_ward_code"), ["ward_code"], unique=False)

    op.create_table(
        "people",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("email", name=op.f("uq_people_email")),
        sa.UniqueConstraint("ref", name=op.f("uq_people_ref")),
    )
    op.create_table(
        "sign_in_requests",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("link_digest", sa.String(length=64), nullable=False),
        sa.Column("own_device", sa.Boolean(), nullable=False),
        sa.Column("next_path", sa.Text(), nullable=True),
        sa.Column("asked_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("expires_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("tries", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ended_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_requests")),
        sa.UniqueConstraint("link_digest", name=op.f("uq_sign_in_requests_link_digest")),
        sa.UniqueConstraint("ref", name=op.f("uq_sign_in_requests_ref")),
    )
    with op.batch_alter_table("sign_in_requests", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_requests_email", ["email", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_requests_expires_at"), ["expires_at"], unique=False)

    op.create_table(
        "terms",
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("kind", "code", name=op.f("pk_terms")),
    )
    op.create_table(
        "wards",
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("people", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("deprived_people", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("deprived_people BETWEEN 0 AND people", name=op.f("ck_wards_part_of_people")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_wards")),
    )
    op.create_table(
        "council_roles",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("given_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_council_roles_person_id")),
        sa.PrimaryKeyConstraint("person_id", "role", name=op.f("pk_council_roles")),
    )
    op.create_table(
        "neighbourhoods",
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ward_code", sa.String(length=9), nullable=False),
        sa.Column("decile", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("people", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("decile BETWEEN 1 AND 10", name=op.f("ck_neighbourhoods_decile")),
        sa.ForeignKeyConstraint(["ward_code"], ["wards.code"], name=op.f("fk_neighbourhoods_ward_code")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_neighbourhoods")),
    )
    with op.batch_alter_table("neighbourhoods", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_neighbourhoods_ward_code"), ["ward_code"], unique=False)

    op.create_table(
        "rounds",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("fund_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("prefix", sa.String(length=6), nullable=False),
        sa.Column("opens_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("closes_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("grace_minutes", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("budget_pence", sa.BigInteger(), nullable=False),
        sa.Column("smallest_pence", sa.BigInteger(), nullable=False),
        sa.Column("largest_pence", sa.BigInteger(), nullable=False),
        sa.Column("assessments_needed", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("names_hidden", sa.Boolean(), nullable=False),
        sa.Column("checked_by", sa.Date(), nullable=False),
        sa.Column("assessed_by", sa.Date(), nullable=False),
        sa.Column("panel_on", sa.Date(), nullable=False),
        sa.Column("told_by", sa.Date(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("form_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("assessments_needed BETWEEN 1 AND 5", name=op.f("ck_rounds_assessments_needed")),
        sa.CheckConstraint("grace_minutes BETWEEN 0 AND 120", name=op.f("ck_rounds_grace")),
        sa.CheckConstraint("largest_pence <= budget_pence", name=op.f("ck_rounds_largest_within_budget")),
        sa.CheckConstraint("opens_at < closes_at", name=op.f("ck_rounds_opens_before_closing")),
        sa.CheckConstraint("smallest_pence BETWEEN 1 AND largest_pence", name=op.f("ck_rounds_smallest_under_largest")),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"], name=op.f("fk_rounds_fund_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("code", name=op.f("uq_rounds_code")),
    )
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rounds_closes_at"), ["closes_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_rounds_fund_id"), ["fund_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rounds_opens_at"), ["opens_at"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("own_device", sa.Boolean(), nullable=False),
        sa.Column("place_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("last_seen_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("expires_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("ended_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sign_ins_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ins")),
        sa.UniqueConstraint("ref", name=op.f("uq_sign_ins_ref")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_sign_ins_token_digest")),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_person_id"), ["person_id"], unique=False)

    op.create_table(
        "team_invitations",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("link_digest", sa.String(length=64), nullable=False),
        sa.Column("invited_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("invited_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("expires_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("ended_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("role IN ('lead', 'member')", name=op.f("ck_team_invitations_role")),
        sa.ForeignKeyConstraint(["accepted_by"], ["people.id"], name=op.f("fk_team_invitations_accepted_by")),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name=op.f("fk_team_invitations_invited_by")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_team_invitations_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_invitations")),
        sa.UniqueConstraint("link_digest", name=op.f("uq_team_invitations_link_digest")),
        sa.UniqueConstraint("ref", name=op.f("uq_team_invitations_ref")),
    )
    with op.batch_alter_table("team_invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_invitations_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "team_members",
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("joined_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("left_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("role IN ('lead', 'member')", name=op.f("ck_team_members_role")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_team_members_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_team_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_members")),
    )
    with op.batch_alter_table("team_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_members_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_team_members_current",
            ["organisation_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("left_at IS NULL"),
            postgresql_where=sa.text("left_at IS NULL"),
        )

    op.create_table(
        "conflicts",
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("declared_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.CheckConstraint("source IN ('declared', 'known')", name=op.f("ck_conflicts_source")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_conflicts_organisation_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_conflicts_person_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_conflicts_round_id")),
        sa.PrimaryKeyConstraint("round_id", "person_id", "organisation_id", name=op.f("pk_conflicts")),
    )
    op.create_table(
        "declarations",
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("declared_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_declarations_person_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_declarations_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declarations")),
        sa.UniqueConstraint("round_id", "person_id", name=op.f("uq_declarations_round_id_person_id")),
    )
    with op.batch_alter_table("declarations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declarations_person_id"), ["person_id"], unique=False)

    op.create_table(
        "form_versions",
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("made_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_form_versions_round_id")),
        sa.PrimaryKeyConstraint("round_id", "number", name=op.f("pk_form_versions")),
    )
    op.create_table(
        "panels",
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("budget_pence", sa.BigInteger(), nullable=False),
        sa.Column("committed_pence", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("committed_pence BETWEEN 0 AND budget_pence", name=op.f("ck_panels_never_overspent")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_panels_round_id")),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_panels")),
    )
    op.create_table(
        "postcodes",
        sa.Column("postcode", sa.String(length=8), nullable=False),
        sa.Column("neighbourhood_code", sa.String(length=9), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbourhood_code"], ["neighbourhoods.code"], name=op.f("fk_postcodes_neighbourhood_code")
        ),
        sa.PrimaryKeyConstraint("postcode", name=op.f("pk_postcodes")),
    )
    with op.batch_alter_table("postcodes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_postcodes_neighbourhood_code"), ["neighbourhood_code"], unique=False)

    op.create_table(
        "applications",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("form_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("started_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("started_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("changed_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("eligibility", sa.JSON(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("amount_pence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("people", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("submitted_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("submitted_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("signed_name", sa.String(length=200), nullable=True),
        sa.Column("outcome_reasons", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'not_eligible', 'assessing', 'scored', 'funded', 'part_funded', 'reserved', 'declined', 'withdrawn')",
            name=op.f("ck_applications_state"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL",
            name=op.f("ck_applications_state_has_sent"),
        ),
        sa.CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by IS NULL) AND (submitted_at IS NULL) = (signed_name IS NULL)",
            name=op.f("ck_applications_sent_has_sender"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_applications_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id", "form_number"],
            ["form_versions.round_id", "form_versions.number"],
            name=op.f("fk_applications_round_id_form_number"),
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_applications_round_id")),
        sa.ForeignKeyConstraint(["started_by"], ["people.id"], name=op.f("fk_applications_started_by")),
        sa.ForeignKeyConstraint(["submitted_by"], ["people.id"], name=op.f("fk_applications_submitted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
        sa.UniqueConstraint("ref", name=op.f("uq_applications_ref")),
    )
    with op.batch_alter_table("applications", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_applications_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index("ix_applications_queue", ["state", "submitted_at", "id"], unique=False)
        batch_op.create_index("ix_applications_round", ["round_id", "state", "submitted_at", "id"], unique=False)
        batch_op.create_index(
            "uq_applications_one_each",
            ["round_id", "organisation_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'withdrawn'"),
            postgresql_where=sa.text("state <> 'withdrawn'"),
        )

    op.create_table(
        "assessments",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("application_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reviewer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("is_third", sa.Boolean(), nullable=False),
        sa.Column("shared_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("finished_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("points", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(state = 'finished') = (finished_at IS NOT NULL)", name=op.f("ck_assessments_finished_has_date")
        ),
        sa.CheckConstraint(
            "(state = 'finished') = (points IS NOT NULL)", name=op.f("ck_assessments_finished_has_points")
        ),
        sa.CheckConstraint("state IN ('shared', 'finished', 'stood_down')", name=op.f("ck_assessments_state")),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"], name=op.f("fk_assessments_application_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["people.id"], name=op.f("fk_assessments_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessments")),
        sa.UniqueConstraint("application_id", "reviewer_id", name=op.f("uq_assessments_application_id_reviewer_id")),
        sa.UniqueConstraint("ref", name=op.f("uq_assessments_ref")),
    )
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.create_index("ix_assessments_queue", ["reviewer_id", "state", "shared_at", "id"], unique=False)

    op.create_table(
        "decisions",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("application_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("return_note", sa.Text(), nullable=True),
        sa.Column("proposed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proposed_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("confirmed_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("released_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("released_at", portal.db.base.Utc(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(outcome IN ('fund', 'part_fund')) = (amount_pence > 0) AND amount_pence >= 0",
            name=op.f("ck_decisions_paying_has_amount"),
        ),
        sa.CheckConstraint(
            "(state = 'released') = (released_at IS NOT NULL) AND (released_at IS NULL) = (released_by IS NULL)",
            name=op.f("ck_decisions_released_has_releaser"),
        ),
        sa.CheckConstraint(
            "(state IN ('confirmed', 'released')) = (confirmed_by IS NOT NULL) AND (confirmed_by IS NULL) = (confirmed_at IS NULL)",
            name=op.f("ck_decisions_confirmed_has_confirmer"),
        ),
        sa.CheckConstraint("outcome IN ('fund', 'part_fund', 'reserve', 'decline')", name=op.f("ck_decisions_outcome")),
        sa.CheckConstraint(
            "state IN ('proposed', 'returned', 'confirmed', 'released')", name=op.f("ck_decisions_state")
        ),
        sa.CheckConstraint("confirmed_by IS NULL OR confirmed_by <> proposed_by", name=op.f("ck_decisions_two_people")),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"], name=op.f("fk_decisions_application_id")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["people.id"], name=op.f("fk_decisions_confirmed_by")),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_decisions_proposed_by")),
        sa.ForeignKeyConstraint(["released_by"], ["people.id"], name=op.f("fk_decisions_released_by")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_decisions_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("application_id", name=op.f("uq_decisions_application_id")),
        sa.UniqueConstraint("ref", name=op.f("uq_decisions_ref")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index("ix_decisions_queue", ["state", "proposed_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_round_id"), ["round_id"], unique=False)

    op.create_table(
        "earlier_answers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("application_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("section", sa.String(length=60), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("saved_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("saved_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("fk_earlier_answers_application_id")
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["people.id"], name=op.f("fk_earlier_answers_saved_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_answers")),
    )
    with op.batch_alter_table("earlier_answers", schema=None) as batch_op:
        batch_op.create_index("ix_earlier_answers_section", ["application_id", "section", "version"], unique=False)

    op.create_table(
        "section_answers",
        sa.Column("application_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("section", sa.String(length=60), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("saved_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.Column("saved_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("fk_section_answers_application_id")
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["people.id"], name=op.f("fk_section_answers_saved_by")),
        sa.PrimaryKeyConstraint("application_id", "section", name=op.f("pk_section_answers")),
    )
    op.create_table(
        "standings",
        sa.Column("application_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("points", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lowest", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("highest", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"], name=op.f("fk_standings_application_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_standings_round_id")),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_standings")),
    )
    with op.batch_alter_table("standings", schema=None) as batch_op:
        batch_op.create_index("ix_standings_rank", ["round_id", "points", "application_id"], unique=False)

    op.create_table(
        "scores",
        sa.Column("assessment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("criterion", sa.String(length=60), nullable=False),
        sa.Column("points", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("saved_at", portal.db.base.Utc(timezone=True), nullable=False),
        sa.CheckConstraint("points BETWEEN 0 AND 5", name=op.f("ck_scores_points")),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessments.id"], name=op.f("fk_scores_assessment_id")),
        sa.PrimaryKeyConstraint("assessment_id", "criterion", name=op.f("pk_scores")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("scores")
    with op.batch_alter_table("standings", schema=None) as batch_op:
        batch_op.drop_index("ix_standings_rank")

    op.drop_table("standings")
    op.drop_table("section_answers")
    with op.batch_alter_table("earlier_answers", schema=None) as batch_op:
        batch_op.drop_index("ix_earlier_answers_section")

    op.drop_table("earlier_answers")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_round_id"))
        batch_op.drop_index("ix_decisions_queue")

    op.drop_table("decisions")
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.drop_index("ix_assessments_queue")

    op.drop_table("assessments")
    with op.batch_alter_table("applications", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_applications_one_each",
            sqlite_where=sa.text("state <> 'withdrawn'"),
            postgresql_where=sa.text("state <> 'withdrawn'"),
        )
        batch_op.drop_index("ix_applications_round")
        batch_op.drop_index("ix_applications_queue")
        batch_op.drop_index(batch_op.f("ix_applications_organisation_id"))

    op.drop_table("applications")
    with op.batch_alter_table("postcodes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_postcodes_neighbourhood_code"))

    op.drop_table("postcodes")
    op.drop_table("panels")
    op.drop_table("form_versions")
    with op.batch_alter_table("declarations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_declarations_person_id"))

    op.drop_table("declarations")
    op.drop_table("conflicts")
    with op.batch_alter_table("team_members", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_team_members_current",
            sqlite_where=sa.text("left_at IS NULL"),
            postgresql_where=sa.text("left_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_team_members_person_id"))

    op.drop_table("team_members")
    with op.batch_alter_table("team_invitations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_invitations_organisation_id"))

    op.drop_table("team_invitations")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ins_person_id"))

    op.drop_table("sign_ins")
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rounds_opens_at"))
        batch_op.drop_index(batch_op.f("ix_rounds_fund_id"))
        batch_op.drop_index(batch_op.f("ix_rounds_closes_at"))

    op.drop_table("rounds")
    with op.batch_alter_table("neighbourhoods", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_neighbourhoods_ward_code"))

    op.drop_table("neighbourhoods")
    op.drop_table("council_roles")
    op.drop_table("wards")
    op.drop_table("terms")
    with op.batch_alter_table("sign_in_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_requests_expires_at"))
        batch_op.drop_index("ix_sign_in_requests_email")

    op.drop_table("sign_in_requests")
    op.drop_table("people")
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisations_ward_code"))
        batch_op.drop_index("ix_organisations_name_key")

    op.drop_table("organisations")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index("ix_letters_waiting")
        batch_op.drop_index("ix_letters_to")
        batch_op.drop_index("ix_letters_about")

    op.drop_table("letters")
    op.drop_table("jobs")
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.drop_index("ix_history_subject")

    op.drop_table("history")
    op.drop_table("funds")
    with op.batch_alter_table("form_keys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_form_keys_at"))

    op.drop_table("form_keys")
    op.drop_table("council")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index("ix_attempts_what")

    op.drop_table("attempts")
