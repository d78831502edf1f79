"""Education told in passing: the level, and where it was earned."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.reading.choice_words import in_common
from dialogs.reading.choices import read_choice
from dialogs.reading.credentials import FROM_AFAR, SHORT_OF_MASTER
from dialogs.reading.facts.credentials import Credential, credentials_in
from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.near import denied_from, whose
from dialogs.reading.facts.places import place_at
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set
from scoring.vocabulary import EDUCATIONS, studies_within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.persons import Person

_NONE_IN_CANADA = pattern(
    "<denials.no>(?: <denials.between>)* (?:canadian|canadien|canadienne|canadiens|canadiennes)"
    " <studies.any>"
    "|<denials.no>(?: <denials.between>)* <studies.any>(?: <studies.at_all>)*"
    " (?:(?:in|from|of|du|au) canada|canadien|canadienne|canadiens|canadiennes)"
)
_OR = "(?:or|nor|and|ou|ni|et)"
_SMALL = "(?: (?:<denials.between>|<denials.no>)){0,6}"
_WORKED = "(?:<work.worked>|<work.experience>)(?: <work.experience>)?"
_BOTH = f"(?:{_WORKED} {_OR}{_SMALL} <studies.any>|<studies.any> {_OR}{_SMALL} {_WORKED})"
_NEITHER_IN_CANADA = pattern(
    f"<denials.no>{_SMALL} {_BOTH} (?:in|au) canada|<denials.no> (?:canadian|canadiennes) {_BOTH}"
)
_RANK: Mapping[str, int] = {level: rank for rank, level in enumerate(EDUCATIONS)}
_GRADUATE = frozenset({"master", "professional", "doctoral"})
_AT_LEAST_A_DEGREE = frozenset({"bachelor", "two_or_more", *_GRADUATE})
"""Beside one of these, a French "bac" is the school's that came before it."""
_JOINERS = word_set("and plus et also aussi then puis +")
_LENGTH = re.compile(r"\b[1-9] years\b")
"""How long the studies of a credential were, whatever else it is called."""
_PLAINLY = {"bachelor": "bachelor", "master": "master", "doctoral": "phd"}
"""Levels that have a word which tells how long they take."""
_REACH = 9
_ALSO = word_set("also too another aussi autre egalement second deuxieme")
_UNFINISHED_BEFORE, _UNFINISHED_AFTER = 4, 3
_AFTER = word_set("after apres")
_AS = word_set("as to a an only just comme un une que seulement is of")
_ASSESSORS = word_set("wes eca iqas icas ces ices evaluation assessment report ede")


def read_studies(found: Findings) -> None:
    """Every finished credential of the person and of the spouse; the highest counts."""
    message = found.message
    _denied(found)
    told: dict[Person, list[Credential]] = {}
    for credential in credentials_in(message):
        if _unfinished(message, credential) or _lacked(message, credential):
            continue
        if _came_before(message, credential):
            continue
        for person in whose(message, credential.start, credential.end):
            if question_of("education", person):
                told.setdefault(person, []).append(credential)
    for person, all_ in told.items():
        question = question_of("education", person)
        if question is None:
            continue
        for credential in all_:
            message.take(credential.start, credential.end)
            found.studies.append(credential.end)
        counted = [one for one in all_ if _as_assessed(message, one)] or all_
        for credential in counted:
            _where(found, person, credential)
        told_level = _highest(message, _with_standing(found, question, counted))
        if not _known_higher(found, question, person):
            found.add(question, _beside_study(found, person, told_level))


def _denied(found: Findings) -> None:
    """No studies in Canada, or neither studies nor work there."""
    message = found.message
    for span in message.find(_NEITHER_IN_CANADA):
        for name, none in (("canadian_study", "none"), ("canadian_experience", "0")):
            question = question_of(name, span.person)
            if question is not None:
                found.take(span.start, span.end, question, Understood(none))
    for span in message.find(_NONE_IN_CANADA):
        study = question_of("canadian_study", span.person)
        if study is not None:
            found.take(span.start, span.end, study, Understood("none"))


