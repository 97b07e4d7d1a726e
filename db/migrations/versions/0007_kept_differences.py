"""Which differences between two scenes an author wants as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("choices", sa.Column("kept", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("choices", "kept")
