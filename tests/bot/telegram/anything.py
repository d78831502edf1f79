"""Updates of every kind that Telegram sends, made up: sound, odd, forged and replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.intents import COMMANDS
from tests.e2e.test_telegram import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.e2e.telegram import Telegram

Object = dict[str, Any]

SIGNED = "by number "
"""Before the number of the person who wants something sent to everybody."""

_FILE = {"file_id": "f", "file_unique_id": "u"}
_SIZED = {**_FILE, "width": 9, "height": 9}
_PLACE = {"latitude": 45.4, "longitude": -75.7}
_POLL = {
    "id": "1",
    "question": "Oui ?",
    "options": [{"text": "Non", "voter_count": 1, "persistent_id": "0"}],
    "total_voter_count": 1,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
_SOMEBODY = {"id": 9, "is_bot": False, "first_name": "Ann <b> {{ x }} \u202e\u200b"}
CONTENTS: tuple[Object, ...] = (
    {"photo": [_SIZED], "caption": "<b>mine"},
    {"voice": {**_FILE, "duration": 1}},
    {"video_note": {**_FILE, "length": 1, "duration": 1}},
    {"sticker": {**_SIZED, "is_animated": False, "is_video": False, "type": "regular"}},
    {"animation": {**_SIZED, "duration": 1}, "document": _FILE},
    {"video": {**_SIZED, "duration": 1}},
    {"audio": {**_FILE, "duration": 1}},
    {"document": {**_FILE, "file_name": "../../passport.pdf"}},
    {"contact": {"phone_number": "+1", "first_name": "Zoë"}},
    {"venue": {"location": _PLACE, "title": "t", "address": "a"}, "location": _PLACE},
    {"location": _PLACE},
    {"poll": _POLL},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"new_chat_members": [_SOMEBODY]},
    {"left_chat_member": _SOMEBODY},
    {"new_chat_title": "{{ 7 * 7 }}"},
    {"delete_chat_photo": True},
    {"group_chat_created": True},
    {"migrate_to_chat_id": -1001},
    {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    {"web_app_data": {"data": "{}", "button_text": "x"}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}},
    {"boost_added": {"boost_count": 1}},
    {"write_access_allowed": {}},
    {"story": {"chat": {"id": 9, "type": "private"}, "id": 1}},
    {"paid_media": {"star_count": 1, "paid_media": [{"type": "preview"}]}},
    {"users_shared": {"request_id": 1, "users": [{"user_id": 9}]}},
    {"chat_shared": {"request_id": 1, "chat_id": -100}},
    {"game": {"title": "t", "description": "d", "photo": [_SIZED]}},
    {"checklist": {"title": "t", "tasks": [{"id": 1, "text": "IELTS"}]}},
    {"giveaway": {"chats": [], "winners_selection_date": 1, "winner_count": 1}},
    {
        "invoice": {"title": "t", "description": "d", "start_parameter": "s"}
        | {"currency": "CAD", "total_amount": 1}
    },
    {"hologram": {"file_id": "of next year"}},
    {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    {
        "text": "said by another",
        "forward_origin": {"type": "hidden_user", "sender_user_name": "x", "date": 1},
    },
    {},
)
_OPERATORS_WORDS = (
    "/stats",
    "/stats now",
    "/broadcast",
    "/broadcast The <b>rules</b> & {{ x }} changed",
    f"/broadcast {'x' * 4000}",
    "/broadcast_stop",
)
"""Half of the time what operators say; the others say it, too."""
_WORDS = (
    *(f"/{name}" for name in COMMANDS if name not in ("report", "timeline")),
    *ANSWERS.values(),
    "/improve 500",
    "/improve cec",
    "/start deep-link",
    "/score@another_bot",
    *_OPERATORS_WORDS,
    "what if I get CLB 10",
    "et si j'avais NCLC 9 ?",
    "I am 31, married, with a master's and 3 years of work as a cook",
    "que vaut la désignation ?",
    "<b>bold</b> & <script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {0} %s ${x}",
    "\u202eabc\u202c \u200b\u200d\ufeff",
    "99999999999999999999 months",
    "31/02/2020",
    "٣ سنوات",
    "x" * 4096,
    "é🙂" * 1300,
    "\ud7ff",
    "\n\n\t",
    "0",
    "-1",
)
_FORGED = (
    "a:marital_status:single",
    "a:marital_status:single:999999",
    "a:education:nonsense:1",
    "a:::::",
    "why:",
    "confirm:delete:zz",
    "confirm:restart",
    "facts:confirm",
    "suppose:keep",
    "lang:xx",
    "guide:../../etc/passwd",
    "cmd:delete",
    "alerts:on",
    "alerts:news_off",
    "tell:invited:on",
    "tell:rules:maybe",
    "aim:french",
    "broadcast:send:1",
    "broadcast:stop:-1",
    "broadcast:drop:",
    "broadcast",
    "x" * 64,
    "é" * 32,
    "\x00",
)


class Anything:
    """Makes updates up, from what the dice say and what chats show."""

    def __init__(self, dice: Random, world: Telegram, people: int) -> None:
        self._dice = dice
        self._world = world
        self._people = [7_000_000 + number for number in range(people)]
        self.operators = self._people[:2]
        self._number = 0
        self._kinds: tuple[tuple[int, Callable[[], Object]], ...] = (
            (30, self._said),
            (30, self._pressed),
            (10, self._sent),
            (5, self._elsewhere),
            (25, self._other),
        )

    def update(self) -> Object:
        """The next one."""
        self._number += 1
        weights = [weight for weight, _ in self._kinds]
        ((_, make),) = self._dice.choices(self._kinds, weights)
        return {"update_id": self._number, **make()}

    def _one_of(self, choices: Any) -> Any:
        return self._dice.choice(choices)

    def _user(self, number: int) -> Object:
        language = self._one_of(["en", "fr", "fr-CA", "zh-hans", "", None])
        named = {**_SOMEBODY, "id": number}
        return named if language is None else {**named, "language_code": language}

    def _message(self, content: Object, kind: str = "private") -> Object:
        person = self._one_of(self._people)
        chat = {"id": person if kind == "private" else -person, "type": kind}
        written = {"message_id": self._number, "date": 1_790_000_000, "chat": chat, **content}
        if kind != "channel":
            written["from"] = self._user(person)
        return written

    def _text(self) -> str:
        words: str = self._one_of(_WORDS)
        if self._dice.random() < 0.2:
            place = self._dice.randrange(len(words))
            words = words[:place] + chr(self._dice.randrange(32, 0xD000)) + words[place:]
        return words[:4096]

    def _said(self) -> Object:
        message = self._message({"text": self._text()})
        person = message["chat"]["id"]
        if person in self.operators and self._dice.random() < 0.5:
            message["text"] = self._one_of(_OPERATORS_WORDS)
        if message["text"].startswith("/broadcast "):
            message["text"] += f" {SIGNED}{person}"
        return {"message": message}

    def _sent(self) -> Object:
        return {"message": self._message(self._one_of(CONTENTS))}

    def _elsewhere(self) -> Object:
        content = self._one_of([*CONTENTS, {"text": self._text()}])
        return {"message": self._message(content, self._one_of(["group", "supergroup"]))}

    def _pressed(self) -> Object:
        person = self._one_of(self._people)
        whose = person if self._dice.random() < 0.9 else self._one_of(self._people)
        shown = self._world.chats.get(whose, [])
        recent = [(m.number, data) for m in shown[-3:] for _, data in m.buttons]
        number, data = self._one_of(recent or [(1, "a:x:y")])
        if self._dice.random() < 0.15:
            data = self._one_of(_FORGED)
        message = self._message({"text": "…"})
        message.update(message_id=number, chat={"id": person, "type": "private"})
        query: Object = {"id": str(self._number), "from": self._user(person), "chat_instance": "1"}
        forms = self._dice.random()
        if forms < 0.02:
            return {"callback_query": {**query, "inline_message_id": "i", "data": data}}
        if forms < 0.04:
            return {"callback_query": {**query, "message": message, "game_short_name": "g"}}
        if forms < 0.06:
            message = {"message_id": number, "date": 0, "chat": message["chat"]}
        return {"callback_query": {**query, "message": message, "data": data}}

    def _other(self) -> Object:
        user = self._user(self._one_of(self._people))
        chat = {"id": user["id"], "type": "private"}
        member = {"user": user, "status": "member"}
        change = {
            "chat": chat,
            "from": user,
            "date": 1,
            "old_chat_member": member,
            "new_chat_member": {"user": user, "status": "kicked", "until_date": 0},
        }
        query = {"id": "1", "from": user}
        text = {"text": self._text()}
        return dict(
            [
                self._one_of(
                    [
                        ("edited_message", {**self._message(text), "edit_date": 2}),
                        (
                            "edited_message",
                            {**self._message(self._one_of(CONTENTS)), "edit_date": 2},
                        ),
                        ("channel_post", self._message(text, "channel")),
                        ("edited_channel_post", {**self._message(text, "channel"), "edit_date": 2}),
                        ("business_message", self._message(text)),
                        ("inline_query", {**query, "query": "x", "offset": ""}),
                        ("chosen_inline_result", {"result_id": "1", "from": user, "query": "x"}),
                        ("poll", _POLL),
                        (
                            "poll_answer",
                            {
                                "poll_id": "1",
                                "user": user,
                                "option_ids": [0],
                                "option_persistent_ids": ["0"],
                            },
                        ),
                        ("my_chat_member", change),
                        ("chat_member", change),
                        (
                            "chat_join_request",
                            {"chat": chat, "from": user, "user_chat_id": 1, "date": 1},
                        ),
                        (
                            "message_reaction",
                            {
                                "chat": chat,
                                "message_id": 1,
                                "user": user,
                                "date": 1,
                                "old_reaction": [],
                                "new_reaction": [{"type": "emoji", "emoji": "👍"}],
                            },
                        ),
                        (
                            "pre_checkout_query",
                            {**query, "currency": "CAD", "total_amount": 1, "invoice_payload": "x"},
                        ),
                        ("something_of_next_year", {"deep": [1, {"x": None}]}),
                    ]
                )
            ]
        )
