"""Where the time and the cost of a step come from, in the words of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages.sources import source_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from messages.words import Words
    from scoring.plan import Action
    from scoring.plan.model import Basis


def traced(action: Action, words: Words) -> tuple[str, ...]:
    """Where the time and the cost of a step come from, and of when; nothing of what is nothing."""
    told = dict(_told(action, words))
    if len(told) > 1 and len({*told.values()}) == 1:
        return (words.say("ahead", "traced", "both", origin=told["time"]),)
    return tuple(words.say("ahead", "traced", what, origin=origin) for what, origin in told.items())


def origins(action: Action, words: Words) -> tuple[str, ...]:
    """The same without what they are the origins of, each once."""
    return tuple(dict.fromkeys(origin for _, origin in _told(action, words)))


def _told(action: Action, words: Words) -> Iterator[tuple[str, str]]:
    if action.assumption is None:
        return
    if action.months:
        yield "time", _origin(action.assumption.time, words)
    if action.cost_cad:
        yield "cost", _origin(action.assumption.cost, words)


def _origin(basis: Basis, words: Words) -> str:
    documents = [
        source_name(source, words) for source in basis.sources if source.kind != "estimate"
    ]
    kind = "read" if basis.confirmed else "estimated" if documents else "own"
    return words.say("ahead", "origins", kind, sources=documents, checked=basis.checked)
