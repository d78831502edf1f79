"""Telegram's HTML in a terminal."""

from __future__ import annotations

from bot.terminal.markup import styled


def test_styles_nest_and_entities_are_read() -> None:
    text = styled("<b>Total <i>469</i></b> &lt;of&gt; 1,200 &amp; more")
    assert text.plain == "Total 469 <of> 1,200 & more"
    assert {(text.plain[s.start : s.end], str(s.style)) for s in text.spans} == {
        ("Total ", "bold"),
        ("469", "bold italic"),
    }


def test_a_link_shows_its_address_once() -> None:
    assert styled('<a href="https://x.ca/a?b=1&amp;c=2">the page</a>.').plain == (
        "the page (https://x.ca/a?b=1&c=2)."
    )
    assert styled('<a href="https://x.ca">https://x.ca</a>').plain == "https://x.ca"


def test_unbalanced_and_unknown_tags_do_no_harm() -> None:
    assert styled("</b><blink>a<br>b</blink> < c").plain == "ab < c"


def test_square_brackets_are_text() -> None:
    assert styled("[bold]x[/]").plain == "[bold]x[/]"
