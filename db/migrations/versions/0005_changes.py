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


def downgrade() -> None:
    op.drop_table("changes")
