"""The wire to another gate: HTTP over TLS that both sides prove, each by a certificate that is pinned."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from dedere.clerk.exchange.certificate import certificate_path, key_path
from dedere.clerk.exchange.sending import Unreached
from dedere.registry.exchange.counterparts import Correspondent

SECONDS = 30
LONGEST_ANSWER = 64 << 10


class Wire:
    """Carries letters and receipts to gates at ``https://host:port``, and at ``http://`` on loopback only."""

    def letter(self, to: Correspondent, envelope: Iterator[bytes], length: int) -> str:
        """Carry an envelope; return the receipt, be it of a refusal; raises Unreached."""
        status, body = _post(to, "/gate/letters", envelope, length)
        if status not in {200, 422}:
            raise Unreached(f"status-{status}")
        return body

    def receipt(self, to: Correspondent, signed: str) -> None:
        """Carry a receipt; raises Unreached."""
        raw = signed.encode()
        status, _ = _post(to, "/gate/receipts", iter((raw,)), len(raw))
        if status != 204:
            raise Unreached(f"status-{status}")


def _post(to: Correspondent, path: str, body: Iterator[bytes], length: int) -> tuple[int, str]:
    connection = _connection(to)
    headers = {"Content-Length": str(length), "Content-Type": "application/octet-stream"}
    try:
        connection.request("POST", path, body=body, headers=headers)
        return _answer(connection.getresponse())
    except (OSError, HTTPException, UnicodeDecodeError) as complaint:
        raise Unreached(type(complaint).__name__) from complaint
    finally:
        connection.close()


def _answer(response: HTTPResponse) -> tuple[int, str]:
    return response.status, response.read(LONGEST_ANSWER).decode()


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
