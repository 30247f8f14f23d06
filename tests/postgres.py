"""A PostgreSQL server for as long as a test run lasts: `python tests/postgres.py -- pytest tests/registry`.

Debian's own binaries, started as the `postgres` user when we are root (the server refuses root), in a
temporary folder, on a free port of the loopback only. Without a command it prints DATABASE_URL and waits
for its standard input to close.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
OLDEST = 15


def binaries() -> Path | None:
    """Return the folder of the newest server that is new enough, or None."""
    found = [folder for folder in DEBIAN.glob("*/bin") if (folder / "initdb").exists()]
    versions = {int(folder.parent.name): folder for folder in found if folder.parent.name.isdigit()}
    newest = max(versions, default=0)
    return versions[newest] if newest >= OLDEST else None


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """Start a server, hand out its DATABASE_URL, and stop it; ``durable`` syncs as in service."""
    programs = binaries()
    if programs is None:
        raise SystemExit(f"no PostgreSQL {OLDEST} or later under {DEBIAN}: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="dedere-postgres-"))
    try:
        _own(folder)
        with _running(programs, folder, durable=durable) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(programs: Path, folder: Path, *, durable: bool) -> Iterator[str]:
    data, port = folder / "data", _free_port()
    initialise = [programs / "initdb", "-D", data, "-U", "dedere", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run([*initialise, "--locale=C.UTF-8"], check=True, stdout=subprocess.DEVNULL, **_as())
    options = ["-h", "127.0.0.1", "-p", str(port), "-k", "", "-c", "shared_buffers=256MB"]
    quick = [] if durable else ["-c", "fsync=off", "-c", "full_page_writes=off"]
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [programs / "postgres", "-D", data, *options, *quick], stdout=log, stderr=log, **_as()
    )
    try:
        _wait(process, port, folder / "log")
        yield f"postgresql://dedere@127.0.0.1:{port}/postgres"
    finally:
        process.terminate()  # SIGTERM: no new sessions, and it waits for the open ones
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.send_signal(2)  # SIGINT: ends the open ones too
            process.wait(timeout=30)
        log.close()


def _as() -> dict[str, object]:
    """Run as `postgres` where we are root, from a folder that user may enter."""
    if os.geteuid() != 0:
        return {"cwd": "/"}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def _own(folder: Path) -> None:
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit(f"PostgreSQL ended at once: {log.read_text(errors='replace')[-800:]}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0 and "ready to accept" in log.read_text():
                return
        time.sleep(0.1)
    raise SystemExit("PostgreSQL did not answer within 30 seconds")


def main(arguments: Sequence[str]) -> int:
    """Run the command after `--` with DATABASE_URL set; return its exit status."""
    command = list(arguments[1:]) if arguments[:1] == ["--"] else list(arguments)
    with server() as url:
        if not command:
            print(url, flush=True)
            sys.stdin.read()
            return 0
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
