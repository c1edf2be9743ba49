"""A session as a PDF, set in the house's own font; the drawing of trust and pain is part of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from fpdf import FPDF
from fpdf.enums import WrapMode, XPos, YPos

from bot.language.script import HAN
from bot.pictures.font import FONT, drawable
from bot.review.words import Words

from .chart import Chart
from .files import facts, label_words

if TYPE_CHECKING:
    from bot.review.pages.transcript import Talk

INK, SOFT, ACCENT, PAIN = (34, 48, 60), (105, 117, 127), (31, 111, 139), (181, 84, 28)

TOGETHER = 14
"""Millimetres: who speaks stands on one page with the first lines of what was said."""


class Paper(FPDF):
    """A4 with our font and a page number."""

    def __init__(self, foot: str) -> None:
        super().__init__(format="A4")
        self.foot = drawable(foot)
        self.add_font("peilian", fname=str(FONT))
        self.set_margins(18, 16, 18)
        self.set_auto_page_break(True, margin=18)
        self.add_page()

    def footer(self) -> None:
        """Write where we are."""
        self.set_y(-13)
        self.set_font("peilian", size=8)
        self.set_text_color(*SOFT)
        self.cell(0, 5, f"{self.foot} · {self.page_no()}", align="C")

    def say(self, text: str, size: float = 10, color: tuple[int, int, int] = INK, indent: float = 0) -> None:
        """Write a paragraph; what the font lacks becomes a blank."""
        self.set_font("peilian", size=size)
        self.set_text_color(*color)
        self.set_x(self.l_margin + indent)
        shown = drawable(text) or " "
        self.multi_cell(
            self.epw - indent,
            size * 0.52,
            shown,
            align="L",
            wrapmode=wrapping(shown),
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )


def wrapping(text: str) -> WrapMode:
    """Return how lines of `text` are broken: Chinese between any two characters, English between words only."""
    return WrapMode.CHAR if HAN.search(text) else WrapMode.WORD


def as_pdf(talk: Talk, words: Words) -> bytes:
    """Return the session as a PDF document."""
    paper = Paper(f"{talk.title} · {talk.person}")
    paper.set_title(drawable(talk.title))
    paper.say(talk.title, 18)
    paper.ln(1)
    for name, value in facts(talk, words):
        paper.say(f"{name}  {value}", 9.5, SOFT)
    if talk.chart is not None:
        _drawing(paper, talk.chart, words)
    if talk.card is not None:
        _heading(paper, words("scorecard"))
        for line in talk.card.lines:
            paper.say(f"{line.name}  {line.points}/100", 10.5)
            paper.say(line.counted, 9, SOFT, 4)
            if line.verdict is not None:
                paper.say(f"{line.machine} → {line.points}  {line.verdict.by}  {line.verdict.reason}", 9, ACCENT, 4)
    _heading(paper, words("the_talk"))
    for turn in talk.lines:
        label = label_words(turn, words)
        head = f"{turn.number}  {words.named('speaker', turn.speaker)}" + (f"  ·  {label}" if label else "")
        paper.ln(1.5)
        if paper.will_page_break(TOGETHER):
            paper.add_page()
        paper.say(head, 8.5, ACCENT if turn.speaker == "rep" else SOFT)
        paper.say(turn.text, 10.5, INK, 4)
        for remark in turn.remarks:
            for each in (remark, *remark.answers):
                paper.say(f"“{each.text}”  {each.author or words('somebody')}", 9, PAIN, 8)
    if talk.whole:
        _heading(paper, words("comments_whole"))
        for remark in talk.whole:
            for each in (remark, *remark.answers):
                paper.say(f"{each.author or words('somebody')}: {each.text}", 10)
    return bytes(paper.output())


def _heading(paper: Paper, text: str) -> None:
    paper.ln(4)
    paper.say(text, 13)
    paper.ln(1)


def _drawing(paper: Paper, chart: Chart, words: Words) -> None:
    """Draw trust and pain as lines in the flow of the page."""
    paper.ln(3)
    scale, left, top = 0.4, paper.l_margin, paper.get_y()
    paper.set_draw_color(220, 225, 229)
    paper.set_line_width(0.15)
    for _, y in chart.grid:
        paper.line(left + 26 * scale, top + y * scale, left + chart.width * scale, top + y * scale)
    for color, heights in ((ACCENT, [m.trust_y for m in chart.marks]), (PAIN, [m.pain_y for m in chart.marks])):
        paper.set_draw_color(*color)
        paper.set_line_width(0.5)
        points = [(left + mark.x * scale, top + y * scale) for mark, y in zip(chart.marks, heights)]
        for (x1, y1), (x2, y2) in pairwise(points):
            paper.line(x1, y1, x2, y2)
    paper.set_xy(left + chart.width * scale + 4, top + 4)
    paper.set_font("peilian", size=9)
    paper.set_text_color(*ACCENT)
    paper.cell(20, 5, words("trust"), new_x=XPos.LEFT, new_y=YPos.NEXT)
    paper.set_text_color(*PAIN)
    paper.cell(20, 5, words("pain"))
    paper.set_xy(left, top + chart.height * scale)
