"""The first step of the SPIN walk: the deal, chosen from the rep's own or told in one line or one thing at a time."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.spin.aside import aside_of
from bot.coach.spin.deal import LONGEST, STAGES, stage_of
from bot.coach.spin.deal import Deal as Told
from bot.coach.spin.intake import read_deal
from bot.coach.spin.say import Say
from bot.coach.spin.shape import look
from bot.coach.spin.text import shorten
from bot.coach.spin.walk import Walk
from bot.store.tables import Deal

from .messages import Button
from .spin_words import LABEL
from .turn import TurnContext

OFFERED = 4
"""So many of the rep's deals are offered."""
LINE = 320
"""Characters of one line that tells a deal."""
COLUMN = 200
"""Characters that the store keeps of a field."""
ASIDES = {
    "empty": "deal_empty",
    "long": "deal_long",
    "foreign": "deal_foreign",
    "greeting": "deal_greeting",
    "command": "deal_command",
    "ask_example": "deal_example",
    "ask_meaning": "deal_example",
    "refuse": "deal_refuse",
    "skip": "deal_refuse",
    "stop": "deal_refuse",
}


class Intake:
    """Reads, chooses and stores the deal of a walk."""

    def buttons(self, turn: TurnContext) -> list[Button]:
        """Return the rep's last deals as buttons."""
        deals = turn.uow.deals.of_user(turn.user.id, limit=OFFERED)
        return [Button(shorten(_label(deal), LABEL), turn.press_code(f"deal:{deal.id}")) for deal in deals]

    def chosen(self, turn: TurnContext, walk: Walk, number: str) -> Walk | None:
        """Return the walk on the rep's own deal `number`, None where there is no such deal of this rep."""
        deal = turn.uow.deals.get(int(number)) if number.isascii() and number.isdigit() else None
        if deal is None or deal.user_id != turn.user.id:
            return None
        turn.session.deal = deal
        told = Told(deal.customer, deal.product, deal.stage, stage_of(deal.stage) or STAGES[0], deal.meets)
        return replace(walk, deal=told if deal.stage else replace(told, phase=None))

    def take(self, turn: TurnContext, walk: Walk, text: str) -> tuple[Walk, list[Say]]:
        """Return the walk with what `text` tells of the deal, and what is to be said to it first."""
        asking = walk.deal.missing[0]
        aside = aside_of(text, limit=LINE)
        if aside in ("refuse", "skip") and asking in ("stage", "meets"):
            return replace(walk, deal=self._unknown(turn, walk.deal, asking)), []
        if aside:
            return walk, [Say(ASIDES[aside])]
        found = read_deal(text, asking)
        if asking in found and look(found[asking]).asks:
            return walk, [Say("deal_question")]
        if any(len(value) > LONGEST[name] for name, value in found.items()) or not found:
            return walk, [Say("deal_long")]
        wanted = {name: value for name, value in found.items() if name == asking or name in walk.deal.missing}
        return replace(walk, deal=walk.deal.with_(**wanted)), []

    def store(self, turn: TurnContext, told: Told) -> Deal:
        """Write the deal and tie the session to it; a deal of the same customer and product is taken up again."""
        deal = turn.session.deal or self._same(turn, told) or self._new(turn)
        deal.customer, deal.product = told.customer[:COLUMN], told.product[:COLUMN]
        deal.stage, deal.meets = told.stage[:COLUMN], told.meets[:COLUMN]
        deal.updated_at = turn.now
        turn.session.deal = deal
        return deal

    def _same(self, turn: TurnContext, told: Told) -> Deal | None:
        deals = turn.uow.deals.of_user(turn.user.id, limit=100)
        return next((d for d in deals if (d.customer, d.product) == (told.customer, told.product)), None)

    def _new(self, turn: TurnContext) -> Deal:
        now = turn.now
        deal = Deal(user_id=turn.user.id, customer="", sheets={}, created_at=now, updated_at=now)
        return turn.uow.deals.add(deal)

    def _unknown(self, turn: TurnContext, told: Told, asking: str) -> Told:
        if asking == "stage":
            return replace(told, stage=turn.text("spin.stage_name_confirm"), phase=STAGES[0])
        return replace(told, meets=turn.text("spin.unknown_contact"))


def _label(deal: Deal) -> str:
    return " / ".join(filter(None, (deal.customer, deal.product)))
