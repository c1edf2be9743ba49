"""The one font of all pictures: a subset of Noto Sans CJK SC (SIL OFL) that is part of the repository."""

from __future__ import annotations

from functools import lru_cache

import matplotlib
from matplotlib.font_manager import FontProperties, fontManager, get_font

from bot.settings import ROOT

FONT = ROOT / "data" / "fonts" / "PeilianSansSC.otf"
FAMILY = "Noto Sans CJK SC"


@lru_cache(maxsize=1)
def use_font() -> FontProperties:
    """Make the font matplotlib's only one for this process, and return it; figures made afterwards are set in it."""
    fontManager.addfont(str(FONT))
    matplotlib.rcParams.update(
        {
            "font.family": FAMILY,
            "axes.unicode_minus": False,
            "pdf.fonttype": 3,
            "svg.fonttype": "path",
        }
    )
    return FontProperties(fname=str(FONT))


def drawable(text: str) -> str:
    """Return `text` without what the font lacks (emoji, rare characters): a blank stands instead of an empty box."""
    known = _characters()
    return "".join(c if c == "\n" or ord(c) in known else " " for c in text)


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    return frozenset(get_font(str(FONT)).get_charmap())
