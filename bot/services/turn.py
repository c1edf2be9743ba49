"""One turn of an exercise: what an exercise may read, say and keep while it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any, Protocol

from bot.coach.judgement import Judge, Judgement
from bot.content import Content
from bot.language import Catalog
from bot.store.tables import Session, Turn, User
from bot.store.unit import UnitOfWork

from .messages import Button, Reply


@dataclass
class TurnContext:
    """The hands of an exercise during one turn, inside one transaction."""

    uow: UnitOfWork
    user: User
    session: Session
    judge: Judge
    content: Content
    now: datetime
    rng: Random
    line: Turn | None = None
    """The row of what the person just wrote; None where a button or a command came."""
    reply: Reply = field(default_factory=Reply)

    @property
    def catalog(self) -> Catalog:
        """The coach's sentences."""
        return self.content.catalog

    @property
    def language(self) -> str:
        """The language of this session: zh-Hans, zh-Hant or en."""
        return self.session.language

    @property
    def state(self) -> dict[str, Any]:
        """What the exercise kept; change a copy and hand it to `keep`."""
        return dict(self.session.state)

    def keep(self, **changes: Any) -> None:
        """Store `changes` in the session's state."""
        self.session.state = {**self.session.state, **changes}

    def text(self, key: str, **values: object) -> str:
        """Return a sentence of the catalogue in the session's language."""
        return self.catalog.say(key, self.language, self.rng, **values)

    def say(self, key: str, *buttons: Button, **values: object) -> Reply:
        """Add a sentence of the catalogue to the reply."""
        return self.reply.say(self.text(key, **values), *buttons)

    def button(self, key: str, value: str, **values: object) -> Button:
        """Return a button that presses `value` in this step of this session; older steps' buttons are refused."""
        return Button(self.text(key, **values), self.press_code(value))

    def press_code(self, value: str) -> str:
        """Return the action code `<session>.<step>.<value>` of a button."""
        return f"{self.session.id}.{self.session.state.get('step', 0)}.{value}"

    def next_step(self) -> None:
        """Move to the next step: buttons shown before are old from now on."""
        self.keep(step=int(self.session.state.get("step", 0)) + 1)

    def judged(self, judgement: Judgement, **evidence: Any) -> None:
        """Write a judgement (and what else the coach saw) on the person's line."""
        if self.line is None:
            return
        self.line.kind, self.line.label = judgement.kind, judgement.label
        self.line.confidence, self.line.level = judgement.confidence, judgement.level
        self.line.evidence = {"judgement": judgement.to_json(), **evidence}

    def close(self, outcome: str) -> None:
        """End the session; free text goes to the lobby again."""
        self.session.status, self.session.outcome, self.session.ended_at = (
            "ended",
            outcome,
            self.now,
        )
        if self.user.current_session_id == self.session.id:
            self.user.current_session_id = None


class Exercise(Protocol):
    """What every exercise can do. Each call fills `turn.reply`; the practice service stores lines and replies."""

    name: str

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Open: greet, explain in a line or two, ask the first thing. `options` come from a command or a button."""

    def take(self, turn: TurnContext, text: str) -> None:
        """Answer what the person wrote (cleaned, in its own script)."""

    def press(self, turn: TurnContext, value: str) -> None:
        """Answer a button of the current step."""

    def command(self, turn: TurnContext, name: str) -> None:
        """Answer a command inside the exercise: `hint`, `undo`, `restart`, …; say so where it does not apply."""

    def resume(self, turn: TurnContext) -> None:
        """Say where we were, and ask the open question again."""

    def end(self, turn: TurnContext) -> None:
        """Close on the person's wish: sum up what there is and call `turn.close(outcome)`."""
