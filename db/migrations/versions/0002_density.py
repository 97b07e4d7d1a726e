"""How much happens of its own accord in an episode, and how its camera cuts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, default in (("narrative", "Normal"), ("event_style", "normal"), ("layout", "Calm")):
        op.add_column("episodes", sa.Column(name, sa.String(20), nullable=False, server_default=default))


def downgrade() -> None:
    for name in ("layout", "event_style", "narrative"):
        op.drop_column("episodes", name)
