"""Legal words have consequences: each means tracks, and what follows from a track cites a clause."""

from __future__ import annotations

from dedere.claims.reading.lexicon import table
from dedere.claims.verbs import TOPICS, follows, tracks, tracks_of, words
from dedere.docket.stage import TrackKind
from dedere.law.library import library


def test_every_word_that_is_read_means_tracks_and_every_track_is_one_of_the_docket() -> None:
    assert set(words()) == set(table("verbs"))
    assert tracks() <= {each.value for each in TrackKind}


def test_what_follows_from_each_track_cites_a_clause_with_its_standing() -> None:
    for track in tracks():
        rows = follows(track)
        assert {"instrument", "speciality"} <= {row.topic for row in rows} <= set(TOPICS)
        for row in rows:
            instrument, _, id = row.clause.partition("#")
            checked = bool(library().clause(instrument, id).citation.checked) if row.clause else False
            assert row.checked is checked, (track, row.topic)


def test_extradited_and_transferred_share_no_track_and_expelled_may_be_either_removal() -> None:
    assert tracks_of("extradited").isdisjoint(tracks_of("transferred"))
    assert tracks_of("expelled") == {"deportation", "national-security-transfer"}
    assert tracks_of("surrendered") == tracks()
