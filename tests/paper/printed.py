"""A printed paper as tests look at it: its text, its language, what it claims to be."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cached_property

from pypdf import PdfReader


@dataclass(frozen=True)
class Printed:
    """A PDF."""

    content: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.content))

    @cached_property
    def text(self) -> str:
        """The whole text, each run of blanks one space."""
        return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in self.reader.pages))

    @cached_property
    def claims(self) -> str:
        """The XMP packet."""
        return self.reader.root_object["/Metadata"].get_object().get_data().decode()
