"""The command line: one file for each thing a person can type after `./kith`.

A command's file offers `add_arguments(parser)` and `run(arguments) -> int`, and imports nothing heavy
until it is asked for, so that a mistyped command is answered at once.
"""

from __future__ import annotations


class PlainError(Exception):
    """Something the person at the keyboard can put right. Its text is the whole message they see."""
