"""From written names to records: which tokens count and in which role, in whatever order they came."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.hashing import mixed
from dedere.persons.comparing.record import (
    ALIAS_AT,
    FIELDS,
    GIVEN,
    GUESSED_AT,
    MARKS,
    MARRIED,
    MATERNAL,
    MOST_TOKENS,
    NICKNAME,
    PATERNAL,
    ROLE_AT,
    ROW,
    SUFFIX_AT,
    TOKENS,
)
from dedere.persons.names import senses

_NAME, _ARTICLE, _OF, _COMMA, _JUNIOR = (
    senses.NAME,
    senses.ARTICLE,
    senses.OF,
    senses.COMMA,
    senses.JUNIOR,
)
_FULL = 3


class Tokens(NamedTuple):
    """For each distinct token: its sense, its number as given name and as surname, its lean, its hash."""

    sense: NDArray[np.uint8]
    as_given: NDArray[np.int32]
    as_surname: NDArray[np.int32]
    lean: NDArray[np.float32]
    hashed: NDArray[np.uint32]


class Texts(NamedTuple):
    """Each distinct text's tokens, one after another, and where each text starts."""

    tokens: NDArray[np.int32]
    starts: NDArray[np.int64]


@compiled
def _put(line: NDArray[np.uint32], number: int, role: int) -> None:
    """Add a token to a record, unless it is full."""
    count = line[MARKS] & np.uint32(15)
    if count < MOST_TOKENS and number > 0:
        line[TOKENS + count] = np.uint32(number) | np.uint32(role << ROLE_AT)
        line[MARKS] += np.uint32(1)


@compiled
def _suffix(line: NDArray[np.uint32], sense: int, names: int) -> None:
    """Mark a suffix that stands after so many names; before them SR is a title."""
    if sense >= _JUNIOR and names > 0:
        line[MARKS] |= np.uint32((1 + sense - _JUNIOR) << SUFFIX_AT)


@compiled
def _given(line: NDArray[np.uint32], tokens: Tokens, text: NDArray[np.int32]) -> None:
    for at in text:
        if tokens.sense[at] == _NAME:
            _put(line, tokens.as_given[at], GIVEN)
        else:
            _suffix(line, tokens.sense[at], line[MARKS] & np.uint32(15))


@compiled
def _surnames(
    line: NDArray[np.uint32], tokens: Tokens, text: NDArray[np.int32], first: int, then: int
) -> None:
    """Add surnames, the first in role ``first``, others in ``then``; one after «de» may be a husband's."""
    seen, of = 0, False
    for at in text:
        sense = tokens.sense[at]
        if sense == _NAME:
            _put(line, tokens.as_surname[at], MARRIED if of and seen else (first if seen == 0 else then))
            seen += 1
        else:
            _suffix(line, sense, line[MARKS] & np.uint32(15))
        of = sense == _OF


@compiled
def _parted(tokens: Tokens, text: NDArray[np.int32]) -> int:
    """Return where a name without a comma turns from given names to surnames, negated if these come first.

    The turn is where the tokens' leans agree best; more than two surnames or two given names cost a bit each,
    and surnames first cost one, since most people write them last.
    """
    best, turn = -1e9, 0
    n = len(text)
    for k in range(1, n):
        lean = 0.0
        for i in range(n):
            lean += tokens.lean[text[i]] if i < k else -tokens.lean[text[i]]
        first = lean - max(0, n - k - 2) - max(0, k - 2)
        last = -lean - 1.0 - max(0, k - 2) - max(0, n - k - 2)
        if first > best:
            best, turn = first, k
        if last > best:
            best, turn = last, -k
    return turn


@compiled
def _only_names(tokens: Tokens, text: NDArray[np.int32], line: NDArray[np.uint32]) -> NDArray[np.int32]:
    """Return the text without particles and words that say nothing; suffixes go to the record."""
    kept = np.empty(len(text), np.int32)
    count = 0
    for at in text:
        if tokens.sense[at] == _NAME:
            kept[count] = at
            count += 1
        else:
            _suffix(line, tokens.sense[at], count)
    return kept[:count]


