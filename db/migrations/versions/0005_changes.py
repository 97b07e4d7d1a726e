"""The changes of every episode, so that they can be undone and redone."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("scene_id", ID, nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("patch", sa.JSON(), nullable=False),
        sa.Column("created", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "number", name="pk_changes"),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name="fk_changes_episode_id", ondelete="CASCADE"),
    )
    op.create_table(
        "change_blobs",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "number", "blob", name="pk_change_blobs"),
        sa.ForeignKeyConstraint(
            ["episode_id", "number"], ["changes.episode_id", "changes.number"],
            name="fk_change_blobs_episode_id_number", ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["blob"], ["blobs.sha256"], name="fk_change_blobs_blob"),
    )  # fmt: skip
    op.create_index("ix_change_blobs_blob", "change_blobs", ["blob"])


def downgrade() -> None:
    op.drop_table("change_blobs")
    op.drop_table("changes")
