"""The numbers of the law: one TOML file a parameter, each value with the date it is in force from.

A file has a ``title``, the legal ``reference`` and dated ``[[values]]``; a rule change is a new
``[[values]]`` and a test case, no code. Each ``[[values]]`` says

- ``since``: first day in force;
- ``sources``: where it was read, by the ids of ``sources.toml``;
- ``confirmed``: false for what is inferred or rests on a doubt named in ``note``;
- ``checked``: the last day on which evidence showed it as it stands here;
- the numbers themselves, in the shape the file's comments give.

What actions take stands in ``actions/``: what is paid for in ``actions/costs``, a file a fee; how
long a step takes, and its effort from 1 to 5, in the other folders, a file a kind of step. There
``sources`` and ``confirmed`` speak of the time or the fee; the effort is the project's own
judgement. For days before its first, the first value that is known stands.

What never changes with a date (the scores a test can give) stands in ``[fixed]``.
``tree`` reads and checks the files; ``tables`` turns the numbers into tables to look up.
"""
