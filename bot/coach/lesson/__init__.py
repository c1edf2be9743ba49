"""Lessons: what they are made of, how answers are graded, what is unlocked, and what comes back when."""
