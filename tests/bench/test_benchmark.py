"""The benchmark as it must come out, with the trained judge."""

import pytest

from bot.cli.benchmark import main


@pytest.mark.trained
def test_every_scene_meets_its_targets(capsys):
    assert main(["--walks", "20"]) == 0, capsys.readouterr().out
