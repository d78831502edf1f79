"""A Bot API on loopback that costs as little as possible, and people who answer at once."""
