"""Part of the work in Canada that does not count, as a student's: how much is left is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.lengths_of_work import uncounted_words
from dialogs.reading.outcome import Ambiguous, Understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.stretches import Stretch


def ask_what_counts(found: Findings, told: Sequence[Stretch]) -> None:
    """``2 years in Canada, 1 year as student``: the whole, or what is left of it.

    Such a length that comes before the work ("then 2 years as cook") is no part of it.
    """
    message = found.message
    for at, part in enumerate(told):
        question = question_of("canadian_experience", part.person)
        whole = found.answers.get(question or "")
        if (
            question is None
            or not isinstance(whole, str)
            or not isinstance(part.reading, Understood)
        ):
            continue
        before = [each for each in told[:at] if each.start >= message.sentence(part.start)[0]]
        of_it = any(str(each.months) == whole for each in before)
        words = list(uncounted_words(message, part))
        if of_it and words and part.months <= int(whole):
            for begin, end in ((part.start, part.end), *words):
                message.take(begin, end)
            options = (str(int(whole) - part.months), whole)
            del found.answers[question]
            found.add(question, Ambiguous(options, "uncounted_work"))
