"""The kinds of messages that Telegram knows beside text: those people send, and its own remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.telegram.events import Json

SENT = (
    "photo",
    "live_photo",
    "paid_media",
    "voice",
    "video_note",
    "sticker",
    "animation",
    "video",
    "audio",
    "document",
    "story",
    "contact",
    "users_shared",
    "chat_shared",
    "passport_data",
    "web_app_data",
    "venue",
    "location",
    "poll",
    "checklist",
    "dice",
    "game",
    "gift",
    "unique_gift",
    "giveaway",
    "giveaway_winners",
    "invoice",
    "successful_payment",
)
"""What somebody may send or forward. Of two kinds the first is meant: an animation is a document,
too, and a venue a location."""

REMARKS = (
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_owner_changed",
    "chat_owner_left",
    "checklist_tasks_added",
    "checklist_tasks_done",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "gift_upgrade_sent",
    "giveaway_completed",
    "giveaway_created",
    "group_chat_created",
    "left_chat_member",
    "managed_bot_created",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "pinned_message",
    "poll_option_added",
    "poll_option_deleted",
    "proximity_alert_triggered",
    "refunded_payment",
    "suggested_post_approval_failed",
    "suggested_post_approved",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "supergroup_chat_created",
    "video_chat_ended",
    "video_chat_participants_invited",
    "video_chat_scheduled",
    "video_chat_started",
    "write_access_allowed",
)
"""What Telegram says of something that was done: no words to answer."""

UNKNOWN = "unknown"
"""The message has nothing in it but what is newer than this release."""

_REWRITTEN = (
    "text",
    "caption",
    "photo",
    "live_photo",
    "animation",
    "video",
    "audio",
    "document",
)
"""What is edited by hand. A place that is shared live, a poll or a game changes by itself."""


def kind_of(message: Json) -> str | None:
    """Which kind a message without text is; None for a remark of Telegram's."""
    sent = next((kind for kind in SENT if kind in message), None)
    return UNKNOWN if sent is None and message.keys().isdisjoint(REMARKS) else sent


def is_rewritten(message: Json) -> bool:
    """Whether an edited message is one that somebody changed."""
    return not message.keys().isdisjoint(_REWRITTEN)
