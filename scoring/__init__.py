"""The law of Express Entry as pure functions of a profile and dated rules."""
