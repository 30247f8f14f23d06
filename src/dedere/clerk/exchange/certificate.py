"""The certificate that this gate shows another: made here, signed by itself, pinned there by two officers."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.conf import settings

from dedere.clerk.exchange.keys import keep_file

CERTIFICATE, KEY = "gate.pem", "gate-key.pem"


def certificate_path() -> Path:
    """Return where this gate's certificate lies."""
    return Path(settings.DEDERE_KEYS) / CERTIFICATE


def key_path() -> Path:
    """Return where its key lies, which never leaves this installation."""
    return Path(settings.DEDERE_KEYS) / KEY


def make_certificate(origin: str, *, at: datetime, term: timedelta) -> str:
    """Make a key on P-256 and a certificate for it, keep both, and return the certificate in PEM.

    It is no authority's (basicConstraints CA:FALSE): who pins it believes this one certificate.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, origin)])
    both = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + term)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(origin.partition("/")[0])]), critical=False)
        .add_extension(x509.ExtendedKeyUsage(both), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(Encoding.PEM).decode()
    keep_file(
        key_path(), key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(), mode=0o600
    )
    keep_file(certificate_path(), pem, mode=0o644)
    return pem


def fingerprint(pem: str) -> str:
    """Return the SHA-256, in hex, of a certificate's DER; raises ValueError where the text is none."""
    return sha256(x509.load_pem_x509_certificate(pem.encode()).public_bytes(Encoding.DER)).hexdigest()
