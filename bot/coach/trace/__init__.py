"""Tracing a customer's requirement back to the need behind it: items, answers, links, the ledger."""
