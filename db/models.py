"""The tables episodes are kept in, as SQLAlchemy models.

Rows hold what a story is made of; states and clips are blobs, named here by their SHA-256 and kept as files
(`db.blobs`). A checkpoint's parent is the `start` of its take; children are found, never stored. This module does not
know how a story graph is put together from rows (`db.rows`), or where the database is (`db.engine`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, ForeignKeyConstraint, Index, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

__all__ = [
    "BeatRow", "BlobRow", "BranchRow", "ChangeBlobRow", "ChangeRow", "ChoiceRow", "EpisodeRow",
    "JobRow", "RemovalRow", "Row", "SceneRow", "TakeRow",
]  # fmt: skip

SHA256 = String(64)
ID = String(64)
TIME = String(40)  # ISO 8601, UTC


class Row(DeclarativeBase):
    """The base of all tables; every constraint has a name, so that a migration can refer to it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class BlobRow(Row):
    """A state, a clip or a picture that has been written whole. `touched` is when somebody last put it, be it there
    already: whoever puts a blob is about to refer to it, so it must look new to `db.collect`."""

    __tablename__ = "blobs"

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str] = mapped_column(String(100))
    created: Mapped[str] = mapped_column(TIME)
    touched: Mapped[str] = mapped_column(TIME, server_default="")


class EpisodeRow(Row):
    """An episode. `version` counts its saved changes; `trashed` is when it was put into the trash."""

    __tablename__ = "episodes"
    __table_args__ = (Index(None, "owner", "updated"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    owner: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(Text)
    prompt: Mapped[str] = mapped_column(Text)
    aspect: Mapped[str] = mapped_column(String(20))
    style: Mapped[str] = mapped_column(String(100))
    seed: Mapped[int] = mapped_column(BigInteger)
    root: Mapped[str] = mapped_column(ID)
    picture: Mapped[str | None] = mapped_column(SHA256, ForeignKey("blobs.sha256"), index=True)
    version: Mapped[int]
    created: Mapped[str] = mapped_column(TIME)
    updated: Mapped[str] = mapped_column(TIME)
    trashed: Mapped[str | None] = mapped_column(TIME)
    narrative: Mapped[str] = mapped_column(String(20), server_default="Normal")
    event_style: Mapped[str] = mapped_column(String(20), server_default="normal")
    layout: Mapped[str] = mapped_column(String(20), server_default="Calm")
    variables: Mapped[list[dict[str, Any]]] = mapped_column(JSON, server_default="[]")


class SceneRow(Row):
    """A scene. `made` orders the scenes of an episode; a fork comes after what it was forked from. `trashed` is the
    removal by which it was put into the trash, and `made` then its place in that."""

    __tablename__ = "scenes"
    __table_args__ = (
        ForeignKeyConstraint(["episode_id"], ["episodes.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["episode_id", "origin_scene"],
            ["scenes.episode_id", "scenes.id"],
            deferrable=True,
            initially="DEFERRED",
        ),
        Index(None, "episode_id", "origin_scene"),
    )

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    made: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    start: Mapped[str] = mapped_column(SHA256, ForeignKey("blobs.sha256"), index=True)
    origin_scene: Mapped[str | None] = mapped_column(ID)
    origin_beat: Mapped[int | None]
    ending: Mapped[bool]
    trashed: Mapped[str | None] = mapped_column(ID)


class BeatRow(Row):
    """A beat, at its position in the scene (from 0)."""

    __tablename__ = "beats"
    __table_args__ = (
        ForeignKeyConstraint(["episode_id", "scene_id"], ["scenes.episode_id", "scenes.id"], ondelete="CASCADE"),
    )

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    scene_id: Mapped[str] = mapped_column(ID, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ID)
    direction: Mapped[str] = mapped_column(Text)
    canonical: Mapped[str] = mapped_column(ID)


class TakeRow(Row):
    """A take of a beat. `start` and `checkpoint` are the states it was acted from and ended in."""

    __tablename__ = "takes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["episode_id", "scene_id", "beat"],
            ["beats.episode_id", "beats.scene_id", "beats.position"],
            ondelete="CASCADE",
        ),
    )

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    scene_id: Mapped[str] = mapped_column(ID, primary_key=True)
    beat: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ID)
    seed: Mapped[int] = mapped_column(BigInteger)
    start: Mapped[str | None] = mapped_column(SHA256, ForeignKey("blobs.sha256"), index=True)
    checkpoint: Mapped[str] = mapped_column(SHA256, ForeignKey("blobs.sha256"), index=True)
    clip: Mapped[str | None] = mapped_column(SHA256, ForeignKey("blobs.sha256"), index=True)
    receipt: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    captions: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    directive: Mapped[dict[str, Any]] = mapped_column(JSON)
    duration_s: Mapped[float]
    created: Mapped[str] = mapped_column(TIME)
    direction: Mapped[str | None] = mapped_column(Text)


