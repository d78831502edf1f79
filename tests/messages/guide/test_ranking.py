"""The search: by every way of asking, with slips and without accents, from any thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation import LANGUAGES, Language
from dialogs.lookup import sort_out
from messages.guide.asked import fingerprint, ways_to_ask
from messages.guide.entries import wordings
from messages.guide.features import Reader
from messages.guide.learned import Learned, learned_file
from messages.guide.ranking import Ranked, guide_ranking
from messages.guide.spelling import Spelling
from messages.guide.terms import Terms, spelled


def first(text: str, language: Language) -> str | None:
    hits = guide_ranking().rank(text, language)
    return hits[0].id if hits else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alias_finds_its_entry(language: Language) -> None:
    asked = [(id_, way) for id_, each in wordings(language).items() for way in each.aliases]
    found = [(id_, way) for id_, way in asked if first(way, language) == id_]
    assert len(found) / len(asked) > 0.97
    among = [
        id_ in [hit.id for hit in guide_ranking().rank(way, language)[:3]] for id_, way in asked
    ]
    assert sum(among) / len(asked) > 0.995


@pytest.mark.parametrize(
    ("text", "language", "id_"),
    [
        ("comprehensive ranking system", "en", "crs"),
        ("COMPREHENSIVE   ranking-system!!!", "en", "crs"),
        ("comprehensiv rankin systm", "en", "crs"),
        ("what is the cmoprehensive ranking system plz", "en", "crs"),
        ("systeme de classement global", "fr", "crs"),
        ("systéme de clasement globall", "fr", "crs"),
        ("fonds d’établissement", "fr", "funds"),
        ("FONDS D'ETABLISSEMENT ???", "fr", "funds"),
        ("proof of funds for my hubby and me", "en", "funds"),
        ("show me my score", "en", "score"),
        ("montre-moi ma note", "fr", "score"),
    ],
)
def test_finds(text: str, language: Language, id_: str) -> None:
    assert first(text, language) == id_


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", " ", "?!", "🙂🙂", "привет как дела", "42", "12 34 56", "xqzjkw vbnmpl", "の" * 50]
)
def test_nothing_is_near_what_says_nothing(text: str, language: Language) -> None:
    assert sort_out(guide_ranking().rank(text, language)) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600), st.sampled_from(LANGUAGES))
def test_takes_any_text(text: str, language: Language) -> None:
    hits = guide_ranking().rank(text, language)
    assert all(0 < hit.confidence <= 1 for hit in hits)
    assert sorted(hits, key=lambda hit: -hit.confidence) == hits
    assert len({(hit.kind, hit.id) for hit in hits}) == len(hits)


def test_threads_share_it() -> None:
    ranking, texts = (
        Ranked(),
        ["what is crs", "proof of funds", "comprehensive ranking system"] * 20,
    )
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: ranking.rank(text, "en"), texts))
    assert found == [guide_ranking().rank(text, "en") for text in texts]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fundz", "funds"),
        ("invitaton", "invitation"),
        ("invtiation", "invitation"),
        ("invitatoin", "invitation"),
        ("funds", "funds"),
        ("invite", "invite"),
        ("pnq", "pnq"),
        ("funds1", "funds1"),
        ("zzzzzzzz", "zzzzzzzz"),
    ],
)
def test_slips_are_taken_for_the_nearest_word(typed: str, meant: str) -> None:
    assert Spelling(["funds", "invitation", "pnp"]).corrected(typed) == meant


def test_what_means_the_same_is_one_term() -> None:
    terms = Terms("en", ["spouse, wife, better half", "half, part"])
    heard = terms.of(spelled("my WIFE, my better half, another half, parts"))
    assert heard == ["my", "spous", "my", "spous", "anoth", "half", "half"]
    assert terms.of([]) == []


def test_pairs_of_words_keep_their_order_and_know_where_a_text_ends() -> None:
    pairs = Reader("en", ()).of(["in", "the", "pool"]).pairs
    assert sorted(pairs) == ["+in", "in+the", "pool+", "the+pool"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_learned_is_what_stands_in_the_files(language: Language) -> None:
    learned = Learned(learned_file(language))
    assert learned.fingerprint == fingerprint(language), "run `make learn`"
    assert learned.things == list(ways_to_ask(language))
