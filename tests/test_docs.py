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


def test_every_claim_of_the_readme_is_held_by_a_test() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, table = text.partition("| claim | where it is held |\n")
    claims = [row for row in table.split("\n\n")[0].splitlines() if row.startswith("| ")]
    held = [re.findall(r"\]\(([^)]+)\)", row) for row in claims[1:]]
    assert held
    assert all(any(target.startswith("tests/") for target in targets) for targets in held)
