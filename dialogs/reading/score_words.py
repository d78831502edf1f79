"""Words beside four scores: those that say nothing more, and those that must not be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.numbers import take_number
from dialogs.reading.text import fold, word_set, words

if TYPE_CHECKING:
    import re

HARMLESS = word_set(
    "ielts celpip pte tef tcf clb nclc general training gt g ls core canada test exam examen tests "
    "result results resultat resultats score scores note notes band bands level levels niveau "
    "niveaux point points pts trf report attestation overall global globale official officiel "
    "my mine i got get have had ve scored is are was were it they these those here s m am the a an "
    "of in on for with and then each all every everything everywhere across straight one only "
    "ability abilities skill skills section sections respectively order taken took dated date "
    "passed obtained received achieved issued just both same at to from by about please thanks "
    "thank you hi hello yes ok okay sure english french language first second exactly "
    "mon ma mes j ai eu obtenu obtenus obtenue obtenues recu passe passee le la les l d de du des "
    "en au aux a et puis un une c ce cet cette est sont ont voici pour avec dans chaque chacun "
    "chacune partout tout tous toute toutes competence competences epreuve epreuves meme memes "
    "respectivement ordre date merci oui bonjour anglais francais langue voila ici sur je suis "
    "equivalence equivalences ancien anciens ancienne old equivalent colonne column bareme scale"
)
"""Words that say nothing more than the scores beside them."""
_LONGEST_QUOTE = 40


def left_over(text: str, rest: str, counted: re.Pattern[str]) -> str | None:
    """What the text says besides its scores, as it was typed; None where nothing is lost.

    ``rest`` is the folded text without its date, ``counted`` finds its numbers and labels.
    """
    said = words(counted.sub(" ", rest))
    spoken = not any(found.lastgroup == "number" for found in counted.finditer(rest))
    lost: set[str] = set()
    at = 0
    while at < len(said):
        taken = take_number(said, at) if spoken else None
        if taken is None and said[at] not in HARMLESS:
            lost.add(said[at])
        at = at + 1 if taken is None else taken[1]
    if not lost:
        return None
    typed = [token for token in text.split() if lost.intersection(words(fold(token)))]
    quote = " ".join(token.strip(" .,;:!?()\"'") for token in typed) or " ".join(sorted(lost))
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
