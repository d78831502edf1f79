"""The conversation in a terminal: for people, and as JSON Lines for programs."""
