"""The three programs of Express Entry: who qualifies, and what is missing.

Each program's module has the tables of its requirements, how a person is held against them,
and how the tables are made from the parameters in force.
"""
