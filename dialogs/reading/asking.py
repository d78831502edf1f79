"""Whether a message asks something, rather than answering."""

from __future__ import annotations

import re

from dialogs.reading.abbreviations import written_out
from dialogs.reading.text import word_set

_FIRST = word_set(
    """what whats how hows why when where wheres which who whom whose is are am was were do does did
    can could should would will must has have tell explain
    quoi que qu quel quelle quels quelles comment pourquoi quand combien qui est suis sont dois
    faut peut peux puis pourquoi pourrais explique expliquez dites"""
)
_OPENING = re.compile(r"(?:and|so|but|also|ok|hi|hello|et|mais|alors|donc|bonjour|salut|dis) ")
_LONGER = re.compile(
    r"(?:c est (?:quoi|qui|combien|quand)|(?:t es|tu es|vous etes) qui|est ce"
    r"|y a t il|a quoi|de quoi|d ou|ou (?:est|se|puis|trouver|en|faire|sont)"
    r"|may (?:i|we|my|our|one|somebody|someone|a|an|the|he|she|they|you|it|this|that)"
    r"|en quoi|a quelle|dans quel|pour quoi|i (?:want|wanna|need|would like) to know"
    r"|je (?:veux|voudrais|voulais|aimerais) (?:savoir|comprendre)) "
)


_INSIDE = re.compile(
    r" (?:est ce qu|faut il|puis je|dois je|peut on|y a t il|ai je|suis je|ca compte|ca vaut"
    r"|how (?:many|much|long)|is it|does it|do i|can i|should i|am i|is there|will it|which one"
    r"|combien|a quoi|quel|quelle|quels|quelles|on peut|je peux) "
)
"""What asks wherever it stands: "I am a nurse, does it count"."""
_ELLIPTIC = re.compile(r"(?:did not|has (?:a|an|no|not)|have (?:a|an|no|not)|am (?!i |n )\w+) ")
"""What somebody says without the subject: "has a PR card", "am a nurse"."""
_SCORE = re.compile(
    r" (?:what|whats|tell|check|give|calculate|quel|quelle|calculer|combien|how) .*"
    r"(?:crs|score|scg|note) "
)

_POINTS = re.compile(r" (?:how many|combien de) points ")


def asks(text: str) -> bool:
    """Whether it begins as a question does, ends with its mark, or has words that only ask."""
    if text.rstrip(' .!"»)').endswith("?"):
        return True
    said = written_out(text) + " "
    opening = _OPENING.match(said)
    said = said[opening.end() :] if opening else said
    if said.endswith(" quoi "):
        return True
    if _ELLIPTIC.match(said):
        return False
    begins = said.partition(" ")[0] in _FIRST or _LONGER.match(said) is not None
    return begins or _INSIDE.search(f" {said}") is not None


def asks_for_score(text: str) -> bool:
    """Whether a score is asked for."""
    return _SCORE.search(f" {written_out(text)} ") is not None


def asks_for_points(text: str) -> bool:
    """Whether it is asked how many points something gives, or facts give together."""
    return _POINTS.search(f" {written_out(text)} ") is not None
