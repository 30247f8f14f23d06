"""``serve``: it asks for a secret, names a busy port, and answers on the address it was given."""

from __future__ import annotations

import socket
import time
import urllib.request

from cli.run import Shell

SECRET = {"DEDERE_SECRET_KEY": "a key for this test alone, of more than fifty characters"}


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as there:
        return int(there.getsockname()[1])


def test_it_does_not_serve_without_a_secret(demonstration: Shell) -> None:
    done = demonstration.run("serve", "--port", str(free()))
    assert done.code == 2
    assert "DEDERE_SECRET_KEY" in done.complaint


def test_a_busy_port_is_one_clear_line(demonstration: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as there:
        port = str(there.getsockname()[1])
        done = demonstration.run("serve", "--port", port, **SECRET)
    assert done.code == 2
    assert f"port {port} on 127.0.0.1 is taken" in done.complaint


def test_a_host_that_is_not_ours_is_one_clear_line(demonstration: Shell) -> None:
    done = demonstration.run("serve", "--host", "192.0.2.1", "--port", str(free()), **SECRET)
    assert done.code == 2
    assert "--host" in done.complaint


def test_it_answers_and_ends_when_told(demonstration: Shell) -> None:
    port = free()
    process = demonstration.start("serve", "--port", str(port), **SECRET)
    try:
        assert _health(port) == 200
    finally:
        process.terminate()
        process.wait(timeout=60)
    assert process.returncode in (0, -15)


def _health(port: int) -> int:
    """Ask until the desk has come up."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=10) as answer:
                return int(answer.status)
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the desk never came up")
