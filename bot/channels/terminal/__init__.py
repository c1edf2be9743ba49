"""The terminal: a talk with a person, or with a script in JSON lines."""
