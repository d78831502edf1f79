"""What is too long for one message is read in several, whole and as it was marked."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from messages.length import MOST_UNITS, in_parts, units
from messages.message import Button, Document, Message
from tests.messages.telegram import read

BUTTONS = ((Button("Score", "cmd:score"),),)
_SPACES = re.compile(r"\s+")

WORDS = st.text(st.sampled_from("abé…🍁 <>&"), min_size=1, max_size=60).map(html.escape)
MARKED = st.builds(
    lambda tag, text: f"<{tag}>{text}</{tag.split()[0]}>",
    st.sampled_from(["b", "i", "blockquote", 'a href="https://canada.ca/a page"']),
    WORDS,
)
LINES = st.lists(WORDS | MARKED, min_size=1, max_size=8).map(" ".join)
LONG = st.lists(LINES, min_size=1, max_size=12).map(lambda lines: "\n".join(lines * 9))


def plain(*messages: Message) -> str:
    return _SPACES.sub("", "".join(read(message.text).text for message in messages))


def test_what_fits_is_one_message() -> None:
    message = Message("ab" * (MOST_UNITS // 2), BUTTONS, edits=True)
    assert in_parts(message) == (message,)


def test_a_long_one_is_parted_between_paragraphs() -> None:
    paragraphs = [f"<b>{number}</b> " + "word " * 100 for number in range(20)]
    file = Document("answers.json", "{}")
    message = Message("\n\n".join(paragraphs), BUTTONS, edits=True, document=file)
    first, *middle, last = in_parts(message)
    assert [each.text.count("<b>") for each in (first, *middle, last)] == [7, 7, 6]
    assert all(each.text.startswith("<b>") for each in (first, *middle, last))
    assert (first.edits, first.document, first.buttons) == (True, file, ())
    assert (last.edits, last.document, last.buttons) == (False, None, BUTTONS)


def test_what_is_marked_across_the_seam_stays_marked() -> None:
    parts = in_parts(Message("<blockquote><b>word" + " word" * 1_500 + "</b></blockquote>"))
    assert len(parts) == 2
    for part in parts:
        assert part.text.startswith("<blockquote><b>word")
        assert part.text.endswith("word</b></blockquote>")
        assert units(part.text) <= MOST_UNITS


def test_a_text_without_a_seam_is_parted_all_the_same() -> None:
    parts = in_parts(Message("&amp;🍁" * 2_000))
    assert plain(*parts) == "&🍁" * 2_000
    assert all(units(part.text) <= MOST_UNITS for part in parts)


@given(LONG)
def test_nothing_is_lost_and_every_part_is_html_that_telegram_takes(text: str) -> None:
    whole = Message(text, BUTTONS)
    parts = in_parts(whole)
    assert all(0 < units(part.text) <= MOST_UNITS for part in parts)
    assert plain(*parts) == plain(whole)
