"""Telegram: python-telegram-bot's Application around our own receiving, ordering and sending."""
