"""The one error of this room."""


class JudgeError(RuntimeError):
    """The trained judge cannot be used; the message says in one line what is wrong and what helps."""
