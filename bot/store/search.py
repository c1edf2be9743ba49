"""Full-text search in Chinese and English that needs no extension: the words are cut here, the database matches them.

Chinese is cut into overlapping pairs of characters (`价格高` → `价格 格高 高`), other scripts into words; Traditional
is folded to Simplified. A phrase is then a row of neighbours, and one character is the beginning of a pair. SQLite
keeps the cut words in FTS5, PostgreSQL in a `tsvector` that is written by us, so that its parser cuts nothing anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, select, text
from sqlalchemy.orm import Session as OrmSession

from bot.language import to_simplified

from .tables import Session, Turn

PIECES = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[^\W_\u3400-\u4dbf\u4e00-\u9fff]+")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
LONGEST_WORD = 60
"""Characters of a word that are kept: who types a line without blanks does not grow the index."""
MOST_TERMS = 8
PARTING = "zzparting"
"""Stands between two lines where the database gives words no places of their own."""


def fold(text: str) -> str:
    """Return text as it is searched: Simplified, lower case, without accents of width."""
    return to_simplified(unicodedata.normalize("NFKC", text)).lower()


def cut(text: str) -> list[str]:
    """Return the words of `text` in order, Chinese as overlapping pairs; the last character of a run stands alone."""
    words: list[str] = []
    for piece in PIECES.findall(fold(text)):
        if HAN.match(piece):
            words += [piece[n : n + 2] for n in range(len(piece))]
        else:
            words.append(piece[:LONGEST_WORD])
    return words


def terms(wish: str) -> list[list[str]]:
    """Return what is looked for: each word or Chinese phrase as a row of cut words that must stand side by side."""
    found = []
    for piece in PIECES.findall(fold(wish))[:MOST_TERMS]:
        if HAN.match(piece) and len(piece) > 1:
            found.append([piece[n : n + 2] for n in range(len(piece) - 1)])
        else:
            found.append([piece[:LONGEST_WORD]])
    return found


def marks(wish: str, text: str) -> list[tuple[int, int]]:
    """Return where the terms of `wish` stand in `text`, as start and end, in order and without overlaps."""
    # Folding keeps the length except for rare ligatures; there nothing is marked.
    folded = fold(text)
    if len(folded) != len(text):
        return []
    pieces = [re.escape(piece) for piece in PIECES.findall(fold(wish))[:MOST_TERMS]]
    if not pieces:
        return []
    return [found.span() for found in re.finditer("|".join(sorted(pieces, key=len, reverse=True)), folded)]


def matching(orm: OrmSession, wish: str) -> ColumnElement[bool] | None:
    """Return the condition on `sessions.id` that holds where all terms are said in the session; None for no terms."""
    wanted = terms(wish)
    if not wanted:
        return None
    if orm.get_bind().dialect.name == "postgresql":
        query = " & ".join("(" + " <-> ".join(_lexeme(w, last) for w, last in _last(row)) + ")" for row in wanted)
        hits = text("SELECT session_id FROM session_search WHERE words @@ CAST(:q AS tsquery)")
        return Session.id.in_(hits.bindparams(q=query))
    query = " AND ".join('"' + " ".join(row) + '" *' for row in wanted)
    return Session.id.in_(text("SELECT rowid FROM session_search WHERE session_search MATCH :q").bindparams(q=query))


def _last(row: Sequence[str]) -> Iterable[tuple[str, bool]]:
    return ((word, place == len(row) - 1) for place, word in enumerate(row))


def _lexeme(word: str, last: bool) -> str:
    # Words hold letters and digits only (see PIECES), so that nothing needs to be escaped.
    return f"'{word}'" + (":*" if last else "")


def index(connection: Connection, session_ids: Iterable[int]) -> None:
    """Write the words of these sessions anew: what the rep and the customer said."""
    for number in connection.execute(select(Session.id).where(Session.id.in_(list(session_ids)))).scalars().all():
        said = select(Turn.text).where(Turn.session_id == number, Turn.speaker.in_(("rep", "customer")))
        # An empty word parts two lines: no phrase runs over it.
        lines = connection.execute(said.order_by(Turn.number)).scalars()
        write(connection, number, [word for line in lines for word in (*cut(line), "")])


def write(connection: Connection, number: int, words: Sequence[str]) -> None:
    """Keep the cut `words` of the session `number`; what was kept of it goes."""
    if connection.dialect.name == "postgresql":
        vector = " ".join(f"'{word}':{place}" for place, word in enumerate(words[:16000], 1) if word)
        connection.execute(
            text(
                "INSERT INTO session_search (session_id, words) VALUES (:id, CAST(:words AS tsvector))"
                " ON CONFLICT (session_id) DO UPDATE SET words = EXCLUDED.words"
            ),
            {"id": number, "words": vector},
        )
        return
    connection.execute(text("DELETE FROM session_search WHERE rowid = :id"), {"id": number})
    said = " ".join(word or PARTING for word in words)
    connection.execute(
        text("INSERT INTO session_search (rowid, words) VALUES (:id, :words)"), {"id": number, "words": said}
    )