def _with_standing(
    found: Findings, question: str, told: Sequence[Credential]
) -> Sequence[Credential]:
    """``I also have a bachelor's``: beside the credential that stands already."""
    standing = found.at.choice(question)
    first = told[0]
    begin, stop = found.message.clause(first.start)
    also = _ALSO.intersection(found.message.words[begin:stop])
    if not also or standing not in EDUCATIONS or standing == "none":
        return told
    return (Credential(first.start, first.start, (standing,)), *told)


def _known_higher(found: Findings, question: str, person: Person) -> bool:
    """Whether it is asked what of a known education was in Canada: a credential tells that."""
    asked = found.question is not None and found.question == question_of("canadian_study", person)
    return asked and found.at.choice(question) is not None


def _unfinished(message: Message, credential: Credential) -> bool:
    """Whether words around say that the studies are not done."""
    if message.supposed:
        return False
    begin, stop = message.clause(credential.start)
    first = max(begin, credential.start - _UNFINISHED_BEFORE)
    last = min(stop, credential.end + _UNFINISHED_AFTER)
    places = (*range(first, credential.start), *range(credential.end, last))
    if any(phrase_at(message.words, at, "studies.unfinished") for at in places):
        return True
    return _will_finish(message, begin - 2) or _will_finish(message, stop + 1)


def _will_finish(message: Message, beside: int) -> bool:
    """``will finish in May 2027, master at UBC``: a clause of its own beside the credential."""
    if not 0 <= beside < len(message.words):
        return False
    begin, stop = message.clause(beside)
    said = any(phrase_at(message.words, at, "studies.will_finish") for at in range(begin, stop))
    return said and not any(
        begin <= one.start < stop for one in credentials_in(message, taken=True)
    )


def _came_before(message: Message, credential: Credential) -> bool:
    """``diploma after 10th``: the school that came before is not the highest."""
    school = set(credential.levels) <= {"none", "secondary"}
    return school and bool(
        _AFTER.intersection(message.words[max(0, credential.start - 2) : credential.start])
    )


def _as_assessed(message: Message, credential: Credential) -> bool:
    """``WES evaluated my master as bachelor``: the level that the assessment gives counts."""
    begin, _ = message.clause(credential.start)
    at = credential.start - 1
    while at >= begin and message.words[at] in _AS:
        at -= 1
    told = phrase_at(message.words, at, "studies.assessed") if at >= begin else 0
    before = message.words[begin : credential.start]
    if told and (at < credential.start - 1 or _ASSESSORS.intersection(before)):
        return True
    compared = credential.start - 1 >= begin and before[-1] in {"as", "comme"}
    return compared and any(
        phrase_at(message.words, each, "studies.assessed")
        for each in range(begin, credential.start)
    )


def _lacked(message: Message, credential: Credential) -> bool:
    """Whether a credential is denied ("I don't have a master's"); its words are understood then."""
    denial = denied_from(message, credential.start)
    if denial is None or credential.levels == ("none",):
        return False
    message.take(denial, credential.end)
    return True


def _highest(message: Message, told: Sequence[Credential]) -> Reading[Answer]:
    """The level of several credentials: the highest, or two that add up."""
    parts = [each.levels for each in told]
    sure = [part[0] for part in parts if len(part) == 1]
    graduate = [level for level in sure if level in _GRADUATE]
    if graduate:
        return Understood(max(graduate, key=_RANK.__getitem__))
    beyond = bool(_AT_LEAST_A_DEGREE.intersection(sure))
    school = {part for part in parts if part[0] in ("secondary", "none")}
    school = {part for part in school if len(part) == 1 or beyond}
    higher = [part for part in parts if part not in school] or parts
    parts = higher
    shorter = all(SHORT_OF_MASTER.issuperset(part) for part in higher)
    several = len(set(higher)) > 1 or (len(higher) > 1 and _joined(message, told))
    if several and shorter and ("bachelor",) in higher:
        return Understood("two_or_more")
    meant = in_common(higher)
    if len(sure) == len(parts):
        meant = (max(sure, key=_RANK.__getitem__),)
    meant = tuple(sorted(meant, key=_RANK.__getitem__))
    return Understood(meant[0]) if len(meant) == 1 else Ambiguous(meant, "choice_ambiguous")


