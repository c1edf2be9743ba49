"""Where a ledger lives: on its deal, or in the session until the deal has a name; and its two files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

from bot.coach.trace.ledger import Ledger, Row
from bot.store.tables import Deal

from .turn import TurnContext

SHEET = "ledger"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would run instead of show."""
COLUMNS = ("number", "requirement", "why", "who", "time", "now", "wanted", "level", "whose", "source", "heard", "open")


def load(turn: TurnContext) -> Ledger:
    """Return the ledger of the session's deal, or the one the session keeps while it has none."""
    deal = deal_of(turn)
    return Ledger.from_json(deal.sheets.get(SHEET) if deal else turn.state.get(SHEET))


def save(turn: TurnContext, ledger: Ledger) -> None:
    """Keep the ledger where it belongs."""
    deal = deal_of(turn)
    if deal is None:
        turn.keep(**{SHEET: ledger.to_json()})
        return
    deal.sheets = {**deal.sheets, SHEET: ledger.to_json()}
    deal.updated_at = turn.now


def deal_of(turn: TurnContext) -> Deal | None:
    """Return the deal of the session, None where there is none yet."""
    return turn.uow.deals.get(turn.session.deal_id) if turn.session.deal_id else None


def belong(turn: TurnContext, deal: Deal) -> None:
    """Tie the session to `deal`."""
    turn.session.deal_id = deal.id


def new_deal(turn: TurnContext, customer: str) -> Deal:
    """Return the rep's deal of that name (whatever the case), created where there is none."""
    for deal in turn.uow.deals.of_user(turn.user.id, limit=200):
        if deal.customer.casefold() == customer.casefold():
            return deal
    return turn.uow.deals.add(
        Deal(user_id=turn.user.id, customer=customer[:200], sheets={}, created_at=turn.now, updated_at=turn.now)
    )


def export(folder: Path, deal: Deal, ledger: Ledger, cell: Callable[[Row, str], str], head: list[str]) -> list[Path]:
    """Write the ledger as Markdown and CSV into `folder` and return the two paths."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w-]+", "-", deal.customer).strip("-")[:40] or "deal"
    table = [[cell(row, column) for column in COLUMNS] for row in ledger.rows]
    markdown, sheet = folder / f"ledger-{deal.id}-{name}.md", folder / f"ledger-{deal.id}-{name}.csv"
    markdown.write_text(as_markdown(deal.customer, head, table), encoding="utf-8")
    # The mark at the start lets spreadsheets read Chinese.
    sheet.write_text(as_csv(head, table), encoding="utf-8-sig", newline="")
    return [markdown, sheet]


def as_markdown(title: str, head: list[str], table: list[list[str]]) -> str:
    """Return a table in Markdown under a heading."""
    lines = [f"# {_one_line(title)}", "", _markdown_row(head), _markdown_row(["---"] * len(head))]
    return "\n".join(lines + [_markdown_row(row) for row in table]) + "\n"


def as_csv(head: list[str], table: list[list[str]]) -> str:
    """Return a table as CSV; a cell that would act as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([[f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in table])
    return out.getvalue()


def _markdown_row(cells: list[str]) -> str:
    return "| " + " | ".join(_one_line(cell).replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |"


def _one_line(text: str) -> str:
    return " ".join(text.split())
