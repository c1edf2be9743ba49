"""Deciding objection or hesitation before signing: signs, verdict, question, play, drill."""
