"""Buttons: what each kind of callback data does. None means that it has no effect (any more)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import ahead, aiming, alerts, lookup, past, pending, screens, unnamed, wishes
from dialogs.answering import read_button
from dialogs.conversation import LANGUAGES, card_code
from dialogs.questions import BY_ID
from dialogs.reading.targets import LastRound
from dialogs.replies import Notice
from dialogs.replies_guide import GuideContents
from scoring.rounds import ROUND_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialogs.turn import Outcome, Turn


def press(turn: Turn, data: str) -> Outcome:
    """A button. One that does not belong to the newest card changes nothing."""
    kind, _, rest = data.partition(":")
    handler = _BUTTONS.get(kind)
    outcome = None if handler is None else handler(turn, rest)
    return turn.stale() if outcome is None else outcome


def _choice(turn: Turn, rest: str) -> Outcome | None:
    """``a:<question>:<choice>:<card>``."""
    question, _, rest = rest.partition(":")
    value, _, card = rest.partition(":")
    if not turn.is_current(question, card) or turn.question is None:
        return _tapped_twice(turn, question, value, card)
    answer = read_button(turn.question, value, turn.walked.at)
    return None if answer is None else wishes.answered(turn, turn.question, answer)


def _tapped_twice(turn: Turn, question: str, value: str, card: str) -> Outcome | None:
    """The same choice again, on the card that it has just turned into the next one."""
    again = card == card_code(turn.conversation.card - 1) if turn.conversation.card else False
    if turn.question is None or not again or turn.walked.standing.get(question) != value:
        return None
    echo = screens.echo(question, value, turn.walked.at)
    return turn.ask(turn.question, notice="already_done", echo=echo)


def _on_card(turn: Turn, rest: str, act: Callable[[Turn], Outcome]) -> Outcome | None:
    """``why:``, ``back:``, ``skip:`` and ``keep:<question>:<card>``."""
    question, _, card = rest.partition(":")
    return act(turn) if turn.is_current(question, card) else None


def _change(turn: Turn, question: str) -> Outcome | None:
    """``change:<question>``: answer a question of the review again."""
    if question not in turn.walked.standing:
        return None
    return turn.revisit(BY_ID[question])


def _ask(turn: Turn, question: str) -> Outcome | None:
    """``ask:<question>``: answer a question that matters now before those that come first."""
    if not turn.conversation.started or BY_ID.get(question) not in turn.walked.asked:
        return None
    return turn.revisit(BY_ID[question])


def _command(turn: Turn, command: str) -> Outcome | None:
    """``cmd:<command>``: the same as the command typed."""
    return wishes.fulfil(turn, command) if command in wishes.WISHES else None


def _confirm(turn: Turn, rest: str) -> Outcome | None:
    """``confirm:<action>:<card>``, while nothing was asked since."""
    action, _, card = rest.partition(":")
    if card not in ("", card_code(turn.conversation.card)):
        return None
    return wishes.confirmed(turn, action) if action in ("delete", "restart") else None


def _cancel(turn: Turn, rest: str) -> Outcome | None:
    """``cancel:<action>``: nothing happens, and the open question comes back."""
    action = rest.partition(":")[0]
    return turn.remark(Notice("kept")) if action in ("delete", "restart") else None


def _language(turn: Turn, rest: str) -> Outcome | None:
    """``lang:<language>``: go on in that language."""
    chosen = next((language for language in LANGUAGES if language == rest), None)
    return None if chosen is None else wishes.speak(turn, chosen)


def _guide(turn: Turn, entry: str) -> Outcome:
    """``guide:<entry>``: that entry; what no longer is one leads to the contents."""
    return lookup.show(turn, entry)


def _section(turn: Turn, section: str) -> Outcome:
    """``section:<section>``: the entries of a section of the guide."""
    return turn.remark(GuideContents(section))


def _supposed(turn: Turn, rest: str) -> Outcome | None:
    """``suppose:keep:<card>`` and ``suppose:forget:<card>``, while the comparison is the newest."""
    choice, _, card = rest.partition(":")
    if card not in ("", card_code(turn.conversation.card)) or not turn.conversation.supposed:
        return None
    act = {"keep": ahead.keep_supposed, "forget": ahead.forget_supposed}.get(choice)
    return None if act is None else act(turn)


def _aim(turn: Turn, rest: str) -> Outcome | None:
    """``aim:<kind of round>``: the way to the last cut-off of that kind."""
    kind = next((kind for kind in ROUND_KINDS if kind == rest), None)
    if kind is None or not turn.conversation.answers:
        return None
    return aiming.aim(turn, LastRound(kind))


def _facts(turn: Turn, choice: str) -> Outcome | None:
    """``facts:confirm`` and the like, while facts wait; ``facts:drop:<question>`` forgets one."""
    choice, _, question = choice.partition(":")
    if choice == "drop":
        return pending.drop(turn, [question])
    act = _OF_FACTS.get(choice)
    return None if act is None else act(turn)


def _alerts(turn: Turn, choice: str) -> Outcome | None:
    """``alerts:off`` under every reminder, ``alerts:news_off`` under every alert: one tap."""
    if not turn.conversation.answers:
        return None
    act = _ALERTS.get(choice)
    return None if act is None else act(turn)


_ALERTS: dict[str, Callable[[Turn], Outcome]] = {
    "on": lambda turn: wishes.fulfil(turn, alerts.WISH),
    "off": alerts.turn_off,
    "news_off": alerts.stop_alerts,
}


def _news(turn: Turn, choice: str) -> Outcome | None:
    """``news:off``, under every broadcast, whatever was said since.

    Nobody who is not known any more is known again by it: they get no news anyway.
    """
    if choice != "off" or turn.conversation.heard_on is None:
        return None
    return wishes.fulfil(turn, "news_off")


_OF_FACTS: dict[str, Callable[[Turn], Outcome | None]] = {
    "confirm": pending.confirm,
    "cancel": pending.cancel,
    "pick": pending.pick,
    "spouse": unnamed.of_spouse,
}
_BUTTONS: dict[str, Callable[[Turn, str], Outcome | None]] = {
    "a": _choice,
    "why": lambda turn, rest: _on_card(turn, rest, wishes.why),
    "back": lambda turn, rest: _on_card(turn, rest, wishes.back),
    "skip": lambda turn, rest: _on_card(turn, rest, wishes.skip),
    "keep": lambda turn, rest: _on_card(turn, rest, wishes.keep),
    "change": _change,
    "ask": _ask,
    "cmd": _command,
    "confirm": _confirm,
    "cancel": _cancel,
    "lang": _language,
    "guide": _guide,
    "section": _section,
    "whatif": ahead.suppose_action,
    "suppose": _supposed,
    "aim": _aim,
    "rounds": past.turn_page,
    "facts": _facts,
    "alerts": _alerts,
    "tell": alerts.choose,
    "news": _news,
}
