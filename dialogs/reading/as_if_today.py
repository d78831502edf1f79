"""What is supposed, told as if it were true today: "if I had" as "I have", "I divorce" as divorced.

The readers of facts take what is told as true. Here a supposition is put so, that of a marriage,
a divorce and of who comes along included, which people suppose as events.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

_Rules: TypeAlias = "Sequence[tuple[re.Pattern[str], str]]"

_SPOUSE = (
    r"(?:(?:(?:my|our)\W+)?(?:wife|husband|spouse)"
    r"|(?:my|our)\W+(?:partner|girlfriend|boyfriend|fianc[eé]e?))"
)
_CONJOINT = (
    r"(?:ma|mon)\W+(?:femme|mari|[ée]pouse|[ée]poux|conjointe?|partenaire|copine?|compagne|compagnon"
    r"|fianc[ée]e?)"
)
_ONE = r"(?:i|we)\W+(?:(?:would|will|do|can|could)\W+)?"
_ON = r"(?:je|on|nous)\W+"


def _rule(pattern: str, told: str) -> tuple[re.Pattern[str], str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), told


_LEVEL_OF_TEST = _rule(
    r"(tef|tcf|ielts|celpip|pte)\W{1,3}(?:à|a|at|with|avec)(?=\W{1,3}(?:nclc|clb)\b)", r"\1"
)
"""A test and the level that it would have: "the TEF at NCLC 9"."""
_INSTEAD = re.compile(
    r"\b(?:instead\s+of|rather\s+than|in\s+place\s+of|au\s+lieu\s+d|[àa]\s+la\s+place\s+d"
    r"|plut[ôo]t\s+que?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is true today and would be so no more: "IELTS 7 instead of what I have"."""
