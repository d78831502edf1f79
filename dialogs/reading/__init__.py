"""Readers of everyday text: each turns what a person typed into a value, or says what was wrong."""
