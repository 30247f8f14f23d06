"""A line is written as one canonical text and read back with nothing lost."""

import json

import pytest

from dedere.docket import UnreadableLine, read, write
from dedere.docket.entries import KINDS, Charge, DueSet, Line, Noted, UndertakingGiven
from dedere.docket.text import hints
from docket.story import Story

import cast


def line(entry, **more) -> Line:
    return Line(
        number=1, entry=entry, occurred_at=cast.NOON, recorded_at=cast.later(hours=1), by=cast.ANA, **more
    )


def test_a_whole_story_reads_back_as_it_was_written():
    story = Story().ordered().stayed()
    assert tuple(read(write(each)) for each in story.case.lines) == story.case.lines


def test_keys_are_sorted_and_accents_kept():
    text = write(line(Noted(title="Aviso", text="Quiñones"), sources=("b", "a")))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "Quiñones" in text
    assert json.loads(text)["occurred_at"] == "2025-01-15T12:00:00-06:00"
    assert json.loads(text)["sources"] == ["b", "a"]


def test_a_field_added_later_takes_its_default_in_an_older_line():
    tree = json.loads(write(line(UndertakingGiven(undertaking="u", giver="g", about="a"))))
    del tree["entry"]["authority_to_bind"]
    assert read(json.dumps(tree)).entry.authority_to_bind is None


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda tree: tree["entry"].update(code="person-vanished"), "entry.code"),
        (lambda tree: tree["entry"].update(colour="red"), "entry"),
        (lambda tree: tree["entry"].pop("title"), "entry"),
        (lambda tree: tree["entry"].update(title=3), "entry.title"),
        (lambda tree: tree.update(number="1"), "line.number"),
        (lambda tree: tree.update(occurred_at="2025-01-15T12:00:00"), "line.occurred_at"),
        (lambda tree: tree.update(occurred_at="yesterday"), "line.occurred_at"),
        (lambda tree: tree.update(sources="a"), "line.sources"),
        (lambda tree: tree.update(entry=[]), "entry.code"),
    ],
)
def test_what_this_desk_does_not_write_is_unreadable_and_says_where(change, where):
    tree = json.loads(write(line(Noted(title="a", text="b"))))
    change(tree)
    with pytest.raises(UnreadableLine) as complaint:
        read(json.dumps(tree))
    assert complaint.value.where == where


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '"x"'])
def test_what_is_no_object_is_unreadable(text):
    with pytest.raises(UnreadableLine):
        read(text)


def test_a_day_that_is_none_is_unreadable():
    tree = json.loads(write(line(DueSet(on=cast.NOON.date(), what="x"))))
    tree["entry"]["on"] = "2025-02-30"
    with pytest.raises(UnreadableLine):
        read(json.dumps(tree))


def test_no_entry_has_a_field_that_the_text_needs_for_itself():
    assert not [kind for kind in (*KINDS.values(), Charge) if "code" in hints(kind)]
