"""Reads and validates the content under `data/content`."""

from .content import Content, read_content

__all__ = ["Content", "read_content"]
