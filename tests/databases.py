"""A PostgreSQL server of the tests' own: Debian's, in a temporary folder, reached through a socket in it.

It is started when the first test asks for it. PostgreSQL refuses to run as root: root runs it as the user `postgres`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pg8000.native
from sqlalchemy import delete

from db.engine import open_engine
from db.migrate import migrate
from db.models import Row

# Nothing here outlives the tests, so nothing has to reach the disk.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB")
TEMPLATE = "nacre_template"


class Server:
    """A running server. Databases are copied from one that has been migrated, and can be lent to one test at a time."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._idle: list[str] = []
        self._execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(self._url(TEMPLATE))

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The URL of a database with this version's tables, empty; its rows are deleted afterwards."""
        url = self._idle.pop() if self._idle else self.database()
        yield url
        engine = open_engine(url)
        with engine.begin() as connection:
            for table in reversed(Row.metadata.sorted_tables):
                connection.execute(delete(table))
        engine.dispose()
        self._idle.append(url)

    def database(self) -> str:
        """The URL of a new database with this version's tables, empty."""
        return self._create(TEMPLATE)

    def bare_database(self) -> str:
        """The URL of a new database without any table."""
        return self._create("template0")

    def _create(self, template: str) -> str:
        name = f"nacre_{uuid.uuid4().hex}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql+pg8000://nacre@/{name}?unix_sock={self._socket}"

    def _execute(self, statement: str) -> None:
        connection = pg8000.native.Connection("nacre", unix_sock=str(self._socket), database="postgres")
        try:
            connection.run(statement)
        finally:
            connection.close()


@contextmanager
def postgresql() -> Iterator[Server]:
    """Debian's PostgreSQL, from its first start to its last stop."""
    folder = Path(tempfile.mkdtemp(prefix="nacre-postgresql-"))
    user = _unprivileged()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, log = folder / "data", folder / "log"
    as_user: dict[str, Any] = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    new = ["-U", "nacre", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    _run([_program("initdb"), "-D", data, *new], **as_user)
    options = [word for setting in HASTE for word in ("-c", setting)]
    with log.open("wb") as told:
        server = subprocess.Popen(
            [_program("postgres"), "-D", data, "-k", folder, "-c", "listen_addresses=", *options],
            stdout=told, stderr=told, cwd=folder, **as_user,
        )  # fmt: skip
    try:
        socket = folder / ".s.PGSQL.5432"
        _wait(server, socket, log)
        yield Server(socket)
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server: subprocess.Popen[bytes], socket: Path, log: Path) -> None:
    while True:
        if server.poll() is not None:
            raise RuntimeError(f"PostgreSQL did not start: {log.read_text('utf-8')}")
        try:
            pg8000.native.Connection("nacre", unix_sock=str(socket), database="postgres").close()
            return
        except (pg8000.native.InterfaceError, pg8000.native.DatabaseError):  # not there, or still starting
            time.sleep(0.02)


def _run(command: list[Any], **about: Any) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, **about)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr}")


def _unprivileged() -> pwd.struct_passwd | None:
    """Whom root lets the server run as; None for everybody else, who run it themselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("there is no user to run PostgreSQL as: run the tests as somebody else than root")


def _program(name: str) -> str:
    """A program of the newest PostgreSQL: Debian keeps them beside each other, not on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    program = str(found[-1]) if found else shutil.which(name)
    if program is None:
        raise RuntimeError(f"PostgreSQL's server is not installed ({name} is missing): make install-test")
    return program
