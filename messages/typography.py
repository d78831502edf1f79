"""Typesetting of the words in the files, which are written with a plain keyboard.

Translators type ordinary spaces and straight apostrophes; here they become what print wants: a
curly apostrophe, and in French a no-break space before the tall signs and inside the quotation
marks. Only the words of the house go through it, never what a person typed.
"""

from __future__ import annotations

import re

from jinja2.ext import Extension

from dialogs.conversation import LANGUAGES, Language

NO_BREAK = "\N{NO-BREAK SPACE}"

_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w{<« ])")
_BEFORE_TALL_SIGN = re.compile(r"(?<=\S) +(?=[:;?!»$])|(?<=[\w}]) +(?=%(?!}))")
_AFTER_OPENING_QUOTE = re.compile(r"« *(?=\S)")


def set_type(text: str, language: Language) -> str:
    """The same text with the apostrophes and the no-break spaces of its language."""
    text = _APOSTROPHE.sub("’", text)
    if language == "fr":
        text = _BEFORE_TALL_SIGN.sub(NO_BREAK, text)
        text = _AFTER_OPENING_QUOTE.sub("«" + NO_BREAK, text)
    return text


class Typography(Extension):
    """Typesets each template as it is read; its language is the folder it stands in."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source as it is compiled."""
        del filename
        for language in LANGUAGES:
            if name is not None and name.startswith(f"{language}/"):
                return set_type(source, language)
        return source
