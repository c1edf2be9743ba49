"""R, the role-play: a free talk with a simulated decision maker, and what the coach says around it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from bot.coach.buyer import Line, Move, Scene, State, Step, step
from bot.coach.buyer.hints import hint
from bot.coach.buyer.scene import LEVELS
from bot.content.scenes import sound_scenes
from bot.language import base, to_simplified
from bot.store.tables import Session

from . import roleplay_words as words
from .replay import branch
from .roleplay_debrief import close
from .scoring import opened
from .turn import Exercise, TurnContext

LONGEST = 1500
"""Characters of a line that the judge reads; the buyer interrupts long before."""


class RolePlay(Exercise):
    """The exercise; `folder` holds the scenes, read when the first talk needs them; `pictures` takes the cards."""

    name = "roleplay"

    def __init__(self, folder: Path, pictures: Path | None = None) -> None:
        self.folder, self.pictures = folder, pictures
        self._scenes: Mapping[str, Scene] | None = None
        self._reading = Lock()

    @property
    def scenes(self) -> Mapping[str, Scene]:
        """All sound scenes by id, in order."""
        with self._reading:
            if self._scenes is None:
                self._scenes = sound_scenes(self.folder)
            return self._scenes

    def warm(self) -> None:
        """Learn or load now what all scenes share: which questions are near each other, and the kinds of question."""
        for scene in list(self.scenes.values())[:1]:
            for space in scene.spaces.values():
                space.warm()
            for wants in scene.wants.values():
                wants.warm()

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Open the named scene or the line to replay from, else offer all scenes."""
        if wish := options.get("replay"):
            self._replay(turn, wish)
            return
        difficulty = options.get("difficulty")
        turn.keep(phase="choose", wanted=difficulty if difficulty in LEVELS else None)
        wanted = options.get("scene")
        scene = words.find_scene(self.scenes, wanted, turn.language) if wanted else None
        if scene is not None:
            self._choose(turn, scene)
        else:
            words.offer(turn, self.scenes)

    def take(self, turn: TurnContext, text: str) -> None:
        """Take a line of the talk, or a choice that was typed."""
        phase = turn.state["phase"]
        if phase == "play":
            self._talk(turn, text)
        elif phase == "level":
            if level := words.find_level(text):
                self._begin(turn, level)
            else:
                turn.say("roleplay.level_again", *words.levels(turn))
        elif scene := words.find_scene(self.scenes, text, turn.language):
            self._choose(turn, scene)
        else:
            turn.say("roleplay.choose_again")
            words.offer(turn, self.scenes, listed=False)

    def press(self, turn: TurnContext, value: str) -> None:
        """Take a button: a scene, then a difficulty."""
        turn.next_step()
        if value in self.scenes and turn.state["phase"] == "choose":
            self._choose(turn, self.scenes[value])
        elif value in LEVELS and turn.state["phase"] == "level":
            self._begin(turn, value)
        else:
            self.resume(turn)

    def command(self, turn: TurnContext, name: str) -> None:
        """Carry out `hint`, `undo` or `restart`; say so where another is given."""
        if turn.state["phase"] != "play":
            turn.say("roleplay.not_begun")
            self.resume(turn)
        elif name == "hint":
            self._hint(turn)
        elif name == "undo":
            self._undo(turn)
        elif name == "restart":
            self._restart(turn)
        else:
            turn.say("roleplay.no_command")

    def resume(self, turn: TurnContext) -> None:
        """Say who sits there, what for, and what they said last; before the talk ask the open choice again."""
        phase = turn.state.get("phase", "choose")
        if phase == "play":
            words.where(turn, self._scene(turn))
        elif phase == "level":
            words.brief(turn, self._scene(turn))
        else:
            words.offer(turn, self.scenes)

    def end(self, turn: TurnContext) -> None:
        """Close the talk on the rep's wish: the buyer's last word, the outcome, a short debrief."""
        if turn.state.get("phase") != "play":
            turn.say("roleplay.left_early")
            turn.close("left")
            return
        scene = self._scene(turn)
        state = self._state(turn)
        if text := words.last_word(turn, scene, state):
            turn.reply.say(text, speaker="customer")
        close(turn, scene, state, self.pictures)

    def _replay(self, turn: TurnContext, wish: str) -> None:
        if not branch(turn, self.scenes, wish):
            turn.say("replay.gone")
            turn.close("left")

    def _choose(self, turn: TurnContext, scene: Scene) -> None:
        turn.session.scene = scene.id
        turn.keep(phase="level")
        if wanted := turn.state.get("wanted"):
            words.brief(turn, scene, choose=False)
            self._begin(turn, wanted)
        else:
            words.brief(turn, scene)

    def _begin(self, turn: TurnContext, difficulty: str) -> None:
        scene = self._scene(turn)
        turn.session.difficulty = difficulty
        state, text = opened(scene, turn.session)
        turn.keep(phase="play", buyer=state.to_json(), hints=0)
        turn.next_step()
        words.door(turn, scene, difficulty)
        words.buyer_says(turn, scene, ((state.person, text),))

    def _talk(self, turn: TurnContext, text: str) -> None:
        scene = self._scene(turn)
        line = self._judge(turn, text)
        taken = step(scene, self._state(turn), line, words.common(turn))
        self._record(turn, line, taken)
        turn.keep(buyer=taken.state.to_json(), hints=0)
        words.buyer_says(turn, scene, taken.replies)
        words.note(turn, taken)
        if taken.state.ended:
            close(turn, scene, taken.state, self.pictures)
        elif "goodbye" in taken.tags:
            turn.say("roleplay.bye_hint")

    def _judge(self, turn: TurnContext, text: str) -> Line:
        whole = to_simplified(text)
        if not any(c.isalnum() for c in text):
            return Line(whole, ())
        before = words.last_heard(turn)
        moves = turn.judge.moves(text[:LONGEST], before)
        turn.judged(turn.judge.judge("rep", text[:LONGEST], before))
        return Line(whole, tuple(Move.of(move, to_simplified(move.text)) for move in moves))

    def _record(self, turn: TurnContext, line: Line, taken: Step) -> None:
        if turn.line is None:
            return
        moves = [move.to_json() for move in line.moves]
        turn.line.evidence = {**(turn.line.evidence or {}), "moves": moves, **taken.evidence()}
        turn.line.revealed = [release.item for release in taken.released]

    def _hint(self, turn: TurnContext) -> None:
        given = int(turn.state.get("hints", 0))
        found = hint(self._scene(turn), self._state(turn))
        if given >= 3:
            turn.say("roleplay.hint_used_up")
            return
        if given == 0:
            turn.say(f"roleplay.hint_aim_{found.aim}")
        elif given == 1:
            turn.say(f"roleplay.hint_move_{found.move}")
        elif found.example:
            turn.say("roleplay.hint_example", example=words.local(turn, found.example))
        else:
            turn.say("roleplay.hint_example_none")
        turn.keep(hints=given + 1, hints_all=int(turn.state.get("hints_all", 0)) + 1)

    def _undo(self, turn: TurnContext) -> None:
        spoken = words.rep_turns(turn)
        if not spoken:
            turn.say("roleplay.undo_nothing")
            return
        undone = spoken[-1]
        for row in turn.uow.sessions.turns(turn.session.id):
            if row.number >= undone.number:
                row.evidence = {**(row.evidence or {}), "undone": True}
        scene = self._scene(turn)
        before = spoken[-2].evidence["state"] if len(spoken) > 1 else opened(scene, turn.session)[0].to_json()
        turn.keep(buyer=before, hints=0)
        turn.say("roleplay.undone", text=words.short(undone.text))
        words.repeat_last(turn)

    def _restart(self, turn: TurnContext) -> None:
        old, scene = turn.session, self._scene(turn)
        turn.close("restarted")
        turn.session = turn.uow.sessions.add(
            Session(
                user_id=old.user_id,
                exercise=self.name,
                scene=scene.id,
                difficulty=old.difficulty,
                language=old.language,
                seed=old.seed,
                content_version=turn.content.version,
                judge_version=turn.judge.version,
                started_at=turn.now,
                state={},
            )
        )
        turn.user.current_session_id = turn.session.id
        state, text = opened(scene, turn.session)
        turn.keep(phase="play", buyer=state.to_json(), hints=0)
        turn.say("roleplay.restarted")
        words.buyer_says(turn, scene, ((state.person, text),))

    def _scene(self, turn: TurnContext) -> Scene:
        return self.scenes[str(turn.session.scene)]

    def _state(self, turn: TurnContext) -> State:
        state = State.from_json(turn.state["buyer"])
        # The person may have changed the language in the middle of the talk.
        state.language = base(turn.language)
        return state
