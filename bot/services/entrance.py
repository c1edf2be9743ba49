"""Ways in, as the bot gives them: a link into the console, and invitations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.coach.access import ROLES, Viewer, may_invite
from bot.language import LANGUAGES, Catalog
from bot.store.tables import User
from bot.store.unit import UnitOfWork

from .invitations import Invitations, Made
from .messages import Button, Message, Reply
from .people import People, TeamLine, viewer_of
from .practice import Who
from .refusal import Refused
from .signin import SignIn

MOST_TEAMS = 20
"""Teams that are offered as buttons."""
NO_TEAM = "0"


@dataclass(frozen=True)
class Entrance:
    """The use cases of the bot."""

    unit: Callable[[], UnitOfWork]
    catalog: Catalog
    clock: Callable[[], datetime]
    invitations: Invitations
    signin: SignIn

    def console(self, who: Who) -> Reply:
        """Give a link into the console that works once and for ten minutes."""
        user, _ = self._who(who)
        return self._say(user, "console", link=self.signin.link(user.id, self.clock()))

    def invite(self, who: Who, wish: str = "") -> Reply:
        """Make an invitation: `/invite TEAM [ROLE]` with the team's number; without them the choices are offered."""
        user, viewer = self._who(who)
        if viewer.role not in ("manager", "admin"):
            return self._say(user, "invite_not_yours")
        teams = People(self.unit).teams(viewer)
        team, _, role = wish.partition(" ")
        try:
            return self._invite(who, user, viewer, teams, team.strip(), role.strip())
        except Refused as refused:
            return Reply().say(refused.words(self.catalog, user.language))

    def _invite(self, who: Who, user: User, viewer: Viewer, teams: list[TeamLine], team: str, role: str) -> Reply:
        if viewer.role == "admin" and team == NO_TEAM:
            return self._made(who, user, self.invitations.make(viewer, "admin", None, self.clock()))
        found = next((line for line in teams if str(line.id) == team), None)
        if found is None and len(teams) == 1 and viewer.role == "manager":
            found = teams[0]
        if found is None:
            return self._which_team(user, viewer, teams)
        roles = [each for each in ROLES if each != "admin" and may_invite(viewer, found.id, each)]
        if role not in roles:
            if len(roles) > 1:
                buttons = [Button(self._text(user, f"role_{each}"), f"/invite {found.id} {each}") for each in roles]
                return self._say(user, "invite_which_role", *buttons, team=found.name)
            role = roles[0]
        return self._made(who, user, self.invitations.make(viewer, role, found.id, self.clock()))

    def _which_team(self, user: User, viewer: Viewer, teams: list[TeamLine]) -> Reply:
        buttons = [Button(team.name[:40], f"/invite {team.id}") for team in teams[:MOST_TEAMS]]
        if viewer.role == "admin":
            buttons.append(Button(self._text(user, "button_admin"), f"/invite {NO_TEAM}"))
        return self._say(user, "invite_which_team" if teams else "invite_no_team", *buttons)

    def _made(self, who: Who, user: User, made: Made) -> Reply:
        values = {"role": self._text(user, f"role_{made.role}"), "day": f"{made.expires_at:%Y-%m-%d}"}
        key = "invite_made" if made.team else "invite_made_admin"
        # The link stands alone in its message, so that it can be passed on as it is.
        return self._say(user, key, team=made.team, **values).say(made.link(who.bot))

    def _who(self, who: Who) -> tuple[User, Viewer]:
        with self.unit() as uow:
            language = who.language if who.language in LANGUAGES else LANGUAGES[0]
            user = uow.users.get_or_add(who.key, name=who.name, language=language, now=self.clock())
            return user, viewer_of(uow, user)

    def _say(self, user: User, key: str, *buttons: Button, **values: object) -> Reply:
        return Reply([Message(self._text(user, key, **values), buttons)])

    def _text(self, user: User, key: str, **values: object) -> str:
        return self.catalog.say(f"entrance.{key}", user.language, None, **values)
