"""Static files under names that carry their hash, once collected."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it ships no types
    """Whitenoise's storage that answers plain names until ``collectstatic`` has run.

    Tests and a first look need no collected files; in service each name carries its hash
    and may be cached for ever.
    """

    def url(self, name: str | None, force: bool = False) -> str:
        """Return the address of a static file, hashed where a manifest exists."""
        if name and not self.hashed_files:
            return f"{self.base_url or ''}{name}"
        return str(super().url(name, force))
