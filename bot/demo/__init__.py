"""A demo team that is played, not invented: scripted reps through the real practice, on a clock that is set back."""
