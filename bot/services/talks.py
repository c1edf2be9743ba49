"""Looking back on own talks: the card line by line, the lines to replay from, the branches side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.coach.buyer import Scene
from bot.coach.scorecard import Card
from bot.language import LANGUAGES, base
from bot.store.tables import Session, User
from bot.store.unit import UnitOfWork

from . import scorecard_words as told
from .corrections import correctors
from .messages import Button, Reply
from .practice import Practice, Who
from .replay import find, spoken
from .roleplay_words import short
from .scorecard_words import Tongue
from .scoring import EXERCISE, card_of, is_corrected, latest, played

DEAREST = 4
"""Lines that get a button of their own in the list of a talk."""


@dataclass(frozen=True)
class Talks:
    """What a rep may ask about own role-plays; `scenes` gives all scenes by id."""

    practice: Practice
    scenes: Callable[[], Mapping[str, Scene]]

    def score(self, who: Who, wish: str = "") -> Reply:
        """Show the card of a talk (`12`, the newest without), or the proof of one dimension (`12 needs`)."""
        number, _, dimension = wish.partition(" ")

        def work(uow: UnitOfWork, user: User) -> Reply:
            tongue = self._tongue(user)
            session = self._scored(uow, user, number)
            stored = latest(uow, session) if session else None
            if session is None or stored is None:
                return Reply().say(tongue.say("no_score"))
            card = card_of(stored)
            line = next((line for line in card.lines if line.dimension == dimension), None)
            if line is not None:
                return Reply().say(told.one(tongue, line), *self._dimensions(tongue, session, card, dimension))
            scene = self.scenes()[str(session.scene)]
            table = told.table(tongue, card, scene)
            if is_corrected(stored.version):
                names = tongue.joined(correctors(uow, session.id))
                table += "\n\n" + self._tongue(user, "coaching").say("corrected_by", names=names)
            return Reply().say(table, *self._dimensions(tongue, session, card))

        return self._with_user(who, work)

    def line(self, who: Who, wish: str) -> str | None:
        """Return `<session>.<line>` of the line that `wish` names, None where it names none."""
        found: list[str] = []

        def work(uow: UnitOfWork, user: User) -> Reply:
            place = find(uow, user.id, wish)
            if place is not None and place[1] > 0 and place[0].scene in self.scenes():
                found.append(f"{place[0].id}.{place[1]}")
            return Reply()

        self._with_user(who, work)
        return found[0] if found else None

    def replay(self, who: Who, wish: str = "") -> Reply:
        """List the lines of a talk, the costliest with a button."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            tongue = self._tongue(user, "replay")
            place = find(uow, user.id, wish) or find(uow, user.id, "")
            if place is None or place[0].scene not in self.scenes():
                return Reply().say(tongue.say("none"))
            session = place[0]
            rows = spoken(uow, session)
            effects = [row.evidence["effects"]["trust"] for row in rows]
            lines = [
                tongue.say("line", line=n, text=short(row.text), trust=f"{trust:+d}")
                for n, (row, trust) in enumerate(zip(rows, effects), 1)
            ]
            stored = latest(uow, session)
            fixed = [proof.turn - 1 for _, proof in card_of(stored).fixes()] if stored else []
            costly = sorted((n for n in range(len(rows)) if effects[n] < 0), key=lambda n: effects[n])
            dear = sorted(list(dict.fromkeys([*fixed, *costly, *range(len(rows) - 1, -1, -1)]))[:DEAREST])
            buttons = [Button(tongue.say("button", line=n + 1), f"/replay {session.id}.{n + 1}") for n in dear]
            title = tongue.local(self.scenes()[str(session.scene)].title)
            return Reply().say(tongue.say("lines", scene=title, lines="\n".join(lines)), *buttons)

        return self._with_user(who, work)

    def compare(self, who: Who, wish: str = "") -> Reply:
        """Show a talk and its branches side by side."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            tongue = self._tongue(user, "replay")
            family = self._family(uow, user, wish)
            if len(family) < 2:
                return Reply().say(tongue.say("nothing_to_compare"))
            scene = self.scenes()[str(family[0].scene)]
            parts = [tongue.say("compare", scene=tongue.local(scene.title), count=len(family))]
            parts += [self._branch(uow, tongue, scene, session) for session in family]
            return Reply().say("\n\n".join(parts), Button(tongue.say("again"), f"/replay {family[0].id}."))

        return self._with_user(who, work)

    def _branch(self, uow: UnitOfWork, tongue: Tongue, scene: Scene, session: Session) -> str:
        state = played(uow, scene, session).end
        stored = latest(uow, session)
        needs = scene.of_kind("need")
        key = base(tongue.language)
        parent = uow.sessions.get(session.parent_id) if session.parent_id else None
        lines = [
            tongue.say(
                "branch_head" if parent else "root_head",
                number=session.id,
                total=told.figure(stored.total) if stored else "–",
                outcome=tongue.say(f"outcome_{session.outcome or 'open'}"),
                found=sum(n.id in state.revealed for n in needs),
                all=len(needs),
                parent=parent.id if parent else 0,
                line=_line_number(uow, parent, session) if parent else 0,
            )
        ]
        if parent is not None:
            lines += self._differs(uow, tongue, parent, session)
            before = played(uow, scene, parent).end
            for word, more, less in (("more", state, before), ("less", before, state)):
                own = [i for i in scene.items if i.id in more.revealed and i.id not in less.revealed]
                names = [tongue.local(i.called(key)) for i in own if i.kind != "facet"]
                lines += [tongue.say(word, names=tongue.joined(names))] if names else []
        return "\n".join(lines)

    def _differs(self, uow: UnitOfWork, tongue: Tongue, parent: Session, session: Session) -> list[str]:
        line = _line_number(uow, parent, session)
        old, new = spoken(uow, parent), spoken(uow, session)
        if len(new) < line or len(old) < line:
            return []
        return [tongue.say("instead", line=line, old=short(old[line - 1].text), new=short(new[line - 1].text))]

    def _family(self, uow: UnitOfWork, user: User, wish: str) -> list[Session]:
        talks = {s.id: s for s in uow.sessions.of_user(user.id, exercise=EXERCISE, limit=200)}
        talks = {n: s for n, s in talks.items() if s.scene in self.scenes() and spoken(uow, s)}
        if wish.isascii() and wish.isdigit():
            named = talks.get(int(wish))
        else:
            named = next((s for s in talks.values() if s.parent_id), None)
        if named is None:
            return []
        root = _root(talks, named)
        return sorted((s for s in talks.values() if _root(talks, s) == root), key=lambda s: s.id)

    def _scored(self, uow: UnitOfWork, user: User, number: str) -> Session | None:
        talks = uow.sessions.of_user(user.id, exercise=EXERCISE, limit=200)
        own = [s for s in talks if s.scene in self.scenes()]
        if number.isascii() and number.isdigit():
            return next((s for s in own if s.id == int(number)), None)
        return next((s for s in own if latest(uow, s)), None)

    def _dimensions(self, tongue: Tongue, session: Session, card: Card, shown: str = "") -> Sequence[Button]:
        names = [line.dimension for line in card.lines if line.dimension != shown]
        return [Button(tongue.say(f"dimension_{name}"), f"/score {session.id} {name}") for name in names]

    def _tongue(self, user: User, file: str = "scorecard") -> Tongue:
        return Tongue(self.practice.content.catalog, user.language, file)

    def _with_user(self, who: Who, work: Callable[[UnitOfWork, User], Reply]) -> Reply:
        with self.practice.unit() as uow:
            language = who.language if who.language in LANGUAGES else LANGUAGES[0]
            user = uow.users.get_or_add(who.key, name=who.name, language=language, now=self.practice.clock())
            return work(uow, user)


def _root(talks: Mapping[int, Session], session: Session) -> int:
    while (parent := talks.get(session.parent_id or 0)) is not None:
        session = parent
    return session.id


def _line_number(uow: UnitOfWork, parent: Session, session: Session) -> int:
    """Return which line of the parent was said anew."""
    before = [row for row in spoken(uow, parent) if row.number < (session.parent_turn or 0)]
    return len(before) + 1
