"""The conversation: questions, reading of text, and the pure state machine over stored answers."""
