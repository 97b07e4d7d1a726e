"""Alembic's environment and the revisions; run by `db.migrate`, never imported."""
