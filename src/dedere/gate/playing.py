"""The State that is played, at a door of its own on this machine, answering the desk as long as it runs."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dedere.clerk.exchange.sending import Unreached
from dedere.gate.played import Played
from dedere.gate.wire import Wire
from dedere.registry.exchange.counterparts import Correspondent
from dedere.seal.unsealed import NotOpened

LONGEST = 64 << 20


class Theatre:
    """One State played, its door, and the wire to the desk at ``desk`` (empty: it only listens)."""

    def __init__(self, played: Played, *, port: int, desk: str) -> None:
        self.played, self._lock, self._unsent = played, threading.Lock(), []  # type: ignore[var-annotated]
        self._desk = desk
        theatre = self

        class Door(BaseHTTPRequestHandler):
            """Letters and receipts for the State that is played."""

            def do_POST(self) -> None:
                """Take a letter or a receipt."""
                raw = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), LONGEST))
                status, body = theatre.came(self.path, raw)
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: what passes is the desk's to show."""

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Door)

    @property
    def address(self) -> str:
        """Return where its door is."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def came(self, path: str, raw: bytes) -> tuple[int, bytes]:
        """Take what was posted to a path; return the status and the body."""
        with self._lock:
            if path == "/gate/letters":
                signed = self.played.take(raw, _now())
                return 422 if '"event":"refused"' in signed else 200, signed.encode()
            try:
                self.played.keep(raw.decode(), _now())
            except (NotOpened, UnicodeDecodeError):
                return 422, b""
            return 204, b""

    def answer(self) -> int:
        """Tell the desk what it has not been told; return how many letters arrived."""
        if not self._desk:
            return 0
        to = Correspondent(state="", card=self.played.card, address=self._desk, certificate="")
        with self._lock:
            self._unsent += self.played.answers(_now())
        arrived = 0
        try:
            while self._unsent:
                raw = self._unsent[0]
                self.played.keep(Wire().letter(to, iter((raw,)), len(raw)), _now())
                self._unsent.pop(0)
                arrived += 1
        except (Unreached, NotOpened):
            pass  # it stays at the head, and goes again with the next pass
        return arrived


def _now() -> datetime:
    return datetime.now(UTC)
