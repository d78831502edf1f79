"""The buttons of each reply: labels from the words, callback data as the conversation reads it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, UNKNOWN, card_code
from dialogs.replies import (
    Ask,
    ChooseLanguage,
    Confirm,
    Explanation,
    Finished,
    NoScoreYet,
    Notice,
    Page,
    Privacy,
    Reply,
    Report,
    Review,
    Score,
    Unfinished,
    Welcome,
)
from dialogs.replies_ahead import Comparison, Improvements, Supposition, TargetPlan, TimelineShown
from dialogs.replies_explained import LinesExplained, ProgramsExplained, QuestionsLeft
from dialogs.replies_guide import DidYouMean, GuideContents, GuideEntry, NotFound
from dialogs.replies_operator import BroadcastShown, News
from dialogs.replies_reminders import AlertsOn, ErasureAhead, Reminded
from dialogs.replies_rounds import ChancesShown, EnoughShown, RoundsShown
from dialogs.replies_told import FactsRead
from messages.ahead import suppose_buttons
from messages.answers import choice_label, option_label, shorten, shown, stored
from messages.choosing import chosen_sets
from messages.guide.entries import entries
from messages.guide.telling import contents, related, title
from messages.improving import listed, shown_ids
from messages.message import Button
from messages.narrowed import narrowing_button
from messages.operating import operator_buttons
from messages.round_buttons import round_buttons
from messages.rounds import opening

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.ranking import Hit
    from messages.words import Words

Rows = tuple[tuple[Button, ...], ...]

_HALF_ROW = 20
"""Labels up to this long stand two in a row on a narrow phone."""
_TINY = 3

_COMMANDS: Mapping[type[Reply], tuple[str, ...]] = {
    Explanation: ("score", "improve", "review", "report"),
    LinesExplained: ("explain", "improve"),
    ProgramsExplained: ("improve", "review"),
    QuestionsLeft: ("score", "review"),
    Unfinished: ("resume", "review", "restart"),
    Finished: ("score", "improve", "review", "report", "restart"),
    Report: ("improve", "timeline", "review"),
    AlertsOn: ("timeline", "review"),
    Reminded: ("timeline", "improve"),
    ErasureAhead: ("score", "export"),
    Privacy: ("export", "delete", "help"),
    Comparison: ("improve", "score"),
    RoundsShown: ("chances",),
    EnoughShown: ("chances", "rounds"),
    ChancesShown: ("improve", "timeline", "rounds", "score"),
}
_PAGE_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "help": ("score", "improve", "chances", "rounds", "review", "guide", "privacy", "language"),
}
_NOTICE_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "deleted": ("start",),
    "gone": ("start",),
    "review_empty": ("guide",),
    "target_unknown": ("improve",),
    "no_round_yet": ("improve",),
    "chances_need_answers": ("rounds",),
    "exchange_needs_spouse": ("improve",),
    "alerts_off": ("alerts", "timeline"),
    "alerts_were_off": ("alerts", "timeline"),
    "alerts_elsewhere": ("timeline",),
}


def keyboard(reply: Reply, words: Words) -> Rows:
    """The rows of buttons under a reply."""
    match reply:
        case Ask():
            return _card(reply, words)
        case Score() | NoScoreYet():
            return _score(reply, words)
        case Improvements() | TargetPlan() | Supposition():
            return _ahead(reply, words)
        case Review():
            return _review(reply, words)
        case TimelineShown():
            return _after_timeline(reply, words)
        case Welcome():
            return _languages(words, leave_out=words.language)
        case ChooseLanguage():
            return _languages(words)
        case Confirm() | FactsRead():
            return _confirmation(reply, words)
        case GuideEntry() | GuideContents() | DidYouMean() | NotFound():
            return _after_looking_up(reply, words)
        case Page():
            return commands(_PAGE_COMMANDS.get(reply.name, ()), words)
        case Notice():
            begin = ("start",) if reply.newcomer else ()
            return commands((*begin, *_NOTICE_COMMANDS.get(reply.key, ())), words)
        case _:
            ways = commands(_COMMANDS.get(type(reply), ()), words)
            return (*round_buttons(reply, words), *ways, *_stop(reply, words))


def commands(names: Sequence[str], words: Words) -> Rows:
    """Buttons that do what a command does."""
    return arrange([Button(words.say("buttons", "command", n), f"cmd:{n}") for n in names])


def arrange(buttons: Sequence[Button]) -> Rows:
    """Rows that a phone can show: tiny labels many in a row, short ones in pairs, others alone."""
    tiny = list(takewhile(lambda button: len(button.label) <= _TINY, buttons))
    rows: list[tuple[Button, ...]] = [tuple(tiny)] if tiny else []
    waiting: Button | None = None
    for button in buttons[len(tiny) :]:
        if len(button.label) > _HALF_ROW:
            rows += [(waiting,)] if waiting else []
            rows.append((button,))
            waiting = None
        elif waiting:
            rows.append((waiting, button))
            waiting = None
        else:
            waiting = button
    return (*rows, (waiting,)) if waiting else tuple(rows)


def _card(reply: Ask, words: Words) -> Rows:
    question, card = reply.question, card_code(reply.card)
    rows = arrange(
        [Button(label, f"a:{question}:{value}:{card}") for value, label in _choices(reply, words)]
    )
    if reply.current is not None:
        answer = shown(question, reply.current, words)
        label = shorten(words.say("buttons", "card", "keep", answer=answer))
        rows += ((Button(label, f"keep:{question}:{card}"),),)
    steps = ("back", "why") if reply.can_go_back else ("why",)
    last = [
        Button(words.say("buttons", "card", step), f"{step}:{question}:{card}") for step in steps
    ]
    return (*rows, tuple(last))


def _choices(reply: Ask, words: Words) -> list[tuple[str, str]]:
    """The values to pick from, each with its label."""
    question = reply.question
    if reply.options is not None:
        offered = [(stored(value), option_label(question, value, words)) for value in reply.options]
    else:
        offered = [(choice, choice_label(question, choice, words)) for choice in reply.choices]
    if reply.can_skip and UNKNOWN not in (value for value, _ in offered):
        offered.append((UNKNOWN, words.say("buttons", "card", "skip")))
    return offered


def _score(reply: Score | NoScoreYet, words: Words) -> Rows:
    if isinstance(reply, NoScoreYet) and reply.newcomer:
        return commands(("start", "guide"), words)
    ways = _after_score(reply) if isinstance(reply, Score) else ("review",)
    telling = narrowing_button(reply, words)
    return (*((button,) for button in telling), *commands(ways, words))


def _after_score(reply: Score) -> tuple[str, ...]:
    explain = () if reply.result is None else ("explain",)
    ahead = ("timeline", "chances") if reply.eligibility_known else ()
    return ("improve", "review", *explain, *ahead)


def _ahead(reply: Improvements | TargetPlan | Supposition, words: Words) -> Rows:
    match reply:
        case Improvements():
            return _after_improvements(reply, words)
        case TargetPlan():
            return _after_target(reply, words)
        case Supposition():
            return _supposition(reply, words)


def _after_improvements(reply: Improvements, words: Words) -> Rows:
    steps = suppose_buttons(shown_ids(reply), reply.plan, words)
    rest = () if reply.every or len(listed(reply)) == len(reply.plan.actions) else ("improve_all",)
    exchange = () if reply.plan.exchange is None else ("exchange",)
    ways = (*rest, "timeline", *exchange, "score", "review")
    return (*((button,) for button in steps), *_aim(reply, words), *commands(ways, words))


def _aim(reply: Improvements, words: Words) -> Rows:
    """One tap to the last cut-off of the rounds that are nearest."""
    kind = reply.nearest
    label = None if kind is None else words.find("buttons", "aim", kind)
    return () if label is None else ((Button(label, f"aim:{kind}"),),)


def _after_timeline(reply: TimelineShown, words: Words) -> Rows:
    """With a way to tell the work that goes on more closely, where it was told in whole years."""
    ways = commands(("improve", "score"), words)
    if reply.work_from is None:
        return ways
    question = reply.work_from[0]
    title = words.say("questions", question, "title")
    label = words.say("buttons", "review", "change", title=title)
    return ((Button(label, f"change:{question}"),), *ways)


def _after_target(reply: TargetPlan, words: Words) -> Rows:
    """Every step of the screen can be supposed."""
    sets = chosen_sets(reply.plan).values()
    opened = () if reply.round is None else opening(reply.round, sets)
    ids = (*opened, *(id_ for each in sets for id_ in each.actions))
    steps = suppose_buttons(ids, reply.plan, words)
    return (*((button,) for button in steps), *commands(("improve", "timeline"), words))


def _supposition(reply: Supposition, words: Words) -> Rows:
    """Keeping needs answers that could be kept."""
    card = card_code(reply.card)
    choices = ("keep", "forget") if reply.answers else ()
    buttons = [
        Button(words.say("buttons", "suppose", choice), f"suppose:{choice}:{card}")
        for choice in choices
    ]
    return (*arrange(buttons), *commands(("improve",), words))


def _after_looking_up(
    reply: GuideEntry | GuideContents | DidYouMean | NotFound, words: Words
) -> Rows:
    """What is related to an answer, or what may be meant; and for a newcomer a way to begin."""
    if isinstance(reply, DidYouMean):
        return tuple((_found(hit, words),) for hit in reply.hits)
    if isinstance(reply, GuideContents):
        back = () if reply.section is None else ("guide",)
        return (*arrange(contents(reply.section, words)), *commands(back, words))
    begin = ("start",) if reply.newcomer else ()
    if isinstance(reply, NotFound):
        return commands(("guide", *(begin or ("score",)), "help"), words)
    buttons = [*(_found(hit, words) for hit in reply.beside), *related(reply.id, words)]
    near = tuple((button,) for button in {button.data: button for button in buttons}.values())
    return (*near, *commands((*entries()[reply.id].offers, *begin), words))


def _found(hit: Hit, words: Words) -> Button:
    if hit.kind == "entry":
        return Button(shorten(title(hit.id, words)), f"guide:{hit.id}")
    return Button(words.say("buttons", "command", hit.id), f"cmd:{hit.id}")


def _stop(reply: Reply, words: Words) -> Rows:
    """One tap ends the reminders, wherever they are spoken of; and broadcasts."""
    if isinstance(reply, BroadcastShown | News):
        return tuple((button,) for button in operator_buttons(reply, words))
    if not isinstance(reply, AlertsOn | Reminded):
        return ()
    return ((Button(words.say("buttons", "alerts", "off"), "alerts:off"),),)


def _review(reply: Review, words: Words) -> Rows:
    changes = [
        Button(
            words.say(
                "buttons", "review", "change", title=words.say("questions", entry.question, "title")
            ),
            f"change:{entry.question}",
        )
        for entry in reply.entries
    ]
    after = ("resume",) if reply.open_questions else ("score", "improve")
    return (*pairs(changes), *commands(after, words))


def pairs(buttons: Sequence[Button]) -> Rows:
    """Long lists: two columns, whatever the length of the labels."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _languages(words: Words, leave_out: str | None = None) -> Rows:
    return arrange(
        [
            Button(words.say("buttons", "language", language), f"lang:{language}")
            for language in LANGUAGES
            if language != leave_out
        ]
    )


def _confirmation(reply: Confirm | FactsRead, words: Words) -> Rows:
    """Yes and no, each in a row of its own. Facts wait to be confirmed whatever is said since."""
    if isinstance(reply, FactsRead):
        choices = ("confirm", "cancel")
        buttons = [Button(words.say("buttons", "facts", c), f"facts:{c}") for c in choices]
        return tuple((button,) for button in buttons)
    action, card = reply.action, card_code(reply.card)
    return tuple(
        (Button(words.say("buttons", answer, action), f"{answer}:{action}:{card}"),)
        for answer in ("confirm", "cancel")
    )
