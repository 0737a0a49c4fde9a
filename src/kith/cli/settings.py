"""Print every setting in force, secrets left out. They come from the environment; see kith/config/settings.py."""

from __future__ import annotations

import argparse
import pprint
from typing import Any

LEFT_OUT = "(left out)"
SECRETS = ("SECRET", "PASSWORD", "TOKEN", "KEY")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(arguments: argparse.Namespace) -> int:
    """One setting a line, in the order of their names."""
    from kith.config import settings

    for name in sorted(name for name in dir(settings) if name.isupper()):
        print(f"{name} = {pprint.pformat(without_secrets(name, getattr(settings, name)), width=110, compact=True)}")
    return 0


def without_secrets(name: str, value: Any) -> Any:
    """A setting's value with whatever may be a secret left out, at any depth."""
    if isinstance(value, dict):
        return {key: without_secrets(str(key), one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(without_secrets("", one) for one in value)
    if value and isinstance(value, str) and any(word in name.upper() for word in SECRETS):
        return LEFT_OUT
    return value
