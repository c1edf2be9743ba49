"""The command line: `python -m bot COMMAND …`. A command is imported when it is called: none pays for another."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module

from bot.settings import SettingsError

COMMANDS = {
    "run": ("bot.cli.run", "set up what is missing, then talk: in the terminal, and in Telegram when a token is set"),
    "chat": ("bot.cli.chat", "talk in the terminal, or with --jsonl in JSON lines"),
    "telegram": ("bot.cli.telegram", "answer in Telegram only"),
    "review": ("bot.cli.review", "the managers' console, in the browser"),
    "transcript": ("bot.cli.transcript", "print a stored talk"),
    "plan": ("bot.cli.export", "print the call plan of a deal as Markdown"),
    "export": ("bot.cli.export", "the same as plan"),
    "annotate": ("bot.judge.annotate", "label JSON lines"),
    "train": ("bot.cli.train", "train what is missing or stale"),
    "evaluate": ("bot.judge.evaluate", "measure the judge on authors it has not seen"),
    "rescore": ("bot.cli.rescore", "score all stored role-plays again under a new version"),
    "benchmark": ("bot.cli.benchmark", "play reps of known skill through every scene, and random walks"),
    "bench": ("bot.cli.bench", "measure the time that a turn takes"),
    "demo": ("bot.cli.demo", "demo load|clear: a team to look around with"),
    "regression": ("bot.cli.regression", "regression export FILE|check: lines that managers judged"),
    "scene": ("bot.cli.scene", "scene check [FILE]: check one scene, or all"),
    "lesson": ("bot.cli.lesson", "lesson check [FOLDER]: check the lessons"),
    "people": ("bot.cli.people", "people list|add|role|team|lead|name|login|password|invite|export|remove"),
    "audit": ("bot.cli.audit", "show who changed rights, took data away or deleted it"),
    "retention": ("bot.cli.retention", "delete what is too old now; running processes do it daily"),
    "db": ("bot.cli.db", "db upgrade: create the tables or bring them up to date"),
    "rasa": ("bot.engine.cli", "Rasa's own command line, on this house"),
}


def main(argv: list[str]) -> int:
    """Run one command and return its exit status: 2 for wrong settings or usage, 1 for what went wrong."""
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(usage())
        return 0 if argv else 2
    name, *rest = argv
    if name not in COMMANDS:
        print(f"there is no command {name!r}\n\n{usage()}", file=sys.stderr)
        return 2
    try:
        return import_module(COMMANDS[name][0]).main(rest) or 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Who read our output has left; Python would complain again while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        # The errors of our own rooms say in one line what is wrong and what helps.
        if not type(error).__module__.startswith("bot."):
            raise
        logging.getLogger(__name__).debug("%s", error, exc_info=error)
        print(error, file=sys.stderr)
        return 2 if isinstance(error, SettingsError) else 1


def usage() -> str:
    """Return the commands, a line each."""
    lines = [f"  {name:<11} {text}" for name, (_, text) in COMMANDS.items()]
    return "\n".join(["usage: python -m bot COMMAND …", "", *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
