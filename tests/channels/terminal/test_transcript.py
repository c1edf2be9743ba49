"""A stored talk, read back."""

from bot.channels.terminal.transcript import as_json, as_markdown, find
from tests.channels.talk import EN


async def test_the_newest_session_of_a_person_or_the_one_asked_for(gateway):
    for n in range(2):
        await gateway.text(EN, "/echo", key=f"s{n}")
        await gateway.text(EN, f"line {n} here", key=f"t{n}")
        await gateway.text(EN, "done", key=f"e{n}")
    with gateway.practice.unit() as uow:
        newest = find(uow, EN.key, None)
        first = find(uow, None, 1)
        assert [t["text"] for t in as_json(newest)["turns"]] == [
            "echo is open",
            "line 1 here",
            "1: line 1 here",
            "done",
            "2: done",
        ]
        assert first.id == 1
        assert find(uow, "term:nobody", None) is None
        assert find(uow, "term:nobody", 1) is None
        assert find(uow, None, 99) is None


async def test_markdown_shows_speakers_and_labels_in_the_language_of_the_session(gateway):
    await gateway.text(EN, "/echo", key="s")
    await gateway.text(EN, "one two", key="t")
    with gateway.practice.unit() as uow:
        session = find(uow, EN.key, None)
        session.turns[1].label, session.turns[1].confidence = "trace", 0.987
        text = as_markdown(session, gateway.catalog)
    assert text.startswith("# Session 1: echo · open, 2026-03-02 09:00 UTC\n")
    assert "**Rep** `trace 0.99`\n\none two\n" in text
