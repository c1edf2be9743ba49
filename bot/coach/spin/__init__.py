"""The SPIN walk on a rep's own deal: what is checked in a question, what comes next, and the call plan at the end."""
