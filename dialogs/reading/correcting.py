"""Words with which somebody takes back what was said: "no wait, actually …", "non, pardon, …".

They stand before the words that count, and say nothing themselves.
"""

from __future__ import annotations

import re

from dialogs.reading.text import LONGEST

_LONGEST_RUN = 5
_DENIAL = r"(?:no+|nope|nah|non)"
_CORRECTION = (
    r"(?:actually|sorry|i am sorry|i['’]?m sorry|oops|ooops|hold on|i mean|i meant(?: to say)?"
    r"|i said|i told you"
    r"|forget that|scratch that|oublie[rz]? [çc]a(?=\s*[,:.])"
    r"|i wanted to say|my bad|my mistake|in fact|apologies|pardon me"
    r"|wait(?=\W*[,.;:!…]|\W+(?:no|non|i|im|my|it|its|sorry|actually|that)\b|\W+\d)"
    r"|en fait|pardon|d[ée]sol[ée]e?|je suis d[ée]sol[ée]e?|excusez[ -]moi|excuse[ -]moi|oups"
    r"|attends|attendez|je voulais dire|je veux dire|j['’]ai dit|je vous ai dit|erreur de ma part"
    r"|au temps pour moi|autant pour moi|(?:correction|rectification)(?=\s*[,:]))"
)
_MARKS = r"[\s,.;:!…-]+"
_TAKEN_BACK = re.compile(
    r"\b(?:sorry|oops|ooops|wait|mean|meant|said|told you"
    r"|correction|my bad|my mistake|hold on|pardon|oups"
    r"|d[ée]sol[ée]e?|voulais dire|veux dire|ai dit"
    r"|erreur de ma part|rectification|attends|attendez"
    r"|autant pour moi|au temps pour moi)\b",
    re.IGNORECASE,
)
"""What takes something back; "actually" may as well begin a new thought."""
_OPENING = re.compile(
    rf"\W{{0,3}}(?:{_DENIAL}{_MARKS})?{_CORRECTION}\b(?:{_MARKS}|$)", re.IGNORECASE
)
_DENIED_NUMBER = re.compile(rf"{_DENIAL}{_MARKS}(?=\d)", re.IGNORECASE)
"""What is left of "wait no 28": the no is of the number before."""


def corrected(text: str) -> str:
    """The text without the words that only say that something is corrected.

    >>> corrected("No wait, sorry: I am 32")
    'I am 32'
    >>> corrected("no, sorry")
    'no, sorry'
    >>> corrected("wait times for PR")
    'wait times for PR'
    """
    if len(text) > LONGEST:
        return text
    rest = text
    for _ in range(_LONGEST_RUN):
        opening = _OPENING.match(rest)
        if opening is None or not any(map(str.isalnum, rest[opening.end() :])):
            break
        rest = rest[opening.end() :]
    return rest if rest is text else _DENIED_NUMBER.sub("", rest)


def takes_back(text: str) -> bool:
    """Whether the words before those that count take back what was just said."""
    opening = text.removesuffix(corrected(text))
    return _TAKEN_BACK.search(opening) is not None
