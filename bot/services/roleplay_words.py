"""How the role-play is shown: the list of scenes, the brief, the buyer's lines, the coach's notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from random import Random

from bot.coach.buyer import Lines, Scene, State, Step
from bot.coach.buyer.moments import telling
from bot.coach.buyer.scene import LEVELS
from bot.coach.buyer.voice import Voice
from bot.language import base, localise, to_simplified
from bot.store.tables import Turn

from .messages import Button
from .turn import TurnContext
from .why import told

SHORT = 60
PIECE = re.compile(r"[\u3400-\u9fff]|[a-z0-9']+")
EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a an the of who that with against and to in on for from i me my we our is are want like would practise "
        "practice scene talk please somebody someone another one next",
    )
) | set("的了我想跟和练要一个位谁请来找对场景那这在不有是负责人")
"""Words that tell no scene from another."""
LEVEL_WORDS = {
    "easy": ("easy", "容易", "简单", "1"),
    "normal": ("normal", "medium", "普通", "一般", "中等", "2"),
    "hard": ("hard", "difficult", "困难", "难", "3"),
}


def local(turn: TurnContext, text: str | Mapping[str, str]) -> str:
    """Return a text of a scene as the reader of this session should see it."""
    plain = text if isinstance(text, str) else text[base(turn.language)]
    return localise(plain, turn.language)


def common(turn: TurnContext) -> Lines:
    """Return the common lines of the house as the engine takes them (Chinese in Simplified)."""
    catalog = turn.catalog

    def lines(key: str, language: str) -> tuple[str, ...]:
        return catalog.variants(key, language) if key in catalog else ()

    return lines


def find_scene(scenes: Mapping[str, Scene], text: str, language: str) -> Scene | None:
    """Return the scene that was meant by id, number, title, name or industry; None where that is not clear."""
    asked = to_simplified(text).strip().lower()
    listed = list(scenes.values())
    if asked.isdigit() and 0 < int(asked) <= len(listed):
        return listed[int(asked) - 1]
    if asked in scenes:
        return scenes[asked]
    if len(asked) < 2:
        return None
    key = base(language)
    found = [s for s in listed if any(asked in name for name in _names(s, key))]
    if len(found) == 1:
        return found[0]
    # "I want to practise against an IT director": who shares the longest run of words with a line is meant.
    shared = {s.id: max(_shared(asked, name) for name in _names(s, key)) for s in listed}
    longest = max(shared.values(), default=0)
    best = [s for s in listed if shared[s.id] == longest]
    return best[0] if longest and len(best) == 1 else None


def _shared(text: str, name: str) -> int:
    """Return how many words of weight (Chinese: characters, two at least) the longest run has that both hold."""
    mine, theirs = PIECE.findall(text), PIECE.findall(name)
    match = SequenceMatcher(a=mine, b=theirs, autojunk=False)
    runs = [mine[block.a : block.a + block.size] for block in match.get_matching_blocks()]
    return max((_weight(run) for run in runs), default=0)


def _weight(run: list[str]) -> int:
    weight = sum(piece not in EMPTY for piece in run)
    return 0 if weight < 2 and not any(piece.isascii() for piece in run) else weight


def _names(scene: Scene, key: str) -> list[str]:
    names = [scene.id, scene.title[key], scene.industry[key]]
    for person in scene.people:
        names += [person.name[key], person.role[key], *person.aliases.get(key, ())]
    return [name.lower() for name in names]


def find_level(text: str) -> str | None:
    """Return the difficulty that was typed, or None."""
    asked = to_simplified(text).strip().lower()
    return next((level for level in LEVELS if asked in LEVEL_WORDS[level]), None)


def offer(turn: TurnContext, scenes: Mapping[str, Scene], *, listed: bool = True) -> None:
    """Show all scenes, a line and a button each."""
    if not scenes:
        turn.say("roleplay.none")
        return
    buttons = [Button(local(turn, s.title), turn.press_code(s.id)) for s in scenes.values()]
    if not listed:
        last = turn.reply.messages.pop()
        turn.reply.say(last.text, *buttons)
        return
    lines = [
        turn.text(
            "roleplay.choose_line",
            number=number,
            title=local(turn, s.title),
            industry=local(turn, s.industry),
            teaser=local(turn, s.teaser),
        )
        for number, s in enumerate(scenes.values(), 1)
    ]
    turn.say("roleplay.choose", *buttons, list="\n".join(lines))


def levels(turn: TurnContext) -> list[Button]:
    """Return a button for each difficulty."""
    return [turn.button(f"roleplay.{level}", level) for level in LEVELS]


def brief(turn: TurnContext, scene: Scene, *, choose: bool = True) -> None:
    """Show what the rep knows before the talk, and the three difficulties."""
    buttons = levels(turn) if choose else []
    fields = {name: local(turn, text) for name, text in scene.brief.items()}
    key = "roleplay.brief" if choose else "roleplay.brief_only"
    turn.say(key, *buttons, title=local(turn, scene.title), industry=local(turn, scene.industry), **fields)


def door(turn: TurnContext, scene: Scene, difficulty: str) -> None:
    """Say that the talk begins, and with whom."""
    turn.say("roleplay.begin", level=turn.text(f"roleplay.{difficulty}"), name=called(turn, scene))


def called(turn: TurnContext, scene: Scene) -> str:
    """Return the names of those in the room."""
    names = [local(turn, p.name) for p in scene.people]
    return (" and " if turn.language == "en" else "和").join(names)


def buyer_says(turn: TurnContext, scene: Scene, replies: Iterable[tuple[str, str]]) -> None:
    """Add the buyer's lines; with two people each line says whose it is."""
    for person, text in replies:
        shown = local(turn, text)
        if len(scene.people) > 1:
            shown = turn.text("roleplay.speaker", name=local(turn, scene.person(person).name), text=shown)
        turn.reply.say(shown, speaker="customer")