def _joined(message: Message, told: Sequence[Credential]) -> bool:
    """Whether a word such as "and" stands between credentials of one level."""
    between = message.words[told[0].end : told[-1].start]
    return bool(_JOINERS.intersection(between))


def _beside_study(found: Findings, person: Person, level: Reading[Answer]) -> Reading[Answer]:
    """The levels that a study in Canada goes with: a "bac" of Montréal is no French school's."""
    study = found.answers.get(question_of("canadian_study", person) or "")
    if not isinstance(level, Ambiguous) or not isinstance(study, str):
        return level
    fitting = tuple(each for each in level.options if study in _studies_within(str(each)))
    if not fitting:
        return level
    return Understood(fitting[0]) if len(fitting) == 1 else replace(level, options=fitting)


def _where(found: Findings, person: Person, credential: Credential) -> None:
    """The place after a credential (or an adjective before it): studies in Canada, or elsewhere."""
    message = found.message
    place = (
        _place_before(message, credential)
        or _place_inside(message, credential)
        or _place_after(message, credential)
    )
    if place is None:
        return
    in_canada, start, end = place
    begin, stop = message.clause(credential.start)
    if FROM_AFAR.intersection(message.words[begin:stop]):
        return
    message.take(start, end)
    question = question_of("canadian_study", person)
    if not in_canada or question is None:
        return
    words = " ".join(message.words[credential.start : credential.end])
    levels = {study for level in credential.levels for study in _studies_within(level)}
    offered = [study for study in studies_within("doctoral") if study in levels]
    reading = read_choice(words, question, offered, found.message.language)
    length = _LENGTH.search(words)
    if isinstance(reading, Unreadable) and length is not None:
        reading = read_choice(length[0], question, offered, found.message.language)
    if isinstance(reading, Unreadable) and len(credential.levels) == 1:
        reading = read_choice(_PLAINLY.get(credential.levels[0], ""), question, offered, "en")
    if isinstance(reading, Understood):
        found.add(question, Understood(reading.value))
    elif isinstance(reading, Ambiguous):
        found.add(question, Ambiguous(reading.options, reading.reason))


def _studies_within(level: str) -> tuple[str, ...]:
    """The Canadian studies that a level allows, none aside."""
    return tuple(
        study
        for education in EDUCATIONS
        if education == level
        for study in studies_within(education)
        if study != "none"
    )


def _place_before(message: Message, credential: Credential) -> tuple[bool, int, int] | None:
    start = credential.start - 1
    if start < 0 or not message.told(start, start + 1):
        return None
    place = place_at(message.words, start)
    return None if place is None or place[1] != credential.start else (place[0], start, place[1])


def _place_inside(message: Message, credential: Credential) -> tuple[bool, int, int] | None:
    """``diploma in Canada 2 years``."""
    for at in range(credential.start + 1, credential.end):
        place = place_at(message.words, at)
        if place is not None and place[1] <= credential.end:
            return place[0], at, place[1]
    return None


def _place_after(message: Message, credential: Credential) -> tuple[bool, int, int] | None:
    words = message.words
    for at in range(credential.end, min(len(words), credential.end + _REACH)):
        if not message.told(at, at + 1) or words[at] in {".", "?", ",", "and", "et"}:
            opened = words[at] == "," and at == credential.end and place_at(words, at + 1)
            if not opened:
                return None
            continue
        if words[at][0].isdecimal() or words[at] in lexicon("work.experience"):
            return None
        place = place_at(words, at)
        leading = lexicon("studies.earned_at") | lexicon("studies.school") | {"the", ",", "l"}
        cued = at == credential.end or words[at - 1] in leading
        if place is not None and cued:
            return place[0], at, place[1]
    return None
