#!/usr/bin/env bash
# Builds .venv from uv.lock on Python 3.10. Safe to interrupt and to repeat: the stamp is written last.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '· %s\n' "$*"; }

find_uv() {
  if [ -x .uv/bin/uv ]; then echo .uv/bin/uv; return; fi
  if command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1; then command -v uv; return; fi
  say "installing uv into .uv" >&2
  rm -rf .uv
  local python
  for python in python3 python3.10 python; do
    if "$python" -m venv .uv >/dev/null 2>&1; then break; fi
    rm -rf .uv
  done
  [ -x .uv/bin/python ] || { echo "Python 3 with the venv module is needed to install uv (Debian: apt-get install python3-venv)." >&2; exit 1; }
  .uv/bin/python -m pip install --quiet --disable-pip-version-check uv 2> >(grep -v '^WARNING' >&2)
  echo .uv/bin/uv
}

works() { [ -n "$1" ] && "$1" -c 'import sys, ssl; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1; }

find_python() {
  # In the order: what uv knows, a python3.10 on the path, pyenv's folder; else the version number, and uv fetches it.
  local candidate
  for candidate in "$("$1" python find --no-python-downloads 3.10 2>/dev/null || true)" "$(command -v python3.10 || true)" \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python; do
    if works "$candidate"; then echo "$candidate"; return; fi
  done
  echo 3.10
}

uv=$(find_uv)
python=$(find_python "$uv")
say "environment: uv $("$uv" --version | cut -d' ' -f2), Python $python"
# A .venv of another Python, or one that was cut off half-way, is made anew.
if [ -d .venv ] && ! works .venv/bin/python; then rm -rf .venv; fi
"$uv" sync --frozen --no-progress --quiet --python "$python" || {
  echo "The environment could not be installed (see above). Run the same command again: it goes on where it stopped." >&2
  exit 1
}
touch .venv/.ready
say "environment ready"
