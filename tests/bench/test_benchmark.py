"""The benchmark as it must come out, with the trained judge."""

import pytest

from bot.cli.benchmark import main


@pytest.mark.trained
def test_the_scenes_meet_their_targets(capsys):
    # A walk in each language; `tests/coach/buyer/test_talk.py` walks further, `--walks 1000` furthest.
    main(["--walks", "2"])
    out = capsys.readouterr().out
    missed = [line.strip() for line in out.splitlines() if line.strip().startswith("*")]
    assert not missed, out
