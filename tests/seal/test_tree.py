"""The tree is RFC 9162's: its published roots, pymerkle's on random lists, and proofs that hold or do not."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree
from pymerkle import verify_consistency as pymerkle_consistency
from pymerkle import verify_inclusion as pymerkle_inclusion

from dedere.seal import tree
from dedere.seal.tree import Frontier, Node

# The eight leaves and eight roots that the Certificate Transparency project tests its own trees with.
PUBLISHED = [
    ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    (
        "606162636465666768696a6b6c6d6e6f",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ),
]
ENTRIES = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


class Grown:
    """A tree that keeps its nodes as a journal's rows do: each with the leaf that completes it."""

    def __init__(self, entries: list[bytes]) -> None:
        self.frontier, self.rows, self.reads = Frontier(), [], 0
        self.rows = [self.frontier.add(tree.leaf_hash(entry)) for entry in entries]

    def read(self, nodes: list[Node]) -> dict[Node, bytes]:
        self.reads += 1
        found = {}
        for level, index in nodes:
            row = self.rows[((index + 1) << level) - 1]
            found[level, index] = row[level * 32 : level * 32 + 32]
        return found


def peer_of(entries: list[bytes]) -> InmemoryTree:
    peer = InmemoryTree(algorithm="sha256")
    for entry in entries:
        peer.append_entry(entry)
    return peer


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots_are_ours(size: int) -> None:
    grown = Grown([bytes.fromhex(entry) for entry, _ in PUBLISHED[:size]])
    assert grown.frontier.root().hex() == PUBLISHED[size - 1][1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert Frontier().root() == tree.root(0, Grown([]).read) == sha256(b"").digest()


@given(ENTRIES)
def test_roots_and_proofs_are_pymerkles(entries: list[bytes]) -> None:
    grown, peer = Grown(entries), peer_of(entries)
    size = len(entries)
    for first in range(1, size + 1):
        assert tree.root(first, grown.read) == peer.get_root(first)
    for index in {0, size // 3, size - 1}:
        theirs = peer.prove_inclusion(index + 1, size)
        pymerkle_inclusion(peer.get_leaf(index + 1), peer.get_root(size), theirs)
        ours = tree.inclusion(index, size, grown.read)
        assert ours == tuple(theirs.path[1:])


@given(ENTRIES, st.data())
def test_a_later_tree_is_shown_to_go_on_from_every_earlier_one(
    entries: list[bytes], data: st.DataObject
) -> None:
    grown, size = Grown(entries), len(entries)
    first = data.draw(st.integers(0, size))
    proof = tree.consistency(first, size, grown.read)
    old, new = tree.root(first, grown.read), grown.frontier.root()
    assert tree.extends(first, old, size, new, proof)
    if first:
        peer = peer_of(entries)
        pymerkle_consistency(peer.get_root(first), peer.get_root(size), peer.prove_consistency(first, size))
        assert (old, new) == (peer.get_root(first), peer.get_root(size))


@given(ENTRIES, st.data())
def test_a_rewritten_past_has_no_proof(entries: list[bytes], data: st.DataObject) -> None:
    size = len(entries)
    first = data.draw(st.integers(1, size))
    at = data.draw(st.integers(0, first - 1))
    rewritten = [*entries[:at], entries[at] + b"!", *entries[at + 1 :]]
    before, after = Grown(entries), Grown(rewritten)
    proof = tree.consistency(first, size, after.read)
    assert not tree.extends(first, tree.root(first, before.read), size, after.frontier.root(), proof)


@given(ENTRIES, st.data())
def test_every_leaf_is_proved_in_one_read_and_no_other_is(entries: list[bytes], data: st.DataObject) -> None:
    grown, size = Grown(entries), len(entries)
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion(index, size, grown.read)
    root, leaf = grown.frontier.root(), tree.leaf_hash(entries[index])
    assert grown.reads == 1
    assert tree.includes(root, size, index, leaf, proof)
    assert not tree.includes(root, size, index, tree.leaf_hash(entries[index] + b"!"), proof)
    assert not tree.includes(root, size, index, leaf, (*proof, root))
    assert not tree.includes(root, size, index, leaf, proof[:-1]) or not proof
    for other in set(range(size)) - {index}:
        assert not tree.includes(root, size, other, leaf, proof) or entries[other] == entries[index]


@given(st.integers(1, 1 << 40), st.data())
def test_a_proof_reads_few_nodes_however_long_the_list(size: int, data: st.DataObject) -> None:
    asked: list[Node] = []

    def read(nodes: list[Node]) -> dict[Node, bytes]:
        asked.extend(nodes)
        return dict.fromkeys(nodes, bytes(32))

    tree.inclusion(data.draw(st.integers(0, size - 1)), size, read)
    assert len(asked) <= 2 * size.bit_length()
    asked.clear()
    tree.consistency(data.draw(st.integers(0, size)), size, read)
    assert len(asked) <= 2 * size.bit_length()
    assert all((index + 1) << level <= size for level, index in asked)


@given(ENTRIES)
def test_a_frontier_goes_on_where_it_stood(entries: list[bytes]) -> None:
    grown = Grown(entries)
    nodes = tree.peaks(len(entries))
    again = Frontier(len(entries), list(grown.read(list(nodes)).values()))
    assert again.root() == grown.frontier.root()
    assert again.add(bytes(32)) == grown.frontier.add(bytes(32))
    assert len(grown.rows[-1]) == 32 * tree.completed_by(len(entries))


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="3 leaves fall into 2 whole trees, not 1"):
        Frontier(3, [bytes(32)])
    with pytest.raises(ValueError, match="there is no leaf 3 among 3"):
        tree.inclusion(3, 3, Grown([]).read)
    with pytest.raises(ValueError, match="a list of 2 does not go on from one of 3"):
        tree.consistency(3, 2, Grown([]).read)
    assert not tree.includes(bytes(32), 1, 1, bytes(32), ())
    assert not tree.extends(2, bytes(32), 1, bytes(32), ())
    assert not tree.extends(2, bytes(32), 3, bytes(32), ())
    assert not tree.extends(3, bytes(32), 7, bytes(32), ())
    assert not tree.extends(0, bytes(32), 0, bytes(32), ())
