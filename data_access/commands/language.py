"""The language of the command line: as asked for, else as the system speaks."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import date

from progress.i18n import language, languages, say

DEFAULT = "en"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What tells a program its language, the first that is set (POSIX)."""

OF_ARGPARSE = {
    "usage: ": "usage",
    "positional arguments": "positional",
    "options": "options",
    "show this help message and exit": "help",
    "%(prog)s: error: %(message)s\n": "error",
    "argument %(argument_name)s: %(message)s": "argument",
    "the following arguments are required: %s": "required",
    "unrecognized arguments: %s": "unrecognized",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "invalid %(type)s value: %(value)r": "value",
    "expected one argument": "one",
    "expected at least one argument": "at_least_one",
}
"""What the library that reads options says, and its keys in the catalogs."""


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that `--lang` names, else that of the system where there are catalogs in it."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--lang")
    try:
        asked = early.parse_known_args(arguments)[0].lang
    except SystemExit:  # `--lang` without a word: the whole parser tells that
        asked = None
    of_system = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    lang = asked or of_system[:2]
    return lang if lang in languages() else DEFAULT


def translated(key: str, **values: object) -> str:
    """A text in the language that is spoken."""
    return str(say(key, **values))


def a_day(words: str) -> date:
    """The day that an option says, as 2026-05-31. Raises what argparse tells."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        said = translated("klimat.argparse.day", value=repr(words))
        raise argparse.ArgumentTypeError(said) from None


def _of_argparse(message: str) -> str:
    key = OF_ARGPARSE.get(message)
    return message if key is None or language() == DEFAULT else translated(f"klimat.argparse.{key}")


# What argparse says goes through this name of its own, gettext's where nobody puts another there.
vars(argparse)["_"] = _of_argparse
