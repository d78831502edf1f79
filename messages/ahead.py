"""Steps of a plan as the screens that look ahead show them, and buttons to suppose them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from messages.answers import shortened
from messages.message import Button
from messages.steps import action_name
from scoring.calendar import months_after
from scoring.plan import NOMINATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from messages.words import Words
    from scoring.plan import Action, Plan
    from scoring.rounds import Round

_ASIDE = re.compile(r" \([^()]*\)$")

_OF_THE_STEP = frozenset({"permit_ends_first", "shuts_programs"})
"""The cautions that say how a step goes for this person: true of it, and not of the next."""
_OWN = ("occupation",)
"""The fields that a step may need of the person themselves."""


@dataclass(frozen=True, slots=True)
class OpenedRounds:
    """A kind of rounds that a step opens by itself."""

    kind: str
    told: str
    """The kind, with its last cut-off where that was not told yet."""


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One action in words, with what it gains and takes."""

    id: str
    name: str
    gain: int
    total: int
    then: int | None
    """The total on the day it is done, where birthdays take something until then."""
    months: int | None
    takes: str
    """Time and cost, and what they rest on."""
    caution: str | None
    programs: tuple[str, ...]
    always_cautioned: bool = False
    """Whether the caution is about this step alone, and so stands at every one that has it."""
    needs: str | None = None
    """What is unknown and would change what it gains."""
    only_if: str | None = None
    """What must be true of the person for it, while that is not known."""
    rounds: tuple[OpenedRounds, ...] = ()
    capped: str | None = None
    """Why it adds less than it is worth, in a sentence."""

    @property
    def lost(self) -> int:
        """What birthdays take until it is done."""
        return 0 if self.then is None else self.total - self.then

    @property
    def worse(self) -> bool:
        """Whether less is left by then than there is today."""
        return self.then is not None and self.then < self.total - self.gain


def shown_step(
    action: Action, words: Words, opened: Mapping[str, tuple[Round, ...]] | None = None
) -> ShownStep:
    """An action in the words of a language, with the rounds that are opened by it."""
    assumption = action.assumption
    needs = [_lacking(need, words) for need in action.needs]
    own = [need for need in action.needs if need in _OWN]
    return ShownStep(
        id=action.id,
        name=action_name(action, words),
        gain=action.gain,
        total=action.total,
        then=then(action.total, action.total_then),
        months=action.months,
        takes=words.say("ahead", "takes", assumption.key, **assumption.facts) if assumption else "",
        caution=words.say("ahead", "cautions", action.caution) if action.caution else None,
        programs=programs(action.programs, words),
        always_cautioned=action.caution in _OF_THE_STEP,
        needs=words.formats.listed(needs) if needs else None,
        only_if=words.say("ahead", "only_if", own[0]) if own else None,
        capped=capped(action.id, action.gain, words),
        rounds=tuple(_rounds((opened or {}).get(action.id, ()), words)),
    )


def _lacking(need: str, words: Words) -> str:
    """What is unknown: of the person themselves, or of their spouse and household."""
    return words.say("ahead", "lacking", "own" if need in _OWN else need.removeprefix("spouse."))


def capped(action: str, gain: int, words: Words) -> str | None:
    """Why a nomination adds less than it is worth: the cap of what is additional."""
    whole = words.law.nomination
    if action != NOMINATION or gain >= whole:
        return None
    return words.say("ahead", "capped", whole=whole)


def _rounds(opened: Iterable[Round], words: Words) -> Iterator[OpenedRounds]:
    for held in opened:
        kind = words.say("rounds", "plural", held.kind)
        yield OpenedRounds(kind, words.say("rounds", "opened", kind=kind, held=held))


def then(total: int, total_then: int | None) -> int | None:
    """The total that is left by then, where that is less."""
    return total_then if total_then is not None and total_then < total else None


def done_by(on: date, months: int | None) -> date | None:
    """The day on which something is done; None where there is no telling, or at once."""
    return months_after(on, months) if months else None


def programs(ids: Iterable[str], words: Words) -> tuple[str, ...]:
    """Programs by name."""
    return tuple(words.say("terms", "programs", program) for program in ids)


def item_name(section: str, item: str, words: Words) -> str:
    """An item of the CRS; whose it is, where it is the partner's."""
    name = words.say("terms", "items", section, item)
    return words.say("ahead", "partners", item=name) if section == "spouse" else name


def told_once(steps: Iterable[ShownStep]) -> list[ShownStep]:
    """The steps, with each caution and each last cut-off at the first that it belongs to.

    A caution that is about one step stands at each: what lacks it would look safe.
    """
    said: set[str | None] = set()
    shown = []
    for step in steps:
        rounds = tuple(
            replace(each, told=each.kind) if each.kind in said else each for each in step.rounds
        )
        again = step.caution in said and not step.always_cautioned
        caution = None if again else step.caution
        shown.append(replace(step, rounds=rounds, caution=caution))
        said |= {step.caution, *(each.kind for each in step.rounds)}
    return shown


def suppose_buttons(ids: Iterable[str], plan: Plan, words: Words) -> list[Button]:
    """Buttons that show what a step would change, for those that the plan lists."""
    listed = {action.id: action for action in (*plan.actions, *plan.eligibility)}
    known = [listed[id_] for id_ in dict.fromkeys(ids) if id_ in listed]
    labels = shortened([_ASIDE.sub("", action_name(action, words)) for action in known])
    return [
        Button(label, f"whatif:{action.id}") for label, action in zip(labels, known, strict=True)
    ]
