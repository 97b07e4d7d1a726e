"""Jobs as rows; when a blob was last put; indexes that say quickly whether anything refers to one."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.String(64)
TIME = sa.String(40)
REFERRERS = (("scenes", "start"), ("takes", "start"), ("episodes", "picture"))


def upgrade() -> None:
    op.add_column("blobs", sa.Column("touched", TIME, nullable=False, server_default=""))
    op.execute("UPDATE blobs SET touched = created")
    for table, column in REFERRERS:
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_table(
        "jobs",
        sa.Column("id", ID, nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("fraction", sa.Double(), nullable=False),
        sa.Column("news", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("cancelling", sa.Boolean(), nullable=False),
        sa.Column("process", sa.String(200), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("beat", TIME, nullable=False),
        sa.Column("ended", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name="fk_jobs_episode_id", ondelete="CASCADE"),
    )
    op.create_index("ix_jobs_owner_created", "jobs", ["owner", "created"])
    op.create_index("ix_jobs_episode_id", "jobs", ["episode_id"])
    op.create_index("ix_jobs_state", "jobs", ["state"])


def downgrade() -> None:
    op.drop_table("jobs")
    for table, column in REFERRERS:
        op.drop_index(f"ix_{table}_{column}", table)
    op.drop_column("blobs", "touched")
