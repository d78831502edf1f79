"""The installed conversation through pipes, as a person's script or a program uses it."""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.e2e.process import ROOT
from tests.e2e.test_telegram import ANSWERS

if TYPE_CHECKING:
    from pathlib import Path


def chat(folder: Path, said: bytes, *options: str) -> str:
    """What is written for what is said; the end of input ends it."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", *options],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        input=said,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.decode()


def spoken(folder: Path, *lines: dict[str, str] | str) -> list[list[dict[str, Any]]]:
    """The answers to each line of JSON, without their ends."""
    said = "".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines)
    turns: list[list[dict[str, Any]]] = [[]]
    for line in chat(folder, said.encode(), "--json", "--user", "zoë").splitlines():
        message = json.loads(line)
        if message == {"end": True}:
            turns.append([])
        else:
            turns[-1].append(message)
    assert turns.pop() == []
    return turns


def test_json_says_nothing_until_spoken_to(tmp_path: Path) -> None:
    assert chat(tmp_path, b"", "--json") == ""


def test_json_shapes_and_bad_lines(tmp_path: Path) -> None:
    bad = ["nonsense", "[1]", '{"text": 5}', '{"text": "a", "press": "b"}', '{"x": 1}', "[" * 9000]
    turns = spoken(tmp_path, {"text": "/start"}, *bad, {"press": "a:marital_status:single:1"})
    assert len(turns) == 2 + len(bad)
    for message in turns[0] + turns[-1]:
        assert set(message) == {"text", "buttons", "edits", "photo", "document"}
    for turn in turns[1:-1]:
        assert [set(message) for message in turn] == [{"error"}]
    assert turns[-1][0]["edits"] is True


def test_json_resumes_where_the_person_stopped(tmp_path: Path) -> None:
    spoken(tmp_path, {"text": "/start"}, {"text": "single"}, {"text": "29"})
    resumed = spoken(tmp_path, {"text": "/resume"})
    buttons = [b["data"] for m in resumed[0] for row in m["buttons"] for b in row]
    assert any(data.startswith("why:education") for data in buttons)


def test_a_whole_questionnaire_by_json(tmp_path: Path) -> None:
    """A program that keeps the pipe open gets each answer at once."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--json"],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        source, sink = process.stdout, process.stdin

        def says(**line: str) -> list[dict[str, Any]]:
            print(json.dumps(line), file=sink, flush=True)
            answers = []
            while (answer := json.loads(source.readline())) != {"end": True}:
                answers.append(answer)
            return answers

        turn = says(text="/start")
        asked = []
        while question := _question(turn):
            asked.append(question)
            assert len(asked) < 30, asked
            answer = ANSWERS.get(question, "no")
            prefix = f"a:{question}:{answer}:"
            data = [d for d in _data(turn) if f"{d}:".startswith(prefix)]
            turn = says(press=data[0]) if data else says(text=answer)
        assert len(asked) == len(set(asked))
        document = says(text="/export")[0]["document"]
        process.stdin.close()
        assert process.wait(10) == 0
    profile = json.loads(document["text"])["profile"]
    assert profile["education"] == "master"


def test_words_through_a_pipe(tmp_path: Path) -> None:
    said = b"a\n29\nquit\nnever read\n"
    first = chat(tmp_path, said, "--lang", "en", "--user", "anna")
    assert "What is your marital status?" in first
    assert "highest level of education" in first
    assert "never read" not in first
    assert "\x1b" not in first
    again = chat(tmp_path, b"", "--lang", "fr", "--user", "anna")
    assert "Quel est votre" in again


def test_at_a_terminal_a_second_call_goes_on_from_the_first(tmp_path: Path) -> None:
    first = at_a_terminal(tmp_path, "What is your marital status?", "(A)", "When were you born?")
    assert "Welcome back" not in first
    again = at_a_terminal(tmp_path, "When were you born?", "29", "highest level of education")
    assert "Welcome back" in again
    assert "What is your marital status?" not in again


def at_a_terminal(folder: Path, awaited: str, typed: str, answer: str) -> str:
    """What a person sees who waits for something, types, waits for the answer and leaves."""
    ours, theirs = os.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "COLUMNS": "100",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--lang", "en"],
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = _until(ours, awaited)
        os.write(ours, f"{typed}\n".encode())
        seen += _until(ours, answer)
        os.write(ours, b"quit\n")
        seen += _until(ours, "Everything is saved. Come back")
        assert process.wait(10) == 0
    os.close(ours)
    return seen


def _until(terminal: int, words: str) -> str:
    """Read until the words, and the prompt or the end after them, have been shown."""
    seen = b""
    while words not in seen.decode("utf-8", "replace"):
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, f"in vain: {words!r}; shown: {seen.decode('utf-8', 'replace')}"
        seen += os.read(terminal, 4096)
    return seen.decode("utf-8", "replace")


def test_an_export_is_a_file_here_and_a_document_there(tmp_path: Path) -> None:
    shown = chat(tmp_path, b"a\n29\n/export\n/export\n", "--lang", "en", "--user", "zo\u00eb")
    files = sorted(file.name for file in tmp_path.glob("*.json"))
    assert len(files) == 2
    for name in files:
        assert f"  {name}\n" in shown
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    exported = json.loads((tmp_path / files[0]).read_text())
    assert exported["profile"] == {"marital_status": "single", "age": 29}
    (message, *_) = spoken(tmp_path, {"text": "/export"})[0]
    sent = json.loads(message["document"]["text"])
    cards = [each["conversation"].pop("newest_card") for each in (exported, sent)]
    assert cards[0] < cards[1], "a question has come since"
    assert sent == exported
    assert sorted(file.name for file in tmp_path.glob("*.json")) == files


def test_a_report_is_a_file_here_and_base64_there(tmp_path: Path) -> None:
    shown = chat(tmp_path, b"a\n29\n/report\n", "--lang", "fr", "--user", "zoë")
    (file,) = tmp_path.glob("entree-express-*.pdf")
    assert f"  {file.name}\n" in shown
    (message, *_) = spoken(tmp_path, {"text": "rapport"})[0]
    assert message["document"]["name"] == file.name
    assert base64.b64decode(message["document"]["text"]) == file.read_bytes()
    assert file.read_bytes().startswith(b"%PDF")


def test_the_default_database_is_in_the_folder_data(tmp_path: Path) -> None:
    chat(tmp_path, b"")
    data = tmp_path / "data"
    assert data.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in data.iterdir()] == ["express-entry-bot.sqlite3"]
    assert (data / "express-entry-bot.sqlite3").stat().st_mode & 0o777 == 0o600


def _data(turn: list[dict[str, Any]]) -> list[str]:
    return [button["data"] for m in turn for row in m["buttons"] for button in row]


def _question(turn: list[dict[str, Any]]) -> str | None:
    return next((d.split(":")[1] for d in _data(turn) if d.startswith("why:")), None)
