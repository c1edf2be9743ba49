"""A figure to draw on, in pixels-like units, and how it becomes a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from .font import drawable, use_font

DPI = 200
INK, PALE, ACCENT, GOOD, WEAK = "#22303c", "#d9dfe4", "#1f6f8b", "#3a7d44", "#b5541c"


class Canvas:
    """A white page of `width` × `height` inches; `axes` spans it with coordinates 0–1 in both directions."""

    def __init__(self, width: float, height: float) -> None:
        use_font()
        # Without pyplot: its global state is neither needed nor safe between threads.
        self.figure = Figure(figsize=(width, height), dpi=DPI, facecolor="white")
        FigureCanvasAgg(self.figure)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, 1)
        self.axes.set_ylim(0, 1)
        self.axes.set_axis_off()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 11,
        color: str = INK,
        align: str = "left",
        upright: str = "center",
    ) -> None:
        """Write `text` at `x`, `y` (0–1), `size` in points; `align` is left, center or right."""
        self.axes.text(x, y, drawable(text), fontsize=size, color=color, ha=align, va=upright)

    def box(self, x: float, y: float, width: float, height: float, *, face: str, edge: str = "none") -> None:
        """Draw a rectangle from its lower left corner, all in shares of the page."""
        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=face, edgecolor=edge, linewidth=1.2))

    def width_of(self, text: str, size: float) -> float:
        """Return the width of `text` as a share of the page."""
        drawn = self.axes.text(0, 0, drawable(text), fontsize=size)
        extent = drawn.get_window_extent(self.figure.canvas.get_renderer())
        drawn.remove()
        return float(extent.width / self.figure.bbox.width)

    def fitted(self, text: str, size: float, room: float) -> float:
        """Return the largest size up to `size` at which `text` is no wider than `room` (a share of the page)."""
        width = self.width_of(text, size)
        return size if width <= room else size * room / width


def save(canvas: Canvas, folder: Path, name: str, kind: str = "png") -> Path:
    """Write the canvas as `png` or `pdf` into `folder`, named by `name` and the picture's content; return the path."""
    folder.mkdir(parents=True, exist_ok=True)
    pending = folder / f".{name}.{id(canvas)}.{kind}"
    # No date inside: the same picture is the same file.
    metadata = {"CreationDate": None} if kind == "pdf" else None
    canvas.figure.savefig(pending, format=kind, metadata=metadata)
    digest = hashlib.sha256(pending.read_bytes()).hexdigest()[:12]
    return pending.replace(folder / f"{name}-{digest}.{kind}")
