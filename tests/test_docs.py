"""What the documents lead to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_LINK = re.compile(r"\]\(([^)\s#]+)\)|src=\"([^\"]+)\"")


def links(document: str) -> list[str]:
    """The paths that a document of the repository leads to."""
    found = _LINK.findall((ROOT / document).read_text(encoding="utf-8"))
    targets = [link or source for link, source in found]
    return [target for target in targets if "://" not in target]


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/forecast.md"]
)
def test_every_link_leads_somewhere(document: str) -> None:
    folder = (ROOT / document).parent
    assert [target for target in links(document) if not (folder / target).exists()] == []


def rows(header: str) -> list[list[str]]:
    """The cells of a table of the README, row by row."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    _, found, table = text.partition(header + "\n")
    assert found
    lines = table.split("\n\n")[0].splitlines()[1:]
    return [line.strip("| ").split(" | ") for line in lines]


def held_by(cell: str) -> list[str]:
    """What is in the files of tests that a cell leads to."""
    targets = [target for target in _LINK.findall(cell) if target[0].startswith("tests/")]
    return [(ROOT / target).read_text(encoding="utf-8") for target, _ in targets]


def test_every_claim_of_the_readme_is_held_by_a_test() -> None:
    table = rows("| claim | where it is held |")
    assert [row for row in table if len(row) != 2 or not held_by(row[-1])] == []


def test_every_promise_of_the_readme_has_a_figure_that_is_printed() -> None:
    table = rows("| promise | printed as | by |")
    assert table
    for promise, printed, by in table:
        words = re.findall("`([^`]+)`", printed)
        sources = [source for source in held_by(by) if re.search(r"figure\(|note\(", source)]
        assert words, promise
        for word in words:
            assert any(word in source for source in sources), f"nothing prints {word}: {promise}"
