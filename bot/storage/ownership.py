"""Whose a new file beside the database is: commands run as root, the bot as a user of its own.

A file that root made for its own eyes only would shut the bot out of its database.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def hand_over(new: Path, path: Path) -> None:
    """Give ``new``, which root made, to the owner of the file at ``path``, or else of its folder.

    For every other user nothing is done. A link is never followed: the owner of a folder could
    have root give away another's file by it.
    """
    if os.geteuid() != 0:
        return
    known = path if path != new and path.exists() else path.absolute().parent
    owner = known.stat()
    with suppress(PermissionError):  # root inside a container may not
        os.chown(new, owner.st_uid, owner.st_gid, follow_symlinks=False)