class JobRow(Row):
    """A piece of long work and how far it is. `process` says who does it, `beat` when it last gave a sign of life,
    `cancelling` that its owner no longer wants it."""

    __tablename__ = "jobs"
    __table_args__ = (
        ForeignKeyConstraint(["episode_id"], ["episodes.id"], ondelete="CASCADE"),
        Index(None, "owner", "created"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    owner: Mapped[str] = mapped_column(String(200))
    episode_id: Mapped[str] = mapped_column(ID, index=True)
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(20), index=True)
    fraction: Mapped[float]
    news: Mapped[str] = mapped_column(Text)
    error: Mapped[str] = mapped_column(Text)
    cancelling: Mapped[bool]
    process: Mapped[str] = mapped_column(String(200))
    created: Mapped[str] = mapped_column(TIME)
    beat: Mapped[str] = mapped_column(TIME)
    ended: Mapped[str | None] = mapped_column(TIME)


class ChoiceRow(Row):
    """A choice, at its position among those of its scene."""

    __tablename__ = "choices"
    __table_args__ = (
        ForeignKeyConstraint(["episode_id", "scene_id"], ["scenes.episode_id", "scenes.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["episode_id", "to_scene"],
            ["scenes.episode_id", "scenes.id"],
            deferrable=True,
            initially="DEFERRED",
        ),
        Index(None, "episode_id", "to_scene"),
    )

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    scene_id: Mapped[str] = mapped_column(ID, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ID)
    label: Mapped[str] = mapped_column(Text)
    to_scene: Mapped[str] = mapped_column(ID)
    after: Mapped[int | None]
    is_default: Mapped[bool]
    seconds: Mapped[float | None]
    condition: Mapped[str] = mapped_column(Text)
    effects: Mapped[list[str]] = mapped_column(JSON)
    kept: Mapped[list[str]] = mapped_column(JSON, server_default="[]")


class ChangeRow(Row):
    """A change of an episode, in the order they were made. `patch` takes the story across it: back, or forth again when
    it is `undone`. `kind`, `subject`, `scene_id` and `beat` say what it was (`storygraph.changes.Change`)."""

    __tablename__ = "changes"
    __table_args__ = (ForeignKeyConstraint(["episode_id"], ["episodes.id"], ondelete="CASCADE"),)

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    undone: Mapped[bool]
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(Text)
    scene_id: Mapped[str] = mapped_column(ID)
    beat: Mapped[int]
    patch: Mapped[dict[str, Any]] = mapped_column(JSON)
    created: Mapped[str] = mapped_column(TIME)


class ChangeBlobRow(Row):
    """A blob that the patch of a change may need."""

    __tablename__ = "change_blobs"
    __table_args__ = (
        ForeignKeyConstraint(["episode_id", "number"], ["changes.episode_id", "changes.number"], ondelete="CASCADE"),
    )

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    blob: Mapped[str] = mapped_column(SHA256, ForeignKey("blobs.sha256"), primary_key=True, index=True)


class BranchRow(Row):
    """The name of a branch, at its position among those of the episode, and the scene it ends in."""

    __tablename__ = "branches"
    __table_args__ = (
        ForeignKeyConstraint(["episode_id"], ["episodes.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["episode_id", "scene_id"],
            ["scenes.episode_id", "scenes.id"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    scene_id: Mapped[str] = mapped_column(ID)


class RemovalRow(Row):
    """What was put into the trash at once, at its position in the trash. Its scenes are rows of their own; the choices
    that led to them and the names of branches are here as JSON."""

    __tablename__ = "removals"
    __table_args__ = (ForeignKeyConstraint(["episode_id"], ["episodes.id"], ondelete="CASCADE"),)

    episode_id: Mapped[str] = mapped_column(ID, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ID)
    title: Mapped[str] = mapped_column(Text)
    removed: Mapped[str] = mapped_column(TIME)
    choices: Mapped[list[Any]] = mapped_column(JSON)
    branches: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
