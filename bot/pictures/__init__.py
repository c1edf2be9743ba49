"""Pictures: figures with readable Chinese, as PNG or PDF. Callers hand in finished words; nothing is worded here."""

from .canvas import Canvas, save

__all__ = ["Canvas", "save"]
