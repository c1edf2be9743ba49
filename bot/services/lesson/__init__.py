"""Lessons in the chat: the exercise `lesson`, and what is written down about a learner."""
