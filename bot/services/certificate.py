"""The certificate: the learner's name on one page, as PNG for the chat and as PDF to keep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.pictures import Canvas, save
from bot.pictures.canvas import ACCENT, INK


@dataclass(frozen=True)
class CertificateWords:
    """All that is written on it, in the learner's language."""

    title: str
    name: str
    says: str
    """That the course was finished; one to three lines."""
    details: str
    """Lessons and exams."""
    day: str
    issuer: str


def draw_certificate(words: CertificateWords, folder: Path) -> tuple[Path, Path]:
    """Draw the certificate and return the paths of the PNG and of the PDF."""
    canvas = _page(words)
    return save(canvas, folder, "certificate"), save(canvas, folder, "certificate", "pdf")


def _page(words: CertificateWords) -> Canvas:
    canvas = Canvas(8.27, 5.85)
    for inset, edge in ((0.03, ACCENT), (0.04, INK)):
        canvas.box(inset, inset * 1.4, 1 - 2 * inset, 1 - 2.8 * inset, face="none", edge=edge)
    canvas.text(0.5, 0.80, words.title, size=canvas.fitted(words.title, 26, 0.8), color=ACCENT, align="center")
    canvas.text(0.5, 0.60, words.name, size=canvas.fitted(words.name, 30, 0.8), align="center")
    canvas.text(0.5, 0.43, words.says, size=12, align="center")
    canvas.text(0.5, 0.28, words.details, size=10, align="center")
    canvas.text(0.12, 0.14, words.day, size=10)
    canvas.text(0.88, 0.14, words.issuer, size=10, align="right")
    return canvas
