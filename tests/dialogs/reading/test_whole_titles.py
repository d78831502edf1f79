"""A title is found by all its words in their order, and by nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.occupations.whole import WholeTitles

WORDS = st.lists(st.sampled_from(["sales", "manager", "store", "é"]), max_size=3).map(tuple)


@given(titles=st.lists(WORDS, unique=True), said=WORDS)
def test_a_title_is_found_word_for_word(
    titles: list[tuple[str, ...]], said: tuple[str, ...]
) -> None:
    numbered = {title: number for number, title in enumerate(titles, 100)}
    whole = WholeTitles(numbered)
    assert [whole.number(title) for title in titles] == list(numbered.values())
    assert whole.number(said) == numbered.get(said)