_STATUS = (
    _rule(r"marry(?=\W+an?\b)", "am married to"),
    _rule(
        rf"{_ONE}(?:(?:don['’]?t|do\W+not|never)\W+)(?:get\W+)?marr(?:y|ied)", "I am not married"
    ),
    _rule(
        rf"{_ONE}(?:(?:get|got|getting|be|are|were\W+to\W+get)\W+)?(?:re)?marr(?:y|ied)"
        rf"(?:\W+{_SPOUSE})?",
        "I am married",
    ),
    _rule(
        rf"{_ONE}(?:(?:get|got|getting|be|were\W+to\W+get)\W+)?(?:an?\W+)?divorced?"
        rf"(?:\W+(?:from\W+)?{_SPOUSE})?",
        "I am divorced",
    ),
    _rule(
        rf"{_ONE}(?:get\W+|got\W+)?(?:separated?|split(?:\W+up)?|break\W+up|broke\W+up)"
        rf"(?:\W+(?:from|with)\W+{_SPOUSE})?",
        "I am separated",
    ),
    _rule(
        rf"{_ON}(?:ne\W+)?(?:me|m|se|nous)\W+(?:re)?mari(?:e|ais|ait|erais|erait|ons|ions)\W+pas",
        "je suis célibataire",
    ),
    _rule(r"j\W?[ée]pous(?:e|ais|erais)(?=\W+une?\b)", "je suis marié avec"),
    _rule(
        rf"(?:{_ON}(?:me|m|se|nous)\W+(?:re)?mari(?:e|ais|ait|erais|erait|ons|ions)"
        rf"|j\W?[ée]pous(?:e|ais|erais)(?:\W+{_CONJOINT})?)",
        "je suis marié",
    ),
    _rule(rf"{_ON}(?:me\W+|se\W+)?(?:pacse|pacsais|pacsait|pacsons)", "je suis pacsé"),
    _rule(
        rf"{_ON}divor(?:ce|çais|cais|çait|cait|cerais|cerait|çons|cons|cions)"
        rf"(?:\W+d\w?\W+{_CONJOINT})?",
        "je suis divorcé",
    ),
    _rule(
        rf"{_ON}(?:me|m|se|nous)\W+s[ée]par(?:e|ais|ait|erais|erait|ons|ions)"
        rf"(?:\W+d\w?\W+{_CONJOINT})?",
        "je suis séparé",
    ),
)
_STAYS, _RESTE = "my spouse is not coming", "mon conjoint ne vient pas"
_COMPANY = (
    _rule(
        rf"{_SPOUSE}\W+(?:(?:do|does|did|is|was|were|wo|will|would|ca|can)\W*n(?:o|['’])?t\W+)"
        r"(?:be\W+)?(?:com(?:e|ing)|accompany(?:ing)?|join(?:ing)?|follow(?:ing)?|mov(?:e|ing))"
        r"(?:\W+(?:along|too|(?:with\W+)?me))?",
        _STAYS,
    ),
    _rule(
        rf"{_SPOUSE}\W+(?:(?:would|will)\W+)?(?:stay(?:s|ed|ing)?|remain(?:s|ed)?)"
        r"(?:\W+(?:here|home|there|behind|back|at\W+home|back\W+home))?",
        _STAYS,
    ),
    _rule(rf"i\W+(?:leave|left)\W+{_SPOUSE}(?:\W+(?:behind|here|home|at\W+home))?", _STAYS),
    _rule(
        r"(?:i\W+)?(?:go|going|went|come|came|apply|applied|immigrate|immigrated|move|moved)\W+"
        r"(?:alone|solo|(?:as\W+)?(?:a\W+)?single|by\W+myself|on\W+my\W+own"
        rf"|without\W+{_SPOUSE})",
        _STAYS,
    ),
    _rule(rf"without\W+{_SPOUSE}(?:\W+coming)?", _STAYS),
    _rule(rf"({_SPOUSE})\W+(?:came|(?:would|will)\W+come)", r"\1 is coming"),
    _rule(
        rf"{_CONJOINT}\W+(?:n['’e]?\W*)?(?:m\W*)?(?:me\W+)?"
        r"(?:v(?:enai|iendrai|ien|iendra)t?|accompagn(?:e|ait|erait|era)|sui(?:t|vait|vrait)"
        r"|part(?:ait|irait)?|immigr(?:e|ait))\W+(?:plus|pas)(?:\W+avec\W+moi)?",
        _RESTE,
    ),
    _rule(
        rf"{_CONJOINT}\W+rest(?:e|ait|erait|era)"
        r"(?:\W+(?:l[àa](?:\W+bas)?|ici|au\W+pays|[àa]\W+la\W+maison|en\W+arri[èe]re))?",
        _RESTE,
    ),
    _rule(rf"je\W+(?:laisse|laissais|laisserais)\W+{_CONJOINT}(?:\W+(?:ici|au\W+pays))?", _RESTE),
    _rule(
        r"je\W+(?:pars|partais|partirais|viens|venais|viendrais|immigre|immigrais|vais|y\W+vais)\W+"
        rf"(?:tout\W+seul|toute\W+seule|seule?|sans\W+{_CONJOINT})",
        _RESTE,
    ),
    _rule(rf"sans\W+{_CONJOINT}", _RESTE),
    _rule(
        rf"({_CONJOINT})\W+(?:venait|viendrait|partait|m\W*accompagn(?:ait|erait))"
        r"(?:\W+avec\W+moi)?",
        r"\1 vient avec moi",
    ),
)
"""Who comes along: of somebody who is, or would be, one of a couple."""
_TENSES = (
    _rule(
        r"(?:study|studied|complete|completed|finish|finished|pursue|pursued)"
        r"(?=\W+(?:\w+\W+){0,4}(?:diploma|degree|masters?|bachelors?|phd|certificate|mba|doctorate)\b)",
        "have",
    ),
    _rule(r"(?:counted|assessed|evaluated|recogni[sz]ed|considered)\W+as", ""),
    _rule(r"(?:évaluée?|reconnue?|comptée?)\W+comme", ""),
    _rule(
        r"(?:re)?(?:takes?|took|does|did|writes?|wrote|pass(?:e|es|ed|ait)?)\W+(?:the\W+|le\W+|l['’])?"
        r"(ielts|celpip|pte|tef|tcf)(?:\W+(?:and|et)\W+(?:gets?|got|scores?|scored|has|obtient|a|fait))?",
        r"has \1",
    ),
    _rule(r"wasn\W?t|weren\W?t", "am not"),
    _rule(r"was|were|turn|turned", "am"),
    _rule(r"had|got|get|gets", "have"),
    _rule(r"j['’]\s?(?:avais|aurais|obtiens|obtenais|obtiendrais)(?:\s+eu)?", "j'ai"),
    _rule(r"(?:faisais|ferais)", "fais"),
    _rule(r"avait|aurait", "a"),
    _rule(r"(?:j['’]\s?|je\s+)(?:étais|etais|serais)", "je suis"),
    _rule(r"était|etait|serait", "est"),
)


def as_if_today(text: str, *, in_couple: bool) -> str:
    """The supposition in the words of somebody of whom it is true.

    >>> as_if_today("I had a PhD and my wife stays here", in_couple=True)
    'I have a PhD and my spouse is not coming'
    >>> as_if_today("on se mariait", in_couple=False)
    'je suis marié'
    """
    told = _applied((_LEVEL_OF_TEST, *_STATUS), _INSTEAD.sub("", text) or text)
    if in_couple or told != text:
        told = _applied(_COMPANY, told)
    return _applied(_TENSES, told)


def _applied(rules: _Rules, text: str) -> str:
    for pattern, told in rules:
        text = pattern.sub(told, text)
    return text
