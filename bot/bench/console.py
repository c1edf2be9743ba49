"""How long the pages of the console take for a firm of fifty people with twenty thousand sessions."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, insert, text
from starlette.testclient import TestClient

from bot.content import read_content
from bot.content.lessons import read_course
from bot.content.scenes import sound_scenes
from bot.review.app import application
from bot.review.room import Room, furnish
from bot.settings import ROOT
from bot.store.database import open_engine, upgrade
from bot.store.people_tables import Leadership
from bot.store.search import PARTING, cut
from bot.store.tables import Score, Session, Team, Turn, User

PEOPLE, SESSIONS, LINES = 50, 20_000, 8
NOW = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
LIMIT = 100
"""Milliseconds in which a page must be there."""
SAID = (
    ("rep", "您现在月底结账要几天？", "situation"),
    ("customer", "说实话，月底那十天灯没关过。", None),
    ("rep", "Which part of the month-end close is hardest?", "problem"),
    ("customer", "The figures come late and the board decides blind.", None),
    ("rep", "数据晚了，对董事会有什么影响？", "implication"),
    ("customer", "价格不是问题，上线失败才是。", None),
    ("rep", "If you closed in five days, what would that be worth?", "need_payoff"),
    ("customer", "We would keep the budget for the spring season.", None),
)
DIMENSIONS = ("understanding", "spin", "needs", "listening", "value", "conduct", "advance")


def time_pages(rounds: int = 7) -> Iterator[tuple[str, float]]:
    """Yield each page with the median of its milliseconds, on a database of generated rows."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        upgrade(engine)
        _fill(engine)
        content = ROOT / "data" / "content"
        room = furnish(
            engine,
            read_content(content),
            sound_scenes(content / "scenes"),
            read_course(content / "lessons"),
            url="http://testserver",
            var=Path(folder),
            clock=lambda: NOW,
        )
        browser = _signed_in(room)
        for name, path in PAGES:
            yield name, statistics.median(_time(browser, path) for _ in range(rounds))
        engine.dispose()


PAGES = (
    ("today", "/"),
    ("sessions", "/sessions"),
    ("sessions, last page", f"/sessions?page={SESSIONS // 25}"),
    ("sessions, by score", "/sessions?sort=best&low=20&high=90"),
    ("sessions, by person", "/sessions?person=7&exercise=roleplay"),
    ("search, Chinese", "/sessions?q=价格"),
    ("search, English, rare", "/sessions?q=zeppelin"),
    ("transcript", "/sessions/777"),
    ("compare", "/compare?a=777&b=778"),
    ("team", "/teams/1"),
    ("person", "/people/7"),
    ("trust", "/trust"),
    ("people", "/people"),
    ("deals", "/deals"),
)


def _signed_in(room: Room) -> TestClient:
    link = room.office.signin.link(PEOPLE + 1, NOW)
    token = room.office.signin.enter(link.rsplit("/", 1)[1], NOW).token
    return TestClient(application(room), cookies={"peilian": token}, follow_redirects=False)


def _time(browser: TestClient, path: str) -> float:
    started = time.perf_counter()
    answer = browser.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    return 1000 * (time.perf_counter() - started)


def _fill(engine: Engine) -> None:
    rng = Random(1)
    with engine.begin() as connection:
        connection.execute(insert(Team), [{"id": 1, "name": "Bench", "demo": False}])
        roles = [(n, "rep") for n in range(1, PEOPLE + 1)] + [(PEOPLE + 1, "manager")]
        connection.execute(insert(User), [_person(number, role) for number, role in roles])
        connection.execute(insert(Leadership), [{"user_id": PEOPLE + 1, "team_id": 1}])
        for start in range(1, SESSIONS + 1, 1000):
            rows = [_session(number, rng) for number in range(start, start + 1000)]
            connection.execute(insert(Session), rows)
            connection.execute(insert(Turn), [turn for row in rows for turn in _turns(row)])
            connection.execute(insert(Score), [_score(row) for row in rows])
            statement = text("INSERT INTO session_search (rowid, words) VALUES (:id, :words)")
            connection.execute(statement, [{"id": row["id"], "words": _words(row["id"])} for row in rows])


def _person(number: int, role: str) -> dict[str, Any]:
    return {
        "id": number,
        "key": f"tg:{number}",
        "name": f"Person {number}",
        "role": role,
        "team_id": 1 if role == "rep" else None,
        "language": "en",
        "language_fixed": True,
        "preferences": {},
        "consent_at": NOW,
        "created_at": NOW,
    }


def _session(number: int, rng: Random) -> dict[str, Any]:
    at = NOW - timedelta(minutes=rng.randrange(60 * 24 * 365))
    return {
        "id": number,
        "user_id": 1 + number % PEOPLE,
        "exercise": "roleplay",
        "scene": "finance_chief",
        "difficulty": "normal",
        "seed": number,
        "language": "en",
        "state": {},
        "status": "ended",
        "outcome": rng.choice(["advance", "continuation", "refusal"]),
        "private": False,
        "total": float(rng.randrange(100)),
        "marks": {name: rng.random() for name in DIMENSIONS},
        "started_at": at,
        "ended_at": at,
    }


def _turns(session: dict[str, Any]) -> list[dict[str, Any]]:
    state = {"trust": {"chen": 50}, "pain": 20, "agreed": None}
    return [
        {
            "session_id": session["id"],
            "number": number,
            "speaker": speaker,
            "text": said,
            "kind": "rep" if label else None,
            "label": label,
            "confidence": 0.9 if label else None,
            "evidence": {"state": state, "effects": {"trust": 3}} if label else {},
            "revealed": [],
            "at": session["started_at"],
        }
        for number, (speaker, said, label) in enumerate(SAID, 1)
    ]


def _score(session: dict[str, Any]) -> dict[str, Any]:
    return {
        "session_id": session["id"],
        "version": "1",
        "total": session["total"],
        "lines": [],
        "at": session["started_at"],
    }


def _words(number: int) -> str:
    rare = ["zeppelin"] if number % 2000 == 0 else []
    return " ".join([word for _, said, _ in SAID for word in (*cut(said), PARTING)] + rare)
