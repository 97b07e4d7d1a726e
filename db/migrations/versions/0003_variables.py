"""What an episode remembers while it is played."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("episodes", sa.Column("variables", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("episodes", "variables")
