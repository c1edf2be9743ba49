"""Arrows point one way: no room imports a room above it, and importing a module opens nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ALLOWED = {
    "language": set(),
    "settings": set(),
    "coach": {"language"},
    "judge": {"coach", "pictures", "language", "settings"},
    "content": {"coach", "language", "settings"},
    "store": {"coach", "language", "settings"},
    "pictures": {"language", "settings"},
    "services": {"coach", "judge", "content", "store", "pictures", "language", "settings"},
    "engine": {"services", "language", "settings", "content", "coach"},
    "bench": {"review", "services", "judge", "content", "store", "coach", "language", "settings"},
    "demo": {"bench", "services", "store", "content", "coach", "language", "settings"},
    "review": {"services", "store", "content", "coach", "pictures", "language", "settings"},
    "channels": {"engine", "services", "language", "settings", "content", "coach", "store"},
}
"""Which rooms a room of `bot/` may import, itself aside."""


def rooms_imported(path: Path) -> set[str]:
    """Return the rooms of `bot` that a module imports, at any depth."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            prefix = ".".join(package[: len(package) - node.level + 1]) + "." if node.level else ""
            names = [prefix + (node.module or "")]
            if names[0].rstrip(".") == "bot":
                names = [f"bot.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("bot.")}
    return found


def modules(room: str) -> list[Path]:
    """Return the files of a room (a package or one module)."""
    single = ROOT / "bot" / f"{room}.py"
    return [single] if single.exists() else sorted((ROOT / "bot" / room).rglob("*.py"))


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_room_imports_only_what_lies_below(room):
    wrong = {
        str(path.relative_to(ROOT)): extra
        for path in modules(room)
        if "migrations" not in path.parts and (extra := rooms_imported(path) - ALLOWED[room] - {room})
    }
    assert wrong == {}


def test_coach_knows_no_rasa_and_no_database():
    for path in modules("coach"):
        source = path.read_text(encoding="utf-8")
        assert not any(name in source for name in ("import rasa", "from rasa", "sqlalchemy", "import spacy"))


def test_importing_the_services_opens_nothing():
    code = (
        "import sys, bot.services.house as h; assert h.house.cache_info().currsize == 0; print('rasa' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
