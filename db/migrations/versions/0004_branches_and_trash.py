"""Names of branches, a trash for scenes, and the words of takes whose beat was edited since."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.String(64)


def upgrade() -> None:
    op.add_column("scenes", sa.Column("trashed", ID, nullable=True))
    op.add_column("takes", sa.Column("direction", sa.Text(), nullable=True))
    op.create_table(
        "branches",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scene_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "position", name="pk_branches"),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name="fk_branches_episode_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["episode_id", "scene_id"],
            ["scenes.episode_id", "scenes.id"],
            name="fk_branches_episode_id_scene_id",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_table(
        "removals",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("removed", sa.String(40), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("branches", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "position", name="pk_removals"),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name="fk_removals_episode_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("removals")
    op.drop_table("branches")
    op.drop_column("takes", "direction")
    op.drop_column("scenes", "trashed")
