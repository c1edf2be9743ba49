"""One request: who asks, in which language and look, and the answers a page can give."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.coach.access import Viewer
from bot.language import LANGUAGES
from bot.services.people import Person
from bot.services.refusal import Refused
from bot.services.signin import Browser

from .room import Room
from .templating import render
from .words import Words

SESSION, LOOK, LANGUAGE, NOTICE, FORM = "peilian", "peilian_look", "peilian_language", "peilian_notice", "peilian_form"
"""The cookies: who is in, the look, the language, a sentence for the next page, the sign-in form's own secret."""
THEMES = ("auto", "light", "dark")
YEAR = 365 * 24 * 3600
FORM_HEADER = "x-csrf-token"


@dataclass
class Visit:
    """A request, its person, and the ways to answer."""

    room: Room
    request: Request
    browser: Browser | None
    form: FormData = field(default_factory=FormData)
    now: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.now = self.room.clock()

    @property
    def viewer(self) -> Viewer:
        """Who asks; only pages behind the sign-in may ask for it."""
        assert self.browser is not None
        return self.browser.viewer

    @cached_property
    def language(self) -> str:
        """The language that was chosen here, else the person's, else the browser's."""
        chosen = self.request.cookies.get(LANGUAGE)
        if chosen in LANGUAGES:
            return chosen
        return self.browser.language if self.browser else _wished(self.request.headers.get("accept-language", ""))

    @cached_property
    def words(self) -> Words:
        """The sentences in that language."""
        return Words(self.room.catalog, self.language)

    @property
    def address(self) -> str:
        """Where the request came from."""
        return self.request.client.host if self.request.client else ""

    @property
    def theme(self) -> str:
        """The look: `auto`, `light` or `dark`."""
        look = self.request.cookies.get(LOOK)
        return look if look in THEMES else "auto"

    @property
    def partial(self) -> bool:
        """True where the page's script asks for a part only."""
        return self.request.headers.get("hx-request") == "true"

    @cached_property
    def csrf(self) -> str:
        """What each form of this browser sends back."""
        return self.browser.csrf if self.browser else self.request.cookies.get(FORM, "")

    def number(self, name: str) -> int:
        """Return a number of the path."""
        return int(self.request.path_params[name])

    def query(self, name: str) -> str:
        """Return a field of the address, trimmed; empty where it is missing."""
        return self.request.query_params.get(name, "").replace("\x00", "").strip()

    def sent(self, name: str) -> str:
        """Return a field of the form; empty where it is missing."""
        value = self.form.get(name)
        return value.replace("\x00", "").strip() if isinstance(value, str) else ""

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """Return a page (or with a template that begins with `_` a part of one)."""
        answer = HTMLResponse(render(template, self._values(values)), status_code=status)
        if self.request.cookies.get(NOTICE) and not template.startswith("_"):
            answer.delete_cookie(NOTICE, path="/")
        return answer

    def redirect(self, path: str, notice: str = "", **values: object) -> Response:
        """Send the browser on, with a sentence that the next page shows once."""
        if self.partial:
            # To the page where the browser is already an address with a place in it would only jump, not load.
            here = urlsplit(self.request.headers.get("hx-current-url", "")).path == path.partition("#")[0]
            again = {"HX-Refresh": "true"} if here else {"HX-Redirect": path}
            answer: Response = Response(status_code=204, headers=again)
        else:
            answer = RedirectResponse(path, status_code=303)
        if notice:
            self.cookie(answer, NOTICE, self._signer.dumps([notice, values]), 60)
        return answer

    def back(self, fallback: str) -> str:
        """Return the own path that a form names as the place to return to, else `fallback`."""
        wanted = self.sent("back")
        parts = urlsplit(wanted)
        own = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
        return wanted if own and wanted.isprintable() else fallback

    def refused(self, refused: Refused) -> Response:
        """Say what a rule forbids: as a sentence in the form where the script asked, else as a page."""
        if refused.key == "people.not_found":
            return self.missing()
        text = refused.words(self.room.catalog, self.language)
        if self.partial:
            return self.page("_refused.html", status=422, text=text)
        return self.page("refused.html", status=422, text=text, back=self.back("/"))

    def missing(self) -> Response:
        """Say that there is no such page; what may not be seen is answered in the same way."""
        return self.page("missing.html", status=404)

    def cookie(self, answer: Response, name: str, value: str, seconds: int) -> None:
        """Set a cookie that no script and no other site can use."""
        answer.set_cookie(
            name, value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=self.room.secure
        )

    def person(self, user_id: int) -> Person:
        """Return a person whom the viewer may see; raises `Refused`."""
        return self.room.read_people.person(self.viewer, user_id)

    def title(self, exercise: str, scene_id: str | None) -> str:
        """Return what was practised: the scene's title, the lesson, else the exercise's name."""
        lesson = (scene_id or "").removeprefix("lesson-")
        if lesson != scene_id and lesson.isdigit() and int(lesson) in self.room.course.lessons:
            return self.room.coaching.assignments.title("lesson", str(int(lesson)), self.language)
        name = self.words.scene(self.room.scenes.get(scene_id or ""), scene_id)
        return name or self.words.named("exercise", exercise)

    @cached_property
    def notice(self) -> str:
        """The sentence that the last action left, empty where there is none."""
        try:
            key, values = self._signer.loads(self.request.cookies.get(NOTICE, ""))
            return self.words(key, **values)
        except (BadSignature, KeyError, ValueError, TypeError, json.JSONDecodeError):
            return ""

    @property
    def _signer(self) -> URLSafeSerializer:
        return URLSafeSerializer(self.csrf or "nobody", salt="notice")

    def _values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        t = self.words
        return {"visit": self, "t": t, "viewer": self.browser.viewer if self.browser else None, **values}


Page = Callable[[Visit], Response]


def _wished(accept: str) -> str:
    first = accept.lower().split(",")[0].strip()
    if first.startswith(("zh-tw", "zh-hk", "zh-mo", "zh-hant")):
        return "zh-Hant"
    return "zh-Hans" if first.startswith("zh") or not first or first.startswith("*") else "en"
