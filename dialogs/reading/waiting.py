"""Whether it is asked what only time would bring: "what if I wait", "et si je ne fais rien"."""

from __future__ import annotations

import re

from dialogs.reading.text import fold

_LONGEST = 80
_SUPPOSED = re.compile(
    r"^\W*(?:(?:and|et|so|alors|ok)\W+)?"
    r"(?:what (?:happens |would happen |changes )?if|if|suppose|si"
    r"|(?:que|qu.est.ce qui) se passe(?:.t.il|ra.t.il)? si)\b"
)
_WAITING = re.compile(
    r"\b(?:i|we|j|je|on|nous)\W+(?:just |simply |only |have to |had to |ne )?"
    r"(?:wait(?:ed)?|do nothing|did nothing|don.?t do anything|change nothing|stay as i am"
    r"|attend[sz]?|attendais|attendons|attendions|patiente|fais(?:ais)? rien|change(?:ais)? rien)\b"
)
_DOING = re.compile(r"\b(?:and|but|to|with|before|et|mais|pour|avec|avant)\b")
"""What else is supposed follows these words."""


def waits(text: str) -> bool:
    """Whether somebody supposes that they wait, and no more."""
    said = fold(text)
    waiting = _WAITING.search(said) if len(text) <= _LONGEST and _SUPPOSED.match(said) else None
    return waiting is not None and _DOING.search(said, waiting.end()) is None
