"""Secrets that are given out once: the table keeps their hash only."""

from __future__ import annotations

import secrets
from hashlib import sha256


def new_token() -> str:
    """Return a secret of 192 bits in 32 characters, fit for an address and for Telegram's `start` parameter."""
    return secrets.token_urlsafe(24)


def hashed(token: str) -> str:
    """Return what is stored of a token: 64 hexadecimal digits. The token is random, so that no salt is needed."""
    return sha256(token.encode()).hexdigest()
