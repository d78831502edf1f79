"""Where conversations and unsent replies are kept."""

from bot.storage.protocol import Decide, Decision, Delivery, Handled, Storage

__all__ = ["Decide", "Decision", "Delivery", "Handled", "Storage"]
