"""The wire to another gate: HTTP over TLS that both sides prove, each by a certificate that is pinned."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from dedere.clerk.checkpoints import Countersigned
from dedere.clerk.exchange.certificate import certificate_path, key_path
from dedere.clerk.exchange.sending import Unreached
from dedere.registry.exchange.counterparts import Correspondent
from dedere.words import Refused

SECONDS = 30
LONGEST_ANSWER = 64 << 10


class Wire:
    """Carries letters and receipts to gates at ``https://host:port``, and at ``http://`` on loopback only."""

    def letter(self, to: Correspondent, envelope: Iterator[bytes], length: int) -> str:
        """Carry an envelope; return the receipt, be it of a refusal; raises Unreached."""
        answer = _post(to, "/gate/letters", envelope, length)
        if answer.status not in {200, 422}:
            raise Unreached(f"status-{answer.status}")
        return answer.body

    def receipt(self, to: Correspondent, signed: str) -> None:
        """Carry a receipt; raises Unreached."""
        raw = signed.encode()
        answer = _post(to, "/gate/receipts", iter((raw,)), len(raw))
        if answer.status != 204:
            raise Unreached(f"status-{answer.status}")

    def checkpoint(self, to: Correspondent, grown: str) -> Countersigned | Refused:
        """Carry what shows our journal's growth; return the cosignature or the refusal; raises Unreached."""
        raw = grown.encode()
        answer = _post(to, "/gate/checkpoints", iter((raw,)), len(raw))
        if answer.status == 200:
            return _cosigned(answer)
        if answer.status in {409, 422}:
            return _refused(answer)
        raise Unreached(f"status-{answer.status}")


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: str
    size: str


def _post(to: Correspondent, path: str, body: Iterator[bytes], length: int) -> _Answer:
    connection = _connection(to)
    headers = {"Content-Length": str(length), "Content-Type": "application/octet-stream"}
    try:
        connection.request("POST", path, body=body, headers=headers)
        answer = connection.getresponse()
        size = answer.getheader("Dedere-Size", "")
        return _Answer(answer.status, answer.read(LONGEST_ANSWER).decode(), size)
    except (OSError, HTTPException, UnicodeDecodeError) as complaint:
        raise Unreached(type(complaint).__name__) from complaint
    finally:
        connection.close()


def _cosigned(answer: _Answer) -> Countersigned:
    try:
        told = json.loads(answer.body)
        return Countersigned(size=int(told["size"]), line=str(told["line"]))
    except (ValueError, TypeError, KeyError) as complaint:
        raise Unreached("answer") from complaint


def _refused(answer: _Answer) -> Refused:
    try:
        code = str(json.loads(answer.body)["type"]).rpartition(":")[2]
    except (ValueError, TypeError, KeyError) as complaint:
        raise Unreached("answer") from complaint
    return Refused(code=code, facts={"size": answer.size if answer.size.isdecimal() else "0"})


def _connection(to: Correspondent) -> HTTPConnection:
    place = urlsplit(to.address)
    host, port = place.hostname or "", place.port
    if place.scheme == "https":
        return HTTPSConnection(host, port, timeout=SECONDS, context=_context(to))
    if place.scheme == "http" and host in {"127.0.0.1", "::1", "localhost"}:
        return HTTPConnection(host, port, timeout=SECONDS)
    raise Unreached("address")


def _context(to: Correspondent) -> ssl.SSLContext:
    """Believe the one certificate that two officers entered, and show our own."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False  # the certificate itself is pinned, whatever name it bears
    try:
        context.load_verify_locations(cadata=to.certificate)
        context.load_cert_chain(certificate_path(), key_path())
    except (OSError, ssl.SSLError, ValueError) as complaint:
        raise Unreached("certificate") from complaint
    return context
