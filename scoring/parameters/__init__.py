"""The numbers of the law: one TOML file a parameter, each value with the date it is in force from.

A file has a ``title``, the legal ``reference`` and dated ``[[values]]``; a rule change is a new
``[[values]]`` and a test case, no code. Each ``[[values]]`` says

- ``since``: first day in force;
- ``sources``: where it was read, by the ids of ``sources.toml``;
- ``confirmed``: false for what is inferred or rests on a doubt named in ``note``;
- ``checked``: the last day on which evidence showed it as it stands here;
- the numbers themselves, in the shape the file's comments give.

What never changes with a date (the scores a test can give) stands in ``[fixed]``.
``tree`` reads and checks the files; ``tables`` turns the numbers into tables to look up.
"""
