"""French typography, in the words and on the screens."""

from __future__ import annotations

import re

import pytest

from messages.catalogue import catalogue
from messages.render import render
from messages.typography import NO_BREAK, set_type
from messages.words import words
from tests.messages.telegram import read


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Combien ?", "Combien~?"),
        ("Voilà : 15 000 $ !", "Voilà~: 15 000~$~!"),
        ("« mot »", "«~mot~»"),
        ("«mot»", "«~mot»"),
        ("l'âge d'une", "l’âge d’une"),
        ("l'{{ test }}", "l’{{ test }}"),
        ("{{ share }} % de", "{{ share }}~% de"),
        ("{% if x %}oui{% endif %} ?", "{% if x %}oui{% endif %}~?"),
        ("{{ labels | join(' ou ') }} ?", "{{ labels | join(' ou ') }}~?"),
    ],
)
def test_french_is_typeset(typed: str, printed: str) -> None:
    assert set_type(typed, "fr").replace(NO_BREAK, "~") == printed


@pytest.mark.parametrize("text", ["Why? Because: “so”!", "{% if x %}y{% endif %}", "$19,001"])
def test_english_keeps_its_spaces(text: str) -> None:
    assert set_type(text, "en") == text


def test_english_gets_its_apostrophes() -> None:
    assert set_type("I don't know the master's", "en") == "I don’t know the master’s"


FAULTS = {
    "a tall sign without its no-break space": re.compile(
        rf"[^{NO_BREAK}\s?!.…][;?!»]|[^\s{NO_BREAK}]»"
    ),
    "an ordinary space before a tall sign": re.compile(r" [:;?!»%$]"),
    "a colon without its no-break space": re.compile(rf"[^{NO_BREAK}]:(?!\d|//)"),
    "an opening quote without its no-break space": re.compile(rf"«(?!{NO_BREAK})"),
    "a dollar sign without its no-break space": re.compile(rf"(?<!{NO_BREAK})\$"),
    "a straight apostrophe": re.compile(r"'"),
    "two spaces": re.compile(r"[^\s▰▱]  (?![▰▱])"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_french_screens_have_no(fault: str) -> None:
    for name, reply in catalogue().items():
        message = render(reply, "fr")
        labels = [button.label for row in message.buttons for button in row]
        for text in (read(message.text).text, *labels):
            found = FAULTS[fault].search(text)
            assert not found, (name, text[max(0, found.start() - 30) : found.end() + 10])


@pytest.mark.parametrize("fault", FAULTS)
def test_the_french_words_have_no(fault: str) -> None:
    said = words("fr")
    for path in said.paths():
        text = re.sub(r"{[{%].*?[%}]}", "0", said.find(*path) or "")
        if path[0] != "formats":
            assert not FAULTS[fault].search(text), (path, text)


def test_the_faults_would_be_found() -> None:
    wrong = {
        "a tall sign without its no-break space": "quoi?",
        "an ordinary space before a tall sign": "quoi ?",
        "a colon without its no-break space": "voici: rien",
        "an opening quote without its no-break space": "« mot",
        "a dollar sign without its no-break space": "100 $",
        "a straight apostrophe": "l'eau",
        "two spaces": "deux  espaces",
    }
    assert wrong.keys() == FAULTS.keys()
    for fault, text in wrong.items():
        assert FAULTS[fault].search(text), fault
