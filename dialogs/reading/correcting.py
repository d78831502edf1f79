"""Words with which somebody takes back what was said: "no wait, actually …", "non, pardon, …".

They stand before the words that count, and say nothing themselves; between two numbers they put
the second in the place of the first.
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

_UNIT = r"(?: ?(?:years?(?: old)?|yrs?(?: old)?|yo|ans?|months?|mois)\b)"
_NUMBER = r"(?<![\d.,])\d{1,7}(?:\.\d{1,2})?(?![\d.]\d)"
_APART = r"[\s,.;:!…(-]{1,4}"
_CORRECTED_NUMBER = re.compile(
    rf"{_NUMBER}(?P<unit>{_UNIT})?"
    rf"(?P<of>(?: [^\W\d_'’]{{1,20}}(?:['’][^\W\d_]{{1,20}})?){{0,3}}?){_APART}"
    rf"(?:(?:no|nope|non|or|ou|mais|euh)\b{_APART})?"
    r"(?:sorry|oops|i mean(?:t)?|my bad|my mistake|correction|scratch that|wait|attends|attendez"
    r"|pardon|d[ée]sol[ée]e?|oups|je veux dire|je voulais dire|plut[ôo]t|rectification)\b"
    rf"{_APART}(?:(?:no|non|i mean|i meant|i am|i['’]?m|it['’]?s|j['’]ai|c['’]est|plut[ôo]t)\b"
    rf"{_APART}){{0,2}}(?P<second>{_NUMBER})(?P<own>{_UNIT})?"
    r"(?P<goes_on> (?!(?:and|et|mais|but|or|ou)\b)[^\W\d_])?",
    re.IGNORECASE,
)
"""``36 ans, non pardon 37``: what the first number counts holds for the second, too."""


def restated(text: str) -> str:
    """The text with a number that is corrected right away as it was meant.

    >>> restated("j'ai 36 ans non pardon 37, célibataire")
    "j'ai 37 ans, célibataire"
    >>> restated("IELTS 7 7 6 7, sorry 7 7 6.5 7")
    'IELTS 7 7 6 7, sorry 7 7 6.5 7'
    """
    kept, end = [], 0
    for found in _CORRECTED_NUMBER.finditer(text):
        unit, own = found["unit"] or "", found["own"] or ""
        before, after = text[: found.start()].rstrip(" ,;/"), text[found.end() :].lstrip(" /")
        if before[-1:].isdecimal() or after[:1].isdecimal() or (own and not unit):
            continue
        counted = "" if found["goes_on"] else found["of"]
        kept += [text[end : found.start()], found["second"], own or unit, counted]
        end = found.end("own") if own else found.end("second")
    return "".join((*kept, text[end:]))


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
