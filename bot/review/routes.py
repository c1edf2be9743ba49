"""All ways through the console, and who may go them. What a person may see on them the services decide."""

from __future__ import annotations

from dataclasses import dataclass

from .pages import deals, exports, marking, people, sessions, settings, signin, team, today, transcript, trust
from .visit import Page

PUBLIC: frozenset[str] = frozenset()
"""Instead of roles: no sign-in is asked for."""
ALL = frozenset({"rep", "manager", "admin"})
LEADERS = frozenset({"manager", "admin"})
ADMINS = frozenset({"admin"})


@dataclass(frozen=True)
class Way:
    """One route."""

    name: str
    method: str
    path: str
    page: Page
    roles: frozenset[str]


ROUTES = (
    Way("sign_in_form", "GET", "/sign-in", signin.form, PUBLIC),
    Way("sign_in", "POST", "/sign-in", signin.sign_in, PUBLIC),
    Way("link", "GET", "/enter/{token}", signin.link, PUBLIC),
    Way("enter", "POST", "/enter/{token}", signin.enter, PUBLIC),
    Way("look", "POST", "/settings/look", settings.look, PUBLIC),
    Way("sign_out", "POST", "/sign-out", signin.sign_out, ALL),
    Way("today", "GET", "/", today.today, ALL),
    Way("sessions", "GET", "/sessions", sessions.listed, ALL),
    Way("sessions_csv", "GET", "/sessions.csv", sessions.as_csv, ALL),
    Way("filter_save", "POST", "/filters", sessions.save, ALL),
    Way("filter_remove", "POST", "/filters/{filter:int}/remove", sessions.remove, ALL),
    Way("session", "GET", "/sessions/{session:int}", transcript.show, ALL),
    Way("session_file", "GET", "/sessions/{session:int}/file.{kind}", exports.session, ALL),
    Way("comment", "POST", "/sessions/{session:int}/comments", marking.comment, LEADERS),
    Way("answer", "POST", "/comments/{comment:int}/answers", marking.answer, LEADERS),
    Way("label", "POST", "/sessions/{session:int}/turns/{turn:int}/label", marking.label, LEADERS),
    Way("line", "POST", "/sessions/{session:int}/lines/{line}", marking.line, LEADERS),
    Way("withdraw", "POST", "/corrections/{correction:int}/withdraw", marking.withdraw, LEADERS),
    Way("compare", "GET", "/compare", transcript.compare, ALL),
    Way("trust", "GET", "/trust", trust.table, LEADERS),
    Way("teams", "GET", "/teams", team.first, LEADERS),
    Way("team", "GET", "/teams/{team:int}", team.team, LEADERS),
    Way("team_csv", "GET", "/teams/{team:int}/file.csv", team.as_csv, LEADERS),
    Way("person", "GET", "/people/{person:int}", team.person, ALL),
    Way("assign", "POST", "/people/{person:int}/tasks", team.assign, LEADERS),
    Way("task_withdraw", "POST", "/tasks/{task:int}/withdraw", team.withdraw, LEADERS),
    Way("deals", "GET", "/deals", deals.listed, ALL),
    Way("deal", "GET", "/deals/{deal:int}", deals.show, ALL),
    Way("people", "GET", "/people", people.listed, LEADERS),
    Way("invite", "POST", "/invitations", people.invite, LEADERS),
    Way("uninvite", "POST", "/invitations/{invitation:int}/withdraw", people.uninvite, LEADERS),
    Way("role", "POST", "/people/{person:int}/role", people.role, ADMINS),
    Way("move", "POST", "/people/{person:int}/team", people.move, ADMINS),
    Way("lead", "POST", "/people/{person:int}/lead", people.lead, ADMINS),
    Way("audit", "GET", "/audit", people.log, ADMINS),
    Way("settings", "GET", "/settings", settings.show, ALL),
    Way("password", "POST", "/settings/password", settings.password, ALL),
    Way("takeout", "POST", "/settings/takeout", settings.takeout, ALL),
    Way("readings", "GET", "/readings", settings.readings, ALL),
)
