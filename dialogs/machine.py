"""The state machine: ``(conversation, event, today) → (conversation, replies)``, pure.

Whatever is said or pressed, no answer is lost: an event either gives one valid answer to the
question that is being asked, or leaves the answers as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs import screens
from dialogs.answering import read_button, read_text
from dialogs.conversation import LANGUAGES, UNKNOWN, Answer, Conversation, card_code
from dialogs.events import Event, Pressed, Said, Sent
from dialogs.intents import COMMANDS, SPOKEN, read_command, read_intent
from dialogs.questionnaire import Walk, before, expected, walk
from dialogs.questions import BY_ID, Question, Stage
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.replies import (
    ChooseLanguage,
    Confirm,
    Export,
    Finished,
    Notice,
    Page,
    Problem,
    Reply,
    Unfinished,
    Welcome,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an event leads to."""

    conversation: Conversation | None
    """The new state; None when everything about the person is to be forgotten."""
    replies: tuple[Reply, ...]


def handle(conversation: Conversation, event: Event, today: date) -> Outcome:
    """One step of the conversation. Any event of any kind is a normal case."""
    turn = Turn(conversation, today)
    match event:
        case Said(text):
            return turn.said(text)
        case Pressed(data):
            return turn.pressed(data)
        case Sent(kind):
            return turn.remark(Notice("unsupported", {"kind": kind}))


class Turn:
    """One event's handling: the conversation before it, and what was known then."""

    def __init__(self, conversation: Conversation, today: date) -> None:
        self.conversation = conversation
        self.today = today
        self.walked: Walk = walk(conversation.answers, today)
        self.question = screens.current_question(conversation, self.walked)

    # What was typed

    def said(self, text: str) -> Outcome:
        """A command, an intent in everyday words, or an answer to the open question."""
        command = read_command(text)
        if command is not None:
            known = command in COMMANDS or command in SPOKEN
            return self.intend(command) if known else self.remark(Notice("unknown_command"))
        intent = read_intent(text, self.conversation.language)
        if intent == "start" and self.conversation.started:
            return self.resume()
        if intent is not None:
            return self.intend(intent)
        if not self.conversation.started:
            return self.start()
        if self.question is None:
            return self.remark(Notice("not_understood"))
        return self.answer_text(self.question, text)

    def answer_text(self, question: Question, text: str) -> Outcome:
        """Read typed words as an answer; ask back, or say what was wrong and ask again."""
        reading = read_text(question, text, self.walked.at, self.conversation.language)
        match reading:
            case Understood(value):
                return self.answered(question, value)
            case Ambiguous(options, reason):
                return self.ask(question, options=options, options_reason=reason)
            case Unreadable(reason, details):
                return self.ask(question, problem=Problem(reason, details))

    # What was pressed

    def pressed(self, data: str) -> Outcome:
        """A button. One that does not belong to the newest card changes nothing."""
        kind, _, rest = data.partition(":")
        handler = _BUTTONS.get(kind)
        outcome = None if handler is None else handler(self, rest)
        return self.stale() if outcome is None else outcome

    def press_choice(self, rest: str) -> Outcome | None:
        """``a:<question>:<choice>:<card>``."""
        question, _, rest = rest.partition(":")
        value, _, card = rest.partition(":")
        if not self._is_current(question, card) or self.question is None:
            return None
        answer = read_button(self.question, value, self.walked.at)
        return None if answer is None else self.answered(self.question, answer)

    def press_on_card(self, rest: str, act: Callable[[Turn], Outcome]) -> Outcome | None:
        """``why:``, ``back:``, ``skip:`` and ``keep:<question>:<card>``."""
        question, _, card = rest.partition(":")
        return act(self) if self._is_current(question, card) else None

    def press_change(self, question: str) -> Outcome | None:
        """``change:<question>``: answer a question of the review again."""
        if question not in self.walked.standing:
            return None
        return self.revisit(BY_ID[question])

    def press_command(self, command: str) -> Outcome | None:
        """``cmd:<command>``: the same as the command typed."""
        return self.intend(command) if command in COMMANDS or command in SPOKEN else None

    def press_confirm(self, rest: str) -> Outcome | None:
        """``confirm:<action>:<card>``, while nothing was asked since."""
        action, _, card = rest.partition(":")
        if card not in ("", card_code(self.conversation.card)):
            return None
        if action == "delete":
            return Outcome(None, (Notice("deleted"),))
        if action == "restart":
            fresh = Conversation(self.conversation.language, card=self.conversation.card)
            return Turn(fresh, self.today).begin(Notice("restarted"))
        return None

    def press_cancel(self, rest: str) -> Outcome | None:
        """``cancel:<action>``: nothing happens, and the open question comes back."""
        action = rest.partition(":")[0]
        return self.remark(Notice("kept")) if action in ("delete", "restart") else None

    def press_language(self, rest: str) -> Outcome | None:
        """``lang:<language>``: go on in that language."""
        chosen = next((language for language in LANGUAGES if language == rest), None)
        if chosen is None:
            return None
        turn = Turn(replace(self.conversation, language=chosen), self.today)
        if self.conversation.started and not self.conversation.answers:
            return turn.start()
        return turn.remark(Notice("language_set"))

    def _is_current(self, question: str, card: str) -> bool:
        """Whether a button is of the newest card and of the question being asked."""
        asked = self.question is not None and self.question.id == question
        return asked and card in ("", card_code(self.conversation.card))

    # What is wished

    def intend(self, intent: str) -> Outcome:
        """A command, whether typed, pressed or said in words."""
        return _INTENTS[intent](self)

    def start(self) -> Outcome:
        """``/start``: welcome a newcomer; offer the ways on to everybody else."""
        if not self.walked.standing:
            return self.begin(Welcome(self.conversation.language))
        if self.walked.next is None:
            return self.just(Finished())
        return self.just(Unfinished(len(self.walked.standing), expected(self.walked)))

    def begin(self, first: Reply) -> Outcome:
        """Say something and ask the first open question."""
        conversation = replace(self.conversation, started=True)
        return Turn(conversation, self.today).remark(first)

    def resume(self) -> Outcome:
        """``/resume``: the open question, or the score when there is none."""
        conversation = replace(self.conversation, started=True)
        turn = Turn(conversation, self.today)
        return turn.score() if turn.question is None else turn.ask(turn.question, notice="resumed")

    def score(self) -> Outcome:
        """``/score``: the card, or the range so far."""
        return self.remark(screens.score_card(self.walked))

    def restart(self) -> Outcome:
        """``/restart``: asks first, unless there is nothing to lose."""
        if not self.conversation.answers:
            return self.start()
        return self.just(Confirm("restart", self.conversation.card))

    def back(self) -> Outcome:
        """The answered question before the current one, with its answer kept until changed."""
        earlier = before(self.walked, None if self.question is None else self.question.id)
        return self.remark(Notice("nothing_before")) if earlier is None else self.revisit(earlier)

    def skip(self) -> Outcome:
        """ "I don't know yet" to the open question, where it is taken."""
        if self.question is None:
            return self.remark(Notice("nothing_to_skip"))
        if not self.question.skippable:
            return self.ask(self.question, problem=Problem("not_skippable"))
        return self.answered(self.question, UNKNOWN)

    def why(self) -> Outcome:
        """Why the open question is asked."""
        if self.question is None:
            return self.remark(Notice("no_open_question"))
        return self.ask(self.question, why=True)

    def keep(self) -> Outcome:
        """Leave the revisited answer as it is, and go on."""
        turn = Turn(replace(self.conversation, revisiting=None), self.today)
        return turn.resume_quietly()

    def resume_quietly(self) -> Outcome:
        """Go on with the open question, or show the score."""
        return self.score() if self.question is None else self.ask(self.question)

    # The steps themselves

    def answered(self, question: Question, answer: Answer) -> Outcome:
        """Store the answer; go on with the score, the next question, or both."""
        then = Turn(self.conversation.answered(question.id, answer), self.today)
        echoed = screens.echo(question.id, answer, then.walked.at)
        revisited = question.id in self.walked.standing
        news = not self.walked.score_known or (revisited and question.stage is Stage.SCORE)
        if then.question is not None and not (then.walked.score_known and news):
            return then.ask(then.question, echo=echoed)
        return then.remark(screens.score_card(then.walked, echoed, screens.total(self.walked)))

    def revisit(self, question: Question) -> Outcome:
        """Ask an answered question again."""
        turn = Turn(replace(self.conversation, revisiting=question.id), self.today)
        return turn.ask(question)

    def ask(self, question: Question, **shown: object) -> Outcome:
        """The card of a question alone."""
        conversation, card = screens.ask(self.conversation, self.walked, question, **shown)
        return Outcome(replace(conversation, started=True), (card,))

    def stale(self) -> Outcome:
        """A button that has no effect any more: say so, and show where we are."""
        if self.question is None or not self.conversation.started:
            return self.just(Notice("stale_button"))
        return self.ask(self.question, notice="stale_button")

    def just(self, reply: Reply) -> Outcome:
        """Say one thing; the state stays."""
        return Outcome(self.conversation, (reply,))

    def remark(self, reply: Reply) -> Outcome:
        """Say something, and let the open question come back below it."""
        if self.question is None or not self.conversation.started:
            return self.just(reply)
        conversation, card = screens.ask(self.conversation, self.walked, self.question)
        return Outcome(conversation, (reply, card))


