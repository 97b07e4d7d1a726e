"""The first tables: episodes, scenes, beats, takes, choices, blobs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(64)
SHA256 = sa.String(64)
TIME = sa.String(40)


def upgrade() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", SHA256, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_blobs"),
    )
    op.create_table(
        "episodes",
        sa.Column("id", ID, nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("aspect", sa.String(20), nullable=False),
        sa.Column("style", sa.String(100), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("root", ID, nullable=False),
        sa.Column("picture", SHA256, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("updated", TIME, nullable=False),
        sa.Column("trashed", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_episodes"),
        sa.ForeignKeyConstraint(["picture"], ["blobs.sha256"], name="fk_episodes_picture"),
    )
    op.create_index("ix_episodes_owner_updated", "episodes", ["owner", "updated"])
    op.create_table(
        "scenes",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", SHA256, nullable=False),
        sa.Column("origin_scene", ID, nullable=True),
        sa.Column("origin_beat", sa.Integer(), nullable=True),
        sa.Column("ending", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "id", name="pk_scenes"),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name="fk_scenes_episode_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["start"], ["blobs.sha256"], name="fk_scenes_start"),
        sa.ForeignKeyConstraint(
            ["episode_id", "origin_scene"],
            ["scenes.episode_id", "scenes.id"],
            name="fk_scenes_episode_id_origin_scene",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_scenes_episode_id_origin_scene", "scenes", ["episode_id", "origin_scene"])
    op.create_table(
        "beats",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("scene_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("canonical", ID, nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "scene_id", "position", name="pk_beats"),
        sa.ForeignKeyConstraint(
            ["episode_id", "scene_id"],
            ["scenes.episode_id", "scenes.id"],
            name="fk_beats_episode_id_scene_id",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "takes",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("scene_id", ID, nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("start", SHA256, nullable=True),
        sa.Column("checkpoint", SHA256, nullable=False),
        sa.Column("clip", SHA256, nullable=True),
        sa.Column("receipt", sa.JSON(), nullable=False),
        sa.Column("captions", sa.JSON(), nullable=False),
        sa.Column("directive", sa.JSON(), nullable=False),
        sa.Column("duration_s", sa.Double(), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "scene_id", "beat", "position", name="pk_takes"),
        sa.ForeignKeyConstraint(
            ["episode_id", "scene_id", "beat"],
            ["beats.episode_id", "beats.scene_id", "beats.position"],
            name="fk_takes_episode_id_scene_id_beat",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["start"], ["blobs.sha256"], name="fk_takes_start"),
        sa.ForeignKeyConstraint(["checkpoint"], ["blobs.sha256"], name="fk_takes_checkpoint"),
        sa.ForeignKeyConstraint(["clip"], ["blobs.sha256"], name="fk_takes_clip"),
    )
    op.create_index("ix_takes_checkpoint", "takes", ["checkpoint"])
    op.create_index("ix_takes_clip", "takes", ["clip"])
    op.create_table(
        "choices",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("scene_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("to_scene", ID, nullable=False),
        sa.Column("after", sa.Integer(), nullable=True),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("effects", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("episode_id", "scene_id", "position", name="pk_choices"),
        sa.ForeignKeyConstraint(
            ["episode_id", "scene_id"],
            ["scenes.episode_id", "scenes.id"],
            name="fk_choices_episode_id_scene_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "to_scene"],
            ["scenes.episode_id", "scenes.id"],
            name="fk_choices_episode_id_to_scene",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_choices_episode_id_to_scene", "choices", ["episode_id", "to_scene"])


def downgrade() -> None:
    for table in ("choices", "takes", "beats", "scenes", "episodes", "blobs"):
        op.drop_table(table)
