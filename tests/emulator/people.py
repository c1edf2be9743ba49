"""What people do in Telegram, as the updates that a bot gets of it."""

import time

PRIVATE, GROUP = "private", "supergroup"


def user(number, language="en"):
    """Return a Telegram account."""
    return {"id": number, "is_bot": False, "first_name": f"Rep {number}", "language_code": language}


def chat(number, kind=PRIVATE):
    """Return a chat; a private one has the number of its person."""
    return {"id": number, "type": kind, **({"title": "Team"} if kind == GROUP else {"first_name": f"Rep {number}"})}


def message(message_id, sender, place, **fields):
    """Return a message with `fields` (text, sticker, photo, …)."""
    text = fields.get("text", "")
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        fields["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"message_id": message_id, "from": sender, "chat": place, "date": int(time.time()), **fields}


FILE = {"file_id": "f", "file_unique_id": "u"}
SAMPLES = {
    "sticker": {
        "sticker": {**FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}
    },
    "photo": {"photo": [{**FILE, "width": 90, "height": 90}]},
    "voice": {"voice": {**FILE, "duration": 3}},
    "audio": {"audio": {**FILE, "duration": 3}},
    "video": {"video": {**FILE, "width": 9, "height": 9, "duration": 3}},
    "video_note": {"video_note": {**FILE, "length": 9, "duration": 3}},
    "animation": {
        "animation": {**FILE, "width": 9, "height": 9, "duration": 3},
        "document": {**FILE, "file_name": "a.mp4"},
    },
    "document": {"document": {**FILE, "file_name": "plan.pdf"}},
    "location": {"location": {"latitude": 31.2, "longitude": 121.5}},
    "contact": {"contact": {"phone_number": "1", "first_name": "Li"}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
}
"""Messages that are no text, by kind."""