_INTENTS: dict[str, Callable[[Turn], Outcome]] = {
    "start": Turn.start,
    "resume": Turn.resume,
    "score": Turn.score,
    "improve": lambda turn: turn.remark(screens.improvements(turn.walked)),
    "explain": lambda turn: turn.remark(screens.explanation(turn.walked)),
    "review": lambda turn: turn.just(screens.review(turn.walked)),
    "restart": Turn.restart,
    "back": Turn.back,
    "skip": Turn.skip,
    "why": Turn.why,
    "help": lambda turn: turn.remark(Page("help")),
    "guide": lambda turn: turn.remark(Page("guide")),
    "privacy": lambda turn: turn.remark(Page("privacy")),
    "language": lambda turn: turn.just(ChooseLanguage(turn.conversation.language)),
    "export": lambda turn: turn.remark(Export(screens.export(turn.conversation, turn.walked))),
    "delete": lambda turn: turn.just(Confirm("delete", turn.conversation.card)),
}

_BUTTONS: dict[str, Callable[[Turn, str], Outcome | None]] = {
    "a": Turn.press_choice,
    "why": lambda turn, rest: turn.press_on_card(rest, Turn.why),
    "back": lambda turn, rest: turn.press_on_card(rest, Turn.back),
    "skip": lambda turn, rest: turn.press_on_card(rest, Turn.skip),
    "keep": lambda turn, rest: turn.press_on_card(rest, Turn.keep),
    "change": Turn.press_change,
    "cmd": Turn.press_command,
    "confirm": Turn.press_confirm,
    "cancel": Turn.press_cancel,
    "lang": Turn.press_language,
}
