"""Keys of the short lines that the front ends say on their own account; ``messages`` has words."""

APOLOGY = "sorry"
"""Something went wrong on our side."""

UNREADABLE = "unreadable"
"""What is stored of somebody is damaged, so that nothing can be taken in."""

TOO_FAST = "too_fast"
"""To somebody who sends more than can be read."""

PRIVATE_ONLY = "private_only"
"""The answer to a command in a group."""

ERASED = "deleted"
"""That nothing is stored of somebody any more."""

TERMINAL_HINT = "terminal_hint"
"""How to use buttons and how to leave, at the start of a conversation in a terminal."""

TERMINAL_BYE = "terminal_bye"
"""That all is saved, and how to come back."""

TERMINAL_FILE = "terminal_file"
"""That a file was written; its name stands below."""

TERMINAL_NO_FILE = "terminal_no_file"
"""That no file could be written; what it would hold stands below."""

TERMINAL_NO_FOLDER = "terminal_no_folder"
"""That no file could be written, for one that cannot be shown here."""

ALL = (
    APOLOGY,
    UNREADABLE,
    TOO_FAST,
    PRIVATE_ONLY,
    ERASED,
    TERMINAL_HINT,
    TERMINAL_BYE,
    TERMINAL_FILE,
    TERMINAL_NO_FILE,
    TERMINAL_NO_FOLDER,
)
