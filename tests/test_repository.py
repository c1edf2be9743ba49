"""What no file of the project may hold, and what the README may not outgrow."""

import re
import subprocess

from bot.settings import ROOT

# Written in pieces so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "fa" + "rm", "ho" + "me"]) + r")/[a-z.]")


def tracked():
    """Return the text files that git tracks or would track, the lock file aside."""
    out = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in out.stdout.splitlines():
        path = ROOT / name
        if name == "uv.lock" or not path.is_file() or path.suffix in {".png", ".ttf", ".otf", ".woff2", ".pdf"}:
            continue
        yield name, path.read_text(encoding="utf-8")


def test_no_path_of_a_machine():
    assert [name for name, text in tracked() if MACHINE_PATH.search(text)] == []


def test_the_readme_stays_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 200
