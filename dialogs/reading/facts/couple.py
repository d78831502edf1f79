"""Marital status, and whether a spouse or partner comes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.moods import Mood
from dialogs.reading.facts.persons import Person, is_wife
from dialogs.reading.outcome import Ambiguous, Understood
from dialogs.reading.text import word_set
from scoring.calendar import YEAR
from scoring.rules import rules_on
from scoring.vocabulary import COUPLES, MARITAL_STATUSES

if TYPE_CHECKING:
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message, Span

_STATUSES = {status: pattern(f"(?P<said><couple.{status}>)") for status in MARITAL_STATUSES}
_FROM_A_SPOUSE = pattern("(?P<left>from|de) (?:<people.my> )?<people.spouse>")
_NOT_OF_PEOPLE = word_set(
    "skill child degree band entry subject point parents year day room from by"
)
_MARRIED_TO = pattern("(?P<how><couple.married_to>)(?: (?:a|an|un|une))? <couple.citizen>")
_DIED = pattern("(?:<people.my> )?<people.wed> <couple.died>")
_MARRIED_AGAIN = pattern("remarried|married again|remaries?|remariees?")
_OF_TWO = frozenset({"maries", "remaries"})
"""What is said of both: "elle a un bac, on est mariés"."""
_DENIES = frozenset({"not", "pas", "isnt", "non"})
_UNCLEAR = pattern("<couple.unclear>")
_ALONE = pattern(
    "<couple.alone>|(?:no|without|pas de|pas d|sans|aucun|aucune) <people.spouse>(?= [,.]|$)"
)
_TOGETHER_FOR = pattern(
    "(?:<couple.common_law>|<couple.living_together>"
    "|<couple.living_with>(?: (?:a|an|my|un|une|ma|mon))? <couple.lover>)"
    r"(?: (?:for|since|depuis|about|only|just|environ|seulement|de))*"
    r" (?P<count>\d{1,2}) (?P<unit>years|months)"
)
_CITIZEN = pattern(
    r"(?:is|s|est|has|have|got|holds|a|are|has her|has his)"
    r"(?: (?:a|an|un|une|already|deja|the|la|her|his))*"
    r" <couple.citizen>(?! (?:experience|exp|degree|diploma))"
)
_WIFE = pattern("(?:<people.my> )?(?P<who><people.spouse>)")
_COMING_OR_NOT = {
    "staying": pattern("<couple.staying>"),
    "accompanying": pattern("<couple.coming>"),
}
_COUPLES = tuple(status for status in MARITAL_STATUSES if status in COUPLES)
_TOLD_OR_PLANNED = (Mood.TOLD, Mood.WISHED)


def read_couple(found: Findings) -> None:
    """The marital status in words, or by the mention of a wife or husband."""
    for span in found.message.find(_MARRIED_TO):
        if span.named("how").removesuffix(" avec") in lexicon("couple.unclear"):
            found.add("marital_status", Ambiguous(_COUPLES, "choice_ambiguous"))
        else:
            found.add("marital_status", Understood("married"))
        found.take(span.start, span.end, "spouse_status", Understood("canadian"))
    for span in found.message.find(_DIED):
        found.take(span.start, span.end, "marital_status", Understood("widowed"))
    _alone(found)
    _together(found)
    _status(found)
    for span in found.message.find(_UNCLEAR):
        if span.person is Person.ME and not found.has("marital_status"):
            meant = ("single", *_COUPLES)
            found.take(span.start, span.end, "marital_status", Ambiguous(meant, "choice_ambiguous"))
    _status_of_spouse(found)
    _mentions(found)


def _alone(found: Findings) -> None:
    """Somebody on their own was never married, or no longer is: which, is asked back."""
    for span in found.message.find(_ALONE):
        if span.person is not Person.OTHER and not (found.in_couple or found.has("marital_status")):
            meant = tuple(status for status in MARITAL_STATUSES if status not in COUPLES)
            found.take(span.start, span.end, "marital_status", Ambiguous(meant, "choice_ambiguous"))


def _together(found: Findings) -> None:
    """``common law 8 months``: so short is not yet a common-law partnership."""
    least = rules_on(found.at.today).entries["family"].value("common_law_months")
    for span in found.message.find(_TOGETHER_FOR):
        if span.person is Person.OTHER or found.has("marital_status"):
            continue
        months = int(span.named("count")) * (YEAR if span.named("unit") == "years" else 1)
        short = Ambiguous(("single", "common_law"), "common_law_short")
        reading = Understood("common_law") if months >= least else short
        found.take(span.start, span.end, "marital_status", reading)


def _status(found: Findings) -> None:
    said: list[str] = []
    message = found.message
    doubt = found.asked_back.get("marital_status")
    if doubt is not None and doubt.reason == "common_law_short":
        return
    for status, pattern_ in _STATUSES.items():
        for span in message.find(pattern_):
            before = message.words[max(0, span.start - 3) : span.start]
            denied = any(
                " ".join(before[-size:]) in lexicon("couple.no_status") for size in (1, 2, 3)
            )
            after = message.words[span.end : span.end + 1]
            denied = denied or bool(_DENIES.intersection(before[-1:]))
            denied = denied or (span.named("said") == "engaged" and after in (["in"], ["with"]))
            shared = status == "common_law" or span.named("said") in _OF_TWO
            told_of = span.person is Person.ME or (
                span.person is Person.SPOUSE
                and shared
                and not phrase_at(message.words, span.start, "people.spouse")
            )
            left = _FROM_A_SPOUSE.match(message.said, message.place(span.end)) is not None
            if not told_of or denied or (_NOT_OF_PEOPLE.intersection(after) and not left):
                continue
            if _is_a_name(message, span):
                continue
            message.take(span.start, span.end)
            said.append(status)
    distinct = tuple(dict.fromkeys(said))
    if set(distinct) == {"married", "separated"}:
        distinct = ("separated",)
    if "married" in distinct and _MARRIED_AGAIN.search(message.said):
        distinct = ("married",)
    for span in message.find(_UNCLEAR) if distinct == ("single",) else ():
        message.take(span.start, span.end)
        distinct = ("single", "common_law")
    if len(distinct) > 1:
        found.add("marital_status", Ambiguous(distinct, "choice_ambiguous"))
    elif distinct:
        found.add("marital_status", Understood(distinct[0]))


def _is_a_name(message: Message, span: Span) -> bool:
    """``Marie``, with a capital and no accent, where a name stands or beside another status."""
    typed = message.typed(span.start, span.end)
    if not typed.startswith("Marie"):
        return False
    others = (
        each
        for status, pattern_ in _STATUSES.items()
        if status != "married"
        for each in message.find(pattern_)
    )
    return message.passed_over(span.start) or "-" in typed or any(others)


def _status_of_spouse(found: Findings) -> None:
    """Coming along, staying, or Canadian already; staying is looked for first, for it denies."""
    message = found.message
    for status, pattern_ in _COMING_OR_NOT.items():
        for span in message.find(pattern_, _TOLD_OR_PLANNED):
            origin = message.words[span.end : span.end + 1] in (["from"], ["de"], ["du"])
            if span.person is Person.SPOUSE and not origin and not _is_open(message, span.end):
                found.take(span.start, span.end, "spouse_status", Understood(status))
    for span in message.find(_CITIZEN):
        if span.person is Person.SPOUSE:
            found.take(span.start, span.end, "spouse_status", Understood("canadian"))


def _is_open(message: Message, end: int) -> bool:
    """``accompanying or not``: it is not said which."""
    return tuple(message.words[end : end + 2]) in {("or", "not"), ("ou", "non"), ("ou", "pas")}


def _mentions(found: Findings) -> None:
    """A wife or husband is a marriage; a partner is one of two things.

    "Conjoint de fait" without "my" is not only a mention: it says what somebody is.
    """
    message = found.message
    wed, unwed, partnered, status = False, False, False, False
    for span in message.find(_WIFE, _TOLD_OR_PLANNED):
        before = message.words[max(0, span.start - 3) : span.start]
        if any(" ".join(before[-size:]) in lexicon("couple.gone") for size in (1, 2, 3)):
            continue
        if span.person is not Person.SPOUSE:
            continue
        if message.words[span.end - 1] == "femme" and not is_wife(message.words, span.end - 1):
            continue
        message.take(span.start, span.end)
        who = span.named("who")
        wed = wed or who in lexicon("people.wed")
        unwed = unwed or who in lexicon("people.unwed")
        alone = message.words[span.start : span.end] == who.split()
        status = status or (alone and who in lexicon("people.unwed"))
        partnered = True
    told = found.answers.get("marital_status")
    if not partnered or found.in_couple or told not in (None, "single"):
        return
    if told == "single":
        found.add("marital_status", Ambiguous(_COUPLES, "choice_ambiguous"))
        return
    found.mentioned = not status
    if wed or unwed:
        found.add("marital_status", Understood("married" if wed else "common_law"))
    else:
        found.add("marital_status", Ambiguous(_COUPLES, "choice_ambiguous"))
