"""The guide: short answers to what people ask about Express Entry, and how they are found.

A section is a file here and one of the same name in ``messages/<language>/guide/``; an entry is a
table of its id in each. Here stand its sources and what it leads to, which the languages share;
there its title, the ways in which people ask for it (``aliases``), its text, and what it says of
a person who has answered questions (``you``). Numbers are never typed: the functions of
``messages.guide.numbers`` read them from the parameters.
"""
