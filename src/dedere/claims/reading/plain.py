"""The plain text of an HTML page: what a reader sees, without scripts, styles and menus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_UNSEEN = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "nav",
    "footer",
    "aside",
    "form",
    "iframe",
    "button",
}
_BLOCKS = {
    "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th",
    "tr", "ul",
}  # fmt: skip
_DATES = {"article:published_time", "datepublished", "date", "dc.date", "pubdate", "parsely-pub-date"}
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b", re.I | re.S
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """What was taken from a page: its text in paragraphs, how much of it is headline, language and date."""

    text: str
    headline: int = 0
    language: str = ""
    published: str = ""


def is_html(text: str) -> bool:
    """Whether a text begins as an HTML page or a piece of one does."""
    return bool(_HTML.match(text))


def plain(page: str) -> Plain:
    """Take the text of a page, a blank line between blocks; broken markup is read as far as it goes."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    title, body = _settled(reader.title), _settled(reader.body)
    heading = _settled(reader.heading) or title
    begin = body.find(heading) if heading else -1
    if heading and begin < 0:
        body, begin = f"{heading}\n\n{body}".strip(), 0
    return Plain(
        text=body,
        headline=begin + len(heading) if heading else 0,
        language=reader.language,
        published=reader.published,
    )


def _settled(pieces: list[str]) -> str:
    text = _SPACES.sub(" ", "".join(pieces))
    return _LINES.sub("\n\n", text).strip()


class _Reader(HTMLParser):
    """Gathers what is seen; an element that is never closed ends with the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.heading: list[str] = []
        self.body: list[str] = []
        self.language = self.published = ""
        self._unseen: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given.get("lang", "")[:2].lower()
        elif tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop", "")).lower()
            if name in _DATES:
                self.published = self.published or given.get("content", "")
        elif tag == "time":
            self.published = self.published or given.get("datetime", "")
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "title" or (tag == "h1" and not self.heading):
            self._within = tag
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag == self._within:
            self._within = ""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._within == "title":
            self.title.append(data)
            return
        if self._within == "h1":
            self.heading.append(data)
        # Line ends within a block mean nothing; blocks are set apart below.
        self.body.append(data.replace("\n", " ").replace("\r", " "))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS or tag == "br":
            self.body.append("\n")