@compiled
def _full(line: NDArray[np.uint32], tokens: Tokens, text: NDArray[np.int32]) -> None:
    """Add a name written in one field: SURNAMES, GIVEN where there is a comma; otherwise in either order."""
    for i in range(len(text)):
        if tokens.sense[text[i]] == _COMMA:
            after = text[i + 1 :]
            if len(_only_names(tokens, after, line)):
                _given(line, tokens, after)
                _surnames(line, tokens, text[:i], PATERNAL, MATERNAL)
                return
    line[MARKS] |= np.uint32(1 << GUESSED_AT)
    names = _only_names(tokens, text, line)
    if len(names) == 1:
        _given(line, tokens, names) if tokens.lean[names[0]] > 0 else _surnames(
            line, tokens, names, PATERNAL, MATERNAL
        )
        return
    turn = _parted(tokens, names)
    if turn >= 0:
        _given(line, tokens, names[:turn])
        _surnames(line, tokens, names[turn:], PATERNAL, MATERNAL)
    else:
        _given(line, tokens, names[-turn:])
        _surnames(line, tokens, names[:-turn], PATERNAL, MATERNAL)


@compiled
def _main(line: NDArray[np.uint32], tokens: Tokens, texts: Texts, parts: NDArray[np.int32]) -> None:
    """Write the name of a row's own fields; the full name counts only where the fields say too little."""
    given = _of(texts, parts[0])
    paternal = _of(texts, parts[1])
    maternal = _of(texts, parts[2])
    if parts[_FULL] >= 0 and (parts[0] < 0 or (parts[1] < 0 and parts[2] < 0)):
        text = _of(texts, parts[_FULL])
        article = tokens.sense[text[0]] == _ARTICLE
        if article or tokens.lean[text[0]] <= 0:
            line[NICKNAME] = _nickname(tokens, text)
        if not article:
            _full(line, tokens, text)
        return
    _given(line, tokens, given)
    _surnames(line, tokens, paternal, PATERNAL, PATERNAL if len(maternal) else MATERNAL)
    _surnames(line, tokens, maternal, MATERNAL, MATERNAL)


@compiled
def _of(texts: Texts, text: int) -> NDArray[np.int32]:
    if text < 0:
        return texts.tokens[:0]
    return texts.tokens[texts.starts[text] : texts.starts[text + 1]]


@compiled
def _nickname(tokens: Tokens, text: NDArray[np.int32]) -> np.uint32:
    """Return the hash of an alias that is no full name (one word, or an article first), or zero."""
    first = tokens.sense[text[0]] == _ARTICLE and len(text) > 1
    value, names = np.uint64(1), 0
    for at in text:
        if tokens.sense[at] == _COMMA:
            return np.uint32(0)
        if tokens.sense[at] == _NAME:
            value = mixed(value ^ np.uint64(tokens.hashed[at]))
            names += 1
    if names == 0 or not (first or names == 1):
        return np.uint32(0)
    return np.uint32(value >> np.uint64(33)) + np.uint32(1)


@compiled
def records(
    tokens: Tokens,
    texts: Texts,
    parts: NDArray[np.int32],
    alias_rows: NDArray[np.int32],
    aliases: NDArray[np.int32],
    people: NDArray[np.uint32],
) -> NDArray[np.uint32]:
    """Return one record for each name: a row's own name, then its aliases.

    ``people`` (n, 16) has what is true of the person whatever the name; a nickname stands in the record of
    the person's own name, further nicknames in copies of it. A name of one word is both.
    """
    out = np.zeros((2 * len(people) + len(aliases), FIELDS), np.uint32)
    count = alias = 0
    for row in range(len(people)):
        own = count
        out[own] = people[row]
        out[own, ROW] = row
        _main(out[own], tokens, texts, parts[:, row])
        count += 1
        if out[own, NICKNAME] and out[own, MARKS] & np.uint32(15):  # one word: a name, or a nickname
            out[count] = people[row]
            out[count, ROW], out[count, NICKNAME] = row, out[own, NICKNAME]
            count += 1
        while alias < len(alias_rows) and alias_rows[alias] == row:
            text = _of(texts, aliases[alias])
            alias += 1
            nickname = _nickname(tokens, text)
            if nickname and out[own, NICKNAME] == 0:
                out[own, NICKNAME] = nickname
                continue
            if nickname:
                out[count] = out[own]
                out[count, NICKNAME] = nickname
            else:
                out[count] = people[row]
                out[count, ROW] = row
                _full(out[count], tokens, text)
                if out[count, MARKS] & np.uint32(15) == 0:
                    continue
                out[count, NICKNAME] = out[own, NICKNAME]
                out[count, MARKS] |= np.uint32(1 << ALIAS_AT)
            count += 1
    return out[:count]
