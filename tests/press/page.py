"""Reads a page as HTML 5 asks it to be written, and complains where it is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr", "col", "wbr"}
# What may stand in what; an element that is not named may stand anywhere in the body.
WITHIN = {
    "li": {"ul", "ol"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "caption": {"table"},
    "title": {"head", "svg"},
    "desc": {"svg"},
    "rect": {"svg"},
    "text": {"svg"},
    "meta": {"head"},
    "link": {"head"},
    "head": {"html"},
    "body": {"html"},
    "main": {"body"},
}
PHRASING_ONLY = {"p", "h1", "h2", "a", "span", "caption", "th", "td", "title"}
BLOCKS = {"p", "div", "table", "section", "ul", "h1", "h2", "svg", "nav", "main", "header", "footer"}
NAMING = ("aria-labelledby", "aria-describedby", "for")


@dataclass
class Page(HTMLParser):
    """One page: its complaints, the text of its table cells and drawings, the files it leads to."""

    text: str
    complaints: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        if not self.text.startswith("<!DOCTYPE html>\n"):
            self.complaints.append("no doctype")
        self.feed(self.text)
        self.close()
        if self.opened:
            self.complaints.append(f"never closed: {self.opened}")
        if len(set(self.ids)) < len(self.ids):
            self.complaints.append("an id stands twice")
        if missing := set(self.named) - set(self.ids):
            self.complaints.append(f"names nobody: {missing}")
        if self.headings[:1] != ["h1"] or self.headings.count("h1") != 1:
            self.complaints.append(f"headings {self.headings}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        inside = self.opened[-1] if self.opened else ""
        if len(told) < len(attrs):
            self.complaints.append(f"{tag}: an attribute stands twice")
        if tag in WITHIN and inside not in WITHIN[tag]:
            self.complaints.append(f"{tag} stands in {inside}")
        if tag in BLOCKS and inside in PHRASING_ONLY:
            self.complaints.append(f"{tag} stands in {inside}")
        if tag in {"script", "iframe", "form", "style"} or any(name.startswith("on") for name in told):
            self.complaints.append(f"{tag}: something that runs or asks")
        if "style" in told:
            self.complaints.append(f"{tag}: a style of its own")
        if tag == "th" and told.get("scope") not in {"row", "col"}:
            self.complaints.append("th: no scope")
        self.ids += [told["id"] or ""] if "id" in told else []
        self.named += [id for name in NAMING if told.get(name) for id in (told[name] or "").split()]
        self.links += [told["href"] or ""] if "href" in told else []
        self.headings += [tag] if tag in {"h1", "h2", "h3"} else []
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            self.complaints.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.opened and self.opened[-1] in {"td", "text"}:
            self.cells.append(data)
        if data.strip():
            self.said.append(data.strip())

    def handle_comment(self, data: str) -> None:
        self.complaints.append(f"a comment: {data}")