def where(turn: TurnContext, scene: Scene) -> None:
    """Say in two lines where the talk is, with the buyer's last words."""
    roles = [local(turn, p.role) for p in scene.people]
    turn.say(
        "roleplay.resume",
        name=called(turn, scene),
        role=" / ".join(roles),
        industry=local(turn, scene.industry),
        goal=local(turn, scene.brief["goal"]),
    )
    repeat_last(turn)


def repeat_last(turn: TurnContext) -> None:
    """Show the buyer's last line again."""
    if text := last_heard(turn):
        turn.reply.say(text, speaker="customer")


def last_heard(turn: TurnContext) -> str | None:
    """Return what the buyer said last, lines that were taken back aside."""
    rows = turn.uow.sessions.turns(turn.session.id)
    spoken = [r.text for r in rows if r.speaker == "customer" and not (r.evidence or {}).get("undone")]
    return spoken[-1] if spoken else None


def rep_turns(turn: TurnContext) -> list[Turn]:
    """Return the rep's lines of the talk that stand, in order."""
    rows = turn.uow.sessions.turns(turn.session.id)
    return [r for r in rows if r.speaker == "rep" and "state" in (r.evidence or {}) and not r.evidence.get("undone")]


def last_word(turn: TurnContext, scene: Scene, state: State) -> str:
    """Return how the buyer takes leave when the rep ends the talk."""
    voice = Voice(common(turn), state, Random(f"{state.seed}:end"))
    return local(turn, voice.slot(f"end_{state.mood()}", scene.person(state.person)) or "")


def note(turn: TurnContext, taken: Step) -> None:
    """Add the coach's one-line note where the person wants notes."""
    wanted = turn.user.preferences.get("note", "off")
    if wanted not in ("brief", "full"):
        return
    good = taken.effects["trust"] + taken.effects["belief"] >= 0
    text = turn.text(note_key(telling(taken.tags, good)))
    if wanted == "full":
        trust, patience = taken.effects["trust"], taken.effects["patience"]
        text = turn.text("roleplay.note_full", note=text, trust=f"{trust:+d}", patience=f"{patience:+d}")
        if turn.line is not None and (why := told(turn.line, turn.catalog, turn.language)):
            text += f"\n{why}"
    turn.reply.say(text)


def note_key(tag: str) -> str:
    """Return the catalogue's key for what happened in a turn."""
    return f"roleplay.note_{tag.replace(':', '_')}"


def short(text: str) -> str:
    """Return a line short enough to be quoted."""
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
