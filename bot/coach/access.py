"""Who may see what: the one place where rights are decided. Services ask here; no page or command decides for itself.

A rep sees only their own work. A manager sees the people of the teams they lead, and their own work. An admin sees all.
Private practice shows others that it took place, never the words, until its rep submits it: not even to an admin.
"""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("rep", "manager", "admin")


@dataclass(frozen=True)
class Viewer:
    """Who looks. `leads` are the ids of the teams that a manager leads; a rep's are ignored."""

    user_id: int
    role: str = "rep"
    leads: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Owned:
    """What is looked at: whose it is, in which team they are, and whether its words are held back."""

    user_id: int
    team_id: int | None = None
    withheld: bool = False
    """True for private practice that was not submitted."""


def leads(viewer: Viewer, team_id: int | None) -> bool:
    """Say whether the viewer leads a team; an admin leads all, also people without a team."""
    if viewer.role == "admin":
        return True
    return viewer.role == "manager" and team_id is not None and team_id in viewer.leads


def may_see(viewer: Viewer, thing: Owned) -> bool:
    """Say whether the viewer may know that a session, deal or person is there, with dates and counts."""
    return viewer.user_id == thing.user_id or leads(viewer, thing.team_id)


def may_read(viewer: Viewer, thing: Owned) -> bool:
    """Say whether the viewer may read the words (and scores, which quote them)."""
    return viewer.user_id == thing.user_id or (leads(viewer, thing.team_id) and not thing.withheld)


def may_comment(viewer: Viewer, thing: Owned) -> bool:
    """Say whether the viewer may write a comment or an answer: whoever may read."""
    return may_read(viewer, thing)


def may_correct(viewer: Viewer, thing: Owned) -> bool:
    """Say whether the viewer may correct a label or a score line: a leader who may read, never the rep's own work."""
    return viewer.user_id != thing.user_id and may_read(viewer, thing) and leads(viewer, thing.team_id)


def may_assign(viewer: Viewer, person: Owned) -> bool:
    """Say whether the viewer may give the person something to do."""
    return leads(viewer, person.team_id)


def may_invite(viewer: Viewer, team_id: int | None, role: str) -> bool:
    """Say whether the viewer may invite somebody into a team in a role: managers invite reps, admins anybody."""
    if role not in ROLES:
        return False
    return viewer.role == "admin" or (role == "rep" and team_id is not None and leads(viewer, team_id))


def may_change_roles(viewer: Viewer) -> bool:
    """Say whether the viewer may change roles and teams of others."""
    return viewer.role == "admin"
